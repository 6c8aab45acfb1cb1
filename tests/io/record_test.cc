#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "zeitstrahl/read.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

TEST(Record, Fields) {
  const auto record = read_record(
      "{\"text\": \"Titel\\n\\nSeit 2019 f\\u00fcr fĂĽnf.\", \"id\": \"a-17\", "
      "\"published\": \"2025-01-22T10:00:00\", \"source\": \"Blatt\", \"pages\": [1, 2], "
      "\"title\": null}\r");
  const auto* article = std::get_if<document>(&record);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, "a-17");
  EXPECT_EQ(article->text, "Titel\n\nSeit 2019 für fünf.");
  EXPECT_EQ(article->title, "Titel");
  EXPECT_EQ(article->published, parse_day("2025-01-22"));
  EXPECT_EQ(article->published_from, published_source::record);
  EXPECT_EQ(article->source, "Blatt");
  ASSERT_EQ(article->other.size(), 1u);
  EXPECT_EQ(article->other[0], std::make_pair(std::string("pages"), std::string("[1,2]")));
}

TEST(Record, DateMayBeMissing) {
  for (const char* line :
       {"{\"id\":\"a\",\"text\":\"\"}", "{\"id\":\"a\",\"text\":\"\",\"published\":null}"}) {
    const auto record = read_record(line);
    ASSERT_TRUE(std::holds_alternative<document>(record));
    EXPECT_FALSE(std::get<document>(record).published);
    EXPECT_EQ(std::get<document>(record).published_from, published_source::unknown);
  }
}

TEST(Record, Errors) {
  const struct {
    std::string line, id, code;
  } cases[] = {
      {"", "", "not-json"},
      {"{", "", "not-json"},
      {"[]", "", "not-json"},
      {"{\"id\":\"a\",\"text\":\"x\"} {}", "", "not-json"},
      {"{\"id\":\"a\",\"text\":NaN}", "", "not-json"},
      {"{\"id\":\"a\",\"text\":\"\\ud800\"}", "", "not-json"},
      {"{\"id\":\"a\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') + "}", "",
       "not-json"},
      {"{\"text\":\"x\"}", "", "no-id"},
      {"{\"id\":17,\"text\":\"x\"}", "", "no-id"},
      {"{\"id\":\"a\"}", "a", "no-text"},
      {"{\"id\":\"a\",\"text\":5}", "a", "no-text"},
      {"{\"id\":\"a\",\"text\":\"x\",\"published\":\"2025-02-30\"}", "a", "bad-date"},
      {"{\"id\":\"a\",\"text\":\"x\",\"published\":\"31.04.2025\"}", "a", "bad-date"},
      {"{\"id\":\"a\",\"text\":\"x\",\"published\":20250122}", "a", "bad-date"},
  };
  for (const auto& c : cases) {
    const auto record = read_record(c.line);
    const auto* problem = std::get_if<record_error>(&record);
    ASSERT_TRUE(problem) << c.line.substr(0, 80);
    EXPECT_EQ(problem->id, c.id);
    EXPECT_EQ(problem->code, c.code) << c.line.substr(0, 80);
    EXPECT_EQ(problem->stage, "read");
    EXPECT_NE(problem->message, "");
  }
}

TEST(Record, DayWithDots) {
  const auto record = read_record("{\"id\":\"a\",\"text\":\"x\",\"published\":\"18.02.2025\"}");
  const auto* article = std::get_if<document>(&record);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->published, parse_day("2025-02-18"));
}

TEST(Record, BytesThatAreNoUtf8StopNothing) {
  const auto record = read_record("{\"id\":\"a\",\"text\":\"M\xFCll seit 2019\"}");
  const auto* article = std::get_if<document>(&record);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "M\uFFFDll seit 2019");
  ASSERT_EQ(article->warnings.size(), 1u);
  EXPECT_EQ(article->warnings[0], "1 byte is no UTF-8 and was replaced by U+FFFD");
}

TEST(Record, ErrorsAsJson) {
  EXPECT_EQ(to_json(record_error{"a \"1\"", "no-text", "read", "missing"}),
            R"({"id":"a \"1\"","error":{"code":"no-text","stage":"read","message":"missing"}})");
  EXPECT_EQ(to_json(record_error{"", "no-id", "read", "missing"}).substr(0, 10), R"({"id":null)");
}

}  // namespace
}  // namespace zeitstrahl
