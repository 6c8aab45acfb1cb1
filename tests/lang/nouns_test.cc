// Adding words changes nothing but what those words are: 1,000 invented nouns in arbitrary
// classes, and no other result moves.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "lang/language.h"
#include "tests/time/cases.h"

namespace zeitstrahl {
namespace {

std::map<std::string, std::string> german() {
  std::map<std::string, std::string> out;
  namespace fs = std::filesystem;
  for (const auto& entry : fs::directory_iterator(ZEITSTRAHL_SOURCE_DIR "/lib/lang/de")) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".tsv" && ending != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    out[entry.path().filename().string()] = content.str();
  }
  return out;
}

std::shared_ptr<const language> build(const std::map<std::string, std::string>& files) {
  std::vector<table_file> list;
  for (const auto& [name, content] : files) list.push_back({name, content});
  auto built = language::build("de", list);
  EXPECT_TRUE(built) << built.error().to_string();
  return *built;
}

// "Xyblafumel": a word that no text here has; another for each number below 1,728.
std::string invented(std::mt19937& random, int nth) {
  static constexpr const char* syllables[] = {"bla", "fu",  "mel", "tro", "wik", "zan",
                                              "gur", "pli", "kos", "dra", "nep", "schul"};
  const std::size_t count = std::size(syllables);
  std::string out = std::string("Xy") + syllables[random() % count];
  auto rest = static_cast<std::size_t>(nth);
  for (int i = 0; i < 3; ++i, rest /= count) out += syllables[rest % count];
  return out;
}

std::string values(const extractor& find, const std::string& text) {
  document article;
  article.text = text;
  article.published = parse_day("2024-05-15");
  scratch memory;
  std::string out;
  for (const time_expression& e : find.tag(article, memory).expressions) {
    out += std::string(e.extent.in(text)) + "=" + e.value + " ";
  }
  return out;
}

TEST(Nouns, ThousandInArbitraryClassesChangeNoOtherResult) {
  std::mt19937 random(12);  // NOLINT(bugprone-random-generator-seed): the same nouns each time
  std::map<std::string, std::string> files = german();
  const extractor before(build(files));
  // A class and a value of each row.
  std::vector<std::string> heads;
  std::istringstream rows(files["lexicon.tsv"]);
  for (std::string row; std::getline(rows, row);) {
    const auto value = row.find('\t');
    if (row.empty() || row[0] == '#' || row.starts_with("nouns")) continue;
    heads.push_back(row.substr(0, row.find('\t', value + 1) + 1));
  }
  for (int i = 0; i < 1000; ++i) {
    files["lexicon.tsv"] += heads[random() % heads.size()] + invented(random, i) + "\n";
  }
  const extractor after(build(files));
  for (const char* file : {"resolution.txt", "composition.txt", "history.txt", "negatives.txt"}) {
    for (const tagged_case& c : read_cases(file)) {
      EXPECT_EQ(values(after, c.article.text), values(before, c.article.text)) << c.where;
    }
  }
}

// A noun of a class of nouns is a noun as one that no table has.
TEST(Nouns, OfAnyClassOfNounsAreNouns) {
  std::map<std::string, std::string> files = german();
  const char* classes[] = {"NO_TIME_UNIT", "PRODUCT",     "AGE_NOUN",   "PLACE_NAME_WORD",
                           "SPAN_NOUN",    "NAMED_THING", "NAME_TITLE", "LASTING"};
  const auto noun_of = [&](std::size_t i) {
    return "Xyfumel" + std::string(1, static_cast<char>('a' + i));
  };
  for (std::size_t i = 0; i < std::size(classes); ++i) {
    files["lexicon.tsv"] += std::string(classes[i]) + "\t-\t" + noun_of(i) + "\n";
  }
  const extractor find(build(files));
  const char* sentences[] = {"Es kamen rund 1500 @.",    "Am 3. @ war Ruhe.",
                             "8. Jan @; 9. Karl Holm",   "Er steht im @-Winter.",
                             "Sie pflanzt seit 2019 @.", "Laut Juli @ regnet es.",
                             "Im August @ und Regen.",   "Mit drei Wochen @ kam er."};
  for (const char* sentence : sentences) {
    const auto with = [&](const std::string& noun) {
      std::string text = sentence;
      const auto at = text.find('@');
      return text.replace(at, 1, noun);
    };
    const std::string wanted = values(find, with("Xyblorbel"));
    for (std::size_t i = 0; i < std::size(classes); ++i) {
      EXPECT_EQ(values(find, with(noun_of(i))), wanted) << with(noun_of(i)) << " " << classes[i];
    }
  }
}

}  // namespace
}  // namespace zeitstrahl
