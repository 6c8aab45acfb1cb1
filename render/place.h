#ifndef ZEITSTRAHL_RENDER_PLACE_H_
#define ZEITSTRAHL_RENDER_PLACE_H_

// Where a claim's words stand, and which lane it takes.
//
// A mark and its words are one box.  For each claim there are a few ways to set the
// words (above a bar from its begin, up to or from the publication line, up to its end;
// right, left or above a diamond), each with a cost: its height, distance from the
// begin, and whether it covers the publication line.  Claims take lanes in order, each
// the cheapest pair of a way and a lane in which no box overlaps (greedy interval
// colouring); ties go to the upper lane and the earlier way, so the result is stable.

#include <optional>
#include <vector>

#include "render/marks.h"
#include "render/text_metrics.h"

namespace zeitstrahl {

inline constexpr font_style label_style{13, 600};
inline constexpr font_style detail_style{11, 400};
inline constexpr double label_line_height = 16;
inline constexpr double detail_line_height = 14.5;

// The words of a claim set in one way; vertical lengths count from the box's top.
struct placement {
  std::vector<text_line> label;
  std::vector<text_line> detail;
  text_anchor anchor = text_anchor::start;
  double anchor_x = 0;
  double words_top = 0;
  double mark_y = 0;
  double left = 0;  // of mark and words together
  double right = 0;
  double height = 0;
  double cost = 0;

  box words() const;  // of the words alone
};

struct label_frame {
  double left = 0;
  double right = 0;
  std::optional<double> marker_x;  // the publication line
};

// At least one; all lie inside the frame.
std::vector<placement> placements(const mark_shape& shape, const paragraph& label,
                                  const paragraph& detail, const label_frame& inside);

// One claim in a lane.
struct lane_item {
  std::size_t index = 0;  // in the order of adding
  placement how;
};

struct lane {
  double height = 0;
  std::vector<lane_item> items;
};

// Collects lanes from top to bottom.
class lane_packer {
 public:
  void add(std::vector<placement> ways);
  std::vector<lane> take() { return std::move(lanes_); }

 private:
  std::vector<lane> lanes_;
  std::size_t count_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_PLACE_H_
