#include "claim/dating.h"

namespace zeitstrahl {
namespace {

bool is_future(const time_expression& e) { return e.value == "FUTURE_REF"; }

class undated_check {
 public:
  explicit undated_check(const sentence_times& sentence) : s_(sentence) {}

  bool dates_nothing(std::uint32_t i, const interval& when) const {
    const time_expression& e = s_.at(i);
    const bool unresolved = e.reading == resolution::unresolved;
    if (e.type == timex_type::set) return is_attribute(i) || is_price(i) || is_rate(i);
    if (when.empty() && !unresolved) return true;
    if (is_in_title(i) || is_birth_aside(i)) return true;
    if (is_first_time(i) || is_since_superlative(i) || is_compared(i)) return true;
    if (is_named_by_next(i) || is_of_issue(i)) return true;
    if (is_in_compound(i) || s_.is_before(s_.tokens(i).begin, word_class::no_claim_before))
      return true;
    if ((e.vague || is_reference(e)) && is_before_adjective(i)) return true;
    if (is_reference(e) && is_of_noun(i)) return true;
    if (is_future(e) && s_.is_past(s_.clause_of(i)) && !is_planned(s_.clause_of(i))) return true;
    if (e.vague || is_reference(e)) return is_attribute(i) && (!is_future(e) || is_governed(i));
    return is_mere_name(i);
  }

 private:
  // "einem bislang unbekannten Gast", "der heute 60-jaehrige Wirt": says something of the
  // adjective only.
  bool is_before_adjective(std::uint32_t i) const {
    const span t = s_.tokens(i);
    std::uint32_t next = t.end;
    while (next < s_.sentence().end &&
           (s_.text.at(next).is == token::number || s_.text.symbol(next) == symbol_inner_hyphen)) {
      ++next;
    }
    const token_index word = s_.reading ? s_.reading->word_of(next) : no_token;
    return s_.is_before(t.begin, word_class::article) && next < s_.sentence().end &&
           s_.text.is_word(next) && !s_.text.is_capital(next) &&
           s_.text.ends_like_adjective(next) &&
           (word == no_token ||
            (s_.reading->is(word, tag_role::adjective) &&
             s_.reading->is(word + 1, tag_role::noun | tag_role::name | tag_role::adjective)));
  }

  // "Jana Roth, geb. 3. Mai 1960, leitet das Amt", "Jan Kern (geboren 1971)"
  bool is_birth_aside(std::uint32_t i) const {
    std::uint32_t at = s_.tokens(i).begin;
    const auto leads = [&](std::uint32_t k) {
      return s_.text.in(k) == "." || s_.text.is(k, word_class::article) ||
             s_.text.words[k].is_any(bit(word_class::preposition) | bit(word_class::contraction));
    };
    while (at > s_.sentence().begin + 1 && leads(at - 1)) --at;
    if (at < s_.sentence().begin + 2 || !s_.text.is(at - 1, word_class::born)) return false;
    return s_.text.symbol(at - 2) == symbol_open || s_.text.symbol(at - 2) == symbol_comma;
  }

  // "am [Wochenende] vom 8. und 9. Juni": the date behind it says when.
  bool is_named_by_next(std::uint32_t i) const {
    if (i + 1 >= s_.times.expressions.size() || s_.tokens(i).size() > 2) return false;
    const span t = s_.tokens(i);
    const std::uint32_t next = s_.tokens(i + 1).begin;
    const bool leads = next == t.end + 1 &&
                       (s_.text.is(t.end, word_class::of) || s_.text.symbol(t.end) == symbol_open);
    const word_range words = s_.reading ? s_.reading->words_of(t) : word_range{};
    return leads && !words.empty() && s_.reading->has(words.end - 1, word_role::time_noun) &&
           s_.at(i).when.single_unit() && s_.at(i).when.begin_grain > grain::day;
  }

  // "sagte der 'Zeit' vom Mittwoch", "die Volkszeitung vom Montag": which issue it was.
  bool is_of_issue(std::uint32_t i) const {
    std::uint32_t at = s_.tokens(i).begin;
    if (at < s_.sentence().begin + 2 || !s_.text.is(at - 1, word_class::of)) return false;
    at -= 2;
    if (s_.text.symbol(at) == symbol_quote) return true;
    return s_.text.is_capital(at) && (s_.text.is_like(at, word_class::no_claim_before));
  }

  // "die Jugend von heute", "die Stadt von morgen": says which is meant.
  bool is_of_noun(std::uint32_t i) const {
    const std::uint32_t begin = s_.tokens(i).begin;
    return begin > s_.sentence().begin + 1 && s_.text.is(begin - 1, word_class::of) &&
           s_.text.is_capital_word(begin - 2);
  }

  // "der Film 'Sommer 2019'": part of a name in quotation marks, behind the noun for it.
  bool is_in_title(std::uint32_t i) const {
    constexpr std::uint32_t longest = 8;  // tokens
    std::uint32_t open = s_.tokens(i).begin;
    while (open > s_.sentence().begin + 1 && open + longest > s_.tokens(i).begin &&
           s_.text.symbol(open) != symbol_quote) {
      --open;
    }
    if (s_.text.symbol(open) != symbol_quote || !s_.text.is_word(open - 1)) return false;
    if (!s_.text.is_capital(open - 1)) return false;
    for (std::uint32_t k = open + 1; k < s_.sentence().end && k < open + 2 * longest; ++k) {
      if (s_.text.symbol(k) == symbol_quote) return k >= s_.tokens(i).end;
      if (s_.text.is_word(k) && !s_.text.is_capital(k) && verb_forms(s_.text, k) & finite)
        return false;
    }
    return false;
  }

  // "zum ersten Mal seit Jahren": not what holds since then.
  bool is_first_time(std::uint32_t i) const {
    const std::uint32_t begin = s_.tokens(i).begin;
    return s_.at(i).relates == relation::since && begin > s_.sentence().begin + 1 &&
           s_.text.is(begin - 2, word_class::first_time);
  }

  // "der trockenste Monat seit 1959", "der erste Sieg seit Maerz": measured by that time.
  bool is_since_superlative(std::uint32_t i) const {
    if (!s_.reading) return false;
    const word_range time = s_.reading->words_of(s_.tokens(i));
    token_index noun = time.empty() ? no_token : time.begin - 1;
    if (s_.at(i).relates == relation::at) {  // "seit der Flut 2002"
      constexpr token_index widest = 4;
      const token_index first = noun - widest;
      while (noun > first && s_.reading->is(noun, tag_role::noun | tag_role::determiner)) --noun;
      if (!s_.reading->is(noun, word_class::since)) return false;
    } else if (s_.at(i).relates != relation::since) {
      return false;
    }
    while (noun > 0 && s_.reading->is(noun, tag_role::adposition | tag_role::determiner)) --noun;
    // "sind die schwersten seit 1959", "so niedrig wie seit 1959 nicht"
    const bool alone =
        noun >= 0 && (s_.reading->word(noun).word.form.detail & detail_superlative) != 0;
    if (alone || s_.reading->is(noun, word_class::how)) return true;
    if (noun < 1 || !s_.reading->is(noun, tag_role::noun | tag_role::name)) return false;
    for (token_index k = noun - 1; k >= 0; --k) {
      const bool adjective = s_.reading->word(k).word.form.is(pos_adjective) &&
                             !s_.reading->is(k, tag_role::determiner | tag_role::adposition);
      if (!adjective) return false;
      if (s_.reading->word(k).word.form.detail & detail_superlative) return true;
      if (s_.reading->is(k, word_class::first_time)) return true;  // "der erste Sieg seit 2019"
    }
    return false;
  }

  // "gegenueber dem Vorjahr": what something is measured by.
  bool is_compared(std::uint32_t i) const {
    std::uint32_t at = s_.tokens(i).begin;
    at -= at > s_.sentence().begin && s_.text.is(at - 1, word_class::article);
    if (s_.is_before(at, word_class::measured_by)) return true;
    return at > s_.sentence().begin &&
           s_.text.words[at - 1].is_any(bit(word_class::preposition) |
                                        bit(word_class::contraction)) &&
           s_.is_before(at - 1, word_class::comparing_noun);
  }

  // "wollten bald gehen": what was planned may lie ahead
  bool is_planned(std::uint32_t index) const {
    const std::uint32_t head = s_.clauses.clauses[index].head;
    return head != no_index &&
           static_cast<bool>(s_.text.tables.classes_of_verb({}, s_.text.words[head].verb) &
                             (bit(word_class::plan_verb) | bit(word_class::modal)));
  }

  // "35-Stunden-Woche", but not "1901-1976"
  bool is_in_compound(std::uint32_t i) const {
    const span t = s_.tokens(i);
    const auto ties = [&](std::uint32_t mark, std::uint32_t other, std::uint32_t right) {
      return (s_.text.symbol(mark) == symbol_inner_hyphen ||
              s_.text.symbol(mark) == symbol_hyphen) &&
             s_.text.at(right).flags & token::glued && s_.text.at(other).is != token::number;
    };
    return (t.begin > 1 && ties(t.begin - 1, t.begin - 2, t.begin)) ||
           (t.end + 1 < s_.text.words.size() && ties(t.end, t.end + 1, t.end));
  }

  // "die heutige Lage", "der taegliche Einkauf": an adjective before a noun.
  bool is_attribute(std::uint32_t i) const {
    const span t = s_.tokens(i);
    if (t.size() != 1 || s_.text.is_capital(t.begin)) return false;
    if (!s_.text.ends_like_adjective(t.begin)) return false;
    // "inzwischen", which only ends like one
    const token_index word = s_.reading ? s_.reading->word_of(t.begin) : no_token;
    if (word != no_token && s_.reading->is(word, tag_role::adverb)) return false;
    std::uint32_t next = t.end;
    while (next < s_.sentence().end && s_.text.is_word(next) && !s_.text.is_capital(next) &&
           !s_.text.words[next].classes && s_.text.ends_like_adjective(next)) {
      ++next;
    }
    return next < s_.sentence().end && s_.text.is_capital_word(next);
  }

  // "in der Naehe der [kuenftigen] Grenze", "fuer [kuenftige] Juristen": beside the matter.
  bool is_governed(std::uint32_t i) const {
    const token_index word = s_.reading ? s_.reading->word_of(s_.tokens(i).begin) : no_token;
    if (word == no_token) return false;
    const noun_phrase* p = s_.reading->phrase_around(word);
    const bool genitive = p && s_.reading->is(p->begin, word_class::genitive_article) &&
                          s_.reading->is(p->begin - 1, tag_role::noun);
    return genitive || (p && p->preposition != no_token);
  }

  // "sieben Verkaeufe pro Tag", "pro Tag acht Stunden": how many, and not when.
  bool is_rate(std::uint32_t i) const {
    const word_range time = s_.reading ? s_.reading->words_of(s_.tokens(i)) : word_range{};
    if (time.empty() || s_.reading->is(time.begin - 1, word_class::first_time)) return false;
    const auto counts = [&](token_index number) {
      return s_.reading->is(number, tag_roles(tag_role::number)) &&
             s_.reading->is(number + 1, tag_role::noun) &&
             !s_.reading->is(number + 1, word_class::first_time);
    };
    return s_.reading->is(time.begin, tag_role::adposition) &&
           (counts(time.begin - 2) || counts(time.end));
  }

  // "20 Euro im Monat"
  bool is_price(std::uint32_t i) const {
    const std::uint32_t begin = s_.tokens(i).begin;
    for (std::uint32_t token = begin, steps = 0; token-- > s_.sentence().begin && steps < 3;
         ++steps) {
      if (s_.text.symbol(token) == symbol_currency || s_.text.is(token, word_class::currency)) {
        return true;
      }
    }
    return false;
  }

  // "das Wochenende" as subject or object: named, but dates nothing.
  bool is_mere_name(std::uint32_t i) const {
    const std::uint32_t begin = s_.tokens(i).begin;
    if (s_.tokens(i).size() != 1 || begin < s_.sentence().begin + 1) return false;
    if (!s_.text.is_word(begin) || !s_.text.is(begin - 1, word_class::article)) return false;
    if (begin < s_.sentence().begin + 2) return true;
    return !s_.text.words[begin - 2].is_any(bit(word_class::preposition) |
                                            bit(word_class::contraction));
  }

  const sentence_times& s_;
};

}  // namespace

// "die kuenftigen Schueler waren da": they are so only by now
bool sentence_times::is_past(std::uint32_t index) const {
  const std::uint32_t head = clauses.clauses[index].head;
  if (head == no_index) return false;
  const token_index word = reading ? reading->word_of(head) : no_token;
  if (word != no_token) {
    const verb_tense tense = reading->clause_at(reading->owner(word)).tense;
    if (tense == verb_tense::perfect || tense == verb_tense::pluperfect) return true;
  }
  const std::uint8_t forms = verb_forms(text, head);
  return forms & past && !(forms & (present | conditional));
}

bool dates_nothing(const sentence_times& sentence, std::uint32_t expression, const interval& when) {
  return undated_check(sentence).dates_nothing(expression, when);
}

}  // namespace zeitstrahl
