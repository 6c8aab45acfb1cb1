#ifndef ZEITSTRAHL_LIB_LANG_READ_ROWS_H_
#define ZEITSTRAHL_LIB_LANG_READ_ROWS_H_

// The tables of patterns: rules.tsv and frames.tsv, as far as no pattern is compiled yet.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/pattern.h"
#include "lang/rows.h"
#include "lang/table.h"

namespace zeitstrahl {

// A row "join range", "join list" or "join inside".
struct join_row {
  std::string where;
  join_kind kind = join_kind::none;
  compiled_pattern pattern;
};

// Rows, and the pattern of each by the same index.
struct pattern_rows {
  std::vector<rule> rules;
  std::vector<pattern_tree> rule_trees;
  std::vector<frame> frames;
  std::vector<pattern_tree> frame_trees;
  std::vector<join_row> joins;
  std::vector<pattern_tree> join_trees;
  std::map<std::string, std::string> defines;  // the row of each name

  // All of the patterns.
  std::vector<pattern_tree> trees() const;
};

// `names` gets what "define" rows define; frames may use what rules define.
failure read_rules(const table& rows, pattern_names& names, pattern_rows& out);
failure read_frames(const table& rows, pattern_names& names, pattern_rows& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_READ_ROWS_H_
