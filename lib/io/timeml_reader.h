#ifndef ZEITSTRAHL_LIB_IO_TIMEML_READER_H_
#define ZEITSTRAHL_LIB_IO_TIMEML_READER_H_

// TimeML (Pustejovsky et al. 2003, version 1.2.1) as an article: DOCID, DCT, TITLE and the
// character data of TEXT.  Tags within TEXT are dropped, what they hold is kept.

#include <string_view>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Whether the bytes are XML (by declaration or a root element TimeML).
bool looks_like_timeml(std::string_view bytes);

// `bytes` are well-formed UTF-8.  Line ends become LF, as XML says.  A missing DCT leaves
// the date unknown; one without a day, a missing TEXT, another root element and XML that
// is not well formed are bad input, with `name` and line.
result<document> read_timeml(std::string_view bytes, std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_TIMEML_READER_H_
