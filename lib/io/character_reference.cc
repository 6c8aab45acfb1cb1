#include "io/character_reference.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "io/html_tree.h"

namespace zeitstrahl {
namespace {

// XML 1.0, production 2.
bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c <= 0x10FFFF && c != 0xFFFE && c != 0xFFFF);
}

// "#0", "#xD800": digits that name no character.
bool names_no_character(std::string_view digits) {
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (digits.empty() || read.ptr != end) return false;
  return read.ec == std::errc::result_out_of_range || !is_xml_character(value);
}

// The end of a stretch in which references are mere letters, or `at` where none begins.
std::size_t end_of_literal(std::string_view xml, std::size_t at) {
  constexpr std::pair<std::string_view, std::string_view> literals[] = {
      {"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};
  for (const auto& [begin, end] : literals) {
    if (xml.substr(at).starts_with(begin)) return std::min(xml.find(end, at), xml.size());
  }
  return at;
}

}  // namespace

std::string decode_reference(std::string_view reference) {
  const html_tree tree(reference);
  return text_within(tree.root());
}

std::string with_sound_references(std::string_view xml) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = xml.find_first_of("<&"); at < xml.size();
       at = xml.find_first_of("<&", at + 1)) {
    at = end_of_literal(xml, at);
    if (!xml.substr(std::min(at, xml.size())).starts_with("&#")) continue;
    const std::size_t end = xml.find_first_not_of("0123456789abcdefABCDEFx", at + 2);
    if (end == xml.npos || xml[end] != ';') continue;
    if (!names_no_character(xml.substr(at + 2, end - at - 2))) continue;
    out += xml.substr(done, at - done);
    out += "&#xFFFD;";
    done = end + 1;
  }
  return done == 0 ? std::string(xml) : out += xml.substr(done);
}

}  // namespace zeitstrahl
