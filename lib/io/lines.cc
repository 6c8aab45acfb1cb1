#include "io/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {

source_line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  const std::size_t stop = std::min(end, text.size());
  std::string_view line = text.substr(at, stop - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {line, end == std::string_view::npos ? text.size() : end + 1};
}

std::size_t line_number(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string_view last_line(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  return end == std::string_view::npos ? text : text.substr(end + 1);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 60;  // bytes
  if (text.size() <= most) return visible(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return visible(text.substr(0, end)) + " ...";
}

}  // namespace zeitstrahl
