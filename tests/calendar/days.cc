// Prints what the calendar says of every day from 1900 to 2100, a line each: the day, its weekday,
// the year and number of its week, then the first and last day of its week, month, quarter,
// half-year and year.

#include <cstdio>

#include "zeitstrahl/calendar.h"

int main() {
  using zeitstrahl::day;
  using zeitstrahl::grain;
  const day end = zeitstrahl::to_day({2101, 1, 1});
  for (day d = zeitstrahl::to_day({1900, 1, 1}); d < end; d = d + 1) {
    const zeitstrahl::iso_week week = zeitstrahl::to_iso_week(d);
    std::printf("%s %d %d %d", zeitstrahl::format_day(d).c_str(), zeitstrahl::iso_weekday(d),
                week.year, week.week);
    for (const grain unit :
         {grain::week, grain::month, grain::quarter, grain::half_year, grain::year}) {
      const zeitstrahl::day_range days = zeitstrahl::unit_of(d, unit);
      std::printf(" %s %s", zeitstrahl::format_day(days.first).c_str(),
                  zeitstrahl::format_day(days.last).c_str());
    }
    std::printf("\n");
  }
  return 0;
}
