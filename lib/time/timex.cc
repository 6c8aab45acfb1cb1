#include "time/timex.h"

#include <charconv>
#include <cmath>

namespace zeitstrahl {
namespace {

// With zeros before it up to the width.
std::string padded(int number, std::size_t width) {
  char digits[12];
  const auto size =
      static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits);
  std::string text(width > size ? width - size : 0, '0');
  return text.append(digits, size);
}

// The year as TimeML writes it; year 0 is 1 BC.
std::string format_timex_year(int year) {
  return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4);
}

std::string without_last_digits(int year, std::size_t digits) {
  std::string text = format_timex_year(year);
  return year > 0 ? text.substr(0, text.size() - digits) : text;
}

}  // namespace

std::string timex_season(season which) {
  switch (which) {
    case season::spring:
      return "SP";
    case season::summer:
      return "SU";
    case season::autumn:
      return "FA";
    case season::winter:
      return "WI";
    case season::none:
      break;
  }
  return "";
}

std::string timex_part_of_day(part_of_day part) {
  switch (part) {
    case part_of_day::morning:
      return "TMO";
    case part_of_day::midday:
      return "TMI";
    case part_of_day::afternoon:
      return "TAF";
    case part_of_day::evening:
      return "TEV";
    case part_of_day::night:
      return "TNI";
    case part_of_day::daytime:
      return "TDT";
    case part_of_day::midnight:
      return "T24:00";
    case part_of_day::none:
      break;
  }
  return "";
}

std::string timex_unit(day value, grain unit) {
  const civil_date date = to_civil(value);
  const std::string year = format_timex_year(date.year);
  switch (unit) {
    case grain::minute:
    case grain::hour:
    case grain::part_of_day:
    case grain::day:
      return year + '-' + padded(date.month, 2) + '-' + padded(date.day_of_month, 2);
    case grain::weekend:
    case grain::week: {
      const iso_week week = to_iso_week(value);
      return format_timex_year(week.year) + "-W" + padded(week.week, 2) +
             (unit == grain::weekend ? "-WE" : "");
    }
    case grain::month:
      return year + '-' + padded(date.month, 2);
    case grain::quarter:
      return year + "-Q" + padded((date.month - 1) / 3 + 1, 1);
    case grain::season: {
      const civil_date first = to_civil(unit_of(value, grain::season).first);
      return format_timex_year(first.year) + "-" +
             timex_season(static_cast<season>(first.month / 3));
    }
    case grain::half_year:
      return year + (date.month < 7 ? "-H1" : "-H2");
    case grain::year:
      return year;
    case grain::decade:
      return without_last_digits(date.year, 1);
    case grain::century:
      return without_last_digits(date.year, 2);
    case grain::millennium:
      return without_last_digits(date.year, 3);
  }
  return year;
}

std::string format_number(double number) {
  char text[64];
  const auto [end, problem] =
      std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  return problem == std::errc() ? std::string(text, end) : std::string("X");
}

std::string timex_duration(double number, double unit) {
  const std::string count = number == absent ? "X" : format_number(number);
  if (unit == second_unit) return "PT" + count + "S";
  if (number != absent && number != std::trunc(number)) {  // "ein halbes Jahrhundert"
    constexpr double year = static_cast<double>(grain::year);
    if (unit == static_cast<double>(grain::decade)) return timex_duration(number * 10, year);
    if (unit == static_cast<double>(grain::century)) return timex_duration(number * 100, year);
    if (unit == static_cast<double>(grain::millennium)) return timex_duration(number * 1000, year);
  }
  switch (static_cast<grain>(static_cast<int>(unit))) {
    case grain::minute:
      return "PT" + count + "M";
    case grain::hour:
      return "PT" + count + "H";
    case grain::part_of_day:
    case grain::day:
      return "P" + count + "D";
    case grain::weekend:
      return "P" + count + "WE";
    case grain::week:
      return "P" + count + "W";
    case grain::month:
      return "P" + count + "M";
    case grain::quarter:
      return "P" + count + "Q";
    case grain::season:
      return "P" + count + "SE";
    case grain::half_year:
      return number == absent ? "PXM" : "P" + format_number(number * 6) + "M";
    case grain::year:
      return "P" + count + "Y";
    case grain::decade:
      return "P" + count + "DE";
    case grain::century:
      return "P" + count + "CE";
    case grain::millennium:
      return "P" + count + "L";
  }
  return "";
}

std::string timex_clock(int minute_of_day, double seconds) {
  std::string text = "T" + padded(minute_of_day / 60, 2) + ':' + padded(minute_of_day % 60, 2);
  if (seconds != absent) text += ':' + padded(static_cast<int>(seconds), 2);
  return text;
}

}  // namespace zeitstrahl
