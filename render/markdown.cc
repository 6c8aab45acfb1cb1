#include "render/markdown.h"

namespace zeitstrahl {

std::string markdown_text(std::string_view content) {
  constexpr std::string_view marks = "|\\*_<`[&";
  std::string out;
  for (const char c : content) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void add_table_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& c : cells) out += "| " + c + ' ';
  out += "|\n";
}

}  // namespace zeitstrahl
