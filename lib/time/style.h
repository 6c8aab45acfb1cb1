#ifndef ZEITSTRAHL_LIB_TIME_STYLE_H_
#define ZEITSTRAHL_LIB_TIME_STYLE_H_

// What a text's times count from: its publication, as in news, or its own dates, as in a
// biography or the history of a war.

#include "time/resolve.h"

namespace zeitstrahl {

struct told_style {
  bool narrative = false;   // times count from the date last read
  bool of_the_day = false;  // "heute" is the day of publication, not nowadays
};

// A text counts from its own dates if it names many years, or most of these are far from its
// publication, few of its words point at that, and hardly any of its dates lies behind it; so if
// it opens with such a year and nothing points at the publication.  A text is of the day if it
// knows a yesterday or a bare weekday, or is brief; such a text's "today" is its day, another's
// is its time.
told_style judge_style(const resolve_input& input, const words_around& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_STYLE_H_
