#include "zeitstrahl/interval.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace zeitstrahl {
namespace {

// ISO 8601-2:2019, 4.8.2: codes in the place of the month.
constexpr int first_season_code = 21;
constexpr int first_quarter_code = 33;
constexpr int first_half_code = 40;

std::string format_year(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%s%04d", year < 0 ? "-" : "", std::abs(year));
  return text;
}

std::string format_coded(int year, int code) {
  char text[8];
  std::snprintf(text, sizeof text, "-%02d", code);
  return format_year(year) + text;
}

// Whether EDTF can name the unit that begins on a day: it has no weeks, and before year 0
// no decades and centuries; these are written as the range of their days or years.
bool has_name(day first, grain unit) {
  if (unit == grain::week || unit == grain::weekend) return false;
  return unit <= grain::year || to_civil(first).year >= 0;
}

// Years whose last `unknown` digits are written "X".
std::string format_masked(int year, int unknown) {
  std::string text = format_year(year);
  if (year >= 0) text.replace(text.size() - unknown, unknown, unknown, 'X');
  return text;
}

// A winter has the year of its December: "2024-24" ends in February 2025.
std::string format_season(day value) {
  const day first = unit_of(value, grain::season).first;
  const civil_date date = to_civil(first);
  return format_coded(date.year, first_season_code + (date.month - 3) / 3);
}

std::string format_bound(const bound& when, grain precision) {
  if (when.kind == bound::state::open) return "..";
  if (!when.given()) return "";
  const civil_date date = to_civil(when.date);
  switch (precision) {
    case grain::minute:
    case grain::hour:
      if (when.minute != bound::no_minute) {
        char clock[16];
        std::snprintf(clock, sizeof clock, "T%02d:%02d:00", when.minute / 60, when.minute % 60);
        return format_day(when.date) + clock;
      }
      return format_day(when.date);
    case grain::part_of_day:
    case grain::day:
    case grain::weekend:
    case grain::week:
      return format_day(when.date);
    case grain::month:
      return format_coded(date.year, date.month);
    case grain::quarter:
      return format_coded(date.year, first_quarter_code + (date.month - 1) / 3);
    case grain::season:
      return format_season(when.date);
    case grain::half_year:
      return format_coded(date.year, first_half_code + (date.month > 6));
    case grain::year:
      return format_year(date.year);
    case grain::decade:
      return format_masked(date.year, 1);
    case grain::century:
      return format_masked(date.year, 2);
    case grain::millennium:
      return format_masked(date.year, 3);
  }
  return "";
}

struct parsed_date {
  day_range days;
  grain precision = grain::day;
  std::int16_t minute = bound::no_minute;
};

std::optional<int> read_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc() ? std::optional<int>(value) : std::nullopt;
}

// "18:30:00", in minutes after midnight.
std::optional<std::int16_t> read_clock(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text.substr(5) != ":00") return std::nullopt;
  const auto hour = read_number(text.substr(0, 2));
  const auto minute = read_number(text.substr(3, 2));
  if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60) return std::nullopt;
  return static_cast<std::int16_t>(*hour * 60 + *minute);
}

std::optional<parsed_date> read_coded_month(int year, int code) {
  const auto unit = [&](int month, grain precision) {
    return parsed_date{unit_of(to_day({year, month, 1}), precision), precision};
  };
  if (code >= 1 && code <= 12) return unit(code, grain::month);
  if (code >= 21 && code <= 24) return unit(3 * (code - 20), grain::season);
  if (code >= 33 && code <= 36) return unit(3 * (code - 33) + 1, grain::quarter);
  if (code >= 40 && code <= 41) return unit(6 * (code - 40) + 1, grain::half_year);
  return std::nullopt;
}

std::optional<parsed_date> read_date(std::string_view text) {
  if (const auto at = text.find('T'); at != text.npos) {
    const auto date = parse_day(text.substr(0, at));
    const auto minute = read_clock(text.substr(at + 1));
    if (!date || !minute) return std::nullopt;
    return parsed_date{{*date, *date}, grain::minute, *minute};
  }
  if (const auto date = parse_day(text)) return parsed_date{{*date, *date}, grain::day};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() == 7 && text[4] == '-') {
    const auto year = read_number(text.substr(0, 4));
    const auto code = read_number(text.substr(5, 2));
    return year && code ? read_coded_month(negative ? -*year : *year, *code) : std::nullopt;
  }
  if (text.size() != 4) return std::nullopt;
  const std::size_t known = std::min<std::size_t>(text.find('X'), 4);
  const auto year = read_number(text.substr(0, known));
  if (!year || text.find_first_not_of('X', known) != text.npos) return std::nullopt;
  static constexpr grain precisions[] = {grain::millennium, grain::century, grain::decade,
                                         grain::year};
  int first = *year;
  for (std::size_t i = known; i < 4; ++i) first *= 10;
  return parsed_date{unit_of(to_day({negative ? -first : first, 1, 1}), precisions[known - 1]),
                     precisions[known - 1]};
}

}  // namespace

bool interval::single_unit() const {
  if (!begin_earliest.given() || !end_latest.given() || begin_grain != end_grain) return false;
  if (begin_earliest.minute != end_latest.minute) return false;
  const day_range unit = unit_of(begin_earliest.date, begin_grain);
  return begin_earliest.date == unit.first && end_latest.date == unit.last;
}

interval in_unit(day_range unit, grain precision, basis where_from) {
  interval when;
  when.begin_earliest = when.end_earliest = bound::at(unit.first);
  when.begin_latest = when.end_latest = bound::at(unit.last);
  when.begin_grain = when.end_grain = precision;
  when.begin_basis = when.end_basis = where_from;
  return when;
}

std::string to_edtf(const interval& when) {
  if (when.empty()) return "";
  const bound& begin = when.begin_earliest.given() ? when.begin_earliest : when.begin_latest;
  const bound& end = when.end_latest.given() || when.end_latest.kind == bound::state::open
                         ? when.end_latest
                         : when.end_earliest;
  const std::string suffix = when.approximate ? "~" : "";
  const auto side = [&](const bound& b, grain precision) {
    const std::string text = format_bound(b, precision);
    return b.given() ? text + suffix : text;
  };
  const std::string from = side(begin, when.begin_grain);
  const std::string to = side(end, when.end_grain);
  if (when.single_unit() && has_name(begin.date, when.begin_grain)) return from;
  return from == to && begin.given() ? from : from + "/" + to;
}

interval from_edtf(std::string_view text) {
  interval when;
  if (text.empty()) return when;
  const auto slash = text.find('/');
  const auto side = [&](std::string_view part) -> std::optional<parsed_date> {
    if (part.ends_with('~')) {
      when.approximate = true;
      part.remove_suffix(1);
    }
    return read_date(part);
  };
  const std::string_view first = text.substr(0, slash);
  const std::string_view second = slash == text.npos ? first : text.substr(slash + 1);
  // False for words that are no date.
  const auto set = [&](bound& earliest, bound& latest, grain& precision, std::string_view part) {
    if (part.empty()) return true;
    if (part == "..") {
      earliest = latest = bound::open();
      return true;
    }
    const auto date = side(part);
    if (!date) return false;
    earliest = bound::at(date->days.first, date->minute);
    latest = bound::at(date->days.last, date->minute);
    precision = date->precision;
    return true;
  };
  const bool read = set(when.begin_earliest, when.begin_latest, when.begin_grain, first) &&
                    set(when.end_earliest, when.end_latest, when.end_grain, second);
  return read ? when : interval();
}

}  // namespace zeitstrahl
