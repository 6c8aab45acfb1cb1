#ifndef ZEITSTRAHL_LIB_COMPARE_TIMES_H_
#define ZEITSTRAHL_LIB_COMPARE_TIMES_H_

// When a statement says that something happens or holds, as days that can be compared: those
// of an event, or of the begin and the end of a state, as exactly as they are said.

#include <optional>
#include <vector>

#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// First and last day, of one bound or of an event.
using days = std::optional<day_range>;

struct placed_time {
  days at;     // of an event
  days begin;  // of a state
  days end;
  days term;                // in which what is planned shall happen
  bool begins_now = false;  // "from now on"
  bool loose = false;       // "almost three years ago": not to be held against another

  bool comparable() const { return at || begin || end; }
  const days& side() const { return at ? at : begin ? begin : end; }
  // It is known from when to when, and that is more than a unit of the calendar.
  bool is_span() const { return begin && end; }
};

placed_time place_in_time(const timeline& article, const statement& s);

// How two times of one matter lie to each other.
struct time_relation {
  enum class kind : std::uint8_t { equal, overlapping, apart };
  kind is = kind::equal;
  aspect in = aspect::time;
  bool first_coarser = false;
  bool second_coarser = false;
  bool across = false;   // an event, and the begin of a state
  bool in_term = false;  // what happened, and until when it should happen
};

// Nothing where they are not of the same side of the matter.
std::optional<time_relation> relate(const placed_time& a, const placed_time& b);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_TIMES_H_
