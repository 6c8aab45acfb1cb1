#include "time/parts.h"

#include "time/compose.h"

namespace zeitstrahl {
namespace {

using enum argument_name;

bool has(const said_expression& said, argument_name name) { return is_given(said[name]); }

grain unit_argument(const said_expression& said) { return static_cast<grain>(whole(said[unit])); }

}  // namespace

grain grain_of(const said_expression& said) {
  using enum argument_name;
  switch (said.what) {
    case meaning::date:
      return has(said, day) ? grain::day : has(said, month) ? grain::month : grain::year;
    case meaning::early_year:
    case meaning::double_year:
      return grain::year;
    case meaning::named:
      return has(said, weekday)   ? grain::day
             : has(said, month)   ? grain::month
             : has(said, quarter) ? grain::quarter
             : has(said, season)  ? grain::season
                                  : grain::half_year;
    case meaning::unit:
    case meaning::same:
    case meaning::enclosing:
      return has(said, unit) ? unit_argument(said) : grain::day;
    case meaning::decade:
      return grain::decade;
    case meaning::century:
      return has(said, unit) ? unit_argument(said) : grain::century;
    case meaning::week_number:
      return grain::week;
    default:
      return grain::day;
  }
}

bool is_weekday(const said_expression& said) {
  using enum argument_name;
  return said.what == meaning::named && has(said, weekday);
}

bool is_bound_of_current(const said_expression& said) {
  using enum argument_name;
  return said.what == meaning::unit && said[shift] == 0 && has(said, mod);
}

bool can_hold(const said_expression& said) {
  using enum argument_name;
  switch (said.what) {
    case meaning::date:
    case meaning::early_year:
    case meaning::double_year:
    case meaning::named:
    case meaning::unit:
    case meaning::enclosing:
    case meaning::decade:
    case meaning::century:
    case meaning::day_offset:
    case meaning::week_number:
    case meaning::holiday:
    case meaning::nth:
      return true;
    case meaning::same:
      return has(said, unit);
    default:
      return false;
  }
}

std::optional<grain> need_of(const said_expression& said) {
  using enum argument_name;
  if (said.within >= 0) return std::nullopt;
  const bool pointed = has(said, direction) || has(said, of_text);
  switch (said.what) {
    case meaning::date:
      if (has(said, year)) return std::nullopt;
      return has(said, month) ? grain::year : grain::month;
    case meaning::named:
      if (has(said, weekday)) {
        return pointed || has(said, weeks) ? std::nullopt : std::optional(grain::week);
      }
      return pointed ? std::nullopt : std::optional(grain::year);
    case meaning::holiday:
      return pointed ? std::nullopt : std::optional(grain::year);
    case meaning::week_number:
      return grain::year;
    case meaning::decade:  // "die 20er" of some century
      return said[decade] < 100 ? std::optional(grain::century) : std::nullopt;
    case meaning::part_of_day:
      if (has(said, year) || has(said, days) || has(said, text_days)) return std::nullopt;
      if (has(said, month)) return grain::year;
      if (has(said, day)) return grain::month;
      if (has(said, weekday)) return pointed ? std::nullopt : std::optional(grain::week);
      return grain::day;
    case meaning::unit:
      return is_bound_of_current(said) ? std::optional(unit_argument(said)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool lies_in(const said_expression& inner, const said_expression& unit_said) {
  using enum argument_name;
  if (!can_hold(unit_said)) return false;
  const grain holder = grain_of(unit_said);
  if (inner.what == meaning::nth) {
    if (inner.within >= 0) return false;
    const grain counted = has(inner, weekday) ? grain::day : unit_argument(inner);
    return holder > counted && holder >= grain::week && holder != grain::weekend;
  }
  // "am letzten Freitag des Monats", "der letzte Tag des Jahres"
  const bool last_weekday = is_weekday(inner) && inner[direction] == -1;
  const bool last_unit = inner.what == meaning::unit && inner[shift] == -1 && !has(inner, of_text);
  if (last_weekday || last_unit) {
    const grain counted = last_weekday ? grain::day : unit_argument(inner);
    return holder > counted && holder >= grain::month;
  }
  const std::optional<grain> need = need_of(inner);
  if (!need) return false;
  if (*need == grain::day && unit_said.what == meaning::part_of_day) return false;
  return holder == *need;
}

bool is_bound(const said_expression& said) { return said.what == meaning::bound; }
bool is_half(const said_expression& said) { return said.what == meaning::half_of; }

bool has_bounds(const said_expression& said) {
  using enum argument_name;
  if (!can_hold(said) || has(said, mod) || said.what == meaning::holiday) return false;
  return grain_of(said) > grain::day;
}

}  // namespace zeitstrahl
