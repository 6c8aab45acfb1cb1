// A fuzzer's work in small, the same in every run: the samples, damaged.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/fuzz/exercise.h"
#include "tests/fuzz/text_maker.h"
#include "zeitstrahl/dictionary.h"

namespace zeitstrahl {
namespace {

std::vector<std::string> read_samples() {
  std::vector<std::string> samples;
  for (const char* name : {"partnerschaft", "rakete", "bahn", "museum", "batterie"}) {
    std::ifstream in(std::filesystem::path(ZEITSTRAHL_SOURCE_DIR) / "samples" /
                     (std::string(name) + ".md"));
    std::ostringstream content;
    content << in.rdbuf();
    samples.push_back(content.str());
  }
  return samples;
}

class mutator {
 public:
  explicit mutator(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void change(std::string& text) {
    static const std::vector<std::string> pieces = {"\xff",
                                                    "\xc3",
                                                    "\xe2\x80",
                                                    "---\n",
                                                    "\r\n",
                                                    "v. Chr.",
                                                    "&<\">]]",
                                                    "31.02.2025",
                                                    "99999999999",
                                                    "-",
                                                    "seit bis",
                                                    "(((((((((",
                                                    "0000",
                                                    "24.00 Uhr",
                                                    "im Jahr 0",
                                                    "\xf0\x9f\x98\x80",
                                                    "U+0000",
                                                    "zwischen",
                                                    "Ende",
                                                    "drei Millionen Jahren",
                                                    "published: 2024-02-30\n"};
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(64);
    switch (below(4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, pieces[below(pieces.size())]);
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), length));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937 random_{20250122};
};

TEST(Mutations, KeepEveryPromise) {
  mutator damaged(read_samples());
  for (int round = 0; round < 500; ++round) {
    const std::string bytes = damaged.next();
    ASSERT_EQ(broken_promise(bytes, round % 20 == 0), "") << "round " << round << ":\n" << bytes;
  }
}

TEST(Mutations, RunWithTheDictionary) { EXPECT_TRUE(built_in_dictionary("de")); }

TEST(Mutations, WordsOfTheTables) {
  std::mt19937 random{20250123};
  text_maker make([&](std::size_t limit) { return random() % limit; });
  for (int round = 0; round < 400; ++round) {
    const std::string bytes = make.article(100);
    ASSERT_EQ(broken_promise(bytes, round % 20 == 0), "") << "round " << round << ":\n" << bytes;
  }
}

TEST(Mutations, OddArticles) {
  const std::string cases[] = {
      "",
      "\n",
      "---",
      "---\n---\n",
      std::string(1, '\0'),
      std::string(100000, '2'),
      std::string(100000, ' '),
      std::string(10000, '('),
      std::string(10000, '\n'),
  };
  for (const std::string& bytes : cases) {
    EXPECT_EQ(broken_promise(bytes, true), "") << bytes.substr(0, 10) << " of " << bytes.size();
  }
  std::string seeds;
  for (int i = 0; i < 2000; ++i) seeds += "seit 2019 bis 2030 ";
  EXPECT_EQ(broken_promise(seeds, false), "");
}

}  // namespace
}  // namespace zeitstrahl
