#ifndef ZEITSTRAHL_LIB_BASE_BYTES_H_
#define ZEITSTRAHL_LIB_BASE_BYTES_H_

// Text read eight or sixteen bytes at a time.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace zeitstrahl {

constexpr std::uint64_t every_byte(std::uint8_t value) { return value * 0x0101010101010101u; }

// To be or-ed: ASCII letters become small, digits stay.
constexpr std::uint64_t small_bits = every_byte(0x20);

// Eight bytes as a number whose lowest byte comes first.
inline std::uint64_t load_eight(const char* at) {
  std::uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, sizeof bytes);
  } else {
    for (int i = 8; i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
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
  char padded[8] = {};
  std::memcpy(padded, word.data(), word.size());
  return load_eight(padded);
}

// What sixteen bytes are, a bit for each, the first byte's lowest.
struct sixteen_kinds {
  std::uint32_t word = 0;   // ASCII letters and digits
  std::uint32_t small = 0;  // small ASCII letters
};

inline sixteen_kinds kinds_of_sixteen(const char* at) {
#if defined(__SSE2__)
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const auto every = [](int value) { return _mm_set1_epi8(static_cast<char>(value)); };
  const auto at_most = [](__m128i x, __m128i limit) {  // unsigned
    return _mm_cmpeq_epi8(_mm_min_epu8(x, limit), x);
  };
  const __m128i letters =
      at_most(_mm_sub_epi8(_mm_or_si128(bytes, every(0x20)), every('a')), every('z' - 'a'));
  const __m128i digits = at_most(_mm_sub_epi8(bytes, every('0')), every(9));
  const __m128i small = _mm_and_si128(letters, _mm_slli_epi16(bytes, 2));  // 0x20 moves to 0x80
  return {static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(letters, digits))),
          static_cast<std::uint32_t>(_mm_movemask_epi8(small))};
#else
  sixteen_kinds out;
  for (int i = 0; i < 16; ++i) {
    const char c = at[i];
    const bool small = c >= 'a' && c <= 'z';
    const bool word = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    out.word |= std::uint32_t{word} << i;
    out.small |= std::uint32_t{small} << i;
  }
  return out;
#endif
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_BYTES_H_
