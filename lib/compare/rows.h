#ifndef ZEITSTRAHL_LIB_COMPARE_ROWS_H_
#define ZEITSTRAHL_LIB_COMPARE_ROWS_H_

// What holds for the rows of a story whoever makes them.  All functions are total.

#include <cstdint>

#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// The number of the first day that is known of an interval, which puts it in its place.
std::int32_t first_day(const interval& when);

// The row's verdict is that of its findings that is most worth a look.
void add_finding(comparison_row& row, const finding& found);

// Notes which articles of the story say nothing of the row's matter.
void name_silent(const story& of, comparison_row& row);

// Rows of several articles first, then by time.
void sort_rows(story& of);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_ROWS_H_
