#ifndef ZEITSTRAHL_RENDER_AXIS_H_
#define ZEITSTRAHL_RENDER_AXIS_H_

// The axis: from days to pixels, and where its ticks and their labels are.
//
// Where all lies at one end and little far away, the axis is broken, so that neither
// stretch is squeezed; each has ticks of its own.
//
// Times are days since 1970-01-01 with fractions; a day's own stretch is [n, n + 1).
// The distance of ticks is the first of a ladder (hour to 1,000 years) at which the
// labels have room.  Units up to a year are labelled in their middle and named by the
// larger unit in a second row ("2025" over "Jan."); longer steps at their tick, and
// years that hold marks have ticks rather than the round ones beside them.

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

// A stretch that the axis leaves out, or shortens where bars run through it.
struct axis_break {
  time_range times;
  double left = 0;  // its place in the picture
  double right = 0;

  double middle() const { return (left + right) / 2; }
};

struct time_scale {
  time_range range;
  double left = 0;
  double right = 1;
  std::vector<axis_break> breaks = {};  // in order, inside range, and inside left to right

  double x(double time) const {
    double from = range.first;
    double from_x = left;
    for (const axis_break& b : breaks) {
      if (time < b.times.first) return between(time, {from, b.times.first}, from_x, b.left);
      if (time <= b.times.last) return between(time, b.times, b.left, b.right);
      from = b.times.last;
      from_x = b.right;
    }
    return between(time, {from, range.last}, from_x, right);
  }

  // What lies between the breaks, each evenly spaced; one where there is no break.
  std::vector<time_scale> parts() const {
    std::vector<time_scale> out;
    time_scale part{range, left, right, {}};
    for (const axis_break& b : breaks) {
      part.range.last = b.times.first;
      part.right = b.left;
      out.push_back(part);
      part = {{b.times.last, range.last}, b.right, right, {}};
    }
    out.push_back(part);
    return out;
  }

 private:
  static double between(double time, const time_range& times, double from, double to) {
    return from + (time - times.first) / (times.last - times.first) * (to - from);
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
// where there is room and are left out elsewhere.  `marks` are the times that are drawn,
// in any order.
time_axis make_axis(const time_scale& scale, std::optional<double> marker_x,
                    const std::vector<double>& marks, const text_metrics& metrics);

// The axis line at `y`, ticks and labels over it, or under it at the foot of a picture.
group draw_axis(const time_axis& axis, double y, bool at_foot, const theme& colors);

// Where the axis is broken: two strokes through a line at `y`.
path draw_break(double x, double y, const theme& colors);

// The lines behind everything.
group draw_grid(const time_axis& axis, double top, double bottom, const theme& colors);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_AXIS_H_
