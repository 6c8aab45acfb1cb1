#include "render/rows.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "render/claim_words.h"
#include "render/fit.h"
#include "render/tidy.h"

namespace zeitstrahl {
namespace {

constexpr double lane_gap = 15;
constexpr double linked_lane_gap = 9;
constexpr double heading_height = 35;    // of rule, heading and the gap under it
constexpr double heading_side_gap = 20;  // to a lane that stands beside its heading

// What recurs is no promise: its mark ends with the publication where no other end is known.
interval drawn_interval(const timeline& data, const bar& b) {
  interval out = b.when;
  if (!data.article.published || !recurs(data, b)) return out;
  const bound published = bound::at(*data.article.published);
  const bool began = out.begin_latest.given() && out.begin_latest.date <= published.date;
  if (began && !out.end_latest.given()) out.end_earliest = out.end_latest = published;
  return out;
}

// Where a mark begins or ends in a year that is known.
std::vector<double> marked_times(const std::vector<interval>& times) {
  std::vector<double> out;
  const auto add = [&](const bound& earliest, const bound& latest) {
    if (!earliest.given() || !latest.given()) return;
    if (to_civil(earliest.date).year == to_civil(latest.date).year)
      out.push_back(earliest.date.number);
  };
  for (const interval& when : times) {
    add(when.begin_earliest, when.begin_latest);
    add(when.end_earliest, when.end_latest);
  }
  return out;
}

// A thread with bars that have a date.
struct band {
  std::string heading;
  std::vector<entry> entries;
};

class row_maker {
 public:
  row_maker(const timeline& data, const theme& colors, const text_metrics& metrics)
      : data_(data), colors_(colors), metrics_(metrics) {}

  picture_rows make(double left, double right) {
    out_.inside.left = left;
    out_.inside.right = right;
    collect();
    if (bands_.empty()) return std::move(out_);
    fit_axis();
    for (const band& b : bands_) add_band(b);
    return std::move(out_);
  }

 private:
  // Sorts bars into those that have a date and those that are listed in words.
  void collect() {
    std::size_t number = 0;
    for (const thread& t : data_.threads) {
      band dated;
      for (const bar& b : t.bars) {
        const timing when = timing_of(data_, b);
        if (when != timing::dated) {
          out_.in_words.push_back({&b, when});
        } else {
          dated.entries.push_back({&b, colors_.hue(bands_.size()), {}, ++number});
        }
      }
      if (dated.entries.empty()) continue;
      dated.heading = band_words(data_, t);
      bands_.push_back(std::move(dated));
    }
    std::stable_sort(out_.in_words.begin(), out_.in_words.end(),
                     [](const listed& a, const listed& b) { return a.why < b.why; });
  }

  // All times on one axis, and the marks on it.
  void fit_axis() {
    const std::optional<day> published = data_.article.published;
    std::vector<interval> times;
    for (const band& b : bands_) {
      for (const entry& e : b.entries) times.push_back(drawn_interval(data_, *e.what));
    }
    const time_scale scale = fit_scale(times, published, out_.inside.left, out_.inside.right);
    if (published) out_.inside.marker_x = scale.x(published_time(*published));
    if (!scale.breaks.empty()) add(feature::broken_axis);
    out_.axis = make_axis(scale, out_.inside.marker_x, marked_times(times), metrics_);
    for (band& b : bands_) {
      for (entry& e : b.entries) {
        e.shape = shape_of(drawn_interval(data_, *e.what), e.what->mode, scale, published);
        out_.features |= e.shape.features;
        if (e.what->reported) add(feature::reported);
        out_.dated.push_back(e);
      }
    }
  }

  void add(feature what) { out_.features.set(static_cast<std::size_t>(what)); }

  void add_band(const band& b) {
    std::optional<std::size_t> heading_row;
    if (bands_.size() > 1) {
      heading_row = out_.rows.size();
      row r;
      r.heads_band = true;
      r.heading =
          metrics_.measure(b.heading, heading_style).lines(out_.inside.right - out_.inside.left);
      r.hue = b.entries.front().hue;
      out_.rows.push_back(std::move(r));
    }
    lane_packer packer;
    for (const entry& e : b.entries) {
      packer.add(placements(e.shape, metrics_.measure(tidy(e.what->label), label_style),
                            metrics_.measure(detail_words(data_, *e.what), detail_style),
                            out_.inside));
    }
    for (lane& l : packer.take()) {
      row r;
      r.height = l.height + lane_gap;
      r.heading_row = heading_row;
      for (const lane_item& item : l.items) r.entries.push_back(b.entries[item.index]);
      r.claims = std::move(l);
      link_to_last(r);
      out_.rows.push_back(std::move(r));
    }
  }

  // Events of one day that follow each other stand closer together, joined by a line.
  void link_to_last(row& r) {
    if (out_.rows.empty()) return;
    row& above = out_.rows.back();
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

  const timeline& data_;
  const theme& colors_;
  const text_metrics& metrics_;
  std::vector<band> bands_;
  picture_rows out_;
};

}  // namespace

page_rows picture_rows::every() const {
  page_rows out(rows.size());
  std::iota(out.begin(), out.end(), 0);
  return out;
}

// A heading takes no height of its own where the lane under it leaves its place free.
double picture_rows::height(const page_rows& page, std::size_t at) const {
  const row& r = rows[page[at]];
  if (!r.heads_band) return r.height;
  if (r.heading.empty()) return heading_top;
  if (at + 1 < page.size() && r.heading.size() == 1) {
    double left = inside.right;
    for (const lane_item& item : rows[page[at + 1]].claims.items) {
      left = std::min(left, item.how.left);
    }
    if (inside.left + r.heading[0].width + heading_side_gap < left) return heading_top;
  }
  return heading_height + heading_line_height * static_cast<double>(r.heading.size() - 1);
}

double picture_rows::height(const page_rows& page) const {
  double out = 0;
  for (std::size_t at = 0; at < page.size(); ++at) out += height(page, at);
  return out;
}

page_rows picture_rows::that_fit(std::size_t first, double room) const {
  page_rows out;
  if (first < rows.size() && rows[first].heading_row) out.push_back(*rows[first].heading_row);
  const std::size_t forced = first + (rows[first].heads_band ? 2 : 1);
  for (std::size_t i = first; i < rows.size(); ++i) {
    out.push_back(i);
    if (height(out) <= room || i < forced) continue;
    out.pop_back();
    break;
  }
  while (out.size() > 2 && rows[out.back()].heads_band) out.pop_back();
  return out;
}

picture_rows make_rows(const timeline& data, double left, double right, const theme& colors,
                       const text_metrics& metrics) {
  return row_maker(data, colors, metrics).make(left, right);
}

}  // namespace zeitstrahl
