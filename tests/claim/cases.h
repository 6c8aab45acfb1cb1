#ifndef ZEITSTRAHL_TESTS_CLAIM_CASES_H_
#define ZEITSTRAHL_TESTS_CLAIM_CASES_H_

// Tables of sentences with what is to be found in them: files of tests/cases.
//
// A row is "WANTED | TEXT", with "\n" for a line break in the text; a line that begins with "#"
// or holds nothing is none.  The articles of all tables were published on 2025-01-22, a
// Wednesday.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "zeitstrahl/extractor.h"

namespace zeitstrahl {

struct table_case {
  std::string where;  // FILE:LINE
  std::string wanted;
  std::string text;
};

// Rows of tests/cases/NAME.
std::vector<table_case> read_cases(const std::string& name);

document article_of(const std::string& text);

// With the system's dictionary, which the packages of .ci/packages.txt bring.
const extractor& german_extractor();

std::string joined(const std::vector<std::string>& parts, const char* between);

// Every row of a table: `show` of each claim of its text, with " / " between them, is WANTED;
// "-" stands for nothing.  `least`: how many rows there are.
void expect_claims(const std::string& table, std::size_t least,
                   const std::function<std::string(const timeline&, const claim&)>& show);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_CLAIM_CASES_H_
