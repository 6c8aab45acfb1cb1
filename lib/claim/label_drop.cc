#include <algorithm>

#include "claim/label_choice.h"
#include "claim/label_words.h"

namespace zeitstrahl {
namespace {

class part_dropper : public word_choice {
 public:
  explicit part_dropper(word_choice chosen) : word_choice(std::move(chosen)) {}

  label_words run() {
    whole_ = keep_;
    drop_sources();
    drop_so();
    drop_brackets();
    for (const word_range t : source_.times) drop_time(t);
    drop_ties();
    drop_opening();
    fill_front();
    tidy_marks();
    for (token_index i = 0; i < s_.size(); ++i) {
      if (kept(i)) out_.words.push_back(i);
    }
    return std::move(out_);
  }

 private:
  // "laut X", "nach Angaben der Polizei", "X zufolge"
  void drop_sources() {
    for (token_index i = 0; i < s_.size(); ++i) {
      // not "40 der laut Plan 90 Busse"
      if (!kept(i) || s_.is(i - 1, tag_role::determiner)) continue;
      const token_index head = s_.word(i).head;
      if (s_.is(i, word_class::report_preposition) && s_.is(i, tag_role::adposition)) {
        drop_constituent(subtree(head, i));
      } else if (s_.is(i, word_class::report_after) && is_report(head)) {
        drop_constituent(subtree(head, i));
      } else if (s_.is(i, word_class::report_postposition)) {
        drop_constituent(phrase_before(i));
      }
    }
  }

  bool is_report(token_index noun) const {
    return s_.is(noun, tag_role::noun) &&
           (s_.is(noun, word_class::report_noun) || s_.ends_like(noun, word_class::report_noun));
  }

  // ", so die Gutachterin Lena Ortmann"
  void drop_so() {
    for (token_index i = 1; i + 1 < s_.size(); ++i) {
      if (!kept(i) || !s_.is(i, word_class::so) || s_.mark(i - 1) != mark_kind::comma) continue;
      token_index end = i + 1;
      while (end < s_.size() && s_.mark(end) == mark_kind::none &&
             !s_.is(end, tag_role::verb | tag_role::subordinator)) {
        ++end;
      }
      const bool closed = end == s_.size() || s_.mark(end) != mark_kind::none;
      const bool names =
          s_.is(i + 1, tag_role::determiner | tag_role::name) || s_.is(i + 1, tag_role::noun);
      if (closed && names && leaves_sentence({i - 1, end})) drop({i - 1, end});
    }
  }

  // From `begin` to the last word under `head`, but not to what the clause says of its subject:
  // "laut Wirtin Eva Kern [ein Erfolg]"; empty where they do not stand together.
  word_range subtree(token_index head, token_index begin) const {
    if (head == no_token || head < begin) return {};
    token_index end = head + 1;
    while (end < s_.size() && s_.is_under(end, head) && !s_.is(end, tag_role::finite) &&
           !begins_phrase(end)) {
      ++end;
    }
    for (token_index i = begin; i < end; ++i) {
      if (!s_.is_under(i, head)) return {};
    }
    return {begin, end};
  }

  // A noun phrase that no comma, preposition or genitive ties to the words before it.
  bool begins_phrase(token_index i) const {
    if (!s_.is(i, tag_role::determiner) || s_.mark(i - 1) != mark_kind::none) return false;
    constexpr std::uint8_t genitive = 1u << static_cast<unsigned>(grammatical_case::genitive);
    const noun_phrase* p = s_.phrase_around(i);
    return p && p->begin == i && p->preposition == no_token && p->cases && !(p->cases & genitive);
  }

  // "[der Polizei] zufolge", "[Schaetzungen der Stadt] zufolge", with the word behind it.
  word_range phrase_before(token_index end) const {
    token_index begin = end;
    for (token_index i = end; i == end || s_.is(i, word_class::genitive_article);) {
      const noun_phrase* p = phrase_to(i);
      if (!p || (i < end && !is_report(p->head))) break;
      i = begin = p->begin;
    }
    return begin < end ? word_range{begin, end + 1} : word_range{};
  }

  const noun_phrase* phrase_to(token_index end) const {
    for (const noun_phrase& p : s_.parts().phrases) {
      if (p.end == end) return &p;
    }
    return nullptr;
  }

  bool drop_constituent(word_range r) {
    if (r.empty() || !leaves_sentence(r)) return false;
    const bool holds_comma = has_comma(r);
    drop(r);
    const bool closes = s_.mark(r.end) == mark_kind::comma;
    if (closes && (holds_comma || s_.mark(r.begin - 1) == mark_kind::comma)) {
      set(r.end, false);
      if (!holds_comma && kept(r.begin - 1)) set(r.begin - 1, false);
    }
    return true;
  }

  bool has_comma(word_range r) const {
    return any_word(r, [&](token_index i) { return s_.mark(i) == mark_kind::comma; });
  }

  token_index first_kept() const {
    token_index i = 0;
    while (i < s_.size() &&
           (!kept(i) || s_.mark(i) != mark_kind::none || s_.is(i, tag_role::coordinator))) {
      ++i;
    }
    return i;
  }

  // The subject may stand first: the analysis is sure of it, and of where it ends.
  bool subject_can_move(const syntax_clause& c) const {
    const word_range r = movable_subject(s_, out_.clause);
    // "die Halle 2019" before its verb: the year is the verb's
    const noun_phrase* subject = s_.phrase(c.subject);
    const bool dated = std::any_of(source_.times.begin(), source_.times.end(), [&](word_range t) {
      return subject && t.begin <= subject->head && r.begin < t.end;
    });
    return !r.empty() && r.begin > c.finite && !dated;
  }

  // Something is left beside the verb.
  bool leaves_sentence(word_range r) const {
    return any_word({0, s_.size()}, [&](token_index i) {
      const bool says = kept(i) && !r.holds(i) && s_.mark(i) == mark_kind::none;
      return says && !s_.is(i, tag_role::verb | tag_role::determiner) &&
             !s_.is(i, tag_role::adposition | tag_role::coordinator);
    });
  }

  void drop_brackets() {
    for (token_index i = 0; i < s_.size(); ++i) {
      const std::string_view written = s_.word(i).word.text;
      if (!kept(i) || (written != "(" && written != "[")) continue;
      token_index end = i + 1;
      while (end < s_.size() && s_.mark(end) != mark_kind::bracket) ++end;
      if (end == s_.size()) continue;
      drop({i, end + 1});
    }
  }

  void drop_time(word_range time) {
    if (time.empty() || !kept(time.begin)) return;
    const word_range whole = with_leads(time);
    if (!opens_entry(whole) && is_needed(time, whole)) return;
    drop_constituent(whole);
  }

  // "Juni 2021 - Umzug nach Riesa": the entry of a chronicle, parted from its date.
  bool opens_entry(word_range time) const {
    const mark_kind next = s_.mark(time.end);
    return source_.phrase.empty() && first_kept() == time.begin && time.end < s_.size() &&
           (next == mark_kind::dash || s_.word(time.end).word.text == ":");
  }

  // With "schon bis zum", "im Laufe des" before it, and the zone behind a clock time.
  word_range with_leads(word_range time) const {
    token_index begin = time.begin;
    const auto leads = [&](token_index i) {
      return kept(i) && s_.mark(i) == mark_kind::none && s_.owner(i) == s_.owner(time.begin);
    };
    const auto describes = [&](token_index i) {
      return s_.is(i, tag_role::adjective) && time.holds(s_.word(i).head);
    };
    const auto is_pronoun = [&](token_index i) {
      // ", der [2021] kam": no article
      const bool year = s_.is(time.begin, tag_roles(tag_role::number)) && i + 1 == time.begin &&
                        time.end == time.begin + 1;
      if (year && s_.is(i, word_class::relative) && s_.mark(i - 1) == mark_kind::comma) return true;
      return out_.clause != no_clause && i == begin_of_words(at(out_.clause)) &&
             is_relative(out_.clause);
    };
    while (leads(begin - 1) && !is_pronoun(begin - 1) && !is_adverb(time) &&
           (s_.is(begin - 1, tag_role::determiner) || describes(begin - 1))) {
      --begin;
    }
    // "bis zum", "seit", but not "der Sage nach im Mai"
    while (leads(begin - 1) && s_.is(begin - 1, tag_role::adposition) &&
           !s_.is(begin - 1, word_class::report_postposition) &&
           (begin == time.begin || !s_.is(begin - 1, word_class::report_after))) {
      --begin;
    }
    // "im Laufe des Vormittags", "in den Monaten Mai und Juni"
    if (leads(begin - 1) && s_.is(begin - 1, word_class::course_noun)) {
      token_index lead = begin - 2;
      if (leads(lead) && s_.is(lead, tag_role::determiner)) --lead;
      if (leads(lead) && s_.is(lead, tag_role::adposition)) begin = lead;
    }
    if (s_.is(begin - 1, tag_role::coordinator) && is_time(begin - 2)) --begin;
    while (leads(begin - 1) && s_.is(begin - 1, word_class::filler) &&
           !s_.is(begin - 1, tag_role::finite | tag_role::coordinator)) {
      --begin;
    }
    // "um 18 Uhr MEZ"
    const bool zone = kept(time.end) && s_.is(time.end, word_class::zone);
    return {begin, zone ? time.end + 1 : time.end};
  }

  bool is_adverb(word_range time) const {
    return all_words(time, [&](token_index i) { return s_.is(i, tag_role::adverb); });
  }

  // What else hangs on the time, what the time completes, and what denies or measures it.
  bool is_needed(word_range time, word_range whole) const {
    if (s_.clause_at(s_.owner(time.begin)).kind == clause_kind::participial) return true;
    if (describes_attribute(time) || stands_in_phrase(time, whole) || ends_part(whole)) return true;
    // before the finite verb stands one constituent, whatever the tree ties to it
    const bool whole_field = whole.end == s_.clause_at(s_.owner(time.begin)).finite ||
                             (!source_.gap.empty() && whole.begin == source_.gap.begin);
    for (token_index i = whole_field ? s_.size() : 0; i < s_.size(); ++i) {
      const bool hangs = kept(i) && !whole.holds(i) && !is_time(i) &&
                         s_.mark(i) == mark_kind::none && s_.word(i).head != no_token &&
                         time.holds(s_.word(i).head);
      if (hangs && !s_.is(i, tag_role::verb) && !has_preposition(i)) return true;
    }
    const bool genitive = s_.is(whole.begin, word_class::genitive_article);
    if (genitive && kept(whole.begin - 1) && s_.is(whole.begin - 1, tag_role::noun)) return true;
    for (token_index i = whole.end; source_.phrase.holds(i); ++i) {  // "seit 2019 gesuchte Brief"
      if (s_.is(i, tag_role::noun | tag_role::name)) {
        const bool attribute =
            s_.is(i - 1, tag_role::adjective) || s_.word(i - 1).word.form.is(pos_adjective);
        if (attribute && i - 1 >= whole.end) return true;
        if (!s_.is(i - 1, tag_role::adposition | tag_role::determiner)) break;
      }
    }
    // "der [seit Jahren] gesuchte Brief"
    const bool led =
        s_.is(whole.begin, tag_role::adposition) && s_.is(whole.begin - 1, tag_role::determiner);
    if (led && kept(whole.begin - 1)) return true;
    // "zwischen [2026] und 2030" goes as a whole
    const bool joined = s_.is(whole.end, tag_role::coordinator) && !is_time(whole.end + 1);
    if (is_measured(whole.begin - 1) || joined) return true;
    if (describes_noun(time) || is_length(time) || is_all_of_relative(whole)) return true;
    return is_predicate(whole);
  }

  // "vier Fluege, die meisten davon [im Herbst]": what is said of a part, behind a comma and
  // without a verb.
  bool ends_part(word_range whole) const {
    bool part = false;
    for (token_index i = whole.begin; i-- > 0;) {
      if (s_.mark(i) == mark_kind::comma) return part;
      if (s_.mark(i) != mark_kind::none || s_.is(i, tag_role::verb)) return false;
      part |= (s_.word(i).word.form.detail & detail_pronominal) != 0;
    }
    return false;
  }

  // "am 5. Juni [in Lindau]": a phrase of its own, whatever the tree ties it to
  bool has_preposition(token_index i) const {
    if (s_.is(i, tag_role::adposition)) return true;
    const noun_phrase* p = nullptr;
    for (const noun_phrase& q : s_.parts().phrases) {
      if (q.head == i) p = &q;
    }
    return p && p->preposition != no_token;
  }

  bool is_measured(token_index i) const {
    return kept(i) && (s_.is(i, word_class::negation) || s_.is(i, word_class::comparison) ||
                       s_.is(i, word_class::keeps_time) || s_.is(i, tag_role::coordinator) ||
                       s_.is(i, word_class::contraction) || s_.is(i, tag_role::adjective));
  }

  // "in bis [heute] unerklaerte Haft": hangs on an adjective before a noun.
  bool describes_attribute(word_range time) const {
    for (token_index i = time.begin; i < time.end; ++i) {
      const token_index head = s_.word(i).head;
      if (head == no_token || time.holds(head)) continue;
      if (head < time.end || !s_.is(head, tag_role::adjective)) return false;
      for (token_index k = time.end; k < head; ++k) {
        if (s_.is(k, tag_role::noun | tag_role::name)) return false;
      }
      const token_index noun = s_.word(head).head;
      return noun > head && s_.is(noun, tag_role::noun | tag_role::name);
    }
    return false;
  }

  // "mit [derzeit] 40 Mitgliedern", "in [jahrelanger] Arbeit": its preposition belongs to a noun
  // behind it.
  bool stands_in_phrase(word_range time, word_range whole) const {
    if (!s_.is(time.end - 1, tag_role::adverb | tag_role::adjective)) return false;
    return any_word({whole.begin, time.end}, [&](token_index i) {
      const token_index head = s_.word(i).head;
      const bool before_noun = head != no_token && head >= time.end && kept(head) &&
                               s_.is(head, tag_role::noun | tag_role::name);
      return s_.is(i, tag_role::adposition) && before_noun;
    });
  }

  // "der gestrige Vortrag", "der Termin 30. Juni": between a determiner and its noun.
  bool describes_noun(word_range time) const {
    return s_.is(time.begin, tag_role::adjective) && s_.is(time.end, tag_role::noun) &&
           s_.word(time.begin).head == time.end;
  }

  // "Vertrag, der [bis 2027] gilt": nothing else stands beside the verb.
  bool is_all_of_relative(word_range r) const {
    if (out_.clause == no_clause || !is_relative(out_.clause)) return false;
    const syntax_clause& c = at(out_.clause);
    if (c.content != no_token && c.content != c.finite) return false;
    return !any_word({c.begin, c.end}, [&](token_index i) {
      const bool own = s_.owner(i) == out_.clause && s_.mark(i) == mark_kind::none;
      const bool pronoun = i == begin_of_words(c) || i == c.opener;
      return own && i != c.finite && !pronoun && !r.holds(i) && !s_.is(i, word_class::filler);
    });
  }

  // "verbrachte [zwei Jahre] in Ulm", "dauerte [drei Tage]": what the verb asks for.
  bool is_length(word_range time) const {
    if (out_.clause == no_clause || s_.is(time.begin - 1, tag_role::adposition)) return false;
    const noun_phrase* p = s_.phrase_around(time.end - 1);
    return p && p->preposition == no_token &&
           s_.verb_classes(at(out_.clause)) & bit(word_class::time_verb);
  }

  // "Das Konzert ist am 3. Juni", "Das Schloss datiert aus dem 12. Jahrhundert"
  bool is_predicate(word_range r) const {
    if (out_.clause == no_clause) return false;
    const syntax_clause& c = at(out_.clause);
    if (c.finite == no_token) return false;
    const token_index verb = c.content == no_token ? c.finite : c.content;
    const bool weak = s_.has(verb, word_role::be) || s_.has(verb, word_role::become) ||
                      s_.verb_classes(c) & bit(word_class::time_verb);
    if (!weak) return false;
    int nouns = 0;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i) || r.holds(i) || i == verb || i == c.finite || i == c.opener) continue;
      if (is_time(i)) continue;  // of a range
      if (s_.mark(i) != mark_kind::none || s_.is(i, word_class::filler)) continue;
      if (is_attribute(c, i)) continue;
      if (!s_.is(i, tag_role::noun | tag_role::name) && !s_.is(i, tag_role::pronoun)) return false;
      ++nouns;
    }
    return nouns < 2;
  }

  // Not the subject, which hangs on a predicate's noun, nor the predicate behind a name.
  bool is_attribute(const syntax_clause& c, token_index i) const {
    const token_index head = s_.word(i).head;
    const noun_phrase* subject = s_.phrase(c.subject);
    if (subject && subject->head == i) return false;
    if (head == i - 1 && s_.is(head, tag_role::name) && s_.is_common_noun(i)) return false;
    return head != no_token && kept(head) && s_.owner(head) == s_.owner(i) &&
           s_.is(head, tag_role::noun | tag_role::name);
  }

  // "Ausserdem", "jedoch": what ties the clause to others, and nothing hangs on it.
  void drop_ties() {
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i) || !s_.is(i, word_class::tie)) continue;
      const bool alone = s_.mark(i - 1) != mark_kind::comma && s_.mark(i + 1) != mark_kind::comma;
      if (alone && !is_measured(i - 1) && leaves_sentence({i, i + 1})) set(i, false);
    }
  }

  // Conjunctions that tie to the sentence before, and the place that a report comes from.
  void drop_opening() {
    drop_dateline();
    token_index i = 0;
    while (i < s_.size() &&
           (!kept(i) || s_.is(i, tag_role::coordinator) || s_.mark(i) == mark_kind::comma ||
            s_.mark(i) == mark_kind::dash || s_.mark(i) == mark_kind::divider)) {
      if (kept(i)) set(i, false);
      ++i;
    }
    if (out_.clause != no_clause && i + 1 == at(out_.clause).finite && kept(i) &&
        s_.is(i, word_class::filler)) {
      set(i, false);
    }
  }

  // "Ulm/Bonn - Das Bad schliesst"
  void drop_dateline() {
    token_index dash = 0;
    while (dash < s_.size() && s_.mark(dash) != mark_kind::dash) ++dash;
    constexpr token_index longest = 4;
    if (out_.clause == no_clause || dash == 0 || dash > longest) return;
    if (at(out_.clause).finite <= dash + 1) return;
    for (token_index i = 0; i < dash; ++i) {
      const bool may_name = s_.word(i).word.capital && !s_.is(i, tag_role::determiner);
      if (!may_name && s_.mark(i) == mark_kind::none) return;
    }
    for (token_index i = dash + 1; i < at(out_.clause).finite; ++i) {
      if (s_.mark(i) == mark_kind::dash) return;  // "Ulm - die Stadt - waechst"
    }
    drop({0, dash + 1});
  }

  // A statement's verb stands second: where nothing is left before it the subject goes there, or
  // else what stood there comes back.
  void fill_front() {
    if (out_.clause == no_clause) return;
    const syntax_clause& c = at(out_.clause);
    if (c.kind != clause_kind::main || first_kept() != c.finite || !out_.front.empty()) return;
    const bool states = c.force == clause_force::statement && !s_.is_asked(out_.clause);
    if (states && subject_can_move(c)) {
      out_.front = movable_subject(s_, out_.clause);
      return;
    }
    for (token_index i = c.begin; i < c.finite; ++i) {
      const bool joins = s_.is(i, tag_role::coordinator) || s_.mark(i) != mark_kind::none;
      if (!joins || first_kept() < i) set(i, whole_[static_cast<std::size_t>(i)]);
    }
    if (states && first_kept() == c.finite) out_.front = phrase_behind(c.finite);
  }

  // A phrase with a preposition right behind the verb, with what hangs on it; a time stays for it.
  word_range phrase_behind(token_index verb) {
    const noun_phrase* found = nullptr;
    for (const noun_phrase& p : s_.parts().phrases) {
      if (p.preposition == verb + 1) found = &p;
    }
    if (!found) return {};
    token_index end = found->end;
    while (end < s_.size() && s_.mark(end) == mark_kind::none && !s_.is(end, tag_role::verb) &&
           s_.is_under(end, found->head)) {
      ++end;
    }
    for (token_index i = verb + 1; i < end; ++i) set(i, whole_[static_cast<std::size_t>(i)]);
    return {verb + 1, end};
  }

  std::vector<bool> whole_;  // what was kept before anything was dropped
};

}  // namespace

label_words drop_parts(word_choice chosen) { return part_dropper(std::move(chosen)).run(); }

}  // namespace zeitstrahl
