// The tables of cases: which words state a claim, when it holds, how certain it is and whose
// words it is.

#include <gtest/gtest.h>

#include "cases.h"

namespace zeitstrahl {
namespace {

TEST(Clauses, Table) {
  expect_claims("clauses.txt", 80, [](const timeline& found, const claim& c) {
    return std::string(c.clause.in(found.article.text));
  });
}

TEST(Dating, Table) {
  expect_claims("dating.txt", 90, [](const timeline&, const claim& c) {
    return to_edtf(c.when) + ' ' + std::string(to_string(c.relates));
  });
}

TEST(Modality, Table) {
  expect_claims("modality.txt", 50,
                [](const timeline&, const claim& c) { return std::string(to_string(c.mode)); });
}

TEST(Attribution, Table) {
  expect_claims("attribution.txt", 40, [](const timeline&, const claim& c) -> std::string {
    if (!c.reported) return "-";
    return c.source.empty() ? "?" : c.source;
  });
}

// What settled a field is kept with the claim, and stands in the text.
TEST(Cues, OfEachField) {
  scratch memory;
  const std::string text = "Laut Polizei soll das Lager ab 2026 leer sein.";
  const timeline found = german_extractor().analyze(article_of(text), memory);
  ASSERT_EQ(found.claims.size(), 1u);
  std::vector<std::string> shown;
  for (const cue& c : found.claims[0].cues) {
    shown.push_back(std::string(to_string(c.settles)) + ": " + std::string(c.where.in(text)));
  }
  EXPECT_EQ(joined(shown, ", "), "reported: Laut, source: Polizei, modality: soll, relation: 2026");
}

}  // namespace
}  // namespace zeitstrahl
