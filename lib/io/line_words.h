#ifndef ZEITSTRAHL_LIB_IO_LINE_WORDS_H_
#define ZEITSTRAHL_LIB_IO_LINE_WORDS_H_

// The words of a line, for those who tell what a line is.

#include <string_view>
#include <vector>

#include "io/article_words.h"

namespace zeitstrahl {

bool is_one_of(std::string_view word, const article_words::words& list);

// Whether the first letter is a capital.
bool starts_capital(std::string_view word);

// The words of a line, parted by blanks and marks other than dots, apostrophes and hyphens.
std::vector<std::string_view> words_of(std::string_view line);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_LINE_WORDS_H_
