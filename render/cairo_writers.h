#ifndef ZEITSTRAHL_RENDER_CAIRO_WRITERS_H_
#define ZEITSTRAHL_RENDER_CAIRO_WRITERS_H_

// Scenes as PNG and PDF, drawn by Cairo and Pango.
//
// A writer measures and draws with a font map of its own; threads share nothing.
// Outputs hold no date but a fixed one.

#include <string>
#include <vector>

#include "render/scene.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// The longest side of a PDF's page, in CSS pixels (ISO 32000-1, annex C).
inline constexpr double most_page_side = 19200;

// `scale` pixels a CSS pixel, told by pHYs; title and description as iTXt (PNG, third
// edition, 11.3.3).  Bad input if a side would exceed the 32,767 pixels that Cairo
// holds, or if memory does not suffice.
result<std::string> write_png(const scene& picture, double scale);

// A page a scene, 1 CSS pixel being 0.75 pt; text and fonts are kept.  Bad input if a
// page has a longer side.
result<std::string> write_pdf(const std::vector<scene>& pages);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_CAIRO_WRITERS_H_
