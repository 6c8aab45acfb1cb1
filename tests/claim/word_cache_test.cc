// Words that look alike are not taken for each other, whatever was read before.

#include "claim/word_cache.h"

#include <gtest/gtest.h>

#include "cases.h"

namespace zeitstrahl {
namespace {

class words : public testing::Test {
 protected:
  void SetUp() override {
    result<claim_words> built = claim_words::build(**built_in_language("de"));
    ASSERT_TRUE(built);
    tables_ = *std::move(built);
  }
  analyzed_word find(std::string_view word, bool capital = false) {
    return cache_.find(word, {0, static_cast<std::uint32_t>(word.size())}, capital, tables_);
  }

  claim_words tables_;
  word_cache cache_;
};

TEST_F(words, KeepTheirNumber) {
  const optional_index<word_cache> first = find("haben").number;
  for (int i = 0; i < 20000; ++i) find("wort" + std::to_string(i));
  EXPECT_EQ(find("haben").number, first);
  EXPECT_EQ(cache_.size(), 20001u);
}

TEST_F(words, AreToldByTheirMiddle) {
  // the same size, and eight bytes at either end
  const optional_index<word_cache> first = find("donaudampfxschifffahrt").number;
  EXPECT_NE(find("donaudampfyschifffahrt").number, first);
  EXPECT_EQ(find("donaudampfxschifffahrt").number, first);
}

TEST_F(words, AreToldByTheirCapital) {
  EXPECT_NE(find("Haben", true).number, find("haben").number);
  EXPECT_NE(find("haben", true).number, find("haben").number);  // behind a part of a compound
  EXPECT_NE(find("ab").number, find("abb").number);
}

TEST_F(words, AreAnalyzedAsByTheTables) {
  EXPECT_TRUE(find("haben").forms & infinitive);
  EXPECT_TRUE(find("haben").forms & infinitive);
  EXPECT_TRUE(find("Regierung", true).ends_like(word_class::event_ending));
  EXPECT_FALSE(find("ung").ends_like(word_class::event_ending));
}

// What one extractor knows of words is no answer to another one.
TEST(Scratch, ServesTwoExtractorsInTurn) {
  const extractor plain(*built_in_language("de"));
  const document article = article_of("Am 3. Mai 2021 traf die kleine Merkel den Verein.");
  const auto names = [](const timeline& found) {
    std::vector<std::string> all;
    for (const claim& c : found.claims) all.push_back(joined(c.actors, ", "));
    return joined(all, " / ");
  };
  scratch one, other, shared;
  const std::string with = names(german_extractor().analyze(article, one));
  const std::string without = names(plain.analyze(article, other));
  EXPECT_NE(with, without);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(names(german_extractor().analyze(article, shared)), with);
    EXPECT_EQ(names(plain.analyze(article, shared)), without);
  }
}

}  // namespace
}  // namespace zeitstrahl
