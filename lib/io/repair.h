#ifndef ZEITSTRAHL_LIB_IO_REPAIR_H_
#define ZEITSTRAHL_LIB_IO_REPAIR_H_

// Mends characters whose UTF-8 had been read as a single-byte encoding.
//
// "fuer" with u umlaut is C3 BC in UTF-8; read as windows-1250 it becomes U+0102 U+013D.
// Such pairs and triples of characters do not occur in sound text.  So in every run of two
// or more characters beyond ASCII, each is taken back to its byte in one encoding after the
// other; where the bytes are well-formed UTF-8 of a character that the language writes, it
// takes their place.  Two encodings can disagree (U+0102 U+017A is sharp s by windows-1250,
// u umlaut by ISO 8859-2): then the one goes first that mends more of the whole text, and
// among equals the commoner one.

#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/document.h"

namespace zeitstrahl {

struct mended_text {
  std::string text;
  std::vector<change> repairs;  // in text order
};

// `text` must be well-formed UTF-8, and so is the result.  `accepted` are the characters
// that may come out.  Linear in the text.
mended_text mend(std::string_view text, std::u32string_view accepted);

// The characters of a built-in language's letters.txt; none for other languages.
std::u32string accepted_letters(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_REPAIR_H_
