#ifndef ZEITSTRAHL_LIB_TEXT_VOCABULARY_H_
#define ZEITSTRAHL_LIB_TEXT_VOCABULARY_H_

// The words that the scanner knows, and the class byte of each.
//
// A class byte stands for one set of classes: words that belong to the same classes
// share it, so that patterns over class bytes cannot tell them apart.  The bytes below
// first_word_symbol are the shapes of numbers, punctuation and unknown words; they mean
// the same in every language.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/index.h"
#include "text/symbols.h"

namespace zeitstrahl {

// Class bytes that no table defines.  Never 0, so that a string
// of them is an ordinary string to a regular expression.
enum symbol : std::uint8_t {
  symbol_stop = 1,  // end of a sentence; no pattern can match it
  symbol_word_lower,
  symbol_word_capital,
  symbol_word_upper,  // two or more letters, all capital
  symbol_word_glued,  // an unknown word that directly follows a number: "5G"

  symbol_number_zero,          // 0
  symbol_number_two_zeros,     // 00
  symbol_number_1_to_9,        // one digit
  symbol_number_01_to_09,      // two digits
  symbol_number_10_to_12,      //
  symbol_number_13_to_24,      //
  symbol_number_25_to_31,      //
  symbol_number_32_to_59,      //
  symbol_number_60_to_99,      //
  symbol_number_3_digits,      //
  symbol_number_4_digits,      // below 1000 or above 2199
  symbol_number_1000_to_1399,  // four digits that may be a year, or not
  symbol_number_year,          // 1400 to 2199
  symbol_number_long,          // five digits or more

  symbol_dot,        // "." before white space
  symbol_inner_dot,  // "." without white space on either side; so for the other inner ones
  symbol_comma,
  symbol_inner_comma,
  symbol_colon,
  symbol_inner_colon,
  symbol_slash,
  symbol_inner_slash,
  symbol_hyphen,        // at the end or the beginning of a word: "Rechenzentrums-"
  symbol_inner_hyphen,  // "US-Dollar"
  symbol_dash,          // en and em dash, and a hyphen between spaces
  symbol_open,          // ( [
  symbol_close,         // ) ]
  symbol_quote,         // any kind of quotation mark
  symbol_apostrophe,
  symbol_percent,
  symbol_currency,
  symbol_paragraph,  // section sign
  symbol_semicolon,
  symbol_other,

  // Whole expressions, where a second pass looks at the words around them.
  symbol_date_expression,
  symbol_time_expression,
  symbol_duration_expression,
  symbol_set_expression,
  symbol_reference_expression,  // PRESENT_REF and its kin
  symbol_vague_expression,

  first_word_symbol,
};

// What scanning needs of a word of the tables: small, since every text asks for many.
struct word_entry {
  symbol_code lower = symbol_word_lower;      // symbol where written in lower case
  symbol_code capital = symbol_word_capital;  // and with a capital
  bool starts_compound = false;               // "Montag" in "Montagabend"
  bool ends_compound = false;                 // "abend" in it
  // Parts of number words (see add_number_part); 0 for other words.
  std::int16_t number_part = 0;
};

class vocabulary {
 public:
  using index = index_of<vocabulary>;
  using maybe_index = optional_index<vocabulary>;

  vocabulary();

  // The entry of a folded word, made if it is new.
  index add(std::string_view folded);

  // What finding a word needs of it.
  struct word_key {
    std::uint64_t first = 0;  // its first eight bytes, folded
    std::uint32_t hash = 0;
  };
  static word_key key_of(std::string_view folded) {
    const std::uint64_t first = load_up_to_eight(folded);
    return make_key(first, folded.size() > 8 ? load_last_eight(folded) : first, folded.size());
  }
  // The same for ASCII letters and digits as they stand in a text, small or capital.
  // `readable`: the bytes that may be read from the begin of the word on; with eight of
  // them or more it is fast.
  static word_key key_of_ascii(std::string_view word, std::size_t readable) {
    const std::size_t size = word.size();
    const std::uint64_t eight = readable >= 8 ? load_eight(word.data()) : load_up_to_eight(word);
    const std::uint64_t first = first_of_eight(eight | small_bits, size);
    return make_key(first, size > 8 ? load_last_eight(word) | small_bits : first, size);
  }

  // The entry of the word, or none.  The word is folded, or of ASCII letters and digits.
  maybe_index find(std::string_view word, word_key key) const {
    if (!may_hold(key.hash)) return {};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key.hash & mask; slots_[at].entry != free_slot; at = (at + 1) & mask) {
      const slot& s = slots_[at];
      if (s.first == key.first && s.hash == key.hash && is_word(s, word)) return s.index();
    }
    return {};
  }
  maybe_index find(std::string_view folded) const { return find(folded, key_of(folded)); }
  word_entry& operator[](index i) { return entries_[i]; }
  const word_entry& operator[](index i) const { return entries_[i]; }
  // The folded word of an entry.
  const std::string& text(index i) const { return texts_[i]; }
  std::size_t size() const { return entries_.size(); }

  // The word between the units and the tens of a number word: "und".
  void set_number_joiner(std::string joiner) { joiner_ = std::move(joiner); }

  // Whether an unknown word can be a compound or a number word.
  bool may_split(word_key key) const { return sizes_of_parts(key) != 0; }

  // A word made of known parts.  `number` > 0: it begins with a number word of `head`
  // bytes; otherwise `first` is the entry of its first `head` bytes.  `second` is the
  // entry of the rest, or none where a number word is the whole.
  struct split_word {
    std::uint32_t head = 0;  // bytes; 0: the word has no known parts
    std::int64_t number = 0;
    maybe_index first;
    maybe_index second;
  };
  split_word split(std::string_view folded) const;

  // To be called when all words are in; `find` works before, `may_split` and `split` after.
  void finish();

 private:
  static constexpr std::size_t shortest_part = 3;  // bytes, of a compound or a number word

  struct number_prefix {
    std::uint32_t size = 0;
    std::int64_t value = 0;
  };

  static std::uint64_t load_last_eight(std::string_view word) {
    return load_eight(word.data() + word.size() - 8);
  }
  static word_key make_key(std::uint64_t first, std::uint64_t last, std::size_t size) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // 2^64 / the golden ratio
    std::uint64_t hash = (first ^ size) * factor;
    hash = (hash ^ hash >> 32 ^ last) * factor;
    return {first, static_cast<std::uint32_t>(hash >> 32)};
  }
  static constexpr std::uint32_t free_slot = 0xffffffff;
  static constexpr std::uint32_t long_word = 0x80000000;
  struct slot {
    std::uint64_t first = 0;  // of the key, as is the hash
    std::uint32_t hash = 0;
    std::uint32_t entry = free_slot;  // its number; with long_word, of more than eight bytes

    vocabulary::index index() const { return vocabulary::index(entry & ~long_word); }
  };

  // Whether the entry in the slot, whose key is that of the word, is the word: up to eight
  // bytes the key tells.
  bool is_word(const slot& s, std::string_view word) const {
    if (word.size() <= 8) return !(s.entry & long_word);
    return s.entry & long_word && same_rest(word, texts_[s.index()]);
  }
  static bool same_rest(std::string_view word, std::string_view folded);

  // Which sizes parts have that begin with the same three bytes as the word (or with others
  // that share their place): bit 0 for the shortest, the last one for all that are longer.
  std::uint32_t sizes_of_parts(word_key key) const { return part_sizes_[start_of(key)]; }
  static std::uint32_t size_bit(std::size_t size) {
    return 1u << std::min<std::size_t>(size - shortest_part, 15);
  }
  static std::size_t start_of(word_key key) {  // below 4096
    return static_cast<std::uint32_t>(key.first & 0xFFFFFF) * 0x9E3779B1u >> 20;
  }
  // Calls `use` with the entry and the size of each part of compounds and numbers that the
  // word begins with, the longest first, until it returns true.
  template <class F>
  void for_each_part(std::string_view folded, std::size_t longest, F&& use) const;

  // Most words of a text are in no table; a bit for each hash, which takes little of the
  // nearest cache, turns most of them away.
  bool may_hold(std::uint32_t hash) const {
    return filter_[hash >> 6 & (filter_.size() - 1)] >> (hash & 63) & 1;
  }
  void put(std::string_view folded, word_key key, index i);
  number_prefix read_number(std::string_view folded) const;
  number_prefix read_number_below_hundred(std::string_view folded) const;
  number_prefix read_number_part(std::string_view folded) const;
  void grow();

  indexed<vocabulary, word_entry> entries_;
  indexed<vocabulary, std::string> texts_;
  std::vector<slot> slots_;            // open addressing, a power of two
  std::vector<std::uint64_t> filter_;  // eight bits for each slot
  std::string joiner_;
  std::uint32_t longest_part_ = 0;
  std::array<std::uint16_t, 4096> part_sizes_{};  // by start_of
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TEXT_VOCABULARY_H_
