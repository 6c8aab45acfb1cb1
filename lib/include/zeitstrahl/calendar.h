#ifndef ZEITSTRAHL_CALENDAR_H_
#define ZEITSTRAHL_CALENDAR_H_

// Days of the proleptic Gregorian calendar, and the units that texts count in.
//
//     std::optional<day> published = parse_day("2025-01-22");
//     civil_date date = to_civil(*published);     // 2025, 1, 22
//     add_months(*published, 1);                  // 2025-02-22
//     iso_weekday(*published);                    // 3, a Wednesday
//     format_day(*published + 7);                 // "2025-01-29"
//
// Years are astronomical: year 0 is 1 BC, year -43 is 44 BC.  All functions are
// pure and accept years from -9999 to 9999; beyond that they clamp to that range.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeitstrahl {

// A day, counted from 1970-01-01.  Differences are days.
struct day {
  std::int32_t number = 0;

  friend constexpr auto operator<=>(const day&, const day&) = default;
  friend constexpr day operator+(day a, std::int32_t days) { return {a.number + days}; }
  friend constexpr day operator-(day a, std::int32_t days) { return {a.number - days}; }
  friend constexpr std::int32_t operator-(day a, day b) { return a.number - b.number; }
};

struct civil_date {
  int year = 1970;
  int month = 1;         // 1 to 12
  int day_of_month = 1;  // 1 to 31

  friend constexpr auto operator<=>(const civil_date&, const civil_date&) = default;
};

// The precision of a time, finest first.
enum class grain : std::uint8_t {
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century,
  millennium,
};

// Whether there is such a day: is_valid({2023, 2, 29}) is false.
bool is_valid(civil_date date);

// The day of a date; a date that does not exist becomes the last day of its month.
day to_day(civil_date date);
civil_date to_civil(day value);

// 1 Monday to 7 Sunday.
int iso_weekday(day value);

// The ISO 8601 week of a day and the year it belongs to, and the Monday of such a week.
struct iso_week {
  int year = 1970;
  int week = 1;  // 1 to 53
};
iso_week to_iso_week(day value);
day monday_of(iso_week week);

// Calendar arithmetic; the day of the month is cut to the month's last where needed
// (January 31 plus a month is February 28 or 29).
day add_months(day value, int months);
day add_years(day value, int years);

// First and last day of the unit that holds the day.  Grains finer than a day give
// the day itself; seasons are whole months (spring March to May, winter December to
// February); a weekend holds Saturday and Sunday, and a working day's is the next.
struct day_range {
  day first;
  day last;  // inclusive

  friend constexpr auto operator<=>(const day_range&, const day_range&) = default;
};
day_range unit_of(day value, grain unit);

// Easter Sunday (Western) of a year from 1 on, after Meeus, Astronomical Algorithms,
// chapter 8 (Gregorian, also for years before 1583).
day easter_sunday(int year);

// ISO 8601: "2025-01-22", years before 0 with sign.
std::string format_day(day value);

// Reads "2025-01-22", with an optional clock behind "T" or a space that is passed
// over.  Nothing for other text or a day that does not exist.
std::optional<day> parse_day(std::string_view text);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CALENDAR_H_
