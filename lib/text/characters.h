#ifndef ZEITSTRAHL_LIB_TEXT_CHARACTERS_H_
#define ZEITSTRAHL_LIB_TEXT_CHARACTERS_H_

// What a byte, a character and a number of a text are, wherever they stand.

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/vocabulary.h"

namespace zeitstrahl {

enum class byte_class : std::uint8_t { space, line, letter, digit, mark, high };

constexpr std::array<byte_class, 256> make_byte_classes() {
  std::array<byte_class, 256> classes{};
  for (int b = 0; b < 256; ++b) {
    const bool letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    classes[b] = b >= 0x80               ? byte_class::high
                 : letter                ? byte_class::letter
                 : b >= '0' && b <= '9'  ? byte_class::digit
                 : b == '\n'             ? byte_class::line
                 : b <= ' ' || b == 0x7F ? byte_class::space
                                         : byte_class::mark;
  }
  return classes;
}

inline constexpr std::array<byte_class, 256> byte_classes = make_byte_classes();

// What a character past ASCII is: a letter (0), white space (symbol_stop) or a mark.
inline constexpr std::uint8_t high_letter = 0;
inline constexpr std::uint8_t high_space = symbol_stop;

std::uint8_t classify_high(char32_t c);

// The symbol of a mark of ASCII.
std::uint8_t ascii_mark(char c);

// The symbol of a number, by its digits and its value.
std::uint8_t number_symbol(std::size_t digits, std::int64_t value);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TEXT_CHARACTERS_H_
