#ifndef ZEITSTRAHL_LIB_TIMELINE_THREADS_H_
#define ZEITSTRAHL_LIB_TIMELINE_THREADS_H_

// Claims of the same main actor, and the bars that draw them.
//
// The main actor of a claim is whom most claims of the article name; another actor splits
// nothing.  A claim without actors belongs to the last that speaks of the same matter, tells on
// what was told right before, or is of the matter that its topic names.  What has neither is
// together in one thread without a label.
//
// Two claims of one state are one bar: "seit 2019 verflochten" and "bis 2030 laufende
// Partnerschaft" of the same actors.  One lacks the begin, the other the end; both hold for
// certain, speak of the same matter and fit together in time.  Claims that contradict each
// other stay apart, each with its bar, and the thread says so.

#include "claim/names.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Fills out.threads and the thread of each claim.  `names`: of the article; they say how an actor
// is called in a heading.  Linear in the number of claims, but for
// sorting.
void find_threads(const article_names& names, timeline& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIMELINE_THREADS_H_
