#ifndef ZEITSTRAHL_LIB_TIMELINE_THREADS_H_
#define ZEITSTRAHL_LIB_TIMELINE_THREADS_H_

// Claims of the same actors about the same matter, and the bars that draw them.
//
// A claim's two first actors tell its thread: subject and object stand before those who are
// named in passing.  A claim with one actor joins the pair that this actor is most often
// named in; a claim without actors joins the last thread that speaks of the same things.
//
// Two claims of one state are one bar: "seit 2019 verflochten" and "bis 2030 laufende
// Partnerschaft" of the same actors.  One lacks the begin, the other the end; both hold for
// certain, speak of the same matter and fit together in time.  Claims that contradict each
// other stay apart, each with its bar, and the thread says so.

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Fills out.threads and the thread of each claim.  Linear in the number of claims, but for
// sorting.
void find_threads(timeline& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIMELINE_THREADS_H_
