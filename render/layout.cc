#include "render/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "render/axis.h"
#include "render/claim_words.h"
#include "render/fit.h"
#include "render/marks.h"
#include "render/place.h"
#include "render/reading_words.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr double margin = 24;
constexpr font_style title_style{19, 700};
constexpr font_style about_style{11.5, 400};
constexpr font_style flag_style{11.5, 700};
constexpr font_style heading_style{12, 600};
constexpr font_style foot_style{11, 400};
constexpr font_style foot_head_style{11, 600};
constexpr font_style nothing_style{13, 400};

constexpr double title_line_height = 25;
constexpr double about_line_height = 16;
constexpr double foot_line_height = 15.5;
constexpr double flag_height = 18;
constexpr double lane_gap = 15;
constexpr double linked_lane_gap = 9;
constexpr double heading_top = 8;        // between a band's rule and its heading
constexpr double heading_height = 35;    // of rule, heading and the gap under it
constexpr double heading_side_gap = 20;  // to a lane that stands beside its heading
constexpr double heading_line_height = 16;
constexpr double axis_gap = 14;  // between the axis and the first row
constexpr double repeat_axis_over = 600;
constexpr double legend_line_height = 20;

// One bar, measured.
struct entry {
  const bar* what = nullptr;
  rgb hue;
  mark_shape shape;
  std::size_t number = 0;  // in the order of the timeline
};

// A stretch of the picture that no page breaks: a band's heading or a lane.
struct row {
  double height = 0;               // of a lane, with the gap under it
  bool heads_band = false;         // without claims
  std::vector<text_line> heading;  // of a band with a name
  rgb hue;
  std::optional<std::size_t> heading_row;  // of a lane: where its band's heading is
  lane claims;
  std::vector<entry> entries;    // of the lane's items
  std::optional<double> link_x;  // an event of the same day stands in the row above
};

using page_rows = std::vector<std::size_t>;  // indexes of rows, top to bottom

// What stands on one page.
struct page_plan {
  page_rows rows;
  std::size_t undated_from = 0;  // half-open range of the claims without a date
  std::size_t undated_to = 0;
  bool last = false;  // with sources and legend
};

void add(std::vector<node>& out, text t) {
  if (!t.content.empty()) out.push_back({std::move(t)});
}

// Lines of text from `y` on; returns the y under them.
double add_lines(std::vector<node>& out, const std::vector<text_line>& lines, point top_left,
                 font_style style, rgb color, double line_height) {
  double y = top_left.y;
  for (const text_line& l : lines) {
    const double baseline = y + line_height / 2 + 0.36 * style.size;
    add(out, text{{top_left.x, baseline}, text_anchor::start, style, color, l.content, l.width});
    y += line_height;
  }
  return y;
}

class picture {
 public:
  picture(const timeline& data, const layout_options& options, const theme& colors,
          const text_metrics& metrics)
      : data_(data), options_(options), colors_(colors), metrics_(metrics) {
    inside_.left = margin;
    inside_.right = options.width - margin;
    title_ = tidy(options.title ? *options.title : data.article.title);
    if (title_.empty()) title_ = words().timeline;
  }

  std::vector<scene> pages() {
    collect();
    if (!dated_.empty()) {
      fit_axis();
      make_rows();
    }
    return compose();
  }

 private:
  double room() const { return inside_.right - inside_.left; }
  std::vector<text_line> wrapped(std::string_view content, font_style style) const {
    return metrics_.measure(content, style).lines(room());
  }

  void collect();
  void fit_axis();
  void make_rows();
  void add_band(const std::vector<entry>& band, const std::string& heading);
  std::vector<scene> compose();
  std::vector<page_plan> break_pages() const;
  void add_lanes(std::vector<page_plan>& pages, double room) const;
  void add_undated(std::vector<page_plan>& pages, double room, double room_left) const;
  page_rows fill_page(std::size_t first, double room) const;
  void link_to_last(row& r);
  double row_height(const page_rows& rows, std::size_t at) const;
  double rows_height(const page_rows& rows) const;
  double draw_header(scene& out, std::size_t page, std::size_t count) const;
  double draw_plot(scene& out, double top, const page_rows& rows) const;
  void draw_rules(scene& out, double top, const page_rows& rows) const;
  void draw_marker(scene& out, double axis_y, double bottom) const;
  void draw_row(scene& out, const row& r, double top) const;
  void draw_heading(scene& out, const row& r, double y) const;
  static void draw_link(scene& out, double x, double from_top, double to_top, rgb hue);
  group draw_claim(const entry& e, const placement& p, double top) const;
  void add_plate(group& out, box area) const;
  double draw_foot(scene& out, double top, const page_plan& page) const;
  double draw_undated(scene& out, double y, const page_plan& page) const;
  double foot_height(const page_plan& page) const;
  double draw_legend(scene& out, double y) const;
  std::string description() const;

  const timeline& data_;
  const layout_options& options_;
  const theme& colors_;
  const text_metrics& metrics_;
  std::string title_;
  label_frame inside_;
  time_axis axis_;
  std::vector<std::vector<entry>> dated_;  // by thread, threads without bars left out
  std::vector<std::string> headings_;      // of dated_
  std::vector<const bar*> undated_;
  std::vector<row> rows_;
  feature_set features_;
};

bool has_date(const interval& w) {
  return w.begin_earliest.given() || w.begin_latest.given() || w.end_earliest.given() ||
         w.end_latest.given();
}

// Sorts bars into those that have a date and those that are listed in words.
void picture::collect() {
  std::size_t number = 0;
  for (std::size_t t = 0; t < data_.threads.size(); ++t) {
    std::vector<entry> band;
    for (const bar& b : data_.threads[t].bars) {
      if (!has_date(b.when)) {
        undated_.push_back(&b);
      } else {
        band.push_back({&b, colors_.hue(dated_.size()), {}, ++number});
      }
    }
    if (band.empty()) continue;
    dated_.push_back(std::move(band));
    headings_.push_back(band_words(data_, data_.threads[t]));
  }
}

// All times on one axis, and the marks on it.
void picture::fit_axis() {
  const std::optional<day> published = data_.article.published;
  std::vector<interval> times;
  for (const auto& band : dated_) {
    for (const entry& e : band) times.push_back(e.what->when);
  }
  const time_scale scale = fit_scale(times, published, inside_.left, inside_.right);
  if (published) inside_.marker_x = scale.x(published_time(*published));
  if (scale.skip) features_.set(static_cast<std::size_t>(feature::broken_axis));
  axis_ = make_axis(scale, inside_.marker_x, metrics_);
  for (auto& band : dated_) {
    for (entry& e : band) {
      e.shape = shape_of(e.what->when, e.what->mode, scale, published);
      features_ |= e.shape.features;
      if (e.what->reported) features_.set(static_cast<std::size_t>(feature::reported));
    }
  }
}

void picture::make_rows() {
  for (std::size_t i = 0; i < dated_.size(); ++i) {
    add_band(dated_[i], headings_[i]);
  }
}

void picture::add_band(const std::vector<entry>& band, const std::string& heading) {
  std::optional<std::size_t> heading_row;
  if (dated_.size() > 1) {
    heading_row = rows_.size();
    row r;
    r.heads_band = true;
    r.heading = wrapped(heading, heading_style);
    r.hue = band.front().hue;
    rows_.push_back(std::move(r));
  }
  lane_packer packer;
  for (const entry& e : band) {
    packer.add(placements(e.shape, metrics_.measure(tidy(e.what->label), label_style),
                          metrics_.measure(detail_words(data_, *e.what), detail_style), inside_));
  }
  for (lane& l : packer.take()) {
    row r;
    r.height = l.height + lane_gap;
    r.heading_row = heading_row;
    for (const lane_item& item : l.items) r.entries.push_back(band[item.index]);
    r.claims = std::move(l);
    link_to_last(r);
    rows_.push_back(std::move(r));
  }
}

// Events of one day that follow each other stand closer together, joined by a line.
void picture::link_to_last(row& r) {
  if (rows_.empty()) return;
  row& above = rows_.back();
  const auto stands_beside = [](const row& of, std::size_t i) {
    return of.entries[i].shape.event && of.claims.items[i].how.mark_y < label_line_height;
  };
  for (std::size_t i = 0; i < r.entries.size(); ++i) {
    for (std::size_t k = 0; k < above.entries.size(); ++k) {
      const interval& one = r.entries[i].what->when;
      const interval& other = above.entries[k].what->when;
      const bool same =
          one.begin_earliest == other.begin_earliest && one.end_latest == other.end_latest;
      if (!same || !stands_beside(r, i) || !stands_beside(above, k)) continue;
      above.height = above.claims.height + linked_lane_gap;
      r.link_x = r.entries[i].shape.center;
    }
  }
}

// A heading takes no height of its own where the lane under it leaves its place free.
double picture::row_height(const page_rows& rows, std::size_t at) const {
  const row& r = rows_[rows[at]];
  if (!r.heads_band) return r.height;
  if (r.heading.empty()) return heading_top;
  if (at + 1 < rows.size() && r.heading.size() == 1) {
    double left = inside_.right;
    for (const lane_item& item : rows_[rows[at + 1]].claims.items) {
      left = std::min(left, item.how.left);
    }
    if (inside_.left + r.heading[0].width + heading_side_gap < left) return heading_top;
  }
  return heading_height + heading_line_height * static_cast<double>(r.heading.size() - 1);
}

double picture::rows_height(const page_rows& rows) const {
  double height = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) height += row_height(rows, at);
  return height;
}

// Rows from `first` on that fit the room, at least one lane.  A page that begins within
// a band repeats its heading, and none ends with a heading.
page_rows picture::fill_page(std::size_t first, double room) const {
  page_rows out;
  if (first < rows_.size() && rows_[first].heading_row) out.push_back(*rows_[first].heading_row);
  const std::size_t forced = first + (rows_[first].heads_band ? 2 : 1);
  for (std::size_t i = first; i < rows_.size(); ++i) {
    out.push_back(i);
    if (rows_height(out) <= room || i < forced) continue;
    out.pop_back();
    break;
  }
  while (out.size() > 2 && rows_[out.back()].heads_band) out.pop_back();
  return out;
}

std::vector<page_plan> picture::break_pages() const {
  page_plan all;
  all.rows.resize(rows_.size());
  std::iota(all.rows.begin(), all.rows.end(), 0);
  all.undated_to = undated_.size();
  all.last = true;
  if (!options_.page_height) return {all};

  scene unused;
  const double around = draw_header(unused, 0, 2) + margin - 4;
  const double room = *options_.page_height - around;
  const double axis = (inside_.marker_x ? flag_height + 5 : 0) + axis_.height() + axis_gap;
  const bool repeats_axis = room - axis_.height() > repeat_axis_over;
  const double lanes_room = room - axis - (repeats_axis ? axis_.height() + 4 : 0);

  std::vector<page_plan> out;
  add_lanes(out, lanes_room);
  double room_left = lanes_room - (out.empty() ? 0 : rows_height(out.back().rows));
  if (out.empty()) {
    out.emplace_back();
    room_left = room;
  }
  add_undated(out, room, room_left);
  out.back().last = true;
  return out;
}

// The last page keeps a lane beside sources and legend.
void picture::add_lanes(std::vector<page_plan>& pages, double room) const {
  page_plan closing;
  closing.last = undated_.empty();
  const double foot = closing.last ? foot_height(closing) : 0;
  for (std::size_t next = 0; next < rows_.size(); next = pages.back().rows.back() + 1) {
    page_plan page;
    page.rows = fill_page(next, room);
    const bool last = page.rows.back() + 1 == rows_.size();
    if (last && rows_height(page.rows) > room - foot) page.rows = fill_page(next, room - foot);
    pages.push_back(std::move(page));
  }
}

// Goes on under the last lanes; at least one claim a page.
void picture::add_undated(std::vector<page_plan>& pages, double room, double room_left) const {
  for (std::size_t i = 0; i < undated_.size(); ++i) {
    page_plan& page = pages.back();
    const bool starts = page.undated_from == page.undated_to;
    if (starts) page.undated_from = page.undated_to = i;
    page.undated_to = i + 1;
    page.last = i + 1 == undated_.size();
    if (foot_height(page) <= room_left || (starts && page.rows.empty())) continue;
    page.undated_to = i;
    page.last = false;
    pages.emplace_back();
    pages.back().undated_from = i;
    pages.back().undated_to = i + 1;
    room_left = room;
  }
}

std::vector<scene> picture::compose() {
  const std::vector<page_plan> pages = break_pages();
  std::vector<scene> out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    scene page;
    page.width = options_.width;
    page.ground = colors_.ground;
    page.title = title_;
    if (i == 0) page.description = description();
    double y = draw_header(page, i, pages.size());
    if (!pages[i].rows.empty()) y = draw_plot(page, y, pages[i].rows);
    y = draw_foot(page, y, pages[i]);
    page.height = std::ceil(y + margin - 4);
    if (pages.size() > 1 || options_.whole_pages) {
      page.height = std::max(page.height, options_.page_height.value_or(0));
    }
    out.push_back(std::move(page));
  }
  return out;
}

double picture::draw_header(scene& out, std::size_t page, std::size_t count) const {
  if (!options_.headed) return margin / 2;
  double y = add_lines(out.nodes, wrapped(title_, title_style), {inside_.left, margin - 5},
                       title_style, colors_.text, title_line_height);
  std::string about = about_words(data_.article);
  if (count > 1) {
    about += " (" + fill(words().page, {std::to_string(page + 1), std::to_string(count)}) + ")";
  }
  return add_lines(out.nodes, wrapped(about, about_style), {inside_.left, y + 1}, about_style,
                   colors_.muted, about_line_height) +
         8;
}

double picture::draw_plot(scene& out, double top, const page_rows& rows) const {
  const double axis_y = top + (inside_.marker_x ? flag_height + 5 : 0) + axis_.height();
  const double first_row = axis_y + axis_gap;
  const double bottom = first_row + rows_height(rows);
  if (inside_.marker_x) {
    rect field;
    field.area = {*inside_.marker_x, axis_y, inside_.right, bottom};
    field.fill = paint{colors_.field, 1};
    out.nodes.push_back({field});
  }
  out.nodes.push_back({draw_grid(axis_, axis_y, bottom, colors_)});
  draw_rules(out, first_row, rows);
  draw_marker(out, axis_y, bottom);
  out.nodes.push_back({draw_axis(axis_, axis_y, false, colors_)});
  double y = first_row;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const row& r = rows_[rows[at]];
    if (r.link_x && at > 0 && !rows_[rows[at - 1]].heads_band &&
        std::abs(*r.link_x - inside_.marker_x.value_or(0)) > 2) {
      draw_link(out, *r.link_x, y - row_height(rows, at - 1), y, r.entries.front().hue);
    }
    draw_row(out, r, y);
    y += row_height(rows, at);
  }
  if (bottom - axis_y <= repeat_axis_over) return bottom;
  out.nodes.push_back({draw_axis(axis_, bottom, true, colors_)});
  return bottom + axis_.height() + 4;
}

// Over each band but the first of a page.
void picture::draw_rules(scene& out, double top, const page_rows& rows) const {
  group g;
  g.kind = group_kind::axis;
  double y = top;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows_[rows[at]].heads_band && at > 0) {
      g.children.push_back({line{{inside_.left, y}, {inside_.right, y}, {colors_.grid, 1}}});
    }
    y += row_height(rows, at);
  }
  out.nodes.push_back({std::move(g)});
}

void picture::draw_marker(scene& out, double axis_y, double bottom) const {
  if (!inside_.marker_x) return;
  group g;
  g.kind = group_kind::marker;
  const double x = *inside_.marker_x;
  const std::string content = fill(words().published, {day_words(*data_.article.published)});
  const double width = metrics_.width(content, flag_style);
  const double half = width / 2 + 6;
  const double center = std::clamp(x, inside_.left + half, inside_.right - half);
  const double top = axis_y - axis_.height() - flag_height - 3;
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
  add_plate(plate, {inside_.left - 3, y, inside_.left + width + 4,
                    y + heading_line_height * static_cast<double>(r.heading.size())});
  out.nodes.push_back({std::move(plate)});
  add_lines(out.nodes, r.heading, {inside_.left, y}, heading_style, r.hue, heading_line_height);
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
  const double split = inside_.marker_x.value_or(inside_.right);
  piece(area.left, std::min(area.right, split + 1), colors_.ground);
  piece(std::max(area.left, split - 1), std::min(area.right, inside_.right), colors_.field);
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
    add(out.children, t);
    y += line_height;
  };
  for (const text_line& l : p.label) put(l, label_style, colors_.text, label_line_height);
  for (const text_line& l : p.detail) put(l, detail_style, colors_.muted, detail_line_height);
  return out;
}

double picture::draw_undated(scene& out, double y, const page_plan& page) const {
  if (page.undated_from == page.undated_to) return y;
  y = add_lines(out.nodes, wrapped(words().undated, foot_head_style), {inside_.left, y},
                foot_head_style, colors_.text, foot_line_height);
  for (std::size_t i = page.undated_from; i < page.undated_to; ++i) {
    y = add_lines(out.nodes, wrapped(undated_words(data_, *undated_[i]), foot_style),
                  {inside_.left, y}, foot_style, colors_.text, foot_line_height) +
        2;
  }
  return y + 8;
}

double picture::draw_foot(scene& out, double y, const page_plan& page) const {
  if (dated_.empty() && page.undated_from == 0) {
    y = add_lines(out.nodes,
                  wrapped(undated_.empty() ? words().nothing_found : words().nothing_dated,
                          nothing_style),
                  {inside_.left, y + 12}, nothing_style, colors_.text, label_line_height + 2) +
        14;
  }
  const std::string left_out = left_out_words(data_);
  if (dated_.empty() && undated_.empty() && left_out.empty()) return y;
  if (page.undated_from == page.undated_to && !page.last) return y;
  y += 6;
  out.nodes.push_back({line{{inside_.left, y}, {inside_.right, y}, {colors_.grid, 1}}});
  y = draw_undated(out, y + 7, page);
  if (!page.last) return y;
  if (!left_out.empty()) {
    y = add_lines(out.nodes, wrapped(left_out, foot_style), {inside_.left, y}, foot_style,
                  colors_.muted, foot_line_height);
  }
  y = add_lines(out.nodes, wrapped(source_words(data_.article), foot_style), {inside_.left, y},
                foot_style, colors_.muted, foot_line_height);
  return draw_legend(out, y + 4);
}

double picture::foot_height(const page_plan& page) const {
  scene unused;
  return draw_foot(unused, 0, page);
}

double picture::draw_legend(scene& out, double y) const {
  if (features_.none()) return y;
  constexpr double words_gap = 7;
  constexpr double item_gap = 20;
  const rgb hue = colors_.hue(0);
  double x = inside_.left;
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (!features_.test(i)) continue;
    const auto f = static_cast<feature>(i);
    const std::string content(legend_words(f, data_.article.published.has_value()));
    const double width = metrics_.width(content, foot_style);
    if (x > inside_.left && x + sample_width + words_gap + width > inside_.right) {
      x = inside_.left;
      y += legend_line_height;
    }
    const double middle = y + legend_line_height / 2;
    out.nodes.push_back({draw_sample(f, {x, middle}, hue, colors_)});
    add(out.nodes, text{{x + sample_width + words_gap, middle + 0.36 * foot_style.size},
                        text_anchor::start,
                        foot_style,
                        colors_.text,
                        content,
                        width});
    x += sample_width + words_gap + width + item_gap;
  }
  return y + legend_line_height;
}

std::string picture::description() const {
  std::string out = about_words(data_.article) + ".";
  for (const auto& band : dated_) {
    for (const entry& e : band) {
      out += " " + std::to_string(e.number) + ". " + spoken_words(data_, *e.what) + ".";
    }
  }
  for (const bar* b : undated_) {
    out += " " + std::string(words().undated) + ": " + undated_words(data_, *b) + ".";
  }
  if (dated_.empty() && undated_.empty()) out += " " + std::string(words().nothing_found);
  if (const std::string left_out = left_out_words(data_); !left_out.empty()) out += " " + left_out;
  return out;
}

}  // namespace

std::vector<scene> lay_out(const timeline& data, const layout_options& options, const theme& colors,
                           const text_metrics& metrics) {
  return picture(data, options, colors, metrics).pages();
}

}  // namespace zeitstrahl
