#ifndef ZEITSTRAHL_LIB_TEXT_SYMBOLS_H_
#define ZEITSTRAHL_LIB_TEXT_SYMBOLS_H_

// Class symbols, and strings of them as regular expressions read them.
//
// A symbol stands for one set of classes.  The first ones are one byte; the others, for sets that
// texts ask for seldom, are two, of which neither can be taken for another symbol's: the first
// bytes of pairs and their second bytes have ranges of their own.  So a string of symbols can be
// searched byte by byte, and there are more than a thousand symbols.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

using symbol_code = std::uint16_t;

inline constexpr symbol_code first_wide_symbol = 0xC0;
inline constexpr symbol_code symbols_of_a_first_byte = 32;
inline constexpr symbol_code first_second_byte = 0xE0;
inline constexpr symbol_code symbol_limit =
    first_wide_symbol + (first_second_byte - first_wide_symbol) * symbols_of_a_first_byte;

constexpr bool is_wide(symbol_code symbol) { return symbol >= first_wide_symbol; }
constexpr std::uint8_t first_byte(symbol_code symbol) {
  if (!is_wide(symbol)) return static_cast<std::uint8_t>(symbol);
  return static_cast<std::uint8_t>(first_wide_symbol +
                                   (symbol - first_wide_symbol) / symbols_of_a_first_byte);
}
// Of a wide symbol.
constexpr std::uint8_t second_byte(symbol_code symbol) {
  return static_cast<std::uint8_t>(first_second_byte +
                                   (symbol - first_wide_symbol) % symbols_of_a_first_byte);
}
constexpr symbol_code symbol_of_bytes(std::uint8_t first, std::uint8_t second) {
  return static_cast<symbol_code>(first_wide_symbol +
                                  (first - first_wide_symbol) * symbols_of_a_first_byte +
                                  (second - first_second_byte));
}

// The symbols of a text: the first byte of each, and the second bytes of those that have one.
struct symbol_string {
  struct second {
    std::uint32_t at;  // index of the symbol
    std::uint8_t byte;
  };
  std::string first;
  std::vector<second> seconds;  // ascending

  void clear() {
    first.clear();
    seconds.clear();
  }
  std::size_t size() const { return first.size(); }
  symbol_code operator[](std::uint32_t i) const {
    const auto byte = static_cast<std::uint8_t>(first[i]);
    return byte < first_wide_symbol ? byte : symbol_of_bytes(byte, find(i)->byte);
  }
  std::vector<second>::const_iterator find(std::uint32_t i) const {
    return std::lower_bound(seconds.begin(), seconds.end(), i,
                            [](const second& s, std::uint32_t at) { return s.at < at; });
  }
  // Adds the symbols from `begin` to `end` of another string.
  void append(const symbol_string& other, std::uint32_t begin, std::uint32_t end) {
    const auto shift = static_cast<std::uint32_t>(first.size()) - begin;
    first.append(other.first, begin, end - begin);
    for (auto s = other.find(begin); s != other.seconds.end() && s->at < end; ++s) {
      seconds.push_back({s->at + shift, s->byte});
    }
  }
};

// A string of symbols written byte by byte, and the way back from bytes to symbols.
class coded_symbols {
 public:
  void assign(const symbol_string& symbols, std::uint32_t begin, std::uint32_t end) {
    code_.clear();
    places_.clear();
    std::uint32_t at = begin;
    for (auto s = symbols.find(begin); s != symbols.seconds.end() && s->at < end; ++s) {
      code_.append(symbols.first, at, s->at + 1 - at);
      places_.push_back(static_cast<std::uint32_t>(code_.size()));
      code_ += static_cast<char>(s->byte);
      at = s->at + 1;
    }
    code_.append(symbols.first, at, end - at);
  }
  std::string_view code() const { return code_; }
  bool has_pairs() const { return !places_.empty(); }
  // Index of the symbol, from `begin` on, that begins at the byte, and the other way about.
  std::uint32_t symbol_at(std::uint32_t byte) const {
    const auto before = std::lower_bound(places_.begin(), places_.end(), byte);
    return byte - static_cast<std::uint32_t>(before - places_.begin());
  }
  std::uint32_t byte_at(std::uint32_t symbol) const {
    std::uint32_t byte = symbol;
    for (const std::uint32_t place : places_) {
      if (place > byte) break;
      ++byte;
    }
    return byte;
  }

 private:
  std::string code_;
  std::vector<std::uint32_t> places_;  // of second bytes
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TEXT_SYMBOLS_H_
