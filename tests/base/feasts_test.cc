#include "base/feasts.h"

#include <gtest/gtest.h>

#include <string>

namespace zeitstrahl {
namespace {

day at(const std::string& text) { return *parse_day(text); }
int year_of(const std::string& text) { return to_civil(at(text)).year; }

TEST(Feasts, KnownOrthodoxEasters) {
  for (const std::string date : {"1918-05-05", "2008-04-27", "2010-04-04", "2018-04-08",
                                 "2021-05-02", "2024-05-05", "2025-04-20", "2100-05-02"}) {
    EXPECT_EQ(format_day(orthodox_easter(year_of(date))), date);
  }
}

TEST(Feasts, OrthodoxEasterIsASundayAndNotBeforeTheWesternOne) {
  for (int year = 1583; year <= 3000; ++year) {
    ASSERT_EQ(iso_weekday(orthodox_easter(year)), 7) << year;
    ASSERT_LE(easter_sunday(year), orthodox_easter(year)) << year;
  }
}

TEST(Feasts, KnownJewishNewYears) {
  for (const std::string date :
       {"1899-09-05", "1948-10-04", "1967-10-05", "2000-09-30", "2013-09-05", "2018-09-10",
        "2020-09-19", "2023-09-16", "2024-10-03", "2025-09-23"}) {
    EXPECT_EQ(format_day(jewish_year_in(year_of(date)).begin), date);
  }
}

TEST(Feasts, LongJewishYears) {
  EXPECT_TRUE(jewish_year_in(2018).is_long);   // 5779 has 385 days
  EXPECT_FALSE(jewish_year_in(2023).is_long);  // 5784 has 383
  EXPECT_TRUE(jewish_year_in(2024).is_long);   // 5785 has 355
  EXPECT_FALSE(jewish_year_in(2025).is_long);  // 5786 has 354
}

TEST(Feasts, JewishNewYearIsNoSundayWednesdayOrFriday) {
  for (int year = 1; year <= 3000; ++year) {
    const int weekday = iso_weekday(jewish_year_in(year).begin);
    ASSERT_TRUE(weekday != 7 && weekday != 3 && weekday != 5) << year;
  }
}

// The first of Ramadan as most countries kept it; the arithmetic may be a day off.
TEST(Feasts, RamadanWithinADay) {
  for (const std::string date : {"1950-06-17", "1977-08-15", "2001-11-16", "2010-08-11",
                                 "2018-05-16", "2021-04-13", "2024-03-11", "2025-03-01"}) {
    const std::optional<day> found = islamic_day_in(year_of(date), 9, 1);
    ASSERT_TRUE(found) << date;
    EXPECT_LE(std::abs(*found - at(date)), 1) << date << " came " << format_day(*found);
  }
}

TEST(Feasts, IslamicDaysOfEveryYear) {
  EXPECT_FALSE(islamic_day_in(600, 9, 1)) << "before the first year";
  for (int year = 700; year <= 3000; ++year) {
    const std::optional<day> found = islamic_day_in(year, 10, 1);
    ASSERT_TRUE(found) << year;
    ASSERT_EQ(to_civil(*found).year, year);
  }
}

TEST(Feasts, KnownChineseNewYears) {
  for (const std::string date :
       {"1950-02-17", "1966-01-21", "1985-02-20", "2000-02-05", "2004-01-22", "2012-01-23",
        "2014-01-31", "2015-02-19", "2018-02-16", "2020-01-25", "2023-01-22", "2024-02-10",
        "2025-01-29", "2026-02-17", "2033-01-31", "2034-02-19"}) {
    EXPECT_EQ(format_day(chinese_new_year(year_of(date))), date);
  }
}

TEST(Feasts, ChineseNewYearLiesBetweenItsBounds) {
  for (int year = 1600; year <= 2200; ++year) {
    const day found = chinese_new_year(year);
    ASSERT_GE(found, to_day({year, 1, 21}));
    ASSERT_LE(found, to_day({year, 2, 21}));
  }
}

}  // namespace
}  // namespace zeitstrahl
