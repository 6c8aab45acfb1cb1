#include "claim/dating.h"

#include <algorithm>

#include "claim/denial.h"

namespace zeitstrahl {
namespace {

class grouper {
 public:
  grouper(const analyzed_text& text, const sentence_clauses& clauses,
          const sentence_reading* reading, const article_times& times)
      : text_(text), clauses_(clauses), reading_(reading), times_(times) {}

  void run(std::uint32_t first, std::uint32_t last, std::vector<dated_group>& out) {
    out.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      interval when = at(i).when;
      if (when.empty() && at(i).type == timex_type::duration) when = anchored(i);
      if (!out.empty() && take_hours(out.back(), i)) continue;
      if (dates_nothing(i, when)) continue;
      if (!out.empty() && joins(out.back(), i)) {
        join(out.back(), i, when);
      } else {
        out.push_back({{i}, tokens(i), when, at(i).relates, clause_of(i)});
        if (at(i).type == timex_type::set) make_recurring(out.back());
        if (at(i).when.empty() && !when.empty()) out.back().relates = relation_of(i);
      }
    }
    for (std::size_t i = 0; i + 1 < out.size(); ++i) close_by_next(out[i], out[i + 1]);
    for (dated_group& group : out) forget_open_end(group);
  }

 private:
  const time_expression& at(std::uint32_t i) const { return times_.expressions[i]; }
  span tokens(std::uint32_t i) const { return times_.tokens[i]; }
  std::uint32_t clause_of(std::uint32_t i) const { return clauses_.clause_of(tokens(i).begin); }
  span sentence() const { return clauses_.tokens; }

  bool is_before(std::uint32_t token, word_class c) const {
    return token > sentence().begin && text_.is(token - 1, c);
  }

  // --- hours ---

  // "jeden Freitag um 14 Uhr", "ab Mai von 10 bis 18 Uhr", "am 3. Mai von 10 bis 18 Uhr": the
  // hours of a habit, a state or a day are no claim of their own.
  bool take_hours(dated_group& group, std::uint32_t i) const {
    if (group.clause != clause_of(i)) return false;
    const time_expression& first = at(group.expressions.front());
    if (begins_in_day(first, at(i)) && group.expressions.size() == 1) {
      group.when = within_day(first, at(i));  // "ab 9 Uhr tagt am Dienstag der Rat"
    } else if (is_hours(first) && is_bounded(at(i).relates) && !is_hours(at(i))) {
      group.when = at(i).when;
      group.relates = at(i).relates;
    } else if (at(i).type == timex_type::time && at(i).relates == relation::recurring) {
      if (group.relates != relation::recurring) return false;
    } else if (is_hours(at(i)) && group.relates == relation::at && first.when.single_unit()) {
      if (first.when.begin_earliest.date != at(i).when.begin_earliest.date) return false;
      group.when = at(i).when;
      group.relates = relation::between;
    } else if (group.relates == relation::at && begins_in_day(at(i), first)) {
      group.when = within_day(at(i), first);
      group.relates = relation::from;
    } else if (closes_hours(group, at(i))) {
      // "seit Mai bis 22 Uhr": every day
    } else if (!is_hours(at(i)) || is_hours(first)) {
      return false;
    }
    group.expressions.push_back(i);
    group.tokens.end = tokens(i).end;
    return true;
  }

  bool closes_hours(const dated_group& group, const time_expression& e) const {
    const bool open = group.relates == relation::since || group.relates == relation::from;
    return open && at(group.expressions.front()).type != timex_type::time &&
           e.type == timex_type::time && e.relates == relation::until;
  }

  // "am Dienstag ab 9 Uhr": begins at nine, and lies in the day.
  static bool begins_in_day(const time_expression& clock, const time_expression& whole) {
    return clock.type == timex_type::time && clock.relates == relation::from &&
           whole.type == timex_type::date && whole.relates == relation::at &&
           whole.when.single_unit() && clock.when.begin_earliest.given() &&
           whole.when.begin_earliest.date == clock.when.begin_earliest.date &&
           whole.when.end_latest.date == whole.when.begin_earliest.date;
  }
  static interval within_day(const time_expression& clock, const time_expression& whole) {
    interval out = clock.when;
    out.end_earliest = out.begin_earliest;
    out.end_latest = whole.when.end_latest;
    out.end_grain = grain::day;
    return out;
  }

  static bool is_hours(const time_expression& e) {
    return e.type == timex_type::time && e.relates == relation::between;
  }

  // "Von 1878 an grub er in Ulm": until when is not said, but no longer.
  void forget_open_end(dated_group& group) const {
    if (group.relates != relation::from || !times_.published || !is_told(group)) return;
    const bound& begin = group.when.begin_latest;
    if (group.when.end_latest != bound::open() || !begin.given()) return;
    if (begin.date < *times_.published) {
      group.when.end_earliest = group.when.end_latest = bound::unknown();
    }
  }

  // --- what dates nothing ---

  bool dates_nothing(std::uint32_t i, const interval& when) const {
    const time_expression& e = at(i);
    const bool unresolved = e.reading == resolution::unresolved;
    if (e.type == timex_type::set) return is_attribute(i) || is_price(i);
    if (when.empty() && !unresolved) return true;
    if (is_in_title(i) || is_birth_aside(i)) return true;
    if (is_first_time(i) || is_since_superlative(i) || is_compared(i)) return true;
    if (is_in_compound(i) || is_before(tokens(i).begin, word_class::no_claim_before)) return true;
    if ((e.vague || is_reference(e)) && is_before_adjective(i)) return true;
    if (is_reference(e) && is_of_noun(i)) return true;
    if (is_future(e) && is_past(clause_of(i)) && !is_planned(clause_of(i))) return true;
    if (e.vague || is_reference(e)) return is_attribute(i) && !is_future(e);
    return is_mere_name(i);
  }

  // "einem bislang unbekannten Gast", "der heute 60-jaehrige Wirt": says something of the
  // adjective only.
  bool is_before_adjective(std::uint32_t i) const {
    const span t = tokens(i);
    std::uint32_t next = t.end;
    while (next < sentence().end &&
           (text_.at(next).is == token::number || text_.symbol(next) == symbol_inner_hyphen)) {
      ++next;
    }
    const token_index word = reading_ ? reading_->word_of(next) : no_token;
    return is_before(t.begin, word_class::article) && next < sentence().end &&
           text_.is_word(next) && !text_.is_capital(next) && text_.ends_like_adjective(next) &&
           (word == no_token ||
            (reading_->is(word, tag_role::adjective) &&
             reading_->is(word + 1, tag_role::noun | tag_role::name | tag_role::adjective)));
  }

  // "Jana Roth, geb. 3. Mai 1960, leitet das Amt", "Jan Kern (geboren 1971)"
  bool is_birth_aside(std::uint32_t i) const {
    std::uint32_t at = tokens(i).begin;
    const auto leads = [&](std::uint32_t k) {
      return text_.in(k) == "." || text_.is(k, word_class::article) ||
             text_.words[k].is_any(bit(word_class::preposition) | bit(word_class::contraction));
    };
    while (at > sentence().begin + 1 && leads(at - 1)) --at;
    if (at < sentence().begin + 2 || !text_.is(at - 1, word_class::born)) return false;
    return text_.symbol(at - 2) == symbol_open || text_.symbol(at - 2) == symbol_comma;
  }

  // "die Jugend von heute", "die Stadt von morgen": says which is meant.
  bool is_of_noun(std::uint32_t i) const {
    const std::uint32_t begin = tokens(i).begin;
    return begin > sentence().begin + 1 && text_.is(begin - 1, word_class::of) &&
           text_.is_word(begin - 2) && text_.is_capital(begin - 2);
  }

  // "der Film 'Sommer 2019'": part of a name in quotation marks, behind the noun for it.
  bool is_in_title(std::uint32_t i) const {
    constexpr std::uint32_t longest = 8;  // tokens
    std::uint32_t open = tokens(i).begin;
    while (open > sentence().begin + 1 && open + longest > tokens(i).begin &&
           text_.symbol(open) != symbol_quote) {
      --open;
    }
    if (text_.symbol(open) != symbol_quote || !text_.is_word(open - 1)) return false;
    if (!text_.is_capital(open - 1)) return false;
    for (std::uint32_t k = open + 1; k < sentence().end && k < open + 2 * longest; ++k) {
      if (text_.symbol(k) == symbol_quote) return k >= tokens(i).end;
      if (text_.is_word(k) && !text_.is_capital(k) && verb_forms(text_, k) & finite) return false;
    }
    return false;
  }

  // "zum ersten Mal seit Jahren": not what holds since then.
  bool is_first_time(std::uint32_t i) const {
    const std::uint32_t begin = tokens(i).begin;
    return at(i).relates == relation::since && begin > sentence().begin + 1 &&
           text_.is(begin - 2, word_class::first_time);
  }

  // "der trockenste Monat seit 1959", "auf den tiefsten Stand seit Maerz": measured by that time.
  bool is_since_superlative(std::uint32_t i) const {
    if (!reading_) return false;
    const word_range time = reading_->words_of(tokens(i));
    token_index noun = time.empty() ? no_token : time.begin - 1;
    if (at(i).relates == relation::at) {  // "seit der Flut 2002"
      constexpr token_index widest = 4;
      const token_index first = noun - widest;
      while (noun > first && reading_->is(noun, tag_role::noun | tag_role::determiner)) --noun;
      if (!reading_->is(noun, word_class::since)) return false;
    } else if (at(i).relates != relation::since) {
      return false;
    }
    while (noun > 0 && reading_->is(noun, tag_role::adposition | tag_role::determiner)) --noun;
    if (noun < 1 || !reading_->is(noun, tag_role::noun | tag_role::name)) return false;
    for (token_index k = noun - 1; k >= 0; --k) {
      const bool adjective = reading_->word(k).word.form.is(pos_adjective) &&
                             !reading_->is(k, tag_role::determiner | tag_role::adposition);
      if (!adjective) return false;
      if (reading_->word(k).word.form.detail & detail_superlative) return true;
    }
    return false;
  }

  // "gegenueber dem Vorjahr": what something is measured by.
  bool is_compared(std::uint32_t i) const {
    std::uint32_t at = tokens(i).begin;
    at -= at > sentence().begin && text_.is(at - 1, word_class::article);
    if (is_before(at, word_class::measured_by)) return true;
    return at > sentence().begin &&
           text_.words[at - 1].is_any(bit(word_class::preposition) |
                                      bit(word_class::contraction)) &&
           is_before(at - 1, word_class::comparing_noun);
  }

  static bool is_reference(const time_expression& e) { return e.value.ends_with("_REF"); }
  static bool is_future(const time_expression& e) { return e.value == "FUTURE_REF"; }

  // Whether the verbs around the group tell of the past, by their tense or by their forms.
  bool is_told(const dated_group& group) const {
    const word_range words = reading_ ? reading_->words_of(group.tokens) : word_range{};
    if (words.empty()) return is_past(group.clause);
    const verb_tense tense = reading_->clause_at(reading_->owner(words.begin)).tense;
    return tense == verb_tense::preterite || tense == verb_tense::perfect ||
           tense == verb_tense::pluperfect;
  }

  // "wollten bald gehen": what was planned may lie ahead
  bool is_planned(std::uint32_t index) const {
    const std::uint32_t head = clauses_.clauses[index].head;
    return head != no_index &&
           static_cast<bool>(text_.tables.classes_of_verb({}, text_.words[head].verb) &
                             (bit(word_class::plan_verb) | bit(word_class::modal)));
  }

  // "die kuenftigen Schueler waren da": they are so only by now
  bool is_past(std::uint32_t index) const {
    const std::uint32_t head = clauses_.clauses[index].head;
    const std::uint8_t forms = head == no_index ? 0 : verb_forms(text_, head);
    return forms & past && !(forms & (present | conditional));
  }

  // "35-Stunden-Woche", but not "1901-1976"
  bool is_in_compound(std::uint32_t i) const {
    const span t = tokens(i);
    const auto ties = [&](std::uint32_t mark, std::uint32_t other, std::uint32_t right) {
      return (text_.symbol(mark) == symbol_inner_hyphen || text_.symbol(mark) == symbol_hyphen) &&
             text_.at(right).flags & token::glued && text_.at(other).is != token::number;
    };
    return (t.begin > 1 && ties(t.begin - 1, t.begin - 2, t.begin)) ||
           (t.end + 1 < text_.words.size() && ties(t.end, t.end + 1, t.end));
  }

  // "die heutige Lage", "der taegliche Einkauf": an adjective before a noun.
  bool is_attribute(std::uint32_t i) const {
    const span t = tokens(i);
    if (t.size() != 1 || text_.is_capital(t.begin)) return false;
    if (!text_.ends_like_adjective(t.begin)) return false;
    // "inzwischen", which only ends like one
    const token_index word = reading_ ? reading_->word_of(t.begin) : no_token;
    if (word != no_token && reading_->is(word, tag_role::adverb)) return false;
    std::uint32_t next = t.end;
    while (next < sentence().end && text_.is_word(next) && !text_.is_capital(next) &&
           !text_.words[next].classes && text_.ends_like_adjective(next)) {
      ++next;
    }
    return next < sentence().end && text_.is_word(next) && text_.is_capital(next);
  }

  // "20 Euro im Monat"
  bool is_price(std::uint32_t i) const {
    const std::uint32_t begin = tokens(i).begin;
    for (std::uint32_t token = begin, steps = 0; token-- > sentence().begin && steps < 3; ++steps) {
      if (text_.symbol(token) == symbol_currency || text_.is(token, word_class::currency)) {
        return true;
      }
    }
    return false;
  }

  // "das Wochenende" as subject or object: named, but dates nothing.
  bool is_mere_name(std::uint32_t i) const {
    const std::uint32_t begin = tokens(i).begin;
    if (tokens(i).size() != 1 || begin < sentence().begin + 1) return false;
    if (!text_.is_word(begin) || !text_.is(begin - 1, word_class::article)) return false;
    if (begin < sentence().begin + 2) return true;
    return !text_.words[begin - 2].is_any(bit(word_class::preposition) |
                                          bit(word_class::contraction));
  }

  // --- durations that other words anchor ---

  bound published() const {
    return times_.published ? bound::at(*times_.published) : bound::unknown();
  }

  // "ein Jahrzehnt nach der Privatisierung ist": now; "ueber die Jahre wird": from now on;
  // "an beiden Tagen": the two named before.
  interval anchored(std::uint32_t i) const {
    interval when;
    const span t = tokens(i);
    const clause& c = clauses_.clauses[clause_of(i)];
    const std::uint8_t head = c.head == no_index ? 0 : verb_forms(text_, c.head);
    if (text_.is(t.begin, word_class::both)) return last_times(i);
    const bool after_event =
        t.end + 1 < sentence().end && text_.is(t.end, word_class::after) &&
        text_.words[t.end + 1].is_any(bit(word_class::article) | bit(word_class::pronoun));
    if (after_event && head & present && times_.published) {
      when = in_unit({*times_.published, *times_.published}, grain::day, basis::implied);
      when.approximate = true;
    } else if (is_over(t.begin) && head & present && is_future_head(c)) {
      when.begin_earliest = when.begin_latest = published();
      when.end_earliest = when.end_latest = bound::open();
      when.begin_basis = when.end_basis = basis::implied;
    }
    return when;
  }

  relation relation_of(std::uint32_t i) const {
    return text_.is(tokens(i).begin, word_class::both) || is_over(tokens(i).begin)
               ? relation::during
               : relation::at;
  }

  bool is_over(std::uint32_t token) const {
    return text_.is(token, word_class::over) || is_before(token, word_class::over);
  }

  bool is_future_head(const clause& c) const {
    return static_cast<bool>(text_.tables.classes_of_verb({}, text_.words[c.head].verb) &
                             bit(word_class::auxiliary_become));
  }

  // From the first to the last of the two days named before.
  interval last_times(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 6;  // expressions looked through
    interval when;
    for (std::uint32_t j = i, steps = 0; j-- > 0 && steps < furthest; ++steps) {
      const interval& other = at(j).when;
      const bool point = other.single_unit() && !at(j).vague && !is_reference(at(j));
      if (!point || !other.begin_earliest.given()) continue;
      if (when.empty()) {
        when = other;
      } else if (other.begin_earliest != when.begin_earliest) {
        return hull_of(when, other);
      }
    }
    return {};
  }

  static interval hull_of(const interval& a, const interval& b) {
    const bool swapped =
        b.begin_earliest.given() && a.begin_earliest.given() && b.begin_earliest < a.begin_earliest;
    interval out = swapped ? b : a;
    const interval& end = swapped ? a : b;
    out.end_earliest = end.end_earliest;
    out.end_latest = end.end_latest;
    out.end_grain = end.end_grain;
    out.end_basis = end.end_basis;
    out.approximate |= end.approximate;
    return out;
  }

  // --- what belongs together ---

  // "nicht im Juli, sondern im Oktober": two times, of which one is denied.
  bool is_corrected(const dated_group& group, std::uint32_t i) const {
    if (!reading_) return false;
    return is_corrected_between(*reading_, reading_->words_of(group.tokens),
                                reading_->words_of(tokens(i)));
  }

  bool joins(const dated_group& group, std::uint32_t i) const {
    if (is_corrected(group, i)) return false;
    if (group.clause != clause_of(i)) return in_brackets(group, i);
    const std::uint32_t before = group.expressions.back();
    const time_expression& a = at(before);
    const time_expression& b = at(i);
    if (a.relates == relation::between && b.relates == relation::between && a.when == b.when) {
      return true;
    }
    if (group.relates == relation::recurring || b.type == timex_type::set) return true;
    if (a.relates == relation::since && b.relates == relation::until) return true;
    if (joined_by_words(tokens(before).end, tokens(i).begin)) {
      return a.relates == b.relates;
    }
    if (a.vague && b.relates == relation::until &&
        only_leads(tokens(before).end, tokens(i).begin)) {
      return true;
    }
    if (a.vague != b.vague || is_reference(a) != is_reference(b)) {
      return a.relates != relation::until && b.relates != relation::until;
    }
    return is_part_of(a, b) || is_part_of(b, a);
  }

  bool in_brackets(const dated_group& group, std::uint32_t i) const {
    const std::uint32_t begin = tokens(i).begin;
    return begin > group.tokens.end && text_.symbol(begin - 1) == symbol_open &&
           at(i).type == timex_type::time && is_part_of(at(i), at(group.expressions.back()));
  }

  // Only prepositions stand between: "weiterhin bis 2030".
  bool only_leads(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (!text_.words[i].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
                                 bit(word_class::article) | bit(word_class::focus))) {
        return false;
      }
    }
    return true;
  }

  // Only "und", "oder", commas and prepositions stand between.
  bool joined_by_words(std::uint32_t from, std::uint32_t to) const {
    bool coordinated = false;
    for (std::uint32_t i = from; i < to; ++i) {
      const bool mark = text_.symbol(i) == symbol_comma || text_.symbol(i) == symbol_open ||
                        text_.symbol(i) == symbol_close || text_.symbol(i) == symbol_inner_slash ||
                        text_.symbol(i) == symbol_slash;
      const bool joint = text_.is(i, word_class::coordinator) || mark;
      coordinated |= joint;
      if (!joint &&
          !text_.words[i].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
                                 bit(word_class::article) | bit(word_class::focus))) {
        return false;
      }
    }
    return coordinated;
  }

  // One lies in the other: "am Freitag ... um 9 Uhr".
  static bool is_part_of(const time_expression& part, const time_expression& whole) {
    if (part.relates != relation::at || whole.relates != relation::at) return false;
    if (!part.when.begin_earliest.given() || !whole.when.begin_earliest.given()) return false;
    if (!part.when.end_latest.given() || !whole.when.end_latest.given()) return false;
    return whole.when.begin_earliest.date <= part.when.begin_earliest.date &&
           part.when.end_latest.date <= whole.when.end_latest.date;
  }

  void join(dated_group& group, std::uint32_t i, const interval& when) const {
    const time_expression& a = at(group.expressions.back());
    const time_expression& b = at(i);
    group.expressions.push_back(i);
    group.tokens.end = tokens(i).end;
    if (b.type == timex_type::set || group.relates == relation::recurring) {
      // "ab 2027 jaehrlich": a habit with a begin
      const bool habit_first = group.relates == relation::recurring;
      const relation bounded = habit_first ? b.relates : group.relates;
      const interval bounds = habit_first ? when : group.when;
      make_recurring(group);
      if (is_bounded(bounded)) group.when = bounds;
    } else if (a.relates == relation::since && b.relates == relation::until) {
      bound_both(group, when);
    } else if (is_part_of(b, a) && group.relates == relation::during) {
      group.when = hull_of(group.when, when);  // "am 7. Mai, 10 Uhr, und am 8. Mai, 11 Uhr"
    } else if (is_part_of(b, a)) {
      group.when = when;
    } else if (is_part_of(a, b) || (a.vague && !b.vague)) {
      if (a.vague) group.relates = b.relates;
      if (a.vague) group.when = when;
    } else if (a.relates == b.relates && !a.vague && !b.vague && a.relates != relation::between) {
      group.when = hull_of(group.when, when);
      if (group.relates == relation::at) group.relates = relation::during;
    }
  }

  static bool is_bounded(relation r) {
    return r == relation::since || r == relation::until || r == relation::from ||
           r == relation::between;
  }

  static void bound_both(dated_group& group, const interval& end) {
    group.relates = relation::between;
    // "seit Jahren": its end is the publication, its begin is not known
    group.when.end_earliest = end.end_earliest;
    group.when.end_latest = end.end_latest;
    group.when.end_grain = end.end_grain;
    group.when.end_basis = end.end_basis;
    if (!group.when.begin_earliest.given()) group.when.begin_grain = end.end_grain;
  }

  // A habit holds when the article appears; since when and how long is not said.
  void make_recurring(dated_group& group) const {
    group.relates = relation::recurring;
    group.when = {};
    if (!times_.published) return;
    group.when = in_unit(unit_of(*times_.published, grain::year), grain::year, basis::assumed);
  }

  // "hiess ab 2005 A und seit 2010 B": the second state ends the first.
  void close_by_next(dated_group& group, const dated_group& next) const {
    const bool open = group.relates == relation::from || group.relates == relation::since;
    if (!open || clauses_.clauses[next.clause].joined != group.clause) return;
    if (clauses_.clauses[next.clause].head != clauses_.clauses[group.clause].head) return;
    if (!next.when.begin_earliest.given() || next.relates == relation::at) return;
    group.when.end_earliest = next.when.begin_earliest;
    group.when.end_latest = next.when.begin_latest;
    group.when.end_grain = next.when.begin_grain;
    group.when.end_basis = basis::implied;
  }

  const analyzed_text& text_;
  const sentence_clauses& clauses_;
  const sentence_reading* reading_;
  const article_times& times_;
};

}  // namespace

void group_times(const analyzed_text& text, const sentence_clauses& clauses,
                 const sentence_reading* reading, const article_times& times, std::uint32_t first,
                 std::uint32_t last, std::vector<dated_group>& out) {
  grouper(text, clauses, reading, times).run(first, last, out);
}

}  // namespace zeitstrahl
