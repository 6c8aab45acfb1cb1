#include "zeitstrahl/draw_comparison.h"

#include <utility>

#include "render/cairo_writers.h"
#include "render/compare_layout.h"
#include "render/compare_page.h"
#include "render/font_subset.h"
#include "render/svg.h"
#include "render/text_metrics.h"
#include "render/theme.h"

namespace zeitstrahl {
namespace {

error bad_usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

std::optional<error> fault_in(const draw_options& options) {
  if (options.width < 320 || options.width > 4000) {
    return bad_usage("a width of " + std::to_string(options.width) +
                     " pixels cannot be drawn; use 320 to 4000");
  }
  if (!(options.scale >= 1 && options.scale <= 4)) return bad_usage("the scale must be 1 to 4");
  return std::nullopt;
}

}  // namespace

result<std::string> draw(const comparison& all, const comparison_options& options) {
  const draw_options& how = options.picture;
  if (auto fault = fault_in(how)) return *std::move(fault);
  const auto metrics = text_metrics::open();
  if (!metrics) return metrics.error();
  const theme& colors = theme_of(how.theme);
  const comparison_layout layout{static_cast<double>(how.width), options.merge, how.title};
  const scene picture = lay_out(all, layout, colors, *metrics);
  if (how.format == picture_format::png) return write_png(picture, how.scale);
  if (how.format == picture_format::pdf) return write_pdf({picture});
  svg_options writing;
  if (how.embed_fonts) {
    font_letters letters;
    letters.add(picture);
    result<std::string> faces = font_faces(letters);
    if (!faces) return faces;
    writing.font_faces = *std::move(faces);
  }
  if (how.format == picture_format::svg) return write_svg(picture, writing);
  return write_comparison_page(all, picture, writing.font_faces, colors);
}

}  // namespace zeitstrahl
