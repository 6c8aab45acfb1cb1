#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_

// Which stretches with capitals are names, and which of their words belong to the name.
//
// Titles and nouns before a name are taken off it ("Liedermacher [Jonas Brandl]"), and so are
// nouns behind it ("[Copilot] Zugang").  A single word is a name by what speaks for it.

#include <vector>

#include "claim/name_runs.h"

namespace zeitstrahl {

struct chosen_name {
  span tokens;
  known_name::kind is = known_name::kind::unknown;
  bool describes = false;  // part of a noun for a person: "[IG Stahl]-Chef"
};

// The part of a compound before its hyphen: "OpenAI" of "OpenAI-Chef".
struct compound_part {
  std::uint32_t token = 0;
  bool sure = false;  // else a name only where the text names it elsewhere
};

struct chosen_names {
  std::vector<chosen_name> names;    // in the order of the text, disjoint
  std::vector<compound_part> parts;  // so
};

chosen_names choose_names(const name_words& words, const std::vector<name_run>& runs);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_
