#ifndef ZEITSTRAHL_SPAN_H_
#define ZEITSTRAHL_SPAN_H_

// A stretch of text.
//
// Inside the library offsets are UTF-8 bytes into document::text; everything
// that is written for others counts Unicode code points instead (see write.h).
//
//     span year{5, 9};                        //  s e i t   2 0 1 9
//     std::string_view text = "seit 2019";    //           ^       ^
//     year.in(text);                          // "2019"   begin   end

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace zeitstrahl {

// Half-open: `end` is the first byte that does not belong to the span.
// Texts are limited to 2^32 - 1 bytes.
struct span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(span other) const { return begin < other.end && other.begin < end; }

  // The bytes of `text` that the span covers; what lies past its end is cut.
  constexpr std::string_view in(std::string_view text) const {
    return begin >= text.size() ? std::string_view() : text.substr(begin, size());
  }

  friend constexpr auto operator<=>(const span&, const span&) = default;
};

// The smallest span that holds both.
constexpr span hull(span a, span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_SPAN_H_
