#ifndef ZEITSTRAHL_LIB_TIME_MATCH_H_
#define ZEITSTRAHL_LIB_TIME_MATCH_H_

// From tokens to what was said: which rule, which words, which slots.

#include <array>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"

namespace zeitstrahl {

// How far a bare early year may be from the one before it.
inline constexpr int early_year_reach = 150;

struct said_expression {
  span tokens;             // half-open, of scanned_text
  span extent;             // bytes
  std::uint32_t rule = 0;  // index into language::rules
  std::uint32_t call = 0;  // index into rule::calls
  std::array<double, max_arguments> arguments{};
  double mod = absent;
  std::array<span, max_arguments> slot_tokens{};  // where each argument stands, or empty
};

// All expressions in order; they do not overlap.  `out` is cleared first.
void match_expressions(const language& tables, const scanned_text& scanned, std::string_view text,
                       matcher::memory& seen, std::vector<said_expression>& out);

// Adds to each rule's count how often it won, also where it says that there is no time.
void count_matches(const language& tables, const scanned_text& scanned,
                   std::vector<std::size_t>& counts);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_MATCH_H_
