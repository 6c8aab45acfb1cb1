#ifndef ZEITSTRAHL_LIB_CLAIM_SPEAKER_H_
#define ZEITSTRAHL_LIB_CLAIM_SPEAKER_H_

// The subject of a verb of speech, by the sentence's analysis.

#include <cstdint>
#include <optional>

#include "claim/reading.h"

namespace zeitstrahl {

struct speaker_words {
  span phrase;             // tokens of the subject, with what hangs on it and stands next to it
  std::uint32_t head = 0;  // last token of its noun
};

// Nothing where the subject is not sure, is a pronoun, or the verb is a passive.
std::optional<speaker_words> speaker_by(const sentence_reading& s, std::uint32_t verb_token);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_SPEAKER_H_
