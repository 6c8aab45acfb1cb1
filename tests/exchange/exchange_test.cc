// What other programs get, read as they read it.

#include "zeitstrahl/exchange.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/render/timelines.h"

namespace zeitstrahl {
namespace {

using json = nlohmann::json;

timeline harbour() {
  timeline_builder b("Hafen", "2024-09-17");
  b.source("Küstenblatt").band("Ausbau");
  b.add("Baubeginn", "2025-03", "im März", {.mode = modality::planned});
  b.add("Betrieb der Kaje", "2017/..", "seit 2017");
  b.add("Sperrung", "/2026-05-31", "bis Ende Mai",
        {.mode = modality::planned, .relates = relation::until});
  b.add("Kosten <b>&</b> Streit", "2024-09-16", "am Montag",
        {.reported = true, .source = "Reederei"});
  b.add("Neubau", "", "künftig", {.mode = modality::planned});
  timeline out = b.take();
  for (std::size_t i = 0; i < out.claims.size(); ++i) {
    out.claims[i].id = "c" + std::to_string(i + 1);
    out.claims[i].actors = {"Nordwerft"};
  }
  return out;
}

json written(const timeline& data, exchange_format format) {
  return json::parse(write_exchange(data, format), nullptr, false);
}

TEST(Exchange, TimelineJsDatesAreCutToWhatTheTextSays) {
  const json all = written(harbour(), exchange_format::timelinejs);
  const json& events = all["events"];
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(events[0]["start_date"], (json{{"year", 2025}, {"month", 3}}));
  EXPECT_FALSE(events[0].contains("end_date"));
  EXPECT_EQ(events[1]["start_date"], (json{{"year", 2017}}));
  EXPECT_FALSE(events[1].contains("end_date"));
  EXPECT_EQ(events[1]["display_date"], "seit 2017, Ende\u00A0offen");
  EXPECT_EQ(events[2]["start_date"], (json{{"year", 2026}, {"month", 5}, {"day", 31}}));
  EXPECT_EQ(events[3]["group"], "Ausbau");
  EXPECT_EQ(left_out(harbour(), exchange_format::timelinejs), 1u);
}

TEST(Exchange, WhatWebPagesShowIsNoMarkup) {
  for (const exchange_format format :
       {exchange_format::timelinejs, exchange_format::vis_timeline}) {
    const std::string text = write_exchange(harbour(), format);
    EXPECT_EQ(text.find("<b>"), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;&amp;"), std::string::npos);
  }
}

TEST(Exchange, VisItemsEndBehindTheLastDay) {
  const json items = written(harbour(), exchange_format::vis_timeline)["items"];
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(items[0]["start"], "2025-03-01T00:00:00");
  EXPECT_EQ(items[0]["end"], "2025-04-01T00:00:00");
  EXPECT_EQ(items[0]["className"], "zeitstrahl planned");
  EXPECT_EQ(items[1]["className"], "zeitstrahl actual end-open");
  EXPECT_FALSE(items[1].contains("end"));
  EXPECT_EQ(items[2]["className"], "zeitstrahl planned begin-unknown");
  EXPECT_EQ(items[3]["type"], "box");
}

TEST(Exchange, CalendarsHoldWhatIsPlannedAndHasADay) {
  const std::string text = write_exchange(harbour(), exchange_format::icalendar);
  EXPECT_EQ(text, write_exchange(harbour(), exchange_format::icalendar));
  icalcomponent* calendar = icalparser_parse_string(text.c_str());
  ASSERT_NE(calendar, nullptr);
  EXPECT_EQ(icalcomponent_count_errors(calendar), 0);
  EXPECT_EQ(icalrestriction_check(calendar), 1);
  std::vector<std::string> days;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    days.push_back(std::string(icaltime_as_ical_string(icalcomponent_get_dtstart(event))) + "/" +
                   icaltime_as_ical_string(icalcomponent_get_dtend(event)));
    EXPECT_EQ(icalcomponent_get_status(event), ICAL_STATUS_TENTATIVE);
  }
  EXPECT_EQ(days, (std::vector<std::string>{"20250301/20250401", "20260531/20260601"}));
  icalcomponent_free(calendar);
  EXPECT_EQ(left_out(harbour(), exchange_format::icalendar), 3u);
}

TEST(Exchange, EntitiesPointAtTheirArticleAndActors) {
  std::vector<json> entities;
  const std::string text = write_exchange(harbour(), exchange_format::followthemoney);
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    entities.push_back(json::parse(text.substr(at, text.find('\n', at) - at), nullptr, false));
  }
  ASSERT_EQ(entities.size(), 7u);
  EXPECT_EQ(entities[0]["schema"], "Article");
  EXPECT_EQ(entities[1]["schema"], "LegalEntity");
  EXPECT_EQ(entities[2]["properties"]["proof"][0], entities[0]["id"]);
  EXPECT_EQ(entities[2]["properties"]["involved"][0], entities[1]["id"]);
  EXPECT_EQ(entities[2]["properties"]["date"][0], "2025-03");
  EXPECT_EQ(entities[3]["properties"]["startDate"][0], "2017");
  EXPECT_EQ(entities[4]["properties"]["endDate"][0], "2026-05-31");
  EXPECT_EQ(entities[5]["properties"]["keywords"], (json{"actual", "reported"}));
  EXPECT_FALSE(entities[6]["properties"].contains("date"));
}

TEST(Exchange, TheWholeOfACenturyIsNoSingleYear) {
  timeline_builder b("Burg", "2024-09-17");
  b.add("Bau", "18XX", "im 19. Jahrhundert");
  const timeline old = b.take();
  const json event = written(old, exchange_format::timelinejs)["events"][0];
  EXPECT_NE(event["start_date"]["year"], event["end_date"]["year"]);
  const std::string entities = write_exchange(old, exchange_format::followthemoney);
  EXPECT_NE(entities.find("\"startDate\""), std::string::npos);
  EXPECT_NE(entities.find("\"endDate\""), std::string::npos);
}

TEST(Exchange, MarkdownIsATableWhoseCellsHoldNoMarks) {
  const std::string text = write_exchange(harbour(), exchange_format::markdown);
  EXPECT_TRUE(text.starts_with("# Hafen\n\n"));
  EXPECT_NE(text.find("| Kosten \\<b>\\&\\</b> Streit | Ausbau |"), std::string::npos) << text;
  EXPECT_NE(text.find("| angekündigt | Artikel |"), std::string::npos);
}

TEST(Exchange, HiddenClaimsAreLeftOutAndNotCounted) {
  timeline data = harbour();
  data.claims[0].hidden = true;
  for (const exchange_format format :
       {exchange_format::timelinejs, exchange_format::vis_timeline, exchange_format::icalendar,
        exchange_format::json_ld, exchange_format::followthemoney, exchange_format::markdown}) {
    const std::string text = write_exchange(data, format);
    for (const std::string_view shown : {"\"c1\"", "UID:c1@", "| Baubeginn |"}) {
      EXPECT_EQ(text.find(shown), std::string::npos) << text;
    }
  }
  EXPECT_EQ(left_out(data, exchange_format::timelinejs), 1u);
}

TEST(Exchange, EmptyTimelinesGiveWhatCanBeRead) {
  for (const exchange_format format :
       {exchange_format::timelinejs, exchange_format::vis_timeline, exchange_format::json_ld}) {
    EXPECT_TRUE(written(timeline(), format).is_object());
  }
  EXPECT_NE(write_exchange(timeline(), exchange_format::icalendar).find("END:VCALENDAR"),
            std::string::npos);
}

}  // namespace
}  // namespace zeitstrahl
