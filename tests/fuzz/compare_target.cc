// Articles made of the tables' words, side by side.

#include <algorithm>

#include "tests/fuzz/choices.h"
#include "tests/fuzz/exercise.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/text_maker.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/reject.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

std::string fault_in(const comparison& all) {
  for (const story& s : all.stories) {
    for (const std::uint32_t article : s.articles) {
      if (article >= all.articles.size()) return "a story of no article";
    }
    for (const comparison_row& row : s.rows) {
      if (row.statements.empty()) return "a row without statements";
      for (const statement& said : row.statements) {
        if (said.article >= all.articles.size() || said.claims.empty()) return "nobody's statement";
        for (const std::uint32_t claim : said.claims) {
          if (claim >= all.articles[said.article].claims.size()) return "a statement of no claim";
        }
      }
      for (const finding& f : row.findings) {
        if (std::max(f.first, f.second) >= row.statements.size()) return "a finding on nothing";
        if (row.statements[f.first].article == row.statements[f.second].article) {
          return "an article against itself";
        }
      }
    }
  }
  return "";
}

// Two to four, of which some begin alike, so that they tell of one matter.
std::vector<timeline> made_articles(choices& choose) {
  static scratch memory;
  text_maker make([&](std::size_t limit) { return choose(limit); });
  std::vector<timeline> out;
  std::string first;
  const std::size_t count = 2 + choose(3);
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = make.article(60);
    if (i == 0) first = text;
    if (i > 0 && choose(3) != 0) text = first.substr(0, first.find(' ', first.size() / 2)) + text;
    const result<document> article = read_article(text, "article" + std::to_string(i));
    if (article) out.push_back(german_extractor().analyze(*article, memory));
  }
  return out;
}

}  // namespace

std::string fuzz_compare(std::string_view bytes) {
  static const result<comparer> side_by_side = comparer::open(*built_in_language("de"));
  if (!side_by_side) return side_by_side.error().to_string();
  choices choose(bytes);
  std::vector<timeline> articles = made_articles(choose);
  comparison found = side_by_side->compare(articles);
  if (std::string fault = fault_in(found); !fault.empty()) return fault;
  const std::string json = to_json(found);
  if (to_csv(found).empty() || to_markdown(found).empty()) return "nothing written";

  std::reverse(articles.begin(), articles.end());
  const bool alike = std::any_of(articles.begin(), articles.end(), [&](const timeline& a) {
    return std::count_if(articles.begin(), articles.end(),
                         [&](const timeline& b) { return a.article.text == b.article.text; }) > 1;
  });
  if (!alike && to_json(side_by_side->compare(articles)) != json) return "order changes the result";

  if (bytes.size() % 8 == 0) {
    comparison_options options;
    options.merge = bytes.size() % 16 == 0;
    if (const auto picture = draw(found, options); !picture && picture.error().message.empty()) {
      return "no picture, and no reason";
    }
  }
  for (const story& s : found.stories) {
    for (const comparison_row& row : s.rows) {
      if (row.findings.empty()) continue;
      const auto id = [&](std::uint32_t i) {
        const statement& said = row.statements[i];
        return found.articles[said.article].claims[said.claims.front()].id;
      };
      const rejection verdict{id(row.findings.front().first), id(row.findings.front().second)};
      reject(found, {verdict});
      return fault_in(found);
    }
  }
  return "";
}

}  // namespace zeitstrahl
