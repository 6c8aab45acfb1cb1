// A statement finds itself: an article beside its own copy has nothing that only one says.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/compare/articles.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

document document_of(std::string text, std::string_view published, std::string title) {
  document out;
  out.text = std::move(text);
  out.title = std::move(title);
  out.published = parse_day(published);
  return out;
}

// The articles of the repository, and those for evaluation where they lie beside it: with
// sanitizers, which take twenty times as long, not the hundreds.
std::vector<document> all_articles() {
  std::vector<document> out;
  for (const auto& entry : fs::recursive_directory_iterator(root + "/samples")) {
    if (entry.path().extension() != ".md" || entry.path().filename() == "README.md") continue;
    if (auto article = read_article_file(entry.path().string())) out.push_back(*article);
  }
  const std::string shared = ZEITSTRAHL_SHARED_DIR;
  for (const std::string set : {"dev", "news"}) {
    const fs::path folder = shared + "/gold/claims/" + set;
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != ".txt") continue;
      out.push_back(document_of(content_of(entry.path().string()), "2024-05-15", ""));
    }
  }
#ifndef __SANITIZE_ADDRESS__
  for (const std::string name : {"wikinews", "derstandard"}) {
    std::ifstream lines(shared + "/text/" + name + ".ndjson");
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      if (number++ % 8 != 0) continue;
      const auto a = nlohmann::json::parse(line);
      out.push_back(document_of(a.value("text", ""), a.value("published", ""), ""));
    }
  }
#endif
  return out;
}

// Statements of the first article that stand in no row with the second, or in one that says
// more than that they are equal.
std::vector<std::string> strays(const comparison& all) {
  std::vector<std::string> out;
  for (const story& s : all.stories) {
    for (const comparison_row& r : s.rows) {
      const bool equal = std::all_of(r.findings.begin(), r.findings.end(),
                                     [](const finding& f) { return f.is == verdict::equal; });
      if (!r.findings.empty() && equal) continue;
      for (const statement& said : r.statements) {
        if (said.article == 0) out.push_back(said.label + " " + to_edtf(said.when));
      }
    }
  }
  return out;
}

std::size_t statements_of(const timeline& t) { return compare({t}).stories.front().rows.size(); }

TEST(SelfMatch, AnArticleIsEqualToItsCopy) {
  std::size_t statements = 0;
  for (const document& a : all_articles()) {
    const timeline t = analyzed(a);
    if (t.claims.empty()) continue;
    statements += statements_of(t);
    const std::vector<std::string> stray = strays(compare({t, t}));
    EXPECT_TRUE(stray.empty()) << a.text.substr(0, 60) << ": " << stray.front() << " and "
                               << stray.size() - 1 << " more";
  }
  EXPECT_GE(statements, 80u);
  RecordProperty("statements", static_cast<int>(statements));
}

// Sentences in another order, where none points back.
TEST(SelfMatch, TheOrderOfSentencesMakesNoDifference) {
  const std::vector<std::string> sentences = {
      "Die Reederei Hansen eröffnete den Fährhafen Dagebüll am 14. April 2018.",
      "Die Werft Lürsen in Husum soll Ende 2026 schließen.",
      "Die Eintrittskarten werden ab Januar 2026 teurer.",
      "Der Bau soll in der ersten Hälfte des Jahres 2027 beginnen.",
      "Bürgermeisterin Ute Krohn ist seit 2019 im Amt.",
      "Das war 2021 nicht anders.",
      "Die zweite Halle von Hansen wird im Herbst 2026 fertig.",
      "Jeden Montag tagt der Rat.",
      "Der Vertrag mit Lürsen läuft von 2020 bis 2030.",
      "Ursprünglich sollte die Brücke 2022 fertig sein."};
  const auto text_of = [](const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& s : all) out += s + "\n\n";
    return out;
  };
  const timeline first = article("2025-03-10", text_of(sentences), "a");
  EXPECT_GE(first.claims.size(), 8u);
  std::vector<std::string> shuffled = sentences;
  std::mt19937 random(5);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto stray = strays(compare({first, article("2025-03-10", text_of(shuffled), "b")}));
    EXPECT_TRUE(stray.empty()) << stray.front() << "\n" << text_of(shuffled);
  }
}

}  // namespace
}  // namespace zeitstrahl
