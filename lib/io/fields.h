#ifndef ZEITSTRAHL_LIB_IO_FIELDS_H_
#define ZEITSTRAHL_LIB_IO_FIELDS_H_

// What front matter and records say about an article.

#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Reads "2025-01-22", with an optional clock behind it that is passed over.  Everything
// else is bad input at `where`, with what to write instead.
result<day> read_published(std::string_view value, std::string where);

// The article's field of that name: title, source, author or url; null for other names.
std::string* text_field(document& article, std::string_view key);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FIELDS_H_
