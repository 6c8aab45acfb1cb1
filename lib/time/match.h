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
  meaning what = meaning::nothing;
  join_kind joined = join_kind::none;              // to the expression before
  std::int32_t within = -1;                        // index into said_text::containers
  std::array<double, argument_count> arguments{};  // by argument_name; absent where not said
  std::array<span, argument_count> slot_tokens{};  // where each argument stands, or empty

  double operator[](argument_name name) const { return arguments[static_cast<std::size_t>(name)]; }
  double& operator[](argument_name name) { return arguments[static_cast<std::size_t>(name)]; }
  // Whether it is a later member of a range or list.
  bool is_joined() const { return call > 0 || joined != join_kind::none; }
};

// What a text says of times: its expressions in order, which do not overlap, and the units in
// which they say that they lie ("des Vorjahres" of "Herbst des Vorjahres").
struct said_text {
  std::vector<said_expression> parts;
  std::vector<said_expression> containers;

  void clear() {
    parts.clear();
    containers.clear();
  }
};

// Memory that more of them took is given back: one long text of dates would keep hundreds of
// megabytes.
inline constexpr std::size_t most_kept_expressions = 1 << 13;

struct match_memory {
  matcher::memory seen;
  coded_symbols coded;
  std::vector<said_expression> found;
};

// `out` is cleared first.
void match_expressions(const language& tables, const scanned_text& scanned, std::string_view text,
                       match_memory& memory, said_text& out);

// Adds to each rule's count how often it won, also where it says that there is no time.
void count_matches(const language& tables, const scanned_text& scanned,
                   std::vector<std::size_t>& counts);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_MATCH_H_
