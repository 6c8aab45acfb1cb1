#ifndef ZEITSTRAHL_LIB_SYNTAX_FIELDS_H_
#define ZEITSTRAHL_LIB_SYNTAX_FIELDS_H_

// The topological fields of a sentence, by rules on tags alone.
//
// A German clause stands between two brackets: the finite verb on the left (or what opens a
// subordinate clause) and the rest of the verb complex on the right.  The fields say which
// clause a word lies in, where its verb is, and which nominal its subject is likely to be
// (Hoehle 1986; found by rules as in Neumann, Braun, Piskorski, ANLP 2000).
//
//     Die Bruecke , die 1974 gebaut wurde , muss bis 2028 abgerissen werden .
//     [ 0         ] [ 1                 ]   [ 0                            ]

#include <cstdint>
#include <vector>

#include "syntax/grammar.h"
#include "syntax/token.h"

namespace zeitstrahl {

struct field_clause {
  token_index finite = no_token;
  token_index opener = no_token;  // of a clause with its verb last
  bool verb_last() const { return opener != no_token; }
};

// Memory and result of find_fields().
struct sentence_fields {
  std::vector<field_clause> clauses;
  // memory
  struct stretch {
    token_index begin = 0;
    token_index end = 0;
    token_index finite = 0;
    token_index opener = 0;
  };
  std::vector<stretch> stretches;
  std::vector<token_index> openers;
  std::vector<token_index> main_verbs;
};

// Fills the members of the tokens that the fields own, from their tags; may correct a tag
// where a clause has no other finite verb.  Every word of a sentence with a finite verb gets a
// clause.
void find_fields(const grammar& rules, const lexicon& forms, syntax_tokens& tokens,
                 sentence_fields& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_FIELDS_H_
