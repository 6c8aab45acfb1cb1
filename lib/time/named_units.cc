#include "time/named_units.h"

#include "base/feasts.h"
#include "time/timex.h"

namespace zeitstrahl {

grain grain_of_kind(named_kind kind) {
  switch (kind) {
    case named_kind::weekday:
      return grain::day;
    case named_kind::month:
      return grain::month;
    case named_kind::quarter:
      return grain::quarter;
    case named_kind::season:
      return grain::season;
    case named_kind::half_year:
      return grain::half_year;
  }
  return grain::day;
}

day day_of_named(named_kind kind, int which, int year) {
  switch (kind) {
    case named_kind::quarter:
      return to_day({year, 3 * which - 2, 1});
    case named_kind::season:
      return to_day({year, 3 * which, 1});
    case named_kind::half_year:
      return to_day({year, 6 * which - 5, 1});
    default:
      return to_day({year, which, 1});
  }
}

std::string unresolved_named(named_kind kind, int which) {
  const std::string number = std::to_string(which);
  switch (kind) {
    case named_kind::weekday:
      return "XXXX-WXX-" + number;
    case named_kind::month:
      return which < 10 ? "XXXX-0" + number : "XXXX-" + number;
    case named_kind::quarter:
      return "XXXX-Q" + number;
    case named_kind::season:
      return "XXXX-" + timex_season(static_cast<season>(which));
    case named_kind::half_year:
      return "XXXX-H" + number;
  }
  return "";
}

day shift_unit(day from, grain unit, int by) {
  switch (unit) {
    case grain::weekend:
    case grain::week:
      return from + 7 * by;
    case grain::month:
      return add_months(unit_of(from, grain::month).first, by);
    case grain::quarter:
    case grain::season:
      return add_months(unit_of(from, unit).first, 3 * by);
    case grain::half_year:
      return add_months(unit_of(from, unit).first, 6 * by);
    case grain::year:
      return add_years(from, by);
    case grain::decade:
      return add_years(from, 10 * by);
    case grain::century:
      return add_years(from, 100 * by);
    case grain::millennium:
      return add_years(from, 1000 * by);
    default:
      return from + by;
  }
}

day holiday_in(const holiday_rule& h, int year) {
  switch (h.is) {
    case holiday_rule::kind::easter:
      return easter_sunday(year) + h.number;
    case holiday_rule::kind::advent: {
      const day christmas = to_day({year, 12, 25});
      return christmas - iso_weekday(christmas) - 21 + h.number;
    }
    case holiday_rule::kind::weekday: {
      const day first = to_day({year, h.month, 1});
      return first + (h.weekday - iso_weekday(first) + 7) % 7 + 7 * (h.number - 1);
    }
    case holiday_rule::kind::pascha:
      return orthodox_easter(year) + h.number;
    case holiday_rule::kind::jewish: {
      constexpr int kislev = 59;  // days from the new year, or one more
      const jewish_year begun = jewish_year_in(year);
      return begun.begin + (h.number + (h.number >= kislev && begun.is_long ? 1 : 0));
    }
    case holiday_rule::kind::islamic:
      return islamic_day_in(year, h.month, h.number).value_or(to_day({year, 1, 1}));
    case holiday_rule::kind::chinese:
      return chinese_new_year(year) + h.number;
    case holiday_rule::kind::fixed:
      break;
  }
  return to_day({year, h.month, h.number});
}

int full_year(int year, std::optional<day> published) {
  if (year >= 100 || year < 0) return year;
  const int reference = published ? to_civil(*published).year : 2000;
  const int same_century = reference / 100 * 100 + year;
  return same_century > reference + 20 ? same_century - 100 : same_century;
}

}  // namespace zeitstrahl
