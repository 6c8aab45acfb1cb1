#include "base/utf8.h"

#include <cstring>

namespace zeitstrahl {
namespace {

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// Length of the well-formed sequence at `at`, or 0 (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(second) ? 2 : 0;
  if (!continues(second) || !continues(byte_at(text, at + 2))) return 0;
  if (first == 0xE0) return second >= 0xA0 ? 3 : 0;
  if (first == 0xED) return second <= 0x9F ? 3 : 0;
  if (first >= 0xE1 && first <= 0xEF) return 3;
  if (!continues(byte_at(text, at + 3))) return 0;
  if (first == 0xF0) return second >= 0x90 ? 4 : 0;
  if (first >= 0xF1 && first <= 0xF3) return 4;
  return first == 0xF4 && second <= 0x8F ? 4 : 0;
}

// Lower case of a two-byte code point, U+0080 to U+07FF; itself where there is none.
char32_t lower_latin(char32_t value) {
  if (value >= 0xC0 && value <= 0xDE && value != 0xD7) return value + 0x20;
  const bool pairs =
      (value >= 0x100 && value <= 0x137 && value != 0x130) || (value >= 0x14A && value <= 0x177);
  if (pairs) return value | 1;
  if (value >= 0x139 && value <= 0x148) return value % 2 == 1 ? value + 1 : value;
  if (value == 0x178) return 0xFF;
  if (value >= 0x179 && value <= 0x17E) return value % 2 == 1 ? value + 1 : value;
  return value;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight;
    while (at + 8 <= text.size()) {
      std::memcpy(&eight, text.data() + at, 8);
      if (eight & 0x8080808080808080u) break;
      at += 8;
    }
    if (at == text.size()) break;
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += !continues(static_cast<unsigned char>(c));
  return count;
}

bool fold_latin(char* letter, std::uint32_t size) {
  const auto first = static_cast<unsigned char>(letter[0]);
  if (size != 2 || first < 0xC3 || first > 0xC5) return false;
  const auto second = static_cast<unsigned char>(letter[1]);
  const auto value = static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
  const char32_t lower = lower_latin(value);
  letter[0] = static_cast<char>(0xC0 | lower >> 6);
  letter[1] = static_cast<char>(0x80 | (lower & 0x3F));
  return lower != value;
}

std::string fold_case(std::string_view text) {
  std::string out(text);
  fold_case(out.data(), out.size());
  return out;
}

void fold_case(char* text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      text[i] = first >= 'A' && first <= 'Z' ? static_cast<char>(first | 0x20) : text[i];
    } else if (first >= 0xC3 && first <= 0xC5 && i + 1 < size) {
      fold_latin(text + i, 2);
      ++i;
    }
  }
}

void capitalize(std::string& text) {
  if (text.empty()) return;
  if (text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] & ~0x20);
    return;
  }
  if (text[0] != '\xC3' || text.size() < 2) return;  // U+00C0 to U+00FF
  const auto second = static_cast<unsigned char>(text[1]);
  const bool small = second >= 0xA0 && second <= 0xBE && second != 0xB7;
  if (small) text[1] = static_cast<char>(second & ~0x20);
}

code_point decode_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {first, 1};
  const std::uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  char32_t value = first & (0x7F >> size);
  for (std::uint32_t i = 1; i < size; ++i) value = value << 6 | (byte_at(text, at + i) & 0x3F);
  return {value, size};
}

namespace {

// With as many hexadecimal digits: "\x1b".
std::string escape(char kind, unsigned value, int digits) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string out{'\\', kind};
  while (--digits >= 0) out += hexadecimal[value >> 4 * digits & 15];
  return out;
}

bool steers_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_visible(std::string& out, std::string_view text, code_point c, std::size_t at) {
  if (c.value == '\n') {
    out += "\\n";
  } else if (c.value < 0x80 && steers_terminal(c.value)) {
    out += escape('x', c.value, 2);
  } else if (steers_terminal(c.value)) {
    out += escape('u', c.value, 4);
  } else {
    out += text.substr(at, c.size);
  }
}

}  // namespace

std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = std::string_view(" \t\n\r\f\v").find(c) != std::string_view::npos;
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string visible(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const std::size_t bad = find_invalid_utf8(bytes);
    const std::string_view good = bytes.substr(0, bad);
    for (std::size_t at = 0; at < good.size();) {
      const code_point next = decode_at(good, at);
      append_visible(out, good, next, at);
      at += next.size;
    }
    if (bad == std::string_view::npos) break;
    out += escape('x', static_cast<unsigned char>(bytes[bad]), 2);
    bytes.remove_prefix(bad + 1);
  }
  return out;
}

void append_utf8(std::string& out, char32_t value) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((value >> shift) & 0x3F)); };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | value >> 6);
    tail(0);
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | value >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | value >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace zeitstrahl
