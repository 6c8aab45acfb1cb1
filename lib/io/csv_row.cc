#include "io/csv_row.h"

namespace zeitstrahl {
namespace {

void append_field(std::string& row, std::string_view value) {
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
