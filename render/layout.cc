#include "render/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/axis.h"
#include "render/claim_words.h"
#include "render/marks.h"
#include "render/place.h"
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
constexpr double band_gap = 8;         // over a band's rule, beside the lane's gap
constexpr double heading_height = 30;  // rule and first line to the first lane
constexpr double heading_line_height = 16;
constexpr double axis_gap = 16;  // between the axis and the first row
constexpr double repeat_axis_over = 600;
constexpr double legend_line_height = 20;

// One bar, measured.
struct entry {
  const bar* what = nullptr;
  rgb hue;
  mark_shape shape;
  std::size_t number = 0;  // in the order of the timeline
};

// A stretch of the picture that no page breaks: a heading or a lane.
struct row {
  double height = 0;
  std::vector<text_line> heading;  // of a band; its lane follows
  rgb hue;
  bool rule = false;  // over the heading
  lane claims;
  std::vector<entry> entries;  // by lane_item::index - first_entry
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
  scene compose_page(std::size_t first, std::size_t last, std::size_t page, std::size_t count);
  std::size_t page_end(std::size_t first, double room) const;
  double rows_height(std::size_t first, std::size_t last) const;
  double header_height(std::size_t page) const;
  double draw_header(scene& out, std::size_t page, std::size_t count) const;
  double draw_plot(scene& out, double top, std::size_t first, std::size_t last);
  void draw_marker(scene& out, double axis_y, double bottom) const;
  void draw_row(scene& out, const row& r, double top) const;
  group draw_claim(const entry& e, const placement& p, double top) const;
  void add_plate(group& out, box area) const;
  double draw_foot(scene& out, double top) const;
  double draw_undated(scene& out, double y) const;
  double draw_legend(scene& out, double y) const;
  std::string description() const;

  const timeline& data_;
  const layout_options& options_;
  const theme& colors_;
  const text_metrics& metrics_;
  std::string title_;
  frame inside_;
  time_axis axis_;
  std::vector<std::vector<entry>> dated_;  // by thread, threads without bars left out
  std::vector<std::string> headings_;      // of dated_
  std::vector<const bar*> undated_;
  std::vector<row> rows_;
  feature_set features_;
};

// Sorts bars into those that have a date and those that are listed in words.
void picture::collect() {
  std::size_t number = 0;
  for (std::size_t t = 0; t < data_.threads.size(); ++t) {
    std::vector<entry> band;
    for (const bar& b : data_.threads[t].bars) {
      if (b.when.empty()) {
        undated_.push_back(&b);
      } else {
        band.push_back({&b, colors_.hue(dated_.size()), {}, ++number});
      }
    }
    if (band.empty()) continue;
    dated_.push_back(std::move(band));
    headings_.push_back(tidy(data_.threads[t].label));
  }
}

// The range of all bounds and the publication, with room for fades and arrow heads.
void picture::fit_axis() {
  const std::optional<day> published = data_.article.published;
  double first = published ? published_time(*published) : HUGE_VAL;
  double last = published ? published_time(*published) : -HUGE_VAL;
  bool open_left = false;
  bool open_right = false;
  for (const auto& band : dated_) {
    for (const entry& e : band) {
      const interval& w = e.what->when;
      for (const bound b : {w.begin_earliest, w.begin_latest, w.end_earliest, w.end_latest}) {
        if (!b.given()) continue;
        first = std::min(first, begin_time(b, published));
        last = std::max(last, end_time(b, published));
      }
      open_left = open_left || !w.begin_earliest.given();
      open_right = open_right || !w.end_latest.given();
    }
  }
  constexpr double least_days = 5;
  if (last - first < least_days) {
    const double middle = std::floor((first + last) / 2) + 0.5;
    first = std::min(first, middle - least_days / 2);
    last = std::max(last, middle + least_days / 2);
  }
  const double span = last - first;
  const double pad = 0.035 * span;
  const double left = open_left ? (fade_length + 8) / room() * span : pad;
  const double right = open_right ? 0.09 * span : pad;
  const time_scale scale{
      {first - std::max(left, pad), last + std::max(right, pad)}, inside_.left, inside_.right};
  if (published) inside_.marker_x = scale.x(published_time(*published));
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
    add_band(dated_[i], dated_.size() > 1 ? headings_[i] : std::string());
  }
}

void picture::add_band(const std::vector<entry>& band, const std::string& heading) {
  if (!heading.empty()) {
    row r;
    r.heading = wrapped(heading, heading_style);
    r.hue = band.front().hue;
    r.rule = !rows_.empty();
    r.height = heading_height + (r.rule ? band_gap : 0) - heading_line_height +
               heading_line_height * static_cast<double>(r.heading.size());
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
    for (const lane_item& item : l.items) r.entries.push_back(band[item.index]);
    r.claims = std::move(l);
    rows_.push_back(std::move(r));
  }
}

double picture::rows_height(std::size_t first, std::size_t last) const {
  double height = 0;
  for (std::size_t i = first; i < last; ++i) height += rows_[i].height;
  return height;
}

double picture::header_height(std::size_t page) const {
  scene unused;
  return draw_header(unused, page, page + 1) + (dated_.empty() ? 0 : flag_height + axis_.height());
}

// The first row that no longer fits the room; at least one row is taken, and a heading
// never without a lane.
std::size_t picture::page_end(std::size_t first, double room) const {
  std::size_t end = first;
  double height = 0;
  while (end < rows_.size()) {
    height += rows_[end].height;
    if (height > room && end > first) break;
    ++end;
  }
  while (end < rows_.size() && end > first + 1 && !rows_[end - 1].heading.empty()) --end;
  return end;
}

std::vector<scene> picture::compose() {
  std::vector<std::pair<std::size_t, std::size_t>> breaks;
  std::size_t first = 0;
  scene foot;
  const double foot_height = draw_foot(foot, 0) + margin;
  do {
    std::size_t end = rows_.size();
    if (options_.page_height) {
      const double fixed = header_height(breaks.size()) + 2 * axis_gap + axis_.height() + margin;
      end = page_end(first, *options_.page_height - fixed);
      const bool all_with_foot =
          fixed + rows_height(first, end) + foot_height <= *options_.page_height;
      if (end == rows_.size() && !all_with_foot && first == 0 &&
          foot_height + fixed < *options_.page_height / 2) {
        end = page_end(first, *options_.page_height - fixed - foot_height);
      }
    }
    breaks.emplace_back(first, end);
    first = end;
  } while (first < rows_.size());

  std::vector<scene> out;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    out.push_back(compose_page(breaks[i].first, breaks[i].second, i, breaks.size()));
  }
  return out;
}

scene picture::compose_page(std::size_t first, std::size_t last, std::size_t page,
                            std::size_t count) {
  scene out;
  out.width = options_.width;
  out.ground = colors_.ground;
  out.title = title_;
  if (page == 0) out.description = description();
  double y = draw_header(out, page, count);
  if (last > first) y = draw_plot(out, y, first, last);
  if (page + 1 == count) y = draw_foot(out, y);
  out.height = std::ceil(y + margin - 4);
  return out;
}

double picture::draw_header(scene& out, std::size_t page, std::size_t count) const {
  double y = add_lines(out.nodes, wrapped(title_, title_style), {inside_.left, margin - 5},
                       title_style, colors_.text, title_line_height);
  std::string about = about_words(data_.article);
  if (count > 1 && options_.page_height) {
    about += " (" + fill(words().page, {std::to_string(page + 1), std::to_string(count)}) + ")";
  }
  return add_lines(out.nodes, wrapped(about, about_style), {inside_.left, y + 1}, about_style,
                   colors_.muted, about_line_height) +
         8;
}

double picture::draw_plot(scene& out, double top, std::size_t first, std::size_t last) {
  const double axis_y = top + (inside_.marker_x ? flag_height + 5 : 0) + axis_.height();
  const double bottom = axis_y + axis_gap + rows_height(first, last);
  if (inside_.marker_x) {
    rect field;
    field.area = {*inside_.marker_x, axis_y, inside_.right, bottom};
    field.fill = paint{colors_.field, 1};
    out.nodes.push_back({field});
  }
  out.nodes.push_back({draw_grid(axis_, axis_y, bottom, colors_)});
  draw_marker(out, axis_y, bottom);
  out.nodes.push_back({draw_axis(axis_, axis_y, false, colors_)});
  double y = axis_y + axis_gap;
  for (std::size_t i = first; i < last; ++i) {
    draw_row(out, rows_[i], y);
    y += rows_[i].height;
  }
  if (bottom - axis_y <= repeat_axis_over) return bottom;
  out.nodes.push_back({draw_axis(axis_, bottom, true, colors_)});
  return bottom + axis_.height() + 4;
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
  if (!r.heading.empty()) {
    double y = top;
    if (r.rule) {
      y += band_gap;
      out.nodes.push_back({line{{inside_.left, top}, {inside_.right, top}, {colors_.grid, 1}}});
    }
    double width = 0;
    for (const text_line& l : r.heading) width = std::max(width, l.width);
    group plate;
    plate.kind = group_kind::plate;
    add_plate(plate, {inside_.left - 3, y - 1, inside_.left + width + 4,
                      y + 1 + heading_line_height * static_cast<double>(r.heading.size())});
    out.nodes.push_back({std::move(plate)});
    add_lines(out.nodes, r.heading, {inside_.left, y}, heading_style, r.hue, heading_line_height);
    return;
  }
  for (std::size_t i = 0; i < r.entries.size(); ++i) {
    out.nodes.push_back({draw_claim(r.entries[i], r.claims.items[i].how, top)});
  }
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
  piece(std::max(area.left, split - 1), area.right, colors_.field);
}

group picture::draw_claim(const entry& e, const placement& p, double top) const {
  group out;
  out.kind = group_kind::claim;
  out.id = "claim-" + std::to_string(e.number);
  out.label = spoken_words(data_, *e.what);
  const box words = p.words();
  group plate;
  plate.kind = group_kind::plate;
  add_plate(plate, {words.left - 3, top + words.top - 1, words.right + 3, top + words.bottom + 1});
  out.children.push_back({std::move(plate)});
  out.children.push_back({draw_mark(e.shape, top + p.mark_y, e.hue, colors_)});

  double y = top + p.words_top;
  const auto put = [&](const text_line& l, font_style style, rgb color, double line_height) {
    const double baseline = y + line_height / 2 + 0.36 * style.size;
    const text t{{p.anchor_x, baseline}, p.anchor, style, color, l.content, l.width};
    const std::size_t room = l.content.find(quote_room);
    if (room != std::string::npos) {
      const double before = metrics_.width(l.content.substr(0, room), style);
      out.children.push_back({draw_quote_sign({t.left() + before + 0.6, baseline - 2.2}, e.hue)});
    }
    add(out.children, t);
    y += line_height;
  };
  for (const text_line& l : p.label) put(l, label_style, colors_.text, label_line_height);
  for (const text_line& l : p.detail) put(l, detail_style, colors_.muted, detail_line_height);
  return out;
}

double picture::draw_undated(scene& out, double y) const {
  if (undated_.empty()) return y;
  y = add_lines(out.nodes, wrapped(words().undated, foot_head_style), {inside_.left, y},
                foot_head_style, colors_.text, foot_line_height);
  for (const bar* b : undated_) {
    y = add_lines(out.nodes, wrapped(undated_words(data_, *b), foot_style), {inside_.left, y},
                  foot_style, colors_.text, foot_line_height) +
        2;
  }
  return y + 8;
}

double picture::draw_foot(scene& out, double y) const {
  if (dated_.empty()) {
    y = add_lines(out.nodes,
                  wrapped(undated_.empty() ? words().nothing_found : words().nothing_dated,
                          nothing_style),
                  {inside_.left, y + 12}, nothing_style, colors_.text, label_line_height + 2) +
        14;
  }
  if (dated_.empty() && undated_.empty()) return y;
  y += 6;
  out.nodes.push_back({line{{inside_.left, y}, {inside_.right, y}, {colors_.grid, 1}}});
  y = draw_undated(out, y + 7);
  y = add_lines(out.nodes, wrapped(source_words(data_.article), foot_style), {inside_.left, y},
                foot_style, colors_.muted, foot_line_height);
  return draw_legend(out, y + 4);
}

std::string_view legend_words(feature f, bool published) {
  switch (f) {
    case feature::until_published:
      return published ? words().legend_until_published : words().legend_actual;
    case feature::after_published:
      return words().legend_after_published;
    case feature::planned:
      return words().legend_planned;
    case feature::possible:
      return words().legend_possible;
    case feature::negated:
      return words().legend_negated;
    case feature::bound:
      return words().legend_bound;
    case feature::begin_unknown:
      return words().legend_begin_unknown;
    case feature::end_unknown:
      return words().legend_end_unknown;
    case feature::before_after:
      return words().legend_before_after;
    case feature::end_open:
      return words().legend_end_open;
    case feature::event:
      return words().legend_event;
    case feature::vague_event:
      return words().legend_vague_event;
    case feature::reported:
      break;
  }
  return words().legend_reported;
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
  return out;
}

}  // namespace

std::vector<scene> lay_out(const timeline& data, const layout_options& options, const theme& colors,
                           const text_metrics& metrics) {
  return picture(data, options, colors, metrics).pages();
}

}  // namespace zeitstrahl
