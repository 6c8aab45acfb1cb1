#ifndef ZEITSTRAHL_RENDER_COMPARE_SHEET_H_
#define ZEITSTRAHL_RENDER_COMPARE_SHEET_H_

// The sheet that articles are compared on.  It is filled from top to bottom by the parts of the
// picture (compare_table.h, compare_panels.h, compare_drift.h), which share what stands here:
// sizes, lines of text, badges and marks.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/axis.h"
#include "render/compare_layout.h"
#include "render/compare_words.h"
#include "render/marks.h"
#include "render/scene.h"
#include "render/text_metrics.h"
#include "render/theme.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// Lengths are in pixels.
inline constexpr double sheet_margin = 24;
inline constexpr double badge_room = 24;     // from a badge's left to what it stands for
inline constexpr double line_of_marks = 19;  // its height
inline constexpr double under_axis = 12;     // before the first line of marks
inline constexpr double column_gap = 16;
inline constexpr double row_gap = 15;
inline constexpr font_style badge_style{11, 700};
inline constexpr font_style small_style{11, 400};
inline constexpr double small_line_height = 15;

// What it is made from must outlive it.
class comparison_sheet {
 public:
  comparison_sheet(const comparison& all, const comparison_layout& options, const theme& colors,
                   const text_metrics& metrics);

  const comparison& all;
  const comparison_layout& options;
  const theme& colors;
  const text_metrics& metrics;

  double y = sheet_margin - 5;  // under what stands already
  std::string description;      // all that the picture shows, in words
  feature_set features;         // of the marks
  bool shows_conflict = false;
  bool shows_drift = false;

  const std::string& title() const { return out_.title; }
  // The picture; the sheet is empty then.
  scene take();

  double right() const { return options.width - sheet_margin; }
  double room() const { return right() - sheet_margin; }
  bool is_narrow() const;  // columns stand below each other
  std::optional<day> published(std::uint32_t article) const;
  rgb hue_of(const story_names& names, std::uint32_t article) const;
  std::vector<text_line> wrapped(std::string_view content, font_style style, double width) const;

  // --- into a group ---

  void put(group& out, const text_line& l, point baseline, font_style style, rgb color,
           text_anchor anchor = text_anchor::start) const;
  // One line, with its middle at `y`.
  void put_word(group& out, const std::string& word, double x, double y, font_style style,
                rgb color, text_anchor anchor = text_anchor::start) const;
  // Returns the y under the lines.
  double put_lines(group& out, const std::vector<text_line>& lines, point top_left,
                   font_style style, rgb color, double line_height) const;
  // Ground behind what is put there next.
  void put_plate(group& out, box area) const;
  // So behind lines over a grid.
  void put_plates(group& out, const std::vector<text_line>& lines, point top_left,
                  double line_height) const;
  // A letter on its hue, its left and middle at `at`.
  void put_badge(group& out, const std::string& letter, point at, rgb hue) const;
  // Words where there is no mark.
  void put_instead(group& out, const std::string& content, point at) const;
  // A statement's mark as of the publication of an article, with the number of its matter
  // beside it, or none.
  void put_mark(group& out, const statement& s, std::uint32_t as_of, const time_axis& axis,
                double y, rgb hue, const story_names& names, const std::string& number = {});

  // --- onto the sheet ---

  void add(group g) { out_.nodes.push_back({std::move(g)}); }
  void add_paragraph(std::string_view content, font_style style, rgb color, double line_height);
  // How many of a kind are not drawn, where there are any.
  void add_count(std::string_view pattern, std::size_t count);
  void add_rule(double y, group_kind kind = group_kind::axis);

 private:
  scene out_;
  std::size_t marks_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_SHEET_H_
