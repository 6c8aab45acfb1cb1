#ifndef ZEITSTRAHL_RENDER_MARKS_H_
#define ZEITSTRAHL_RENDER_MARKS_H_

// The marks: what four bounds and a modality look like.
//
//     |====++++++++########////////////====|     ==  between earliest and latest: tint, thin cap
//     earliest  latest   publication  earliest   ##  certain, up to publication: solid
//         begin                            end   //  after it, or planned: hatched
//
// An event, whose begin and end are the same unit of the calendar, is a diamond: filled
// for a day, hollow with whiskers over earliest to latest for longer units.  Unknown
// ends fade, open ends are arrow heads at the frame.  Hue is the thread (or source),
// texture the modality, shape the kind.

#include <bitset>
#include <optional>
#include <vector>

#include "render/axis.h"
#include "render/scene.h"
#include "render/theme.h"
#include "zeitstrahl/claim.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

inline constexpr double bar_height = 11;
inline constexpr double diamond_radius = 6.5;

// What a reader may need explained, in the order of the legend.
enum class feature : std::uint8_t {
  until_published,
  after_published,
  planned,
  possible,
  negated,
  bound,
  begin_unknown,
  end_unknown,
  before_after,
  end_open,
  event,
  vague_event,
  reported,
  broken_axis,
};
inline constexpr std::size_t feature_count = 14;
using feature_set = std::bitset<feature_count>;

enum class mark_end : std::uint8_t {
  cap,    // known to the day
  tint,   // known to a longer unit
  fade,   // unknown
  arrow,  // open
};

// A mark along the axis, in pixels; its height is not decided yet.
struct mark_shape {
  bool event = false;
  bool exact = false;      // of an event: within one day
  double center = 0;       // of an event
  double outer_left = 0;   // whiskers, tint or fade reach from here
  double core_left = 0;    // certain from here
  double core_right = 0;   // to here; equal where nothing is certain
  double outer_right = 0;  // to here
  mark_end left = mark_end::cap;
  mark_end right = mark_end::cap;
  double hatch_from = 0;  // right of it the mark is hatched
  modality mode = modality::actual;
  feature_set features;

  // All that is painted lies between these.
  double left_edge() const;
  double right_edge() const;
};

// Where a time lies for drawing: the publication is the middle of its day, and a bound
// on that day is the publication itself.
double published_time(day published);
double begin_time(bound b, std::optional<day> published);
double end_time(bound b, std::optional<day> published);

// Length of a fade, in pixels.
inline constexpr double fade_length = 44;

// `when` must not be empty.
mark_shape shape_of(const interval& when, modality mode, const time_scale& scale,
                    std::optional<day> published);

// The mark with its middle at `y`.
group draw_mark(const mark_shape& shape, double y, rgb hue, const theme& colors);

// A pair of raised quotation marks, `at` its lower left corner, 7 pixels wide.
path draw_quote_sign(point at, rgb hue);

// A feature as the legend shows it, `size` wide around `at`, a left middle point.
inline constexpr double sample_width = 26;
group draw_sample(feature what, point at, rgb hue, const theme& colors);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_MARKS_H_
