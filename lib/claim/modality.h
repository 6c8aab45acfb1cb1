#ifndef ZEITSTRAHL_LIB_CLAIM_MODALITY_H_
#define ZEITSTRAHL_LIB_CLAIM_MODALITY_H_

// Whether what a clause says happened, is planned, is possible or is denied.
//
// Asked in this order, each of the clause itself: is it asked, wanted, set as a condition, told as
// not so, heard of, denied, possible, planned; and, before its plans, what governs it (stance.h).
// What nothing of this holds of, and what does not lie ahead, is actual.

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/reading.h"
#include "zeitstrahl/claim.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// What is known of the claim's time.
struct claim_time {
  interval when;
  word_range words;  // of its expressions, from the first to the last
  std::optional<day> published;
  bool reported = false;  // the clause gives somebody's words
};

struct modality_verdict {
  modality mode = modality::actual;
  bool hearsay = false;  // "soll ... haben": somebody says so
};

// The modality of a clause; appends what told it to `cues`.
modality_verdict find_modality(const sentence_reading& s, std::int32_t clause,
                               const claim_time& time, std::vector<cue>& cues);

// The modality of a noun phrase ("die Wahl am 15. Maerz") in a clause: by its own words, by its
// time, and by what the clause says of it.
modality_verdict find_nominal_modality(const sentence_reading& s, std::int32_t clause,
                                       word_range phrase, const claim_time& time,
                                       std::vector<cue>& cues);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_MODALITY_H_
