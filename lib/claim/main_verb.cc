#include "base/utf8.h"
#include "claim/clause.h"

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

}  // namespace

std::uint8_t verb_forms(const analyzed_text& text, std::uint32_t at) {
  const analyzed_word& word = text.words[at];
  if (word.forms == 0) return 0;
  const bool next = at + 1 < text.words.size() && text.is_word(at + 1);
  // "sein" is an article too
  if (word.is(word_class::article) && next && text.words[at + 1].forms == 0) return 0;
  const bool attribute = word.forms & finite && !is_auxiliary(text, at) && is_attribute(text, at);
  return attribute ? std::uint8_t{0} : word.forms;
}

main_verb find_main_verb(const analyzed_text& text, const sentence_clauses& clauses,
                         std::uint32_t clause_index) {
  const clause& c = clauses.clauses[clause_index];
  if (c.head == no_index) return {};
  const analyzed_word& verb = text.words[c.content];
  if (c.particle != no_index) return {verb.verb, fold_case(text.in(c.particle))};
  // "wurde bekannt", which is no particle to the analysis
  const std::uint32_t last = c.tokens.end - 1;
  if (last > c.content && clauses.owns(clause_index, last)) {
    std::string prefix = fold_case(text.in(last));
    if (text.tables.is_prefix(text.words[last].entry) &&
        text.tables.classes_of_verb(prefix, verb.verb)) {
      return {verb.verb, std::move(prefix)};
    }
  }
  return {verb.verb, fold_case(text.in(c.content).substr(0, verb.prefix))};
}

}  // namespace zeitstrahl
