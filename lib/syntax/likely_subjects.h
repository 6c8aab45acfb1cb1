#ifndef ZEITSTRAHL_LIB_SYNTAX_LIKELY_SUBJECTS_H_
#define ZEITSTRAHL_LIB_SYNTAX_LIKELY_SUBJECTS_H_

// Which nominal of a clause is its subject, by order and agreement alone.

#include <vector>

#include "syntax/fields.h"
#include "syntax/token.h"

namespace zeitstrahl {

// Marks in each clause the first nominal without a preposition that may be nominative and agrees
// with the verb, or the one behind it that can be nothing else.
void find_likely_subjects(const std::vector<field_clause>& clauses, syntax_tokens& tokens);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_LIKELY_SUBJECTS_H_
