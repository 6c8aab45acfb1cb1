#include "render/place.h"

#include <algorithm>
#include <limits>

namespace zeitstrahl {
namespace {

constexpr double beside_gap = 7;       // between a diamond and its words
constexpr double above_gap = 4;        // between words and the mark under them
constexpr double marker_gap = 8;       // between words and the publication line
constexpr double item_gap = 26;        // between boxes of a lane
constexpr double least_measure = 130;  // narrower columns of words read badly
constexpr double most_measure = 400;
constexpr double lane_price = 12;       // of a lane more, beside its height
constexpr std::size_t lanes_tried = 5;  // the youngest, so that time runs downward

// Costs in pixels of height.
constexpr double cost_covers_marker = 90;
constexpr double cost_away_from_begin = 14;
constexpr double cost_beside_bar = 60;  // over none of the bar
constexpr double cost_left = 8;
constexpr double cost_above = 10;
constexpr double cost_line = 8;  // of a line more than the widest measure needs

double width_of(const placement& p) {
  double width = 0;
  for (const text_line& l : p.label) width = std::max(width, l.width);
  for (const text_line& l : p.detail) width = std::max(width, l.width);
  return width;
}

double words_height(const placement& p) {
  return static_cast<double>(p.label.size()) * label_line_height +
         static_cast<double>(p.detail.size()) * detail_line_height;
}

class placer {
 public:
  placer(const mark_shape& shape, const paragraph& label, const paragraph& detail,
         const label_frame& inside)
      : shape_(shape), label_(label), detail_(detail), inside_(inside) {
    const double room = inside.right - inside.left;
    measure_ = std::min(room, std::clamp(0.46 * room, 240.0, most_measure));
    least_lines_ = label.lines(measure_).size() + detail.lines(measure_).size();
  }

  std::vector<placement> all() {
    if (shape_.event) {
      beside();
      const double begin = shape_.left_edge();
      above(begin, cost_above, text_anchor::start, measure_);
      above_behind_marker(begin, cost_above);
    } else {
      over_bar();
    }
    return std::move(out_);
  }

 private:
  placement set(double measure) const {
    placement p;
    p.label = label_.lines(measure);
    p.detail = detail_.lines(measure);
    return p;
  }

  void finish(placement p, double cost) {
    const box words = p.words();
    p.left = std::min(words.left, shape_.left_edge());
    p.right = std::max(words.right, shape_.right_edge());
    const bool covers = inside_.marker_x && *inside_.marker_x > words.left - 3 &&
                        *inside_.marker_x < words.right + 3;
    const auto more_lines = static_cast<double>(p.label.size() + p.detail.size() - least_lines_);
    p.cost = cost + p.height + cost_line * more_lines + (covers ? cost_covers_marker : 0);
    out_.push_back(std::move(p));
  }

  // Narrow columns read badly, unless the words fit them as well as any.
  bool reads_well(const placement& p, double measure) const {
    return measure >= least_measure || p.label.size() + p.detail.size() <= least_lines_;
  }

  // Right or left of a diamond, its middle on the first line's.
  void side(double x, text_anchor anchor, double measure, double cost) {
    if (measure <= 0) return;
    placement p = set(std::min(measure, measure_));
    if (!reads_well(p, measure)) return;
    p.anchor = anchor;
    p.anchor_x = x;
    p.mark_y = label_line_height / 2;
    p.height = std::max(words_height(p), label_line_height);
    finish(std::move(p), cost);
  }

  void beside() {
    const double right_x = shape_.right_edge() + beside_gap;
    const double left_x = shape_.left_edge() - beside_gap;
    side(right_x, text_anchor::start, inside_.right - right_x, 0);
    if (inside_.marker_x && *inside_.marker_x > right_x) {
      side(right_x, text_anchor::start, *inside_.marker_x - marker_gap - right_x, 0);
    }
    side(left_x, text_anchor::end, left_x - inside_.left, cost_left);
    if (inside_.marker_x && *inside_.marker_x < left_x) {
      side(left_x, text_anchor::end, left_x - *inside_.marker_x - marker_gap, cost_left);
    }
  }

  // Over the mark, starting (or ending) at x, moved sideways where the frame needs it.
  void above(double x, double cost, text_anchor anchor, double measure) {
    if (measure <= 0) return;
    placement p = set(std::min(measure, measure_));
    if (!reads_well(p, measure)) return;
    const double width = width_of(p);
    const double low = anchor == text_anchor::end ? inside_.left + width : inside_.left;
    const double high = anchor == text_anchor::end ? inside_.right : inside_.right - width;
    p.anchor = anchor;
    p.anchor_x = std::max(low, std::min(x, high));
    const double mark_height = shape_.event ? 2 * diamond_radius : bar_height;
    p.mark_y = words_height(p) + above_gap + mark_height / 2;
    p.height = p.mark_y + mark_height / 2;
    finish(std::move(p), cost);
  }

  // The same, moved no farther to the left than to the publication line.
  void above_behind_marker(double x, double cost) {
    const double behind = inside_.marker_x.value_or(inside_.right) + marker_gap;
    if (x >= behind) above(x, cost, text_anchor::start, inside_.right - behind);
  }

  void over_bar() {
    const double begin = shape_.outer_left;
    const double end = shape_.outer_right;
    above(begin, 0, text_anchor::start, measure_);
    above_behind_marker(begin, 0);
    if (inside_.marker_x) {
      const double marker = *inside_.marker_x;
      const double behind = marker + marker_gap;
      const double before = marker - marker_gap;
      const bool at_marker = std::abs(begin - marker) < marker_gap;
      above(begin, 0, text_anchor::start, before - begin);
      if (begin < behind && marker < end) {
        above(behind, at_marker ? 0 : cost_away_from_begin, text_anchor::start,
              inside_.right - behind);
      }
      if (begin < behind && before < end) {
        above(before, begin < before ? cost_away_from_begin : cost_beside_bar, text_anchor::end,
              before - inside_.left);
      }
    }
    above(end, cost_away_from_begin, text_anchor::end, measure_);
  }

  const mark_shape& shape_;
  const paragraph& label_;
  const paragraph& detail_;
  const label_frame& inside_;
  double measure_ = 0;
  std::size_t least_lines_ = 0;
  std::vector<placement> out_;
};

bool fits(const lane& l, const placement& p) {
  return std::none_of(l.items.begin(), l.items.end(), [&](const lane_item& other) {
    return p.left < other.how.right + item_gap && other.how.left < p.right + item_gap;
  });
}

}  // namespace

box placement::words() const {
  const double width = width_of(*this);
  const double start = anchor == text_anchor::end ? anchor_x - width : anchor_x;
  return {start, words_top, start + width, words_top + words_height(*this)};
}

std::vector<placement> placements(const mark_shape& shape, const paragraph& label,
                                  const paragraph& detail, const label_frame& inside) {
  return placer(shape, label, detail, inside).all();
}

void lane_packer::add(std::vector<placement> ways) {
  double least = std::numeric_limits<double>::infinity();
  placement* way = nullptr;
  std::size_t where = lanes_.size();
  const std::size_t first = lanes_.size() > lanes_tried ? lanes_.size() - lanes_tried : 0;
  for (placement& p : ways) {
    std::size_t at = first;
    while (at < lanes_.size() && !fits(lanes_[at], p)) ++at;
    const double price =
        at < lanes_.size() ? std::max(0.0, p.height - lanes_[at].height) - p.height : lane_price;
    if (p.cost + price < least) {
      least = p.cost + price;
      way = &p;
      where = at;
    }
  }
  if (way == nullptr) return;
  if (where == lanes_.size()) lanes_.emplace_back();
  lane& chosen = lanes_[where];
  chosen.height = std::max(chosen.height, way->height);
  chosen.items.push_back({count_++, std::move(*way)});
}

}  // namespace zeitstrahl
