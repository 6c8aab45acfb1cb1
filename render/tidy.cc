#include "render/tidy.h"

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

bool is_space(char32_t c) { return c == U' ' || c == 0xA0; }

}  // namespace

std::string tidy(std::string_view content) {
  std::string out;
  char32_t space = 0;  // the one to come before the next character
  const auto put = [&](char32_t c) {
    if (space != 0 && !out.empty()) append_utf8(out, space);
    space = 0;
    append_utf8(out, c);
  };
  while (!content.empty()) {
    const std::size_t bad = find_invalid_utf8(content);
    const std::string_view good = content.substr(0, bad);
    for (std::size_t at = 0; at < good.size();) {
      const code_point c = decode_at(good, at);
      at += c.size;
      const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) ||
                           c.value == 0x2028 || c.value == 0x2029;
      if (control || is_space(c.value)) {
        space = c.value == 0xA0 && space != U' ' ? 0xA0 : U' ';
      } else {
        put(is_noncharacter(c.value) ? 0xFFFD : c.value);
      }
    }
    if (bad == std::string_view::npos) break;
    put(0xFFFD);
    content.remove_prefix(bad + 1);
  }
  return out;
}

}  // namespace zeitstrahl
