#include "claim/word_cache.h"

#include "base/bytes.h"
#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t longest_in_key = 16;     // bytes
constexpr std::size_t longest_in_tables = 48;  // bytes

analyzed_word analyze(std::string_view word, bool capital, const claim_words& tables) {
  const std::string folded = fold_case(word);
  analyzed_word out;
  if (word.size() <= longest_in_tables) out = tables.analyze(folded, capital, true);
  out.endings = tables.classes_of_ending(folded);
  return out;
}

}  // namespace

void word_cache::clear() {
  slots_.assign(1 << 12, {});
  words_.clear();
  long_.clear();
}

word_cache::word_key word_cache::key_of(std::string_view word, bool capital) {
  const std::uint64_t first = load_up_to_eight(word);
  const std::uint64_t last = word.size() > 8 ? load_eight(word.data() + word.size() - 8) : first;
  return {first, last, static_cast<std::uint32_t>(word.size()) << 1 | std::uint32_t{capital}};
}

std::size_t word_cache::hash_of(const word_key& key) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // 2^64 / the golden ratio
  std::uint64_t hash = (key.first ^ key.shape) * factor;
  hash = (hash ^ hash >> 32 ^ key.last) * factor;
  return static_cast<std::size_t>(hash >> 32);
}

bool word_cache::is_word(const slot& s, const word_key& key, std::string_view word) const {
  return s.key == key && (word.size() <= longest_in_key || long_[s.number] == word);
}

word_cache::slot& word_cache::slot_of(const word_key& key, std::string_view word) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  while (slots_[at].number != analyzed_word::no_number && !is_word(slots_[at], key, word)) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

const analyzed_word& word_cache::find(std::string_view word, bool capital,
                                      const claim_words& tables) {
  const word_key key = key_of(word, capital);
  slot& s = slot_of(key, word);
  if (s.number != analyzed_word::no_number) return words_[s.number];
  const auto number = static_cast<std::uint32_t>(words_.size());
  s = {key, number};
  words_.push_back(analyze(word, capital, tables));
  words_.back().number = number;
  long_.emplace_back(word.size() > longest_in_key ? word : std::string_view());
  if (words_.size() * 2 > slots_.size()) grow();
  return words_.back();
}

void word_cache::grow() {
  const std::vector<slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (const slot& s : old) {
    if (s.number == analyzed_word::no_number) continue;
    std::size_t at = hash_of(s.key) & mask;
    while (slots_[at].number != analyzed_word::no_number) at = (at + 1) & mask;
    slots_[at] = s;
  }
}

void analyze_words(const claim_words& tables, const scanned_text& scanned, std::string_view text,
                   word_cache& cache, std::vector<analyzed_word>& out) {
  out.assign(scanned.tokens.size(), {});
  bool first = true;
  for (std::size_t i = 0; i < scanned.tokens.size(); ++i) {
    const token& t = scanned.tokens[i];
    const auto symbol = static_cast<std::uint8_t>(scanned.symbols[i]);
    if (t.is == token::word) {
      const bool capital = t.flags & token::capital;
      out[i] = cache.find(t.where.in(text), capital, tables);
      if (capital && !first) out[i].forget_verb();
    }
    first = t.is == token::stop || symbol == symbol_quote || symbol == symbol_colon ||
            symbol == symbol_open || (first && t.is == token::mark);
  }
}

}  // namespace zeitstrahl
