#ifndef ZEITSTRAHL_LIB_SYNTAX_MEND_TAGS_H_
#define ZEITSTRAHL_LIB_SYNTAX_MEND_TAGS_H_

// What the whole sentence tells of a verb's form that the tagger took for another one.

#include "syntax/grammar.h"
#include "syntax/token.h"

namespace zeitstrahl {

// Corrects tags that the sentence's clauses ask for, before find_fields() finds them: verbs that
// must be finite, and relative pronouns behind prepositions.
void mend_tags(const grammar& rules, syntax_tokens& tokens);

// Corrects what the tagger took for a name behind a noun, and for a noun behind a first name:
// before the parser, which has learnt from sentences where the tags are as the tagger gives them.
void mend_nouns(const grammar& rules, syntax_tokens& tokens);

// Gives the token the first tag that has exactly these roles; none does nothing.
void retag(const grammar& rules, syntax_token& token, tag_roles wanted);

// Marks between which a clause stands.
bool ends_clause(mark_kind mark);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MEND_TAGS_H_
