#ifndef ZEITSTRAHL_LIB_IO_TIMEML_READER_H_
#define ZEITSTRAHL_LIB_IO_TIMEML_READER_H_

// TimeML (Pustejovsky et al. 2003, version 1.2.1) as an article: DOCID, DCT, TITLE and the
// character data of TEXT.  Tags within TEXT are dropped, what they hold is kept.

#include <string_view>

#include "io/raw_article.h"

namespace zeitstrahl {

// Whether the text is XML with the root element TimeML.
bool looks_like_timeml(std::string_view text);

// Line ends become LF, as XML says; references to what is no character become U+FFFD.  A
// missing DCT leaves the date unknown; one without a day, a missing TEXT, another root element
// and XML that is not well formed are bad input, with `name` and line.
result<raw_article> read_timeml(std::string_view text, std::string_view name,
                                const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_TIMEML_READER_H_
