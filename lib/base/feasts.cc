#include "base/feasts.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace zeitstrahl {
namespace {

// Days before 1970-01-01 of day 0 of "rata die", which counts from 0001-01-01 as day 1.
constexpr std::int64_t rata_die = 719163;

day from_rata_die(std::int64_t number) { return {static_cast<std::int32_t>(number - rata_die)}; }

// Days from the epoch of the Jewish calendar to the new moon that begins a year, put off
// where the feast would fall on a Sunday, Wednesday or Friday.
std::int64_t jewish_days_before(std::int64_t year) {
  const std::int64_t months = (235 * year - 234) / 19;
  const std::int64_t parts = 12084 + 13753 * months;
  const std::int64_t days = 29 * months + parts / 25920;
  return 3 * (days + 1) % 7 < 3 ? days + 1 : days;
}

// No year may have 356 or 382 days.
std::int64_t jewish_new_year(std::int64_t year) {
  constexpr std::int64_t epoch = -1373427;
  const std::int64_t before = jewish_days_before(year - 1);
  const std::int64_t begin = jewish_days_before(year);
  const std::int64_t after = jewish_days_before(year + 1);
  return epoch + begin + (after - begin == 356 ? 2 : begin - before == 382 ? 1 : 0);
}

// The days from the year 2000's first new moon to the one `count` months later, after
// Meeus, chapter 49, without the terms below a quarter of an hour.
double new_moon(double count) {
  const auto sine = [&](double begin, double step) {
    return std::sin((begin + step * count) * std::numbers::pi / 180);
  };
  return 29.530588861 * count - 0.40720 * sine(201.5643, 385.81693528) +
         0.17241 * sine(2.5534, 29.10535670) + 0.01608 * sine(403.1286, 771.63387056) +
         0.01039 * sine(321.4216, 781.34100568);
}

}  // namespace

day orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int julian_day = (d + e + 114) % 31 + 1;
  const int days_behind = year / 100 - year / 400 - 2;
  return to_day({year, month, 1}) + (julian_day - 1 + days_behind);
}

jewish_year jewish_year_in(int year) {
  const std::int64_t begin = jewish_new_year(year + 3761);
  const std::int64_t days = jewish_new_year(year + 3762) - begin;
  return {from_rata_die(begin), days % 10 == 5};
}

std::optional<day> islamic_day_in(int year, int month, int day_of_month) {
  constexpr std::int64_t epoch = 227015;
  const std::int64_t about = (std::int64_t{year} - 622) * 33 / 32;
  for (std::int64_t y = about - 1; y <= about + 2; ++y) {
    if (y < 1) continue;
    const day found = from_rata_die(epoch + (y - 1) * 354 + (3 + 11 * y) / 30 +
                                    std::int64_t{29} * (month - 1) + month / 2 + day_of_month - 1);
    if (to_civil(found).year == year) return found;
  }
  return std::nullopt;
}

day chinese_new_year(int year) {
  // Times from the millennium on, in days of Beijing; the first moon's small terms count too.
  constexpr double first_moon = 5 + (18.24 + 8) / 24;
  constexpr double first_solstice = 355 + (13.62 + 8) / 24;
  const day millennium = to_day({2000, 1, 1});
  const day earliest = to_day({year, 1, 21});
  const auto solstice = static_cast<int>(std::floor(first_solstice + 365.2422 * (year - 2001)));
  const auto moon = [&](int count) {
    return static_cast<int>(std::floor(new_moon(count) - new_moon(0) + first_moon));
  };
  int count = solstice / 30 - 1;
  while (moon(count) <= solstice) ++count;
  while (moon(count - 1) > solstice) --count;
  do ++count;
  while (millennium + moon(count) < earliest);
  return millennium + moon(count);
}

}  // namespace zeitstrahl
