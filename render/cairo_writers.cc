#include "render/cairo_writers.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>

#include "render/pango_font.h"

namespace zeitstrahl {
namespace {

constexpr double most_png_side = 32767;
constexpr double points_a_pixel = 0.75;
constexpr const char* fixed_date = "2000-01-01T00:00:00Z";

struct destroy {
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
  void operator()(cairo_t* c) const { cairo_destroy(c); }
  void operator()(cairo_pattern_t* p) const { cairo_pattern_destroy(p); }
};
using surface_ptr = std::unique_ptr<cairo_surface_t, destroy>;
using cairo_ptr = std::unique_ptr<cairo_t, destroy>;
using pattern_ptr = std::unique_ptr<cairo_pattern_t, destroy>;

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

error cairo_error(cairo_status_t status) {
  if (status == CAIRO_STATUS_NO_MEMORY) {
    return {error_kind::io, "", "not enough memory for the picture; give it more, or draw less"};
  }
  return {error_kind::bad_input, "",
          std::string("drawing failed: ") + cairo_status_to_string(status)};
}

void set_color(cairo_t* c, rgb color, double opacity) {
  cairo_set_source_rgba(c, color.red / 255.0, color.green / 255.0, color.blue / 255.0, opacity);
}

class cairo_painter {
 public:
  explicit cairo_painter(cairo_t* target) : c_(target), context_(make_pango_context()) {}

  void paint_scene(const scene& s) {
    pango_cairo_update_context(c_, context_.get());
    set_color(c_, s.ground, 1);
    cairo_paint(c_);
    for_each_shape(s.nodes, [this](const auto& shape, group_kind) { draw(shape); });
  }

 private:
  void fill_with(const paint& p) {
    if (!p.fades()) {
      set_color(c_, p.color, p.opacity);
      return;
    }
    const pattern_ptr pattern(cairo_pattern_create_linear(p.across.clear_x, 0, p.across.full_x, 0));
    for (const double stop : {0.0, 1.0}) {
      cairo_pattern_add_color_stop_rgba(pattern.get(), stop, p.color.red / 255.0,
                                        p.color.green / 255.0, p.color.blue / 255.0,
                                        stop * p.opacity);
    }
    cairo_set_source(c_, pattern.get());
  }

  void stroke_with(const stroke& pen) {
    set_color(c_, pen.color, 1);
    cairo_set_line_width(c_, pen.width);
    const std::array<double, 2> dashes = {pen.dash, pen.gap};
    cairo_set_dash(c_, dashes.data(), pen.dash > 0 ? 2 : 0, 0);
    cairo_stroke(c_);
  }

  void paint_path(const paint& fill, const stroke& outline) {
    if (fill.opacity > 0) {
      fill_with(fill);
      cairo_fill_preserve(c_);
    }
    if (outline.width > 0) stroke_with(outline);
    cairo_new_path(c_);
  }

  void draw(const rect& r) {
    const box& b = r.area;
    if (r.radius > 0) {
      constexpr double quarter = std::numbers::pi / 2;
      cairo_new_sub_path(c_);
      cairo_arc(c_, b.right - r.radius, b.top + r.radius, r.radius, -quarter, 0);
      cairo_arc(c_, b.right - r.radius, b.bottom - r.radius, r.radius, 0, quarter);
      cairo_arc(c_, b.left + r.radius, b.bottom - r.radius, r.radius, quarter, 2 * quarter);
      cairo_arc(c_, b.left + r.radius, b.top + r.radius, r.radius, 2 * quarter, 3 * quarter);
      cairo_close_path(c_);
    } else {
      cairo_rectangle(c_, b.left, b.top, b.width(), b.height());
    }
    paint_path(r.fill, r.outline);
  }

  void draw(const line& l) {
    cairo_move_to(c_, l.from.x, l.from.y);
    cairo_line_to(c_, l.to.x, l.to.y);
    stroke_with(l.pen);
  }

  void draw(const path& p) {
    for (const polyline& piece : p.pieces) {
      cairo_new_sub_path(c_);
      for (const point at : piece.points) cairo_line_to(c_, at.x, at.y);
      if (piece.closed) cairo_close_path(c_);
    }
    paint_path(p.fill, p.outline);
  }

  void draw(const text& t) {
    const pango_layout_ptr layout = make_pango_layout(context_.get(), t.content, t.style);
    set_color(c_, t.color, 1);
    cairo_move_to(c_, t.left(), t.at.y);
    pango_cairo_show_layout_line(c_, pango_layout_get_line_readonly(layout.get(), 0));
    cairo_new_path(c_);
  }

  cairo_t* c_;
  pango_context_ptr context_;
};

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift);
  return out;
}

// CRC-32 as in ISO 3309, of a chunk's type and data.
std::uint32_t crc_of(std::string_view content) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : content) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

std::string chunk(std::string_view type, std::string_view data) {
  const std::string body = std::string(type).append(data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc_of(body));
}

// Keyword, uncompressed, in German.
std::string text_chunk(std::string_view keyword, std::string_view content) {
  std::string data(keyword);
  data += std::string("\0\0\0de\0\0", 7);
  data += content;
  return chunk("iTXt", data);
}

// Cairo writes neither; both belong between IHDR and IDAT.
void add_chunks(std::string& png, const scene& s, double scale) {
  constexpr std::size_t behind_header = 8 + 25;  // signature, IHDR
  constexpr double css_pixels_a_metre = 96 / 0.0254;
  const auto density = static_cast<std::uint32_t>(std::lround(css_pixels_a_metre * scale));
  png.insert(behind_header, chunk("pHYs", big_endian(density) + big_endian(density) + '\1') +
                                text_chunk("Title", s.title) +
                                text_chunk("Description", s.description));
}

error too_large(std::string what, double side, double most, std::string_view advice) {
  return {error_kind::bad_input, "",
          "the picture would be " + std::to_string(std::lround(side)) + " " + what +
              " long, more than the " + std::to_string(std::lround(most)) +
              " that its format holds; " + std::string(advice)};
}

}  // namespace

result<std::string> write_png(const scene& picture, double scale) {
  const double width = std::ceil(picture.width * scale);
  const double height = std::ceil(picture.height * scale);
  if (std::max(width, height) > most_png_side) {
    const bool smaller_fits = std::max(picture.width, picture.height) <= most_png_side;
    return too_large("pixels", std::max(width, height), most_png_side,
                     smaller_fits ? "use a smaller scale, SVG or PDF" : "use SVG or PDF");
  }
  const surface_ptr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width),
                                                       static_cast<int>(height)));
  const cairo_ptr target(cairo_create(surface.get()));
  cairo_scale(target.get(), scale, scale);
  cairo_painter(target.get()).paint_scene(picture);
  if (const cairo_status_t status = cairo_status(target.get()); status != CAIRO_STATUS_SUCCESS) {
    return cairo_error(status);
  }
  std::string out;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &out);
  if (status != CAIRO_STATUS_SUCCESS) return cairo_error(status);
  add_chunks(out, picture, scale);
  return out;
}

result<std::string> write_pdf(const std::vector<scene>& pages) {
  std::string out;
  const surface_ptr surface(cairo_pdf_surface_create_for_stream(append, &out, 1, 1));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, fixed_date);
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, fixed_date);
  if (!pages.empty()) {
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   pages.front().title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT,
                                   pages.front().description.c_str());
  }
  const cairo_ptr target(cairo_create(surface.get()));
  cairo_painter painter(target.get());
  for (const scene& page : pages) {
    const double longest = std::max(page.width, page.height);
    if (longest > most_page_side) return too_large("pixels", longest, most_page_side, "use SVG");
    cairo_pdf_surface_set_size(surface.get(), page.width * points_a_pixel,
                               page.height * points_a_pixel);
    cairo_save(target.get());
    cairo_scale(target.get(), points_a_pixel, points_a_pixel);
    painter.paint_scene(page);
    cairo_restore(target.get());
    cairo_show_page(target.get());
  }
  cairo_surface_finish(surface.get());
  for (const cairo_status_t status :
       {cairo_status(target.get()), cairo_surface_status(surface.get())}) {
    if (status != CAIRO_STATUS_SUCCESS) return cairo_error(status);
  }
  return out;
}

}  // namespace zeitstrahl
