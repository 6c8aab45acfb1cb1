#include "render/fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/marks.h"

namespace zeitstrahl {
namespace {

constexpr double least_pad = 12;  // a small event's whiskers
constexpr double break_width = 18;
constexpr double change_width = break_width + 2 * least_pad;  // with room for marks at its ends
constexpr double squeezed_share = 0.3;                        // of the width, for most of the marks
constexpr double least_gap_share = 0.2;                       // of the range
constexpr double least_part_width = 84;
constexpr double least_part_share = 0.14;
constexpr double most_part_share = 0.35;
constexpr double least_distance = 10;  // between marks of different times, in pixels
constexpr std::size_t most_gaps = 20;  // that are tried

// What one interval takes of the axis.
struct extent {
  double first = HUGE_VAL;  // of the bounds that are known
  double last = -HUGE_VAL;
  std::optional<double> fades_from;  // its begin fades or is open: surely holds from here
  std::optional<double> opens_from;  // its end does: surely holds to here
  bool reaches_left = false;         // an arrow to the frame
  bool reaches_right = false;
  bool clock = false;
};

// The first moment at which something that fades in surely holds, and the last at which
// something that fades out or goes on does.
double certain_from(const interval& w, std::optional<day> published) {
  if (w.begin_latest.given()) return begin_time(w.begin_latest, published);
  const bound end = w.end_earliest.given() ? w.end_earliest : w.end_latest;
  const double last = end.given() ? end_time(end, published) : HUGE_VAL;
  return published ? std::min(last, published_time(*published)) : last;
}

double certain_to(const interval& w, std::optional<day> published) {
  if (w.end_earliest.given()) return end_time(w.end_earliest, published);
  const bound begin = w.begin_latest.given() ? w.begin_latest : w.begin_earliest;
  return begin.given() ? begin_time(begin, published) : -HUGE_VAL;
}

extent extent_of(const interval& w, std::optional<day> published) {
  extent e;
  for (const bound b : {w.begin_earliest, w.begin_latest, w.end_earliest, w.end_latest}) {
    if (!b.given()) continue;
    e.clock = e.clock || b.minute != bound::no_minute;
    e.first = std::min(e.first, begin_time(b, published));
    e.last = std::max(e.last, end_time(b, published));
  }
  if (!w.begin_earliest.given()) {
    e.fades_from = certain_from(w, published);
    e.first = std::min(e.first, *e.fades_from);
  }
  if (!w.end_latest.given()) {
    e.opens_from = certain_to(w, published);
    e.last = std::max(e.last, *e.opens_from);
  }
  e.reaches_left = w.begin_earliest.kind == bound::state::open;
  e.reaches_right = w.end_latest.kind == bound::state::open;
  return e;
}

extent extent_of(day published) {
  extent e;
  e.first = e.last = published_time(published);
  return e;
}

// The range of [begin, end) in a stretch of `width` pixels.
template <class Iterator>
time_range range_of(Iterator begin, Iterator end, double width) {
  double first = HUGE_VAL;
  double last = -HUGE_VAL;
  double fades_from = HUGE_VAL;   // the leftmost begin that fades or is open
  double opens_from = -HUGE_VAL;  // the rightmost end that does
  bool clocks = false;
  for (Iterator e = begin; e != end; ++e) {
    first = std::min(first, e->first);
    last = std::max(last, e->last);
    fades_from = std::min(fades_from, e->fades_from.value_or(HUGE_VAL));
    opens_from = std::max(opens_from, e->opens_from.value_or(-HUGE_VAL));
    clocks = clocks || e->clock;
  }
  const double least_days = clocks ? 1 : 5;
  if (last - first < least_days) {
    const double middle = std::floor((first + last) / 2) + 0.5;
    first = std::min(first, middle - least_days / 2);
    last = std::max(last, middle + least_days / 2);
  }
  const double span = last - first;
  const double pad = std::max(0.035, least_pad / width) * span;
  const double fading = (fade_length + 8) / width * span;
  const double going_on = 0.14 * span;
  return {std::min(first - pad, fades_from - fading), std::max(last + pad, opens_from + going_on)};
}

double length(const time_range& range) { return range.last - range.first; }

time_range widened(const time_range& range, double least_length) {
  const double more = std::max(0.0, least_length - length(range)) / 2;
  return {range.first - more, range.last + more};
}

// The longest stretch that nothing reaches into: how many extents lie before it.
std::size_t before_longest_gap(const std::vector<extent>& sorted) {
  std::size_t out = 0;
  double longest = 0;
  double reach = sorted.front().last;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1].reaches_right) break;
    if (sorted[i].reaches_left) {
      longest = 0;
      out = 0;
    }
    reach = std::max(reach, sorted[i - 1].last);
    const double gap = sorted[i].first - reach;
    if (gap > longest && !sorted[i].reaches_left) {
      longest = gap;
      out = i;
    }
  }
  return out;
}

// What of an interval lies before a moment, and what behind another.
extent before_moment(extent e, double moment) {
  if (e.last <= moment) return e;
  e.last = std::max(e.first, moment);
  e.opens_from.reset();
  return e;
}

extent behind_moment(extent e, double moment) {
  if (e.first >= moment) return e;
  e.first = std::min(e.last, moment);
  e.fades_from.reset();
  return e;
}

// How many marks stand closer to the next one than a reader can tell apart.
std::size_t crowded(const std::vector<extent>& sorted, const time_scale& scale) {
  std::size_t out = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const double from = sorted[i - 1].first;
    const double to = sorted[i].first;
    if (to > from && scale.x(to) - scale.x(from) < least_distance) ++out;
  }
  return out;
}

// The first and the last part show no finer times than the widest, which has most of the marks.
void coarsen_ends(time_scale& scale) {
  const std::vector<time_scale> parts = scale.parts();
  const auto widest = std::max_element(
      parts.begin(), parts.end(),
      [](const time_scale& a, const time_scale& b) { return a.right - a.left < b.right - b.left; });
  const double days = length(widest->range) / (widest->right - widest->left);  // a pixel
  const auto least = [&](const time_scale& part) { return days * (part.right - part.left); };
  scale.range.first = std::min(scale.range.first, parts.front().range.last - least(parts.front()));
  scale.range.last = std::max(scale.range.last, parts.back().range.first + least(parts.back()));
}

// A gap between known times: what it leads from and to.
using gap = time_range;

// The longest gaps between the bounds of all marks, in order.
std::vector<gap> longest_gaps(const std::vector<extent>& sorted) {
  std::vector<double> times;
  for (const extent& e : sorted) {
    times.push_back(e.first);
    times.push_back(e.last);
  }
  std::sort(times.begin(), times.end());
  std::vector<gap> out;
  for (std::size_t i = 1; i < times.size(); ++i) {
    if (times[i] > times[i - 1]) out.push_back({times[i - 1], times[i]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const gap& a, const gap& b) { return length(a) > length(b); });
  out.resize(std::min(out.size(), most_gaps));
  std::sort(out.begin(), out.end(), [](const gap& a, const gap& b) { return a.first < b.first; });
  return out;
}

// The axis with a scale of its own between any two of the gaps, each stretch as wide as it holds
// marks; bars that go on run through the breaks.  None where a stretch would show no time.
std::optional<time_scale> cut_at(const std::vector<extent>& sorted, const std::vector<gap>& gaps,
                                 const time_scale& whole) {
  const std::size_t parts = gaps.size() + 1;
  const auto from = [&](std::size_t i) { return i == 0 ? -HUGE_VAL : gaps[i - 1].last; };
  const auto to = [&](std::size_t i) { return i + 1 == parts ? HUGE_VAL : gaps[i].first; };
  std::vector<std::vector<extent>> held(parts);
  std::vector<double> widths;
  for (std::size_t i = 0; i < parts; ++i) {
    std::size_t begin = 0;
    for (const extent& e : sorted) {
      if (e.last < from(i) || e.first > to(i)) continue;
      if (e.first >= from(i)) ++begin;
      held[i].push_back(before_moment(behind_moment(e, from(i)), to(i)));
    }
    if (held[i].empty()) return std::nullopt;
    widths.push_back(std::max(static_cast<double>(begin) / static_cast<double>(sorted.size()),
                              least_part_share));
  }
  const double shares = std::accumulate(widths.begin(), widths.end(), 0.0);
  const double room = whole.right - whole.left - change_width * static_cast<double>(gaps.size());
  for (double& width : widths) width *= room / shares;

  time_scale out = whole;
  out.range = {range_of(held.front().begin(), held.front().end(), widths.front()).first,
               range_of(held.back().begin(), held.back().end(), widths.back()).last};
  out.breaks.clear();
  double at = whole.left;
  double begins = out.range.first;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i].first <= begins) return std::nullopt;
    at += widths[i];
    out.breaks.push_back({gaps[i], at, at + change_width});
    at += change_width;
    begins = gaps[i].last;
  }
  if (out.range.last <= begins) return std::nullopt;
  coarsen_ends(out);
  return out;
}

// Other scales where they part many marks that `plain` squeezes together: one break, or two
// around what stands close, that leave the fewest squeezed; the first of equals.
time_scale relieved(const std::vector<extent>& sorted, const time_scale& whole,
                    const time_scale& plain) {
  const std::size_t relief = std::max<std::size_t>(3, (sorted.size() + 3) / 4);
  time_scale best = plain;
  std::size_t squeezed = crowded(sorted, plain);
  if (squeezed < relief) return plain;
  const std::vector<gap> gaps = longest_gaps(sorted);
  std::size_t fewest = squeezed - relief + 1;
  const auto attempt = [&](const std::vector<gap>& at) {
    const std::optional<time_scale> scale = cut_at(sorted, at, whole);
    const std::size_t count = scale ? crowded(sorted, *scale) : squeezed;
    if (count >= fewest) return;
    fewest = count;
    best = *scale;
  };
  for (const gap& one : gaps) attempt({one});
  if (!best.breaks.empty()) squeezed = crowded(sorted, best);
  if (squeezed < relief) return best;  // a second break must be worth it, too
  fewest = squeezed - relief + 1;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    for (std::size_t k = i + 1; k < gaps.size(); ++k) attempt({gaps[i], gaps[k]});
  }
  return best;
}

// Both parts of a broken axis; none where it would gain little.
std::optional<time_scale> broken(const std::vector<extent>& sorted, const time_scale& whole) {
  const std::size_t before = before_longest_gap(sorted);
  if (before == 0 || sorted.size() < 4) return std::nullopt;
  const auto gap = sorted.begin() + static_cast<std::ptrdiff_t>(before);
  const std::size_t behind = sorted.size() - before;
  const bool mostly_behind = behind >= before;
  const double width = whole.right - whole.left;
  const double share =
      std::clamp(static_cast<double>(std::min(before, behind)) / static_cast<double>(sorted.size()),
                 least_part_share, most_part_share);
  const double lesser = std::max(share * width, least_part_width);
  const double greater = width - lesser - break_width;
  const double left_width = mostly_behind ? lesser : greater;

  time_range left = range_of(sorted.begin(), gap, left_width);
  time_range right = range_of(gap, sorted.end(), width - break_width - left_width);
  time_range& main = mostly_behind ? right : left;
  time_range& rest = mostly_behind ? left : right;
  if (length(main) > squeezed_share * length(whole.range)) return std::nullopt;
  rest = widened(rest, length(main) / greater * lesser);  // at most as coarse as the main part
  if (right.first - left.last < least_gap_share * length(whole.range)) return std::nullopt;

  time_scale out = whole;
  out.range = {left.first, right.last};
  out.breaks = {
      {{left.last, right.first}, whole.left + left_width, whole.left + left_width + break_width}};
  return out;
}

}  // namespace

time_scale fit_scale(const std::vector<interval>& times, std::optional<day> published, double left,
                     double right) {
  std::vector<extent> extents;
  for (const interval& w : times) extents.push_back(extent_of(w, published));
  if (published) extents.push_back(extent_of(*published));
  std::stable_sort(extents.begin(), extents.end(),
                   [](const extent& a, const extent& b) { return a.first < b.first; });
  const time_scale whole{range_of(extents.begin(), extents.end(), right - left), left, right, {}};
  return relieved(extents, whole, broken(extents, whole).value_or(whole));
}

}  // namespace zeitstrahl
