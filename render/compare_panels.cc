#include "render/compare_panels.h"

#include <algorithm>
#include <utility>

#include "render/compare_axis.h"
#include "render/compare_verdict.h"
#include "render/place.h"

namespace zeitstrahl {
namespace {

constexpr double panel_gap = 8;
constexpr double mark_number_room = 17;
constexpr double list_number_room = 26;
constexpr double list_gap = 8;

struct numbered_mark {
  const statement* said = nullptr;
  std::size_t number = 0;  // of its matter
  mark_shape shape;
  std::size_t level = 0;  // from the panel's top
};

// What one article says.
struct panel {
  std::uint32_t article = 0;
  std::vector<numbered_mark> marks;
  std::size_t levels = 1;

  double height() const { return line_of_marks * static_cast<double>(levels); }
};

// The marks of one article, from the left, each on the first level that is free.
panel make_panel(const comparison_sheet& sheet, std::uint32_t article,
                 const std::vector<const comparison_row*>& rows, const time_axis& axis) {
  panel out;
  out.article = article;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::uint32_t k : rows[i]->current) {
      const statement& one = rows[i]->statements[k];
      if (one.article != article) continue;
      out.marks.push_back(
          {&one, i + 1, shape_of(one.when, one.mode, axis.scale, sheet.published(article))});
    }
  }
  std::stable_sort(out.marks.begin(), out.marks.end(),
                   [](const numbered_mark& a, const numbered_mark& b) {
                     return a.shape.left_edge() < b.shape.left_edge();
                   });
  std::vector<double> taken;  // right edge of each level
  for (numbered_mark& m : out.marks) {
    const double from = m.shape.left_edge() - mark_number_room - 4;
    while (m.level < taken.size() && taken[m.level] > from) ++m.level;
    if (m.level == taken.size()) taken.push_back(0);
    taken[m.level] = m.shape.right_edge() + 4;
  }
  out.levels = std::max<std::size_t>(taken.size(), 1);
  return out;
}

void add_panel(comparison_sheet& sheet, const panel& p, const story_names& names,
               const time_axis& axis, double top) {
  group g;
  const rgb hue = sheet.hue_of(names, p.article);
  const double middle = top + p.height() / 2;
  sheet.put_badge(g, names.letter(p.article), {sheet_margin, middle}, hue);
  for (const numbered_mark& m : p.marks) {
    const double y = top + line_of_marks * (static_cast<double>(m.level) + 0.5);
    sheet.put_mark(g, *m.said, p.article, axis, y, hue, names, std::to_string(m.number));
  }
  if (p.marks.empty()) {
    sheet.put_instead(g, std::string(compare_words().not_mentioned), {axis.scale.left, middle});
  }
  sheet.add(std::move(g));
}

void add_matter(comparison_sheet& sheet, const story_names& names, const comparison_row& r,
                std::size_t number) {
  const double label_left = sheet_margin + list_number_room;
  const double label_width =
      sheet.is_narrow() ? sheet.room() - list_number_room : 0.42 * sheet.room();
  group g;
  sheet.put_word(g, std::to_string(number), sheet_margin + 4, sheet.y + label_line_height / 2,
                 badge_style, sheet.colors.text);
  const double under =
      sheet.put_lines(g, sheet.wrapped(r.label, label_style, label_width), {label_left, sheet.y},
                      label_style, sheet.colors.text, label_line_height);
  const point verdict_at = sheet.is_narrow()
                               ? point{label_left, under}
                               : point{label_left + label_width + column_gap, sheet.y};
  const verdict_text judged = set_verdict(sheet, names, r, verdict_words(sheet.all, names, r),
                                          sheet.right() - verdict_at.x);
  put_verdict(sheet, g, r, judged, verdict_at);
  sheet.add(std::move(g));
  sheet.y = std::max(under, verdict_at.y + judged.height()) + list_gap;
}

}  // namespace

void add_panels(comparison_sheet& sheet, const story& s, const story_names& names,
                const std::vector<const comparison_row*>& rows) {
  std::vector<const statement*> said;
  for (const comparison_row* r : rows) {
    for (const std::uint32_t i : r->current) said.push_back(&r->statements[i]);
  }
  const time_axis axis = axis_over(sheet, said, s.articles,
                                   sheet_margin + badge_room + 8 + mark_number_room, sheet.right());
  std::vector<panel> panels;
  double height = under_axis;
  for (const std::uint32_t a : s.articles) {
    panels.push_back(make_panel(sheet, a, rows, axis));
    height += panels.back().height() + panel_gap;
  }
  double top = add_axis_of(sheet, axis, height, s, names) + under_axis;
  for (const panel& one : panels) {
    if (&one != &panels.front()) sheet.add_rule(top - panel_gap / 2);
    add_panel(sheet, one, names, axis, top);
    top += one.height() + panel_gap;
  }
  sheet.y = top + panel_gap;
  for (std::size_t i = 0; i < rows.size(); ++i) add_matter(sheet, names, *rows[i], i + 1);
  sheet.y += 4;
}

}  // namespace zeitstrahl
