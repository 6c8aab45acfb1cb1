// What is written piece by piece is what the library of JSON makes of the same tree.

#include "io/json_text.h"

#include <gtest/gtest.h>

#include "io/json_parts.h"

namespace zeitstrahl {
namespace {

std::string in_quotes(std::string_view text) { return json_text(true).string(text).take(); }

TEST(JsonText, EveryByteAndPairOfBytesIsQuotedAsTheTreeIs) {
  std::string two(2, '\0');
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      two[0] = static_cast<char>(first);
      two[1] = static_cast<char>(second);
      ASSERT_EQ(in_quotes(two), dump(json(two), true));
    }
  }
}

TEST(JsonText, LongerTextsAreQuotedAsTheTreeIs) {
  for (const std::string text :
       {"", "a\nb\tc", "\xE2\x80\x9EJa\xE2\x80\x9C", "\xE2\x80", "\xF0\x9F\x98\x80", "\xED\xA0\x80",
        "x\xFFy\xC3\xA4", "\xF5\x80\x80\x80", "\"\\/\x7F"}) {
    EXPECT_EQ(in_quotes(text), dump(json(text), true));
  }
}

json tree() {
  json inner = {{"none", nullptr}, {"yes", true}, {"count", 18446744073709551615u}};
  return {{"empty", json::object()},
          {"nothing", json::array()},
          {"list", {"a", inner, json::array({json::array()})}},
          {"odd \"key\"", inner},
          {"last", "x"}};
}

void write_inner(json_text& out) {
  out.begin_object().key("none").null().key("yes").boolean(true);
  out.key("count").number(18446744073709551615u).end_object();
}

std::string written(bool one_line) {
  json_text out(one_line);
  out.begin_object().key("empty").begin_object().end_object();
  out.key("nothing").begin_array().end_array();
  out.key("list").begin_array().string("a");
  write_inner(out);
  out.begin_array().begin_array().end_array().end_array().end_array();
  out.any_key("odd \"key\"");
  write_inner(out);
  out.key("last").string_or_null("x").end_object();
  return out.take();
}

TEST(JsonText, OneLineAndIndentedAreAsOfTheTree) {
  EXPECT_EQ(written(true), dump(tree(), true));
  EXPECT_EQ(written(false), dump(tree(), false));
}

}  // namespace
}  // namespace zeitstrahl
