// Verdicts that an editor does not share leave the comparison, and nothing else does.

#include "zeitstrahl/reject.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/compare/articles.h"

namespace zeitstrahl {
namespace {

comparison made() {
  static const comparer side_by_side = *comparer::open(german());
  return side_by_side.compare({
      article("2025-01-22", "Hansen will im M\u00e4rz 2027 eine Halle bauen."),
      article("2025-02-22", "Hansen will im Mai 2028 eine Halle bauen."),
      article("2025-03-22", "Hansen will im Juni 2029 eine Halle bauen."),
  });
}

std::string claim_of(const comparison& all, const statement& s) {
  return all.articles[s.article].claims[s.claims.front()].id;
}

rejection of(const comparison& all, const comparison_row& row, const finding& f) {
  return {claim_of(all, row.statements[f.first]), claim_of(all, row.statements[f.second])};
}

// "moved 0 1; only 2": each row's verdict with its articles.
std::string rows_of(const comparison& all) {
  std::string out;
  for (const comparison_row& r : all.stories.front().rows) {
    out += (out.empty() ? "" : "; ") + std::string(to_string(r.is));
    for (const statement& s : r.statements) out += " " + std::to_string(s.article);
    std::set<std::uint32_t> speaks(r.silent.begin(), r.silent.end());
    for (const statement& s : r.statements) speaks.insert(s.article);
    EXPECT_EQ(speaks.size(), all.stories.front().articles.size());
    for (const finding& f : r.findings) EXPECT_LT(std::max(f.first, f.second), r.statements.size());
  }
  return out;
}

TEST(Reject, AStatementThatNoVerdictHoldsStandsApart) {
  comparison all = made();
  ASSERT_EQ(rows_of(all), "moved 0 1 2");
  const comparison_row row = all.stories.front().rows.front();
  ASSERT_EQ(row.findings.size(), 2U);
  EXPECT_TRUE(reject(all, {of(all, row, row.findings[0])}).empty());
  EXPECT_EQ(rows_of(all), "moved 1 2; only 0");
  EXPECT_TRUE(reject(all, {of(all, row, row.findings[1])}).empty());
  EXPECT_EQ(rows_of(all), "only 0; only 1; only 2");
}

TEST(Reject, TheOrderOfTheTwoMakesNoDifference) {
  comparison all = made();
  const comparison_row row = all.stories.front().rows.front();
  const rejection pair = of(all, row, row.findings[1]);
  EXPECT_TRUE(reject(all, {{pair.second, pair.first}}).empty());
  EXPECT_EQ(rows_of(all), "moved 0 1; only 2");
}

TEST(Reject, WhatFitsNoVerdictIsTold) {
  comparison all = made();
  const std::vector<rejection> misfits = reject(all, read_rejections("c1:c2,c3,,:"));
  ASSERT_EQ(misfits.size(), 4U);
  EXPECT_EQ(misfits[0].first + " " + misfits[0].second, "c1 c2");
  EXPECT_EQ(misfits[1].first + " " + misfits[1].second, "c3 ");
  EXPECT_EQ(rows_of(all), "moved 0 1 2");
}

}  // namespace
}  // namespace zeitstrahl
