#ifndef ZEITSTRAHL_LIB_SYNTAX_TRAIN_PERCEPTRON_H_
#define ZEITSTRAHL_LIB_SYNTAX_TRAIN_PERCEPTRON_H_

// An averaged perceptron over hashed features, in integers, so that every machine learns the
// same.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "syntax/features.h"

namespace zeitstrahl {

// A stream of numbers that is the same everywhere (Steele, Lea, Flood: SplitMix, OOPSLA 2014).
class random_numbers {
 public:
  explicit random_numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::uint64_t state_;
};

template <std::size_t K>
class perceptron {
 public:
  explicit perceptron(int bits) : bits_(bits), weights_(K << bits), sums_(K << bits) {}

  std::array<std::int64_t, K> scores(const feature_list& features) const {
    std::array<std::int64_t, K> out{};
    for (std::uint32_t hash : features.hashes()) {
      const std::int32_t* row = &weights_[row_of(hash)];
      for (std::size_t k = 0; k < K; ++k) out[k] += row[k];
    }
    return out;
  }

  void update(const feature_list& features, std::size_t good, std::size_t bad) {
    for (std::uint32_t hash : features.hashes()) {
      const std::size_t row = row_of(hash);
      ++weights_[row + good];
      sums_[row + good] += steps_;
      --weights_[row + bad];
      sums_[row + bad] -= steps_;
    }
  }

  void step() { ++steps_; }

  // Adds the averages, times `scale`, to `out`.
  void add_averages(std::vector<std::int64_t>& out) const {
    constexpr std::int64_t scale = 4096;
    out.resize(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      out[i] += (weights_[i] * steps_ - sums_[i]) * scale / steps_;
    }
  }

  // Replaces the weights by their averages, scaled; no update may follow.
  void average() {
    std::vector<std::int64_t> averages;
    add_averages(averages);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      weights_[i] = static_cast<std::int32_t>(averages[i]);
    }
  }

 private:
  std::size_t row_of(std::uint32_t hash) const {
    return static_cast<std::size_t>(hash >> (32 - bits_)) * K;
  }

  int bits_;
  std::int64_t steps_ = 1;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> sums_;
};

// Sums of averages as bytes around 128: all but the greatest one in 2000 keep their proportions,
// and what is below `least` of 127 is 0.
inline std::vector<std::uint8_t> to_bytes(const std::vector<std::int64_t>& averages, int least) {
  std::vector<std::int64_t> sizes;
  for (std::int64_t a : averages) {
    if (a != 0) sizes.push_back(std::llabs(a));
  }
  std::int64_t top = 1;
  if (!sizes.empty()) {
    const std::size_t place = (sizes.size() - 1) - (sizes.size() - 1) / 2000;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(place),
                     sizes.end());
    top = std::max<std::int64_t>(1, sizes[place]);
  }
  std::vector<std::uint8_t> out;
  out.reserve(averages.size());
  for (std::int64_t a : averages) {
    const std::int64_t doubled = std::clamp<std::int64_t>(a, -top, top) * 254;
    std::int64_t value = (doubled + (doubled < 0 ? -top : top)) / (2 * top);
    if (std::llabs(value) < least) value = 0;
    out.push_back(static_cast<std::uint8_t>(128 + value));
  }
  return out;
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TRAIN_PERCEPTRON_H_
