// Readings, and what speaks against each.

#include "time/choice.h"

#include <gtest/gtest.h>

#include <vector>

namespace zeitstrahl {
namespace {

day at(const char* text) { return *parse_day(text); }
day_range on(const char* text) { return {at(text), at(text)}; }

std::vector<std::string> firsts(std::span<const day_range> readings) {
  std::vector<std::string> out;
  for (const day_range days : readings) out.push_back(format_day(days.first));
  return out;
}

TEST(Choice, ReadingsAreThereBeforeAnyIsChosen) {
  std::array<day_range, most_readings> space;
  using days = std::vector<std::string>;
  EXPECT_EQ(firsts(readings_of_date(10, 3, at("2024-05-15"), space)),
            (days{"2023-10-03", "2024-10-03", "2025-10-03"}));
  EXPECT_EQ(firsts(readings_of_date(2, 29, at("2024-05-15"), space)), days{"2024-02-29"});
  EXPECT_EQ(firsts(readings_of_date(2, 30, at("2024-05-15"), space)), days{});
  EXPECT_EQ(firsts(readings_of_unit(named_kind::month, 11, at("2024-05-15"), space)),
            (days{"2023-11-01", "2024-11-01"}));
  EXPECT_EQ(firsts(readings_of_unit(named_kind::month, 5, at("2024-05-15"), space)),
            days{"2024-05-01"});
  EXPECT_EQ(firsts(readings_of_weekday(5, at("2024-05-15"), space)),
            (days{"2024-05-10", "2024-05-17"}));
  EXPECT_EQ(firsts(readings_of_weekday(3, at("2024-05-15"), space)), days{"2024-05-15"});
}

struct choice_case {
  choice_kind kind;
  std::vector<day_range> readings;
  tense around;
  const char* chosen;
  objection against_first_lost;
};

TEST(Choice, TheTenseThenTheDistance) {
  using enum choice_kind;
  const day_range october[] = {on("2023-10-03"), on("2024-10-03")};
  const day_range june[] = {on("2023-06-03"), on("2024-06-03")};
  const auto readings = [](const day_range(&both)[2]) {
    return std::vector<day_range>(both, both + 2);
  };
  const choice_case cases[] = {
      {day_of_year, readings(october), tense::unknown, "2024-10-03", objection::farther},
      {day_of_year, readings(october), tense::past, "2023-10-03", objection::other_side},
      // the past tense may tell of what is near
      {day_of_year, readings(june), tense::past, "2024-06-03", objection::farther},
      {unit_of_year, readings(june), tense::past, "2023-06-03", objection::other_side},
      {unit_of_year, readings(october), tense::future, "2024-10-03", objection::other_side},
      {feast, readings(june), tense::past, "2024-06-03", objection::farther},
      {feast, readings(october), tense::past, "2023-10-03", objection::other_side},
      {weekday, readings(october), tense::present, "2024-10-03", objection::gone_by},
      {weekend, readings(october), tense::past, "2023-10-03", objection::other_side},
  };
  for (const choice_case& c : cases) {
    const choice found = choose(c.kind, c.readings, {on("2024-05-15"), c.around, {}});
    EXPECT_EQ(format_day(found.days().first), c.chosen) << static_cast<int>(c.kind);
    const std::size_t lost = found.best == 0 ? 1 : 0;
    EXPECT_EQ(found.readings[lost].against, c.against_first_lost) << c.chosen;
  }
}

TEST(Choice, AnotherWeekdayIsNeverMeant) {
  const day_range days[] = {on("2023-10-03"), on("2024-10-03"), on("2025-10-03")};
  const choice found =
      choose(choice_kind::day_of_year, days, {on("2024-05-15"), tense::unknown, 5});
  EXPECT_EQ(format_day(found.days().first), "2025-10-03");
  EXPECT_EQ(found.readings[1].against, objection::other_weekday);
}

TEST(Choice, TheFirstOfTwoThatWeighTheSame) {
  const day_range days[] = {on("2024-05-10"), on("2024-05-20")};
  EXPECT_EQ(choose(choice_kind::day_of_year, days, {on("2024-05-15"), tense::unknown, {}}).best, 0);
}

}  // namespace
}  // namespace zeitstrahl
