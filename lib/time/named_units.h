#ifndef ZEITSTRAHL_LIB_TIME_NAMED_UNITS_H_
#define ZEITSTRAHL_LIB_TIME_NAMED_UNITS_H_

// Where units of the calendar lie that texts call by name or number: the third quarter, the
// feast of a year, the month before, "die Achtziger".  All functions are pure.

#include <optional>
#include <string>

#include "lang/language.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

grain grain_of_kind(named_kind kind);

// A day of the nth month, quarter, ... of a year.
day day_of_named(named_kind kind, int which, int year);

// The TIMEX3 value where the year is not known: "XXXX-05", "XXXX-WXX-1".
std::string unresolved_named(named_kind kind, int which);

// A day of the unit that lies so many units from the one with the day.
day shift_unit(day from, grain unit, int by);

// The first day of a feast in a year.
day holiday_in(const holiday_rule& h, int year);

// Two digits of a year: of the century that puts it within 20 years after the publication or
// before (80 years back at most).  Other numbers are years themselves.
int full_year(int year, std::optional<day> published);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_NAMED_UNITS_H_
