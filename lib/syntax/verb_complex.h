#ifndef ZEITSTRAHL_LIB_SYNTAX_VERB_COMPLEX_H_
#define ZEITSTRAHL_LIB_SYNTAX_VERB_COMPLEX_H_

// What the verbs of a clause say together: tense, mood, voice.

#include "syntax/sentence.h"

namespace zeitstrahl {

// Fills mood, tense, passive, unreal, modal and perfect_infinitive of a clause whose finite verb,
// content and subject are known.  `number` is its index.
void read_verbs(const sentence& s, std::int32_t number, syntax_clause& c);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_VERB_COMPLEX_H_
