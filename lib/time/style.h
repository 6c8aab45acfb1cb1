#ifndef ZEITSTRAHL_LIB_TIME_STYLE_H_
#define ZEITSTRAHL_LIB_TIME_STYLE_H_

// What a text's times count from: its publication, as in news, or its own dates, as in a
// biography or the history of a war.

#include <vector>

#include "time/resolve.h"

namespace zeitstrahl {

struct told_style {
  bool narrative = false;   // times count from the date last read
  bool of_the_day = false;  // "heute" is the day of publication, not nowadays
  std::vector<bool> other;  // by expression: its passage is told in the other style; or empty

  bool is_narrative(std::size_t expression) const {
    return narrative != (expression < other.size() && other[expression]);
  }
};

// A text counts from its own dates if it names many years, or most of these are far from its
// publication, few of its words point at that, and hardly any of its dates lies behind it; so if
// it opens with such a year and nothing points at the publication.  A text is of the day if it
// knows a yesterday or a bare weekday, or is brief; such a text's "today" is its day, another's
// is its time.
//
// A passage is a paragraph or line, and may be told in the other style than its text:
//
//   in a text of    it is of the other style if
//   news            it names three far years or more, no near one and none to come, and nothing
//                   in it points at the publication: the history behind the news
//   its own dates   it is the last one, names no far year, and two words or more in it point at
//                   the publication or name years about it: a history that ends in the present
//
// tests/cases/style.txt has the cases.
told_style judge_style(const resolve_input& input, const words_around& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_STYLE_H_
