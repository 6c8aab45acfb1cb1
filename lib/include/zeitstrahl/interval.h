#ifndef ZEITSTRAHL_INTERVAL_H_
#define ZEITSTRAHL_INTERVAL_H_

// When something holds, as exactly as the text says and no more.
//
// Four bounds: the earliest and latest day on which it may have begun, and the
// same for its end.  Days are inclusive.
//
//     "im Juni 2024"  begin 2024-06-01 .. 2024-06-30   end 2024-06-01 .. 2024-06-30
//     "seit 2019"     begin 2019-01-01 .. 2019-12-31   end  published .. open
//     "bis 2030"      begin unknown                    end 2030-01-01 .. 2030-12-31
//
//     day_range june = unit_of(to_day({2024, 6, 1}), grain::month);
//     interval when = in_unit(june, grain::month);
//     to_edtf(when);                           // "2024-06"
//     when.end_earliest = when.end_latest = bound::open();
//     to_edtf(when);                           // "2024-06/.."
//
// Values are plain data; functions are pure and never fail.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

// One end of a range of days.
struct bound {
  enum class state : std::uint8_t {
    unknown,  // the text does not say
    open,     // the text says that there is none (yet)
    given,    // `date`, and `minute` where the text names a clock time
  };
  static constexpr std::int16_t no_minute = -1;

  state kind = state::unknown;
  day date;                         // meaningful when given
  std::int16_t minute = no_minute;  // minutes after midnight, 0 to 1440, or no_minute

  constexpr bool given() const { return kind == state::given; }
  static constexpr bound at(day date, std::int16_t minute = no_minute) {
    return {state::given, date, minute};
  }
  static constexpr bound unknown() { return {}; }
  static constexpr bound open() { return {state::open, {}, no_minute}; }

  friend constexpr auto operator<=>(const bound&, const bound&) = default;
};

// Where a begin or an end comes from.
enum class basis : std::uint8_t {
  stated,   // the text names it: "2019", "22. Januar 2025"
  implied,  // it follows from the text and the publication date: "vergangenen Juni"
  assumed,  // a policy chose among readings: a bare "Dienstag"
};

struct interval {
  bound begin_earliest;
  bound begin_latest;
  bound end_earliest;
  bound end_latest;
  grain begin_grain = grain::day;  // precision of the words that give the begin
  grain end_grain = grain::day;    // and the end
  basis begin_basis = basis::stated;
  basis end_basis = basis::stated;
  bool approximate = false;  // "etwa 2024", EDTF "~"

  // Neither end is known.
  constexpr bool empty() const {
    return !begin_earliest.given() && !begin_latest.given() && !end_earliest.given() &&
           !end_latest.given();
  }
  // Begin and end are the same unit of the calendar: "2024-06", not "2019/2030".
  bool single_unit() const;

  friend constexpr auto operator<=>(const interval&, const interval&) = default;
};

// Something on or in a unit of the calendar ("2019", "im Juni 2024", "am 22. Januar"):
// both ends lie somewhere in it.
interval in_unit(day_range unit, grain precision, basis where_from = basis::stated);

// ISO 8601-2 (EDTF) level 1, with "198X" and "19XX" for decades and centuries and the
// codes 21 to 24 for seasons, 33 to 36 for quarters and 40, 41 for half-years; ".." is
// open, empty is unknown.  Weeks and weekends, which EDTF lacks, are written as days.
// An empty interval gives "".
std::string to_edtf(const interval& when);

// The reverse for level 0 and 1 values as to_edtf writes them; what it cannot read
// gives an empty interval.
interval from_edtf(std::string_view text);

// The words of the formats: "half_year", "implied".
std::string_view to_string(grain precision);
std::string_view to_string(basis where_from);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_INTERVAL_H_
