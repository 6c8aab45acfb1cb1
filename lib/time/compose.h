#ifndef ZEITSTRAHL_LIB_TIME_COMPOSE_H_
#define ZEITSTRAHL_LIB_TIME_COMPOSE_H_

// From the parts that rows find to whole expressions.
//
// A row says one part: "3. Juni", "erstes Quartal", "des vergangenen Jahres", "Anfang".  What
// German puts beside each other belongs together:
//
//   a part and the unit in which it lies     [erstes Quartal] [des Vorjahres]
//   a bound or half and its unit             [Anfang] [Mai], [zweite Haelfte] [der 1930er Jahre]
//   members of a range or list               vom [3.] bis [7. Juni], [Fruehjahr] und [Sommer 2019]
//
// of which a later member gives an earlier one what that leaves out: the rest of the words
// ("3." is "3. Juni"), or the unit ("Fruehjahr" is "Fruehjahr 2019").  The idea is that of
// Duckling's `intersect` and of SUTime's composition rules.  What may stand between the two is
// said by the rows `join inside`, `join range` and `join list`.
//
// One pass from the last part to the first, so that what a part lies in is whole when the part
// is met: linear in the number of parts.

#include "lang/language.h"
#include "text/scan.h"
#include "time/match.h"

namespace zeitstrahl {

// `parts` in the order of the text, as rows find them; `out` is cleared first.  Parts that say
// nothing alone and have found no other are left out.
void compose(const language& tables, const scanned_text& scanned,
             const std::vector<said_expression>& parts, said_text& out);

// The unit that a part names or lies within, as far as units can be compared: a day, a month.
grain grain_of(const said_expression& said);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_COMPOSE_H_
