#include "render/compare_drift.h"

#include <algorithm>
#include <utility>

#include "render/compare_axis.h"
#include "render/place.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t least_articles = 3;
constexpr double step = 24;  // from line to line
constexpr double date_gap = 12;

// What the article says of the date, which may be that it does not hold.
std::string said_date(const comparison& all, const statement& s) {
  const std::string date = date_words(all, s, aspect::time);
  return s.mode == modality::negated ? fill(compare_words().denied_date, {date}) : date;
}

// Whether a finding rests on the date that the statement gives: not where it calls the plan off,
// or only quotes what has been overtaken.
bool gives_date(const comparison_row& r, std::uint32_t statement) {
  return std::any_of(r.findings.begin(), r.findings.end(), [&](const finding& f) {
    return f.first == statement || (f.second == statement && f.is != verdict::cancelled);
  });
}

// What the articles say now, each of the side that moved alone.
std::vector<statement> moved_sides(const comparison_row& r) {
  std::vector<statement> out;
  for (const std::uint32_t i : r.current) {
    if (!gives_date(r, i)) continue;
    out.push_back(r.statements[i]);
    out.back().when = side_of(out.back().when, r.in);
  }
  return out;
}

double date_room(const comparison_sheet& sheet, const std::vector<statement>& said) {
  double out = 0;
  for (const statement& s : said) {
    out = std::max(out, sheet.metrics.width(said_date(sheet.all, s), small_style));
  }
  return out;
}

time_axis axis_of(const comparison_sheet& sheet, const std::vector<statement>& said) {
  std::vector<const statement*> dates;
  std::vector<std::uint32_t> articles;
  for (const statement& s : said) {
    dates.push_back(&s);
    articles.push_back(s.article);
  }
  return axis_over(sheet, dates, articles, sheet_margin + badge_room + 8,
                   sheet.right() - date_room(sheet, said) - date_gap);
}

void add_path(comparison_sheet& sheet, const std::vector<statement>& said, const time_axis& axis,
              double top) {
  path through;
  through.pieces.emplace_back();
  double y = top + step / 2;
  for (const statement& one : said) {
    const mark_shape shape = shape_of(one.when, one.mode, axis.scale, sheet.published(one.article));
    through.pieces.front().points.push_back({shape.event ? shape.center : shape.outer_left, y});
    y += step;
  }
  through.outline = stroke{sheet.colors.muted, 1.25};
  group g;
  g.kind = group_kind::marker;
  g.children.push_back({std::move(through)});
  sheet.add(std::move(g));
}

void put_publication(const comparison_sheet& sheet, group& out, std::uint32_t article,
                     const time_axis& axis, double y, rgb hue) {
  const auto published = sheet.published(article);
  if (!published) return;
  const double x = axis.scale.x(published_time(*published));
  if (x < axis.scale.left || x > axis.scale.right) return;
  group tick;
  tick.kind = group_kind::mark;
  tick.children.push_back({line{{x, y - 6}, {x, y + 6}, {hue, 2}}});
  out.children.push_back({std::move(tick)});
}

void add_line(comparison_sheet& sheet, const story_names& names, const statement& s,
              const time_axis& axis, double y) {
  const rgb hue = sheet.hue_of(names, s.article);
  group g;
  sheet.put_badge(g, names.letter(s.article), {sheet_margin, y}, hue);
  put_publication(sheet, g, s.article, axis, y, hue);
  sheet.put_mark(g, s, s.article, axis, y, hue, names);
  sheet.put_word(g, said_date(sheet.all, s), axis.scale.right + date_gap, y, small_style,
                 sheet.colors.text);
  sheet.add(std::move(g));
}

}  // namespace

bool has_drift(const comparison_row& r) {
  return r.is == verdict::moved && moved_sides(r).size() >= least_articles;
}

void add_drift(comparison_sheet& sheet, const story_names& names, const comparison_row& r) {
  sheet.shows_drift = true;
  sheet.y += 14;
  sheet.add_paragraph(fill(compare_words().drift, {r.label}), label_style, sheet.colors.text,
                      label_line_height);
  sheet.y += 4;
  const std::vector<statement> said = moved_sides(r);
  const time_axis axis = axis_of(sheet, said);
  const double height = under_axis + step * static_cast<double>(said.size());
  const double axis_y = sheet.y + axis.height();
  add_axis(sheet, axis, axis_y, height);
  add_path(sheet, said, axis, axis_y + under_axis);
  for (std::size_t i = 0; i < said.size(); ++i) {
    add_line(sheet, names, said[i], axis,
             axis_y + under_axis + step * (static_cast<double>(i) + 0.5));
  }
  sheet.y = axis_y + height + row_gap;
}

}  // namespace zeitstrahl
