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

  // "seit dem Beginn am 3. April"
  bool follows_since() const {
    constexpr std::uint32_t widest = 10;  // tokens
    bool noun = false;
    for (std::uint32_t i = lead_of_time(), steps = 0; i-- > sentence().begin && steps < widest;
         ++steps) {
      if (text_.is(i, word_class::since)) return noun;
      if (!clauses_.owns(index_, i) || text_.symbol(i) == symbol_comma) return false;
      const bool verb = text_.is_word(i) && !text_.is_capital(i) && verb_forms(text_, i) & finite;
      const bool year = text_.at(i).is == token::number && text_.at(i).value > 1000;
      if (verb || year) return false;
      noun |= phrases_.is_noun(i) || text_.at(i).is == token::number;
    }
    return false;
  }

  std::optional<nominal_claim> find(bool others, relation relates) const {
    if (holds_verb(time_)) return {};
    if (auto found = attribute()) return found;
    if (auto found = life()) return found;
    if (auto found = apposition(relates)) return found;
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

  // Of several times, with a verb between them.
  bool holds_verb(span tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (text_.is_word(i) && !text_.is_capital(i) && verb_forms(text_, i) & finite) return true;
    }
    return false;
  }

  // "die seit 2019 gueltige Regel": so an adjective right behind the time, where the article
  // stands before a preposition.
  bool is_adjective_attribute(std::uint32_t i) const {
    const bool behind = i == time_.end || (i == time_.end + 1 && phrases_.is_preposition(i - 1));
    if (!behind || !phrases_.is_adjective(i) || text_.is(i, word_class::article)) return false;
    const std::uint32_t article = determiner_before(time_.begin);
    return article != no_index && article != owner().opener && phrases_.is_preposition(article + 1);
  }

  // Determiner ... time ... participle ... noun.
  std::optional<nominal_claim> attribute() const {
    constexpr std::uint32_t widest = 12;  // tokens between time and participle
    std::uint32_t at = time_.end;
    const std::uint32_t end = std::min(sentence().end, at + widest);
    while (at < end && !is_participle_attribute(at) && !is_adjective_attribute(at)) {
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
        // "in den letzten Jahren": this article belongs to the time, but not before a year
        const bool year = i + 1 == from && text_.at(from).is == token::number;
        if (!year && i > sentence().begin && phrases_.is_preposition(i - 1) &&
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
    } else if (text_.symbol(mark) == symbol_open || (end < sentence().end && !is_mark(end))) {
      return {};
    }
    return nominal_claim{{m->tokens.begin, end}, m->tokens.begin};
  }

  bool is_mark(std::uint32_t i) const {
    return !text_.is_word(i) && text_.at(i).is != token::number;
  }

  // "Lena Ortmann, seit 2019 Leiterin des Hauses, ...": a noun and its time between commas
  // behind a name.
  std::optional<nominal_claim> apposition(relation relates) const {
    const std::uint32_t open = mark_before(time_.begin);
    if (open == no_index || open < sentence().begin + 1) return {};
    const name_mention* m = names_.at(open - 1);
    if (!m || m->tokens.end != open || opens_insertion(open + 1)) return {};
    bool noun = false;
    std::uint32_t end = open + 1;
    for (; end < sentence().end && text_.symbol(end) != symbol_comma; ++end) {
      if (is_mark(end) && text_.symbol(end) != symbol_inner_hyphen) return {};
      if (verb_forms(text_, end) & finite && !text_.is_capital(end)) return {};
      noun |= phrases_.is_noun(end) && !names_.at(end) && !time_.contains({end, end + 1});
    }
    if (!noun || !goes_on(end, relates)) return {};
    return nominal_claim{{phrases_.begin_of_phrase(m->tokens.begin), end}, m->tokens.begin};
  }

  // The comma before a stretch without further marks.
  std::uint32_t mark_before(std::uint32_t from) const {
    constexpr std::uint32_t widest = 12;
    for (std::uint32_t i = from, steps = 0; i-- > sentence().begin && steps < widest; ++steps) {
      if (text_.symbol(i) == symbol_comma) return i;
      if (is_mark(i) && text_.symbol(i) != symbol_inner_hyphen) return no_index;
    }
    return no_index;
  }

  // ", so 2019 in Ulm": an example and no apposition.
  bool opens_insertion(std::uint32_t first) const {
    return text_.words[first].is_any(bit(word_class::focus) | bit(word_class::comparison) |
                                     bit(word_class::coordinator) | bit(word_class::relative) |
                                     bit(word_class::subordinator)) &&
           !phrases_.is_preposition(first) && !text_.is(first, word_class::definite);
  }

  // Behind the comma that closes an insertion: its clause has its verb there, or more to say
  // than what holds meanwhile: "Dann traf Lena Ortmann, seit 2019 Leiterin, den Rat".
  bool goes_on(std::uint32_t comma, relation relates) const {
    const std::uint32_t head = owner().head;
    const bool lasts = relates == relation::since || relates == relation::until ||
                       relates == relation::from || relates == relation::between;
    return comma + 1 < sentence().end && head != no_index && (head > comma || lasts) &&
           clauses_.owns(index_, comma + 1);
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
    if (text_.is(noun, word_class::course_noun)) return {};  // "mit Wirkung vom 1. Mai"
    return nominal_claim{{phrases_.begin_of_phrase(noun), time_.end}, noun};
  }

  // The first of the prepositions and articles before the time.
  std::uint32_t lead_of_time() const {
    std::uint32_t at = time_.begin;
    while (at > sentence().begin && text_.is_word(at - 1) && !phrases_.is_noun(at - 1) &&
           (phrases_.is_preposition(at - 1) || text_.is(at - 1, word_class::article))) {
      --at;
    }
    return at;
  }

  std::optional<nominal_claim> event(bool others) const {
    const std::uint32_t at = lead_of_time();  // behind the noun and what depends on it
    bool of = false;
    for (std::uint32_t i = at; i < time_.begin; ++i) of |= text_.is(i, word_class::of);
    if (at == time_.begin && at > sentence().begin && !phrases_.is_noun(at - 1)) return {};
    const std::uint32_t noun = event_before(at);
    if (noun == no_index || !clauses_.owns(index_, noun)) return {};
    if (text_.is(noun, word_class::course_noun)) return {};
    const std::uint32_t begin = phrases_.begin_of_phrase(noun);
    const clause& c = owner();
    const bool before_verb = c.is == clause::kind::main && c.head != no_index &&
                             time_.end <= c.head && begin == first_word(c);
    if (before_verb) return nominal_claim{{begin, c.head}, noun};
    const bool governed = begin > sentence().begin && phrases_.is_preposition(begin - 1);
    if (governed && !others && is_situation(begin)) return {};
    if (of || governed || (others && c.head != no_index && noun > c.head)) {
      return nominal_claim{{begin, time_.end}, noun};
    }
    return {};
  }

  // "bei der Wahl am Sonntag gewann X": what the clause tells happened then, too.
  bool is_situation(std::uint32_t begin) const {
    if (owner().head == no_index) return false;
    if (text_.is(begin - 1, word_class::situation)) return true;
    return text_.is(begin - 1, word_class::situation_dative) && text_.is(begin, word_class::dative);
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

bool is_since_event(const analyzed_text& text, const article_names& names,
                    const sentence_clauses& clauses, std::uint32_t clause_index, span time) {
  return nominal_finder(text, names, clauses, clause_index, time).follows_since();
}

}  // namespace zeitstrahl
