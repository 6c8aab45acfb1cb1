#ifndef ZEITSTRAHL_LIB_BASE_INDEX_H_
#define ZEITSTRAHL_LIB_BASE_INDEX_H_

// Numbers of things in tables, so that no table is indexed by the number of another kind of
// thing, or by that of something that has none.
//
//     struct planet;                                    // what is numbered; any type
//     indexed<planet, double> mass;                     // a table of planets
//     const index_of<planet> earth = mass.add(5.97);
//     optional_index<planet> seen;                      // none so far
//     mass[earth];                                      // 5.97
//     mass[seen];                                       // does not compile
//     mass.get(seen);                                   // 0
//     if (const auto known = seen.get()) mass[*known];

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace zeitstrahl {

// The number of a Thing in the tables of Things; there is none for "no Thing".
template <class Thing>
class index_of {
 public:
  constexpr explicit index_of(std::size_t number) : number_(static_cast<std::uint32_t>(number)) {}
  constexpr std::uint32_t number() const { return number_; }
  friend constexpr auto operator<=>(const index_of&, const index_of&) = default;

 private:
  std::uint32_t number_;
};

// The number of a Thing, or none.  Of the size of the number.
template <class Thing>
class optional_index {
 public:
  constexpr optional_index() = default;
  constexpr optional_index(index_of<Thing> known) : number_(known.number()) {}  // NOLINT: as such
  constexpr explicit operator bool() const { return number_ != none; }
  constexpr std::optional<index_of<Thing>> get() const {
    return *this ? std::optional(index_of<Thing>(number_)) : std::nullopt;
  }
  friend constexpr bool operator==(const optional_index&, const optional_index&) = default;

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  std::uint32_t number_ = none;
};

// Values by the number of a Thing, from 0 on.
template <class Thing, class Value>
class indexed {
 public:
  using index = index_of<Thing>;

  indexed() = default;
  explicit indexed(std::size_t size) : values_(size) {}

  // The index is below size().
  decltype(auto) operator[](index i) { return values_[i.number()]; }
  decltype(auto) operator[](index i) const { return values_[i.number()]; }
  // The value, or a new one where there is no index or the table does not reach to it.
  Value get(optional_index<Thing> i) const {
    const std::optional<index> known = i.get();
    return known && known->number() < values_.size() ? values_[known->number()] : Value();
  }

  index add(Value value) {
    values_.push_back(std::move(value));
    return index(values_.size() - 1);
  }
  std::size_t size() const { return values_.size(); }
  void resize(std::size_t size) { values_.resize(size); }
  void clear() { values_.clear(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::vector<Value> values_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_INDEX_H_
