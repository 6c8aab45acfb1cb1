#ifndef ZEITSTRAHL_RENDER_COMPARE_ROWS_H_
#define ZEITSTRAHL_RENDER_COMPARE_ROWS_H_

// The rows of a table of matters before they are drawn: what stands in them, set in the table's
// columns, and how high they are.
//
//     const table_columns columns(sheet);
//     const matter_row row = make_matter_row(sheet, story, names, matter, columns);
//     const double height = row.height(columns);

#include <string>
#include <vector>

#include "render/compare_sheet.h"
#include "render/compare_verdict.h"

namespace zeitstrahl {

// Where the columns are, in pixels.
struct table_columns {
  explicit table_columns(const comparison_sheet& sheet);

  bool stacked;  // label, marks and verdict below each other
  double label_left = sheet_margin;
  double label_width;
  double badge_left;
  double plot_left;
  double plot_right;
  double verdict_left;
  double verdict_width;
};

// A line of marks.
struct mark_line {
  std::string badge;  // a source's letter, or the number of sources
  rgb hue;
  std::vector<const statement*> said;
  std::string instead;  // words where there is no mark
};

// One matter.
struct matter_row {
  const comparison_row* what = nullptr;
  std::vector<mark_line> lines;
  std::vector<text_line> label;
  verdict_text judged;

  double label_height() const;
  double lines_height() const;
  double height(const table_columns& columns) const;  // with the gap under it
};

// The story must outlive the row.
matter_row make_matter_row(const comparison_sheet& sheet, const story& s, const story_names& names,
                           const comparison_row& r, const table_columns& columns);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_ROWS_H_
