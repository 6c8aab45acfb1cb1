#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/actors.h"
#include "claim/nominative.h"
#include "claim/reading.h"

namespace zeitstrahl {

// What a piece without a verb of its own takes from the clause that it goes on with.
//
//     2019 baute sie ein Werk in Ulm, [2021 ein zweites]          sie baute
//     Am Montag streiken die Fahrer, [am Dienstag die Lotsen]     streiken

struct borrowed_words {
  std::vector<token_index> words;  // of the clause, in text order
  word_range front;                // of the piece, what is its subject; else empty
};

// `piece` stands behind the clause's finite verb; `times`: those in it.  Nothing where it is not
// sure whose place its phrases take.
std::optional<borrowed_words> borrow_for_gap(const sentence_reading& s, std::int32_t clause,
                                             word_range piece,
                                             const std::vector<word_range>& times);

// Which words of a sentence a label holds, before they are put in order.

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

// The order of a label's words: the article's, but for two cases that German asks for.  Where a
// time stood before the finite verb, the subject takes its place; a clause that a conjunction
// opened becomes a main clause, its verb behind its subject.  Both only where the analysis is
// sure of the subject.

// A word of the label, or a part of one ("statt" of "stattfindet"): its bytes.
struct label_piece {
  token_index word = no_token;
  span bytes;  // of the word's text
};

// The subject of a clause where it may be put first: the analysis is sure of it and of where it
// ends.  Empty otherwise.
word_range movable_subject(const sentence_reading& s, std::int32_t clause);

// Whether a clause with its verb last can be written as a main clause.
bool can_be_main(const sentence_reading& s, std::int32_t clause);

std::vector<label_piece> order_label(const sentence_reading& s, const label_words& chosen);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_WORDS_H_
