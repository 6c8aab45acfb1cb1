#ifndef ZEITSTRAHL_LIB_SYNTAX_WORDS_OF_H_
#define ZEITSTRAHL_LIB_SYNTAX_WORDS_OF_H_

// From the scanner's tokens to words as a sentence's analysis takes them: what is written
// together is one word ("US-Dollar", "15.30", "Montagabend", "Dr.", "9." of a date).

#include <string_view>
#include <vector>

#include "text/scan.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// Fills the spans of tokens that are one word each, in order; a sentence's last mark is one.
void join_words(const scanned_text& scanned, std::string_view text, span tokens,
                std::vector<span>& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_WORDS_OF_H_
