// Each value tells by which row, from what and by which policy it came about.

#include <gtest/gtest.h>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/extractor.h"

namespace zeitstrahl {
namespace {

std::vector<explanation> explain(const std::string& text, text_style style) {
  static const std::shared_ptr<const language> german = *built_in_language("de");
  document article;
  article.text = text;
  article.published = parse_day("2024-05-15");
  analysis_options options;
  options.style = style;
  scratch memory;
  return extractor(german, options).explain(article, memory);
}

TEST(Explain, NamesAnchorAndPolicy) {
  const struct {
    std::string text;
    text_style style;
    std::string anchor;  // of the last expression
    std::string policy;
  } cases[] = {
      {"Er kam 2019.", text_style::news, "", ""},
      {"Er kam gestern.", text_style::news, "published 2024-05-15", ""},
      {"Er kam am Freitag.", text_style::news, "published 2024-05-15", "past tense: the last one"},
      {"Er kommt am Freitag.", text_style::news, "published 2024-05-15",
       "present or future tense: the next one"},
      {"Absage am Freitag", text_style::news, "published 2024-05-15",
       "no tense: the last one before the publication"},
      {"Die Wahl am 20. Dezember", text_style::news, "published 2024-05-15",
       "the nearest to the publication"},
      {"Am 3. Mai 2020 um 9 Uhr kam er.", text_style::news, "\"3. Mai 2020\" (2020-05-03)",
       "the day last read in the text"},
      {"1914 zog er aus. Im August kam er an.", text_style::narrative, "\"1914\" (1914)",
       "the date last read in the text"},
      {"Am 6. Juni 1944 kam er. Am nächsten Tag ging er.", text_style::narrative,
       "\"6. Juni 1944\" (1944-06-06)", ""},
  };
  for (const auto& c : cases) {
    const std::vector<explanation> reasons = explain(c.text, c.style);
    ASSERT_FALSE(reasons.empty()) << c.text;
    EXPECT_EQ(reasons.back().anchor, c.anchor) << c.text;
    EXPECT_EQ(reasons.back().policy, c.policy) << c.text;
  }
}

TEST(Explain, NamesRowSlotsAndFrame) {
  const std::vector<explanation> reasons =
      explain("Seit dem 3. Mai 2020 gilt das.", text_style::news);
  ASSERT_EQ(reasons.size(), 1u);
  const explanation& how = reasons.front();
  EXPECT_TRUE(how.rule.starts_with("rules.tsv:")) << how.rule;
  EXPECT_TRUE(how.rule.ends_with(" year")) << how.rule;
  EXPECT_TRUE(how.frame.starts_with("frames.tsv:")) << how.frame;
  EXPECT_TRUE(how.frame.ends_with(" since")) << how.frame;
  EXPECT_TRUE(how.meaning.starts_with("date(month=m, day=d, weekday=w) in date(")) << how.meaning;
  const std::vector<std::pair<std::string, std::string>> slots = {
      {"m", "Mai"}, {"d", "3"}, {"y", "2020"}};
  EXPECT_EQ(how.slots, slots);
}

TEST(Explain, NamesTheReadingsThatLost) {
  const std::vector<std::string> none;
  const struct {
    const char* text;
    std::vector<std::string> lost;  // of the last expression
  } cases[] = {
      {"Er kam am Freitag.", {"2024-05-17 lies on the other side of what the tense tells"}},
      {"Die Wahl am 20. Dezember",
       {"2024-12-20 lies farther away", "2025-12-20 lies farther away"}},
      {"Im Oktober kommt er an.",
       {"2023-10-01/2023-10-31 is gone by, where the present tense leans towards what comes"}},
      {"Er kam 2019.", none},
  };
  for (const auto& c : cases) {
    const std::vector<explanation> reasons = explain(c.text, text_style::news);
    ASSERT_FALSE(reasons.empty()) << c.text;
    EXPECT_EQ(reasons.back().lost, c.lost) << c.text;
  }
}

TEST(Explain, SaysThatThePublicationIsMissing) {
  document article;
  article.text = "Er kam gestern.";
  scratch memory;
  const extractor find(*built_in_language("de"));
  const std::vector<explanation> reasons = find.explain(article, memory);
  ASSERT_EQ(reasons.size(), 1u);
  EXPECT_EQ(find.tag(article, memory).expressions.front().reading, resolution::unresolved);
}

}  // namespace
}  // namespace zeitstrahl
