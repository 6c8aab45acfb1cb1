// What was written, read again after somebody has changed it.

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "sample.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "no such text" : text.replace(at, from.size(), to);
}

timeline read_again(const std::string& json) {
  result<timeline> read = read_timeline(json, "probe.json");
  EXPECT_TRUE(read) << read.error().to_string();
  return read ? *std::move(read) : timeline();
}

TEST(Edited, JsonReadAgainIsTheSame) {
  timeline sample = sample_timeline();
  make_bars(sample);
  for (const json_options& how : {json_options{.with_text = true}, json_options{},
                                  json_options{.with_text = true, .one_line = true}}) {
    const std::string json = to_json(sample, how);
    EXPECT_TRUE(is_timeline(json));
    EXPECT_EQ(to_json(read_again(json), how), json);
  }
}

TEST(Edited, WithoutTextOnlyQuotationsAreKnown) {
  const timeline read = read_again(to_json(sample_timeline()));
  EXPECT_EQ(read.claims[0].clause.in(read.article.text), "„Hof“: seit 2019");
  EXPECT_EQ(read.article.text.find("künftig"), sample_timeline().article.text.find("künftig"));
  EXPECT_EQ(read.article.text.find("<Haus>"), std::string::npos);
  EXPECT_NE(read.article.text.find("außer"), std::string::npos);
}

TEST(Edited, VersionOneCountsSentencesFromTheTitle) {
  std::string json = replaced(to_json(sample_timeline()), "zeitstrahl/2", "zeitstrahl/1");
  const std::size_t begin = json.find("\"sentences\"");
  json.erase(begin, json.find("\"expressions\"") - begin);
  const timeline read = read_again(replaced(json, "\"sentence\": 1", "\"sentence\": 4"));
  EXPECT_EQ(read.claims[0].sentence, 3u);
  EXPECT_EQ(read.sentences.size(), 4u);
}

TEST(Edited, AFaultIsOneLineWhateverItQuotes) {
  const std::string json = to_json(sample_timeline());
  for (const char* of : {"published\": \"", "modality\": \"", "schema\": \""}) {
    const std::string odd = of + std::string("a\\nb\\u202e\\u001b");
    const result<timeline> read = read_timeline(replaced(json, of, odd), "probe.json");
    ASSERT_FALSE(read) << of;
    const std::string message = read.error().to_string();
    EXPECT_EQ(message, visible(message)) << of;
  }
}

TEST(Edited, WhatIsNoTimelineIsTold) {
  EXPECT_FALSE(is_timeline("{\"id\": \"a\", \"text\": \"schema\"}"));
  EXPECT_FALSE(is_timeline("Seit 2019 gilt das Schema {\"schema\"}."));
  const auto message = [](std::string_view json) {
    const result<timeline> read = read_timeline(json, "x.json");
    return read ? "" : read.error().to_string();
  };
  EXPECT_NE(message("{\n{").find("x.json:2: is no JSON"), std::string::npos);
  EXPECT_NE(message("[]").find("no timeline"), std::string::npos);
  EXPECT_NE(message("{\"schema\": \"zeitstrahl/9\"}").find("zeitstrahl/1 and 2"),
            std::string::npos);
  EXPECT_NE(message("{\"schema\": \"zeitstrahl/2\"}").find("\"id\" is missing"), std::string::npos);
}

TEST(Edited, TheTableReadAgainChangesNothing) {
  const timeline sample = sample_timeline();
  const result<timeline> read = read_edited_table(to_csv(sample), "probe.csv", sample);
  ASSERT_TRUE(read) << read.error().to_string();
  for (const claim& c : read->claims) {
    EXPECT_FALSE(c.found || c.hidden || c.added) << c.id;
  }
}

TEST(Edited, GuardedCellsAreReadAsTheyWere) {
  for (const char* label : {"=1+2", "'=1", "''-x", "\t@a", "＝1", "'quoted'", "a=b"}) {
    timeline sample = sample_timeline();
    sample.claims[0].label = label;
    const std::string table = to_csv(sample);
    EXPECT_EQ(table.find(",\"=") + table.find(",="), 2 * std::string::npos) << table;
    const result<timeline> read = read_edited_table(table, "probe.csv", sample_timeline());
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(read->claims[0].label, label);
  }
}

TEST(Edited, ClaimsWithoutARowAreHidden) {
  const timeline sample = sample_timeline();
  std::string table = to_csv(sample);
  table.resize(table.rfind("probe,"));
  const result<timeline> read = read_edited_table(table, "probe.csv", sample);
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->claims[0].hidden);
  EXPECT_TRUE(read->claims[1].hidden);
}

TEST(Edited, EditsGoToTheSamePassage) {
  timeline edited = read_again(
      replaced(to_json(sample_timeline()), "\"label\": \"Haus, Hof\"", "\"label\": \"Anders\""));
  timeline fresh = sample_timeline();
  EXPECT_TRUE(apply_edits(fresh, edited).empty());
  EXPECT_EQ(fresh.claims[0].label, "Anders");
  EXPECT_EQ(edited_fields(fresh, fresh.claims[0]), std::vector<std::string>{"label"});
  EXPECT_EQ(fresh.claims[1].label, "Haus, Hof");
  fresh = sample_timeline();
  fresh.claims[0].id = "c9";
  EXPECT_EQ(apply_edits(fresh, edited), std::vector<std::string>{"c1 (Anders)"});
}

TEST(Edited, TheOrderOfThreadsIsKept) {
  const auto with_threads = [](const std::vector<std::string>& labels) {
    timeline data = sample_timeline();
    data.threads.clear();
    for (const std::string& label : labels) data.threads.emplace_back().label = label;
    for (claim& c : data.claims) c.thread = static_cast<std::uint32_t>(labels.size() - 1);
    return data;
  };
  const auto order = [&](const std::vector<std::string>& fresh_labels) {
    timeline fresh = with_threads(fresh_labels);
    EXPECT_TRUE(apply_edits(fresh, with_threads({"C", "A", "B"})).empty());
    std::string out;
    for (const thread& t : fresh.threads) out += t.label;
    EXPECT_EQ(fresh.threads[fresh.claims[0].thread].label, fresh_labels.back());
    return out;
  };
  EXPECT_EQ(order({"A", "B", "C"}), "CAB");
  EXPECT_EQ(order({"A", "New", "B", "C"}), "CANewB");
  EXPECT_EQ(order({"B", "C"}), "CB");
}

TEST(Edited, ChoosingHidesTheRest) {
  const auto shown = [](const selection& wanted) {
    timeline data = sample_timeline();
    EXPECT_FALSE(select(data, wanted));
    std::string out;
    for (const claim& c : data.claims) out += c.hidden ? "" : c.id;
    return out;
  };
  EXPECT_EQ(shown({}), "c1c2");
  EXPECT_EQ(shown({.without = {"c1"}}), "c2");
  EXPECT_EQ(shown({.without = {"2"}}), "c1");
  EXPECT_EQ(shown({.hide_vague = true}), "c1");
  EXPECT_EQ(shown({.most = 1}), "c1");
  EXPECT_EQ(shown({.until = parse_day("2018-12-31")}), "");
  EXPECT_EQ(shown({.since = parse_day("2031-01-01")}), "c1");
  EXPECT_EQ(shown({.threads = {"Haus"}}), "c1c2");
}

}  // namespace
}  // namespace zeitstrahl
