#include "render/timing.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

bool dated_by_hand(const claim& c) { return c.added || (c.found && c.found->when != c.when); }

// Whether `fits` holds for the time words of all claims of a bar, of which there is one at least.
template <class Fits>
bool all_words(const timeline& data, const bar& b, const Fits& fits) {
  std::size_t count = 0;
  for (const std::uint32_t i : b.claims) {
    if (i >= data.claims.size() || dated_by_hand(data.claims[i])) return false;
    for (const std::uint32_t e : data.claims[i].expressions) {
      if (e >= data.expressions.size() || !fits(data.expressions[e])) return false;
      ++count;
    }
  }
  return count > 0;
}

bool is_recurrence(const time_expression& e) { return e.type == timex_type::set; }

// "P3M" has a number, "PXM" has none.
bool is_without_number(const time_expression& e) {
  if (e.type == timex_type::set) return false;
  return e.value.ends_with("_REF") ||
         (e.value.starts_with('P') && e.value.find('X') != e.value.npos);
}

}  // namespace

timing timing_of(const timeline& data, const bar& b) {
  if (b.when.empty()) return timing::undated;
  const auto is_present = [](const time_expression& e) { return e.value == "PRESENT_REF"; };
  if (all_words(data, b, is_present)) return timing::present;
  return all_words(data, b, is_recurrence) ? timing::recurring : timing::dated;
}

bool recurs(const timeline& data, const bar& b) {
  return std::any_of(b.claims.begin(), b.claims.end(), [&](std::uint32_t i) {
    if (i >= data.claims.size() || dated_by_hand(data.claims[i])) return false;
    const std::vector<std::uint32_t>& words = data.claims[i].expressions;
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t e) {
      return e < data.expressions.size() && is_recurrence(data.expressions[e]);
    });
  });
}

bool is_indefinite(const timeline& data, const bar& b) {
  // "Dann" may stand for a year that the sentence before names.
  const bool bounded = b.when.begin_earliest.given() && b.when.end_latest.given();
  return !bounded && all_words(data, b, is_without_number);
}

}  // namespace zeitstrahl
