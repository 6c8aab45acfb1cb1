#ifndef ZEITSTRAHL_RENDER_COMPARE_DRIFT_H_
#define ZEITSTRAHL_RENDER_COMPARE_DRIFT_H_

// How a date moved from article to article: a line an article, on it a tick where it was
// published and a mark at the date it gives, and a path through the dates.

#include "render/compare_sheet.h"

namespace zeitstrahl {

// Whether the matter has one: its date moved, and three articles or more give it.
bool has_drift(const comparison_row& r);

// From the sheet's y on, which is under the drift then.
void add_drift(comparison_sheet& sheet, const story_names& names, const comparison_row& r);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_DRIFT_H_
