#ifndef ZEITSTRAHL_LIB_IO_UNPACK_H_
#define ZEITSTRAHL_LIB_IO_UNPACK_H_

// From the bytes of a file to those of a text: gzip is unpacked, and what is no text is told
// by its name.

#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

bool is_gzip(std::string_view bytes);

// What gzip packed, all of its members.  Damaged data and more than 256 MiB are bad input.
result<std::string> unpack_gzip(std::string_view bytes, std::string_view name);

// "is a PNG picture, not text; ..." for bytes that are no text, by their first bytes or by
// the zero bytes among them; nothing for text.
std::optional<error> refuse_other_formats(std::string_view bytes, std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_UNPACK_H_
