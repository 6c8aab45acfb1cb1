#include <string>

#include "time/named_units.h"
#include "time/resolver.h"
#include "time/timex.h"

namespace zeitstrahl {

void resolver::place_in(const time_expression& holder) {
  const interval& when = holder.when;
  if (!when.begin_earliest.given() || !when.end_latest.given()) {
    return unresolved(value_without_holder());
  }
  const day_range days{when.begin_earliest.date, when.end_latest.date};
  const int y = to_civil(days.first).year;
  const basis from = when.begin_basis;
  switch (said_->what) {
    case meaning::date: {
      const int month = has(arg::month) ? whole(argument(arg::month)) : to_civil(days.first).month;
      const grain unit = has(arg::day) ? grain::day : grain::month;
      const int of_month = has(arg::day) ? whole(argument(arg::day)) : 1;
      return set_unit(to_day({y, month, of_month}), unit, from);
    }
    case meaning::named:
      if (kind_said() == named_kind::weekday) {
        const day monday = unit_of(days.first, grain::week).first;
        return set_unit(monday + (which_said() - 1), grain::day, from);
      }
      return set_unit(day_of_named(kind_said(), which_said(), y), grain_of_kind(kind_said()), from);
    case meaning::holiday: {
      const holiday_rule h = feast_said();
      set_unit(holiday_in(h, y), grain::day, from);
      return set_length(h);
    }
    case meaning::week_number:
      return set_unit(monday_of({y, whole(argument(arg::week))}), grain::week, from);
    case meaning::nth:
      return nth_in(days, from);
    case meaning::part_of_day:
      return part_in(days, y);
    case meaning::half_of:
      return half_of(holder, days, y);
    case meaning::decade: {
      // A century that began before its first year with two zeros: 1800 is of "das 19."
      const int hundred = (y + 99) / 100 * 100 == y ? y : y / 100 * 100;
      return set_unit(to_day({hundred + whole(argument(arg::decade)), 1, 1}), grain::decade, from);
    }
    default:
      return set_as(holder, days);
  }
}

std::string resolver::value_without_holder() const {
  if (said_->what == meaning::named) return unresolved_named(kind_said(), which_said());
  const auto two_digits = [&](argument_name name) {
    if (!has(name)) return std::string("XX");
    std::string text = std::to_string(whole(argument(name)));
    return text.size() < 2 ? "0" + text : text;
  };
  return "XXXX-" + two_digits(arg::month) + "-" + two_digits(arg::day);
}

// The nth weekday or unit in the days, from their end where n is below 0.  A week is where its
// Thursday lies.
void resolver::nth_in(day_range days, basis from) {
  const int n = whole(argument(arg::number));
  const grain counted = has(arg::weekday) ? grain::day : grain_of(argument(arg::unit));
  const bool by_weekday = has(arg::weekday) || counted == grain::week || counted == grain::weekend;
  if (!by_weekday) {
    return set_unit(n > 0 ? shift_unit(days.first, counted, n - 1) : days.last, counted, from);
  }
  constexpr int thursday = 4;
  constexpr int saturday = 6;
  const int weekday = has(arg::weekday)        ? whole(argument(arg::weekday))
                      : counted == grain::week ? thursday
                                               : saturday;
  const day first = days.first + (weekday - iso_weekday(days.first) + 7) % 7;
  const day last = days.last - (iso_weekday(days.last) - weekday + 7) % 7;
  set_unit(n > 0 ? first + 7 * (n - 1) : last, counted, from);
}

void resolver::part_in(day_range days, int y) {
  const auto which = static_cast<part_of_day>(whole(argument(arg::part)));
  day date = days.first;
  if (has(arg::day)) {
    const int month = has(arg::month) ? whole(argument(arg::month)) : to_civil(date).month;
    date = to_day({y, month, whole(argument(arg::day))});
  } else if (has(arg::weekday)) {
    date = unit_of(date, grain::week).first + (whole(argument(arg::weekday)) - 1);
  }
  set_time(date, timex_part_of_day(which), bound::no_minute);
  remember({date, date}, grain::day);
}

void resolver::half_of(const time_expression& holder, day_range days, int y) {
  const int which = whole(argument(arg::half));
  const bool second = which != 1;
  if (holder.when.begin_grain == grain::year && !of_special_year()) {
    return set_unit(day_of_named(named_kind::half_year, second ? 2 : 1, y), grain::half_year,
                    holder.when.begin_basis);
  }
  const day middle = days.first + (days.last - days.first) / 2;
  set_as(holder, second ? day_range{middle + 1, days.last} : day_range{days.first, middle});
}

// "erste Haelfte der Saison": of a year that is no calendar year.
bool resolver::of_special_year() const {
  return is_given(in_.said.containers[static_cast<std::size_t>(said_->within)][arg::special_year]);
}

// The unit itself, or some days of it.
void resolver::set_as(const time_expression& holder, day_range days) {
  e().type = holder.type;
  e().value = holder.value;
  e().when = in_unit(days, holder.when.begin_grain, holder.when.begin_basis);
  remember(days, holder.when.begin_grain);
}

}  // namespace zeitstrahl
