#ifndef ZEITSTRAHL_LIB_LANG_READ_CALLS_H_
#define ZEITSTRAHL_LIB_LANG_READ_CALLS_H_

// The meaning column of rules.tsv: "date(month=m, day=d)", and whether the words of a slot have
// values that its argument may have.

#include <vector>

#include "lang/known_words.h"
#include "lang/rows.h"
#include "lang/table.h"

namespace zeitstrahl {

// Reads the calls of every rule, whose pattern is compiled.  `has_feasts`: whether there are any.
failure read_calls(std::vector<rule>& rules, const known_words& words, bool has_feasts);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_READ_CALLS_H_
