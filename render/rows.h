#ifndef ZEITSTRAHL_RENDER_ROWS_H_
#define ZEITSTRAHL_RENDER_ROWS_H_

// What stands in the picture of a timeline, before it is cut into pages: the axis over all
// times, and the rows under it, each a band's heading or a lane of claims.
//
//     const picture_rows all = make_rows(timeline, 24, 776, colors, metrics);
//     const page_rows first = all.that_fit(0, 400);
//     const double height = all.height(first);
//
// All functions are pure and total.

#include <cstddef>
#include <optional>
#include <vector>

#include "render/axis.h"
#include "render/marks.h"
#include "render/place.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "render/timing.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

inline constexpr font_style heading_style{12, 600};
inline constexpr double heading_top = 8;  // between a band's rule and its heading
inline constexpr double heading_line_height = 16;

// One bar, measured.
struct entry {
  const bar* what = nullptr;
  rgb hue;
  mark_shape shape;
  std::size_t number = 0;  // in the order of the timeline
};

// A stretch of the picture that no page breaks: a band's heading or a lane.
struct row {
  double height = 0;               // of a lane, with the gap under it
  bool heads_band = false;         // without claims
  std::vector<text_line> heading;  // of a band with a name
  rgb hue;
  std::optional<std::size_t> heading_row;  // of a lane: where its band's heading is
  lane claims;
  std::vector<entry> entries;    // of the lane's items
  std::optional<double> link_x;  // an event of the same day stands in the row above
};

// A bar that is told in words under the axis, and why.
struct listed {
  const bar* what = nullptr;
  timing why = timing::undated;
};

using page_rows = std::vector<std::size_t>;  // indexes of rows, top to bottom

struct picture_rows {
  label_frame inside;
  time_axis axis;
  std::vector<row> rows;
  std::vector<entry> dated;      // as they are numbered
  std::vector<listed> in_words;  // by kind
  feature_set features;          // of all marks

  page_rows every() const;

  // Rows from `first` on that fit the room, at least one lane.  A page that begins within
  // a band repeats its heading, and none ends with a heading.
  page_rows that_fit(std::size_t first, double room) const;

  // Of all rows of a page, and of the one at a place among them.
  double height(const page_rows& page) const;
  double height(const page_rows& page, std::size_t at) const;
};

// In the room from `left` to `right`, in pixels.  The timeline must outlive the rows.
picture_rows make_rows(const timeline& data, double left, double right, const theme& colors,
                       const text_metrics& metrics);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_ROWS_H_
