// How matches begin: no place of one may be passed over, and few others are looked at.

#include "lang/starts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace zeitstrahl {
namespace {

constexpr symbol_code wide = first_wide_symbol + 3;

// Of classes A, B and C, whose symbols are 1, 2 and 3, and W, whose symbol is two bytes.
pattern_starts starts_of(std::string_view pattern) {
  static const std::map<std::string, std::size_t, std::less<>> classes = {
      {"A", 1}, {"B", 2}, {"C", 3}, {"W", wide}};
  pattern_names names;
  names.find_class = [](std::string_view name) {
    const auto found = classes.find(name);
    return found == classes.end() ? nullptr : &found->second;
  };
  const result<pattern_tree> tree = parse_pattern(pattern, names);
  EXPECT_TRUE(tree) << pattern;
  pattern_starts out;
  out.add(*tree, [](const std::vector<std::size_t>& wanted) {
    symbol_set set;
    for (const std::size_t one : wanted) set.set(one);
    return set;
  });
  return out;
}

// Which of the codes may begin a match: "11", "12", "1" and so on.
std::string begun(std::string_view pattern) {
  const pattern_starts starts = starts_of(pattern);
  std::string out;
  for (const std::string code : {"\1", "\2", "\3", "\1\1", "\1\2", "\1\3", "\2\1", "\2\2"}) {
    if (!starts.may_begin(code, 0)) continue;
    for (const char c : code) out += static_cast<char>('0' + c);
    out += ' ';
  }
  return out;
}

TEST(PatternStarts, AreTheFirstTwoBytes) {
  EXPECT_EQ(begun("A"), "1 11 12 13 ");
  EXPECT_EQ(begun("A B"), "12 ");
  EXPECT_EQ(begun("A B C"), "12 ");
  EXPECT_EQ(begun("A? B"), "2 12 21 22 ");
  EXPECT_EQ(begun("A (B | C)"), "12 13 ");
  EXPECT_EQ(begun("A B?"), "1 11 12 13 ");
  EXPECT_EQ(begun("A* C"), "3 11 13 ");
  EXPECT_EQ(begun("A+ B"), "11 12 ");
  EXPECT_EQ(begun("(A B)? A? C"), "3 12 13 ");
  EXPECT_EQ(begun("(A? B?)+ C"), "3 11 12 13 21 22 ");
  EXPECT_EQ(begun("A n:(B | A) | [B A]"), "11 12 21 ");
}

TEST(PatternStarts, OfASymbolOfTwoBytes) {
  const std::string code = {static_cast<char>(first_byte(wide)),
                            static_cast<char>(second_byte(wide)), 1};
  for (const std::string_view pattern : {"W", "W A", "B? W", "W+ C"}) {
    EXPECT_TRUE(starts_of(pattern).may_begin(code, 0)) << pattern;
    EXPECT_FALSE(starts_of(pattern).may_begin(code, 1)) << pattern;
  }
  EXPECT_TRUE(starts_of("A W").may_begin("\1" + code, 0));
  EXPECT_FALSE(starts_of("A W").may_begin("\1\1", 0));
}

}  // namespace
}  // namespace zeitstrahl
