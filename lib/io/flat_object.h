#ifndef ZEITSTRAHL_LIB_IO_FLAT_OBJECT_H_
#define ZEITSTRAHL_LIB_IO_FLAT_OBJECT_H_

// Records of archives: a JSON object on a line, most of which is one long string.

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace zeitstrahl {

// The object, where it is one whose members hold no objects and arrays; a general parser, which
// takes four times as long, has to look at everything else.  The line must be valid UTF-8.
std::optional<nlohmann::json> read_flat_object(std::string_view line);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FLAT_OBJECT_H_
