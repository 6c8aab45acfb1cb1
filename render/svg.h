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

#include "render/scene.h"

namespace zeitstrahl {

// The whole file, UTF-8.  Pure and total.
std::string write_svg(const scene& picture);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_SVG_H_
