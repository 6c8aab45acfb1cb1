#ifndef ZEITSTRAHL_LIB_SYNTAX_SETTLE_H_
#define ZEITSTRAHL_LIB_SYNTAX_SETTLE_H_

// What is sure of a tree, whatever the weights said.

#include "syntax/grammar.h"
#include "syntax/parser.h"
#include "syntax/token.h"

namespace zeitstrahl {

// Puts right heads and labels of a parsed sentence: words that have nothing under them, nouns that
// a coordinator joins, attributes between a determiner and its noun, one subject a clause.
void settle_tree(const grammar& rules, const parser_state& state, const sentence_fields& fields,
                 syntax_tokens& tokens);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_SETTLE_H_
