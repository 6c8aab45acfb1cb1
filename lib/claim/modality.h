#ifndef ZEITSTRAHL_LIB_CLAIM_MODALITY_H_
#define ZEITSTRAHL_LIB_CLAIM_MODALITY_H_

// Whether what a clause says happened, is planned, is possible or is denied.

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/clause.h"
#include "zeitstrahl/claim.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// What is known of the claim's time.
struct claim_time {
  interval when;
  std::uint32_t token = 0;  // the first of its expression
  std::optional<day> published;
};

struct modality_verdict {
  modality mode = modality::actual;
  bool hearsay = false;  // "soll ... haben": somebody says so
};

// The modality of a clause; appends what told it to `cues`.
modality_verdict find_modality(const analyzed_text& text, const sentence_clauses& clauses,
                               std::uint32_t clause_index, const claim_time& time,
                               std::vector<cue>& cues);

// The modality of a noun phrase ("die Wahl am 15. Maerz"), by its time alone and the words of
// the phrase.
modality_verdict find_nominal_modality(const analyzed_text& text, span tokens,
                                       const claim_time& time, std::vector<cue>& cues);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_MODALITY_H_
