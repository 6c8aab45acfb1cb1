#ifndef ZEITSTRAHL_LIB_IO_FIELDS_H_
#define ZEITSTRAHL_LIB_IO_FIELDS_H_

// What front matter and records say about an article.

#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// ASCII letters made small, others kept.
std::string lower_ascii(std::string_view text);

// Reads a moment (see moment.h).  Everything else is bad input at `where`, with what to
// write instead.
result<day> read_published(std::string_view value, std::string where, const read_options& options);

// Sets the field that `key` names: title, published (date, pubdate, publishdate,
// datepublished), modified (lastmod, updated, datemodified), source (site, publisher),
// author (authors), url; other keys go to document::other.  A publication date that cannot be
// read is an error at `where`.
std::optional<error> set_field(document& article, std::string_view key, std::string value,
                               std::string where, published_source from,
                               const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FIELDS_H_
