#include "text/characters.h"

namespace zeitstrahl {

std::uint8_t classify_high(char32_t c) {
  if (c >= 0x2000 && c <= 0x206F) {
    if (c <= 0x200F || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) return high_space;
    if (c == 0x2010 || c == 0x2011) return symbol_hyphen;
    if (c >= 0x2012 && c <= 0x2015) return symbol_dash;
    if (c == 0x2019) return symbol_apostrophe;
    if ((c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A) return symbol_quote;
    return symbol_other;
  }
  if (c == 0x20AC || (c >= 0xA2 && c <= 0xA5)) return symbol_currency;
  if (c == 0xA0 || c == 0xAD || c == 0xFEFF || c == 0x3000) return high_space;
  if (c == 0xAB || c == 0xBB) return symbol_quote;
  if (c == 0xA7) return symbol_paragraph;
  if (c == 0x2212) return symbol_dash;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return high_letter;
  if (c < 0xC0) return symbol_other;
  if (c == 0xD7 || c == 0xF7) return symbol_other;
  if (c >= 0x2070 && c <= 0x2BFF) return symbol_other;  // super- and subscripts to arrows
  if (c >= 0xE000 && c <= 0xF8FF) return symbol_other;  // private use
  if (c >= 0x1F000) return symbol_other;
  return high_letter;
}

std::uint8_t ascii_mark(char c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
      return symbol_dot;
    case ',':
      return symbol_comma;
    case ':':
      return symbol_colon;
    case ';':
      return symbol_semicolon;
    case '/':
      return symbol_slash;
    case '-':
      return symbol_hyphen;
    case '(':
    case '[':
      return symbol_open;
    case ')':
    case ']':
      return symbol_close;
    case '"':
      return symbol_quote;
    case '\'':
    case '`':
      return symbol_apostrophe;
    case '%':
      return symbol_percent;
    case '$':
      return symbol_currency;
    default:
      return symbol_other;
  }
}

std::uint8_t number_symbol(std::size_t digits, std::int64_t value) {
  if (value == 0 && digits <= 2) return digits == 1 ? symbol_number_zero : symbol_number_two_zeros;
  if (digits == 1) return symbol_number_1_to_9;
  if (digits == 2) {
    return value <= 9    ? symbol_number_01_to_09
           : value <= 12 ? symbol_number_10_to_12
           : value <= 24 ? symbol_number_13_to_24
           : value <= 31 ? symbol_number_25_to_31
           : value <= 59 ? symbol_number_32_to_59
                         : symbol_number_60_to_99;
  }
  if (digits == 3) return symbol_number_3_digits;
  if (digits > 4) return symbol_number_long;
  if (value >= 1400 && value <= 2199) return symbol_number_year;
  return value >= 1000 && value < 1400 ? symbol_number_1000_to_1399 : symbol_number_4_digits;
}

}  // namespace zeitstrahl
