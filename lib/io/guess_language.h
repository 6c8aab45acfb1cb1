#ifndef ZEITSTRAHL_LIB_IO_GUESS_LANGUAGE_H_
#define ZEITSTRAHL_LIB_IO_GUESS_LANGUAGE_H_

#include <optional>
#include <string>
#include <string_view>

#include "io/article_words.h"

namespace zeitstrahl {

// A warning where a text is empty, or where its words are rather those of another language
// than of the first in `words` (see articles.tsv).  Texts of a few words are let be.
std::optional<std::string> warn_of_language(std::string_view text, const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_GUESS_LANGUAGE_H_
