#include "zeitstrahl/draw_comparison.h"

#include <algorithm>
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

class comparison_drawer {
 public:
  comparison_drawer(const comparison& all, const comparison_options& options,
                    const text_metrics& metrics)
      : all_(all), how_(options.picture), metrics_(metrics), colors_(theme_of(how_.theme)) {
    layout_.width = how_.width;
    layout_.merged = options.merge;
    layout_.verdicts = options.verdicts;
    layout_.all = options.all;
    layout_.title = how_.title;
  }

  result<std::string> draw() const {
    if (how_.format == picture_format::html) return page();
    const scene picture = lay_out(all_, layout_, colors_, metrics_);
    if (how_.format == picture_format::png) return write_png(picture, how_.scale);
    if (how_.format == picture_format::pdf) return write_pdf({picture});
    svg_options writing;
    if (how_.embed_fonts) {
      font_letters letters;
      letters.add(picture);
      result<std::string> faces = font_faces(letters);
      if (!faces) return faces;
      writing.font_faces = *std::move(faces);
    }
    return write_svg(picture, writing);
  }

 private:
  result<std::string> page() const {
    comparison_layout layout = layout_;
    layout.headed = false;
    report_pictures pictures;
    pictures.wide = lay_out(all_, layout, colors_, metrics_);
    layout.width = std::min(layout.width, narrow_report_width);
    pictures.narrow = lay_out(all_, layout, colors_, metrics_);
    std::string plain = write_comparison_page(all_, pictures, "", colors_);
    if (!how_.embed_fonts) return plain;
    font_letters letters;
    for (const int weight : {400, 700}) letters.add(plain, weight);
    const result<std::string> faces = font_faces(letters);
    if (!faces) return faces;
    return write_comparison_page(all_, pictures, *faces, colors_);
  }

  const comparison& all_;
  const draw_options& how_;
  const text_metrics& metrics_;
  const theme& colors_;
  comparison_layout layout_;
};

}  // namespace

result<std::string> draw(const comparison& all, const comparison_options& options) {
  if (auto fault = fault_in(options.picture)) return *std::move(fault);
  const auto metrics = text_metrics::open();
  if (!metrics) return metrics.error();
  return comparison_drawer(all, options, *metrics).draw();
}

}  // namespace zeitstrahl
