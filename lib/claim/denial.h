#ifndef ZEITSTRAHL_LIB_CLAIM_DENIAL_H_
#define ZEITSTRAHL_LIB_CLAIM_DENIAL_H_

// Which denial of a clause reaches a time.
//
//     Die Steuer steigt nicht im Juli, sondern im Oktober.   the first time only
//     Der Minister kommt am Freitag und nicht am Samstag.    the second
//     Sie hatten sich krank gemeldet und ihren Dienst nicht angetreten.   what is behind "und"
//     die nicht erklaerten Streiks                           none

#include <cstdint>

#include "claim/reading.h"

namespace zeitstrahl {

// The word that denies what the clause says at the time, or no_token.
token_index denial_of(const sentence_reading& s, std::int32_t clause, word_range time);

// Whether the words between two times deny or correct one of them, so that they do not date
// one event together.
bool is_corrected_between(const sentence_reading& s, word_range first, word_range second);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_DENIAL_H_
