#ifndef ZEITSTRAHL_DRAW_H_
#define ZEITSTRAHL_DRAW_H_

// A timeline as a picture, or as a page with picture, article and claims.
//
//     draw_options options;
//     options.format = picture_format::svg;
//     options.theme = picture_theme::light;
//     result<std::string> svg = draw(result, options);
//     if (svg) write_file("zeitleiste.svg", *svg);
//
// Needs the font Noto Sans; without it drawing fails with an error that says so.
// The same timeline and options give the same bytes.  May be called from several
// threads at once.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

enum class picture_format : std::uint8_t {
  svg,
  png,
  pdf,
  html,  // a report: the picture, the article with its passages marked, a table of claims
};
enum class picture_theme : std::uint8_t { light, dark, print };
enum class page_format : std::uint8_t {
  fit,  // as large as the picture; several of A4's shape where PDF holds none so high
  a4,   // landscape
  a5,   // landscape
};

struct draw_options {
  picture_format format = picture_format::svg;
  picture_theme theme = picture_theme::light;
  int width = 800;                      // CSS px, 320 to 4000; the height follows from the content
  double scale = 1;                     // PNG pixels a CSS px, 1 to 4
  page_format page = page_format::fit;  // PDF; a4 and a5 go before `width`
  bool embed_fonts = false;  // SVG and HTML bring the letters they use along; PDF always does
  bool links = false;  // SVG: each claim is a link to "#passage-N", as it counts in the report
  std::optional<std::string> title;  // instead of the article's
  bool all = false;  // all claims; else, but for pages, those that 1,600 px hold at 800 px width
};

// The bytes of the picture file.  Where there is no room for all claims, those stay that select()
// with `most` keeps, and the foot counts and names the others.  Options out of range are bad usage;
// a picture larger than its format can hold is bad input.
result<std::string> draw(const timeline& result, const draw_options& options = {});

// Two paragraphs to set with the picture: a caption (what it shows, of which article), and the
// alternative text, which says in words all that the picture shows.  German; errors as of draw().
result<std::string> caption(const timeline& result, const draw_options& options = {});

// By a path's ending, any case: ".svg", ".png", ".pdf", ".html".
std::optional<picture_format> picture_format_of(std::string_view path);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DRAW_H_
