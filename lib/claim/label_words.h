#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_

// Which words of a sentence a label holds, before they are put in order.

#include <cstdint>
#include <vector>

#include "claim/actors.h"
#include "claim/gap.h"
#include "claim/nominative.h"
#include "claim/reading.h"

namespace zeitstrahl {

struct label_source {
  std::int32_t clause = no_clause;       // of the analysis, that holds the time
  word_range phrase;                     // of a claim that is a noun phrase, else empty
  std::vector<word_range> times;         // each with what frames it, in order
  word_range gap;                        // of a piece that shares the clause's verb, else empty
  borrowed_words borrowed;               // what that takes from the clause
  std::vector<word_range> gaps;          // pieces of the clause that say something else
  const actor_finder* actors = nullptr;  // tells who a pronoun as subject stands for; may be null
  const lexicon* forms = nullptr;        // puts nouns into the nominative; may be null
};

struct label_words {
  std::int32_t clause = no_clause;  // whose words are the frame of the label
  std::vector<token_index> words;   // in text order
  std::vector<other_form> forms;    // of them, what is written with another ending
  word_range front;                 // of them, what goes first: nothing is left before the verb
  token_index gap = no_token;       // the verbs' rest before this word goes last; or no_token
};

// The clause that says it: of a group around an infinitive the clause that governs it, of a
// clause without a subject the one that it goes on with, else the one itself.
label_words choose_label_words(const sentence_reading& s, const label_source& source);

// Behind the clauses that follow a clause and are what it knows or wants, or 0.
token_index end_of_complement(const sentence_reading& s, std::int32_t clause);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_
