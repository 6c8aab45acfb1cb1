#ifndef ZEITSTRAHL_RENDER_AXIS_H_
#define ZEITSTRAHL_RENDER_AXIS_H_

// The axis: from days to pixels, and where its ticks and their labels are.
//
// Times are days since 1970-01-01 with fractions; a day's own stretch is [n, n + 1).
// The distance of ticks is the first of a ladder (hour to 1,000 years) at which the
// labels have room.  Units up to a year are labelled in their middle and named by the
// larger unit in a second row ("2025" over "Jan."); longer steps at their tick.

#include <optional>
#include <string>
#include <vector>

#include "render/scene.h"
#include "render/text_metrics.h"
#include "render/theme.h"

namespace zeitstrahl {

struct time_range {
  double first = 0;
  double last = 1;  // > first
};

struct time_scale {
  time_range range;
  double left = 0;
  double right = 1;

  double x(double time) const {
    return left + (time - range.first) / (range.last - range.first) * (right - left);
  }
};

struct tick_label {
  std::string content;
  double center = 0;
  double width = 0;
};

struct time_axis {
  time_scale scale;
  std::vector<double> major;  // x of the ticks that have a grid line
  std::vector<double> minor;
  std::vector<tick_label> labels;
  std::vector<tick_label> context;  // larger units; empty where the labels say all

  // Of the rows of labels with the ticks, in pixels.
  double height() const;
};

// `marker_x` is the publication line, which no label may stand on: labels step aside
// where there is room and are left out elsewhere.
time_axis make_axis(const time_scale& scale, std::optional<double> marker_x,
                    const text_metrics& metrics);

// The axis line at `y`, ticks and labels over it, or under it at the foot of a picture.
group draw_axis(const time_axis& axis, double y, bool at_foot, const theme& colors);

// The lines behind everything.
group draw_grid(const time_axis& axis, double top, double bottom, const theme& colors);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_AXIS_H_
