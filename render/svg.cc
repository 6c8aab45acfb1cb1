#include "render/svg.h"

#include <cstdint>
#include <utility>

#include "render/markup.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

// FNV-1a, 64 bits.
std::string hash_of(std::string_view content) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : content) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "z";
  for (int i = 0; i < 8; ++i) out += digits[(hash >> (4U * static_cast<unsigned>(i))) & 15U];
  return out;
}

class svg_writer {
 public:
  svg_writer(std::string prefix, const svg_options& options)
      : prefix_(std::move(prefix)), options_(options) {}

  std::string write(const scene& s) {
    const std::string width = number(s.width);
    const std::string height = number(s.height);
    open("svg");
    put("xmlns", "http://www.w3.org/2000/svg");
    put("width", width);
    put("height", height);
    put("viewBox", "0 0 " + width + " " + height);
    put("role", "graphics-document document");
    put("aria-roledescription", words().timeline);
    put("lang", "de");
    put("xml:lang", "de");
    put("aria-labelledby", prefix_ + "title");
    put("aria-describedby", prefix_ + "desc");
    put("font-family", svg_font_stack);
    out_ += ">\n";
    titled("title", s.title);
    titled("desc", s.description);
    if (!options_.font_faces.empty()) out_ += "<style>" + options_.font_faces + "</style>\n";
    open("rect");
    put("width", width);
    put("height", height);
    put("fill", hex(s.ground));
    out_ += "/>\n";
    for (const node& n : s.nodes) write(n);
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void open(std::string_view name) { (out_ += '<') += name; }
  void put(std::string_view name, std::string_view value) {
    (((out_ += ' ') += name) += "=\"") += escaped(value);
    out_ += '"';
  }
  void put(std::string_view name, double value) { put(name, number(value)); }

  void titled(std::string_view name, std::string_view content) {
    open(name);
    put("id", prefix_ + std::string(name));
    (((out_ += '>') += escaped(content)) += "</") += name;
    out_ += ">\n";
  }

  void write(const node& n) {
    std::visit([this](const auto& shape) { write(shape); }, n.shape);
  }

  void open_claim(const group& g) {
    if (options_.with_links && !g.claims.empty()) {
      open("a");
      put("href", "#passage-" + std::to_string(g.claims.front() + 1));
      put("data-claims", claim_numbers(g.claims));
      out_ += '>';
    }
    open("g");
    put("id", prefix_ + g.id);
    put("role", "graphics-symbol");
    put("aria-label", g.label);
    out_ += ">\n<title>" + escaped(g.label) + "</title>\n";
  }

  void write_claim(const group& g) {
    open_claim(g);
    for (const node& child : g.children) write(child);
    out_ += options_.with_links && !g.claims.empty() ? "</g></a>\n" : "</g>\n";
  }

  void write(const group& g) {
    if (g.kind == group_kind::claim) return write_claim(g);
    const bool plain =
        g.kind == group_kind::plain || g.kind == group_kind::plate || g.kind == group_kind::mark;
    if (!plain) {
      open("g");
      if (!g.id.empty()) put("id", prefix_ + g.id);
      if (g.kind == group_kind::axis) put("aria-hidden", "true");
      out_ += ">\n";
    }
    for (const node& child : g.children) write(child);
    if (!plain) out_ += "</g>\n";
  }

  // The gradient of a paint stands right before its shape.
  std::string reference(const paint& fill) {
    if (fill.opacity == 0) return "none";
    if (!fill.fades()) return hex(fill.color);
    const std::string id = prefix_ + "fade-" + std::to_string(++fades_);
    open("linearGradient");
    put("id", id);
    put("gradientUnits", "userSpaceOnUse");
    put("x1", fill.across.clear_x);
    put("y1", 0);
    put("x2", fill.across.full_x);
    put("y2", 0);
    out_ += '>';
    for (const int stop : {0, 1}) {
      open("stop");
      put("offset", stop);
      put("stop-color", hex(fill.color));
      put("stop-opacity", stop * fill.opacity);
      out_ += "/>";
    }
    out_ += "</linearGradient>\n";
    return "url(#" + id + ")";
  }

  void paint_with(const paint& fill, const std::string& reference) {
    put("fill", reference);
    if (fill.opacity > 0 && fill.opacity < 1 && !fill.fades()) put("fill-opacity", fill.opacity);
  }

  void stroke_with(const stroke& pen) {
    if (pen.width == 0) return;
    put("stroke", hex(pen.color));
    put("stroke-width", pen.width);
    if (pen.dash > 0) put("stroke-dasharray", number(pen.dash) + " " + number(pen.gap));
  }

  void write(const rect& r) {
    const std::string fill = reference(r.fill);
    open("rect");
    put("x", r.area.left);
    put("y", r.area.top);
    put("width", r.area.width());
    put("height", r.area.height());
    if (r.radius > 0) put("rx", r.radius);
    paint_with(r.fill, fill);
    stroke_with(r.outline);
    out_ += "/>\n";
  }

  void write(const line& l) {
    open("line");
    put("x1", l.from.x);
    put("y1", l.from.y);
    put("x2", l.to.x);
    put("y2", l.to.y);
    stroke_with(l.pen);
    out_ += "/>\n";
  }

  void write(const path& p) {
    std::string data;
    for (const polyline& piece : p.pieces) {
      char command = 'M';
      for (const point at : piece.points) {
        (((data += command) += number(at.x)) += ' ') += number(at.y);
        command = 'L';
      }
      if (piece.closed) data += 'Z';
    }
    const std::string fill = reference(p.fill);
    open("path");
    put("d", data);
    paint_with(p.fill, fill);
    stroke_with(p.outline);
    out_ += "/>\n";
  }

  void write(const text& t) {
    open("text");
    put("x", t.at.x);
    put("y", t.at.y);
    if (t.anchor == text_anchor::middle) put("text-anchor", "middle");
    if (t.anchor == text_anchor::end) put("text-anchor", "end");
    put("font-size", t.style.size);
    if (t.style.weight != 400) put("font-weight", std::to_string(t.style.weight));
    put("fill", hex(t.color));
    ((out_ += '>') += escaped(t.content)) += "</text>\n";
  }

  std::string prefix_;
  const svg_options& options_;
  std::string out_;
  int fades_ = 0;
};

}  // namespace

std::string write_svg(const scene& picture, const svg_options& options) {
  const std::string unnamed = svg_writer("", options).write(picture);
  return svg_writer(hash_of(unnamed) + "-", options).write(picture);
}

}  // namespace zeitstrahl
