#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_FORMS_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_FORMS_H_

// One name for all its mentions: "Deeg" is "Waltraud Deeg", "Microsofts" is "Microsoft", "BGH" is
// what it was short for, and "der Deutschen Bank" is "Deutsche Bank".

#include "claim/name_choice.h"

namespace zeitstrahl {

// Finds the chosen names where they stand again and fills `out`.
void join_names(const name_words& words, const std::vector<name_run>& runs,
                const chosen_names& chosen, article_names& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_FORMS_H_
