#ifndef ZEITSTRAHL_RENDER_SVG_H_
#define ZEITSTRAHL_RENDER_SVG_H_

// A scene as SVG 1.1 with real text, which can be selected, searched and read aloud
// (SVG 2 with WAI-ARIA Graphics Module roles).
//
// Uses only what Chromium, librsvg, resvg, Inkscape and LibreOffice all draw:
// presentation attributes on svg, g, rect, line, path and text, linearGradient in user
// space, text-anchor.  Ids begin with a hash of the content, so that several pictures
// fit on one page.

#include <string>
#include <string_view>

#include "render/scene.h"

namespace zeitstrahl {

inline constexpr std::string_view svg_font_stack =
    "'Noto Sans','Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Liberation Sans',sans-serif";

struct svg_options {
  std::string font_faces;   // CSS that brings its fonts along, or empty
  bool with_links = false;  // each claim is a link to "#passage-1", the first of its claims
};

// The whole file, UTF-8.  Pure and total.
std::string write_svg(const scene& picture, const svg_options& options = {});

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_SVG_H_
