#include "claim/nominal.h"

#include <algorithm>

#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

class nominal_finder {
 public:
  nominal_finder(const analyzed_text& text, const article_names& names,
                 const sentence_clauses& clauses, std::uint32_t clause_index, span time)
      : text_(text),
        names_(names),
        phrases_(text, names, clauses.tokens),
        clauses_(clauses),
        index_(clause_index),
        time_(time) {}

  std::optional<nominal_claim> find(bool others, relation relates) const {
    if (auto found = attribute()) return found;
    if (auto found = life()) return found;
    if (relates == relation::at || relates == relation::during) {
      if (auto found = origin()) return found;
    }
    return event(others);
  }

 private:
  const clause& owner() const { return clauses_.clauses[index_]; }
  span sentence() const { return clauses_.tokens; }

  // "laufende", "eingerichteten": a participle with an ending.
  bool is_participle_attribute(std::uint32_t i) const {
    const std::string_view word = text_.in(i);
    if (!text_.is_word(i) || text_.is_capital(i) || text_.words[i].classes) return false;
    std::string_view stem = text_.tables.without_ending(word, word_class::adjective_ending);
    if (stem.empty()) return false;
    if (text_.tables.analyze(stem, false, false).forms & participle) return true;
    stem = text_.tables.without_ending(stem, word_class::participle_ending);
    return !stem.empty() && text_.tables.analyze(stem, false, false).forms & infinitive;
  }

  // Determiner ... time ... participle ... noun.
  std::optional<nominal_claim> attribute() const {
    constexpr std::uint32_t widest = 12;  // tokens between time and participle
    std::uint32_t at = time_.end;
    const std::uint32_t end = std::min(sentence().end, at + widest);
    while (at < end && !is_participle_attribute(at)) {
      if (text_.at(at).is == token::mark && text_.symbol(at) != symbol_inner_hyphen) return {};
      if (verb_forms(text_, at) & finite && !text_.is_capital(at)) return {};
      ++at;
    }
    if (at == end) return {};
    std::uint32_t noun = at + 1;
    while (noun < sentence().end && text_.is_word(noun) && !phrases_.is_noun(noun)) {
      if (!text_.ends_like_adjective(noun)) return {};
      ++noun;
    }
    if (!phrases_.is_noun(noun)) return {};
    const std::uint32_t begin = determiner_before(time_.begin);
    if (begin == no_index) return {};
    return nominal_claim{{begin, phrases_.end_of_phrase(noun)}, phrases_.last_noun(noun)};
  }

  // The article that opens the phrase around the time: only prepositions, adverbs and other
  // times stand between.
  std::uint32_t determiner_before(std::uint32_t from) const {
    constexpr std::uint32_t widest = 10;
    std::uint32_t last_preposition = no_index;
    for (std::uint32_t i = from, steps = 0; i-- > sentence().begin && steps < widest; ++steps) {
      if (!text_.is_word(i)) return no_index;
      if (text_.is(i, word_class::article)) {
        // "in den letzten Jahren": this article belongs to the time
        if (i > sentence().begin && phrases_.is_preposition(i - 1) &&
            last_preposition == no_index) {
          continue;
        }
        return i;
      }
      if (text_.is(i, word_class::contraction) && last_preposition != no_index) return i + 1;
      if (phrases_.is_preposition(i)) {
        last_preposition = i;
        continue;
      }
      if (verb_forms(text_, i) & finite) return no_index;
    }
    return no_index;
  }

  // A time in brackets or behind a dash, without a verb, behind a name.
  std::optional<nominal_claim> life() const {
    if (time_.begin < sentence().begin + 2) return {};
    const std::uint32_t mark = time_.begin - 1;
    if (text_.symbol(mark) != symbol_open && text_.symbol(mark) != symbol_dash) return {};
    const name_mention* m = names_.at(mark - 1);
    if (!m) return {};
    std::uint32_t end = time_.end;
    if (end < sentence().end && text_.symbol(end) == symbol_close) {
      ++end;
    } else if (text_.symbol(mark) == symbol_open) {
      return {};
    }
    return nominal_claim{{m->tokens.begin, end}, m->tokens.begin};
  }

  // "ein Vertrag von 2019", "die Bergstrecke aus dem 19. Jahrhundert": of all nouns the time
  // right behind one with these prepositions dates it.
  std::optional<nominal_claim> origin() const {
    std::uint32_t at = time_.begin;
    if (at > sentence().begin && text_.is(at - 1, word_class::article)) --at;
    if (at < sentence().begin + 2) return {};
    if (!text_.words[at - 1].is_any(bit(word_class::of) | bit(word_class::out_of))) return {};
    const std::uint32_t noun = at - 2;
    // "weil die Karten aus dem Jahr 2015 stammen"
    if (owner().is != clause::kind::main && owner().head == time_.end) return {};
    if (!phrases_.is_noun(noun) || names_.at(noun) || !clauses_.owns(index_, noun)) return {};
    return nominal_claim{{phrases_.begin_of_phrase(noun), time_.end}, noun};
  }

  std::optional<nominal_claim> event(bool others) const {
    std::uint32_t at = time_.begin;  // behind the noun and what depends on it
    bool of = false;
    while (at > sentence().begin && text_.is_word(at - 1) && !phrases_.is_noun(at - 1) &&
           (phrases_.is_preposition(at - 1) || text_.is(at - 1, word_class::article))) {
      of |= text_.is(at - 1, word_class::of);
      --at;
    }
    if (at == time_.begin && at > sentence().begin && !phrases_.is_noun(at - 1)) return {};
    const std::uint32_t noun = event_before(at);
    if (noun == no_index || !clauses_.owns(index_, noun)) return {};
    const std::uint32_t begin = phrases_.begin_of_phrase(noun);
    const clause& c = owner();
    const bool before_verb = c.is == clause::kind::main && c.head != no_index &&
                             time_.end <= c.head && begin == first_word(c);
    if (before_verb) return nominal_claim{{begin, c.head}, noun};
    const bool governed = begin > sentence().begin && phrases_.is_preposition(begin - 1);
    if (of || governed || (others && c.head != no_index && noun > c.head)) {
      return nominal_claim{{begin, time_.end}, noun};
    }
    return {};
  }

  std::uint32_t first_word(const clause& c) const {
    std::uint32_t i = c.tokens.begin;
    while (i < c.tokens.end && (text_.is(i, word_class::coordinator) || !text_.is_word(i))) ++i;
    return i;
  }

  // The event right before the time, or before a genitive or "von X" there.
  std::uint32_t event_before(std::uint32_t at) const {
    constexpr std::uint32_t widest = 6;
    bool depends = true;
    for (std::uint32_t i = at, steps = 0; i-- > sentence().begin && steps < widest; ++steps) {
      if (!text_.is_word(i)) {
        if (text_.symbol(i) == symbol_inner_hyphen) continue;
        return no_index;
      }
      if (phrases_.is_event(i) && depends) return i;
      if (verb_forms(text_, i) & finite && !text_.is_capital(i)) return no_index;
      if (phrases_.is_noun(i)) {
        depends = false;
      } else if (text_.words[i].is_any(bit(word_class::genitive_article) | bit(word_class::of))) {
        depends = true;
      } else if (phrases_.is_preposition(i)) {
        return no_index;
      }
    }
    return no_index;
  }

  const analyzed_text& text_;
  const article_names& names_;
  phrase_reader phrases_;
  const sentence_clauses& clauses_;
  std::uint32_t index_;
  span time_;
};

}  // namespace

std::optional<nominal_claim> find_nominal(const analyzed_text& text, const article_names& names,
                                          const sentence_clauses& clauses,
                                          std::uint32_t clause_index, span time, bool others,
                                          relation relates) {
  return nominal_finder(text, names, clauses, clause_index, time).find(others, relates);
}

}  // namespace zeitstrahl
