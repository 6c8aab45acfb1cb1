// The rows of cases/sentences.txt.

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"

namespace zeitstrahl {
namespace {

constexpr char border = '|';

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The text with a border before each sentence but the first.
std::string divided(const std::string& text, const std::vector<span>& sentences) {
  std::string out = text;
  for (std::size_t i = sentences.size(); i-- > 1;) out.insert(sentences[i].begin, 1, border);
  return out;
}

TEST(Sentences, Table) {
  const std::shared_ptr<const language> german = *built_in_language("de");
  const std::string path = ZEITSTRAHL_SOURCE_DIR "/tests/cases/sentences.txt";
  std::ifstream in(path);
  std::string row;
  int number = 0;
  int rows = 0;
  while (std::getline(in, row)) {
    ++number;
    if (row.empty() || row.starts_with('#')) continue;
    ++rows;
    const std::string wanted = replaced(row, "\\n", "\n");
    const std::string text = replaced(wanted, std::string(1, border), "");
    scanned_text scanned;
    scan(text, german->words(), german->hints(), scanned);
    std::vector<span> sentences;
    find_sentences(scanned, sentences);
    EXPECT_EQ(replaced(divided(text, sentences), "\n", "\\n"), row) << path << ':' << number;
  }
  EXPECT_GE(rows, 60);
}

// A sentence goes from its first to its last character, closing marks with it.
TEST(Sentences, Extents) {
  const std::shared_ptr<const language> german = *built_in_language("de");
  const struct {
    std::string text;
    std::vector<std::string> sentences;
  } cases[] = {
      {"", {}},
      {"  \n ", {}},
      {"  Er kam.  \n Sie ging. ", {"Er kam.", "Sie ging."}},
      {"„Er kam.“ Sie ging.", {"„Er kam.“", "Sie ging."}},
      {"(Er kam.) Sie ging.", {"(Er kam.)", "Sie ging."}},
      {"Titel ohne Punkt\n\nEr kam", {"Titel ohne Punkt", "Er kam"}},
      {"Er sagte: „Ich komme!“\nSie ging.", {"Er sagte: „Ich komme!“", "Sie ging."}},
  };
  for (const auto& c : cases) {
    scanned_text scanned;
    scan(c.text, german->words(), german->hints(), scanned);
    std::vector<span> sentences;
    find_sentences(scanned, sentences);
    std::vector<std::string> found;
    for (const span& s : sentences) found.emplace_back(s.in(c.text));
    EXPECT_EQ(found, c.sentences);
  }
}

}  // namespace
}  // namespace zeitstrahl
