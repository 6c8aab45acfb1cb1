#include "time/tense.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

bool ends_clause(std::uint8_t symbol) {
  switch (symbol) {
    case symbol_stop:
    case symbol_comma:
    case symbol_colon:
    case symbol_semicolon:
    case symbol_dash:
      return true;
    default:
      return false;
  }
}

bool any_suffix(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& e) { return word.ends_with(e); });
}

bool any_prefix(std::string_view word, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& b) { return word.starts_with(b); });
}

std::vector<std::string> words_of(const language& tables, std::string_view name) {
  std::vector<std::string> out;
  const std::size_t word_class = tables.find_class(name);
  for (std::uint32_t i = 0; i < tables.words().size(); ++i) {
    if (tables.is(i, word_class)) out.push_back(tables.words()[i].folded);
  }
  return out;
}

}  // namespace

tense_finder::tense_finder(const language& tables)
    : tables_(tables),
      past_(tables.find_class("PAST_VERB")),
      present_(tables.find_class("PRESENT_VERB")),
      perfect_(tables.find_class("PERFECT_VERB")),
      future_(tables.find_class("FUTURE_VERB")),
      planned_(tables.find_class("PLANNED_WORD")),
      since_(tables.find_class("SINCE")),
      before_adjective_(tables.find_class("BEFORE_ADJECTIVE")),
      participle_beginning_(tables.find_class("PARTICIPLE_BEGINNING")),
      not_past_class_(tables.find_class("NOT_PAST")),
      not_past_(words_of(tables, "NOT_PAST")),
      past_endings_(words_of(tables, "PAST_ENDING")),
      participle_prefixes_(words_of(tables, "PARTICIPLE_BEGINNING")),
      participle_endings_(words_of(tables, "PARTICIPLE_ENDING")) {}

// An unknown small word such as "kaufte", unless it stands behind an article as an
// adjective does ("die bekannte Firma").
bool tense_finder::has_past_ending(const scanned_text& scanned, std::string_view text,
                                   std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  if (t.is != token::word || t.flags & token::capital || t.entry != vocabulary::no_word) {
    return false;
  }
  const std::string_view word = t.where.in(text);
  if (is_prefixed_past(word)) return true;
  if (word.size() < 5 || !any_suffix(word, past_endings_) || is_prefixed_present(word))
    return false;
  return at == 0 || !tables_.is(scanned.tokens[at - 1].entry, before_adjective_);
}

// "stattfand", by "fand".
bool tense_finder::is_prefixed_past(std::string_view word) const {
  constexpr std::size_t shortest_verb = 3;
  return std::any_of(
      participle_prefixes_.begin(), participle_prefixes_.end(), [&](const std::string& prefix) {
        if (!word.starts_with(prefix)) return false;
        const std::string_view verb = word.substr(prefix.size());
        return verb.size() >= shortest_verb && tables_.is(tables_.words().find(verb), past_);
      });
}

// "zuruecktreten", by "treten".
bool tense_finder::is_prefixed_present(std::string_view word) const {
  return std::any_of(not_past_.begin(), not_past_.end(), [&](const std::string& verb) {
    if (!word.ends_with(verb)) return false;
    const std::string_view prefix = word.substr(0, word.size() - verb.size());
    return std::find(participle_prefixes_.begin(), participle_prefixes_.end(), prefix) !=
           participle_prefixes_.end();
  });
}

bool tense_finder::is_participle(const scanned_text& scanned, std::string_view text,
                                 std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  if (at > 0 && is_infinitive_marker(scanned.tokens[at - 1])) return false;
  if (t.is != token::word) return false;
  // Known words are none ("einen", "gegen"), but for those of both kinds ("erhalten").
  if (t.entry != vocabulary::no_word && !tables_.is(t.entry, not_past_class_)) return false;
  std::string_view word = t.where.in(text);
  std::string folded;
  if (t.flags & token::capital) {
    const bool opens_sentence = at == 0 || scanned.tokens[at - 1].is == token::stop;
    if (!opens_sentence) return false;
    folded = fold_case(word);
    word = folded;
  }
  return any_prefix(word, participle_prefixes_) && any_suffix(word, participle_endings_);
}

// "beschlossen": "sie beschlossen" or "wird beschlossen".
bool tense_finder::may_be_participle(const token& t, std::string_view text) const {
  if (t.flags & token::capital) return false;
  if (!tables_.is(t.entry, past_) && !is_prefixed_past(t.where.in(text))) return false;
  const std::string_view word = t.where.in(text);
  constexpr std::size_t least = 7;
  return word.size() >= least && word.ends_with("en") && any_prefix(word, participle_prefixes_);
}

// "zu erwarten"
bool tense_finder::is_infinitive_marker(const token& t) const {
  return tables_.is(t.entry, before_adjective_) && tables_.is(t.entry, participle_beginning_);
}

// "Taten", with a capital where no sentence opens.
bool tense_finder::is_noun(const scanned_text& scanned, std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  return t.flags & token::capital && at > 0 && tables_.is(t.entry, past_) &&
         scanned.tokens[at - 1].is == token::word;
}

tense tense_finder::of_range(const scanned_text& scanned, std::string_view text,
                             span tokens) const {
  bool perfect = false;
  bool participle = false;
  bool future = false;
  bool planned = false;
  bool present = false;
  bool past_or_participle = false;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const token& t = scanned.tokens[i];
    if (is_noun(scanned, i)) continue;
    if (may_be_participle(t, text)) {
      past_or_participle = true;
    } else if (tables_.is(t.entry, past_) || has_past_ending(scanned, text, i)) {
      return tense::past;
    }
    perfect |= tables_.is(t.entry, perfect_);
    future |= tables_.is(t.entry, future_);
    planned |= tables_.is(t.entry, planned_);
    present |= tables_.is(t.entry, present_);
    participle |= is_participle(scanned, text, i);
  }
  if (past_or_participle && !future) return tense::past;
  if (planned) return tense::future;
  if (perfect && participle) return tense::past;
  if (future) return tense::future;
  return present || perfect ? tense::present : tense::unknown;
}

// "seit [Montag]", "ab dem [3. Mai]"
bool tense_finder::follows(const scanned_text& scanned, std::uint32_t at,
                           std::size_t word_class) const {
  const auto is = [&](std::uint32_t token, std::size_t c) {
    return tables_.is(scanned.tokens[token].entry, c);
  };
  if (at == 0) return false;
  if (is(at - 1, word_class)) return true;
  return at > 1 && is(at - 1, before_adjective_) && is(at - 2, word_class);
}

// Of the tokens between the nearest symbols that end the range.
template <class Ends>
tense tense_finder::around(const scanned_text& scanned, std::string_view text, span tokens,
                           Ends ends) const {
  span out = tokens;
  const std::uint32_t lowest = tokens.begin > reach ? tokens.begin - reach : 0;
  const auto size = static_cast<std::uint32_t>(scanned.tokens.size());
  const std::uint32_t highest = std::min(size, tokens.end + reach);
  const auto is_end = [&](std::uint32_t at) {
    return ends(static_cast<std::uint8_t>(scanned.symbols[at]));
  };
  while (out.begin > lowest && !is_end(out.begin - 1)) --out.begin;
  while (out.end < highest && !is_end(out.end)) ++out.end;
  return of_range(scanned, text, out);
}

tense tense_finder::of_clause(const scanned_text& scanned, std::string_view text,
                              span tokens) const {
  return around(scanned, text, tokens, ends_clause);
}

tense tense_finder::find(const scanned_text& scanned, std::string_view text, span tokens) const {
  if (follows(scanned, tokens.begin, since_)) return tense::past;
  const tense clause = of_clause(scanned, text, tokens);
  if (clause != tense::unknown) return clause;
  return around(scanned, text, tokens, [](std::uint8_t symbol) { return symbol == symbol_stop; });
}

}  // namespace zeitstrahl
