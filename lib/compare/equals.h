#ifndef ZEITSTRAHL_LIB_COMPARE_EQUALS_H_
#define ZEITSTRAHL_LIB_COMPARE_EQUALS_H_

// Words as they are compared: without endings, and words of one meaning as one.
//
//     equal_words words = *equal_words::build(tables);
//     words.stem("vertraegen") == words.stem("vertrag")
//     words.meaning(words.stem("allianz")) == words.meaning(words.stem("partnerschaften"))
//
// Made from equals.tsv of a language.  Immutable; shared by threads.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/language.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// What equals.tsv tells of a word.
struct word_meaning {
  std::string key;     // of its row, or empty where no row names it
  bool name = false;   // of an actor
  bool once = false;   // a matter that happens once
  bool light = false;  // tells nothing about the matter
  bool begin = false;
  bool end = false;
  bool change = false;
  bool former = false;
};

class equal_words {
 public:
  // A fault has file and line.  A language without equals.tsv has no such words: no error.
  static result<equal_words> build(const language& tables);

  // `folded` without its ending, letters compared as others replaced.
  std::string stem(std::string_view folded) const;

  // By a stem; where no row has it, by the longest row's word that it ends with.
  const word_meaning& meaning(std::string_view stem) const;

 private:
  using words_by_stem = std::map<std::string, word_meaning, std::less<>>;

  std::vector<std::string> endings_;  // longest first
  std::vector<std::pair<std::string, std::string>> letters_;
  words_by_stem words_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_EQUALS_H_
