#include "render/marks.h"

#include <algorithm>
#include <cmath>

namespace zeitstrahl {
namespace {

constexpr double cap_width = 2;
constexpr double thin_cap_width = 1.25;
constexpr double tint_height = 6;
constexpr double arrow_length = 8;
constexpr double least_core = 4;     // a bar is never thinner than it can be seen
constexpr double whisker_reach = 4;  // beyond the diamond, at least
constexpr double hatch_distance = 5;
constexpr double outline_width = 1.25;

void note(feature_set& set, feature f) { set.set(static_cast<std::size_t>(f)); }

bool is_event(const interval& w) {
  return w.begin_earliest.given() && w.begin_latest.given() && w.begin_earliest == w.end_earliest &&
         w.begin_latest == w.end_latest;
}

// A bar on its way from bounds to pixels: each side's outer and core times.
struct sides {
  std::optional<double> begin_outer, begin_core, end_core, end_outer;
};

sides sides_of(const interval& w, std::optional<day> published) {
  sides out;
  if (w.begin_earliest.given()) out.begin_outer = begin_time(w.begin_earliest, published);
  if (w.begin_latest.given()) out.begin_core = begin_time(w.begin_latest, published);
  if (w.end_earliest.given()) out.end_core = end_time(w.end_earliest, published);
  if (w.end_latest.given()) out.end_outer = end_time(w.end_latest, published);
  return out;
}

// The left half of a bar whose begin is not bounded from below: fades in towards the
// first moment at which it surely holds.
void fade_in(mark_shape& s, const sides& t, const time_scale& scale, std::optional<day> published) {
  s.left = mark_end::fade;
  const double end = scale.x(t.end_core ? *t.end_core : t.end_outer.value_or(scale.range.last));
  const double now = published ? scale.x(published_time(*published)) : end;
  const bool to_come = s.mode == modality::planned || s.mode == modality::possible;
  if (t.begin_core) {
    s.core_left = scale.x(*t.begin_core);
  } else if (now < end && to_come) {
    s.core_left = now + std::min(fade_length, (end - now) / 2);
  } else {
    s.core_left = t.end_core || !t.end_outer ? std::min(now, end) : end;
  }
  s.outer_left = std::max(s.core_left - fade_length, scale.left);
}

void place_begin(mark_shape& s, const interval& w, const sides& t, const time_scale& scale,
                 std::optional<day> published) {
  if (t.begin_outer) {
    s.outer_left = scale.x(*t.begin_outer);
    s.core_left = t.begin_core ? scale.x(*t.begin_core) : s.outer_left;
    s.left = t.begin_core && *t.begin_core > *t.begin_outer ? mark_end::tint : mark_end::cap;
  } else if (w.begin_earliest.kind == bound::state::open) {
    s.left = mark_end::arrow;
    s.outer_left = s.core_left = scale.left;
  } else {
    fade_in(s, t, scale, published);
  }
}

void place_end(mark_shape& s, const interval& w, const sides& t, const time_scale& scale) {
  if (t.end_outer) {
    s.outer_right = scale.x(*t.end_outer);
    s.core_right = t.end_core ? scale.x(*t.end_core) : s.outer_right;
    s.right = t.end_core && *t.end_core < *t.end_outer ? mark_end::tint : mark_end::cap;
  } else if (w.end_latest.kind == bound::state::open) {
    s.right = mark_end::arrow;
    s.outer_right = s.core_right = scale.right;
  } else {
    s.right = mark_end::fade;
    s.core_right = t.end_core ? std::max(scale.x(*t.end_core), s.core_left) : s.core_left;
    s.outer_right = std::min(s.core_right + fade_length, scale.right);
  }
}

void note_features(mark_shape& s, const sides& t) {
  const bool nothing_certain = s.core_right - s.core_left < 0.01;
  const bool fades = s.left == mark_end::fade || s.right == mark_end::fade;
  const bool before_after = fades && !t.begin_core && !t.end_core;
  if (s.left == mark_end::tint || s.right == mark_end::tint) note(s.features, feature::bound);
  if (s.right == mark_end::arrow) note(s.features, feature::end_open);
  if (before_after) {
    note(s.features, feature::before_after);
  } else {
    if (s.left == mark_end::fade) note(s.features, feature::begin_unknown);
    if (s.right == mark_end::fade) note(s.features, feature::end_unknown);
  }
  switch (s.mode) {
    case modality::planned:
      note(s.features, feature::planned);
      break;
    case modality::possible:
      note(s.features, feature::possible);
      break;
    case modality::negated:
      note(s.features, feature::negated);
      break;
    case modality::actual:
      if (!nothing_certain && s.core_left < s.hatch_from - 0.5) {
        note(s.features, feature::until_published);
      }
      if (!nothing_certain && s.core_right > s.hatch_from + 0.5) {
        note(s.features, feature::after_published);
      }
      break;
  }
}

void note_event_features(mark_shape& s) {
  note(s.features, s.exact ? feature::event : feature::vague_event);
  if (s.mode == modality::planned) note(s.features, feature::planned);
  if (s.mode == modality::possible) note(s.features, feature::possible);
  if (s.mode == modality::negated) note(s.features, feature::negated);
  if (s.mode == modality::actual && s.center > s.hatch_from + 0.5) {
    note(s.features, feature::after_published);
  }
}

mark_shape event_shape(const interval& w, mark_shape s, const time_scale& scale,
                       std::optional<day> published) {
  s.event = true;
  s.exact = w.begin_earliest.date == w.end_latest.date;
  const bool that_day = s.exact && published && w.begin_earliest.date == *published;
  const bool on_publication = that_day && w.begin_earliest.minute == bound::no_minute;
  s.outer_left = scale.x(on_publication ? published_time(*published)
                                        : begin_time(w.begin_earliest, std::nullopt));
  s.outer_right = on_publication ? s.outer_left : scale.x(end_time(w.end_latest, std::nullopt));
  s.center = (s.outer_left + s.outer_right) / 2;
  s.core_left = s.core_right = s.center;
  if (that_day) s.hatch_from = std::max(s.hatch_from, s.center);
  if (s.exact) {
    s.outer_left = s.outer_right = s.center;
  } else {
    const double reach = diamond_radius + whisker_reach;
    s.outer_left = std::min(s.outer_left, s.center - reach);
    s.outer_right = std::max(s.outer_right, s.center + reach);
  }
  note_event_features(s);
  return s;
}

// Lines at 45 degrees in the rectangle, on a lattice fixed to the picture so that
// neighbouring bars match.
std::vector<polyline> hatch_rect(box b) {
  std::vector<polyline> out;
  const auto first = static_cast<int>(std::ceil((b.left + b.top) / hatch_distance));
  const auto last = static_cast<int>(std::floor((b.right + b.bottom) / hatch_distance));
  for (int i = first; i <= last; ++i) {
    const double sum = i * hatch_distance;
    const double x1 = std::max(b.left, sum - b.bottom);
    const double x2 = std::min(b.right, sum - b.top);
    if (x2 - x1 > 0.2) out.push_back({{{x1, sum - x1}, {x2, sum - x2}}, false});
  }
  return out;
}

// The same in a diamond, whose sides have the lines' direction or cross it.
std::vector<polyline> hatch_diamond(point c, double r) {
  std::vector<polyline> out;
  for (const double sum : {-0.5 * r, 0.0, 0.5 * r}) {
    out.push_back(
        {{{c.x + (sum - r) / 2, c.y + (sum + r) / 2}, {c.x + (sum + r) / 2, c.y + (sum - r) / 2}},
         false});
  }
  return out;
}

polyline diamond(point c, double r) {
  return {{{c.x - r, c.y}, {c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}}, true};
}

void add(group& g, rect r) { g.children.push_back({std::move(r)}); }
void add(group& g, path p) { g.children.push_back({std::move(p)}); }

void add_block(group& g, box area, rgb color, double opacity = 1) {
  rect r;
  r.area = area;
  r.fill = paint{color, opacity};
  add(g, r);
}

void add_line(group& g, point from, point to, stroke pen) {
  g.children.push_back({line{from, to, pen}});
}

stroke outline_of(modality mode, rgb hue) {
  if (mode == modality::planned) return {hue, outline_width, 4, 2.5};
  if (mode == modality::possible) return {hue, outline_width, 2, 2};
  return {hue, outline_width};
}

bool is_hatched(const mark_shape& s, double x) {
  return s.mode == modality::planned || (s.mode == modality::actual && x > s.hatch_from + 0.5);
}

// A piece of a bar's core in its modality's texture.
void add_core(group& g, const mark_shape& s, box area, rgb hue, const theme& colors) {
  const bool hatched = is_hatched(s, (area.left + area.right) / 2);
  if (s.mode == modality::actual && !hatched) return add_block(g, area, hue);
  if (hatched) {
    add_block(g, area, colors.ground);
    if (colors.hatch_tint > 0) add_block(g, area, hue, colors.hatch_tint);
    add(g, path{hatch_rect(area), {}, stroke{hue, 1.1}});
  } else {
    add_block(g, area, colors.ground);
  }
  const double inset = outline_width / 2;
  rect outline;
  outline.area = {area.left + inset, area.top + inset, area.right - inset, area.bottom - inset};
  outline.outline = outline_of(s.mode, hue);
  add(g, outline);
  if (s.mode == modality::negated) {
    const double y = (area.top + area.bottom) / 2;
    add_line(g, {area.left, y}, {area.right, y}, {hue, 1.5});
  }
}

// Between the earliest and the latest bound.
void add_tint(group& g, const mark_shape& s, double x1, double x2, double y, rgb hue,
              const theme& colors) {
  const box area{std::min(x1, x2), y - tint_height / 2, std::max(x1, x2), y + tint_height / 2};
  if (s.mode == modality::actual || s.mode == modality::planned) {
    add_block(g, area, hue, colors.bound_tint);
  }
  if (s.mode == modality::actual) return;
  stroke pen = outline_of(s.mode, hue);
  pen.width = 1;
  add(g, rect{{area.left, area.top + 0.5, area.right, area.bottom - 0.5}, 0, {}, pen});
}

// One end of a bar: `outer` is its outmost position, `core` where the certain part is.
void add_end(group& g, const mark_shape& s, mark_end kind, double outer, double core, double y,
             rgb hue, const theme& colors) {
  const double top = y - bar_height / 2;
  const double bottom = y + bar_height / 2;
  const bool is_left = kind == s.left && outer == s.outer_left;
  const double inward = is_left ? 1 : -1;
  const auto cap = [&](double width) {
    const double inner = outer + inward * width;
    add_block(g, {std::min(outer, inner), top, std::max(outer, inner), bottom}, hue);
  };
  switch (kind) {
    case mark_end::cap:
      return cap(cap_width);
    case mark_end::tint:
      add_tint(g, s, outer, core, y, hue, colors);
      return cap(thin_cap_width);
    case mark_end::fade: {
      const bool nothing_certain = s.core_right - s.core_left < least_core;
      const bool solid = s.mode == modality::actual && !is_hatched(s, core) && !nothing_certain;
      rect r;
      r.area = {std::min(outer, core), top, std::max(outer, core), bottom};
      r.fill = paint{hue, solid ? 1 : 0.5, fade{outer, core}};
      return add(g, r);
    }
    case mark_end::arrow: {
      const double base = core + inward * arrow_length;
      const double half = bar_height / 2 + 1.5;
      path head;
      head.pieces = {{{{base, y - half}, {core, y}, {base, y + half}}, true}};
      head.fill = paint{hue, 1};
      return add(g, head);
    }
  }
}

group draw_bar(const mark_shape& s, double y, rgb hue, const theme& colors) {
  group g;
  g.kind = group_kind::mark;
  const double top = y - bar_height / 2;
  const double bottom = y + bar_height / 2;
  const double left = s.core_left + (s.left == mark_end::arrow ? arrow_length - 1 : 0);
  const double right = s.core_right - (s.right == mark_end::arrow ? arrow_length - 1 : 0);
  const bool split =
      s.mode == modality::actual && s.hatch_from > left + 0.5 && s.hatch_from < right - 0.5;
  if (split) {
    add_core(g, s, {left, top, s.hatch_from, bottom}, hue, colors);
    add_core(g, s, {s.hatch_from, top, right, bottom}, hue, colors);
  } else if (right - left > least_core - 0.01) {
    add_core(g, s, {left, top, right, bottom}, hue, colors);
  }
  add_end(g, s, s.left, s.outer_left, s.core_left, y, hue, colors);
  add_end(g, s, s.right, s.outer_right, s.core_right, y, hue, colors);
  return g;
}

// A diamond's outline; dashed and dotted ones are drawn piece by piece, so that every
// corner is whole.
path diamond_outline(point c, double r, modality mode, rgb hue) {
  path out;
  out.outline = stroke{hue, 1.5};
  const polyline whole = diamond(c, r);
  if (mode == modality::planned) {
    const double arm = 0.62;  // of a side, around each corner
    for (std::size_t i = 0; i < 4; ++i) {
      const point corner = whole.points[i];
      const point before = whole.points[(i + 3) % 4];
      const point behind = whole.points[(i + 1) % 4];
      const auto towards = [&](point to) {
        return point{corner.x + (to.x - corner.x) * arm / 2,
                     corner.y + (to.y - corner.y) * arm / 2};
      };
      out.pieces.push_back({{towards(before), corner, towards(behind)}, false});
    }
    return out;
  }
  out.pieces = {whole};
  if (mode == modality::possible) out.outline.dash = out.outline.gap = r * std::sqrt(2.0) / 6;
  return out;
}

group draw_event(const mark_shape& s, double y, rgb hue, const theme& colors) {
  group g;
  g.kind = group_kind::mark;
  const point c{s.center, y};
  if (!s.exact) {
    const stroke pen{hue, 1.5};
    add_line(g, {s.outer_left, y}, {s.outer_right, y}, pen);
    for (const double x : {s.outer_left, s.outer_right}) {
      add_line(g, {x, y - 4.5}, {x, y + 4.5}, pen);
    }
  }
  const bool to_come = s.mode == modality::actual && is_hatched(s, s.center);
  const bool solid = s.exact && s.mode == modality::actual && !to_come;
  const double r = solid ? diamond_radius : diamond_radius - 0.75;
  add(g, path{{diamond(c, r)}, paint{solid ? hue : colors.ground, 1}, {}});
  if (s.mode == modality::planned && s.exact) {
    add(g, path{{diamond(c, r)}, paint{hue, colors.bound_tint}, {}});
  }
  if (to_come) add(g, path{hatch_diamond(c, r), {}, stroke{hue, 1}});
  if (!solid) add(g, diamond_outline(c, r, s.mode, hue));
  if (s.mode == modality::negated) {
    add_line(g, {c.x - r, c.y + r}, {c.x + r, c.y - r}, {hue, 1.5});
  }
  return g;
}

}  // namespace

double mark_shape::left_edge() const {
  return event ? std::min(outer_left, center - diamond_radius) : outer_left;
}

double mark_shape::right_edge() const {
  return event ? std::max(outer_right, center + diamond_radius) : outer_right;
}

double published_time(day published) { return published.number + 0.5; }

double begin_time(bound b, std::optional<day> published) {
  if (b.minute != bound::no_minute) return b.date.number + b.minute / 1440.0;
  return published && b.date == *published ? published_time(b.date) : b.date.number;
}

double end_time(bound b, std::optional<day> published) {
  if (b.minute != bound::no_minute) return b.date.number + b.minute / 1440.0;
  return published && b.date == *published ? published_time(b.date) : b.date.number + 1.0;
}

mark_shape shape_of(const interval& when, modality mode, const time_scale& scale,
                    std::optional<day> published) {
  mark_shape s;
  s.mode = mode;
  s.hatch_from = published ? scale.x(published_time(*published)) : scale.right + fade_length;
  if (is_event(when)) return event_shape(when, s, scale, published);

  const sides times = sides_of(when, published);
  place_begin(s, when, times, scale, published);
  place_end(s, when, times, scale);
  if (s.core_left > s.core_right) {  // nothing is certain: tint from begin to end
    s.core_left = s.core_right = std::clamp((s.core_left + s.core_right) / 2, s.outer_left,
                                            std::max(s.outer_left, s.outer_right));
    if (s.left == mark_end::cap && s.core_left > s.outer_left) s.left = mark_end::tint;
    if (s.right == mark_end::cap && s.core_right < s.outer_right) s.right = mark_end::tint;
  }
  if (s.outer_right - s.outer_left < least_core) {
    const double middle = std::clamp((s.outer_left + s.outer_right) / 2,
                                     scale.left + least_core / 2, scale.right - least_core / 2);
    s.outer_left = s.core_left = middle - least_core / 2;
    s.outer_right = s.core_right = middle + least_core / 2;
    s.left = s.right = mark_end::cap;
  }
  note_features(s, times);
  return s;
}

group draw_mark(const mark_shape& shape, double y, rgb hue, const theme& colors) {
  return shape.event ? draw_event(shape, y, hue, colors) : draw_bar(shape, y, hue, colors);
}

path draw_quote_sign(point at, rgb hue) {
  path out;
  for (const double x : {at.x, at.x + 4}) {
    out.pieces.push_back(
        {{{x + 0.6, at.y - 5.5}, {x + 3, at.y - 5.5}, {x + 2, at.y}, {x, at.y}}, true});
  }
  out.fill = paint{hue, 1};
  return out;
}

group draw_sample(feature what, point at, rgb hue, const theme& colors) {
  mark_shape s;
  s.hatch_from = at.x + 2 * sample_width;
  s.outer_left = s.core_left = at.x;
  s.outer_right = s.core_right = at.x + sample_width;
  s.center = at.x + sample_width / 2;
  switch (what) {
    case feature::until_published:
      break;
    case feature::after_published:
      s.hatch_from = at.x - 1;
      break;
    case feature::planned:
      s.mode = modality::planned;
      break;
    case feature::possible:
      s.mode = modality::possible;
      break;
    case feature::negated:
      s.mode = modality::negated;
      break;
    case feature::bound:
      s.left = mark_end::tint;
      s.core_left += 14;
      break;
    case feature::begin_unknown:
      s.left = mark_end::fade;
      s.core_left += 18;
      break;
    case feature::end_unknown:
      s.right = mark_end::fade;
      s.core_right -= 18;
      break;
    case feature::before_after:
      s.left = mark_end::fade;
      s.core_left = s.core_right;
      break;
    case feature::end_open:
      s.right = mark_end::arrow;
      break;
    case feature::event:
      s.event = s.exact = true;
      break;
    case feature::vague_event:
      s.event = true;
      break;
    case feature::reported: {
      group g;
      g.kind = group_kind::mark;
      add(g, draw_quote_sign({s.center - 3.5, at.y + 3}, hue));
      return g;
    }
    case feature::broken_axis: {
      group g;
      g.kind = group_kind::mark;
      add_line(g, at, {s.center - 2.5, at.y}, {colors.muted, 1});
      add_line(g, {s.center + 2.5, at.y}, {at.x + sample_width, at.y}, {colors.muted, 1});
      add(g, draw_break(s.center, at.y, colors));
      return g;
    }
  }
  return draw_mark(s, at.y, hue, colors);
}

}  // namespace zeitstrahl
