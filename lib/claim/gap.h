#ifndef ZEITSTRAHL_LIB_CLAIM_GAP_H_
#define ZEITSTRAHL_LIB_CLAIM_GAP_H_

// What a piece without a verb of its own takes from the clause that it goes on with.
//
//     2019 baute sie ein Werk in Ulm, [2021 ein zweites]          sie baute
//     Am Montag streiken die Fahrer, [am Dienstag die Lotsen]     streiken

#include <optional>
#include <vector>

#include "claim/reading.h"

namespace zeitstrahl {

struct borrowed_words {
  std::vector<token_index> words;  // of the clause, in text order
  word_range front;                // of the piece, what is its subject; else empty
};

// `piece` stands behind the clause's finite verb; `times`: those in it.  Nothing where it is not
// sure whose place its phrases take.
std::optional<borrowed_words> borrow_for_gap(const sentence_reading& s, std::int32_t clause,
                                             word_range piece,
                                             const std::vector<word_range>& times);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_GAP_H_
