#ifndef ZEITSTRAHL_LIB_BASE_FEASTS_H_
#define ZEITSTRAHL_LIB_BASE_FEASTS_H_

// What feasts of other calendars are counted from, as days of a Gregorian year from 1 on.

#include <optional>

#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

// Easter Sunday of the Orthodox churches, by the Julian calendar (Meeus, chapter 8).
day orthodox_easter(int year);

// The Jewish new year's day that lies in the year, and whether the Jewish year then
// beginning is a long one: its feasts from Kislev on are a day later.
struct jewish_year {
  day begin;
  bool is_long = false;
};
jewish_year jewish_year_in(int year);

// The first day in the year with this month (1 to 12) and day of the Islamic calendar, by
// its arithmetic; where the new moon must be seen, it can be a day off.
std::optional<day> islamic_day_in(int year, int month, int day_of_month);

// New year's day of the Chinese calendar: the second new moon after the winter solstice, in
// Beijing, and from 21 January on.
day chinese_new_year(int year);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_FEASTS_H_
