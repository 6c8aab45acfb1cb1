#ifndef ZEITSTRAHL_LIB_IO_JSON_PARTS_H_
#define ZEITSTRAHL_LIB_IO_JSON_PARTS_H_

// Values that several JSON writers write alike.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// Keeps the order in which members are added.
using json = nlohmann::ordered_json;

json string_or_null(std::string_view text);
json day_or_null(const std::optional<day>& value);
json interval_to_json(const interval& when);

// Bytes that are not UTF-8 become U+FFFD.
std::string dump(const json& value, bool one_line);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_JSON_PARTS_H_
