#ifndef ZEITSTRAHL_LIB_TIME_DATES_READ_H_
#define ZEITSTRAHL_LIB_TIME_DATES_READ_H_

// What a text has told so far: the dates from which later ones count, and how long they do.

#include <array>
#include <cstdint>
#include <optional>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

// The date last read in the text.
struct read_date {
  bool known = false;
  day_range days;
  grain precision = grain::day;
  std::uint32_t expression = time_expression::none;
  std::uint32_t sentence = 0;
  bool compared = false;  // a year that the text only looks back at: "so wenig wie 2009"
};

// How far back, in sentences, a year that the text has just named still rules the months
// and days without one.
inline constexpr std::uint32_t news_reach = 2;
inline constexpr std::uint32_t narrative_reach = 30;

// Stories go on rather than back.  A day or month without year is one of the year last read,
// unless it lies so many days back in it that the next year's is meant, or so far ahead that the
// one just gone by is.
inline constexpr int too_far_back = 153;
inline constexpr int too_far_ahead = 320;
// How many years on, from the days that it lies back in the year last read.
inline int years_on(int days_back) {
  return days_back > too_far_back ? 1 : days_back < -too_far_ahead ? -1 : 0;
}

// How far back, in sentences, "am selben Tag" looks for a day past a year read since.
inline constexpr std::uint32_t anaphora_reach = 5;

// How far back, in sentences, a day gone by still rules the clocks that tell of the past.
inline constexpr std::uint32_t told_reach = 12;

// What the text has told so far.
struct text_state {
  // Where the text was when it began to look back.
  struct told_day {
    read_date date;
    read_date day_read;
    read_date month;
  };
  read_date last_;
  read_date last_day_;
  read_date last_past_;      // no later than the publication
  read_date last_past_day_;  // the same, of days
  read_date last_month_;     // a month or what is in one
  std::optional<told_day> told_;
  std::array<day, 8> weekdays_read_{};  // by ISO weekday: the last such day read
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_DATES_READ_H_
