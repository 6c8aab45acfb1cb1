#include "render/svg.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view font_stack =
    "'Noto Sans','Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Liberation Sans',sans-serif";

// Two decimals without zeros at the end, in any locale.
std::string number(double value) {
  const auto hundredths = static_cast<long long>(std::llround(value * 100));
  std::string out = hundredths < 0 ? "-" : "";
  const long long size = std::llabs(hundredths);
  out += std::to_string(size / 100);
  if (size % 100 != 0) {
    out += '.';
    out += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
  }
  return out;
}

std::string hex(rgb c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "#";
  for (const std::uint8_t part : {c.red, c.green, c.blue}) {
    out += digits[part / 16U];
    out += digits[part % 16U];
  }
  return out;
}

std::string escaped(std::string_view content) {
  std::string out;
  for (const char c : content) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

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
  explicit svg_writer(std::string prefix) : prefix_(std::move(prefix)) {}

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
    put("font-family", font_stack);
    out_ += ">\n";
    titled("title", s.title);
    titled("desc", s.description);
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

  void write(const group& g) {
    const bool plain =
        g.kind == group_kind::plain || g.kind == group_kind::plate || g.kind == group_kind::mark;
    if (!plain) {
      open("g");
      if (!g.id.empty()) put("id", prefix_ + g.id);
      if (g.kind == group_kind::axis) put("aria-hidden", "true");
      if (g.kind == group_kind::claim) {
        put("role", "graphics-symbol");
        put("aria-label", g.label);
      }
      out_ += ">\n";
      if (g.kind == group_kind::claim) out_ += "<title>" + escaped(g.label) + "</title>\n";
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
  std::string out_;
  int fades_ = 0;
};

}  // namespace

std::string write_svg(const scene& picture) {
  const std::string unnamed = svg_writer("").write(picture);
  return svg_writer(hash_of(unnamed) + "-").write(picture);
}

}  // namespace zeitstrahl
