#ifndef ZEITSTRAHL_LIB_LANG_TABLE_H_
#define ZEITSTRAHL_LIB_LANG_TABLE_H_

// Tables as files: tab-separated columns, "#" begins a comment line, empty lines are
// passed over.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct table_row {
  int line = 0;                           // from 1
  std::vector<std::string_view> columns;  // trimmed; point into the table's content
};

struct table {
  std::string name;  // "rules.tsv"
  std::vector<table_row> rows;

  // "rules.tsv:17".
  std::string where(const table_row& row) const;
  zeitstrahl::error fault(const table_row& row, std::string message) const;
};

// What is wrong with a table, or nothing.
using failure = std::optional<zeitstrahl::error>;

// The rows of a table; `content` must outlive them.  Fewer columns than `least` or more
// than `most` are an error.
result<table> parse_table(std::string_view name, std::string_view content, std::size_t least,
                          std::size_t most);

// `text` without white space at its ends.
std::string_view trimmed(std::string_view text);

// The pieces of `text` between `separator`s, trimmed, empty ones left out.
std::vector<std::string_view> split(std::string_view text, std::string_view separator);

// A number that is all of the text.
std::optional<double> read_number(std::string_view text);

// All forms of "Jahr(|e|es) Tag(|e)": "Jahr", "Jahre", "Jahres", "Tag", "Tage".  A
// bracket that is not closed gives nothing.
std::vector<std::string> expand_forms(std::string_view forms);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_TABLE_H_
