#ifndef ZEITSTRAHL_LIB_IO_JSON_PARSE_H_
#define ZEITSTRAHL_LIB_IO_JSON_PARSE_H_

// JSON of others, without exceptions and with a limit to its nesting.

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace zeitstrahl {

constexpr int deepest_nesting = 64;

// A discarded value where the text is no JSON or nested deeper than that.
nlohmann::json parse_json(std::string_view text);

// The same; `fault` becomes the byte from which on it is no JSON, or npos.
nlohmann::json parse_json(std::string_view text, std::size_t& fault);

// The member, if it is a string; else empty.
std::string string_or_empty(const nlohmann::json& object, const char* key);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_JSON_PARSE_H_
