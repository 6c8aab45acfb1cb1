#include "claim/clause_verbs.h"

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr word_classes auxiliaries = bit(word_class::auxiliary_be) |
                                     bit(word_class::auxiliary_have) |
                                     bit(word_class::auxiliary_become) | bit(word_class::modal);

bool is_auxiliary(const analyzed_text& text, std::uint32_t at) {
  return text.words[at].prefix == 0 &&
         static_cast<bool>(text.tables.classes_of_verb({}, text.words[at].verb) & auxiliaries);
}

// "erklaerte" may be "erklaert" with an ending; "sagte" is none of "gesagt".
bool may_be_participle(const analyzed_text& text, std::uint32_t at) {
  const std::string folded = fold_case(text.in(at));
  const std::string_view stem = text.tables.without_ending(folded, word_class::adjective_ending);
  return !stem.empty() && (text.tables.analyze(stem, false, false).forms & participle) != 0;
}

// "verstaerkte" in "die verstaerkte (europaeische) Zusammenarbeit".
bool is_attribute(const analyzed_text& text, std::uint32_t at) {
  constexpr word_classes before =
      bit(word_class::article) | bit(word_class::contraction) | bit(word_class::preposition);
  const auto word = [&](std::uint32_t i) { return i < text.words.size() && text.is_word(i); };
  if (at == 0 || !text.words[at - 1].is_any(before) || !word(at + 1)) return false;
  if (!text.ends_like_adjective(at)) return false;
  // "Das sagte Roth", "Dies bestaetigte die Polizei"
  const bool first = text.is(at - 1, word_class::anaphor) && text.is_capital(at - 1);
  if (first && text.words[at].forms & past) {
    if (text.is(at + 1, word_class::article) || !may_be_participle(text, at)) return false;
  }
  if (text.is_capital(at + 1)) return true;
  return word(at + 2) && text.is_capital(at + 2) && text.words[at + 1].forms == 0 &&
         text.ends_like_adjective(at + 1);
}

// "Anerkannte Regeln gelten": a participle with an ending that begins a sentence.
bool is_first_attribute(const analyzed_text& text, std::uint32_t at) {
  if (!text.is_capital(at) || at + 1 >= text.words.size() || !text.is_capital(at + 1)) return false;
  const bool first =
      at == 0 || text.at(at - 1).is == token::stop || (text.at(at).flags & token::after_break) != 0;
  return first && text.is_word(at + 1) && may_be_participle(text, at);
}

}  // namespace

std::uint8_t verb_forms(const analyzed_text& text, std::uint32_t at) {
  const analyzed_word& word = text.words[at];
  if (word.forms == 0) return 0;
  const bool next = at + 1 < text.words.size() && text.is_word(at + 1);
  // "sein" is an article too
  if (word.is(word_class::article) && next && text.words[at + 1].forms == 0) return 0;
  if (word.forms & finite && !is_auxiliary(text, at) &&
      (is_attribute(text, at) || is_first_attribute(text, at))) {
    return 0;
  }
  return word.forms;
}

namespace {

// Some prefixes look like verbs: "bekannt".
bool is_separated(const analyzed_text& text, std::uint32_t at, vocabulary::maybe_index verb) {
  if (!text.tables.is_prefix(text.words[at].entry)) return false;
  return !verb_forms(text, at) ||
         static_cast<bool>(text.tables.classes_of_verb(fold_case(text.in(at)), verb));
}

}  // namespace

main_verb find_main_verb(const analyzed_text& text, const sentence_clauses& clauses,
                         std::uint32_t clause_index) {
  const clause& c = clauses.clauses[clause_index];
  if (c.head == no_index) return {};
  const auto with_prefix = [&](std::uint32_t token) {
    const analyzed_word& w = text.words[token];
    return main_verb{w.verb, fold_case(text.in(token).substr(0, w.prefix))};
  };
  const bool auxiliary = is_auxiliary(text, c.head);
  main_verb out = with_prefix(c.head);
  bool last = true;  // of its piece of the clause
  for (std::uint32_t i = c.tokens.end; i-- > c.tokens.begin;) {
    if (!clauses.owns(clause_index, i) || !text.is_word(i)) {
      last = true;
      continue;
    }
    if (auxiliary) {
      if (i != c.head && verb_forms(text, i) & (participle | infinitive)) return with_prefix(i);
    } else if (i == c.head || !out.prefix.empty()) {
      break;
    } else if (last && !text.is_capital(i)) {
      if (is_separated(text, i, out.base)) out.prefix = fold_case(text.in(i));
    }
    last = false;
  }
  return out;
}

bool stretch_verbs::is_marked(std::uint32_t token) const {  // "zu" before it
  return token > begin_ && text_.is(token - 1, word_class::infinitive_mark);
}

std::uint8_t stretch_verbs::forms(std::uint32_t token) const { return verb_forms(text_, token); }

bool stretch_verbs::is_strong(std::uint32_t token) const {
  const std::uint8_t f = forms(token);
  return f & finite && !(f & (infinitive | participle));
}

bool stretch_verbs::is_weak(std::uint32_t token) const {
  const std::uint8_t f = forms(token);
  return f & finite && f & (infinitive | participle) && !is_marked(token);
}

bool stretch_verbs::is_nonfinite(std::uint32_t token) const {
  return forms(token) & (infinitive | participle);
}

std::uint32_t stretch_verbs::first_strong(span range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is_strong(i)) return i;
  }
  return no_index;
}

std::uint32_t stretch_verbs::last_strong(span range) const {
  for (std::uint32_t i = range.end; i-- > range.begin;) {
    if (is_strong(i)) return i;
  }
  return no_index;
}

std::uint32_t stretch_verbs::second_verb(span range) const {
  while (range.begin < range.end && text_.symbol(range.begin) == symbol_quote) ++range.begin;
  if (opens_with_noun(range)) return second_verb({range.begin + 1, range.end});
  const std::uint32_t strong = first_strong(range);
  if (strong != no_index) {
    // "sollen heute Briefe unterschrieben werden"
    for (std::uint32_t i = range.begin; i < strong && stands_last(strong, range); ++i) {
      if (is_weak(i) && is_auxiliary(text_, i)) return i;
    }
    return strong;
  }
  std::uint32_t weak = no_index;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!is_weak(i)) continue;
    if (is_auxiliary(text_, i)) return i;
    if (weak == no_index) weak = i;
  }
  return weak;
}

// "Freunde des Waldes kamen": a noun that looks like a verb, with another verb behind.
bool stretch_verbs::opens_with_noun(span range) const {
  const std::uint32_t first = range.begin;
  if (range.size() < 2 || !text_.is_capital(first) || !is_strong(first)) return false;
  for (std::uint32_t i = first + 1; i < range.end; ++i) {
    if (text_.is(i, word_class::coordinator)) return false;
    if (is_strong(i) || (is_weak(i) && is_auxiliary(text_, i))) return !stands_last(i, range);
  }
  return false;
}

std::uint32_t stretch_verbs::last_verb(span range) const {
  if (const std::uint32_t strong = last_strong(range); strong != no_index) return strong;
  for (std::uint32_t i = range.end; i-- > range.begin;) {
    if (is_weak(i)) return i;
  }
  return no_index;
}

// "dass sich die Zahl verelffacht": a verb that no table knows.
std::uint32_t stretch_verbs::new_verb(span range) const {
  const std::uint32_t last = range.end - 1;
  const bool verb = text_.is_word(last) && !text_.is_capital(last) && !text_.words[last].classes &&
                    text_.ends_small(last, word_class::verb_ending);
  return verb && range.size() > 2 ? last : no_index;
}

std::uint32_t stretch_verbs::marked_infinitive(span range) const {
  for (std::uint32_t i = range.end; i-- > range.begin;) {
    const std::uint8_t f = forms(i);
    if (f & with_mark || (f & infinitive && is_marked(i))) return i;
  }
  return no_index;
}

bool stretch_verbs::stands_last(std::uint32_t verb, span range) const {
  for (std::uint32_t i = verb + 1; i < range.end; ++i) {
    if (text_.is(i, word_class::coordinator)) return true;
    if (text_.is_word(i) && text_.words[i].forms == 0) return false;
    if (text_.at(i).is == token::number) return false;
  }
  return true;
}

}  // namespace zeitstrahl
