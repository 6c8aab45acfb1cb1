// Stories of five articles each, in five manners of writing: how many of the verdicts that
// people wrote down are found, and how many of those found are right.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "lang/table.h"
#include "tests/compare/articles.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

std::set<std::string> parts_of(std::string_view list) {
  std::set<std::string> out;
  std::istringstream in{std::string(list)};
  for (std::string part; std::getline(in, part, ',');) out.insert(part);
  return out;
}

// One side of a verdict: any of these sentences of any of these articles.
struct place {
  std::set<std::string> articles;
  std::set<std::string> sentences;

  bool holds(const comparison& all, const statement& s) const {
    const timeline& t = all.articles[s.article];
    return articles.contains(t.article.id) &&
           std::any_of(s.claims.begin(), s.claims.end(), [&](std::uint32_t c) {
             return sentences.contains(std::to_string(sentence_number(t, t.claims[c].sentence)));
           });
  }
};

struct expectation {
  bool must = false;  // else right where it is found
  std::set<std::string> verdicts;
  place first;
  place second;
  std::string line;
  bool found = false;
};

struct figures {
  int wanted = 0;
  int met = 0;
  int found = 0;
  int right = 0;
  std::string faults;

  figures& operator+=(const figures& o) {
    wanted += o.wanted;
    met += o.met;
    found += o.found;
    right += o.right;
    faults += o.faults;
    return *this;
  }
};

std::vector<expectation> expectations_of(const std::string& file) {
  const std::string content = content_of(file);
  const auto rows = parse_table("expected.tsv", content, 6, 6);
  EXPECT_TRUE(rows.ok()) << file;
  std::vector<expectation> out;
  if (!rows) return out;
  for (const table_row& r : rows->rows) {
    std::string line;
    for (const std::string_view column : r.columns) line += std::string(column) + " ";
    out.push_back({r.columns[0] == "must", parts_of(r.columns[1]),
                   place{parts_of(r.columns[2]), parts_of(r.columns[3])},
                   place{parts_of(r.columns[4]), parts_of(r.columns[5])}, line, false});
  }
  return out;
}

figures figures_of(const comparison& all, std::vector<expectation> wanted) {
  figures out;
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      for (const finding& f : r.findings) {
        ++out.found;
        const std::string verdict(to_string(f.is));
        const statement& a = r.statements[f.first];
        const statement& b = r.statements[f.second];
        bool right = false;
        for (expectation& e : wanted) {
          if (!e.verdicts.contains(verdict) || !e.first.holds(all, a) || !e.second.holds(all, b)) {
            continue;
          }
          right = e.found = true;
        }
        out.right += right;
        if (!right) {
          out.faults += "  wrong: " + verdict + " " + all.articles[a.article].article.id + " | " +
                        a.label + " | " + all.articles[b.article].article.id + " | " + b.label +
                        "\n";
        }
      }
    }
  }
  for (const expectation& e : wanted) {
    out.wanted += e.must;
    out.met += e.must && e.found;
    if (e.must && !e.found) out.faults += "  missing: " + e.line + "\n";
  }
  return out;
}

std::vector<std::string> folders() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(root + "/tests/stories")) {
    if (entry.is_directory()) out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Stories, VerdictsWrittenDownBeforehandAreFound) {
  figures all;
  std::string report;
  for (const std::string& folder : folders()) {
    const figures one =
        figures_of(compare(articles_of(folder)), expectations_of(folder + "/expected.tsv"));
    report += fs::path(folder).filename().string() + ": " + std::to_string(one.met) + " of " +
              std::to_string(one.wanted) + " found, " + std::to_string(one.right) + " of " +
              std::to_string(one.found) + " right\n" + one.faults;
    all += one;
  }
  // For people: ZEITSTRAHL_REPORT=1 shows what is missing or wrong.
  if (std::getenv("ZEITSTRAHL_REPORT")) std::cout << report;
  std::cout << all.met << " of " << all.wanted << " found, " << all.right << " of " << all.found
            << " right\n";
  ASSERT_GE(all.wanted, 245);
  EXPECT_GE(all.met, 127) << report;
  EXPECT_GE(all.right * 100, all.found * 92) << report;
}

}  // namespace
}  // namespace zeitstrahl
