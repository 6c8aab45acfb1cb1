#ifndef ZEITSTRAHL_LIB_SYNTAX_PHRASES_H_
#define ZEITSTRAHL_LIB_SYNTAX_PHRASES_H_

// The base noun phrases of a parsed sentence.

#include <vector>

#include "syntax/grammar.h"
#include "syntax/sentence.h"

namespace zeitstrahl {

// Fills `out` with the phrases by their first word, and `by_head` with the index of the phrase
// that each word is the head of, or no_phrase.
void find_phrases(const grammar& rules, const syntax_tokens& words, std::vector<noun_phrase>& out,
                  std::vector<std::int32_t>& by_head);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_PHRASES_H_
