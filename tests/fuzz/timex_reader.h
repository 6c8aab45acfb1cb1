#ifndef ZEITSTRAHL_TESTS_FUZZ_TIMEX_READER_H_
#define ZEITSTRAHL_TESTS_FUZZ_TIMEX_READER_H_

// TIMEX3 read back by TimeML's guidelines, knowing nothing of how the library writes it.

#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// The days of "2024", "202", "2024-06", "2024-W23-WE", "2024-Q2", "2024-WI", "BC0044".
std::optional<day_range> read_timex_unit(std::string_view value);

// "PT1.5H" is 1.5 of 'H' with `clock`, "P12WE" 12 of "WE"; an X is nothing.
struct timex_length {
  std::optional<double> number;
  std::string_view unit;
  bool clock = false;
};
std::optional<timex_length> read_timex_length(std::string_view value);

// The minute and the second of "T18:30:05"; without seconds 0.
std::optional<std::pair<int, int>> read_timex_clock(std::string_view value);

// What of the expressions the TIMEX3 of their TimeML say otherwise, or nothing.
std::string fault_in_timeml(const timeline& found, std::string_view timeml);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_FUZZ_TIMEX_READER_H_
