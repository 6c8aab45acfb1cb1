#ifndef ZEITSTRAHL_LIB_BASE_CIVIL_H_
#define ZEITSTRAHL_LIB_BASE_CIVIL_H_

// The one door to Howard Hinnant's date library: between our plain types and date's.

#include <date/date.h>

#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

inline date::sys_days to_sys_days(day value) { return date::sys_days{date::days{value.number}}; }

inline day from_sys_days(date::sys_days value) {
  return {static_cast<std::int32_t>(value.time_since_epoch().count())};
}

inline date::year_month_day to_year_month_day(civil_date value) {
  return date::year{value.year} / date::month{static_cast<unsigned>(value.month)} /
         date::day{static_cast<unsigned>(value.day_of_month)};
}

inline civil_date from_year_month_day(date::year_month_day value) {
  return {static_cast<int>(value.year()), static_cast<int>(static_cast<unsigned>(value.month())),
          static_cast<int>(static_cast<unsigned>(value.day()))};
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_BASE_CIVIL_H_
