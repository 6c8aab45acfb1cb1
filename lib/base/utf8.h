#ifndef ZEITSTRAHL_LIB_BASE_UTF8_H_
#define ZEITSTRAHL_LIB_BASE_UTF8_H_

// UTF-8 by hand: the few things that the scanner and the writers need of it.
// (Case mapping beyond the two-byte letters of the Latin scripts is ICU's, in io.)

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zeitstrahl {

// Byte offset of the first ill-formed sequence, or npos.  Rejects overlong forms,
// surrogates and values past U+10FFFF (Unicode 15, table 3-7).
std::size_t find_invalid_utf8(std::string_view text);

// Code points in well-formed text: bytes that do not continue a sequence.
std::size_t count_code_points(std::string_view text);

// Lower case for ASCII and the Latin letters up to U+017F but U+0130, whose small form is
// shorter; other characters are kept.  The result has as many bytes as the text.
std::string fold_case(std::string_view text);
void fold_case(char* text, std::size_t size);  // in place

// Makes one two-byte letter small in place, as fold_case does; true if it was a capital.
// Letters of other sizes are kept.
bool fold_latin(char* letter, std::uint32_t size);

// Makes the first letter a capital, for ASCII and the letters up to U+00FE.
void capitalize(std::string& text);

// The code point at `at` in well-formed text, and its length in bytes.
struct code_point {
  char32_t value = 0;
  std::uint32_t size = 1;
};
code_point decode_at(std::string_view text, std::size_t at);

// Whether Unicode keeps it for no character: U+FDD0 to U+FDEF and the last two of each plane.
constexpr bool is_noncharacter(char32_t value) {
  return (value >= 0xFDD0 && value <= 0xFDEF) || (value & 0xFFFE) == 0xFFFE;
}

// Runs of white space (ASCII) become one space, none at the ends.  Any bytes are kept.
std::string with_single_spaces(std::string_view text);

// Any bytes on one line, such that they say nothing to a terminal: control characters and those
// that change the direction of writing as escapes ("\n", "\u202e"), other bytes as "\xff".
std::string visible(std::string_view bytes);

// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t value);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_UTF8_H_
