#ifndef ZEITSTRAHL_LIB_SYNTAX_CLAUSE_FORCE_H_
#define ZEITSTRAHL_LIB_SYNTAX_CLAUSE_FORCE_H_

// Whether a clause states, asks, sets a condition or commands, what denies it, and whether it
// stands in quotation marks.

#include "syntax/grammar.h"
#include "syntax/sentence.h"

namespace zeitstrahl {

// Of the clause of that number, whose verbs and parent are known; `head` is its word that hangs
// on another clause by the tree.
void read_force(const grammar& rules, sentence& of, std::int32_t number, token_index head);

void mark_quotations(sentence& of);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_CLAUSE_FORCE_H_
