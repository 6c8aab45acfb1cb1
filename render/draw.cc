#include "zeitstrahl/draw.h"

#include <algorithm>
#include <cctype>
#include <numbers>

#include "render/cairo_writers.h"
#include "render/layout.h"
#include "render/svg.h"
#include "render/text_metrics.h"
#include "render/theme.h"

namespace zeitstrahl {
namespace {

std::optional<error> fault_in(const draw_options& options) {
  if (options.width < 320 || options.width > 4000) {
    return error{
        error_kind::bad_usage, "",
        "a width of " + std::to_string(options.width) + " pixels cannot be drawn; use 320 to 4000"};
  }
  if (!(options.scale >= 1 && options.scale <= 4)) {
    return error{error_kind::bad_usage, "", "the scale must be 1 to 4"};
  }
  return std::nullopt;
}

}  // namespace

result<std::string> draw(const timeline& result, const draw_options& options) {
  if (const auto fault = fault_in(options)) return *fault;
  const auto metrics = text_metrics::open();
  if (!metrics) return metrics.error();
  layout_options how;
  how.width = options.width;
  how.title = options.title;
  if (options.format == picture_format::pdf) {
    how.page_height = std::max(options.width, 800) * std::numbers::sqrt2;  // A4, upright
  }
  const std::vector<scene> pages = lay_out(result, how, theme_of(options.theme), *metrics);
  switch (options.format) {
    case picture_format::png:
      return write_png(pages.front(), options.scale);
    case picture_format::pdf:
      return write_pdf(pages);
    case picture_format::svg:
      break;
  }
  return write_svg(pages.front());
}

std::optional<picture_format> picture_format_of(std::string_view path) {
  const auto ends_with = [&](std::string_view ending) {
    return path.size() > ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), path.rbegin(), [](char a, char b) {
             return a == std::tolower(static_cast<unsigned char>(b));
           });
  };
  if (ends_with(".svg")) return picture_format::svg;
  if (ends_with(".png")) return picture_format::png;
  if (ends_with(".pdf")) return picture_format::pdf;
  return std::nullopt;
}

}  // namespace zeitstrahl
