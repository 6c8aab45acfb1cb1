#ifndef ZEITSTRAHL_RENDER_COMPARE_LAYOUT_H_
#define ZEITSTRAHL_RENDER_COMPARE_LAYOUT_H_

// From a comparison to a picture.
//
// A story of up to four articles is a table: a row a matter, in it a line an article, on one
// axis, and the verdict in words.  A larger story is a panel an article, with numbered marks
// on one axis, and the verdicts under it by those numbers.  Merged, a row has a line for each
// time that is stated, with the number of its sources.  Where a date moved through three or
// more articles, its drift is drawn: an article a line, its publication and the date it gives.
// Rows that matter come first; what does not fit into 1,600 pixels is counted, not drawn.
//
// Pure and total.

#include <optional>
#include <string>
#include <vector>

#include "render/scene.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

struct comparison_layout {
  double width = 800;  // 320 to 4000
  bool merged = false;
  std::vector<verdict> verdicts;  // rows with these only; empty: all but what one alone says
  bool all = false;               // also what one alone says, and however high the picture gets
  bool headed = true;             // the title stands in the picture
  std::optional<std::string> title;
};

scene lay_out(const comparison& all, const comparison_layout& options, const theme& colors,
              const text_metrics& metrics);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_LAYOUT_H_
