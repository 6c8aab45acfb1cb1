// What values come of: cases/resolution.txt, cases/composition.txt, cases/history.txt and
// cases/sentences_of_times.txt; what is
// no time: cases/negatives.txt; news and stories: cases/style.txt; what four bounds come of:
// cases/intervals.txt; ends of durations: cases/ends.txt.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/time/cases.h"
#include "zeitstrahl/calendar.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {
namespace {

std::string timex_value(const time_expression& e) { return e.value; }
std::string ends(const time_expression& e) {
  if (!e.begin_point && !e.end_point) return "";
  const auto format = [](const std::optional<day>& d) { return d ? format_day(*d) : ""; };
  return format(e.begin_point) + "/" + format(e.end_point);
}
std::string edtf(const time_expression& e) { return to_edtf(e.when); }

void expect_all(const std::vector<tagged_case>& cases, value_function value) {
  for (const tagged_case& c : cases) EXPECT_EQ(described(tag(c), value), c.wanted) << c.where;
}

TEST(Resolution, Values) {
  const std::vector<tagged_case> cases = read_cases("resolution.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 80u);
}

TEST(Resolution, Composition) {
  const std::vector<tagged_case> cases = read_cases("composition.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 100u);
}

TEST(Resolution, SentencesOfAllKinds) {
  const std::vector<tagged_case> cases = read_cases("sentences_of_times.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 100u);
}

TEST(Resolution, History) {
  const std::vector<tagged_case> cases = read_cases("history.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 25u);
}

TEST(Resolution, Intervals) {
  const std::vector<tagged_case> cases = read_cases("intervals.txt");
  expect_all(cases, edtf);
  EXPECT_GE(cases.size(), 30u);
}

TEST(Resolution, EndsOfDurations) {
  const std::vector<tagged_case> cases = read_cases("ends.txt");
  expect_all(cases, ends);
  EXPECT_GE(cases.size(), 15u);
}

TEST(Resolution, StyleOfPassages) {
  const std::vector<tagged_case> cases = read_cases("style.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 5u);
}

TEST(Resolution, Negatives) {
  const std::vector<tagged_case> cases = read_cases("negatives.txt");
  expect_all(cases, timex_value);
  EXPECT_GE(cases.size(), 100u);
}

// The same words with another publication: nothing comes from the clock.
TEST(Resolution, FollowsThePublication) {
  const char* values[] = {"2024-05-15", "2023-01-01", "1999-12-31"};
  for (const char* published : values) {
    tagged_case c;
    c.article.text = "Heute wird gewählt.";
    c.article.published = parse_day(published);
    EXPECT_EQ(described(tag(c), timex_value), std::string("[Heute] => ") + published);
  }
}

// A text of many far years counts from its own dates, whoever does not say so.
TEST(Resolution, FindsNarrativeText) {
  const std::string story =
      "1914 zog er in den Krieg. Am 3. Mai 1915 wurde er verwundet. 1916 kehrte er zurück. Im "
      "August 1917 heiratete er. Im Oktober zog er um. Am nächsten Tag begann 1918 der Streik.";
  tagged_case c;
  c.article.text = story;
  c.article.published = parse_day("2010-06-15");
  const timeline automatic = tag(c);
  c.style = text_style::narrative;
  EXPECT_EQ(described(automatic, timex_value), described(tag(c), timex_value));
  c.style = text_style::news;
  c.article.text = "Im Oktober 1917 zog er um. Vierzig Sätze später. Es ging. Im März kam er.";
  EXPECT_NE(described(tag(c), timex_value).find("[März] => 2010-03"), std::string::npos);
}

}  // namespace
}  // namespace zeitstrahl
