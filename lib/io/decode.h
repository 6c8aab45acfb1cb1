#ifndef ZEITSTRAHL_LIB_IO_DECODE_H_
#define ZEITSTRAHL_LIB_IO_DECODE_H_

// Bytes in some encoding to UTF-8.
//
// In this order: a byte order mark; well-formed UTF-8; the encoding that the bytes name
// (ISO 8859-1 means windows-1252, as browsers take it); UTF-8 with some damage, if it has more
// sound characters past ASCII than bytes that fit nowhere; else that of a few encodings, the
// one uchardet guesses first among them, under which most characters past ASCII are ones that
// the language is written with.  Bytes that call themselves UTF-8 and are mostly none are read
// by the last way, too.

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

struct decoded_text {
  std::string text;                   // well-formed UTF-8, without byte order mark
  std::vector<std::string> warnings;  // what was guessed or lost
};

// `accepted`: see accepted_letters.  Linear in the bytes.
decoded_text decode(std::string_view bytes, std::u32string_view accepted);

// Each byte that fits into no well-formed sequence becomes U+FFFD; `count` says how many.
std::string replace_invalid(std::string_view bytes, std::size_t& count);

// "3 bytes are no UTF-8 and were replaced by U+FFFD".
std::string replaced_in_words(std::size_t count);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_DECODE_H_
