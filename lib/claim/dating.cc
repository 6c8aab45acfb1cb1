#include "claim/dating.h"

#include <algorithm>

#include "claim/stance.h"

namespace zeitstrahl {
namespace {

class grouper {
 public:
  explicit grouper(const sentence_times& sentence) : s_(sentence) {}

  void run(std::uint32_t first, std::uint32_t last, std::vector<dated_group>& out) {
    out.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      interval when = s_.at(i).when;
      if (when.empty() && s_.at(i).type == timex_type::duration) when = anchored(i);
      if (!out.empty() && take_hours(out.back(), i)) continue;
      if (dates_nothing(s_, i, when)) continue;
      if (!out.empty() && joins(out.back(), i)) {
        join(out.back(), i, when);
      } else {
        out.push_back({{i}, s_.tokens(i), when, s_.at(i).relates, s_.clause_of(i)});
        if (s_.at(i).type == timex_type::set) make_recurring(out.back());
        if (s_.at(i).when.empty() && !when.empty()) out.back().relates = relation_of(i);
      }
    }
    for (std::size_t i = 0; i + 1 < out.size(); ++i) close_by_next(out[i], out[i + 1]);
    for (dated_group& group : out) forget_open_end(group);
  }

 private:
  // --- hours ---

  // "jeden Freitag um 14 Uhr", "ab Mai von 10 bis 18 Uhr", "am 3. Mai von 10 bis 18 Uhr": the
  // hours of a habit, a state or a day are no claim of their own.
  bool take_hours(dated_group& group, std::uint32_t i) const {
    if (group.clause != s_.clause_of(i)) return false;
    const time_expression& first = s_.at(group.expressions.front());
    if (begins_in_day(first, s_.at(i)) && group.expressions.size() == 1) {
      group.when = within_day(first, s_.at(i));  // "ab 9 Uhr tagt am Dienstag der Rat"
    } else if (is_hours(first) && is_bounded(s_.at(i).relates) && !is_hours(s_.at(i))) {
      group.when = s_.at(i).when;
      group.relates = s_.at(i).relates;
    } else if (s_.at(i).type == timex_type::time && s_.at(i).relates == relation::recurring) {
      if (group.relates != relation::recurring) return false;
    } else if (is_hours(s_.at(i)) && group.relates == relation::at && first.when.single_unit()) {
      if (first.when.begin_earliest.date != s_.at(i).when.begin_earliest.date) return false;
      group.when = s_.at(i).when;
      group.relates = relation::between;
    } else if (group.relates == relation::at && begins_in_day(s_.at(i), first)) {
      group.when = within_day(s_.at(i), first);
      group.relates = relation::from;
    } else if (closes_hours(group, s_.at(i))) {
      // "seit Mai bis 22 Uhr": every day
    } else if (!is_hours(s_.at(i)) || is_hours(first)) {
      return false;
    }
    group.expressions.push_back(i);
    group.tokens.end = s_.tokens(i).end;
    return true;
  }

  bool closes_hours(const dated_group& group, const time_expression& e) const {
    const bool open = group.relates == relation::since || group.relates == relation::from;
    return open && s_.at(group.expressions.front()).type != timex_type::time &&
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
    if (group.relates != relation::from || !s_.times.published || !is_told(group)) return;
    const bound& begin = group.when.begin_latest;
    if (group.when.end_latest != bound::open() || !begin.given()) return;
    if (begin.date < *s_.times.published) {
      group.when.end_earliest = group.when.end_latest = bound::unknown();
    }
  }

  // Whether the verbs around the group tell of the past, by their tense or by their forms.
  bool is_told(const dated_group& group) const {
    if (!s_.reading) return s_.is_past(group.clause);
    const word_range words = s_.reading->words_of(group.tokens);
    if (words.empty()) return s_.is_past(group.clause);
    const verb_tense tense = s_.reading->clause_at(s_.reading->owner(words.begin)).tense;
    return tense == verb_tense::preterite || tense == verb_tense::perfect ||
           tense == verb_tense::pluperfect;
  }

  // --- durations that other words anchor ---

  bound published() const {
    return s_.times.published ? bound::at(*s_.times.published) : bound::unknown();
  }

  // "ein Jahrzehnt nach der Privatisierung ist": now; "ueber die Jahre wird": from now on;
  // "an beiden Tagen": the two named before.
  interval anchored(std::uint32_t i) const {
    interval when;
    const span t = s_.tokens(i);
    const clause& c = s_.clauses.clauses[s_.clause_of(i)];
    const std::uint8_t head = c.head == no_index ? 0 : verb_forms(s_.text, c.head);
    if (s_.text.is(t.begin, word_class::both)) return last_times(i);
    const bool after_event =
        t.end + 1 < s_.sentence().end && s_.text.is(t.end, word_class::after) &&
        s_.text.words[t.end + 1].is_any(bit(word_class::article) | bit(word_class::pronoun));
    if (after_event && head & present && s_.times.published) {
      when = in_unit({*s_.times.published, *s_.times.published}, grain::day, basis::implied);
      when.approximate = true;
    } else if (is_over(t.begin) && head & present && is_future_head(c)) {
      when.begin_earliest = when.begin_latest = published();
      when.end_earliest = when.end_latest = bound::open();
      when.begin_basis = when.end_basis = basis::implied;
    }
    return when;
  }

  relation relation_of(std::uint32_t i) const {
    return s_.text.is(s_.tokens(i).begin, word_class::both) || is_over(s_.tokens(i).begin)
               ? relation::during
               : relation::at;
  }

  bool is_over(std::uint32_t token) const {
    return s_.text.is(token, word_class::over) || s_.is_before(token, word_class::over);
  }

  bool is_future_head(const clause& c) const {
    return static_cast<bool>(s_.text.tables.classes_of_verb({}, s_.text.words[c.head].verb) &
                             bit(word_class::auxiliary_become));
  }

  // From the first to the last of the two days named before.
  interval last_times(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 6;  // expressions looked through
    interval when;
    for (std::uint32_t j = i, steps = 0; j-- > 0 && steps < furthest; ++steps) {
      const interval& other = s_.at(j).when;
      const bool point = other.single_unit() && !s_.at(j).vague && !is_reference(s_.at(j));
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
    if (!s_.reading) return false;
    return is_corrected_between(*s_.reading, s_.reading->words_of(group.tokens),
                                s_.reading->words_of(s_.tokens(i)));
  }

  bool joins(const dated_group& group, std::uint32_t i) const {
    if (is_corrected(group, i)) return false;
    if (group.clause != s_.clause_of(i)) return in_brackets(group, i);
    const std::uint32_t before = group.expressions.back();
    const time_expression& a = s_.at(before);
    const time_expression& b = s_.at(i);
    if (a.relates == relation::between && b.relates == relation::between && a.when == b.when) {
      return true;
    }
    if (group.relates == relation::recurring || b.type == timex_type::set) {
      return of_one_verb(group, i);
    }
    if (a.relates == relation::since && b.relates == relation::until) return true;
    if (is_turn_of_days(before, i)) return true;
    if (joined_by_words(s_.tokens(before).end, s_.tokens(i).begin)) {
      return a.relates == b.relates;
    }
    if ((a.vague || is_reference(a)) && b.relates == relation::until &&
        only_leads(s_.tokens(before).end, s_.tokens(i).begin)) {
      return true;
    }
    if (a.vague != b.vague || is_reference(a) != is_reference(b)) {
      return of_one_verb(group, i) && a.relates != relation::until && b.relates != relation::until;
    }
    return is_part_of(a, b) || is_part_of(b, a);
  }

  // "von Sonntag auf Montag": the night between; not where something is put off from day to day.
  bool is_turn_of_days(std::uint32_t before, std::uint32_t i) const {
    const span a = s_.tokens(before);
    const std::uint32_t begin = s_.tokens(i).begin;
    const bool between = s_.is_before(a.begin, word_class::of) && begin == a.end + 1 &&
                         s_.text.is(a.end, word_class::shift_target);
    const interval& first = s_.at(before).when;
    const interval& second = s_.at(i).when;
    if (!between || !first.single_unit() || !second.single_unit()) return false;
    if (second.begin_earliest.date != first.end_latest.date + 1) return false;
    const word_range words = s_.reading ? s_.reading->words_of(a) : word_range{};
    if (words.empty()) return true;
    const syntax_clause& c = s_.reading->clause_at(s_.reading->owner(words.begin));
    return !(s_.reading->verb_classes(c) & bit(word_class::shift_verb));
  }

  // "jedes Jahr die Gruendung der [1962 entstandenen] Stadt", "die [1998 gebaute] Halle steht heute
  // leer": not a participle's own time.
  bool of_one_verb(const dated_group& group, std::uint32_t i) const {
    const word_range a = s_.reading ? s_.reading->words_of(group.tokens) : word_range{};
    const word_range b = s_.reading ? s_.reading->words_of(s_.tokens(i)) : word_range{};
    if (a.empty() || b.empty()) return true;
    const bool described = describes_noun(a);
    if (described != describes_noun(b)) return false;
    return !described || s_.reading->owner(a.begin) == s_.reading->owner(b.begin);
  }

  bool describes_noun(word_range time) const {
    const syntax_clause& c = s_.reading->clause_at(s_.reading->owner(time.begin));
    const noun_phrase* p = s_.reading->phrase_around(time.begin);
    return c.kind == clause_kind::participial ||
           (p && p->begin < time.begin && time.end <= p->head);
  }

  bool in_brackets(const dated_group& group, std::uint32_t i) const {
    const std::uint32_t begin = s_.tokens(i).begin;
    return begin > group.tokens.end && s_.text.symbol(begin - 1) == symbol_open &&
           s_.at(i).type == timex_type::time &&
           is_part_of(s_.at(i), s_.at(group.expressions.back()));
  }

  // Only prepositions stand between: "weiterhin bis 2030".
  bool only_leads(std::uint32_t from, std::uint32_t to) const {
    constexpr word_classes leads = bit(word_class::preposition) | bit(word_class::contraction) |
                                   bit(word_class::article) | bit(word_class::focus);
    return !any_token({from, to}, [&](std::uint32_t i) { return !s_.text.words[i].is_any(leads); });
  }

  // Only "und", "oder", commas and prepositions stand between.
  bool joined_by_words(std::uint32_t from, std::uint32_t to) const {
    bool coordinated = false;
    for (std::uint32_t i = from; i < to; ++i) {
      const bool mark = s_.text.symbol(i) == symbol_comma || s_.text.symbol(i) == symbol_open ||
                        s_.text.symbol(i) == symbol_close ||
                        s_.text.symbol(i) == symbol_inner_slash ||
                        s_.text.symbol(i) == symbol_slash;
      const bool joint = s_.text.is(i, word_class::coordinator) || mark;
      coordinated |= joint;
      if (!joint &&
          !s_.text.words[i].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
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
    const time_expression& a = s_.at(group.expressions.back());
    const time_expression& b = s_.at(i);
    group.expressions.push_back(i);
    group.tokens.end = s_.tokens(i).end;
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
    } else if (is_narrowed(a, b)) {
      group.relates = b.relates;
      group.when = when;
    } else if (!is_part_of(a, b) && a.relates == b.relates && !a.vague && !b.vague &&
               a.relates != relation::between) {
      group.when = hull_of(group.when, when);
      if (group.relates == relation::at) group.relates = relation::during;
    }
  }

  // "weiterhin bis 2030", "jetzt fuer 2029": the date tells which time.
  static bool is_narrowed(const time_expression& a, const time_expression& b) {
    return !b.vague && !is_reference(b) && (a.vague || is_reference(a));
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
    if (!s_.times.published) return;
    group.when = in_unit(unit_of(*s_.times.published, grain::year), grain::year, basis::assumed);
  }

  // "hiess ab 2005 A und seit 2010 B": the second state ends the first.
  void close_by_next(dated_group& group, const dated_group& next) const {
    const bool open = group.relates == relation::from || group.relates == relation::since;
    if (!open || s_.clauses.clauses[next.clause].joined != group.clause) return;
    if (s_.clauses.clauses[next.clause].head != s_.clauses.clauses[group.clause].head) return;
    if (!next.when.begin_earliest.given() || next.relates == relation::at) return;
    group.when.end_earliest = next.when.begin_earliest;
    group.when.end_latest = next.when.begin_latest;
    group.when.end_grain = next.when.begin_grain;
    group.when.end_basis = basis::implied;
  }

  const sentence_times& s_;
};

}  // namespace

void group_times(const analyzed_text& text, const sentence_clauses& clauses,
                 const sentence_reading* reading, const article_times& times, std::uint32_t first,
                 std::uint32_t last, std::vector<dated_group>& out) {
  const sentence_times sentence{text, clauses, reading, times};
  grouper(sentence).run(first, last, out);
}

}  // namespace zeitstrahl
