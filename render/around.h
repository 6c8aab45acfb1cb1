#ifndef ZEITSTRAHL_RENDER_AROUND_H_
#define ZEITSTRAHL_RENDER_AROUND_H_

// The words around a timeline's marks: title and date over them; under them claims that the axis
// cannot show, what is left out, sources and the legend.
//
// All functions are pure and total.

#include <cstddef>
#include <string>
#include <vector>

#include "render/layout.h"
#include "render/rows.h"
#include "render/scene.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Which of the claims without a date stand on a page, from one to before another, and whether
// sources and legend do.
struct foot_plan {
  std::size_t listed_from = 0;
  std::size_t listed_to = 0;
  bool last = false;

  bool lists_any() const { return listed_from < listed_to; }
};

// Lines of text from `top_left` on; returns the y under them.
double add_lines(std::vector<node>& out, const std::vector<text_line>& lines, point top_left,
                 font_style style, rgb color, double line_height);

// What it is made from must outlive it.
class around_plot {
 public:
  around_plot(const timeline& data, const picture_rows& rows, const layout_options& options,
              const theme& colors, const text_metrics& metrics);

  const std::string& title() const { return title_; }

  // All that the picture shows, in words.
  std::string description() const;

  // Over the plot of a page, by its index among `count`; returns the y under it.
  double draw_header(scene& out, std::size_t page, std::size_t count) const;

  // From `y` on; returns the y under it.
  double draw_foot(scene& out, double y, const foot_plan& page) const;
  double foot_height(const foot_plan& page) const;

 private:
  std::vector<text_line> wrapped(std::string_view content, font_style style) const;
  double add_muted(scene& out, const std::string& content, double y) const;
  double draw_listed(scene& out, double y, const foot_plan& page) const;
  double draw_legend(scene& out, double y) const;

  const timeline& data_;
  const picture_rows& rows_;
  const layout_options& options_;
  const theme& colors_;
  const text_metrics& metrics_;
  std::string title_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_AROUND_H_
