// In the place of the drawing, where the library was built with ZEITSTRAHL_DRAW=OFF.

#include "zeitstrahl/draw.h"
#include "zeitstrahl/draw_comparison.h"

namespace zeitstrahl {
namespace {

error cannot_draw() {
  return {error_kind::bad_usage, "",
          "this build cannot draw; build it with -D ZEITSTRAHL_DRAW=ON, which needs Pango"};
}

}  // namespace

result<std::string> draw(const timeline& /*result*/, const draw_options& /*options*/) {
  return cannot_draw();
}

result<std::string> caption(const timeline& /*result*/, const draw_options& /*options*/) {
  return cannot_draw();
}

result<std::string> draw(const comparison& /*all*/, const comparison_options& /*options*/) {
  return cannot_draw();
}

}  // namespace zeitstrahl
