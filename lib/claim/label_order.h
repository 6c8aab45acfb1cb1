#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_ORDER_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_ORDER_H_

// The order of a label's words: the article's, but for two cases that German asks for.  Where a
// time stood before the finite verb, the subject takes its place; a clause that a conjunction
// opened becomes a main clause, its verb behind its subject.  Both only where the analysis is
// sure of the subject.

#include <cstdint>
#include <vector>

#include "claim/label_words.h"

namespace zeitstrahl {

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

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_ORDER_H_
