#ifndef ZEITSTRAHL_TESTS_TIME_CASES_H_
#define ZEITSTRAHL_TESTS_TIME_CASES_H_

// Tables of tagged texts:
//
//     news 2024-05-15 | Am [Freitag] kam er. => 2024-05-10
//
// Style, publication ("-" for none), the text with its expressions in brackets, their values.
// "\n" in a text is a line break; "-" after "=>" means that nothing is found.

#include <string>
#include <vector>

#include "zeitstrahl/extractor.h"

namespace zeitstrahl {

struct tagged_case {
  std::string where;  // "resolution.txt:17"
  text_style style = text_style::automatic;
  document article;
  std::string wanted;  // "[Freitag] => 2024-05-10", as `described` writes it
};

// The rows of a file of tests/cases.
std::vector<tagged_case> read_cases(const std::string& file);

using value_function = std::string (*)(const time_expression&);

// "[Freitag] => 2024-05-10, [Mai] => 2024-05" or "-".
std::string described(const timeline& found, value_function value);

// The case's text, tagged.
timeline tag(const tagged_case& c);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_TIME_CASES_H_
