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
  entries_.clear();
  long_.clear();
}

word_cache::word_key word_cache::key_of(std::string_view text, span word, bool capital) {
  const char* const begin = text.data() + word.begin;
  const bool fast = text.size() - word.begin >= 8;
  const std::uint64_t first =
      fast ? first_of_eight(load_eight(begin), word.size()) : load_up_to_eight(word.in(text));
  const std::uint64_t last = word.size() > 8 ? load_eight(begin + word.size() - 8) : first;
  return {first, last, word.size() << 1 | std::uint32_t{capital}};
}

std::uint32_t word_cache::hash_of(const word_key& key) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // 2^64 / the golden ratio
  std::uint64_t hash = (key.first ^ key.shape) * factor;
  hash = (hash ^ hash >> 32 ^ key.last) * factor;
  return static_cast<std::uint32_t>(hash >> 32);
}

const analyzed_word& word_cache::find(std::string_view text, span word, bool capital,
                                      const claim_words& tables) {
  const word_key key = key_of(text, word, capital);
  const std::uint32_t hash = hash_of(key);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].number != analyzed_word::no_number;
       at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const entry& e = entries_[slots_[at].number];
    const bool same =
        e.key == key && (word.size() <= longest_in_key || long_[e.word.number] == word.in(text));
    if (same) return e.word;
  }
  return add(key, word.in(text), capital, tables);
}

const analyzed_word& word_cache::add(const word_key& key, std::string_view word, bool capital,
                                     const claim_words& tables) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto number = static_cast<std::uint32_t>(entries_.size());
  put({hash_of(key), number});
  entries_.push_back({key, analyze(word, capital, tables)});
  entry& e = entries_.back();
  e.word.number = number;
  long_.emplace_back(word.size() > longest_in_key ? word : std::string_view());
  return e.word;
}

void word_cache::put(slot s) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = s.hash & mask;
  while (slots_[at].number != analyzed_word::no_number) at = (at + 1) & mask;
  slots_[at] = s;
}

void word_cache::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (const entry& e : entries_) put({hash_of(e.key), e.word.number});
}

void analyze_words(const claim_words& tables, const scanned_text& scanned, std::string_view text,
                   word_cache& cache, std::vector<analyzed_word>& out) {
  out.clear();
  bool first = true;
  for (std::size_t i = 0; i < scanned.tokens.size(); ++i) {
    const token& t = scanned.tokens[i];
    const auto symbol = static_cast<std::uint8_t>(scanned.symbols[i]);
    if (t.is == token::word) {
      const bool capital = t.flags & token::capital;
      out.push_back(cache.find(text, t.where, capital, tables));
      if (capital && !first) out.back().forget_verb();
    } else {
      out.emplace_back();
    }
    first = t.is == token::stop || symbol == symbol_quote || symbol == symbol_colon ||
            symbol == symbol_open || (first && t.is == token::mark);
  }
}

}  // namespace zeitstrahl
