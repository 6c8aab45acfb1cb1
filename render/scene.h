#ifndef ZEITSTRAHL_RENDER_SCENE_H_
#define ZEITSTRAHL_RENDER_SCENE_H_

// A laid-out picture: what the layout makes and every writer writes.
//
// All lengths are CSS pixels, x to the right, y downward, origin top left.  Nodes are
// painted in order, later ones on top; the order is also the order of reading.  No
// type of a graphics library occurs here, so that a test can check a picture without
// drawing it.  Plain data; values may be shared by threads.

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace zeitstrahl {

struct point {
  double x = 0;
  double y = 0;
};

// right >= left and bottom >= top.
struct box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  constexpr double width() const { return right - left; }
  constexpr double height() const { return bottom - top; }
  // Boxes that only touch do not overlap.
  constexpr bool overlaps(const box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  constexpr bool contains(const box& other) const {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
};

// sRGB.
struct rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend constexpr auto operator<=>(const rgb&, const rgb&) = default;
};

// Opacity that grows evenly from 0 at `clear_x` to the paint's own at `full_x`; equal
// positions are no fade.
struct fade {
  double clear_x = 0;
  double full_x = 0;
};

struct paint {
  rgb color;
  double opacity = 0;  // 0, which paints nothing, to 1
  fade across = {};

  constexpr bool fades() const { return across.clear_x != across.full_x; }
};

struct stroke {
  rgb color;
  double width = 0;  // 0 draws nothing
  double dash = 0;   // length of a dash, 0 for a whole line
  double gap = 0;
};

struct rect {
  box area;
  double radius = 0;  // of the corners
  paint fill = {};
  stroke outline = {};
};

struct line {
  point from;
  point to;
  stroke pen;
};

struct polyline {
  std::vector<point> points;
  bool closed = false;
};

// Straight pieces, filled by the nonzero rule and stroked.
struct path {
  std::vector<polyline> pieces;
  paint fill = {};
  stroke outline = {};
};

struct font_style {
  double size = 11;
  int weight = 400;  // as in CSS: 400 regular, 600 and 700 bold
};

enum class text_anchor : std::uint8_t { start, middle, end };

// One line of text in Noto Sans.  Not empty, one direction at the base (left to right),
// without control characters.
struct text {
  point at;  // on the baseline, at the anchor
  text_anchor anchor = text_anchor::start;
  font_style style;
  rgb color;
  std::string content;  // UTF-8
  double width = 0;     // measured

  constexpr double left() const {
    return anchor == text_anchor::start    ? at.x
           : anchor == text_anchor::middle ? at.x - width / 2
                                           : at.x - width;
  }
  // From the top of an accented capital to the foot of a "g" (Noto Sans).
  constexpr box extent() const {
    return {left(), at.y - 0.94 * style.size, left() + width, at.y + 0.24 * style.size};
  }
};

// What a group's own shapes are for; writers need it for people who do not see the
// picture, tests to know what may lie over what.
enum class group_kind : std::uint8_t {
  plain,
  axis,    // ticks, tick labels, grid: passed over when read aloud
  marker,  // a publication line with its flag
  plate,   // ground behind letters, over lines
  claim,   // one claim: plate, mark and words
  mark,    // what shows a claim's time
};

struct node;

struct group {
  group_kind kind = group_kind::plain;
  std::string id;                     // unique in the scene, or empty
  std::string label;                  // of a claim: what is read aloud and shown on pointing
  std::vector<std::uint32_t> claims;  // of a claim: indexes into timeline::claims
  std::vector<node> children;
};

struct node {
  std::variant<rect, line, path, text, group> shape;
};

struct scene {
  double width = 0;
  double height = 0;
  rgb ground;
  std::string title;
  std::string description;  // all that the picture shows, in words
  std::vector<node> nodes;
};

// Calls visit(shape, kind) for every shape in painting order; `kind` is that of the
// group around it.
template <class Visitor>
void for_each_shape(const std::vector<node>& nodes, const Visitor& visit,
                    group_kind around = group_kind::plain) {
  for (const node& n : nodes) {
    std::visit(
        [&](const auto& shape) {
          if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, group>) {
            for_each_shape(shape.children, visit, shape.kind);
          } else {
            visit(shape, around);
          }
        },
        n.shape);
  }
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_SCENE_H_
