// The rows of cases/labels.txt, and what holds for every label.

#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "cases.h"
#include "claim/label.h"

namespace zeitstrahl {
namespace {

TEST(Labels, Table) {
  expect_claims("labels.txt", 25, [](const timeline&, const claim& c) { return c.label; });
}

TEST(Labels, AreNeverTooLong) {
  std::string text = "Die Verwaltung beschloss 2019";
  for (int i = 0; i < 60; ++i) text += " und die Betriebe der Stadt Nummer " + std::to_string(i);
  scratch memory;
  const timeline found = german_extractor().analyze(article_of(text + "."), memory);
  ASSERT_FALSE(found.claims.empty());
  for (const claim& c : found.claims) {
    EXPECT_LE(count_code_points(c.label), longest_label) << c.label;
    EXPECT_FALSE(c.label.empty());
  }
}

// Also the parts of a verb that is taken apart stand in the text; a noun phrase alone has other
// endings, of one or two letters.
TEST(Labels, HoldWordsOfTheText) {
  for (const char* table : {"labels.txt", "actors.txt", "clauses.txt"}) {
    for (const table_case& row : read_cases(table)) {
      scratch memory;
      const timeline found = german_extractor().analyze(article_of(row.text), memory);
      const std::string text = fold_case(found.article.text);
      for (const claim& c : found.claims) {
        std::istringstream words(fold_case(c.label));
        for (std::string word; words >> word;) {
          if (word == "\u2026") continue;
          if (word.ends_with(',') || word.ends_with(':')) word.pop_back();
          const std::string stem = word.substr(0, word.size() > 5 ? word.size() - 2 : word.size());
          EXPECT_NE(text.find(stem), text.npos) << row.where << ": " << c.label;
        }
      }
    }
  }
}

}  // namespace
}  // namespace zeitstrahl
