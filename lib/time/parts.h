#ifndef ZEITSTRAHL_LIB_TIME_PARTS_H_
#define ZEITSTRAHL_LIB_TIME_PARTS_H_

// What the parts of dates need and hold: "3. Juni" lies in a year, "des Vorjahres" is one.

#include <optional>

#include "time/match.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

bool is_weekday(const said_expression& said);

// "Jahresende", "Monatsbeginn": a bound of the current unit, or of one that is said.
bool is_bound_of_current(const said_expression& said);

// Whether the words name a unit in which another part may lie.
bool can_hold(const said_expression& said);

// The unit of the calendar that a part needs in order to be one date, as far as its own words do
// not say it; nothing for a part that lies in no other.
std::optional<grain> need_of(const said_expression& said);

// Whether a part lies in the unit, and nothing else can be meant.
bool lies_in(const said_expression& inner, const said_expression& unit_said);

bool is_bound(const said_expression& said);
bool is_half(const said_expression& said);

// Whether "Anfang" and "erste Haelfte" can be those of the unit.
bool has_bounds(const said_expression& said);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_PARTS_H_
