#include "time/tense.h"

#include <algorithm>
#include <utility>

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

std::vector<std::string> words_of(const language& tables, std::string_view name) {
  std::vector<std::string> out;
  const std::size_t word_class = tables.find_class(name);
  for (std::size_t i = 0; i < tables.words().size(); ++i) {
    const vocabulary::index entry(i);
    if (tables.is(entry, word_class)) out.push_back(tables.words().text(entry));
  }
  return out;
}

// What a known word is, in bits.
enum kind : std::uint16_t {
  past = 1,
  present = 2,
  perfect = 4,
  future = 8,
  planned = 16,
  since = 32,
  before_adjective = 64,
  participle_beginning = 128,
  not_past = 256,
  state = 512,
  being = 1024,
};

constexpr std::pair<const char*, kind> kinds_by_class[] = {
    {"PAST_VERB", past},
    {"PRESENT_VERB", present},
    {"PERFECT_VERB", perfect},
    {"FUTURE_VERB", future},
    {"PLANNED_WORD", planned},
    {"SINCE", since},
    {"BEFORE_ADJECTIVE", before_adjective},
    {"PARTICIPLE_BEGINNING", participle_beginning},
    {"NOT_PAST", not_past},
    {"STATE_WORD", state},
    {"BE", being},
};

}  // namespace

tense_finder::affixes tense_finder::affixes_of(const language& tables, std::string_view name,
                                               bool last_byte) {
  affixes out;
  out.all = words_of(tables, name);
  for (const std::string& affix : out.all) {
    out.bytes[static_cast<unsigned char>(last_byte ? affix.back() : affix.front())] = true;
  }
  return out;
}

bool tense_finder::affixes::begins(std::string_view word) const {
  if (word.empty() || !bytes[static_cast<unsigned char>(word.front())]) return false;
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& b) { return word.starts_with(b); });
}

bool tense_finder::affixes::ends(std::string_view word) const {
  if (word.empty() || !bytes[static_cast<unsigned char>(word.back())]) return false;
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& e) { return word.ends_with(e); });
}

tense_finder::tense_finder(const language& tables)
    : tables_(tables),
      kinds_(tables.words().size()),
      not_past_(words_of(tables, "NOT_PAST")),
      past_endings_(affixes_of(tables, "PAST_ENDING", true)),
      participle_prefixes_(affixes_of(tables, "PARTICIPLE_BEGINNING", false)),
      participle_endings_(affixes_of(tables, "PARTICIPLE_ENDING", true)) {
  for (const auto& [name, bit] : kinds_by_class) {
    const std::size_t word_class = tables.find_class(name);
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      const vocabulary::index entry(i);
      if (tables.is(entry, word_class)) kinds_[entry] |= bit;
    }
  }
}

// An unknown small word such as "kaufte", unless it stands behind an article as an
// adjective does ("die bekannte Firma").
bool tense_finder::has_past_ending(const scanned_text& scanned, std::string_view text,
                                   std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  if (t.is != token::word || t.flags & token::capital || t.entry) {
    return false;
  }
  const std::string_view word = t.where.in(text);
  if (is_prefixed_past(word)) return true;
  if (word.size() < 5 || !past_endings_.ends(word) || is_prefixed_present(word)) return false;
  return at == 0 || !(kinds_of(scanned.tokens[at - 1]) & before_adjective);
}

// "stattfand", by "fand".
bool tense_finder::is_prefixed_past(std::string_view word) const {
  constexpr std::size_t shortest_verb = 3;
  if (!participle_prefixes_.begins(word)) return false;
  const auto& prefixes = participle_prefixes_.all;
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    if (!word.starts_with(prefix)) return false;
    const std::string_view verb = word.substr(prefix.size());
    if (verb.size() < shortest_verb) return false;
    return (kinds_.get(tables_.words().find(verb)) & past) != 0;
  });
}

// "zuruecktreten", by "treten".
bool tense_finder::is_prefixed_present(std::string_view word) const {
  return std::any_of(not_past_.begin(), not_past_.end(), [&](const std::string& verb) {
    if (!word.ends_with(verb)) return false;
    const std::string_view prefix = word.substr(0, word.size() - verb.size());
    const auto& prefixes = participle_prefixes_.all;
    return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
  });
}

bool tense_finder::is_participle(const scanned_text& scanned, std::string_view text,
                                 std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  if (at > 0 && is_infinitive_marker(scanned.tokens[at - 1])) return false;
  if (t.is != token::word) return false;
  // Known words are none ("einen", "gegen"), but for those of both kinds ("erhalten").
  if (t.entry && !(kinds_of(t) & (not_past | state))) return false;
  std::string_view word = t.where.in(text);
  std::string folded;
  if (t.flags & token::capital) {
    const bool opens_sentence = at == 0 || scanned.tokens[at - 1].is == token::stop;
    if (!opens_sentence) return false;
    folded = fold_case(word);
    word = folded;
  }
  return participle_endings_.ends(word) && participle_prefixes_.begins(word);
}

// "beschlossen": "sie beschlossen" or "wird beschlossen".
bool tense_finder::may_be_participle(const token& t, std::string_view text) const {
  constexpr std::size_t least = 7;
  const std::string_view word = t.where.in(text);
  if (t.flags & token::capital || word.size() < least || kinds_of(t) & state) return false;
  if (!participle_endings_.ends(word) || !participle_prefixes_.begins(word)) return false;
  return kinds_of(t) & past || is_prefixed_past(word);
}

// "zu erwarten"
bool tense_finder::is_infinitive_marker(const token& t) const {
  return kinds_of(t) & before_adjective && kinds_of(t) & participle_beginning;
}

// "Taten", with a capital where no sentence opens.
bool tense_finder::is_noun(const scanned_text& scanned, std::uint32_t at) const {
  const token& t = scanned.tokens[at];
  return t.flags & token::capital && at > 0 && kinds_of(t) & past &&
         scanned.tokens[at - 1].is == token::word;
}

tense tense_finder::of_range(const scanned_text& scanned, std::string_view text,
                             span tokens) const {
  word_kinds seen = 0;
  bool participle = false;
  bool past_or_participle = false;
  int perfect_verbs = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const token& t = scanned.tokens[i];
    if (is_noun(scanned, i)) continue;
    if (may_be_participle(t, text)) {
      past_or_participle = true;
    } else if (kinds_of(t) & past || has_past_ending(scanned, text, i)) {
      return tense::past;
    }
    const bool infinitive = i > 0 && is_infinitive_marker(scanned.tokens[i - 1]);
    seen |= infinitive ? kinds_of(t) & ~present : kinds_of(t);
    perfect_verbs += (kinds_of(t) & perfect) != 0;
    participle |= is_participle(scanned, text, i);
  }
  if (past_or_participle && (seen & perfect || !(seen & future))) return tense::past;
  if (seen & planned) return tense::future;
  // "ist gesperrt", but neither "ist gesperrt worden" nor "hat gesperrt".
  const bool is_state = seen & state && seen & being && perfect_verbs == 1;
  if (seen & perfect && participle && !is_state) return tense::past;
  if (seen & future) return tense::future;
  return seen & (present | perfect) ? tense::present : tense::unknown;
}

// "seit [Montag]", "ab dem [3. Mai]"
bool tense_finder::follows_since(const scanned_text& scanned, std::uint32_t at) const {
  if (at == 0) return false;
  const word_kinds last = kinds_of(scanned.tokens[at - 1]);
  if (last & since) return true;
  return at > 1 && last & before_adjective && kinds_of(scanned.tokens[at - 2]) & since;
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
  if (follows_since(scanned, tokens.begin)) return tense::past;
  const tense clause = of_clause(scanned, text, tokens);
  if (clause != tense::unknown) return clause;
  return around(scanned, text, tokens, [](std::uint8_t symbol) { return symbol == symbol_stop; });
}

}  // namespace zeitstrahl
