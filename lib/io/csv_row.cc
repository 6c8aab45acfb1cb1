#include "io/csv_row.h"

#include <algorithm>
#include <iterator>

namespace zeitstrahl {
namespace {

// After OWASP, "CSV Injection".
bool begins_formula(std::string_view value) {
  if (value.empty()) return false;
  if (value[0] == '+' || value[0] == '-') {  // "-0043-03-15" is a date
    return value.find_first_not_of("0123456789-/.", 1) != std::string_view::npos;
  }
  if (std::string_view("=@\t\r\n").find(value[0]) != std::string_view::npos) return true;
  constexpr std::string_view full_width[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                             "\xEF\xBC\xA0"};  // U+FF1D, FF0B, FF0D, FF20
  return std::any_of(std::begin(full_width), std::end(full_width),
                     [&](std::string_view sign) { return value.starts_with(sign); });
}

// Whether behind apostrophes, or none, stands what begins a formula.
bool needs_guard(std::string_view value) {
  const std::size_t at = value.find_first_not_of('\'');
  return at != std::string_view::npos && begins_formula(value.substr(at));
}

void append_field(std::string& row, std::string_view field) {
  const std::string value = (needs_guard(field) ? "'" : "") + std::string(field);
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    row += value;
    return;
  }
  row += '"';
  for (const char c : value) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

}  // namespace

void append_row(std::string& out, const std::vector<std::string_view>& fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) out += ',';
    append_field(out, field);
    first = false;
  }
  out += "\r\n";
}

std::string_view without_guard(std::string_view field) {
  return field.starts_with('\'') && needs_guard(field) ? field.substr(1) : field;
}

}  // namespace zeitstrahl
