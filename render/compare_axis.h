#ifndef ZEITSTRAHL_RENDER_COMPARE_AXIS_H_
#define ZEITSTRAHL_RENDER_COMPARE_AXIS_H_

// The axis over what articles say that are compared, and their publications on it.

#include <cstdint>
#include <vector>

#include "render/compare_sheet.h"

namespace zeitstrahl {

// An axis over all times of the statements, and over the publications of articles that lie near
// them, with room for fades and arrow heads.
time_axis axis_over(const comparison_sheet& sheet, const std::vector<const statement*>& said,
                    const std::vector<std::uint32_t>& articles, double left, double right);

// The axis at `axis_y`, and its grid over `height` pixels from there on.
void add_axis(comparison_sheet& sheet, const time_axis& axis, double axis_y, double height);

// The axis under what stands already, its grid, and a line with a flag where an article of the
// story was published; returns the y of the axis.
double add_axis_of(comparison_sheet& sheet, const time_axis& axis, double height, const story& s,
                   const story_names& names);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_AXIS_H_
