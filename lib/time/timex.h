#ifndef ZEITSTRAHL_LIB_TIME_TIMEX_H_
#define ZEITSTRAHL_LIB_TIME_TIMEX_H_

// TIMEX3 values as text (TimeML 1.2.1 annotation guidelines, section 2.2; KRAUTS).

#include <string>

#include "lang/meaning.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

// The value of a unit of the calendar: "2024", "2024-06", "2024-W23", "2024-W23-WE",
// "2024-Q2", "2024-SU", "2024-H1", "202" for a decade, "20" for a century (2000 to 2099),
// "BC0044" for years before 1.
std::string timex_unit(day value, grain unit);

// "P4Y", "P1.5Y", "PT30M", "PXD" for an absent number.  `unit` is a grain, or
// second_unit.
inline constexpr double second_unit = -1;
std::string timex_duration(double number, double unit);

// "TMO", "TAF", ...; "" for none.
std::string timex_part_of_day(part_of_day part);

// "SP", "SU", "FA", "WI".
std::string timex_season(season which);

// "T18:30" and, where seconds are given, "T18:30:05".
std::string timex_clock(int minute_of_day, double seconds = absent);

// A number without superfluous digits: "1.5", "12".
std::string format_number(double number);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_TIMEX_H_
