#ifndef ZEITSTRAHL_LIB_IO_SIGNATURE_H_
#define ZEITSTRAHL_LIB_IO_SIGNATURE_H_

// Who a report is from, in brackets at its end: "(APA, 11.10.2015)", "(red, dpa)", "(Jana Roth,
// 3. Mai 2024)".

#include <string_view>

#include "io/article_words.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// Bytes of the line, with the brackets: at its end, or anywhere where it names an agency and a
// day.  An empty span where there is none.
span find_signature(std::string_view line, const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_SIGNATURE_H_
