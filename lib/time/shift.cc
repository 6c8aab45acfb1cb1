#include "time/shift.h"

#include <algorithm>
#include <cmath>

#include "time/timex.h"

namespace zeitstrahl {

interval shifted(day from, double number, double unit) {
  if (unit == second_unit || unit < static_cast<double>(grain::day)) {
    const double a_day = unit == second_unit                          ? 86400
                         : unit == static_cast<double>(grain::minute) ? 1440
                                                                      : 24;
    const day there = from + static_cast<int>(std::clamp(number / a_day, -20000.0, 20000.0));
    return in_unit({there, there}, grain::day, basis::implied);
  }
  const auto months = [&](double per_unit) {
    const double total = std::clamp(number * per_unit, -240000.0, 240000.0);
    const double whole_months = std::trunc(total);
    return add_months(from, static_cast<int>(whole_months)) +
           static_cast<int>(std::lround((total - whole_months) * 30));
  };
  const double limited = std::clamp(number, -20000.0, 20000.0);
  switch (static_cast<grain>(static_cast<int>(unit))) {
    case grain::weekend:
    case grain::week:
      return in_unit(unit_of(from + static_cast<int>(std::lround(limited * 7)), grain::week),
                     grain::week, basis::implied);
    case grain::month:
      return in_unit(unit_of(months(1), grain::month), grain::month, basis::implied);
    case grain::quarter:
    case grain::season:
      return in_unit(unit_of(months(3), grain::quarter), grain::quarter, basis::implied);
    case grain::half_year:
      return in_unit(unit_of(months(6), grain::month), grain::month, basis::implied);
    case grain::year:
      // Halves of years are counted in months.
      if (number != std::trunc(number)) {
        return in_unit(unit_of(months(12), grain::month), grain::month, basis::implied);
      }
      return in_unit(unit_of(months(12), grain::year), grain::year, basis::implied);
    case grain::decade:
      return in_unit(unit_of(months(120), grain::year), grain::year, basis::implied);
    case grain::century:
      return in_unit(unit_of(months(1200), grain::decade), grain::decade, basis::implied);
    case grain::millennium:
      return in_unit(unit_of(months(12000), grain::century), grain::century, basis::implied);
    default:
      return in_unit({from + static_cast<int>(std::lround(limited)),
                      from + static_cast<int>(std::lround(limited))},
                     grain::day, basis::implied);
  }
}

bool is_beyond_calendar(double number, double unit) {
  constexpr double most_years = 7000;
  const auto counted = static_cast<grain>(static_cast<int>(unit));
  const double years = counted == grain::year         ? 1
                       : counted == grain::decade     ? 10
                       : counted == grain::century    ? 100
                       : counted == grain::millennium ? 1000
                                                      : 1.0 / 12;
  return unit >= static_cast<double>(grain::month) && std::abs(number) * years > most_years;
}

day day_away(day from, double number, double unit) {
  const double limited = std::clamp(number, -20000.0, 20000.0);
  const auto count = [&](double each) { return static_cast<int>(std::lround(limited * each)); };
  switch (static_cast<grain>(static_cast<int>(unit))) {
    case grain::week:
      return from + count(7);
    case grain::month:
      return add_months(from, count(1));
    case grain::quarter:
      return add_months(from, count(3));
    case grain::half_year:
      return add_months(from, count(6));
    case grain::year:
      return add_months(from, count(12));
    case grain::decade:
      return add_months(from, count(120));
    case grain::century:
      return add_months(from, count(1200));
    default:
      return shifted(from, number, unit).begin_earliest.date;
  }
}

}  // namespace zeitstrahl
