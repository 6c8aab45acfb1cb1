#ifndef ZEITSTRAHL_TESTS_RENDER_SCENE_CHECKS_H_
#define ZEITSTRAHL_TESTS_RENDER_SCENE_CHECKS_H_

// What must hold for every picture, told from its scene.

#include <string>
#include <vector>

#include "render/scene.h"

namespace zeitstrahl {

// One line a fault: text over text, text over a mark, anything outside the picture, a
// line through letters, letters under 10.5 px.  Empty is what is wanted.
std::vector<std::string> faults(const scene& picture);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_RENDER_SCENE_CHECKS_H_
