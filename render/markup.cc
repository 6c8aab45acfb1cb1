#include "render/markup.h"

#include <cmath>

namespace zeitstrahl {

std::string hex(rgb color) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    out += digits[part / 16U];
    out += digits[part % 16U];
  }
  return out;
}

std::string escaped(std::string_view content) {
  std::string out;
  for (const char c : content) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t') out += c;
      }
    }
  }
  return out;
}

std::string number(double value) {
  const auto hundredths = static_cast<long long>(std::llround(value * 100));
  std::string out = hundredths < 0 ? "-" : "";
  const long long size = std::llabs(hundredths);
  out += std::to_string(size / 100);
  if (size % 100 != 0) {
    out += '.';
    out += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
  }
  return out;
}

std::string claim_numbers(const std::vector<std::uint32_t>& claims) {
  std::string out;
  for (const std::uint32_t c : claims) {
    if (!out.empty()) out += ' ';
    out += std::to_string(c + 1);
  }
  return out;
}

}  // namespace zeitstrahl
