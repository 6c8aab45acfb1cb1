#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sample.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

using json = nlohmann::ordered_json;

// What the schema's validator says; empty if all is well.
std::string schema_faults(const std::string& content) {
  const std::string name = std::to_string(std::hash<std::string>()(content));
  const std::string path = testing::TempDir() + "zeitstrahl-" + name + ".json";
  if (!write_file(path, content)) return "not written";
  const std::string command = std::string(ZEITSTRAHL_PYTHON) + " -B " + ZEITSTRAHL_SOURCE_DIR +
                              "/tests/io/validate.py " + path + " 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string said;
  for (int c; (c = std::fgetc(pipe)) != EOF;) said += static_cast<char>(c);
  const bool passed = pclose(pipe) == 0;
  std::remove(path.c_str());
  return passed ? "" : said;
}

json parse(const std::string& text) { return json::parse(text, nullptr, false); }

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

// Whether `wanted` stand in `all` in this order.
bool in_order(const std::vector<std::string>& wanted, const std::vector<std::string>& all) {
  auto at = all.begin();
  for (const std::string& key : wanted) {
    at = std::find(at, all.end(), key);
    if (at == all.end()) return false;
  }
  return true;
}

std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (starts && at > 0) ++index;
    if (index >= begin && index < end) out += text[at];
  }
  return out;
}

// Every {begin, end, text} in the value cuts its text out of the article.
void expect_offsets(const json& value, const std::string& text, int& count) {
  if (value.is_object() && value.contains("text") && value.contains("begin")) {
    EXPECT_EQ(slice(text, value["begin"], value["end"]), value["text"]);
    ++count;
  }
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items()) expect_offsets(member, text, count);
}

TEST(Json, HoldsToTheSchema) {
  EXPECT_EQ(schema_faults(to_json(sample_timeline())), "");
  EXPECT_EQ(schema_faults(to_json(sample_timeline(), {.with_text = true, .one_line = true})), "");
  EXPECT_EQ(schema_faults(to_json([] {
              timeline empty;
              empty.language = "de";
              return empty;
            }())),
            "");
}

TEST(Json, TheSchemaRefusesOtherThings) {
  json more = parse(to_json(sample_timeline()));
  more["more"] = 1;
  EXPECT_NE(schema_faults(more.dump()), "");
  json less = parse(to_json(sample_timeline()));
  less["claims"][0].erase("modality");
  EXPECT_NE(schema_faults(less.dump()), "");
  json wrong = parse(to_json(sample_timeline()));
  wrong["expressions"][0]["interval"]["begin"]["earliest"] = "2019";
  EXPECT_NE(schema_faults(wrong.dump()), "");
}

TEST(Json, PiecesAreTheWhole) {
  timeline many = sample_timeline();
  for (int i = 0; i < 2000; ++i) many.article.warnings.push_back("Warnung " + std::to_string(i));
  for (const bool one_line : {false, true}) {
    std::string whole;
    std::size_t pieces = 0;
    EXPECT_TRUE(write_json(many, {.one_line = one_line}, [&](std::string_view piece) {
      whole += piece;
      ++pieces;
      return true;
    }));
    EXPECT_EQ(whole, to_json(many, {.one_line = one_line}));
    EXPECT_LT(pieces, 10u);
  }
  std::size_t asked = 0;
  EXPECT_FALSE(write_json(many, {}, [&](std::string_view) { return ++asked < 1; }));
  EXPECT_EQ(asked, 1u);
}

TEST(Json, MembersInOrder) {
  const json out = parse(to_json(sample_timeline(), {.with_text = true}));
  EXPECT_TRUE(in_order(
      {"schema", "program", "id", "title", "published", "published_from", "modified", "source",
       "language", "repairs", "parts", "warnings", "text", "expressions", "claims", "threads"},
      keys(out)));
  EXPECT_TRUE(in_order({"begin", "end", "text", "type", "value", "mod", "vague", "edtf", "interval",
                        "basis", "rule"},
                       keys(out["expressions"][0])));
  EXPECT_TRUE(in_order({"id", "time", "clause", "edtf", "interval", "relation", "modality",
                        "reported", "source", "actors", "label", "thread"},
                       keys(out["claims"][0])));
  EXPECT_TRUE(
      in_order({"id", "label", "actors", "claims", "edtf", "interval"}, keys(out["threads"][0])));
}

TEST(Json, Article) {
  const json out = parse(to_json(sample_timeline()));
  EXPECT_EQ(out["schema"], "zeitstrahl/2");
  EXPECT_EQ(out["program"], std::string(program_version()));
  EXPECT_EQ(out["id"], "probe");
  EXPECT_EQ(out["title"], "Haus & Hof");
  EXPECT_EQ(out["published"], "2025-01-22");
  EXPECT_EQ(out["published_from"], "option");
  EXPECT_EQ(out["author"], nullptr);
  EXPECT_EQ(out["other"], (json{{"ressort", "Wirtschaft"}}));
  EXPECT_FALSE(out.contains("text"));
}

TEST(Json, WithoutDateItIsNull) {
  timeline undated = sample_timeline();
  undated.article.published.reset();
  undated.article.published_from = published_source::unknown;
  const json out = parse(to_json(undated));
  EXPECT_EQ(out["published"], nullptr);
  EXPECT_EQ(out["published_from"], "unknown");
}

TEST(Json, OffsetsCountCodePointsOfWhatCameIn) {
  const timeline sample = sample_timeline();
  const json out = parse(to_json(sample, {.with_text = true}));
  const std::string text = out["text"];
  EXPECT_TRUE(text.starts_with("Auch auĂźer <")) << text;
  int count = 0;
  expect_offsets(out, text, count);
  // repairs, expressions and their phrases, times, clauses, cues
  EXPECT_EQ(count, 1 + 2 * 4 + 3 + 2 + 1);
  EXPECT_EQ(out["expressions"][0]["begin"], 33);
}

TEST(Json, RepairsAreWords) {
  const json out = parse(to_json(sample_timeline()));
  EXPECT_EQ(out["repairs"], (json::array({{{"begin", 5},
                                           {"end", 11},
                                           {"text", "auĂźer"},
                                           {"mended", "außer"},
                                           {"encoding", "windows-1250"}}})));
  timeline twice = sample_timeline();
  twice.article = *read_article("Die GrĂĽĂźe.", "a");
  twice.expressions.clear();
  twice.claims.clear();
  twice.threads.clear();
  const json both = parse(to_json(twice))["repairs"];
  ASSERT_EQ(both.size(), 1u);
  EXPECT_EQ(both[0]["mended"], "Grüße");
}

TEST(Json, Bounds) {
  const json out = parse(to_json(sample_timeline()));
  const json& since = out["expressions"][0];
  EXPECT_EQ(since["edtf"], "2019/..");
  EXPECT_EQ(since["relation"], "since");
  EXPECT_EQ(since["basis"], "implied");
  EXPECT_EQ(since["interval"]["begin"], (json{{"earliest", "2019-01-01"},
                                              {"latest", "2019-12-31"},
                                              {"grain", "year"},
                                              {"basis", "stated"}}));
  EXPECT_EQ(
      since["interval"]["end"],
      (json{
          {"earliest", "2025-01-22"}, {"latest", "open"}, {"grain", "day"}, {"basis", "implied"}}));
  EXPECT_EQ(out["expressions"][2]["interval"]["begin"]["earliest"], "2025-01-22T18:30");
  EXPECT_EQ(out["expressions"][3]["interval"]["begin"]["earliest"], nullptr);
  EXPECT_EQ(out["expressions"][3]["edtf"], nullptr);
}

TEST(Json, Expressions) {
  const json out = parse(to_json(sample_timeline()));
  EXPECT_EQ(out["expressions"][1]["anchor"], "publication");
  EXPECT_EQ(out["expressions"][1]["anchor_expression"], nullptr);
  EXPECT_EQ(out["expressions"][2]["anchor_expression"], 1);
  EXPECT_EQ(out["expressions"][2]["type"], "TIME");
  EXPECT_EQ(out["expressions"][3]["vague"], true);
  EXPECT_EQ(out["expressions"][3]["mod"], "APPROX");
  EXPECT_EQ(out["expressions"][3]["reading"], "unresolved");
}

TEST(Json, ClaimsAndThreads) {
  const json out = parse(to_json(sample_timeline()));
  const json& c = out["claims"][0];
  EXPECT_EQ(c["id"], "c1");
  EXPECT_EQ(c["time"][1]["text"], "22. Januar");
  EXPECT_EQ(c["clause"]["text"], "„Hof“: seit 2019");
  EXPECT_EQ(c["modality"], "planned");
  EXPECT_EQ(c["reported"], true);
  EXPECT_EQ(c["source"], "Blatt");
  EXPECT_EQ(c["thread"], "t1");
  EXPECT_EQ(c["sentence"], 1);
  EXPECT_EQ(c["cues"][0]["field"], "relation");
  EXPECT_EQ(out["claims"][1]["source"], nullptr);
  const json& t = out["threads"][0];
  EXPECT_EQ(t["claims"], (json{"c1", "c2"}));
  EXPECT_EQ(t["bars"][0]["claims"], json::array({"c1"}));
  EXPECT_EQ(t["bars"][0]["edtf"], "2019/..");
}

TEST(Json, OneLine) {
  const std::string line = to_json(sample_timeline(), {.one_line = true});
  EXPECT_EQ(line.find('\n'), std::string::npos);
  json whole = parse(to_json(sample_timeline()));
  for (json& c : whole["claims"]) EXPECT_EQ(c.erase("found"), 1u);  // for editors only
  EXPECT_EQ(parse(line), whole);
  EXPECT_TRUE(to_json(sample_timeline()).ends_with("}\n"));
}

// Spans that lead nowhere and texts that are no UTF-8 are somebody's mistake, but no crash.
TEST(Json, IsTotal) {
  timeline odd = sample_timeline();
  odd.expressions[0].extent = {10, 4000000000};
  odd.claims[0].expressions = {77};
  odd.claims[0].thread = 99;
  odd.article.changes.push_back({{3, 2}, "x", "y"});
  EXPECT_EQ(schema_faults(to_json(odd)), "");
}

}  // namespace
}  // namespace zeitstrahl
