// Sentences with the clauses that they are made of: the table tests/cases/syntax.txt.
//
// A sentence stands at the begin of a line; the lines behind it that begin with blanks are what
// describe() says of its clauses, without objects, which are hints, and "?".  "#" begins a comment.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "syntax/analyzer.h"
#include "syntax/describe.h"
#include "tests/syntax/german.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view table = ZEITSTRAHL_SOURCE_DIR "/tests/cases/syntax.txt";
constexpr std::size_t least_cases = 60;

struct sentence_case {
  int line = 0;
  std::string text;
  std::string wanted;
};

std::vector<sentence_case> read_table() {
  std::ifstream in{std::string(table)};
  std::vector<sentence_case> out;
  std::string row;
  for (int line = 1; std::getline(in, row); ++line) {
    if (row.empty() || row.starts_with('#')) continue;
    if (row.starts_with(' ')) {
      if (!out.empty()) out.back().wanted += row + '\n';
    } else {
      out.push_back({line, row, ""});
    }
  }
  return out;
}

std::string clauses_of(std::string_view text) {
  std::string out;
  for (std::string line : describe(german_sentence(text))) {
    if (line.starts_with("  object")) continue;
    if (line.ends_with(" ?")) line.resize(line.size() - 2);
    const bool head = line.starts_with("clause ");
    out += (head ? "  " + line.substr(7) : "  " + line) + '\n';
  }
  return out;
}

TEST(Clauses, Table) {
  const std::vector<sentence_case> cases = read_table();
  EXPECT_GE(cases.size(), least_cases);
  for (const sentence_case& c : cases) {
    EXPECT_EQ(clauses_of(c.text), c.wanted) << table << ':' << c.line << ": " << c.text;
  }
}

}  // namespace
}  // namespace zeitstrahl
