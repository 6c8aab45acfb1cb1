#include "render/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/around.h"
#include "render/axis.h"
#include "render/claim_words.h"
#include "render/marks.h"
#include "render/place.h"
#include "render/rows.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr double margin = 24;
constexpr font_style flag_style{11.5, 700};
constexpr double flag_height = 18;
constexpr double axis_gap = 14;  // between the axis and the first row
constexpr double repeat_axis_over = 600;

// What stands on one page.
struct page_plan {
  page_rows rows;
  foot_plan foot;
};

class picture {
 public:
  picture(const timeline& data, const layout_options& options, const theme& colors,
          const text_metrics& metrics)
      : data_(data),
        options_(options),
        colors_(colors),
        metrics_(metrics),
        rows_(make_rows(data, margin, options.width - margin, colors, metrics)),
        around_(data, rows_, options, colors, metrics) {}

  std::vector<scene> pages() const;

 private:
  std::vector<page_plan> break_pages() const;
  void add_lanes(std::vector<page_plan>& pages, double room) const;
  void add_listed(std::vector<page_plan>& pages, double room, double room_left) const;
  double draw_plot(scene& out, double top, const page_rows& rows) const;
  void draw_rules(scene& out, double top, const page_rows& rows) const;
  void draw_marker(scene& out, double axis_y, double bottom) const;
  void draw_row(scene& out, const row& r, double top) const;
  void draw_heading(scene& out, const row& r, double y) const;
  static void draw_link(scene& out, double x, double from_top, double to_top, rgb hue);
  group draw_claim(const entry& e, const placement& p, double top) const;
  void add_plate(group& out, box area) const;

  const timeline& data_;
  const layout_options& options_;
  const theme& colors_;
  const text_metrics& metrics_;
  const picture_rows rows_;
  const around_plot around_;
};

std::vector<page_plan> picture::break_pages() const {
  page_plan all;
  all.rows = rows_.every();
  all.foot.listed_to = rows_.in_words.size();
  all.foot.last = true;
  if (!options_.page_height) return {all};

  scene unused;
  const double around = around_.draw_header(unused, 0, 2) + margin - 4;
  const double room = *options_.page_height - around;
  const double axis =
      (rows_.inside.marker_x ? flag_height + 5 : 0) + rows_.axis.height() + axis_gap;
  const bool repeats_axis = room - rows_.axis.height() > repeat_axis_over;
  const double lanes_room = room - axis - (repeats_axis ? rows_.axis.height() + 4 : 0);

  std::vector<page_plan> out;
  add_lanes(out, lanes_room);
  double room_left = lanes_room - (out.empty() ? 0 : rows_.height(out.back().rows));
  if (out.empty()) {
    out.emplace_back();
    room_left = room;
  }
  add_listed(out, room, room_left);
  out.back().foot.last = true;
  return out;
}

// The last page keeps a lane beside sources and legend.
void picture::add_lanes(std::vector<page_plan>& pages, double room) const {
  foot_plan closing;
  closing.last = rows_.in_words.empty();
  const double foot = closing.last ? around_.foot_height(closing) : 0;
  for (std::size_t next = 0; next < rows_.rows.size(); next = pages.back().rows.back() + 1) {
    page_plan page;
    page.rows = rows_.that_fit(next, room);
    const bool last = page.rows.back() + 1 == rows_.rows.size();
    if (last && rows_.height(page.rows) > room - foot) {
      page.rows = rows_.that_fit(next, room - foot);
    }
    pages.push_back(std::move(page));
  }
}

// Goes on under the last lanes; at least one claim a page.
void picture::add_listed(std::vector<page_plan>& pages, double room, double room_left) const {
  for (std::size_t i = 0; i < rows_.in_words.size(); ++i) {
    page_plan& page = pages.back();
    const bool starts = page.foot.listed_from == page.foot.listed_to;
    if (starts) page.foot.listed_from = page.foot.listed_to = i;
    page.foot.listed_to = i + 1;
    page.foot.last = i + 1 == rows_.in_words.size();
    if (around_.foot_height(page.foot) <= room_left || (starts && page.rows.empty())) continue;
    page.foot.listed_to = i;
    page.foot.last = false;
    pages.emplace_back();
    pages.back().foot.listed_from = i;
    pages.back().foot.listed_to = i + 1;
    room_left = room;
  }
}

std::vector<scene> picture::pages() const {
  const std::vector<page_plan> plans = break_pages();
  std::vector<scene> out;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    scene page;
    page.width = options_.width;
    page.ground = colors_.ground;
    page.title = around_.title();
    if (i == 0) page.description = around_.description();
    double y = around_.draw_header(page, i, plans.size());
    if (!plans[i].rows.empty()) y = draw_plot(page, y, plans[i].rows);
    y = around_.draw_foot(page, y, plans[i].foot);
    page.height = std::ceil(y + margin - 4);
    if (plans.size() > 1 || options_.whole_pages) {
      page.height = std::max(page.height, options_.page_height.value_or(0));
    }
    out.push_back(std::move(page));
  }
  return out;
}

double picture::draw_plot(scene& out, double top, const page_rows& rows) const {
  const double axis_y = top + (rows_.inside.marker_x ? flag_height + 5 : 0) + rows_.axis.height();
  const double first_row = axis_y + axis_gap;
  const double bottom = first_row + rows_.height(rows);
  if (rows_.inside.marker_x) {
    rect field;
    field.area = {*rows_.inside.marker_x, axis_y, rows_.inside.right, bottom};
    field.fill = paint{colors_.field, 1};
    out.nodes.push_back({field});
  }
  out.nodes.push_back({draw_grid(rows_.axis, axis_y, bottom, colors_)});
  draw_rules(out, first_row, rows);
  draw_marker(out, axis_y, bottom);
  out.nodes.push_back({draw_axis(rows_.axis, axis_y, false, colors_)});
  double y = first_row;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const row& r = rows_.rows[rows[at]];
    if (r.link_x && at > 0 && !rows_.rows[rows[at - 1]].heads_band &&
        std::abs(*r.link_x - rows_.inside.marker_x.value_or(0)) > 2) {
      draw_link(out, *r.link_x, y - rows_.height(rows, at - 1), y, r.entries.front().hue);
    }
    draw_row(out, r, y);
    y += rows_.height(rows, at);
  }
  if (bottom - axis_y <= repeat_axis_over) return bottom;
  out.nodes.push_back({draw_axis(rows_.axis, bottom, true, colors_)});
  return bottom + rows_.axis.height() + 4;
}

// Over each band but the first of a page.
void picture::draw_rules(scene& out, double top, const page_rows& rows) const {
  group g;
  g.kind = group_kind::axis;
  double y = top;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows_.rows[rows[at]].heads_band && at > 0) {
      g.children.push_back(
          {line{{rows_.inside.left, y}, {rows_.inside.right, y}, {colors_.grid, 1}}});
    }
    y += rows_.height(rows, at);
  }
  out.nodes.push_back({std::move(g)});
}

void picture::draw_marker(scene& out, double axis_y, double bottom) const {
  if (!rows_.inside.marker_x) return;
  group g;
  g.kind = group_kind::marker;
  const double x = *rows_.inside.marker_x;
  const std::string content = fill(words().published, {day_words(*data_.article.published)});
  const double width = metrics_.width(content, flag_style);
  const double half = width / 2 + 6;
  const double center = std::clamp(x, rows_.inside.left + half, rows_.inside.right - half);
  const double top = axis_y - rows_.axis.height() - flag_height - 3;
  g.children.push_back({line{{x, top + flag_height}, {x, bottom}, {colors_.marker, 1.5}}});
  rect flag;
  flag.area = {center - half, top, center + half, top + flag_height};
  flag.radius = 3;
  flag.fill = paint{colors_.ground, 1};
  flag.outline = stroke{colors_.marker, 1.25};
  g.children.push_back({flag});
  g.children.push_back({text{{center, top + flag_height / 2 + 0.36 * flag_style.size},
                             text_anchor::middle,
                             flag_style,
                             colors_.marker,
                             content,
                             width}});
  out.nodes.push_back({std::move(g)});
}

void picture::draw_row(scene& out, const row& r, double top) const {
  if (r.heads_band) return draw_heading(out, r, top + heading_top);
  for (std::size_t i = 0; i < r.entries.size(); ++i) {
    out.nodes.push_back({draw_claim(r.entries[i], r.claims.items[i].how, top)});
  }
}

void picture::draw_link(scene& out, double x, double from_top, double to_top, rgb hue) {
  group g;
  g.kind = group_kind::mark;
  constexpr double middle = label_line_height / 2;  // where marks beside words stand
  g.children.push_back({line{{x, from_top + middle + diamond_radius},
                             {x, to_top + middle - diamond_radius},
                             {hue, 1.25}}});
  out.nodes.push_back({std::move(g)});
}

void picture::draw_heading(scene& out, const row& r, double y) const {
  if (r.heading.empty()) return;
  double width = 0;
  for (const text_line& l : r.heading) width = std::max(width, l.width);
  group plate;
  plate.kind = group_kind::plate;
  add_plate(plate, {rows_.inside.left - 3, y, rows_.inside.left + width + 4,
                    y + heading_line_height * static_cast<double>(r.heading.size())});
  out.nodes.push_back({std::move(plate)});
  add_lines(out.nodes, r.heading, {rows_.inside.left, y}, heading_style, r.hue,
            heading_line_height);
}

// The ground under letters, in the field's colour right of the publication line.
void picture::add_plate(group& out, box area) const {
  const auto piece = [&](double left, double right, rgb color) {
    if (right <= left) return;
    rect r;
    r.area = {left, area.top, right, area.bottom};
    r.fill = paint{color, 1};
    out.children.push_back({r});
  };
  const double split = rows_.inside.marker_x.value_or(rows_.inside.right);
  piece(area.left, std::min(area.right, split + 1), colors_.ground);
  piece(std::max(area.left, split - 1), std::min(area.right, rows_.inside.right), colors_.field);
}

group picture::draw_claim(const entry& e, const placement& p, double top) const {
  group out;
  out.kind = group_kind::claim;
  out.id = "claim-" + std::to_string(e.number);
  out.label = spoken_words(data_, *e.what);
  out.claims = e.what->claims;
  const box words = p.words();
  group plate;
  plate.kind = group_kind::plate;
  add_plate(plate, {words.left - 3, top + words.top - 1, words.right + 3, top + words.bottom + 1});
  out.children.push_back({std::move(plate)});
  out.children.push_back({draw_mark(e.shape, top + p.mark_y, e.hue, colors_)});

  double y = top + p.words_top;
  const auto put = [&](const text_line& l, font_style style, rgb color, double line_height) {
    const double baseline = y + line_height / 2 + 0.36 * style.size;
    text t{{p.anchor_x, baseline}, p.anchor, style, color, l.content, l.width};
    const std::size_t room = l.content.find(quote_room);
    if (room != std::string::npos) {
      const double before = metrics_.width(l.content.substr(0, room), style);
      out.children.push_back({draw_quote_sign({t.left() + before + 0.6, baseline - 2.2}, e.hue)});
    }
    if (room == 0) {  // some renderers drop spaces where a text begins
      const double width = metrics_.width(quote_room, style);
      t.content.erase(0, quote_room.size());
      t.width -= width;
      if (t.anchor == text_anchor::start) t.at.x += width;
    }
    if (!t.content.empty()) out.children.push_back({t});
    y += line_height;
  };
  for (const text_line& l : p.label) put(l, label_style, colors_.text, label_line_height);
  for (const text_line& l : p.detail) put(l, detail_style, colors_.muted, detail_line_height);
  return out;
}

}  // namespace

std::vector<scene> lay_out(const timeline& data, const layout_options& options, const theme& colors,
                           const text_metrics& metrics) {
  return picture(data, options, colors, metrics).pages();
}

}  // namespace zeitstrahl
