#ifndef ZEITSTRAHL_LIB_LANG_ROWS_H_
#define ZEITSTRAHL_LIB_LANG_ROWS_H_

// The rows of rules.tsv and frames.tsv as the engine uses them.

#include <cstdint>
#include <string>
#include <vector>

#include "lang/meaning.h"
#include "lang/pattern.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// An argument of a call: a number of the table, or a slot's words.
struct bound_argument {
  argument_name name = argument_name::number;
  int slot = -1;          // index into compiled_pattern::slots, or -1
  double value = absent;  // where there is no slot
  bool negated = false;
};

struct meaning_call {
  meaning what = meaning::nothing;
  std::vector<bound_argument> arguments;
};

// What words between two parts do: the second is the unit in which the first lies, or the two
// are members of a range or a list.
enum class join_kind : std::uint8_t { none, inside, range, list };

// "vor [drei Wochen] => P3W": a text, the extents in it, the value of each.
struct example {
  std::string published;  // ISO day
  std::string text;
  std::vector<span> extents;
  std::vector<std::string> values;
};

// A row of rules.tsv.
struct rule {
  std::string name;
  std::string where;  // "rules.tsv:17"
  std::string meaning_text;
  compiled_pattern pattern;
  std::vector<meaning_call> calls;  // one an extent
  std::vector<example> examples;
};

// What the words around an expression make of it.
enum class frame_kind : std::uint8_t {
  during,      // in it
  since,       // from its begin on, still
  until,       // up to its end
  from,        // from its begin on
  between,     // from the begin of the first to the end of the second
  before,      // before its begin
  after,       // after its end
  ago,         // a duration before the publication: "vor drei Jahren"
  ahead,       // a duration after it: "in drei Jahren"
  until_ago,   // up to a duration before it: "bis vor drei Jahren"
  ago_from,    // a duration before the day that the first is: "heute vor drei Jahren"
  ahead_from,  // a duration after it: "heute in einer Woche"
  before_day,  // a duration before the day that the second is: "zwei Tage vor Ostern"
  after_day,   // a duration after it: "eine Woche nach Ostern"
  up_to,       // a duration that ends with the second: "um zwei Jahre bis 2015"
  within,      // from now to the end of a duration: "binnen vier Jahren"
  close,       // right before or behind a clock time: "kurz vor 9 Uhr"
  count_
};

// A row of frames.tsv.
struct frame {
  std::string name;
  std::string where;
  frame_kind kind = frame_kind::during;
  compiled_pattern pattern;
  std::vector<example> examples;  // the values are EDTF
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_ROWS_H_
