// Work and memory by the size of what comes in: time that grows with the text and no faster,
// memory that many articles leave as it was.

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "zeitstrahl/zeitstrahl.h"

namespace zeitstrahl {
namespace {

const extractor& finder() {
  static const extractor find(*built_in_language("de"));
  return find;
}

document article_of(std::string text) {
  document article;
  article.published = parse_day("2025-01-22");
  article.text = std::move(text);
  return article;
}

// "Aab", "Aac", ...: a capital and small letters, another word for each number.
std::string name_of(std::size_t number) {
  std::string name;
  for (int letters = 0; letters < 6; ++letters, number /= 20) {
    name += "bdfghklmnprstvwzaeiou"[number % 20];
    if (letters % 2 == 0) name += "aeiou"[number % 5];
  }
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

// --- time ---

using sentence_maker = std::function<std::string(std::size_t)>;

struct scaling_case {
  std::string_view name;
  sentence_maker sentence;
};

double seconds_of(const document& article, std::size_t claims) {
  scratch memory;
  const std::clock_t begin = std::clock();
  const timeline found = finder().analyze(article, memory);
  const std::clock_t end = std::clock();
  EXPECT_EQ(found.claims.size(), claims);
  return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

class Scaling : public testing::TestWithParam<scaling_case> {};

// A quadratic step would take four times as long for twice as much.
TEST_P(Scaling, TwiceTheClaimsTakeTwiceTheTime) {
  constexpr std::size_t many = 100'000;
  std::string text;
  std::size_t half = 0;
  for (std::size_t i = 0; i < many; ++i) {
    if (i == many / 2) half = text.size();
    text += GetParam().sentence(i);
  }
  const document all = article_of(text);
  const document part = article_of(text.substr(0, half));
  double ratio = 0;
  for (int tries = 0; tries < 3; ++tries) {  // others may use the machine
    ratio = seconds_of(all, many) / seconds_of(part, many / 2);
    if (ratio < 3) break;
  }
  EXPECT_LT(ratio, 3);
}

const scaling_case scaling_cases[] = {
    {"SameActors", [](std::size_t) { return "Am 3. Mai 2019 kaufte Nordwerk die Firma Blau. "; }},
    {"OtherActors",
     [](std::size_t i) { return "Am 3. Mai 2019 kaufte " + name_of(i) + " die Firma Blau. "; }},
    {"OtherYears",
     [](std::size_t i) {
       return "Im Jahr " + std::to_string(1500 + i % 600) + " begann die Arbeit.\n\n";
     }},
    {"NoActors", [](std::size_t) { return "Gestern hat es geregnet. "; }},
    {"Quoted", [](std::size_t) { return "\"Das beginnt morgen\", sagte Anna Berger. "; }},
};

INSTANTIATE_TEST_SUITE_P(, Scaling, testing::ValuesIn(scaling_cases),
                         [](const auto& one) { return std::string(one.param.name); });

// --- memory ---

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

std::size_t used_bytes() { return mallinfo2().uordblks; }

TEST(Memory, TheSameArticlesAgainNeedNoMore) {
  scratch memory;
  const document article = article_of(
      "Microsoft und OpenAI arbeiten seit 2019 zusammen. Am Montag teilte Anna Berger mit, der "
      "Vertrag gelte bis 2030.\n\nIm kommenden Jahr wird neu verhandelt.");
  for (int i = 0; i < 10; ++i) finder().analyze(article, memory);
  const std::size_t before = used_bytes();
  for (int i = 0; i < 1000; ++i) finder().analyze(article, memory);
  EXPECT_LE(used_bytes(), before + 1024);
}

// 200 articles of a thousand words that no other has.
TEST(Memory, NewWordsAreForgotten) {
  scratch memory;
  std::size_t number = 0;
  std::size_t most_before = 0;
  std::size_t most_after = 0;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int word = 0; word < 1000; ++word) text += "Gestern kam " + name_of(number++) + ". ";
    finder().analyze(article_of(std::move(text)), memory);
    std::size_t& most = i < 100 ? most_before : most_after;
    most = std::max(most, used_bytes());
  }
  EXPECT_LE(most_after, most_before + (1 << 20));
}

#endif

}  // namespace
}  // namespace zeitstrahl
