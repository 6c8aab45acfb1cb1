// Folders of many stories: how long comparing takes, and that strangers change nothing.

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "tests/compare/articles.h"
#include "tests/compare/made_stories.h"

namespace zeitstrahl {
namespace {

std::vector<timeline> made(std::size_t articles, std::size_t stories) {
  std::vector<timeline> out;
  for (document& a : made_stories(articles, stories)) out.push_back(analyzed(std::move(a)));
  return out;
}

double seconds_for(const std::vector<timeline>& articles) {
  const comparer side_by_side = *comparer::open(german());
  std::vector<timeline> own = articles;
  const std::clock_t begin = std::clock();  // of one core, whatever else the machine does
  const comparison all = side_by_side.compare(std::move(own));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cout << articles.size() << " articles: " << seconds << " s, " << all.stories.size()
            << " stories\n";
  return seconds;
}

// Set ZEITSTRAHL_ARTICLES=10000 to see how long more take.
TEST(Growth, AThousandArticlesOfEightyStoriesInTwoSeconds) {
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "measured in optimised builds";
#endif
  const char* wanted = std::getenv("ZEITSTRAHL_ARTICLES");
  const std::size_t articles = wanted ? std::stoul(wanted) : 1000;
  EXPECT_LT(seconds_for(made(articles, articles * 2 / 25)), articles <= 1000 ? 2 : 60);
}

// A line a verdict between articles of these stories.
std::multiset<std::string> verdicts_of(const comparison& all, const std::set<std::string>& ids) {
  std::multiset<std::string> out;
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      for (const finding& f : r.findings) {
        std::string line(to_string(f.is));
        bool inside = true;
        for (const std::uint32_t side : {f.first, f.second}) {
          const statement& said = r.statements[side];
          const std::string& id = all.articles[said.article].article.id;
          inside = inside && ids.contains(id);
          line += " " + id + " " + std::to_string(said.claims.front());
        }
        if (inside) out.insert(line);
      }
    }
  }
  return out;
}

std::vector<timeline> stories_of(const std::string& folder) {
  std::vector<timeline> out;
  for (const auto& entry : std::filesystem::directory_iterator(root + folder)) {
    if (!entry.is_directory()) continue;
    for (timeline& t : articles_of(entry.path().string())) out.push_back(std::move(t));
  }
  return out;
}

TEST(Growth, StrangersChangeNoVerdict) {
  for (const std::string folder : {"/samples/stories", "/tests/stories"}) {
    std::vector<timeline> alone = stories_of(folder);
    std::set<std::string> ids;
    for (const timeline& t : alone) ids.insert(t.article.id);
    std::vector<timeline> crowd = made(250, 20);
    crowd.insert(crowd.end(), alone.begin(), alone.end());
    const auto expected = verdicts_of(compare(std::move(alone)), ids);
    EXPECT_GE(expected.size(), 9u) << folder;
    EXPECT_EQ(verdicts_of(compare(std::move(crowd)), ids), expected) << folder;
  }
}

TEST(Growth, MadeStoriesStayApart) {
  const comparison all = compare(made(250, 20));
  std::size_t together = 0;
  for (const story& s : all.stories) {
    std::set<std::string> names;
    for (const std::uint32_t a : s.articles) {
      const std::string& id = all.articles[a].article.id;
      names.insert(id.substr(0, id.find('-')));
    }
    EXPECT_EQ(names.size(), 1u) << *names.begin() << " and " << *names.rbegin();
    together += s.articles.size() > 1;
  }
  EXPECT_GE(together, 20u);
}

}  // namespace
}  // namespace zeitstrahl
