#ifndef ZEITSTRAHL_LIB_CLAIM_PERSON_NOUN_H_
#define ZEITSTRAHL_LIB_CLAIM_PERSON_NOUN_H_

// Nouns that name persons, told by their pairs: what has a form for a woman names somebody.
//
//     Hacker, Hackerin       Brasilianer, Brasilianerin       Weltmeisterin, Weltmeister

#include <string_view>

#include "claim/words.h"
#include "syntax/lexicon.h"

namespace zeitstrahl {

// Whether the lexicon has the noun of the other gender as well; of a compound, that of its head.
// `form`: what the lexicon says of the noun.
bool has_other_gender(const claim_words& tables, const lexicon& forms, std::string_view noun,
                      const morphology& form);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_PERSON_NOUN_H_
