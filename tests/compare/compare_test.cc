#include "zeitstrahl/compare.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lang/table.h"
#include "tests/compare/articles.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

// "conflict end" for each finding, or "only -".
std::set<std::string> verdicts(const comparison& all) {
  std::set<std::string> out;
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      for (const finding& f : r.findings) {
        out.insert(std::string(to_string(f.is)) + " " + std::string(to_string(f.in)));
      }
    }
  }
  if (out.empty()) out.insert("only -");
  return out;
}

// What opening says of a language whose words for comparing are these.
std::optional<error> fault_of(const std::string& rows) {
  const fs::path folder =
      fs::path(testing::TempDir()) / ("zeitstrahl-equals-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::copy(root + "/lib/lang/de", folder);
  std::ofstream(folder / "equals.tsv") << rows;
  const auto tables = load_language(folder.string());
  EXPECT_TRUE(tables.ok());
  const result<comparer> opened = comparer::open(*tables);
  fs::remove_all(folder);
  if (opened.ok()) return std::nullopt;
  return opened.error();
}

TEST(Compare, FaultyTablesAreToldWithTheirLine) {
  const auto no_kind = fault_of("# words\nequal\topening\tEinweihung\n");
  ASSERT_TRUE(no_kind);
  EXPECT_EQ(no_kind->where, "equals.tsv:2");
}

TEST(Compare, AWordHasOneMeaning) {
  const auto twice =
      fault_of("equals\tblast\tsprengen Sprengung\nthing\tcrater\tKrater Sprengung\n");
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->where, "equals.tsv:2");
  EXPECT_NE(twice->to_string().find("Sprengung"), std::string::npos);
  EXPECT_FALSE(fault_of("equals\tblast\tsprengen\nequals\tblast\tSprengung sprengen\n"));
}

TEST(Compare, FamiliesAndStartsAreKinds) {
  EXPECT_FALSE(
      fault_of("equals\topening\tstarten\nstarts\topening\tstarten\n"
               "family\tlaunch\topening complete\n"));
}

TEST(Compare, PairsOfSentences) {
  const std::string content = content_of(root + "/tests/cases/compared.tsv");
  const auto rows = parse_table("compared.tsv", content, 6, 6);
  ASSERT_TRUE(rows.ok()) << rows.error().to_string();
  ASSERT_GE(rows->rows.size(), 30u);
  for (const table_row& row : rows->rows) {
    const comparison all =
        compare({article(row.columns[0], row.columns[1]), article(row.columns[2], row.columns[3])});
    const std::string expected = std::string(row.columns[4]) + " " + std::string(row.columns[5]);
    EXPECT_EQ(verdicts(all), std::set<std::string>{expected}) << rows->where(row) << "\n"
                                                              << to_json(all);
  }
}

// A line a finding: verdict, aspect, and the sentence of each article.
std::string verdict_lines(const comparison& all) {
  std::string out = "# verdict\taspect\tarticle\tsentence\tarticle\tsentence\n";
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      if (r.findings.empty()) continue;
      out += "\n# " + r.label + "\n";
      const auto add = [&](std::uint32_t index) {
        const statement& said = r.statements[index];
        const timeline& t = all.articles[said.article];
        out +=
            "\t" + t.article.id + "\t" + std::to_string(t.claims[said.claims.front()].sentence + 1);
      };
      for (const finding& f : r.findings) {
        (out += to_string(f.is)) += "\t";
        out += to_string(f.in);
        add(f.first);
        add(f.second);
        out += "\n";
      }
    }
  }
  return out;
}

TEST(Compare, StoriesHaveTheirVerdictsAndNoOthers) {
  int stories = 0;
  for (const auto& entry : fs::directory_iterator(root + "/samples/stories")) {
    if (!entry.is_directory()) continue;
    ++stories;
    const std::string folder = entry.path().string();
    const std::string found = verdict_lines(compare(articles_of(folder)));
    EXPECT_EQ(found, content_of(folder + "/verdicts.tsv")) << folder;
    // For people: ZEITSTRAHL_UPDATE=1 writes them again, to be read before they are kept.
    if (std::getenv("ZEITSTRAHL_UPDATE")) std::ofstream(folder + "/verdicts.tsv") << found;
  }
  EXPECT_GE(stories, 3);
}

std::vector<timeline> all_stories() {
  std::vector<timeline> out;
  for (const std::string name : {"flughafen", "rechte", "transporter", "werk"}) {
    for (timeline& t : articles_of(root + "/samples/stories/" + name)) out.push_back(std::move(t));
  }
  return out;
}

TEST(Compare, StoriesOfOneFolderStayApart) {
  const comparison all = compare(all_stories());
  std::vector<std::size_t> sizes;
  for (const story& s : all.stories) sizes.push_back(s.articles.size());
  EXPECT_EQ(sizes, (std::vector<std::size_t>{7, 4, 5, 3, 1, 1, 1, 1}));
}

TEST(Compare, OrderMakesNoDifference) {
  std::vector<timeline> articles = all_stories();
  const std::string expected = to_json(compare(articles));
  std::mt19937 random(17);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(articles.begin(), articles.end(), random);
    EXPECT_EQ(to_json(compare(articles)), expected);
  }
}

TEST(Compare, EveryClaimStandsInOneRow) {
  const comparison all = compare(all_stories());
  std::size_t claims = 0;
  for (const timeline& t : all.articles) claims += t.claims.size();
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  std::size_t count = 0;
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      for (const statement& said : r.statements) {
        for (const std::uint32_t c : said.claims) {
          seen.insert({said.article, c});
          ++count;
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), claims);
  EXPECT_EQ(count, claims);
}

TEST(Compare, FindingsLeadFromOneArticleToAnotherNotEarlier) {
  const comparison all = compare(all_stories());
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      EXPECT_EQ(r.findings.empty(), r.current.size() == 1) << r.label;
      for (const finding& f : r.findings) {
        const std::uint32_t a = r.statements[f.first].article;
        const std::uint32_t b = r.statements[f.second].article;
        EXPECT_NE(a, b);
        EXPECT_LE(all.articles[a].article.published, all.articles[b].article.published);
      }
    }
  }
}

TEST(Compare, AnythingGivesAResult) {
  EXPECT_TRUE(compare({}).stories.empty());
  EXPECT_EQ(compare({article("2024-03-01", "")}).stories.size(), 1u);
  document undated;
  undated.text = "Gestern und 2019 war Hansen Partner von Lürsen.";
  const comparison all = compare({analyzed(undated), analyzed(undated)});
  EXPECT_EQ(all.articles.size(), 2u);
}

// An article that holds the sentences of others, with names of its own.
std::string renamed(std::string text, int number) {
  for (const std::string name : {"Hansen", "Lürsen", "Dagebüll"}) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos;) {
      const std::string other =
          name + static_cast<char>('a' + number % 26) + static_cast<char>('a' + number / 26 % 26);
      text.replace(at, name.size(), other);
      at += other.size();
    }
  }
  return text;
}

std::string long_article() {
  const std::string content = content_of(root + "/tests/cases/compared.tsv");
  const auto rows = parse_table("compared.tsv", content, 6, 6);
  constexpr std::size_t sentences = 40;  // however long the table grows
  std::string out;
  for (const table_row& row : rows->rows) {
    if (static_cast<std::size_t>(&row - rows->rows.data()) < sentences)
      out += std::string(row.columns[1]) + " ";
  }
  return out;
}

// Of the processor.
double seconds_for(const std::vector<timeline>& articles) {
  const std::clock_t begin = std::clock();
  const comparison all = compare(articles);
  EXPECT_EQ(all.articles.size(), articles.size());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(Compare, TwoHundredArticlesInSeconds) {
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "measured in optimised builds";
#endif
  const std::string text = long_article();
  std::vector<timeline> strangers;
  std::vector<timeline> copies;
  for (int i = 0; i < 200; ++i) {
    const std::string published = format_day(*parse_day("2024-03-01") + i);
    strangers.push_back(article(published, renamed(text, i), std::to_string(i)));
    copies.push_back(article(published, text, std::to_string(i)));
  }
  EXPECT_LT(seconds_for(strangers), 5);
  EXPECT_LT(seconds_for(copies), 10);  // the worst: all are about the same
}

}  // namespace
}  // namespace zeitstrahl
