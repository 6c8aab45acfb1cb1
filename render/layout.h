#ifndef ZEITSTRAHL_RENDER_LAYOUT_H_
#define ZEITSTRAHL_RENDER_LAYOUT_H_

// From a timeline to a picture: title, axis, one band a thread with its marks and
// labels, sources and legend.
//
//     result<text_metrics> metrics = text_metrics::open();
//     std::vector<scene> pages = lay_out(timeline, {}, theme_of(options.theme), *metrics);
//
// A claim without any date is listed in words under the axis.  All functions are pure
// and total: every timeline gives at least one scene.

#include <optional>
#include <string>
#include <vector>

#include "render/scene.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

struct layout_options {
  double width = 800;                 // 320 to 4000
  std::optional<double> page_height;  // higher pictures break into pages at a lane
  bool whole_pages = false;           // a single page takes the whole height, too
  std::optional<std::string> title;   // instead of the article's
  bool headed = true;                 // with title and date over the axis
};

// One scene, or one a page.
std::vector<scene> lay_out(const timeline& data, const layout_options& options, const theme& colors,
                           const text_metrics& metrics);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_LAYOUT_H_
