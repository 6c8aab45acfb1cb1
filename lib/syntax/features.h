#ifndef ZEITSTRAHL_LIB_SYNTAX_FEATURES_H_
#define ZEITSTRAHL_LIB_SYNTAX_FEATURES_H_

// Linear models over hashed features.
//
// A feature is a number for its kind and up to four facts; its hash names a row of a weight
// table, which holds a weight for each class (the hashing trick: Weinberger et al., ICML 2009).
// The score of a class is the sum over all rows.  Weights are bytes around 128: what that
// adds is the same for every class, so that the greatest sum needs no correction.

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace zeitstrahl {

class feature_list {
 public:
  static constexpr std::size_t capacity = 160;

  // `first_kind` sets the features of one model apart; kinds count up.
  explicit feature_list(std::uint32_t first_kind) : kind_(first_kind) {}

  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
    std::uint64_t h = a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu + c * 0x165667B19E3779F9u +
                      d * 0xD6E8FEB86659FD93u + kind_ * 0x27D4EB2F165667C5u;
    h ^= h >> 32;
    h *= 0xff51afd7ed558ccdu;
    hashes_[size_++] = static_cast<std::uint32_t>(h >> 32);
    ++kind_;
  }

  std::span<const std::uint32_t> hashes() const { return {hashes_.data(), size_}; }

 private:
  std::array<std::uint32_t, capacity> hashes_;
  std::size_t size_ = 0;
  std::uint32_t kind_;
};

// The weights of a model file, 2^bits rows of K; points into the file.
template <std::size_t K>
class weight_table {
 public:
  weight_table() = default;
  weight_table(const std::uint8_t* weights, int bits) : weights_(weights), bits_(bits) {}

  // The sums, by class.  At most 256 features.
  std::array<std::uint16_t, K> scores(const feature_list& features) const {
    for (std::uint32_t hash : features.hashes()) fetch(row_of(hash));
    std::array<std::uint16_t, K> out{};
    if constexpr (K == 4 && std::endian::native == std::endian::little) {
      add_short_rows(features, out);
      return out;
    }
#if defined(__SSE2__)
    if constexpr (K == 32) {
      add_rows(features, out);
      return out;
    }
#endif
    for (std::uint32_t hash : features.hashes()) {
      const std::uint8_t* row = row_of(hash);
      for (std::size_t k = 0; k < K; ++k) out[k] = static_cast<std::uint16_t>(out[k] + row[k]);
    }
    return out;
  }

 private:
  const std::uint8_t* row_of(std::uint32_t hash) const {
    return weights_ + static_cast<std::size_t>(hash >> (32 - bits_)) * K;
  }

  // Rows lie far apart: all are asked for before the first is needed.
  static void fetch(const std::uint8_t* row) {
#if defined(__GNUC__)
    __builtin_prefetch(row);
#else
    static_cast<void>(row);
#endif
  }

  // Four sums of sixteen bits stay in two words.
  void add_short_rows(const feature_list& features, std::array<std::uint16_t, K>& out) const {
    std::uint32_t even = 0;
    std::uint32_t odd = 0;
    for (std::uint32_t hash : features.hashes()) {
      std::uint32_t row = 0;
      std::memcpy(&row, row_of(hash), sizeof row);
      even += row & 0x00FF00FFu;
      odd += row >> 8 & 0x00FF00FFu;
    }
    for (std::size_t k = 0; k < K; ++k) {
      out[k] = static_cast<std::uint16_t>((k % 2 ? odd : even) >> (k / 2 * 16));
    }
  }

#if defined(__SSE2__)
  // Thirty-two sums of sixteen bits stay in four registers.
  void add_rows(const feature_list& features, std::array<std::uint16_t, K>& out) const {
    const __m128i zero = _mm_setzero_si128();
    __m128i sums[4] = {zero, zero, zero, zero};
    for (std::uint32_t hash : features.hashes()) {
      const auto* row = reinterpret_cast<const __m128i*>(row_of(hash));
      const __m128i low = _mm_loadu_si128(row);
      const __m128i high = _mm_loadu_si128(row + 1);
      sums[0] = _mm_add_epi16(sums[0], _mm_unpacklo_epi8(low, zero));
      sums[1] = _mm_add_epi16(sums[1], _mm_unpackhi_epi8(low, zero));
      sums[2] = _mm_add_epi16(sums[2], _mm_unpacklo_epi8(high, zero));
      sums[3] = _mm_add_epi16(sums[3], _mm_unpackhi_epi8(high, zero));
    }
    auto* to = reinterpret_cast<__m128i*>(out.data());
    for (int i = 0; i < 4; ++i) _mm_storeu_si128(to + i, sums[i]);
  }
#endif

  const std::uint8_t* weights_ = nullptr;
  int bits_ = 0;
};

constexpr std::size_t tag_capacity = 32;
constexpr std::size_t label_capacity = 32;
constexpr std::size_t move_capacity = 4;

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_FEATURES_H_
