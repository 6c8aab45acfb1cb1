#ifndef ZEITSTRAHL_RENDER_REPORT_H_
#define ZEITSTRAHL_RENDER_REPORT_H_

// A timeline as a page of its own: the picture, the article with its passages marked, and a
// table of the claims, linked with each other.
//
//     std::string html = write_report(timeline, {wide, narrow}, "", theme_of(options.theme));
//
// One HTML file that needs no network and is whole without its script, which only adds
// sorting, filtering and highlighting.  Pure and total.

#include <string>
#include <string_view>
#include <vector>

#include "render/scene.h"
#include "render/theme.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Width of the picture for narrow windows, in CSS pixels.
inline constexpr double narrow_report_width = 360;

struct report_pictures {
  scene wide;
  scene narrow;  // shown where the window is too narrow for the other
};

// `font_faces` is CSS that brings fonts along, or empty.
std::string write_report(const timeline& data, const report_pictures& pictures,
                         std::string_view font_faces, const theme& colors);

// Built in from report.css and report.js.
extern const std::string_view report_style;
extern const std::string_view report_script;

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_REPORT_H_
