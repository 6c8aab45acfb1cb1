#include "zeitstrahl/calendar.h"

#include <gtest/gtest.h>

#include <concepts>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr civil_date first_date = {-9999, 1, 1};
constexpr civil_date last_date = {9999, 12, 31};

constexpr grain all_grains[] = {
    grain::minute, grain::hour,   grain::part_of_day, grain::day,       grain::weekend,
    grain::week,   grain::month,  grain::quarter,     grain::season,    grain::half_year,
    grain::year,   grain::decade, grain::century,     grain::millennium};

day at(std::string_view text) {
  const std::optional<day> value = parse_day(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(day{});
}

std::string range(day_range days) { return format_day(days.first) + "/" + format_day(days.last); }

// --- what must not compile ----------------------------------------------------------------

template <class A, class B>
concept can_add = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept can_subtract = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept can_compare = requires(A a, B b) {
  a < b;
};

static_assert(can_add<day, int>);
static_assert(!can_add<day, day>);
static_assert(!can_add<int, day>);
static_assert(!can_add<day, grain>);
static_assert(!can_add<civil_date, int>);
static_assert(!can_add<civil_date, civil_date>);
static_assert(std::same_as<decltype(day{} - day{}), std::int32_t>);
static_assert(std::same_as<decltype(day{} - 1), day>);
static_assert(!can_subtract<int, day>);
static_assert(!can_subtract<civil_date, civil_date>);
static_assert(can_compare<day, day>);
static_assert(!can_compare<day, int>);
static_assert(!can_compare<day, civil_date>);
static_assert(!std::convertible_to<int, day>);
static_assert(!std::convertible_to<day, int>);
static_assert(!std::convertible_to<civil_date, day>);

// --- days ------------------------------------------------------------------------------------

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int month_length(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

civil_date day_after(civil_date date) {
  if (++date.day_of_month > month_length(date.year, date.month)) {
    date.day_of_month = 1;
    if (++date.month > 12) {
      date.month = 1;
      ++date.year;
    }
  }
  return date;
}

// Every day of the range, counted on by hand from one whose number and weekday are known.
TEST(Calendar, EveryDayOfTwentyThousandYears) {
  ASSERT_EQ(to_day({1970, 1, 1}).number, 0);
  ASSERT_EQ(iso_weekday(to_day({1970, 1, 1})), 4);
  civil_date date = first_date;
  day value = to_day(first_date);
  int weekday = iso_weekday(value);
  for (; date <= last_date; date = day_after(date), value = value + 1, weekday = weekday % 7 + 1) {
    const bool same = to_day(date) == value && to_civil(value) == date &&
                      iso_weekday(value) == weekday && is_valid(date);
    ASSERT_TRUE(same) << date.year << '-' << date.month << '-' << date.day_of_month;
  }
  EXPECT_EQ(value, to_day(last_date) + 1);
}

TEST(Calendar, KnownDays) {
  const struct {
    std::string date;
    int number, weekday;
  } cases[] = {
      {"1970-01-01", 0, 4},       {"1969-12-31", -1, 3},      {"2000-02-29", 11016, 2},
      {"2000-03-01", 11017, 3},   {"1900-03-01", -25508, 4},  {"1858-11-17", -40587, 3},
      {"1582-10-15", -141427, 5}, {"0001-01-01", -719162, 1}, {"0000-03-01", -719468, 3},
      {"2038-01-19", 24855, 2},   {"2024-05-15", 19858, 3},   {"1989-11-09", 7252, 4},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(at(c.date).number, c.number) << c.date;
    EXPECT_EQ(iso_weekday(at(c.date)), c.weekday) << c.date;
  }
}

TEST(Calendar, DatesThatDoNotExist) {
  const struct {
    civil_date date;
    std::string becomes;
  } cases[] = {
      {{2023, 2, 29}, "2023-02-28"},     {{2024, 2, 30}, "2024-02-29"},
      {{1900, 2, 29}, "1900-02-28"},     {{2023, 4, 31}, "2023-04-30"},
      {{2023, 6, 99}, "2023-06-30"},     {{2023, 6, 0}, "2023-06-01"},
      {{2023, 13, 1}, "2023-12-01"},     {{2023, 0, 5}, "2023-01-05"},
      {{10000, 1, 1}, "9999-12-31"},     {{99999, 6, 15}, "9999-12-31"},
      {{-10000, 12, 31}, "-9999-01-01"},
  };
  for (const auto& c : cases) {
    EXPECT_FALSE(is_valid(c.date)) << c.becomes;
    EXPECT_EQ(format_day(to_day(c.date)), c.becomes);
  }
}

TEST(Calendar, DaysOutsideTheRangeAreCut) {
  EXPECT_EQ(to_civil(to_day(last_date) + 1), last_date);
  EXPECT_EQ(to_civil({std::numeric_limits<std::int32_t>::max()}), last_date);
  EXPECT_EQ(to_civil(to_day(first_date) - 1), first_date);
  EXPECT_EQ(to_civil({std::numeric_limits<std::int32_t>::min()}), first_date);
}

// --- weeks -----------------------------------------------------------------------------------

// A week belongs to the year of its Thursday; the first of a year has its first Thursday.
TEST(Calendar, EveryIsoWeek) {
  day monday = at("-9998-01-01");
  while (iso_weekday(monday) != 1) monday = monday + 1;
  int year = to_civil(monday + 3).year;
  int week = (monday + 3 - to_day({year, 1, 1})) / 7 + 1;
  const day end = at("9999-12-20");
  while (monday < end) {
    ASSERT_EQ(monday_of({year, week}), monday) << format_day(monday);
    for (int i = 0; i < 7; ++i) {
      const iso_week found = to_iso_week(monday + i);
      ASSERT_TRUE(found.year == year && found.week == week) << format_day(monday + i);
    }
    monday = monday + 7;
    const int next_year = to_civil(monday + 3).year;
    week = next_year == year ? week + 1 : 1;
    year = next_year;
  }
}

TEST(Calendar, KnownIsoWeeks) {
  const struct {
    std::string date;
    int year, week;
  } cases[] = {
      {"2005-01-01", 2004, 53}, {"2005-01-02", 2004, 53}, {"2005-01-03", 2005, 1},
      {"2005-12-31", 2005, 52}, {"2007-01-01", 2007, 1},  {"2007-12-30", 2007, 52},
      {"2007-12-31", 2008, 1},  {"2008-12-29", 2009, 1},  {"2010-01-03", 2009, 53},
      {"2020-12-31", 2020, 53}, {"2021-01-03", 2020, 53}, {"2021-01-04", 2021, 1},
      {"2024-12-30", 2025, 1},  {"2024-05-15", 2024, 20},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(to_iso_week(at(c.date)).year, c.year) << c.date;
    EXPECT_EQ(to_iso_week(at(c.date)).week, c.week) << c.date;
  }
}

// --- arithmetic --------------------------------------------------------------------------------

TEST(Calendar, AddMonths) {
  const struct {
    std::string from;
    int months;
    std::string to;
  } cases[] = {
      {"2025-01-22", 1, "2025-02-22"},
      {"2025-01-22", -1, "2024-12-22"},
      {"2025-01-22", 0, "2025-01-22"},
      {"2023-01-31", 1, "2023-02-28"},
      {"2024-01-31", 1, "2024-02-29"},
      {"2024-03-31", -1, "2024-02-29"},
      {"2024-03-31", 1, "2024-04-30"},
      {"2024-02-29", 12, "2025-02-28"},
      {"2024-02-29", 48, "2028-02-29"},
      {"2024-12-15", 1, "2025-01-15"},
      {"2024-01-15", -13, "2022-12-15"},
      {"0000-01-31", -1, "-0001-12-31"},
      {"-0001-12-31", 2, "0000-02-29"},
      {"-0044-03-15", -12, "-0045-03-15"},
      {"9999-12-01", 1, "9999-12-31"},
      {"9999-06-01", 240000, "9999-12-31"},
      {"-9999-01-15", -1, "-9999-01-01"},
      {"2024-05-15", -240000, "-9999-01-01"},
      {"2024-05-15", std::numeric_limits<int>::max(), "9999-12-31"},
      {"2024-05-15", std::numeric_limits<int>::min(), "-9999-01-01"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(format_day(add_months(at(c.from), c.months)), c.to) << c.from << ' ' << c.months;
  }
}

TEST(Calendar, AddYears) {
  const struct {
    std::string from;
    int years;
    std::string to;
  } cases[] = {
      {"2024-05-15", 1, "2025-05-15"},
      {"2024-05-15", -24, "2000-05-15"},
      {"2024-02-29", 1, "2025-02-28"},
      {"2024-02-29", -4, "2020-02-29"},
      {"2024-05-15", -2068, "-0044-05-15"},
      {"2024-05-15", 8000, "9999-12-31"},
      {"2024-05-15", std::numeric_limits<int>::max(), "9999-12-31"},
      {"2024-05-15", std::numeric_limits<int>::min(), "-9999-01-01"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(format_day(add_years(at(c.from), c.years)), c.to) << c.from << ' ' << c.years;
  }
}

// From first days nothing is cut, so that steps add up and lead back.
TEST(Calendar, StepsFromFirstDaysAddUp) {
  for (day first = at("1890-01-01"); first < at("2110-01-01"); first = add_months(first, 1)) {
    for (const int months : {-1200, -13, -12, -3, -1, 0, 1, 2, 3, 6, 12, 120}) {
      const day there = add_months(first, months);
      ASSERT_EQ(add_months(there, -months), first) << format_day(first) << ' ' << months;
      ASSERT_EQ(add_months(there, 5), add_months(first, months + 5)) << format_day(first);
      ASSERT_EQ(to_civil(there).day_of_month, 1) << format_day(first);
      if (months % 12 != 0) continue;
      ASSERT_EQ(add_years(first, months / 12), there) << format_day(first);
    }
  }
}

// A quarter is three months, four are a year, two half a year; each begins where one ends.
TEST(Calendar, QuartersAddUp) {
  for (day d = at("1890-01-01"); d < at("2110-01-01"); d = d + 1) {
    const day_range quarter = unit_of(d, grain::quarter);
    ASSERT_EQ(add_months(quarter.first, 3), quarter.last + 1) << format_day(d);
    ASSERT_EQ((to_civil(quarter.first).month - 1) % 3, 0) << format_day(d);
    const day_range half = unit_of(d, grain::half_year);
    ASSERT_EQ(add_months(half.first, 6), half.last + 1) << format_day(d);
    ASSERT_TRUE(half.first <= quarter.first && quarter.last <= half.last) << format_day(d);
    ASSERT_EQ(unit_of(add_months(quarter.first, 12), grain::quarter).first,
              add_months(quarter.first, 12));
    ASSERT_EQ(to_civil(quarter.last).month, to_civil(quarter.first).month + 2) << format_day(d);
  }
}

// Seven days on is the next week; a year has 53 if it begins on a Thursday, or is a leap year that
// begins on a Wednesday.
TEST(Calendar, WeeksAddUp) {
  for (int year = 1890; year < 2110; ++year) {
    const day new_year = to_day({year, 1, 1});
    const bool leap = is_valid({year, 2, 29});
    const int weekday = iso_weekday(new_year);
    const int weeks = weekday == 4 || (leap && weekday == 3) ? 53 : 52;
    ASSERT_EQ((monday_of({year + 1, 1}) - monday_of({year, 1})) / 7, weeks) << year;
    for (int week = 1; week <= weeks; ++week) {
      const day monday = monday_of({year, week});
      ASSERT_EQ(to_iso_week(monday).week, week) << year;
      ASSERT_EQ(unit_of(monday + week % 7, grain::week), (day_range{monday, monday + 6})) << year;
      ASSERT_EQ(to_iso_week(monday + 7).week, week == weeks ? 1 : week + 1) << year;
    }
  }
}

// --- units -------------------------------------------------------------------------------------

TEST(Calendar, UnitOf) {
  const struct {
    std::string date;
    grain unit;
    std::string days;
  } cases[] = {
      {"2024-05-15", grain::minute, "2024-05-15/2024-05-15"},
      {"2024-05-15", grain::hour, "2024-05-15/2024-05-15"},
      {"2024-05-15", grain::part_of_day, "2024-05-15/2024-05-15"},
      {"2024-05-15", grain::day, "2024-05-15/2024-05-15"},
      // A working day's weekend is the one to come.
      {"2024-05-13", grain::weekend, "2024-05-18/2024-05-19"},
      {"2024-05-17", grain::weekend, "2024-05-18/2024-05-19"},
      {"2024-05-18", grain::weekend, "2024-05-18/2024-05-19"},
      {"2024-05-19", grain::weekend, "2024-05-18/2024-05-19"},
      {"2024-05-20", grain::weekend, "2024-05-25/2024-05-26"},
      {"2024-12-31", grain::weekend, "2025-01-04/2025-01-05"},
      {"2024-05-13", grain::week, "2024-05-13/2024-05-19"},
      {"2024-05-19", grain::week, "2024-05-13/2024-05-19"},
      {"2025-01-01", grain::week, "2024-12-30/2025-01-05"},
      {"2024-02-15", grain::month, "2024-02-01/2024-02-29"},
      {"1900-02-15", grain::month, "1900-02-01/1900-02-28"},
      {"2024-12-31", grain::month, "2024-12-01/2024-12-31"},
      {"2024-03-31", grain::quarter, "2024-01-01/2024-03-31"},
      {"2024-04-01", grain::quarter, "2024-04-01/2024-06-30"},
      {"2024-12-31", grain::quarter, "2024-10-01/2024-12-31"},
      {"2024-03-01", grain::season, "2024-03-01/2024-05-31"},
      {"2024-08-31", grain::season, "2024-06-01/2024-08-31"},
      {"2024-11-30", grain::season, "2024-09-01/2024-11-30"},
      {"2024-12-01", grain::season, "2024-12-01/2025-02-28"},
      {"2024-01-31", grain::season, "2023-12-01/2024-02-29"},
      {"2024-02-29", grain::season, "2023-12-01/2024-02-29"},
      {"2024-06-30", grain::half_year, "2024-01-01/2024-06-30"},
      {"2024-07-01", grain::half_year, "2024-07-01/2024-12-31"},
      {"2024-05-15", grain::year, "2024-01-01/2024-12-31"},
      {"1999-12-31", grain::decade, "1990-01-01/1999-12-31"},
      {"2000-01-01", grain::decade, "2000-01-01/2009-12-31"},
      {"1999-12-31", grain::century, "1900-01-01/1999-12-31"},
      {"2000-01-01", grain::millennium, "2000-01-01/2999-12-31"},
      // Years before 1.
      {"0000-05-15", grain::year, "0000-01-01/0000-12-31"},
      {"0000-01-15", grain::season, "-0001-12-01/0000-02-29"},
      {"-0001-05-15", grain::decade, "-0010-01-01/-0001-12-31"},
      {"-0010-05-15", grain::decade, "-0010-01-01/-0001-12-31"},
      {"-0011-05-15", grain::decade, "-0020-01-01/-0011-12-31"},
      {"-0043-03-15", grain::century, "-0100-01-01/-0001-12-31"},
      {"-0100-03-15", grain::century, "-0100-01-01/-0001-12-31"},
      {"-0101-03-15", grain::century, "-0200-01-01/-0101-12-31"},
      {"-0043-03-15", grain::millennium, "-1000-01-01/-0001-12-31"},
      {"-0043-04-15", grain::quarter, "-0043-04-01/-0043-06-30"},
      // The ends of the range.
      {"9999-12-31", grain::month, "9999-12-01/9999-12-31"},
      {"9999-12-31", grain::half_year, "9999-07-01/9999-12-31"},
      {"9999-12-31", grain::season, "9999-12-01/9999-12-31"},
      {"9999-12-31", grain::millennium, "9000-01-01/9999-12-31"},
      {"-9999-01-01", grain::season, "-9999-01-01/-9999-02-28"},
      {"-9999-01-01", grain::decade, "-9999-01-01/-9991-12-31"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(range(unit_of(at(c.date), c.unit)), c.days)
        << c.date << " grain " << static_cast<int>(c.unit);
  }
}

// Units of one grain hold their days and lie end to end.
TEST(Calendar, UnitsTileTheCalendar) {
  for (const grain unit : all_grains) {
    if (unit == grain::weekend) continue;
    for (day d = at("-8999-01-15"); d < at("8999-12-01"); d = d + 97) {
      const day_range days = unit_of(d, unit);
      ASSERT_TRUE(days.first <= d && d <= days.last) << format_day(d);
      ASSERT_EQ(unit_of(days.first, unit), days) << format_day(d);
      ASSERT_EQ(unit_of(days.last, unit), days) << format_day(d);
      ASSERT_EQ(unit_of(days.last + 1, unit).first, days.last + 1) << format_day(d);
    }
  }
}

// --- Easter --------------------------------------------------------------------------------------

TEST(Calendar, KnownEasterSundays) {
  const std::string dates[] = {
      "1598-03-22", "1761-03-22", "1818-03-22",  // as early as can be
      "1886-04-25", "1943-04-25", "2038-04-25",  // as late as can be
      "1900-04-15", "1954-04-18", "1961-04-02", "1981-04-19", "1990-04-15",
      "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21",
      "2024-03-31", "2025-04-20", "2049-04-18", "2076-04-19", "2285-03-22",
  };
  for (const std::string& date : dates) {
    EXPECT_EQ(format_day(easter_sunday(to_civil(at(date)).year)), date);
  }
}

// Knuth, The Art of Computer Programming, volume 1, exercise 1.3.2-14.
civil_date easter_after_knuth(int year) {
  const int golden_number = year % 19 + 1;
  const int century = year / 100 + 1;
  const int leap_days_dropped = 3 * century / 4 - 12;
  const int moon_correction = (8 * century + 5) / 25 - 5;
  const int sunday = 5 * year / 4 - leap_days_dropped - 10;
  int epact = (11 * golden_number + 20 + moon_correction - leap_days_dropped) % 30;
  if (epact == 24 || (epact == 25 && golden_number > 11)) ++epact;
  int full_moon = 44 - epact;
  if (full_moon < 21) full_moon += 30;
  const int easter = full_moon + 7 - (sunday + full_moon) % 7;
  return easter > 31 ? civil_date{year, 4, easter - 31} : civil_date{year, 3, easter};
}

TEST(Calendar, EasterByAnotherMethod) {
  for (int year = 1; year <= 9999; ++year) {
    ASSERT_EQ(to_civil(easter_sunday(year)), easter_after_knuth(year)) << year;
    ASSERT_EQ(iso_weekday(easter_sunday(year)), 7) << year;
  }
}

// --- text ----------------------------------------------------------------------------------------

TEST(Calendar, FormatAndParse) {
  for (day d = to_day(first_date); d <= to_day(last_date); d = d + 31) {
    ASSERT_EQ(parse_day(format_day(d)), d) << format_day(d);
  }
  const struct {
    std::string text, day;
  } cases[] = {
      {"2025-01-22", "2025-01-22"},
      {"2025-01-22T18:30:00", "2025-01-22"},
      {"2025-01-22T18:30+01:00", "2025-01-22"},
      {"2025-01-22 18:30", "2025-01-22"},
      {"-0043-03-15", "-0043-03-15"},
      {"0000-02-29", "0000-02-29"},
      {"2000-02-29", "2000-02-29"},
  };
  for (const auto& c : cases) EXPECT_EQ(format_day(at(c.text)), c.day);
}

TEST(Calendar, ParseRefuses) {
  for (const std::string text :
       {"",           "-",           "2025",        "2025-01",     "2025-1-2",
        "25-01-22",   "2025-01-2",   "2025-13-01",  "2025-00-01",  "2025-01-00",
        "2025-01-32", "2025-02-29",  "1900-02-29",  "2025-04-31",  "2025/01/22",
        "22.01.2025", "2025-01-22x", "2025-01-220", " 2025-01-22", "2025-+1-22",
        "2025- 1-22", "+2025-01-22", "--025-01-22", "20a5-01-22",  "12025-01-22",
        "2025-01.22"}) {
    EXPECT_EQ(parse_day(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace zeitstrahl
