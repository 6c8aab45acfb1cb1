#include "zeitstrahl/draw.h"

#include <algorithm>
#include <numbers>
#include <utility>

#include "render/cairo_writers.h"
#include "render/claim_words.h"
#include "render/font_subset.h"
#include "render/layout.h"
#include "render/report.h"
#include "render/svg.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "render/words_de.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

constexpr double usual_width = 800;
constexpr double longest_picture = 1600;
constexpr double pixels_a_millimetre = 96 / 25.4;

error bad_usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

std::optional<error> fault_in(const draw_options& options) {
  if (options.width < 320 || options.width > 4000) {
    return bad_usage("a width of " + std::to_string(options.width) +
                     " pixels cannot be drawn; use 320 to 4000");
  }
  if (!(options.scale >= 1 && options.scale <= 4)) return bad_usage("the scale must be 1 to 4");
  if (options.page != page_format::fit && options.format != picture_format::pdf) {
    return bad_usage("only PDF has pages; give other pictures a width");
  }
  const bool brings_fonts =
      options.format == picture_format::svg || options.format == picture_format::html;
  if (options.embed_fonts && !brings_fonts) {
    return bad_usage("fonts are embedded into SVG and HTML; PDF holds them anyway, PNG never");
  }
  return std::nullopt;
}

layout_options layout_of(const draw_options& options) {
  layout_options how;
  how.width = options.width;
  how.title = options.title;
  if (options.page == page_format::fit) return how;
  const bool a4 = options.page == page_format::a4;
  how.width = (a4 ? 297 : 210) * pixels_a_millimetre;
  how.page_height = (a4 ? 210 : 148) * pixels_a_millimetre;
  how.whole_pages = true;
  return how;
}

// Less where a picture of the usual width would be higher than a page shows: the most telling
// claims that there is room for.
timeline with_room(const timeline& data, const draw_options& options, const text_metrics& metrics) {
  timeline out = data;
  if (options.all || options.page != page_format::fit) return out;
  layout_options how = layout_of(options);
  how.width = std::max(how.width, usual_width);
  const auto shown = [&out] {
    return static_cast<std::size_t>(std::count_if(out.claims.begin(), out.claims.end(),
                                                  [](const claim& c) { return !c.hidden; }));
  };
  for (std::size_t count = shown(); count > 1; count = shown()) {
    const double height = lay_out(out, how, theme_of(options.theme), metrics).front().height;
    if (height <= longest_picture) break;
    const auto fitting =
        static_cast<std::size_t>(static_cast<double>(count) * longest_picture / height);
    // Never wrong: it names no thread and no claim.
    select(out, {.most = std::clamp<std::size_t>(fitting, 1, count - 1)});
  }
  return out;
}

class drawer {
 public:
  drawer(const timeline& data, const draw_options& options, const text_metrics& metrics)
      : data_(with_room(data, options, metrics)), options_(options), metrics_(metrics) {}

  result<std::string> draw() const {
    const layout_options how = layout_of(options_);
    if (options_.format == picture_format::html) return report(how);
    const std::vector<scene> pages = laid_out(how);
    switch (options_.format) {
      case picture_format::png:
        return write_png(pages.front(), options_.scale);
      case picture_format::pdf:
        return write_pdf(pages.front().height > most_page_side ? upright_pages(how) : pages);
      default:
        return svg(pages.front());
    }
  }

  std::string caption() const {
    const scene picture = laid_out(layout_of(options_)).front();
    const std::string about = about_words(data_.article);
    return fill(words().caption, {picture.title, about}) + "\n\n" + picture.description + "\n";
  }

 private:
  std::vector<scene> laid_out(const layout_options& how) const {
    return lay_out(data_, how, theme_of(options_.theme), metrics_);
  }

  std::vector<scene> upright_pages(layout_options how) const {
    how.page_height = std::max(how.width, 800.0) * std::numbers::sqrt2;
    return laid_out(how);
  }

  result<std::string> svg(const scene& picture) const {
    svg_options how;
    how.with_links = options_.links;
    if (options_.embed_fonts) {
      font_letters letters;
      letters.add(picture);
      result<std::string> faces = font_faces(letters);
      if (!faces) return faces;
      how.font_faces = std::move(*faces);
    }
    return write_svg(picture, how);
  }

  result<std::string> report(layout_options how) const {
    how.headed = false;  // the page has its own title
    report_pictures pictures;
    pictures.wide = laid_out(how).front();
    how.width = std::min(how.width, narrow_report_width);
    pictures.narrow = laid_out(how).front();
    const theme& colors = theme_of(options_.theme);
    std::string page = write_report(data_, pictures, "", colors);
    if (!options_.embed_fonts) return page;
    font_letters letters;
    for (const int weight : {400, 700}) letters.add(page, weight);
    const result<std::string> faces = font_faces(letters);
    if (!faces) return faces;
    return write_report(data_, pictures, *faces, colors);
  }

  const timeline data_;
  const draw_options& options_;
  const text_metrics& metrics_;
};

}  // namespace

result<std::string> draw(const timeline& result, const draw_options& options) {
  if (auto fault = fault_in(options)) return *std::move(fault);
  const auto metrics = text_metrics::open();
  if (!metrics) return metrics.error();
  return drawer(result, options, *metrics).draw();
}

result<std::string> caption(const timeline& result, const draw_options& options) {
  if (auto fault = fault_in(options)) return *std::move(fault);
  const auto metrics = text_metrics::open();
  if (!metrics) return metrics.error();
  return drawer(result, options, *metrics).caption();
}

}  // namespace zeitstrahl
