#ifndef ZEITSTRAHL_RENDER_COMPARE_TABLE_H_
#define ZEITSTRAHL_RENDER_COMPARE_TABLE_H_

// A story as a table on one axis: a row a matter with its label, in it a line of marks for each
// article, or for each time that is stated where sources are merged, and the verdict.  A narrow
// sheet has the three below each other.

#include <vector>

#include "render/compare_sheet.h"

namespace zeitstrahl {

// From the sheet's y on, which is under the table then.
void add_table(comparison_sheet& sheet, const story& s, const story_names& names,
               const std::vector<const comparison_row*>& rows);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_TABLE_H_
