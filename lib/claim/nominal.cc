#include "claim/nominal.h"

#include <algorithm>

#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

constexpr tag_roles nouns = tag_role::noun | tag_role::name;

class nominal_finder {
 public:
  nominal_finder(const sentence_reading& s, const article_names& names, word_range time)
      : s_(s), names_(names), time_(time), clause_(s.clause_at(s.owner(time.begin))) {}

  std::optional<nominal_claim> find(bool others, relation relates) const {
    for (token_index i = time_.begin; i < time_.end; ++i) {
      if (s_.is(i, tag_role::finite)) return {};  // several times with a verb between them
    }
    if (auto found = attribute()) return found;
    if (auto found = life()) return found;
    if (auto found = apposition(relates)) return found;
    if (relates == relation::at || relates == relation::during) {
      if (auto found = origin()) return found;
    }
    return event(others);
  }

 private:
  std::optional<nominal_claim> claim_of(token_index noun, token_index begin,
                                        token_index end) const {
    return nominal_claim{s_.tokens({begin, end}), s_.last_token(noun)};
  }

  bool own(token_index i) const {
    return i >= 0 && i < s_.size() && s_.owner(i) == s_.owner(time_.begin);
  }

  // With its article.
  token_index begin_of(token_index noun) const {
    token_index begin = noun;
    for (const noun_phrase& p : s_.parts().phrases) {
      if (p.head == noun) begin = p.begin;
    }
    while (begin < noun && s_.is(begin, tag_role::adposition)) ++begin;
    return begin;
  }
  token_index end_of(token_index noun) const {
    return phrase_extent(s_, {noun, noun + 1}, noun).words().end;
  }

  // The time hangs on an adjective or a participle before its noun.
  std::optional<nominal_claim> attribute() const {
    const token_index noun = described_noun();
    // "die fuer Mai geplante Feier war abgesagt": the clause tells what came of the plan
    if (noun == no_token || s_.is(noun - 1, word_class::plan_word)) return {};
    token_index begin = std::min(begin_of(noun), lead_of_preposition());
    if (s_.is(begin - 1, word_class::article)) --begin;
    if (begin == clause_.opener) return {};
    return claim_of(noun, begin, end_of(noun));
  }

  token_index described_noun() const {
    if (clause_.kind == clause_kind::participial && clause_.governor >= time_.end &&
        s_.is(clause_.governor, nouns)) {
      return clause_.governor;
    }
    for (token_index i = time_.begin; i < time_.end; ++i) {
      const token_index head = s_.word(i).head;
      if (head == no_token || time_.holds(head)) continue;
      if (head < time_.end || !s_.is(head, tag_role::adjective)) continue;
      const token_index noun = s_.word(head).head;
      const bool before = noun > head && s_.is(noun, nouns);
      if (before && begin_of(noun) <= time_.begin) return noun;
    }
    return noun_around();
  }

  // "[die 2019 von der Stadt gekaufte Halle]": between article and noun, whatever the tree says.
  token_index noun_around() const {
    const token_index article = lead_of_preposition() - 1;
    if (!s_.is(article, word_class::article)) return no_token;
    if (article + 1 == time_.begin && holds_noun()) return no_token;  // "keine 17 Stunden"
    constexpr token_index widest = 6;
    for (token_index i = time_.end; i < s_.size() && i < time_.end + widest; ++i) {
      const bool attribute = s_.word(i).word.form.is(pos_adjective) && !s_.word(i).word.capital &&
                             !s_.is(i, word_class::article);
      if (attribute && s_.is(i + 1, nouns)) return i + 1;
      if (i == time_.end && !s_.is(i, tag_role::adposition)) return no_token;
      if (s_.mark(i) != mark_kind::none || s_.is(i, tag_role::finite)) return no_token;
    }
    return no_token;
  }

  bool holds_noun() const {
    return any_word(time_, [&](token_index i) { return s_.is(i, tag_role::noun); });
  }

  // A time in brackets or behind a dash, without a verb, behind a name.
  std::optional<nominal_claim> life() const {
    const token_index mark = time_.begin - 1;
    if (mark < 1) return {};
    const bool bracket = s_.mark(mark) == mark_kind::opening;
    if (!bracket && s_.mark(mark) != mark_kind::dash) return {};
    const name_mention* m = names_.at(s_.last_token(mark - 1));
    if (!m) return {};
    const bool closed = s_.mark(time_.end) == mark_kind::bracket;
    const bool ends = time_.end >= s_.size() || s_.mark(time_.end) != mark_kind::none;
    if (!closed && (bracket || !ends)) return {};
    const std::uint32_t end = s_.last_token(closed ? time_.end : time_.end - 1) + 1;
    return nominal_claim{{m->tokens.begin, end}, m->tokens.begin};
  }

  // "Lena Ortmann, seit 2019 Leiterin des Hauses, ...": a noun and its time between commas
  // behind a name.
  std::optional<nominal_claim> apposition(relation relates) const {
    const token_index open = comma_before();
    if (open < 1) return {};
    const name_mention* m = names_.at(s_.last_token(open - 1));
    if (!m || m->tokens.end != s_.first_token(open)) return {};
    bool noun = false;
    token_index end = open + 1;
    for (; end < s_.size() && s_.mark(end) != mark_kind::comma; ++end) {
      if (s_.mark(end) != mark_kind::none || s_.is(end, tag_role::finite)) return {};
      noun |= s_.is_common_noun(end) && !time_.holds(end) && !names_.at(s_.last_token(end));
    }
    if (!noun || !goes_on(end, relates)) return {};
    const token_index name = s_.word_of(m->tokens.begin);
    if (name == no_token) return {};
    const span whole = s_.tokens({begin_of_name(name), end});
    return nominal_claim{whole, m->tokens.begin};
  }

  // "[die Richterin] Lena Ortmann"
  token_index begin_of_name(token_index name) const {
    const noun_phrase* p = s_.phrase_around(name);
    return p ? std::min(p->begin, name) : name;
  }

  // The comma before a stretch without further marks.
  token_index comma_before() const {
    constexpr token_index widest = 12;
    for (token_index i = time_.begin; i-- > std::max(time_.begin - widest, 0);) {
      if (s_.mark(i) != mark_kind::none) return s_.mark(i) == mark_kind::comma ? i : no_token;
    }
    return no_token;
  }

  // Behind the comma that closes an insertion: its clause has its verb there, or more to say
  // than what holds meanwhile: "Dann traf Lena Ortmann, seit 2019 Leiterin, den Rat".
  bool goes_on(token_index comma, relation relates) const {
    const bool lasts = relates == relation::since || relates == relation::until ||
                       relates == relation::from || relates == relation::between;
    return clause_.finite != no_token && (clause_.finite > comma || lasts) && own(comma + 1);
  }

  // "ein Vertrag von 2019", "die Bergstrecke aus dem 19. Jahrhundert": of all nouns the time
  // right behind one with these prepositions dates it.
  std::optional<nominal_claim> origin() const {
    token_index at = time_.begin;
    if (s_.is(at - 1, word_class::article)) --at;
    if (at < 2) return {};
    if (!s_.is(at - 1, word_class::of) && !s_.is(at - 1, word_class::out_of)) return {};
    const token_index noun = dated_noun(before_bracket(at - 2));
    // "weil die Karten aus dem Jahr 2015 stammen"
    if (clause_.kind != clause_kind::main && clause_.finite == time_.end) return {};
    if (!s_.is(noun, nouns) || names_.at(s_.last_token(noun)) || !own(noun)) return {};
    // "mit Wirkung vom 1. Mai", "am Wochenende vom 8. Juni"
    if (s_.is(noun, word_class::course_noun) || s_.has(noun, word_role::time_noun)) return {};
    return claim_of(noun, begin_of(noun), time_.end);
  }

  // "das Urteil des Gerichts [(VG)] vom 3. Mai"
  token_index before_bracket(token_index i) const {
    constexpr token_index widest = 4;
    if (s_.mark(i) != mark_kind::bracket) return i;
    for (token_index k = i - 1; k > 0 && k >= i - widest; --k) {
      if (s_.mark(k) == mark_kind::opening) return k - 1;
    }
    return i;
  }

  // "das Gutachten [der Bank] vom 3. Mai": a date behind what is no event is that of the noun
  // which it hangs on.
  token_index dated_noun(token_index noun) const {
    constexpr int deepest = 4;
    for (int steps = 0; steps < deepest && !names_event(noun); ++steps) {
      const token_index head = s_.word(noun).head;
      if (!own(head) || head >= noun || !s_.is(head, nouns)) break;
      if (begin_of(noun) - 1 > head && !s_.is(begin_of(noun) - 1, tag_role::adposition)) break;
      noun = head;
    }
    return noun;
  }

  bool names_event(token_index noun) const {
    return s_.text().is_event(s_.last_token(noun)) && !s_.is(noun, word_class::no_event);
  }

  // The time with its preposition.
  token_index lead_of_preposition() const {
    token_index at = time_.begin;
    while (at > 0 && s_.is(at - 1, tag_role::adposition)) --at;
    return at;
  }

  // The first of the prepositions and articles before the time.
  token_index lead_of_time() const {
    token_index at = time_.begin;
    while (at > 0 && s_.mark(at - 1) == mark_kind::none && !s_.is(at - 1, nouns) &&
           (s_.is(at - 1, tag_role::adposition) || s_.is(at - 1, tag_role::determiner))) {
      --at;
    }
    return at;
  }

  std::optional<nominal_claim> event(bool others) const {
    const token_index at = lead_of_time();
    const token_index noun = event_before(at);
    if (noun == no_token || s_.is(noun, word_class::course_noun)) return {};
    const token_index begin = begin_of(noun);
    if (clause_.kind == clause_kind::main && time_.end <= clause_.finite && begin == first_word()) {
      return claim_of(noun, begin, clause_.finite);
    }
    const bool governed = begin > 0 && s_.is(begin - 1, tag_role::adposition);
    if (governed && !others && is_situation(begin)) return {};
    bool of = false;
    for (token_index i = at; i < time_.begin; ++i) of |= s_.is(i, word_class::of);
    const bool behind_verb = others && clause_.finite != no_token && noun > clause_.finite;
    if (!of && !governed && !behind_verb) return {};
    return claim_of(noun, begin, time_.end);
  }

  // The noun right before the time, or one that it hangs on, that names an event.
  token_index event_before(token_index at) const {
    token_index noun = at - 1;
    constexpr int deepest = 4;
    for (int steps = 0; steps < deepest && own(noun) && s_.is(noun, nouns); ++steps) {
      if (names_event(noun)) return noun;
      if (governed_otherwise(noun)) return no_token;
      noun = s_.word(noun).head;
      if (noun >= at) return no_token;
    }
    return no_token;
  }

  // "das Buch ueber [Ulm] im Mai": only genitives and "von" lead on to the noun before, and in
  // front of the verb, where one constituent stands, a place: "Nach den Unruhen in [Ulm] im Mai".
  bool governed_otherwise(token_index noun) const {
    const token_index before = begin_of(noun) - 1;
    const bool front = clause_.kind == clause_kind::main && time_.end <= clause_.finite;
    if (front && s_.is(noun, tag_role::name) && s_.is(before, word_class::place_preposition)) {
      return false;
    }
    return s_.is(before, tag_role::adposition) && !s_.is(before, word_class::of);
  }

  // "bei der Wahl am Sonntag gewann X": what the clause tells happened then, too.
  bool is_situation(token_index begin) const {
    if (clause_.finite == no_token) return false;
    if (s_.is(begin - 1, word_class::situation)) return true;
    return s_.is(begin - 1, word_class::situation_dative) && s_.is(begin, word_class::dative);
  }

  token_index first_word() const {
    token_index i = clause_.begin;
    while (i < clause_.end && (s_.is(i, tag_role::coordinator) || s_.mark(i) != mark_kind::none)) {
      ++i;
    }
    return i;
  }

  const sentence_reading& s_;
  const article_names& names_;
  word_range time_;
  const syntax_clause& clause_;
};

}  // namespace

std::optional<nominal_claim> find_nominal(const sentence_reading& s, const article_names& names,
                                          word_range time, bool others, relation relates) {
  return nominal_finder(s, names, time).find(others, relates);
}

bool is_since_event(const sentence_reading& s, word_range time) {
  constexpr token_index widest = 10;
  bool noun = false;
  for (token_index i = time.begin; i-- > std::max(time.begin - widest, 0);) {
    if (s.is(i, word_class::since)) return noun;
    if (s.owner(i) != s.owner(time.begin) || s.mark(i) == mark_kind::comma) return false;
    if (s.is(i, tag_role::finite)) return false;
    noun |= s.is(i, nouns | tag_roles(tag_role::number));
  }
  return false;
}

}  // namespace zeitstrahl
