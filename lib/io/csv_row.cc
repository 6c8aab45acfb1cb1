#include "io/csv_row.h"

namespace zeitstrahl {
namespace {

// Whether a spreadsheet would take the text for a formula; "-0043-03-15" is a date.
bool looks_like_formula(std::string_view value) {
  if (value.empty() || std::string_view("=+-@\t\r").find(value[0]) == std::string_view::npos) {
    return false;
  }
  const bool sign = value[0] == '+' || value[0] == '-';
  return !sign || value.find_first_not_of("0123456789-/.", 1) != std::string_view::npos;
}

void append_field(std::string& row, std::string_view text) {
  const std::string value = (looks_like_formula(text) ? "'" : "") + std::string(text);
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

}  // namespace zeitstrahl
