#ifndef ZEITSTRAHL_LIB_BASE_EIGHT_BYTES_H_
#define ZEITSTRAHL_LIB_BASE_EIGHT_BYTES_H_

// Text read eight bytes at a time, as one number whose lowest byte comes first.
//
// A set of bytes among the eight is a number too, with bit 7 of each of its bytes set
// ("SIMD within a register"; Warren, Hacker's Delight, chapter 6).

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace zeitstrahl {

constexpr std::uint64_t every_byte(std::uint8_t value) { return value * 0x0101010101010101u; }

// To be or-ed: ASCII letters become small, digits stay.
constexpr std::uint64_t small_bits = every_byte(0x20);

inline std::uint64_t load_eight(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t swapped = 0;
    for (int i = 0; i < 8; ++i) swapped = swapped << 8 | (bytes >> (8 * i) & 0xFF);
    bytes = swapped;
  }
  return bytes;
}

// The first `size` of the eight; the others become 0.
constexpr std::uint64_t first_of_eight(std::uint64_t bytes, std::size_t size) {
  return size >= 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * size)) - 1);
}

// The first eight bytes of a word, or all it has and zeros.
inline std::uint64_t load_up_to_eight(std::string_view word) {
  if (word.size() >= 8) return load_eight(word.data());
  std::uint64_t bytes = 0;
  for (std::size_t i = word.size(); i-- > 0;) {
    bytes = bytes << 8 | static_cast<unsigned char>(word[i]);
  }
  return bytes;
}

// Which of the eight are ASCII letters, digits, and small letters.
struct eight_kinds {
  std::uint64_t letters = 0;
  std::uint64_t digits = 0;
  std::uint64_t small = 0;
};

constexpr eight_kinds kinds_of(std::uint64_t bytes) {
  constexpr std::uint64_t high = every_byte(0x80);
  // No byte carries into the next: each is below 0x80 before the addition.
  const auto between = [](std::uint64_t low7, std::uint8_t first, std::uint8_t last) {
    return (low7 + every_byte(0x80 - first)) & ~(low7 + every_byte(0x7F - last));
  };
  const std::uint64_t low7 = bytes & ~high;
  eight_kinds out;
  out.letters = between(low7 | small_bits, 'a', 'z') & ~bytes & high;
  out.digits = between(low7, '0', '9') & ~bytes & high;
  out.small = out.letters & bytes << 2;
  return out;
}

// How many of the eight, from the first on, are in the set.
constexpr std::size_t leading_bytes(std::uint64_t set) {
  return static_cast<std::size_t>(std::countr_zero(~set & every_byte(0x80))) / 8;
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_EIGHT_BYTES_H_
