#ifndef ZEITSTRAHL_RENDER_COMPARE_PANELS_H_
#define ZEITSTRAHL_RENDER_COMPARE_PANELS_H_

// A story of many articles as panels on one axis: a panel an article, with marks that bear the
// number of their matter, and under the panels the matters by those numbers, with verdicts.

#include <vector>

#include "render/compare_sheet.h"

namespace zeitstrahl {

// From the sheet's y on, which is under the list of matters then.
void add_panels(comparison_sheet& sheet, const story& s, const story_names& names,
                const std::vector<const comparison_row*>& rows);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_PANELS_H_
