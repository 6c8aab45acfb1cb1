#include "io/flat_object.h"

#include <gtest/gtest.h>

#include <string>

#include "io/json_parse.h"

namespace zeitstrahl {
namespace {

TEST(FlatObject, IsWhatTheGeneralParserReads) {
  for (const char* line : {
           "{}",
           " { } \r",
           "{\"id\":\"a\",\"text\":\"Am 3. Juni\\nkam \\u00fcber die Br\xC3\xBC"
           "cke \\\"er\\\"\"}",
           "{\"a\" : \"\\/\\b\\f\\r\\t\\\\\" , \"\":\"\\ud83d\\ude00\\u0000\"}",
           "{\"n\":-1.5e+3,\"t\":true,\"f\":false,\"z\":null,\"b\":18446744073709551615}",
           "{\"twice\":\"first\",\"twice\":\"second\"}",
       }) {
    const auto flat = read_flat_object(line);
    ASSERT_TRUE(flat) << line;
    EXPECT_EQ(*flat, parse_json(line)) << line;
  }
}

TEST(FlatObject, GivesUp) {
  for (const char* line : {
           "",
           "{",
           "[]",
           "\"a\"",
           "{} {}",
           "{\"a\":1,}",
           "{\"a\" 1}",
           "{a:1}",
           "{\"a\":[1]}",
           "{\"a\":{}}",
           "{\"a\":\"b}",
           "{\"a\":\"b\\q\"}",
           "{\"a\":\"b\\1}",
           "{\"a\":\"\\u12\"}",
           "{\"a\":\"\\ud83d\"}",
           "{\"a\":\"\\ude00\"}",
           "{\"a\":\"\\ud83dx\"}",
           "{\"a\":\"\t\"}",
           "{\"a\":tru}",
           "{\"a\":01}",
           "{\"a\":}",
           "{\"a\":\xEF\xBB\xBF"
           "1}",
           "\xEF\xBB\xBF{}",
       }) {
    EXPECT_FALSE(read_flat_object(line)) << line;
  }
}

}  // namespace
}  // namespace zeitstrahl
