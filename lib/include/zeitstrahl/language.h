#ifndef ZEITSTRAHL_LANGUAGE_H_
#define ZEITSTRAHL_LANGUAGE_H_

// A language: the tables that hold its words and rules, loaded, checked and compiled.
//
//     result<std::shared_ptr<const language>> german = built_in_language("de");
//     if (!german) return fail(german.error());
//     for (const failed_example& f : check_examples(*german)) {
//       std::cerr << f.where << ": " << f.message << '\n';
//     }
//
// Immutable after loading and shared by threads.  The formats of the tables are
// described at the top of each table.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

class language;  // opaque; see lib/lang/language.h

// The tables that were built into the library.  Names: "de".  An unknown name is
// bad usage.
result<std::shared_ptr<const language>> built_in_language(std::string_view name);

// Tables from a folder, for instance an edited copy of lib/lang/de.  A missing file is
// an io error; a fault in a table is bad input, with file and line.
result<std::shared_ptr<const language>> load_language(const std::string& directory);

// A rule's example that does not give what its row says.
struct failed_example {
  std::string where;    // "rules.tsv:17"
  std::string message;  // what was expected and what came
};

// Runs the examples of all rows, in file order; empty if all hold.
std::vector<failed_example> check_examples(const std::shared_ptr<const language>& tables);

// How many examples there are.
std::size_t example_count(const language& tables);

// Where a row wins: a row that wins nowhere but in its own examples may say more of one text
// than of the language.
struct row_support {
  std::string where;  // "rules.tsv:17"
  std::string name;
  std::size_t own_examples = 0;
  std::size_t elsewhere = 0;  // times that it wins in other rows' examples and in the articles
};

// For each row, in file order.
std::vector<row_support> count_support(const std::shared_ptr<const language>& tables,
                                       const std::vector<document>& articles);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LANGUAGE_H_
