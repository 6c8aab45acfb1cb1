#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_RUNS_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_RUNS_H_

// Where names may be: stretches of words with capitals, with what stands inside of names and has
// none: "Walther [von der] Vogelweide", "Roger M[.] Buergel", "O['] Reilly", "St[.] Lorenzen".

#include <vector>

#include "claim/name_words.h"
#include "claim/names.h"

namespace zeitstrahl {

struct name_run {
  span tokens;
  bool first = false;      // begins the sentence
  bool articled = false;   // an article, a possessive or a number stands before it
  bool described = false;  // an adjective does
  bool titled = false;     // words before the name were taken off
  bool quoted = false;     // it stands in quotation marks by itself
  bool whole = false;      // a name for sure: "St. Lorenzen"
  known_name::kind is = known_name::kind::unknown;
};

// All runs of the text, in order.
std::vector<name_run> find_name_runs(const name_words& words);

// Whether the tokens, and perhaps a number behind them, stand in quotation marks by themselves.
bool stands_in_quotes(const name_words& words, span tokens);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_RUNS_H_
