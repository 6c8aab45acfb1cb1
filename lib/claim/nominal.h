#ifndef ZEITSTRAHL_LIB_CLAIM_NOMINAL_H_
#define ZEITSTRAHL_LIB_CLAIM_NOMINAL_H_

// Claims that are noun phrases.
//
//     die schon seit mehreren Jahren laufende Partnerschaft beider Unternehmen   attribute
//     die Vorstellung am 6. November in Bozen (ist ausverkauft)                   event
//     Carla Hoyer (1898-1976)                                                     life
//     Lena Ortmann, seit Montag wieder Leiterin, (kam nach Ulm)                   apposition
//
// An attribute hangs on an adjective or a participle before its noun; an event stands beside the
// time, where the clause's verb cannot own the time: before a finite verb in second place stands
// one phrase only.  An event in which something happens ("bei der Wahl am Sonntag gewann X")
// dates its clause instead.

#include <optional>

#include "claim/names.h"
#include "claim/reading.h"
#include "zeitstrahl/claim.h"

namespace zeitstrahl {

struct nominal_claim {
  span tokens;
  std::uint32_t head = no_index;  // token of the noun
};

// The noun phrase that the time dates, or nothing.  `others`: whether further times stand in
// the clause, which then dates itself by them; `relates`: how the time does.
std::optional<nominal_claim> find_nominal(const sentence_reading& s, const article_names& names,
                                          word_range time, bool others, relation relates);

// Whether the time belongs to an event since which a clause holds: "seit der Wahl am Sonntag".
bool is_since_event(const sentence_reading& s, word_range time);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NOMINAL_H_
