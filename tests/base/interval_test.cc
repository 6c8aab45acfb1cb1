#include "zeitstrahl/interval.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace zeitstrahl {
namespace {

interval unit(civil_date date, grain precision) {
  return in_unit(unit_of(to_day(date), precision), precision);
}

interval from_to(const interval& first, const interval& last) {
  interval when = first;
  when.end_earliest = last.end_earliest;
  when.end_latest = last.end_latest;
  when.end_grain = last.end_grain;
  return when;
}

interval with_end(interval when, bound end) {
  when.end_earliest = when.end_latest = end;
  return when;
}

interval with_begin(interval when, bound begin) {
  when.begin_earliest = when.begin_latest = begin;
  return when;
}

interval approximate(interval when) {
  when.approximate = true;
  return when;
}

interval at_clock(interval when, std::int16_t minute) {
  for (bound* b :
       {&when.begin_earliest, &when.begin_latest, &when.end_earliest, &when.end_latest}) {
    b->minute = minute;
  }
  when.begin_grain = when.end_grain = grain::minute;
  return when;
}

TEST(Interval, UnitHasFourBounds) {
  const interval june = unit({2024, 6, 10}, grain::month);
  EXPECT_EQ(june.begin_earliest, bound::at(to_day({2024, 6, 1})));
  EXPECT_EQ(june.begin_latest, bound::at(to_day({2024, 6, 30})));
  EXPECT_EQ(june.end_earliest, bound::at(to_day({2024, 6, 1})));
  EXPECT_EQ(june.end_latest, bound::at(to_day({2024, 6, 30})));
  EXPECT_EQ(june.begin_grain, grain::month);
  EXPECT_EQ(june.end_grain, grain::month);
  EXPECT_EQ(june.begin_basis, basis::stated);
  EXPECT_TRUE(june.single_unit());
  EXPECT_FALSE(june.empty());
  EXPECT_EQ(
      in_unit(unit_of(to_day({2024, 6, 1}), grain::month), grain::month, basis::assumed).end_basis,
      basis::assumed);
}

TEST(Interval, EmptyAndSingle) {
  EXPECT_TRUE(interval().empty());
  EXPECT_FALSE(interval().single_unit());
  const interval june = unit({2024, 6, 1}, grain::month);
  EXPECT_TRUE(with_begin(with_end(june, bound::open()), bound::unknown()).empty());
  EXPECT_FALSE(with_end(june, bound::unknown()).empty());
  EXPECT_FALSE(with_end(june, bound::open()).single_unit());
  EXPECT_FALSE(from_to(june, unit({2024, 7, 1}, grain::month)).single_unit());
  EXPECT_FALSE(from_to(june, unit({2024, 6, 30}, grain::day)).single_unit());
  interval half = june;
  half.end_latest = half.begin_latest = bound::at(to_day({2024, 6, 15}));
  EXPECT_FALSE(half.single_unit());
}

TEST(Interval, ToEdtf) {
  const interval in_2019 = unit({2019, 1, 1}, grain::year);
  const interval in_2030 = unit({2030, 1, 1}, grain::year);
  const interval may_15 = unit({2024, 5, 15}, grain::day);
  const struct {
    interval when;
    std::string edtf;
  } cases[] = {
      {{}, ""},
      {may_15, "2024-05-15"},
      {unit({2024, 5, 15}, grain::part_of_day), "2024-05-15"},
      {unit({2024, 5, 15}, grain::minute), "2024-05-15"},
      {at_clock(may_15, 0), "2024-05-15T00:00:00"},
      {at_clock(may_15, 18 * 60 + 5), "2024-05-15T18:05:00"},
      {at_clock(may_15, 24 * 60), "2024-05-15T24:00:00"},
      {unit({2024, 6, 10}, grain::month), "2024-06"},
      {unit({2024, 3, 1}, grain::season), "2024-21"},
      {unit({2024, 6, 1}, grain::season), "2024-22"},
      {unit({2024, 9, 1}, grain::season), "2024-23"},
      {unit({2024, 12, 1}, grain::season), "2024-24"},
      {unit({2025, 2, 1}, grain::season), "2024-24"},
      {unit({2024, 1, 1}, grain::quarter), "2024-33"},
      {unit({2024, 12, 1}, grain::quarter), "2024-36"},
      {unit({2024, 6, 30}, grain::half_year), "2024-40"},
      {unit({2024, 7, 1}, grain::half_year), "2024-41"},
      {in_2019, "2019"},
      {unit({1987, 1, 1}, grain::decade), "198X"},
      {unit({1987, 1, 1}, grain::century), "19XX"},
      {unit({1987, 1, 1}, grain::millennium), "1XXX"},
      {unit({800, 12, 25}, grain::year), "0800"},
      // Not in EDTF: written as days.
      {unit({2024, 5, 15}, grain::week), "2024-05-13/2024-05-19"},
      {unit({2024, 5, 15}, grain::weekend), "2024-05-18/2024-05-19"},
      // Before year 1 there are years, but no decades.
      {unit({-43, 3, 15}, grain::day), "-0043-03-15"},
      {unit({-43, 3, 15}, grain::month), "-0043-03"},
      {unit({-43, 3, 15}, grain::year), "-0043"},
      {unit({0, 3, 15}, grain::year), "0000"},
      {unit({-43, 3, 15}, grain::decade), "-0050/-0041"},
      {unit({-43, 3, 15}, grain::century), "-0100/-0001"},
      // Two ends.
      {from_to(in_2019, in_2030), "2019/2030"},
      {from_to(in_2019, in_2019), "2019"},
      {from_to(may_15, unit({2024, 6, 1}, grain::month)), "2024-05-15/2024-06"},
      {from_to(in_2019, may_15), "2019/2024-05-15"},
      {with_end(in_2019, bound::open()), "2019/.."},
      {with_end(in_2019, bound::unknown()), "2019/"},
      {with_begin(in_2030, bound::unknown()), "/2030"},
      {with_begin(in_2030, bound::open()), "../2030"},
      // About.
      {approximate(in_2019), "2019~"},
      {approximate(from_to(in_2019, in_2030)), "2019~/2030~"},
      {approximate(with_end(in_2019, bound::open())), "2019~/.."},
      {approximate(with_begin(in_2030, bound::unknown())), "/2030~"},
      {approximate({}), ""},
  };
  for (const auto& c : cases) EXPECT_EQ(to_edtf(c.when), c.edtf);
}

// "seit 2019": holds at least until the publication, and has no end yet.
TEST(Interval, ToEdtfWithOneBoundOfAnEnd) {
  interval since = unit({2019, 1, 1}, grain::year);
  since.end_earliest = bound::at(to_day({2025, 1, 22}));
  since.end_latest = bound::open();
  EXPECT_EQ(to_edtf(since), "2019/..");
  interval before;
  before.end_latest = bound::at(to_day({2025, 1, 22}));
  EXPECT_EQ(to_edtf(before), "/2025-01-22");
  interval after;
  after.begin_earliest = bound::at(to_day({2025, 1, 22}));
  EXPECT_EQ(to_edtf(after), "2025-01-22/");
  interval by;
  by.end_earliest = bound::at(to_day({2025, 1, 22}));
  EXPECT_EQ(to_edtf(by), "/2025-01-22");
}

TEST(Interval, ReadsWhatItWrites) {
  for (const grain precision :
       {grain::day, grain::month, grain::quarter, grain::season, grain::half_year, grain::year,
        grain::decade, grain::century, grain::millennium}) {
    const bool before_christ = precision <= grain::year;
    for (day d = to_day({before_christ ? -9998 : 1, 1, 1}); d < to_day({9998, 12, 1}); d = d + 97) {
      const interval when = in_unit(unit_of(d, precision), precision);
      ASSERT_EQ(from_edtf(to_edtf(when)), when) << to_edtf(when);
      ASSERT_EQ(from_edtf(to_edtf(approximate(when))), approximate(when));
      interval since = with_end(when, bound::open());
      since.end_grain = grain::day;
      ASSERT_EQ(from_edtf(to_edtf(since)), since) << to_edtf(since);
      interval until = with_begin(when, bound::unknown());
      until.begin_grain = grain::day;
      ASSERT_EQ(from_edtf(to_edtf(until)), until) << to_edtf(until);
    }
  }
  for (int minute = 0; minute <= 24 * 60; ++minute) {
    const interval when =
        at_clock(unit({2024, 5, 15}, grain::day), static_cast<std::int16_t>(minute));
    ASSERT_EQ(from_edtf(to_edtf(when)), when) << to_edtf(when);
  }
}

TEST(Interval, WritesWhatItReads) {
  for (const std::string edtf :
       {"2024-05-15/2024-06", "2019/2030-01-01", "198X/2004", "19XX/20XX", "2024-21/2025-24",
        "2024-33/2024-35", "../2030", "2019/..", "/2030", "2019/", "2019~/2030~", "-0043/0014",
        "2024-05-15T09:00:00/2024-05-15T10:30:00", "2024-40/2025-41", "-0043-03-15"}) {
    EXPECT_EQ(to_edtf(from_edtf(edtf)), edtf);
  }
}

TEST(Interval, RefusesWhatIsNoEdtf) {
  for (const std::string text : {"",
                                 "x",
                                 "/",
                                 "20",
                                 "202",
                                 "20245",
                                 "2024-",
                                 "2024-1",
                                 "2024-00",
                                 "2024-13",
                                 "2024-20",
                                 "2024-25",
                                 "2024-37",
                                 "2024-42",
                                 "2024-02-30",
                                 "2024-5-15",
                                 "XXXX",
                                 "20X4",
                                 "20XY",
                                 "2X24",
                                 "2024-XX",
                                 "2024-05-15T",
                                 "2024-05-15T9:00:00",
                                 "2024-05-15T24:01:00",
                                 "2024-05-15T12:60:00",
                                 "2024-05-15T25:00:00",
                                 "--123",
                                 "- 123",
                                 "x/2030",
                                 "2030/x",
                                 "2019/2030/2031",
                                 "2024-W20",
                                 "2024-Q2",
                                 "P4Y",
                                 "PRESENT_REF"}) {
    EXPECT_TRUE(from_edtf(text).empty()) << text << " was read as " << to_edtf(from_edtf(text));
  }
}

TEST(Interval, NamesOfGrainsDiffer) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(grain::millennium); ++i) {
    names.insert(to_string(static_cast<grain>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(grain::millennium) + 1);
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace zeitstrahl
