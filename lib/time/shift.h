#ifndef ZEITSTRAHL_LIB_TIME_SHIFT_H_
#define ZEITSTRAHL_LIB_TIME_SHIFT_H_

// Days that lie a number of units away.  `unit` is a grain or, for `shifted`, second_unit;
// numbers are cut to what the calendar holds.

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// The day or unit that lies `number` units after (or, if negative, before) a day, as
// exactly as a text that counts in that unit means it: "vor vier Jahren" is a year.
interval shifted(day from, double number, double unit);

// The day itself, on the same day of a month or week where the units are longer.
day day_away(day from, double number, double unit);

// Whether so many units are more than the years that the axis of a timeline has, as "66 Millionen
// Jahre": such a span has a length and no place.
bool is_beyond_calendar(double number, double unit);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_SHIFT_H_
