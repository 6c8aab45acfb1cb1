#include "render/compare_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr double narrow_below = 640;

double baseline_of(double middle, font_style style) { return middle + 0.36 * style.size; }

}  // namespace

comparison_sheet::comparison_sheet(const comparison& all, const comparison_layout& options,
                                   const theme& colors, const text_metrics& metrics)
    : all(all), options(options), colors(colors), metrics(metrics) {
  out_.width = options.width;
  out_.ground = colors.ground;
  out_.title = tidy(options.title ? *options.title : comparison_title(all, options.merged));
}

scene comparison_sheet::take() {
  out_.description = std::move(description);
  out_.height = std::ceil(y + sheet_margin - 4);
  return std::move(out_);
}

bool comparison_sheet::is_narrow() const { return options.width < narrow_below; }

std::optional<day> comparison_sheet::published(std::uint32_t article) const {
  return all.articles[article].article.published;
}

rgb comparison_sheet::hue_of(const story_names& names, std::uint32_t article) const {
  return colors.source_hue(names.place(article));
}

std::vector<text_line> comparison_sheet::wrapped(std::string_view content, font_style style,
                                                 double width) const {
  return metrics.measure(tidy(content), style).lines(width);
}

void comparison_sheet::put(group& out, const text_line& l, point baseline, font_style style,
                           rgb color, text_anchor anchor) const {
  if (l.content.empty()) return;
  out.children.push_back({text{baseline, anchor, style, color, l.content, l.width}});
}

void comparison_sheet::put_word(group& out, const std::string& word, double x, double y,
                                font_style style, rgb color, text_anchor anchor) const {
  put(out, {word, metrics.width(word, style)}, {x, baseline_of(y, style)}, style, color, anchor);
}

double comparison_sheet::put_lines(group& out, const std::vector<text_line>& lines, point top_left,
                                   font_style style, rgb color, double line_height) const {
  double top = top_left.y;
  for (const text_line& l : lines) {
    put(out, l, {top_left.x, baseline_of(top + line_height / 2, style)}, style, color);
    top += line_height;
  }
  return top;
}

void comparison_sheet::put_plate(group& out, box area) const {
  group plate;
  plate.kind = group_kind::plate;
  rect r;
  r.area = area;
  r.fill = paint{colors.ground, 1};
  plate.children.push_back({r});
  out.children.push_back({std::move(plate)});
}

void comparison_sheet::put_plates(group& out, const std::vector<text_line>& lines, point top_left,
                                  double line_height) const {
  double top = top_left.y;
  for (const text_line& l : lines) {
    put_plate(
        out, {top_left.x - 2, top, std::min(top_left.x + l.width + 3, right()), top + line_height});
    top += line_height;
  }
}

void comparison_sheet::put_badge(group& out, const std::string& letter, point at, rgb hue) const {
  const double half = std::max(8.0, metrics.width(letter, badge_style) / 2 + 4);
  rect r;
  r.area = {at.x, at.y - 8, at.x + 2 * half, at.y + 8};
  r.radius = 3;
  r.fill = paint{hue, 1};
  out.children.push_back({r});
  put_word(out, letter, at.x + half, at.y, badge_style, colors.ground, text_anchor::middle);
}

void comparison_sheet::put_instead(group& out, const std::string& content, point at) const {
  const double width = metrics.width(content, small_style);
  put_plate(out, {at.x, at.y - 8, at.x + width + 4, at.y + 8});
  put_word(out, content, at.x, at.y, small_style, colors.muted);
}

void comparison_sheet::put_mark(group& out, const statement& s, std::uint32_t as_of,
                                const time_axis& axis, double y, rgb hue, const story_names& names,
                                const std::string& number) {
  const mark_shape shape = shape_of(s.when, s.mode, axis.scale, published(as_of));
  features |= shape.features;
  group mark;
  mark.kind = group_kind::claim;
  mark.id = "statement-" + std::to_string(++marks_);
  mark.label = spoken_words(all, names, s);
  if (!number.empty()) {
    const double width = metrics.width(number, badge_style);
    const double x = shape.left_edge() - 4 - width;
    put_plate(mark, {x - 1, y - 8, x + width + 1, y + 8});
    put_word(mark, number, x, y, badge_style, colors.text);
  }
  mark.children.push_back({draw_mark(shape, y, hue, colors)});
  out.children.push_back({std::move(mark)});
}

void comparison_sheet::add_paragraph(std::string_view content, font_style style, rgb color,
                                     double line_height) {
  group g;
  y = put_lines(g, wrapped(content, style, room()), {sheet_margin, y}, style, color, line_height);
  add(std::move(g));
}

void comparison_sheet::add_count(std::string_view pattern, std::size_t count) {
  if (count == 0) return;
  add_paragraph(fill(pattern, {std::to_string(count)}), small_style, colors.muted,
                small_line_height);
  y += 4;
}

void comparison_sheet::add_rule(double y, group_kind kind) {
  group rule;
  rule.kind = kind;
  rule.children.push_back({line{{sheet_margin, y}, {right(), y}, {colors.grid, 1}}});
  add(std::move(rule));
}

}  // namespace zeitstrahl
