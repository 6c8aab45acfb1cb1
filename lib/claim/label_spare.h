#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_SPARE_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_SPARE_H_

// What a label that is too long can do without.

#include <cstddef>
#include <vector>

#include "claim/label_order.h"

namespace zeitstrahl {

// A group that says what for, an apposition, or a phrase that hangs on a noun before it: the first
// of these that there is; of several phrases the shortest that has `too_many` code points, else
// the longest.  Nothing goes that denies or that other words hang on.  Empty where there is none.
word_range spare_part(const sentence_reading& s, const label_words& chosen, std::size_t too_many);

struct piece_range {
  std::size_t begin = 0;  // half-open
  std::size_t end = 0;
};

// The pieces, at least `too_many` code points, for which an ellipsis may stand: neither verbs nor
// what denies, nor subjects, nor objects, nor the first piece.  Empty where there are none.
piece_range hidden_part(const sentence_reading& s, const std::vector<label_piece>& pieces,
                        std::size_t too_many);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_SPARE_H_
