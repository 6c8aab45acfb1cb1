#ifndef ZEITSTRAHL_RENDER_COMPARE_PAGE_H_
#define ZEITSTRAHL_RENDER_COMPARE_PAGE_H_

// Articles compared as a page: the picture, wide and narrow, and for each story a table of the
// verdicts with the sentences they rest on.
//
// One HTML file without script that needs no network.  Pure and total.

#include <string>
#include <string_view>

#include "render/report.h"
#include "render/theme.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// `font_faces` is CSS that brings fonts along, or empty.
std::string write_comparison_page(const comparison& all, const report_pictures& pictures,
                                  std::string_view font_faces, const theme& colors);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_PAGE_H_
