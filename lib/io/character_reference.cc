#include "io/character_reference.h"

#include <charconv>
#include <cstdint>

#include "io/html_tree.h"

namespace zeitstrahl {
namespace {

// XML 1.0, production 2.
bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c <= 0x10FFFF && c != 0xFFFE && c != 0xFFFF);
}

bool names_character(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() &&
         is_xml_character(value);
}

}  // namespace

std::string decode_reference(std::string_view reference) {
  const html_tree tree(reference);
  return text_within(tree.root());
}

std::string with_sound_references(std::string_view xml) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = xml.find("&#"); at != xml.npos; at = xml.find("&#", at + 2)) {
    const std::size_t end = xml.find_first_not_of("0123456789abcdefABCDEFxX", at + 2);
    if (end == xml.npos || xml[end] != ';' || names_character(xml.substr(at + 2, end - at - 2))) {
      continue;
    }
    out += xml.substr(done, at - done);
    out += "&#xFFFD;";
    done = end + 1;
  }
  return done == 0 ? std::string(xml) : out += xml.substr(done);
}

}  // namespace zeitstrahl
