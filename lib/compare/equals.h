#ifndef ZEITSTRAHL_LIB_COMPARE_EQUALS_H_
#define ZEITSTRAHL_LIB_COMPARE_EQUALS_H_

// What the words of articles mean where articles are compared: words of one meaning are one.
//
//     equal_words words = *equal_words::build(tables);
//     words.meaning(stem of "Allianz").key == words.meaning(stem of "Partnerschaften").key
//
// Made from equals.tsv and the rows same_matter of claims.tsv.  Immutable; shared by threads.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

inline constexpr std::size_t least_head = 4;      // bytes of a compound's head
inline constexpr std::size_t least_row_head = 4;  // where a row names it
inline constexpr std::size_t least_modifier = 3;  // and of what stands before it

// What the tables tell of a word.
struct word_meaning {
  std::string key;     // of its row, or empty where no row names it
  bool noun = false;   // a row has it with a capital: compounds may end with it
  bool name = false;   // of an actor
  bool wide = false;   // and one that every newspaper names: a state
  bool thing = false;  // what something may happen to
  bool once = false;   // a matter that happens once
  bool light = false;  // tells nothing about the matter
  bool tells = false;  // a matter that only says that something else is said
  bool begin = false;
  bool starts = false;  // of its row alone, else the begin of what happens
  bool end = false;
  bool cancel = false;  // that what was planned will not be
  bool plan = false;    // that a date is set for something
  std::string counter;  // the key of the row that says the opposite, or empty
  std::string family;   // of rows that are told for each other, or empty

  bool event() const { return !key.empty() && !name && !thing; }
};

// What a word says about the date beside it.
enum class date_mark : std::uint8_t {
  none,
  change,   // something is no longer as it was
  former,   // the date has been overtaken
  instead,  // the date behind it has been overtaken
  target,   // the date behind it may be one that is set for something
};

class equal_words {
 public:
  // A fault has file and line.  A language without equals.tsv has no such words: no error.
  static result<equal_words> build(const language& tables);

  // Without an ending that stemming leaves: "autos".
  std::string_view bare(std::string_view stem) const;

  // By a bare stem; where no row has it, by the longest noun of a row that it ends with.
  const word_meaning& meaning(std::string_view stem) const;

  // Whether a word in small letters, or its stem, ends with one for what comes again and again.
  bool comes_again(std::string_view word) const;

  // What stands before the word of a row in a compound that ends with it, or nothing.
  std::string_view modifier(std::string_view stem) const;

  // The matter that two words beside each other mean, in small letters; null where none.
  const word_meaning* phrase(std::string_view first, std::string_view second) const;
  // The matter that a noun, by its stem, or its head and the verb of its clause mean together;
  // null where none.  The verb by its stem, or by the name of its row.
  const word_meaning* together(std::string_view noun, std::string_view verb) const;
  // The row of the event that ends the state of a row; empty where none does.
  std::string_view end_of(std::string_view row) const;

  // By the name of a row; null where there is none.
  const word_meaning* matter(std::string_view row) const;

  // Words in small letters.
  date_mark mark(std::string_view folded) const;
  // "2" for "second"; empty for what is no ordinal.
  std::string_view ordinal(std::string_view folded) const;

 private:
  friend class equal_words_builder;
  std::map<std::string, word_meaning, std::less<>> words_;
  std::map<std::string, word_meaning, std::less<>> rows_;
  std::set<std::string, std::less<>> again_;
  std::vector<std::string> endings_;  // as stems have them
  std::map<std::string, date_mark, std::less<>> marks_;
  std::map<std::string, std::string, std::less<>> ordinals_;
  std::map<std::string, std::string, std::less<>> phrases_;   // the rows' names
  std::map<std::string, std::string, std::less<>> together_;  // likewise
  std::map<std::string, std::string, std::less<>> ends_;      // by the state, its end
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_EQUALS_H_
