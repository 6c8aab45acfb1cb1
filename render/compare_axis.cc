#include "render/compare_axis.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr double flag_height = 5;
constexpr double near_share = 0.25;  // of the marks' span
constexpr double least_days = 5;     // on an axis

// The times that an axis has to show.
struct shown_times {
  time_range range{HUGE_VAL, -HUGE_VAL};
  bool fades = false;
  bool opens = false;

  void add(double from, double to) {
    range = {std::min(range.first, from), std::max(range.last, to)};
  }
  void add(const interval& when, std::optional<day> published) {
    for (const bound& b :
         {when.begin_earliest, when.begin_latest, when.end_earliest, when.end_latest}) {
      if (b.given()) add(begin_time(b, published), end_time(b, published));
    }
    fades = fades || !when.begin_earliest.given();
    opens = opens || !when.end_latest.given();
  }
  void add_near(const std::vector<double>& publications) {
    const double room = near_share * std::max(range.last - range.first, 0.0);
    const time_range marks = range;
    const bool any = range.first > range.last;
    for (const double at : publications) {
      if (any || (at >= marks.first - room && at <= marks.last + room)) add(at, at);
    }
  }
  // Not too short, and with room for what the marks end in.
  time_range widened(double pixels) const {
    time_range out = range.first > range.last ? time_range{0, 1} : range;
    if (out.last - out.first < least_days) {
      const double middle = std::floor((out.first + out.last) / 2) + 0.5;
      out = {middle - least_days / 2, middle + least_days / 2};
    }
    const double span = out.last - out.first;
    out.first -= span * std::max(0.035, (fades ? fade_length : diamond_radius + 4) / pixels);
    out.last += span * std::max(opens ? 0.1 : 0.035, (diamond_radius + 4) / pixels);
    return out;
  }
};

// From the axis down.
void put_publication(group& out, point at, double height, rgb hue) {
  out.children.push_back({line{at, {at.x, at.y + height}, stroke{hue, 1, 3, 3}}});
  path flag;
  flag.pieces = {
      {{{at.x - 4, at.y - flag_height}, {at.x + 4, at.y - flag_height}, {at.x, at.y + 1}}, true}};
  flag.fill = paint{hue, 1};
  out.children.push_back({std::move(flag)});
}

}  // namespace

time_axis axis_over(const comparison_sheet& sheet, const std::vector<const statement*>& said,
                    const std::vector<std::uint32_t>& articles, double left, double right) {
  shown_times times;
  for (const statement* one : said) times.add(one->when, sheet.published(one->article));
  std::vector<double> publications;
  for (const std::uint32_t a : articles) {
    if (const auto published = sheet.published(a)) {
      publications.push_back(published_time(*published));
    }
  }
  times.add_near(publications);
  return make_axis({times.widened(right - left), left, right}, std::nullopt, {}, sheet.metrics);
}

void add_axis(comparison_sheet& sheet, const time_axis& axis, double axis_y, double height) {
  sheet.add(draw_grid(axis, axis_y, axis_y + height, sheet.colors));
  sheet.add(draw_axis(axis, axis_y, false, sheet.colors));
}

double add_axis_of(comparison_sheet& sheet, const time_axis& axis, double height, const story& s,
                   const story_names& names) {
  const double axis_y = sheet.y + axis.height() + flag_height;
  add_axis(sheet, axis, axis_y, height);
  group lines;
  lines.kind = group_kind::marker;
  for (const std::uint32_t a : s.articles) {
    const auto published = sheet.published(a);
    if (!published) continue;
    const double x = axis.scale.x(published_time(*published));
    if (x < axis.scale.left || x > axis.scale.right) continue;
    const rgb hue = sheet.options.merged ? sheet.colors.marker : sheet.hue_of(names, a);
    put_publication(lines, {x, axis_y}, height, hue);
  }
  sheet.add(std::move(lines));
  return axis_y;
}

}  // namespace zeitstrahl
