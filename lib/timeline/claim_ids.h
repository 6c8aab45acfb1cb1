#ifndef ZEITSTRAHL_LIB_TIMELINE_CLAIM_IDS_H_
#define ZEITSTRAHL_LIB_TIMELINE_CLAIM_IDS_H_

// Names for claims that stay the same while their passage does.

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Fills the id of each claim: "c" and six letters and digits made of its sentence's words and
// its time words, by FNV-1a (Fowler, Noll, Vo).  What else stands in the article makes no
// difference, nor what the claim was understood to say.  Of claims with the same words the
// second is "c4k7tq2-2".
void name_claims(timeline& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIMELINE_CLAIM_IDS_H_
