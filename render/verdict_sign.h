#ifndef ZEITSTRAHL_RENDER_VERDICT_SIGN_H_
#define ZEITSTRAHL_RENDER_VERDICT_SIGN_H_

// A verdict as a drawn sign, 12 pixels wide around its middle: = for the same, two waves for
// compatible, = with a stroke for conflicts, an arrow for what moved, a tick for what came
// as planned, a struck circle for what no longer holds, a square for what only one says.

#include "render/scene.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

inline constexpr double sign_width = 12;

path draw_sign(verdict is, point middle, rgb color);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_VERDICT_SIGN_H_
