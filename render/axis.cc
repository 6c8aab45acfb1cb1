#include "render/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "render/words_de.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

constexpr font_style label_font{12, 400};
constexpr double label_room = 12;  // between two labels
constexpr double marker_room = 4;  // between the marker and a label
constexpr double row_height = 17;
constexpr double tick_height = 7;
constexpr double minor_height = 4;
constexpr double least_minor_gap = 5;
constexpr double break_half_width = 2.5;

enum class tick_unit : std::uint8_t { hour, day, week, month, year };

struct tick_step {
  tick_unit unit;
  int count;
};

// Finest first; each step's minor ticks are the step before, if they have room.
constexpr std::array<tick_step, 20> ladder = {{
    {tick_unit::hour, 1},    {tick_unit::hour, 3},     {tick_unit::hour, 6},
    {tick_unit::day, 1},     {tick_unit::week, 1},     {tick_unit::month, 1},
    {tick_unit::month, 3},   {tick_unit::year, 1},     {tick_unit::year, 2},
    {tick_unit::year, 5},    {tick_unit::year, 10},    {tick_unit::year, 20},
    {tick_unit::year, 50},   {tick_unit::year, 100},   {tick_unit::year, 200},
    {tick_unit::year, 500},  {tick_unit::year, 1000},  {tick_unit::year, 2000},
    {tick_unit::year, 5000}, {tick_unit::year, 10000},
}};

double days_of(tick_step step) {
  switch (step.unit) {
    case tick_unit::hour:
      return step.count / 24.0;
    case tick_unit::day:
      return step.count;
    case tick_unit::week:
      return 7.0 * step.count;
    case tick_unit::month:
      return 28.0 * step.count;
    case tick_unit::year:
      break;
  }
  return 365.0 * step.count;
}

// Labels of these stand in the middle of their unit.
bool labels_unit(tick_step step) {
  return step.unit == tick_unit::day || step.unit == tick_unit::month ||
         (step.unit == tick_unit::year && step.count == 1);
}

day floor_day(double time) { return {static_cast<std::int32_t>(std::floor(time))}; }

// Years as people count them, ... 2 BC, 1 BC, 1, 2 ...; round ones get ticks, and
// the first where that is far from both round neighbours.
bool is_round_year(int year, int count) { return (year > 0 ? year : 1 - year) % count == 0; }

std::vector<double> year_ticks(time_range range, int count) {
  const int first = to_civil(floor_day(range.first)).year;
  const int last = to_civil(floor_day(range.last)).year + 1;
  std::vector<double> out;
  for (int year = first; year <= last; ++year) {
    if (is_round_year(year, count) || (year == 1 && count >= 10))
      out.push_back(to_day({year, 1, 1}).number);
  }
  return out;
}

std::vector<double> month_ticks(time_range range, int count) {
  std::vector<double> out;
  day at = unit_of(floor_day(range.first), count == 3 ? grain::quarter : grain::month).first;
  for (day next = at; at.number < range.last + 31.0 * count; at = next) {
    out.push_back(at.number);
    next = add_months(at, count);
    if (next == at) break;  // the end of the calendar
  }
  return out;
}

std::vector<double> even_ticks(time_range range, double start, double step) {
  std::vector<double> out;
  const double first = start + std::floor((range.first - start) / step) * step;
  const int count = static_cast<int>(std::ceil((range.last - first) / step)) + 1;
  for (int i = 0; i <= count; ++i) out.push_back(first + i * step);
  return out;
}

// From the last tick at or before the range to the first at or behind it.
std::vector<double> ticks(time_range range, tick_step step) {
  constexpr double a_monday = 4;  // 1970-01-05
  switch (step.unit) {
    case tick_unit::hour:
    case tick_unit::day:
      return even_ticks(range, 0, days_of(step));
    case tick_unit::week:
      return even_ticks(range, a_monday, 7);
    case tick_unit::month:
      return month_ticks(range, step.count);
    case tick_unit::year:
      break;
  }
  return year_ticks(range, step.count);
}

bool names_era(time_range range) { return to_civil(floor_day(range.first)).year <= 0; }

std::string tick_words(double time, tick_step step, bool era) {
  const day at = floor_day(time);
  const civil_date date = to_civil(at);
  switch (step.unit) {
    case tick_unit::hour:
      return hour_words(static_cast<int>(std::lround((time - at.number) * 24)));
    case tick_unit::day:
      return std::to_string(date.day_of_month) + ".";
    case tick_unit::week:
      return day_month_words(at);
    case tick_unit::month:
      return step.count == 3 ? quarter_words(date.month) : month_words(date.month);
    case tick_unit::year:
      break;
  }
  return era ? era_year_words(date.year) : year_words(date.year);
}

// A label at least as wide as any of the step in the range.
double widest_label(time_range range, tick_step step, const text_metrics& metrics) {
  switch (step.unit) {
    case tick_unit::hour:
      return metrics.width(hour_words(22), label_font);
    case tick_unit::day:
      return metrics.width("28.", label_font);
    case tick_unit::week:
      return metrics.width(day_month_words(to_day({2024, 9, 28})), label_font);
    case tick_unit::month:
      return metrics.width(step.count == 3 ? quarter_words(4) : month_words(9), label_font);
    case tick_unit::year:
      break;
  }
  const int first = to_civil(floor_day(range.first)).year;
  const int last = to_civil(floor_day(range.last)).year;
  const int early = names_era(range) ? std::min(last, 999) : last;
  return std::max(
      metrics.width(year_words(first), label_font),
      metrics.width(names_era(range) ? era_year_words(early) : year_words(early), label_font));
}

std::size_t choose_step(const time_scale& scale, const text_metrics& metrics) {
  const double pixels_a_day = (scale.right - scale.left) / (scale.range.last - scale.range.first);
  for (std::size_t i = 0; i < ladder.size(); ++i) {
    const double need = widest_label(scale.range, ladder[i], metrics) + label_room;
    if (days_of(ladder[i]) * pixels_a_day >= need) return i;
  }
  return ladder.size() - 1;
}

// The label of [from, to) in the middle of what the frame shows of it, if it has room.
void add_centered(std::vector<tick_label>& out, const time_scale& scale, double from, double to,
                  std::string content, const text_metrics& metrics) {
  const double left = std::max(scale.x(from), scale.left);
  const double right = std::min(scale.x(to), scale.right);
  const double width = metrics.width(content, label_font);
  if (right - left < width + 4) return;
  out.push_back({std::move(content), (left + right) / 2, width});
}

// Around a tick; over the frame's ends by no more than the margin has room for.
void add_at_tick(std::vector<tick_label>& out, const time_scale& scale, double time,
                 std::string content, const text_metrics& metrics) {
  const double width = metrics.width(content, label_font);
  constexpr double overhang = 16;
  const double center = scale.x(time);
  if (center < scale.left || center > scale.right) return;
  const double inside =
      std::clamp(center, scale.left - overhang + width / 2, scale.right + overhang - width / 2);
  if (std::abs(inside - center) < width / 4) out.push_back({std::move(content), inside, width});
}

// The years of `marks` that have room beside each other, and of the round ones those that have room
// beside them; in order.  A label that stands on the marker moves to its side.
std::vector<double> with_marked_years(const std::vector<double>& round, const time_scale& scale,
                                      std::optional<double> marker,
                                      const std::vector<double>& marks,
                                      const text_metrics& metrics) {
  const auto width = [&](double time) {
    const std::string words = tick_words(time, {tick_unit::year, 1}, names_era(scale.range));
    return metrics.width(words, label_font);
  };
  const auto center = [&](double time) {
    const double x = scale.x(time);
    const double reach = width(time) / 2 + marker_room;
    if (!marker || std::abs(x - *marker) >= reach) return x;
    return x <= *marker ? *marker - reach : *marker + reach;
  };
  std::vector<double> out;
  const auto add = [&](double time) {
    const auto leaves_room = [&](double other) {
      return std::abs(center(time) - center(other)) >=
             (width(time) + width(other)) / 2 + label_room;
    };
    if (std::all_of(out.begin(), out.end(), leaves_room)) out.push_back(time);
  };
  for (const double time : marks) {
    const double year = to_day({to_civil(floor_day(time)).year, 1, 1}).number;
    if (year >= scale.range.first && year <= scale.range.last) add(year);
  }
  for (const double time : round) add(time);
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<grain> context_unit(tick_step step) {
  switch (step.unit) {
    case tick_unit::hour:
      return grain::day;
    case tick_unit::day:
      return grain::month;
    case tick_unit::week:
    case tick_unit::month:
      return grain::year;
    case tick_unit::year:
      break;
  }
  return std::nullopt;
}

std::string context_words(day at, grain unit) {
  if (unit == grain::day) return day_words(at);
  return unit == grain::month ? month_year_words(at) : year_words(to_civil(at).year);
}

std::vector<tick_label> context_labels(const time_scale& scale, grain unit,
                                       const text_metrics& metrics) {
  std::vector<tick_label> out;
  for (day at = floor_day(scale.range.first); at.number < scale.range.last;) {
    const day_range whole = unit_of(at, unit);
    add_centered(out, scale, whole.first.number, whole.last.number + 1.0,
                 context_words(whole.first, unit), metrics);
    at = whole.last + 1;
    if (unit_of(at, unit) == whole) break;  // the end of the calendar
  }
  return out;
}

// Moves the label that stands on the marker to the nearer side, or drops it.
void make_way(std::vector<tick_label>& labels, double marker, double left, double right) {
  constexpr double room = marker_room;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    tick_label& l = labels[i];
    const double reach = l.width / 2 + room;
    if (std::abs(l.center - marker) >= reach) continue;
    const double low = i > 0 ? labels[i - 1].center + labels[i - 1].width / 2 + room : left;
    const double high =
        i + 1 < labels.size() ? labels[i + 1].center - labels[i + 1].width / 2 - room : right;
    const bool fits_before = marker - reach - l.width / 2 >= low;
    const bool fits_behind = marker + reach + l.width / 2 <= high;
    const bool before = l.center <= marker ? fits_before : fits_before && !fits_behind;
    if (!fits_before && !fits_behind) {
      labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    l.center = before ? marker - reach : marker + reach;
    return;
  }
}

std::vector<double> positions(const time_scale& scale, const std::vector<double>& times) {
  std::vector<double> out;
  for (const double time : times) {
    const double x = scale.x(time);
    if (x >= scale.left - 0.01 && x <= scale.right + 0.01) out.push_back(x);
  }
  return out;
}

}  // namespace

double time_axis::height() const { return tick_height + row_height * (context.empty() ? 1 : 2); }

namespace {

time_axis make_even_axis(const time_scale& scale, std::optional<double> marker_x,
                         const std::vector<double>& marks, const text_metrics& metrics) {
  const std::size_t rung = choose_step(scale, metrics);
  const tick_step step = ladder.at(rung);
  time_axis out;
  out.scale = scale;
  std::vector<double> at = ticks(scale.range, step);
  if (step.unit == tick_unit::year && step.count > 1) {
    at = with_marked_years(at, scale, marker_x, marks, metrics);
  }
  const bool era = names_era(scale.range);
  out.major = positions(scale, at);
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (!labels_unit(step)) {
      add_at_tick(out.labels, scale, at[i], tick_words(at[i], step, era), metrics);
    } else if (i + 1 < at.size() && at[i + 1] > scale.range.first && at[i] < scale.range.last) {
      add_centered(out.labels, scale, at[i], at[i + 1], tick_words(at[i], step, era), metrics);
    }
  }
  if (const auto unit = context_unit(step)) out.context = context_labels(scale, *unit, metrics);

  if (rung > 0) {
    const tick_step finer = ladder.at(rung - 1);
    const double pixels_a_day = (scale.right - scale.left) / (scale.range.last - scale.range.first);
    if (days_of(finer) * pixels_a_day >= least_minor_gap && finer.unit != tick_unit::week) {
      out.minor = positions(scale, ticks(scale.range, finer));
    }
  }
  if (marker_x) {
    make_way(out.labels, *marker_x, scale.left, scale.right);
    make_way(out.context, *marker_x, scale.left, scale.right);
  }
  return out;
}

// Labels that reach over the middle of the break are left out.
void clear_break(std::vector<tick_label>& labels, double middle, bool before) {
  constexpr double room = 7;
  std::erase_if(labels, [&](const tick_label& l) {
    return before ? l.center + l.width / 2 > middle - room : l.center - l.width / 2 < middle + room;
  });
}

template <class Element>
void append(std::vector<Element>& to, const std::vector<Element>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

time_axis make_axis(const time_scale& scale, std::optional<double> marker_x,
                    const std::vector<double>& marks, const text_metrics& metrics) {
  const std::vector<time_scale> parts = scale.parts();
  if (parts.size() == 1) return make_even_axis(scale, marker_x, marks, metrics);
  time_axis out;
  out.scale = scale;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool holds_marker = marker_x && (i == 0 || *marker_x >= scale.breaks[i - 1].left) &&
                              (i + 1 == parts.size() || *marker_x < scale.breaks[i].left);
    time_axis part =
        make_even_axis(parts[i], holds_marker ? marker_x : std::nullopt, marks, metrics);
    for (auto* labels : {&part.labels, &part.context}) {
      if (i > 0) clear_break(*labels, scale.breaks[i - 1].middle(), false);
      if (i + 1 < parts.size()) clear_break(*labels, scale.breaks[i].middle(), true);
    }
    append(out.major, part.major);
    append(out.minor, part.minor);
    append(out.labels, part.labels);
    append(out.context, part.context);
  }
  return out;
}

path draw_break(double x, double y, const theme& colors) {
  path out;
  for (const double middle : {x - break_half_width, x + break_half_width}) {
    out.pieces.push_back({{{middle - 2, y + 5}, {middle + 2, y - 5}}, false});
  }
  out.outline = stroke{colors.text, 1.25};
  return out;
}

group draw_axis(const time_axis& axis, double y, bool at_foot, const theme& colors) {
  group out;
  out.kind = group_kind::axis;
  const double side = at_foot ? 1 : -1;
  const stroke pen{colors.muted, 1};
  double from = axis.scale.left;
  for (const axis_break& b : axis.scale.breaks) {
    out.children.push_back({line{{from, y}, {b.middle() - break_half_width, y}, pen}});
    from = b.middle() + break_half_width;
    out.children.push_back({draw_break(b.middle(), y, colors)});
  }
  out.children.push_back({line{{from, y}, {axis.scale.right, y}, pen}});
  for (const double x : axis.minor) {
    out.children.push_back({line{{x, y}, {x, y + side * minor_height}, pen}});
  }
  for (const double x : axis.major) {
    out.children.push_back({line{{x, y}, {x, y + side * tick_height}, pen}});
  }
  const auto row = [&](const std::vector<tick_label>& labels, int index, rgb color) {
    const double baseline = at_foot ? y + tick_height + 11 + row_height * index
                                    : y - tick_height - 3 - row_height * index;
    for (const tick_label& l : labels) {
      out.children.push_back(
          {text{{l.center, baseline}, text_anchor::middle, label_font, color, l.content, l.width}});
    }
  };
  row(axis.context, 1, colors.muted);
  row(axis.labels, 0, colors.text);
  return out;
}

group draw_grid(const time_axis& axis, double top, double bottom, const theme& colors) {
  group out;
  out.kind = group_kind::axis;
  for (const double x : axis.major) {
    out.children.push_back({line{{x, top}, {x, bottom}, {colors.grid, 1}}});
  }
  for (const axis_break& b : axis.scale.breaks) {
    for (const double x : {b.left, b.right}) {
      out.children.push_back({line{{x, top}, {x, bottom}, {colors.grid, 1.25, 2, 3}}});
    }
  }
  return out;
}

}  // namespace zeitstrahl
