#ifndef ZEITSTRAHL_RENDER_COMPARE_VERDICT_H_
#define ZEITSTRAHL_RENDER_COMPARE_VERDICT_H_

// What is judged of a matter, in words beside or under its marks: a sign and the verdict, or how
// many sources there are; then where the articles say so.

#include <string>
#include <vector>

#include "render/compare_sheet.h"

namespace zeitstrahl {

inline constexpr double sign_room = 18;  // of the sign before the words

// Measured words.
struct verdict_text {
  std::vector<text_line> verdict;
  std::vector<text_line> evidence;

  double height() const;
};

// `words` and the evidence of the row, set in `width` with the sign.
verdict_text set_verdict(const comparison_sheet& sheet, const story_names& names,
                         const comparison_row& r, const std::string& words, double width);

void put_verdict(const comparison_sheet& sheet, group& out, const comparison_row& r,
                 const verdict_text& said, point top_left);

// Ground behind those words.
void put_verdict_plates(const comparison_sheet& sheet, group& out, const verdict_text& said,
                        point top_left);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_VERDICT_H_
