#include "render/fit.h"

#include <algorithm>
#include <cmath>

#include "render/marks.h"

namespace zeitstrahl {
namespace {

constexpr double least_pad = 12;  // a small event's whiskers
constexpr double break_width = 18;
constexpr double squeezed_share = 0.3;   // of the width, for most of the marks
constexpr double least_gap_share = 0.2;  // of the range
constexpr double least_part_width = 84;
constexpr double least_part_share = 0.14;
constexpr double most_part_share = 0.35;

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
  out.skip = axis_break{
      {left.last, right.first}, whole.left + left_width, whole.left + left_width + break_width};
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
  const time_scale whole{range_of(extents.begin(), extents.end(), right - left), left, right,
                         std::nullopt};
  return broken(extents, whole).value_or(whole);
}

}  // namespace zeitstrahl
