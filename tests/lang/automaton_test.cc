// The automaton of all patterns finds what a regular expression of each would find.

#include "lang/automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr symbol_code wide = first_wide_symbol + 3;
constexpr symbol_code wider = first_wide_symbol + 40;  // with another first byte

symbol_set symbols_of(const std::vector<std::size_t>& classes) {
  symbol_set set;
  for (const std::size_t one : classes) set.set(one);
  return set;
}

// Of classes A, B and C, whose symbols are 1, 2 and 3, and V and W, whose symbols are two bytes.
pattern_tree tree_of(std::string_view pattern) {
  static const std::map<std::string, std::size_t, std::less<>> classes = {
      {"A", 1}, {"B", 2}, {"C", 3}, {"V", wider}, {"W", wide}};
  pattern_names names;
  names.find_class = [](std::string_view name) {
    const auto found = classes.find(name);
    return found == classes.end() ? nullptr : &found->second;
  };
  const result<pattern_tree> tree = parse_pattern(pattern, names);
  EXPECT_TRUE(tree) << pattern;
  return *tree;
}

pattern_automaton automaton_of(const std::vector<std::string>& patterns) {
  pattern_automaton out;
  for (const std::string& pattern : patterns) out.add(tree_of(pattern), symbols_of);
  out.finish();
  return out;
}

std::string code_of(symbol_code symbol) {
  std::string out(1, static_cast<char>(first_byte(symbol)));
  if (is_wide(symbol)) out += static_cast<char>(second_byte(symbol));
  return out;
}

// All codes of up to so many symbols.
std::vector<std::string> all_codes(int longest) {
  std::vector<std::string> out = {""};
  std::size_t begin = 0;
  for (; longest > 0; --longest) {
    const std::size_t end = out.size();
    for (; begin < end; ++begin) {
      for (const symbol_code symbol :
           {symbol_code{1}, symbol_code{2}, symbol_code{3}, wide, wider}) {
        out.push_back(out[begin] + code_of(symbol));
      }
    }
  }
  return out;
}

const std::vector<std::string> patterns = {
    "A B C",         "A (B | C)+ A",       "A? B", "A W? C*",
    "(A | W) V+ B?", "n:(B | A) [C]",      "W W",  "(A B)* C C",
    "(A? B?)+ C",    "V (W | V) (A | B)?", "A+ W", "(B | B C | W)+",
    "A n:(W | C) A", "(A | B | C) V W A"};

TEST(Automaton, FindsTheLongestMatchAndTheFirstPattern) {
  const pattern_automaton all = automaton_of(patterns);
  RE2::Options latin;
  latin.set_encoding(RE2::Options::EncodingLatin1);
  std::vector<std::unique_ptr<RE2>> each;
  for (const std::string& pattern : patterns) {
    each.push_back(
        std::make_unique<RE2>(compile_pattern(tree_of(pattern), symbols_of).plain, latin));
  }
  pattern_automaton::memory seen;
  for (const std::string& code : all_codes(5)) {
    pattern_automaton::match wanted;
    for (std::size_t end = 1; end <= code.size(); ++end) {
      const std::string stretch = code.substr(0, end);
      std::uint32_t first = 0;
      while (first < each.size() && !RE2::FullMatch(stretch, *each[first])) ++first;
      if (first < each.size()) wanted = {end, first};
    }
    const auto found = all.longest(code, 0, seen);
    ASSERT_EQ(found.pattern, wanted.pattern) << RE2::QuoteMeta(code);
    ASSERT_EQ(found.end, wanted.end) << RE2::QuoteMeta(code);
    const auto whole = all.matching(code);
    if (wanted.end == code.size() && wanted) {
      ASSERT_EQ(whole, wanted.pattern) << RE2::QuoteMeta(code);
    } else {
      ASSERT_FALSE(whole) << RE2::QuoteMeta(code);
    }
  }
}

TEST(Automaton, BeginsAtThePlaceThatIsAsked) {
  const pattern_automaton all = automaton_of({"A B"});
  pattern_automaton::memory seen;
  const std::string code = "\3\1\2\3";
  EXPECT_FALSE(all.longest(code, 0, seen));
  EXPECT_EQ(all.longest(code, 1, seen).end, 3u);
  EXPECT_FALSE(all.longest(code, 2, seen));
  EXPECT_FALSE(all.longest(code, 4, seen));
}

TEST(Automaton, GoesOnToTheNextPlace) {
  const pattern_automaton all = automaton_of({"A B"});
  pattern_automaton::memory seen;
  const std::string code = "\3\1\1\2\3";
  std::size_t at = 0;
  EXPECT_EQ(all.next(code, at, seen).end, 4u);
  EXPECT_EQ(at, 2u);
  at = 3;
  EXPECT_FALSE(all.next(code, at, seen));
}

TEST(Automaton, OfNothingMatchesNothing) {
  const pattern_automaton none = automaton_of({});
  pattern_automaton::memory seen;
  EXPECT_FALSE(none.longest("\1", 0, seen));
  EXPECT_FALSE(none.matching(""));
}

// "(A | B)* A" and so many symbols behind it need a state for each way to say them.
TEST(Automaton, ForgetsStatesBeforeTheyTakeTooMuch) {
  std::string pattern = "(A | B)* A";
  for (int i = 0; i < 16; ++i) pattern += " (A | B)";
  const pattern_automaton all = automaton_of({pattern});
  pattern_automaton::memory seen;
  std::string code;
  std::uint32_t random = 1;
  for (int i = 0; i < 40000; ++i) {
    random = random * 1664525 + 1013904223;
    code += random >> 31 ? '\1' : '\2';
  }
  std::size_t last = std::string::npos;  // that an A stands 17 places before
  for (std::size_t end = 17; end <= code.size(); ++end) {
    if (code[end - 17] == '\1') last = end;
  }
  EXPECT_EQ(all.longest(code, 0, seen).end, last);
  EXPECT_EQ(all.longest(code, 0, seen).end, last);
}

}  // namespace
}  // namespace zeitstrahl
