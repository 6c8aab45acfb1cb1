#include "render/verdict_sign.h"

#include <cmath>
#include <numbers>

namespace zeitstrahl {
namespace {

constexpr double half = sign_width / 2;

polyline bar_at(point m, double dy) {
  return {{{m.x - half, m.y + dy}, {m.x + half, m.y + dy}}, false};
}

polyline wave_at(point m, double dy) {
  polyline out;
  for (int i = 0; i <= 12; ++i) {
    const double x = m.x - half + i;
    out.points.push_back({x, m.y + dy - 1.4 * std::sin(i * std::numbers::pi / 6)});
  }
  return out;
}

polyline circle_at(point m, double radius) {
  polyline out;
  for (int i = 0; i < 24; ++i) {
    const double angle = i * std::numbers::pi / 12;
    out.points.push_back({m.x + radius * std::cos(angle), m.y + radius * std::sin(angle)});
  }
  out.closed = true;
  return out;
}

}  // namespace

path draw_sign(verdict is, point m, rgb color) {
  path out;
  out.outline = stroke{color, 1.75};
  switch (is) {
    case verdict::only:
      out.pieces = {{{{m.x - 4.5, m.y - 4.5},
                      {m.x + 4.5, m.y - 4.5},
                      {m.x + 4.5, m.y + 4.5},
                      {m.x - 4.5, m.y + 4.5}},
                     true}};
      out.outline.width = 1.25;
      break;
    case verdict::equal:
      out.pieces = {bar_at(m, -2.5), bar_at(m, 2.5)};
      break;
    case verdict::compatible:
      out.pieces = {wave_at(m, -2.5), wave_at(m, 2.5)};
      out.outline.width = 1.5;
      break;
    case verdict::fulfilled:
      out.pieces = {{{{m.x - 5, m.y}, {m.x - 1.5, m.y + 4}, {m.x + 5, m.y - 4.5}}, false}};
      break;
    case verdict::status_changed:
      out.pieces = {circle_at(m, 5), {{{m.x - 3.5, m.y + 3.5}, {m.x + 3.5, m.y - 3.5}}, false}};
      out.outline.width = 1.5;
      break;
    case verdict::cancelled:
      out.pieces = {{{{m.x - 4, m.y - 4}, {m.x + 4, m.y + 4}}, false},
                    {{{m.x - 4, m.y + 4}, {m.x + 4, m.y - 4}}, false}};
      break;
    case verdict::moved:
      out.pieces = {bar_at(m, 0),
                    {{{m.x + 1.5, m.y - 4}, {m.x + half, m.y}, {m.x + 1.5, m.y + 4}}, false}};
      break;
    case verdict::conflict:
      out.pieces = {
          bar_at(m, -2.5), bar_at(m, 2.5), {{{m.x - 3, m.y + 6}, {m.x + 3, m.y - 6}}, false}};
      break;
  }
  return out;
}

}  // namespace zeitstrahl
