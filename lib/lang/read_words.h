#ifndef ZEITSTRAHL_LIB_LANG_READ_WORDS_H_
#define ZEITSTRAHL_LIB_LANG_READ_WORDS_H_

// The tables of words: lexicon.tsv, abbreviations.txt and holidays.tsv.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lang/holiday_rule.h"
#include "lang/known_words.h"
#include "lang/pattern.h"
#include "lang/table.h"

namespace zeitstrahl {

// Where the classes of the lexicon stand, for messages.
struct lexicon_rows {
  std::map<std::size_t, std::string> first;  // row of each class
  std::set<std::size_t> nouns;               // classes whose words are nouns like any other
  std::string nouns_row;
};
failure read_lexicon(const table& rows, known_words& words, lexicon_rows& out);

// Folded words that a dot may follow inside a sentence.
struct abbreviation_words {
  std::vector<std::string> all;
  std::vector<std::string> words_too;  // those of them that are words of their own as well
};
void read_abbreviations(const table& rows, known_words& words, abbreviation_words& out);

// `pattern` is what HOLIDAY means in patterns.
failure read_holidays(const table& rows, known_words& words, std::vector<holiday_rule>& out,
                      pattern_tree& pattern);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_READ_WORDS_H_
