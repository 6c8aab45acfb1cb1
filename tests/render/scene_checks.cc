#include "tests/render/scene_checks.h"

#include <cmath>
#include <sstream>

namespace zeitstrahl {
namespace {

constexpr double least_size = 10.5;

std::string words(const box& b) {
  std::ostringstream out;
  out << '[' << b.left << ' ' << b.top << ' ' << b.right << ' ' << b.bottom << ']';
  return out.str();
}

box extent_of(const text& t) { return t.extent(); }

box extent_of(const rect& r) { return r.area; }

box extent_of(const line& l) {
  return {std::min(l.from.x, l.to.x), std::min(l.from.y, l.to.y), std::max(l.from.x, l.to.x),
          std::max(l.from.y, l.to.y)};
}

box extent_of(const path& p) {
  box b{1e9, 1e9, -1e9, -1e9};
  for (const polyline& piece : p.pieces) {
    for (const point at : piece.points) {
      b = {std::min(b.left, at.x), std::min(b.top, at.y), std::max(b.right, at.x),
           std::max(b.bottom, at.y)};
    }
  }
  return b;
}

// Letters without accents and descenders: what no line may run through.
box letters_of(const text& t) {
  return {t.left() + 0.5, t.at.y - 0.7 * t.style.size, t.left() + t.width - 0.5, t.at.y};
}

// Whether the plates hide the line inside the letters; only upright and level lines.
bool hidden(const box& of_line, const box& letters, const std::vector<box>& plates) {
  const box crossing{std::max(of_line.left, letters.left), std::max(of_line.top, letters.top),
                     std::min(of_line.right, letters.right),
                     std::min(of_line.bottom, letters.bottom)};
  for (const box& p : plates) {
    if (p.contains(crossing)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> faults(const scene& picture) {
  std::vector<std::string> out;
  std::vector<text> texts;
  std::vector<box> marks;
  std::vector<std::pair<box, std::vector<box>>> lines;  // each with the plates laid over it
  const box page{0, 0, picture.width, picture.height};

  for_each_shape(picture.nodes, [&](const auto& shape, group_kind kind) {
    using shape_type = std::decay_t<decltype(shape)>;
    const box extent = extent_of(shape);
    if (!page.contains(extent)) out.push_back("outside the picture " + words(extent));
    if constexpr (std::is_same_v<shape_type, text>) {
      if (shape.style.size < least_size) out.push_back("too small: " + shape.content);
      if (shape.content.empty()) out.push_back("an empty text");
      const bool space_first =
          shape.content.starts_with(" ") || shape.content.starts_with("\u00A0");
      if (space_first) out.push_back("a text that begins with a space: " + shape.content);
      texts.push_back(shape);
    } else if (kind == group_kind::mark) {
      marks.push_back(extent);
    } else if constexpr (std::is_same_v<shape_type, line>) {
      lines.push_back({extent, {}});
    } else if (kind == group_kind::plate) {
      for (auto& [of_line, plates] : lines) {
        if (extent.left <= of_line.right && of_line.left <= extent.right) plates.push_back(extent);
      }
    }
  });

  for (std::size_t i = 0; i < texts.size(); ++i) {
    const box a = texts[i].extent();
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      const box b = texts[k].extent();
      // Lines of one paragraph stand closer than the tallest accents and deepest tails.
      const double leading = std::abs(texts[i].at.y - texts[k].at.y);
      const bool stacked = leading >= 1.1 * std::max(texts[i].style.size, texts[k].style.size);
      if (a.overlaps(b) && !stacked) {
        out.push_back("text over text: " + texts[i].content + " / " + texts[k].content);
      }
    }
    for (const box& m : marks) {
      if (a.overlaps(m)) {
        out.push_back("text over a mark: " + texts[i].content + " " + words(a) + " " + words(m));
      }
    }
    const box letters = letters_of(texts[i]);
    for (const auto& [of_line, plates] : lines) {
      if (letters.overlaps(
              {of_line.left - 0.1, of_line.top - 0.1, of_line.right + 0.1, of_line.bottom + 0.1}) &&
          !hidden(of_line, letters, plates)) {
        out.push_back("a line through: " + texts[i].content);
      }
    }
  }
  return out;
}

}  // namespace zeitstrahl
