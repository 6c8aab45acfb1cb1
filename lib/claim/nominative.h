#ifndef ZEITSTRAHL_LIB_CLAIM_NOMINATIVE_H_
#define ZEITSTRAHL_LIB_CLAIM_NOMINATIVE_H_

// A noun phrase that stands alone stands in the nominative:
//
//     bei der erfolgreichen Wahl             Erfolgreiche Wahl
//     des in Ulm gebauten Schiffes           In Ulm gebautes Schiff

#include <string>
#include <vector>

#include "claim/reading.h"
#include "syntax/lexicon.h"

namespace zeitstrahl {

struct other_form {
  token_index word = no_token;
  std::string form;
};

struct nominative {
  word_range lead;                // preposition and article before it, which go
  std::vector<other_form> words;  // what is written with another ending
};

// Of the phrase of the noun, whose words are `phrase`.  What is a nominative stays as it is; where
// gender or number are not sure, only the lead goes.
nominative nominative_of(const sentence_reading& s, const lexicon& forms, word_range phrase,
                         token_index noun);

// Of a noun by itself: "Zelten", "Ministeriums"; as it is where it is one or not known.
std::string nominative_of(const lexicon& forms, std::string_view noun);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NOMINATIVE_H_
