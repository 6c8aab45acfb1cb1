#include "render/compare_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/compare_axis.h"
#include "render/compare_rows.h"
#include "render/place.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr font_style column_style{11, 400};

// An arrow whose head is 6 pixels long.
group draw_arrow(point from, point to, rgb color) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const point along{(to.x - from.x) / length, (to.y - from.y) / length};
  const point base{to.x - along.x * 6, to.y - along.y * 6};
  group out;
  out.kind = group_kind::marker;
  out.children.push_back({line{from, base, {color, 1.5}}});
  path head;
  head.pieces = {{{{base.x - along.y * 3, base.y + along.x * 3},
                   to,
                   {base.x + along.y * 3, base.y - along.x * 3}},
                  true}};
  head.fill = paint{color, 1};
  out.children.push_back({std::move(head)});
  return out;
}

class table_plot {
 public:
  table_plot(comparison_sheet& sheet, const story& s, const story_names& names,
             const std::vector<const comparison_row*>& rows)
      : sheet_(sheet), story_(s), names_(names), columns_(sheet) {
    for (const comparison_row* r : rows) {
      rows_.push_back(make_matter_row(sheet, s, names, *r, columns_));
      height_ += rows_.back().height(columns_);
      for (const statement& one : r->statements) {
        if (!one.when.empty()) said_.push_back(&one);
      }
    }
    axis_ = axis_over(sheet, said_, s.articles, columns_.plot_left, columns_.plot_right);
  }

  void add() {
    const double axis_y = add_axis_of(sheet_, axis_, height_, story_, names_);
    if (!columns_.stacked) add_heading(axis_y);
    double top = axis_y + under_axis;
    for (const matter_row& r : rows_) {
      if (&r != &rows_.front()) sheet_.add_rule(top - row_gap / 2);
      add_row(r, top);
      top += r.height(columns_);
    }
    sheet_.y = axis_y + height_;
  }

 private:
  void add_heading(double axis_y) const {
    const std::string word(sheet_.options.merged ? compare_words().sources_column
                                                 : compare_words().column);
    group g;
    sheet_.put(g, {word, sheet_.metrics.width(word, column_style)},
               {columns_.verdict_left + sign_room, axis_y - 3}, column_style, sheet_.colors.muted);
    sheet_.add(std::move(g));
  }

  void add_row(const matter_row& r, double top) {
    double lines_top = top;
    point verdict_at{columns_.verdict_left, top};
    group words;
    if (columns_.stacked) {
      lines_top = top + r.label_height() + 4;
      verdict_at.y = lines_top + r.lines_height() + 4;
      sheet_.put_plates(words, r.label, {columns_.label_left, top}, label_line_height);
      put_verdict_plates(sheet_, words, r.judged, verdict_at);
    }
    sheet_.put_lines(words, r.label, {columns_.label_left, top}, label_style, sheet_.colors.text,
                     label_line_height);
    sheet_.add(std::move(words));
    if (!sheet_.options.merged) add_conflicts(r, lines_top);
    for (std::size_t i = 0; i < r.lines.size(); ++i) add_line(r.lines[i], middle_of(i, lines_top));
    group verdict;
    put_verdict(sheet_, verdict, *r.what, r.judged, verdict_at);
    sheet_.add(std::move(verdict));
  }

  static double middle_of(std::size_t line, double lines_top) {
    return lines_top + line_of_marks * (static_cast<double>(line) + 0.5);
  }

  void add_line(const mark_line& l, double y) {
    group g;
    sheet_.put_word(g, l.badge, columns_.badge_left + 8, y, badge_style, l.hue,
                    text_anchor::middle);
    std::string instead = l.instead;
    std::size_t marks = sheet_.options.merged ? 1 : l.said.size();
    for (const statement* s : l.said) {
      if (s->when.empty()) {
        instead = words().undated;
      } else if (marks > 0) {
        --marks;
        sheet_.put_mark(g, *s, as_of(l, *s), axis_, y, l.hue, names_);
      }
    }
    const bool marked = !l.said.empty() && !l.said.front()->when.empty();
    if (!instead.empty() && !marked) sheet_.put_instead(g, instead, {columns_.plot_left, y});
    sheet_.add(std::move(g));
  }

  // The article whose publication parts what holds from what is to come: merged, the last one.
  std::uint32_t as_of(const mark_line& l, const statement& s) const {
    std::uint32_t last = s.article;
    if (!sheet_.options.merged) return last;
    for (const statement* one : l.said) last = std::max(last, one->article);
    return last;
  }

  // Between neighbouring lines whose times exclude each other.
  void add_conflicts(const matter_row& r, double lines_top) {
    for (const finding& f : r.what->findings) {
      if (f.is != verdict::conflict || f.in == aspect::status) continue;
      sheet_.shows_conflict = true;
      const statement& a = r.what->statements[f.first];
      const statement& b = r.what->statements[f.second];
      const std::size_t upper = line_of(r, a);
      if (line_of(r, b) != upper + 1) continue;
      sheet_.add(draw_arrow({side_x(a, f.in), middle_of(upper, lines_top)},
                            {side_x(b, f.in), middle_of(upper + 1, lines_top)},
                            sheet_.colors.marker));
    }
  }

  static std::size_t line_of(const matter_row& r, const statement& s) {
    const auto found = std::find_if(r.lines.begin(), r.lines.end(), [&](const mark_line& l) {
      return !l.said.empty() && l.said.front()->article == s.article;
    });
    return static_cast<std::size_t>(found - r.lines.begin());
  }

  // Where the mark shows that side of the matter.
  double side_x(const statement& s, aspect in) const {
    const mark_shape shape = shape_of(s.when, s.mode, axis_.scale, sheet_.published(s.article));
    if (shape.event) return shape.center;
    return in == aspect::end ? shape.outer_right : shape.outer_left;
  }

  comparison_sheet& sheet_;
  const story& story_;
  const story_names& names_;
  const table_columns columns_;
  std::vector<matter_row> rows_;
  std::vector<const statement*> said_;
  double height_ = under_axis;
  time_axis axis_;
};

}  // namespace

void add_table(comparison_sheet& sheet, const story& s, const story_names& names,
               const std::vector<const comparison_row*>& rows) {
  table_plot(sheet, s, names, rows).add();
}

}  // namespace zeitstrahl
