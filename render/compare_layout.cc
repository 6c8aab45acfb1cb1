#include "render/compare_layout.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "render/axis.h"
#include "render/compare_choice.h"
#include "render/compare_words.h"
#include "render/marks.h"
#include "render/place.h"
#include "render/tidy.h"
#include "render/verdict_sign.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr double margin = 24;
constexpr font_style title_style{19, 700};
constexpr font_style about_style{11.5, 400};
constexpr font_style badge_style{11, 700};
constexpr font_style heading_style{13, 600};
constexpr font_style column_style{11, 400};
constexpr font_style verdict_style{11.5, 400};
constexpr font_style small_style{11, 400};

constexpr double title_line_height = 25;
constexpr double about_line_height = 16;
constexpr double source_gap = 4;
constexpr double verdict_line_height = 15.5;
constexpr double small_line_height = 15;
constexpr double lane_height = 19;
constexpr double row_gap = 15;
constexpr double badge_room = 24;
constexpr double column_gap = 16;
constexpr double sign_room = 18;
constexpr double axis_gap = 12;
constexpr double section_gap = 26;
constexpr double narrow_below = 640;
constexpr std::size_t most_lanes = 4;   // articles in a table
constexpr std::size_t least_drift = 3;  // articles whose dates have a drift
constexpr double panel_gap = 8;
constexpr double drift_step = 24;
constexpr double date_gap = 12;
constexpr double mark_number_room = 17;
constexpr double near_share = 0.25;       // of the marks' span
constexpr double longest_picture = 1600;  // where leaving rows out can do it

// A line of marks on the axis.
struct lane {
  std::string badge;  // a source's letter, or the number of sources
  rgb hue;
  std::vector<const statement*> said;
  std::string instead;  // words where there is no mark
};

// One matter.
struct table_row {
  const comparison_row* what = nullptr;
  std::vector<lane> lanes;
  std::vector<text_line> label;
  std::vector<text_line> verdict;
  std::vector<text_line> evidence;

  double words_height() const {
    return verdict_line_height * static_cast<double>(verdict.size()) +
           small_line_height * static_cast<double>(evidence.size());
  }
  double lanes_height() const { return lane_height * static_cast<double>(lanes.size()); }
  double label_height() const { return label_line_height * static_cast<double>(label.size()); }
};

struct numbered_mark {
  const statement* said = nullptr;
  std::size_t number = 0;  // of its matter
  std::size_t level = 0;   // from the panel's top
};

// What one article says.
struct panel {
  std::uint32_t article = 0;
  std::vector<numbered_mark> marks;
  std::size_t levels = 1;

  double height() const { return lane_height * static_cast<double>(levels); }
};

// Where a table's columns are.
struct columns {
  bool stacked = false;  // label, lines and verdict below each other
  double label_left = margin;
  double label_width = 0;
  double badge_x = 0;
  double plot_left = 0;
  double plot_right = 0;
  double verdict_left = 0;
  double verdict_width = 0;
};

void add_interval(const interval& w, std::optional<day> published, time_range& range, bool& fades,
                  bool& opens) {
  for (const bound& b : {w.begin_earliest, w.begin_latest, w.end_earliest, w.end_latest}) {
    if (!b.given()) continue;
    range.first = std::min(range.first, begin_time(b, published));
    range.last = std::max(range.last, end_time(b, published));
  }
  fades = fades || !w.begin_earliest.given();
  opens = opens || !w.end_latest.given();
}

// What a picture shows at most.
struct limits {
  std::size_t rows = SIZE_MAX;  // of a story
  std::size_t stories = SIZE_MAX;
};

class comparison_picture {
 public:
  comparison_picture(const comparison& all, const comparison_layout& options, const limits& most,
                     const theme& colors, const text_metrics& metrics)
      : all_(all), options_(options), most_(most), colors_(colors), metrics_(metrics) {
    out_.width = options.width;
    out_.ground = colors.ground;
  }

  scene draw() {
    std::vector<const story*> shown;
    std::vector<std::uint32_t> apart;
    for (const story& s : all_.stories) {
      if (s.articles.size() > 1) {
        shown.push_back(&s);
      } else {
        apart.push_back(s.articles.front());
      }
    }
    out_.title = tidy(options_.title ? *options_.title : comparison_title(all_, options_.merged));
    const bool headed = shown.size() > 1;
    const std::size_t left_out = shown.size() - std::min(shown.size(), most_.stories);
    shown.resize(shown.size() - left_out);
    y_ = margin - 5;
    if (options_.headed) {
      add_paragraph(out_.title, title_style, colors_.text, title_line_height);
    }
    if (shown.empty()) {
      y_ += 12;
      add_paragraph(compare_words().nothing_shared, heading_style, colors_.text, label_line_height);
    }
    for (const story* s : shown) draw_story(*s, headed);
    add_count(compare_words().hidden_stories, left_out);
    draw_apart(apart);
    draw_notes();
    out_.description = std::move(description_);
    out_.height = std::ceil(y_ + margin - 4);
    return std::move(out_);
  }

 private:
  double right() const { return options_.width - margin; }
  double room() const { return right() - margin; }
  std::vector<text_line> wrapped(std::string_view content, font_style style, double width) const {
    return metrics_.measure(tidy(content), style).lines(width);
  }

  void put(group& out, const text_line& l, double x, double baseline, font_style style, rgb color,
           text_anchor anchor = text_anchor::start) const;
  double put_lines(group& out, const std::vector<text_line>& lines, double x, double y,
                   font_style style, rgb color, double line_height) const;
  void add_paragraph(std::string_view content, font_style style, rgb color, double line_height);
  void add(group g) { out_.nodes.push_back({std::move(g)}); }
  void add_plate(group& out, box area) const;
  void add_plates(group& out, const std::vector<text_line>& lines, double x, double y,
                  double line_height) const;

  void draw_story(const story& s, bool headed);
  void draw_sources(const story& s, const story_names& names);
  void draw_badge(group& out, std::string_view letter, double x, double y, rgb hue) const;
  void draw_table(const story& s, const story_names& names);
  columns table_columns() const;
  row_choice rows_of(const story& s) const;
  void add_count(std::string_view pattern, std::size_t count);
  table_row make_row(const story& s, const story_names& names, const comparison_row& r,
                     const columns& c) const;
  std::vector<lane> source_lanes(const story& s, const story_names& names,
                                 const comparison_row& r) const;
  std::vector<lane> merged_lanes(const comparison_row& r) const;
  std::string words_beside(const story_names& names, const comparison_row& r,
                           const std::vector<lane>& lanes) const;
  time_axis fit(const std::vector<const statement*>& said, const story& s, double left,
                double right) const;
  double draw_frame(const time_axis& axis, const story& s, const story_names& names, double height);
  double row_height(const table_row& r, const columns& c) const;
  void draw_row(const table_row& r, const columns& c, const time_axis& axis,
                const story_names& names, double top);
  std::uint32_t as_of(const lane& l, const statement& s) const;
  void draw_lane(group& out, const lane& l, const columns& c, const time_axis& axis,
                 const story_names& names, double y);
  group mark_of(const statement& s, std::uint32_t published_by, const time_axis& axis, double y,
                rgb hue, const story_names& names, std::string_view number);
  void draw_conflicts(const table_row& r, const time_axis& axis, double lanes_top);
  void draw_verdict(group& out, const comparison_row& r, const std::vector<text_line>& verdict,
                    const std::vector<text_line>& evidence, double x, double y) const;

  void draw_panels(const story& s, const story_names& names);
  panel make_panel(std::uint32_t article, const std::vector<const comparison_row*>& rows,
                   const time_axis& axis) const;
  void draw_panel(const panel& p, const story_names& names, const time_axis& axis, double top);
  void add_instead(group& out, std::string_view content, double x, double y) const;
  void draw_verdict_list(const story_names& names, const std::vector<const comparison_row*>& rows);
  std::string said_date(const statement& s) const;
  void draw_drift(const story_names& names, const comparison_row& r);
  void draw_drift_path(const std::vector<const statement*>& said, const time_axis& axis,
                       double top);
  void draw_drift_line(const story_names& names, const statement& s, const time_axis& axis,
                       double y);
  void draw_apart(const std::vector<std::uint32_t>& apart);
  void draw_notes();
  void describe(const story_names& names, const comparison_row& r);

  const comparison& all_;
  const comparison_layout& options_;
  limits most_;
  const theme& colors_;
  const text_metrics& metrics_;
  scene out_;
  double y_ = 0;
  feature_set features_;
  bool conflicts_ = false;
  bool drifts_ = false;
  std::size_t marks_ = 0;
  std::string description_;
};

void comparison_picture::put(group& out, const text_line& l, double x, double baseline,
                             font_style style, rgb color, text_anchor anchor) const {
  if (l.content.empty()) return;
  out.children.push_back({text{{x, baseline}, anchor, style, color, l.content, l.width}});
}

// Returns the y under the lines.
double comparison_picture::put_lines(group& out, const std::vector<text_line>& lines, double x,
                                     double y, font_style style, rgb color,
                                     double line_height) const {
  for (const text_line& l : lines) {
    put(out, l, x, y + line_height / 2 + 0.36 * style.size, style, color);
    y += line_height;
  }
  return y;
}

void comparison_picture::add_paragraph(std::string_view content, font_style style, rgb color,
                                       double line_height) {
  group g;
  y_ = put_lines(g, wrapped(content, style, room()), margin, y_, style, color, line_height);
  add(std::move(g));
}

void comparison_picture::add_plate(group& out, box area) const {
  group plate;
  plate.kind = group_kind::plate;
  rect r;
  r.area = area;
  r.fill = paint{colors_.ground, 1};
  plate.children.push_back({r});
  out.children.push_back({std::move(plate)});
}

void comparison_picture::add_plates(group& out, const std::vector<text_line>& lines, double x,
                                    double y, double line_height) const {
  for (const text_line& l : lines) {
    add_plate(out, {x - 2, y, std::min(x + l.width + 3, right()), y + line_height});
    y += line_height;
  }
}

void comparison_picture::draw_story(const story& s, bool headed) {
  const story_names names(s);
  if (headed) {
    y_ += 8;
    add_paragraph(topic_words(all_, s), heading_style, colors_.text, label_line_height);
  }
  draw_sources(s, names);
  if (options_.merged || s.articles.size() <= most_lanes) {
    draw_table(s, names);
  } else {
    draw_panels(s, names);
  }
  const row_choice chosen = rows_of(s);
  add_count(compare_words().only_once, chosen.only);
  add_count(compare_words().hidden, chosen.hidden);
  if (!options_.merged) {
    for (const comparison_row* r : chosen.rows) {
      if (r->is == verdict::moved && r->current.size() >= least_drift) draw_drift(names, *r);
    }
  }
  for (const comparison_row& r : s.rows) describe(names, r);
  y_ += section_gap - row_gap;
}

// "[A] Netzkurier, "Titel", veroeffentlicht ..."
void comparison_picture::draw_sources(const story& s, const story_names& names) {
  y_ += 4;
  for (const std::uint32_t a : s.articles) {
    group g;
    const double middle = y_ + about_line_height / 2;
    draw_badge(g, names.letter(a), margin, middle, colors_.source_hue(names.place(a)));
    const std::string words = article_words(all_.articles[a].article);
    y_ = put_lines(g, wrapped(words, about_style, room() - badge_room - 4), margin + badge_room + 4,
                   y_, about_style, colors_.muted, about_line_height) +
         source_gap;
    add(std::move(g));
    description_ += names.letter(a) + ": " + words + ". ";
  }
  y_ += 10;
}

// A letter on its hue, or where hues repeat beside it, still a letter.
void comparison_picture::draw_badge(group& out, std::string_view letter, double x, double y,
                                    rgb hue) const {
  const double width = metrics_.width(letter, badge_style);
  const double half = std::max(8.0, width / 2 + 4);
  rect r;
  r.area = {x, y - 8, x + 2 * half, y + 8};
  r.radius = 3;
  r.fill = paint{hue, 1};
  out.children.push_back({r});
  put(out, {std::string(letter), width}, x + half, y + 0.36 * badge_style.size, badge_style,
      colors_.ground, text_anchor::middle);
}

columns comparison_picture::table_columns() const {
  columns c;
  c.stacked = options_.width < narrow_below;
  if (c.stacked) {
    c.label_width = room();
    c.badge_x = margin;
    c.plot_left = margin + badge_room + 4;
    c.plot_right = right();
    c.verdict_left = margin;
    c.verdict_width = room();
    return c;
  }
  c.label_width = std::clamp(0.25 * options_.width, 160.0, 320.0);
  c.verdict_width = std::clamp(0.2 * options_.width, 145.0, 260.0);
  c.verdict_left = right() - c.verdict_width;
  c.badge_x = margin + c.label_width + 12;
  c.plot_left = c.badge_x + badge_room;
  c.plot_right = c.verdict_left - column_gap;
  return c;
}

// A line an article; those that say nothing share one where only one speaks.
std::vector<lane> comparison_picture::source_lanes(const story& s, const story_names& names,
                                                   const comparison_row& r) const {
  std::vector<lane> out;
  for (const std::uint32_t a : s.articles) {
    lane l;
    l.badge = names.letter(a);
    l.hue = colors_.source_hue(names.place(a));
    for (const statement& said : r.statements) {
      if (said.article == a) l.said.push_back(&said);
    }
    if (l.said.empty()) l.instead = compare_words().not_mentioned;
    if (r.current.size() > 1 || !l.said.empty()) out.push_back(std::move(l));
  }
  if (r.current.size() == 1) {
    out.push_back(
        {"", colors_.muted, {}, fill(compare_words().not_mentioned_in, {names.letters(r.silent)})});
  }
  return out;
}

// How long the begin of a statement's time may have been; of a bar's, not a single date's,
// where both are told.
std::tuple<bool, std::int32_t> vagueness(const statement& s) {
  const interval& w = s.when;
  return {w.single_unit(),
          w.begin_latest.date - w.begin_earliest.date +
              (w.end_latest.given() ? w.end_latest.date - w.end_earliest.date : 0)};
}

// Articles whose times can all be true share one line, that of who knows it best; else those
// that state the same share a line.
std::vector<lane> comparison_picture::merged_lanes(const comparison_row& r) const {
  std::vector<lane> out;
  const bool one_time = r.is == verdict::equal || r.is == verdict::compatible;
  for (const std::uint32_t i : r.current) {
    const statement& s = r.statements[i];
    const auto same = std::find_if(out.begin(), out.end(), [&](const lane& l) {
      const statement& other = *l.said.front();
      return one_time || (to_edtf(other.when) == to_edtf(s.when) && other.mode == s.mode);
    });
    if (same == out.end()) {
      out.push_back({"", colors_.hue(0), {&s}, ""});
    } else {
      same->said.push_back(&s);
    }
  }
  for (lane& l : out) {
    l.badge = std::to_string(l.said.size());
    std::stable_sort(l.said.begin(), l.said.end(), [](const statement* a, const statement* b) {
      return vagueness(*a) < vagueness(*b);
    });
  }
  return out;
}

// The verdict, or how many sources state each time.
std::string comparison_picture::words_beside(const story_names& names, const comparison_row& r,
                                             const std::vector<lane>& lanes) const {
  if (!options_.merged) return verdict_words(all_, names, r);
  std::vector<std::uint32_t> articles;
  for (const lane& l : lanes) {
    for (const statement* s : l.said) articles.push_back(s->article);
  }
  std::sort(articles.begin(), articles.end());
  if (articles.size() == 1) return fill(compare_words().one_source, {names.letters(articles)});
  return fill(compare_words().sources, {std::to_string(articles.size()), names.letters(articles)});
}

table_row comparison_picture::make_row(const story& s, const story_names& names,
                                       const comparison_row& r, const columns& c) const {
  table_row row;
  row.what = &r;
  row.lanes = options_.merged ? merged_lanes(r) : source_lanes(s, names, r);
  row.label = wrapped(r.label, heading_style, c.label_width);
  row.verdict =
      wrapped(words_beside(names, r, row.lanes), verdict_style, c.verdict_width - sign_room);
  std::vector<statement> said;
  for (const std::uint32_t i : r.current) said.push_back(r.statements[i]);
  row.evidence =
      wrapped(evidence_words(all_, names, said), small_style, c.verdict_width - sign_room);
  return row;
}

// An axis over all times, and over publications that lie near them, with room for fades and
// arrow heads.
time_axis comparison_picture::fit(const std::vector<const statement*>& said, const story& s,
                                  double left, double right) const {
  time_range range{HUGE_VAL, -HUGE_VAL};
  bool fades = false;
  bool opens = false;
  for (const statement* one : said) {
    add_interval(one->when, all_.articles[one->article].article.published, range, fades, opens);
  }
  const double room = near_share * std::max(range.last - range.first, 0.0);
  const time_range marks = range;
  for (const std::uint32_t a : s.articles) {
    const auto published = all_.articles[a].article.published;
    if (!published) continue;
    const double at = published_time(*published);
    const bool near = said.empty() || (at >= marks.first - room && at <= marks.last + room);
    if (near) range = {std::min(range.first, at), std::max(range.last, at)};
  }
  if (range.first > range.last) range = {0, 1};
  constexpr double least_days = 5;
  if (range.last - range.first < least_days) {
    const double middle = std::floor((range.first + range.last) / 2) + 0.5;
    range = {middle - least_days / 2, middle + least_days / 2};
  }
  const double span = range.last - range.first;
  const double pixels = right - left;
  range.first -= span * std::max(0.035, (fades ? fade_length : diamond_radius + 4) / pixels);
  range.last += span * std::max(opens ? 0.1 : 0.035, (diamond_radius + 4) / pixels);
  return make_axis({range, left, right}, std::nullopt, metrics_);
}

// Axis, grid and publications over `height` pixels from the axis on; returns the y of the
// axis.
double comparison_picture::draw_frame(const time_axis& axis, const story& s,
                                      const story_names& names, double height) {
  constexpr double flag = 5;
  const double axis_y = y_ + axis.height() + flag;
  add(draw_grid(axis, axis_y, axis_y + height, colors_));
  group lines;
  lines.kind = group_kind::marker;
  for (const std::uint32_t a : s.articles) {
    const auto published = all_.articles[a].article.published;
    if (!published) continue;
    const double x = axis.scale.x(published_time(*published));
    if (x < axis.scale.left || x > axis.scale.right) continue;
    const rgb hue = options_.merged ? colors_.marker : colors_.source_hue(names.place(a));
    lines.children.push_back({line{{x, axis_y}, {x, axis_y + height}, stroke{hue, 1, 3, 3}}});
    path head;
    head.pieces = {{{{x - 4, axis_y - flag}, {x + 4, axis_y - flag}, {x, axis_y + 1}}, true}};
    head.fill = paint{hue, 1};
    lines.children.push_back({std::move(head)});
  }
  add(draw_axis(axis, axis_y, false, colors_));
  add(std::move(lines));
  return axis_y;
}

double comparison_picture::row_height(const table_row& r, const columns& c) const {
  if (c.stacked) return r.label_height() + r.lanes_height() + r.words_height() + 8 + row_gap;
  return std::max({r.label_height(), r.lanes_height(), r.words_height()}) + row_gap;
}

row_choice comparison_picture::rows_of(const story& s) const {
  return choose_rows(s, {options_.verdicts, options_.all, options_.merged, most_.rows});
}

// How many of a kind are not drawn.
void comparison_picture::add_count(std::string_view pattern, std::size_t count) {
  if (count == 0) return;
  add_paragraph(fill(pattern, {std::to_string(count)}), small_style, colors_.muted,
                small_line_height);
  y_ += 4;
}

void comparison_picture::draw_table(const story& s, const story_names& names) {
  const columns c = table_columns();
  std::vector<table_row> rows;
  std::vector<const statement*> said;
  double height = axis_gap;
  for (const comparison_row* row : rows_of(s).rows) {
    const comparison_row& r = *row;
    rows.push_back(make_row(s, names, r, c));
    height += row_height(rows.back(), c);
    for (const statement& one : r.statements) {
      if (!one.when.empty()) said.push_back(&one);
    }
  }
  const time_axis axis = fit(said, s, c.plot_left, c.plot_right);
  const double axis_y = draw_frame(axis, s, names, height);
  if (!c.stacked) {
    group g;
    const std::string_view word =
        options_.merged ? compare_words().sources_column : compare_words().column;
    put(g, {std::string(word), metrics_.width(word, column_style)}, c.verdict_left + sign_room,
        axis_y - 3, column_style, colors_.muted);
    add(std::move(g));
  }
  double top = axis_y + axis_gap;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) {
      group rule;
      rule.kind = group_kind::axis;
      const double y = top - row_gap / 2;
      rule.children.push_back({line{{margin, y}, {right(), y}, {colors_.grid, 1}}});
      add(std::move(rule));
    }
    draw_row(rows[i], c, axis, names, top);
    top += row_height(rows[i], c);
  }
  y_ = axis_y + height;
}

void comparison_picture::draw_row(const table_row& r, const columns& c, const time_axis& axis,
                                  const story_names& names, double top) {
  group words;
  double lanes_top = top;
  double verdict_top = top;
  if (c.stacked) {
    add_plates(words, r.label, c.label_left, top, label_line_height);
    lanes_top = top + r.label_height() + 4;
    verdict_top = lanes_top + r.lanes_height() + 4;
    add_plates(words, r.verdict, c.verdict_left + sign_room, verdict_top, verdict_line_height);
    add_plates(words, r.evidence, c.verdict_left + sign_room,
               verdict_top + verdict_line_height * static_cast<double>(r.verdict.size()),
               small_line_height);
  }
  put_lines(words, r.label, c.label_left, top, heading_style, colors_.text, label_line_height);
  add(std::move(words));
  draw_conflicts(r, axis, lanes_top);
  for (std::size_t i = 0; i < r.lanes.size(); ++i) {
    group g;
    draw_lane(g, r.lanes[i], c, axis, names,
              lanes_top + lane_height * (static_cast<double>(i) + 0.5));
    add(std::move(g));
  }
  group verdict;
  draw_verdict(verdict, *r.what, r.verdict, r.evidence, c.verdict_left, verdict_top);
  add(std::move(verdict));
}

// The article whose publication parts what holds from what is to come: merged, the last one.
std::uint32_t comparison_picture::as_of(const lane& l, const statement& s) const {
  std::uint32_t last = s.article;
  if (!options_.merged) return last;
  for (const statement* one : l.said) last = std::max(last, one->article);
  return last;
}

void comparison_picture::draw_lane(group& out, const lane& l, const columns& c,
                                   const time_axis& axis, const story_names& names, double y) {
  put(out, {l.badge, metrics_.width(l.badge, badge_style)}, c.badge_x + 8,
      y + 0.36 * badge_style.size, badge_style, l.hue, text_anchor::middle);
  std::string instead = l.instead;
  std::size_t shown = options_.merged ? 1 : l.said.size();
  for (const statement* s : l.said) {
    if (s->when.empty()) {
      instead = words().undated;
    } else if (shown > 0) {
      --shown;
      out.children.push_back({mark_of(*s, as_of(l, *s), axis, y, l.hue, names, "")});
    }
  }
  if (instead.empty() || (!l.said.empty() && !l.said.front()->when.empty())) return;
  add_instead(out, instead, c.plot_left, y);
}

// A statement's mark as of an article's publication, with the number of its matter beside it
// or none.
group comparison_picture::mark_of(const statement& s, std::uint32_t published_by,
                                  const time_axis& axis, double y, rgb hue,
                                  const story_names& names, std::string_view number) {
  const auto published = all_.articles[published_by].article.published;
  const mark_shape shape = shape_of(s.when, s.mode, axis.scale, published);
  features_ |= shape.features;
  group out;
  out.kind = group_kind::claim;
  out.id = "statement-" + std::to_string(++marks_);
  out.label = spoken_words(all_, names, s);
  if (!number.empty()) {
    const double width = metrics_.width(number, badge_style);
    const double x = shape.left_edge() - 4 - width;
    add_plate(out, {x - 1, y - 8, x + width + 1, y + 8});
    put(out, {std::string(number), width}, x, y + 0.36 * badge_style.size, badge_style,
        colors_.text);
  }
  out.children.push_back({draw_mark(shape, y, hue, colors_)});
  return out;
}

// Between neighbouring lines whose times exclude each other.
void comparison_picture::draw_conflicts(const table_row& r, const time_axis& axis,
                                        double lanes_top) {
  if (options_.merged) return;
  for (const finding& f : r.what->findings) {
    if (f.is != verdict::conflict || f.in == aspect::status) continue;
    conflicts_ = true;
    const auto lane_of = [&](const statement& s) {
      const auto found = std::find_if(r.lanes.begin(), r.lanes.end(), [&](const lane& l) {
        return !l.said.empty() && l.said.front()->article == s.article;
      });
      return static_cast<std::size_t>(found - r.lanes.begin());
    };
    const statement& a = r.what->statements[f.first];
    const statement& b = r.what->statements[f.second];
    if (lane_of(b) != lane_of(a) + 1) continue;
    const auto x = [&](const statement& s) {
      const auto published = all_.articles[s.article].article.published;
      const mark_shape shape = shape_of(s.when, s.mode, axis.scale, published);
      if (shape.event) return shape.center;
      return f.in == aspect::end ? shape.outer_right : shape.outer_left;
    };
    const auto y = [&](const statement& s) {
      return lanes_top + lane_height * (static_cast<double>(lane_of(s)) + 0.5);
    };
    group g;
    g.kind = group_kind::marker;
    const point from{x(a), y(a)};
    const point to{x(b), y(b)};
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const point base{to.x - along.x * 6, to.y - along.y * 6};
    g.children.push_back({line{from, base, {colors_.marker, 1.5}}});
    path head;
    head.pieces = {{{{base.x - along.y * 3, base.y + along.x * 3},
                     to,
                     {base.x + along.y * 3, base.y - along.x * 3}},
                    true}};
    head.fill = paint{colors_.marker, 1};
    g.children.push_back({std::move(head)});
    add(std::move(g));
  }
}

void comparison_picture::draw_verdict(group& out, const comparison_row& r,
                                      const std::vector<text_line>& verdict,
                                      const std::vector<text_line>& evidence, double x,
                                      double y) const {
  const rgb color =
      r.is == zeitstrahl::verdict::conflict && !options_.merged ? colors_.marker : colors_.text;
  double left = x;
  if (!options_.merged) {
    group sign;
    sign.kind = group_kind::mark;
    sign.children.push_back(
        {draw_sign(r.is, {x + sign_width / 2, y + verdict_line_height / 2}, color)});
    out.children.push_back({std::move(sign)});
  }
  left += sign_room;
  y = put_lines(out, verdict, left, y, verdict_style, color, verdict_line_height);
  put_lines(out, evidence, left, y, small_style, colors_.muted, small_line_height);
}

// A panel an article, marks numbered by the matters that several articles speak of.
void comparison_picture::draw_panels(const story& s, const story_names& names) {
  std::vector<const comparison_row*> rows;
  std::vector<const statement*> said;
  for (const comparison_row* r : rows_of(s).rows) {
    rows.push_back(r);
    for (const std::uint32_t i : r->current) said.push_back(&r->statements[i]);
  }
  const time_axis axis = fit(said, s, margin + badge_room + 8 + mark_number_room, right());
  std::vector<panel> panels;
  double height = axis_gap;
  for (const std::uint32_t a : s.articles) {
    panels.push_back(make_panel(a, rows, axis));
    height += panels.back().height() + panel_gap;
  }
  double top = draw_frame(axis, s, names, height) + axis_gap;
  for (const panel& one : panels) {
    draw_panel(one, names, axis, top);
    top += one.height() + panel_gap;
    if (&one == &panels.back()) continue;
    group rule;
    rule.kind = group_kind::axis;
    const double y = top - panel_gap / 2;
    rule.children.push_back({line{{margin, y}, {right(), y}, {colors_.grid, 1}}});
    add(std::move(rule));
  }
  y_ = top + panel_gap;
  draw_verdict_list(names, rows);
}

// The marks of one article, from the left, each on the first level that is free.
panel comparison_picture::make_panel(std::uint32_t article,
                                     const std::vector<const comparison_row*>& rows,
                                     const time_axis& axis) const {
  panel out;
  out.article = article;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::uint32_t k : rows[i]->current) {
      const statement& one = rows[i]->statements[k];
      if (one.article == article) out.marks.push_back({&one, i + 1});
    }
  }
  const auto shape = [&](const numbered_mark& m) {
    return shape_of(m.said->when, m.said->mode, axis.scale,
                    all_.articles[article].article.published);
  };
  std::stable_sort(out.marks.begin(), out.marks.end(),
                   [&](const numbered_mark& a, const numbered_mark& b) {
                     return shape(a).left_edge() < shape(b).left_edge();
                   });
  std::vector<double> taken;  // right edge of each level
  for (numbered_mark& m : out.marks) {
    const double from = shape(m).left_edge() - mark_number_room - 4;
    while (m.level < taken.size() && taken[m.level] > from) ++m.level;
    if (m.level == taken.size()) taken.push_back(0);
    taken[m.level] = shape(m).right_edge() + 4;
  }
  out.levels = std::max<std::size_t>(taken.size(), 1);
  return out;
}

void comparison_picture::draw_panel(const panel& p, const story_names& names, const time_axis& axis,
                                    double top) {
  group g;
  const rgb hue = colors_.source_hue(names.place(p.article));
  const double middle = top + p.height() / 2;
  draw_badge(g, names.letter(p.article), margin, middle, hue);
  for (const numbered_mark& m : p.marks) {
    const double y = top + lane_height * (static_cast<double>(m.level) + 0.5);
    g.children.push_back(
        {mark_of(*m.said, p.article, axis, y, hue, names, std::to_string(m.number))});
  }
  if (p.marks.empty()) add_instead(g, compare_words().not_mentioned, axis.scale.left, middle);
  add(std::move(g));
}

// Words where there is no mark.
void comparison_picture::add_instead(group& out, std::string_view content, double x,
                                     double y) const {
  const double width = metrics_.width(content, small_style);
  add_plate(out, {x, y - 8, x + width + 4, y + 8});
  put(out, {std::string(content), width}, x, y + 0.36 * small_style.size, small_style,
      colors_.muted);
}

void comparison_picture::draw_verdict_list(const story_names& names,
                                           const std::vector<const comparison_row*>& rows) {
  const bool stacked = options_.width < narrow_below;
  const double number_room = 26;
  const double label_left = margin + number_room;
  const double label_width = stacked ? room() - number_room : 0.42 * room();
  const double verdict_left = stacked ? label_left : label_left + label_width + column_gap;
  const double verdict_width = right() - verdict_left - sign_room;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const comparison_row& r = *rows[i];
    const std::string number = std::to_string(i + 1);
    group g;
    put(g, {number, metrics_.width(number, badge_style)}, margin + 4,
        y_ + label_line_height / 2 + 0.36 * badge_style.size, badge_style, colors_.text);
    const double under = put_lines(g, wrapped(r.label, heading_style, label_width), label_left, y_,
                                   heading_style, colors_.text, label_line_height);
    std::vector<statement> said;
    for (const std::uint32_t k : r.current) said.push_back(r.statements[k]);
    const auto verdict = wrapped(verdict_words(all_, names, r), verdict_style, verdict_width);
    const auto evidence = wrapped(evidence_words(all_, names, said), small_style, verdict_width);
    const double verdict_top = stacked ? under : y_;
    draw_verdict(g, r, verdict, evidence, verdict_left, verdict_top);
    add(std::move(g));
    y_ = std::max(under, verdict_top + verdict_line_height * static_cast<double>(verdict.size()) +
                             small_line_height * static_cast<double>(evidence.size())) +
         8;
  }
  y_ += 4;
}

// An article a line: a tick where it was published, a mark at the date it gives, and a line
// through the dates.
void comparison_picture::draw_drift(const story_names& names, const comparison_row& r) {
  drifts_ = true;
  y_ += 14;
  add_paragraph(fill(compare_words().drift, {r.label}), heading_style, colors_.text,
                label_line_height);
  y_ += 4;
  std::vector<statement> sides;
  story those;
  double date_room = 0;
  for (const std::uint32_t i : r.current) {
    sides.push_back(r.statements[i]);
    sides.back().when = side_of(sides.back().when, r.in);
    those.articles.push_back(sides.back().article);
    const std::string date = said_date(sides.back());
    date_room = std::max(date_room, metrics_.width(date, small_style));
  }
  std::vector<const statement*> said;
  for (const statement& one : sides) said.push_back(&one);
  const time_axis axis = fit(said, those, margin + badge_room + 8, right() - date_room - date_gap);
  const double height = axis_gap + drift_step * static_cast<double>(said.size());
  const double axis_y = y_ + axis.height();
  add(draw_grid(axis, axis_y, axis_y + height, colors_));
  add(draw_axis(axis, axis_y, false, colors_));
  draw_drift_path(said, axis, axis_y + axis_gap);
  for (std::size_t i = 0; i < said.size(); ++i) {
    draw_drift_line(names, *said[i], axis,
                    axis_y + axis_gap + drift_step * (static_cast<double>(i) + 0.5));
  }
  y_ = axis_y + height + row_gap;
}

// What the article says of the date, which may be that it does not hold.
std::string comparison_picture::said_date(const statement& s) const {
  const std::string date = date_words(all_, s, aspect::time);
  return s.mode == modality::negated ? fill(compare_words().denied_date, {date}) : date;
}

void comparison_picture::draw_drift_path(const std::vector<const statement*>& said,
                                         const time_axis& axis, double top) {
  path through;
  through.pieces.emplace_back();
  double y = top + drift_step / 2;
  for (const statement* one : said) {
    const mark_shape shape =
        shape_of(one->when, one->mode, axis.scale, all_.articles[one->article].article.published);
    const double x = shape.event ? shape.center : shape.outer_left;
    through.pieces.front().points.push_back({x, y});
    y += drift_step;
  }
  through.outline = stroke{colors_.muted, 1.25};
  group g;
  g.kind = group_kind::marker;
  g.children.push_back({std::move(through)});
  add(std::move(g));
}

void comparison_picture::draw_drift_line(const story_names& names, const statement& s,
                                         const time_axis& axis, double y) {
  const rgb hue = colors_.source_hue(names.place(s.article));
  group g;
  draw_badge(g, names.letter(s.article), margin, y, hue);
  if (const auto published = all_.articles[s.article].article.published) {
    const double x = axis.scale.x(published_time(*published));
    group tick;
    tick.kind = group_kind::mark;
    tick.children.push_back({line{{x, y - 6}, {x, y + 6}, {hue, 2}}});
    if (x >= axis.scale.left && x <= axis.scale.right) g.children.push_back({std::move(tick)});
  }
  g.children.push_back({mark_of(s, s.article, axis, y, hue, names, "")});
  const std::string date = said_date(s);
  put(g, {date, metrics_.width(date, small_style)}, axis.scale.right + date_gap,
      y + 0.36 * small_style.size, small_style, colors_.text);
  add(std::move(g));
}

void comparison_picture::draw_apart(const std::vector<std::uint32_t>& apart) {
  if (apart.empty()) return;
  y_ += 6;
  std::string names;
  for (const std::uint32_t a : apart) {
    names += (names.empty() ? "" : "; ") + article_words(all_.articles[a].article);
  }
  constexpr std::size_t most_bytes = 1200;  // a folder may hold hundreds
  if (names.size() > most_bytes) names = std::to_string(apart.size());
  add_paragraph(fill(compare_words().apart, {names}), small_style, colors_.muted,
                small_line_height);
  description_ += fill(compare_words().apart, {names}) + ". ";
}

void comparison_picture::draw_notes() {
  const auto has = [&](feature f) { return features_.test(static_cast<std::size_t>(f)); };
  std::string notes;
  const auto note = [&](bool needed, std::string_view words) {
    if (needed) notes += (notes.empty() ? "" : " ") + std::string(words);
  };
  note(has(feature::until_published), compare_words().note_solid);
  note(has(feature::after_published) || has(feature::planned), compare_words().note_hatched);
  note(has(feature::bound), compare_words().note_tint);
  note(has(feature::negated), compare_words().note_hollow);
  note(features_.any(), compare_words().note_published);
  note(conflicts_, compare_words().note_conflict);
  note(drifts_, compare_words().note_drift);
  if (notes.empty()) return;
  y_ += 4;
  group g;
  g.children.push_back({line{{margin, y_}, {right(), y_}, {colors_.grid, 1}}});
  add(std::move(g));
  y_ += 6;
  add_paragraph(notes, small_style, colors_.muted, small_line_height);
}

void comparison_picture::describe(const story_names& names, const comparison_row& r) {
  description_ += tidy(r.label) + ": " + verdict_words(all_, names, r) + ". ";
}

}  // namespace

scene lay_out(const comparison& all, const comparison_layout& options, const theme& colors,
              const text_metrics& metrics) {
  const auto drawn = [&](const limits& most) {
    return comparison_picture(all, options, most, colors, metrics).draw();
  };
  limits most;
  scene out = drawn(most);
  if (options.all || out.height <= longest_picture) return out;
  // As many rows as fit, one at least, then as many stories.
  std::size_t rows = 1;
  for (const story& s : all.stories) rows = std::max(rows, s.rows.size());
  for (std::size_t* limit : {&most.rows, &most.stories}) {
    std::size_t low = 1;
    std::size_t high = limit == &most.rows ? rows : all.stories.size();
    while (low < high) {
      *limit = (low + high + 1) / 2;
      if (drawn(most).height <= longest_picture) {
        low = *limit;
      } else {
        high = *limit - 1;
      }
    }
    *limit = low;
    out = drawn(most);
    if (out.height <= longest_picture) return out;
  }
  return out;
}

}  // namespace zeitstrahl
