#include "claim/word_cache.h"

#include <algorithm>
#include <array>

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
  words_.assign(1, {});
  long_.clear();
  phrases_.clear();
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
  return words_[find(ask(text, word, capital), word.in(text), capital, tables).word];
}

word_cache::question word_cache::ask(std::string_view text, span word, bool capital) const {
  const word_key key = key_of(text, word, capital);
  const std::uint32_t hash = hash_of(key);
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return {key, hash};
}

void word_cache::fetch_entry(const question& asked) const {
  const slot& s = slots_[asked.hash & (slots_.size() - 1)];
  if (const auto number = s.number.get()) __builtin_prefetch(&entries_[*number]);
}

const word_cache::entry& word_cache::find(const question& asked, std::string_view word,
                                          bool capital, const claim_words& tables) {
  const auto& [key, hash] = asked;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const auto number = slots_[at].number.get();
    if (!number) break;
    if (slots_[at].hash != hash) continue;
    const entry& e = entries_[*number];
    const bool same = e.key == key && (word.size() <= longest_in_key || long_[*number] == word);
    if (same) return e;
  }
  return add(asked, word, capital, tables);
}

const word_cache::entry& word_cache::add(const question& asked, std::string_view word, bool capital,
                                         const claim_words& tables) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto at = static_cast<std::uint32_t>(words_.size());
  const auto number = entries_.add({asked.key, at, at});
  put({asked.hash, number});
  long_.add(std::string(word.size() > longest_in_key ? word : std::string_view()));
  words_.push_back(analyze(word, capital, tables));
  words_.back().number = number;
  if (capital && (words_.back().forms != 0 || words_.back().verb || words_.back().prefix != 0)) {
    analyzed_word noun = words_.back();
    noun.forget_verb();
    words_.push_back(noun);
    entries_[number].noun = at + 1;
  }
  return entries_[number];
}

void word_cache::put(slot s) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = s.hash & mask;
  while (slots_[at].number) at = (at + 1) & mask;
  slots_[at] = s;
}

void word_cache::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (const entry& e : entries_) put({hash_of(e.key), words_[e.word].number});
}

std::uint32_t word_cache::joined(std::uint32_t opener, std::uint32_t second,
                                 const claim_words& tables) {
  for (const phrase& p : phrases_) {
    if (p.opener == opener && p.second == second) return p.word;
  }
  const word_classes by_both = tables.classes_of_phrase(words_[opener].entry, words_[second].entry);
  if (!by_both) return opener;
  analyzed_word word = words_[opener];
  word.classes |= by_both;
  word.opens_phrase = false;
  words_.push_back(word);
  const auto number = static_cast<std::uint32_t>(words_.size() - 1);
  phrases_.push_back({opener, second, number});
  return number;
}

void text_words::analyze(const claim_words& tables, const scanned_text& scanned,
                         std::string_view text, word_cache& cache) {
  constexpr std::size_t batch = 16;  // words that are on their way from memory
  std::array<word_cache::question, batch> asked;
  const std::vector<token>& tokens = scanned.tokens;
  cache_ = &cache;
  numbers_.clear();
  numbers_.reserve(tokens.size());
  bool first = true;
  for (std::size_t begin = 0; begin < tokens.size(); begin += batch) {
    const std::size_t end = std::min(tokens.size(), begin + batch);
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens[i].is != token::word) continue;
      asked[i - begin] = cache.ask(text, tokens[i].where, tokens[i].flags & token::capital);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens[i].is == token::word) cache.fetch_entry(asked[i - begin]);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const token& t = tokens[i];
      const auto symbol = static_cast<std::uint8_t>(scanned.symbols.first[i]);
      if (t.is == token::word) {
        const bool capital = t.flags & token::capital;
        const auto& known = cache.find(asked[i - begin], t.where.in(text), capital, tables);
        numbers_.push_back(capital && !first ? known.noun : known.word);
      } else {
        numbers_.push_back(0);
      }
      if (i > 0 && (*this)[i - 1].opens_phrase) {
        numbers_[i - 1] = cache.joined(numbers_[i - 1], numbers_[i], tables);
      }
      first = t.is == token::stop || symbol == symbol_quote || symbol == symbol_colon ||
              symbol == symbol_open || (first && t.is == token::mark);
    }
  }
}

}  // namespace zeitstrahl
