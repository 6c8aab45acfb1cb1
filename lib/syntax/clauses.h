#ifndef ZEITSTRAHL_LIB_SYNTAX_CLAUSES_H_
#define ZEITSTRAHL_LIB_SYNTAX_CLAUSES_H_

// From fields and tree to the clauses of a sentence.

#include "syntax/fields.h"
#include "syntax/grammar.h"
#include "syntax/sentence.h"

namespace zeitstrahl {

// Fills everything of `out` but its words, which are parsed, and their spans.
void build_clauses(const grammar& rules, const sentence_fields& fields, sentence& out);

// For analysis_depth::verbs, from words that are not parsed.
void build_clauses_without_tree(const grammar& rules, const sentence_fields& fields, sentence& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_CLAUSES_H_
