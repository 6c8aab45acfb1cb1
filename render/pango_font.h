#ifndef ZEITSTRAHL_RENDER_PANGO_FONT_H_
#define ZEITSTRAHL_RENDER_PANGO_FONT_H_

// Pango as measuring and writing share it; the only header that names it.

#include <pango/pangocairo.h>

#include <memory>
#include <string_view>

#include "render/scene.h"

namespace zeitstrahl {

struct unref_object {
  void operator()(void* object) const { g_object_unref(object); }
};
struct free_font_description {
  void operator()(PangoFontDescription* d) const { pango_font_description_free(d); }
};
using pango_context_ptr = std::unique_ptr<PangoContext, unref_object>;
using pango_layout_ptr = std::unique_ptr<PangoLayout, unref_object>;
using pango_font_ptr = std::unique_ptr<PangoFontDescription, free_font_description>;

// A context of its own with a font map of its own, so that threads share nothing.
// Resolution 72 makes a font's size pixels; no hinting and no rounding of glyph
// positions make widths those of browsers.
pango_context_ptr make_pango_context();

// Noto Sans.
pango_font_ptr make_pango_font(font_style style);

// One line, left to right at the base as in SVG.
pango_layout_ptr make_pango_layout(PangoContext* context, std::string_view content,
                                   font_style style);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_PANGO_FONT_H_
