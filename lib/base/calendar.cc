#include "zeitstrahl/calendar.h"

#include <algorithm>
#include <charconv>

#include "base/civil.h"

namespace zeitstrahl {
namespace {

constexpr int min_year = -9999;
constexpr int max_year = 9999;

date::year_month_day last_of_month(date::year year, date::month month) {
  return year / month / date::last;
}

// A year and a month counted from January of year 0, as a day of that month.
day day_in_month(std::int64_t months, int day_of_month) {
  const std::int64_t year = months >= 0 ? months / 12 : (months - 11) / 12;
  return to_day({static_cast<int>(year), static_cast<int>(months - year * 12) + 1, day_of_month});
}

int floor_to(int value, int step) {
  const int rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

day_range months_from(int year, int month, int count) {
  const std::int64_t first = std::int64_t{year} * 12 + month - 1;
  return {day_in_month(first, 1), day_in_month(first + count - 1, 31)};
}

day_range years_from(int year, int count) {
  return {to_day({year, 1, 1}), to_day({year + count - 1, 12, 31})};
}

day_range season_of(civil_date date) {
  const int first = date.month < 3 ? 0 : date.month / 3 * 3;  // 0 is last December
  return first == 0 ? months_from(date.year - 1, 12, 3) : months_from(date.year, first, 3);
}

bool read_digits(std::string_view text, int& value) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc() && end == text.data() + text.size() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_valid(civil_date date) {
  return date.year >= min_year && date.year <= max_year && date.month >= 1 && date.month <= 12 &&
         date.day_of_month >= 1 && date.day_of_month <= 31 && to_year_month_day(date).ok();
}

day to_day(civil_date date) {
  if (date.year > max_year) date = {max_year, 12, 31};
  if (date.year < min_year) date = {min_year, 1, 1};
  const date::year year{date.year};
  const date::month month{static_cast<unsigned>(std::clamp(date.month, 1, 12))};
  const date::year_month_day last = last_of_month(year, month);
  const date::day wanted{static_cast<unsigned>(std::clamp(date.day_of_month, 1, 31))};
  return from_sys_days(date::sys_days{year / month / std::min(wanted, last.day())});
}

civil_date to_civil(day value) {
  static const day first = to_day({min_year, 1, 1});
  static const day last = to_day({max_year, 12, 31});
  return from_year_month_day(date::year_month_day{to_sys_days(std::clamp(value, first, last))});
}

int iso_weekday(day value) {
  return static_cast<int>(date::weekday{to_sys_days(value)}.iso_encoding());
}

iso_week to_iso_week(day value) {
  const day thursday = value + (4 - iso_weekday(value));
  const int year = to_civil(thursday).year;
  return {year, (thursday - to_day({year, 1, 1})) / 7 + 1};
}

day monday_of(iso_week week) {
  const day fourth_of_january = to_day({week.year, 1, 4});
  return fourth_of_january - (iso_weekday(fourth_of_january) - 1) + (week.week - 1) * 7;
}

day add_months(day value, int months) {
  const civil_date from = to_civil(value);
  return day_in_month(std::int64_t{from.year} * 12 + from.month - 1 + months, from.day_of_month);
}

day add_years(day value, int years) {
  const civil_date from = to_civil(value);
  const std::int64_t year = std::int64_t{from.year} + years;
  return to_day({static_cast<int>(std::clamp<std::int64_t>(year, min_year - 1, max_year + 1)),
                 from.month, from.day_of_month});
}

day_range unit_of(day value, grain unit) {
  const civil_date date = to_civil(value);
  switch (unit) {
    case grain::minute:
    case grain::hour:
    case grain::part_of_day:
    case grain::day:
      break;
    case grain::weekend: {
      const day saturday = value + (6 - iso_weekday(value));
      return {iso_weekday(value) == 7 ? value - 1 : saturday,
              iso_weekday(value) == 7 ? value : saturday + 1};
    }
    case grain::week: {
      const day monday = value - (iso_weekday(value) - 1);
      return {monday, monday + 6};
    }
    case grain::month:
      return months_from(date.year, date.month, 1);
    case grain::quarter:
      return months_from(date.year, (date.month - 1) / 3 * 3 + 1, 3);
    case grain::season:
      return season_of(date);
    case grain::half_year:
      return months_from(date.year, date.month < 7 ? 1 : 7, 6);
    case grain::year:
      return years_from(date.year, 1);
    case grain::decade:
      return years_from(floor_to(date.year, 10), 10);
    case grain::century:
      return years_from(floor_to(date.year, 100), 100);
    case grain::millennium:
      return years_from(floor_to(date.year, 1000), 1000);
  }
  return {value, value};
}

day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return to_day({year, f / 31, f % 31 + 1});
}

namespace {

// At least so many.
void append_digits(std::string& out, int value, std::size_t count) {
  char digits[12];
  const std::size_t size = std::to_chars(digits, digits + sizeof digits, value).ptr - digits;
  if (size < count) out.append(count - size, '0');
  out.append(digits, size);
}

}  // namespace

std::string format_day(day value) {
  const civil_date date = to_civil(value);
  std::string text = date.year < 0 ? "-" : "";
  append_digits(text, date.year < 0 ? -date.year : date.year, 4);
  text += '-';
  append_digits(text, date.month, 2);
  text += '-';
  append_digits(text, date.day_of_month, 2);
  return text;
}

std::optional<day> parse_day(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  civil_date date;
  if (!read_digits(text.substr(0, 4), date.year) || !read_digits(text.substr(5, 2), date.month) ||
      !read_digits(text.substr(8, 2), date.day_of_month)) {
    return std::nullopt;
  }
  if (negative) date.year = -date.year;
  return is_valid(date) ? std::optional<day>(to_day(date)) : std::nullopt;
}

}  // namespace zeitstrahl
