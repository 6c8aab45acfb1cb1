#ifndef ZEITSTRAHL_RENDER_THEME_H_
#define ZEITSTRAHL_RENDER_THEME_H_

// Colours of a picture.
//
//     const theme& colors = theme_of(picture_theme::dark);
//     rgb hue = colors.hue(thread_index);
//
// Every colour of letters and marks has a contrast of at least 4.5 to 1 on the ground
// and on the field (WCAG 2.2, 1.4.3), and the hues of light and dark differ for the
// three kinds of dichromatic sight; tests compute both.

#include <cstddef>
#include <vector>

#include "render/scene.h"
#include "zeitstrahl/draw.h"

namespace zeitstrahl {

struct theme {
  rgb ground;
  rgb field;  // right of the publication line
  rgb text;
  rgb muted;  // second lines, sources
  rgb grid;
  rgb marker;  // publication line and flag
  std::vector<rgb> hues;
  std::vector<rgb> more_hues;  // each other than all before it
  double hatch_tint = 0;       // opacity of the ground under a hatch
  double bound_tint = 0;       // opacity between the earliest and the latest bound

  // Of a thread; repeats when there are more.
  rgb hue(std::size_t index) const { return hues[index % hues.size()]; }
  // Of a source in a comparison, beside its letter; the colour of text where all are used up.
  rgb source_hue(std::size_t index) const {
    if (index < hues.size()) return hues[index];
    index -= hues.size();
    return index < more_hues.size() ? more_hues[index] : text;
  }
};

// Lives as long as the program.
const theme& theme_of(picture_theme name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_THEME_H_
