#ifndef ZEITSTRAHL_RENDER_TIMING_H_
#define ZEITSTRAHL_RENDER_TIMING_H_

// How exactly the words of a text date a bar: what the picture may put on its axis, and where
// numbers would say more than the text does.  Functions are pure and total.

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

enum class timing : std::uint8_t {
  dated,      // on the axis
  present,    // only by words like "jetzt", "derzeit": the day of publication is nobody's date
  recurring,  // only by a recurrence, "jeden Dienstag": no day and no stretch of time
  undated,
};

timing timing_of(const timeline& data, const bar& b);

// Whether a recurrence is among the words that date it: "seit 2019 jeden Dienstag".
bool recurs(const timeline& data, const bar& b);

// Whether only words without a number or name date it: "vor Monaten", "neulich".  Its bounds
// serve to draw it, but are not to be written.
bool is_indefinite(const timeline& data, const bar& b);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_TIMING_H_
