#include "time/bind.h"

#include "time/shift.h"
#include "time/timex.h"

namespace zeitstrahl {
namespace {

// Whether the duration is that from the range's begin to its end, with or without the last day.
bool as_long_as(const resolution_trace& duration, const interval& range) {
  if (duration.number == absent || duration.unit < static_cast<double>(grain::day)) return false;
  if (!range.begin_earliest.given() || !range.end_latest.given()) return false;
  const day there = day_away(range.begin_earliest.date, duration.number, duration.unit);
  return there == range.end_earliest.date || there == range.end_latest.date + 1;
}

// "Drei Tage lang wird gefeiert, vom 4. bis zum 6. Mai", "die Jahre von 1980 bis 2011": a range
// behind a duration gives its ends, if it is as long or names the years that the words leave open.
void bind_to_range(time_expression& e, const resolution_trace& t, std::uint32_t at,
                   const std::vector<time_expression>& expressions) {
  if (e.type != timex_type::duration || e.relates != relation::during || !e.when.empty()) return;
  if (at + 1 >= expressions.size()) return;
  const time_expression& range = expressions[at];
  const interval& when = range.when;
  const bool whole =
      range.relates == relation::between && when.end_latest == expressions[at + 1].when.end_latest;
  if (!whole || when.empty() || range.sentence > e.sentence + 1) return;
  const bool open_years = t.number == absent && t.unit == static_cast<double>(grain::year);
  const bool names_years = open_years && range.phrase.begin <= e.extent.end + 1;
  if (!names_years && !as_long_as(t, when)) return;
  e.anchor = anchor_kind::expression;
  e.anchor_expression = at;
  e.begin_point = when.begin_earliest.date;
  e.end_point = when.end_latest.date;
  e.when.begin_grain = when.begin_grain;
  e.when.end_grain = when.end_grain;
  if (!names_years) return;
  e.relates = relation::between;
  e.when = when;
  const auto year = [](const bound& b) { return to_civil(b.date).year; };
  e.value = timex_duration(year(when.end_latest) - year(when.begin_earliest), t.unit);
}

// "die ersten drei Monate dieses Jahres", "die letzten zwei Wochen 2023": a part of the date right
// behind.
void bind_to_date(time_expression& e, const resolution_trace& t, std::uint32_t at,
                  std::vector<time_expression>& expressions) {
  if (t.part == 0 || t.number == absent || t.unit < static_cast<double>(grain::day)) return;
  if (at >= expressions.size() || expressions[at].extent.begin != e.extent.end + 1) return;
  time_expression& date = expressions[at];
  const interval& whole = date.when;
  if (date.relates != relation::at || !whole.single_unit()) return;
  if (t.unit >= static_cast<double>(whole.begin_grain)) return;
  day first = whole.begin_earliest.date;
  day last = whole.end_latest.date;
  (t.part > 0 ? last : first) =
      t.part > 0 ? day_away(first, t.number, t.unit) - 1 : day_away(last + 1, -t.number, t.unit);
  const auto unit = static_cast<grain>(static_cast<int>(t.unit));
  e.when = in_unit(unit_of(first, unit), unit, basis::implied);
  const interval end = in_unit(unit_of(last, unit), unit, basis::implied);
  e.when.end_earliest = end.end_earliest;
  e.when.end_latest = end.end_latest;
  e.begin_point = first;
  e.end_point = last;
  e.reading = resolution::unique;
  e.anchor = anchor_kind::expression;
  e.anchor_expression = at;
  e.relates = date.relates = relation::between;
  e.frame = {};  // what leads to the duration does not frame it: "in den ersten drei Monaten"
  date.when = e.when;
}

}  // namespace

void bind_durations(const std::vector<resolution_trace>& traces,
                    std::vector<time_expression>& expressions) {
  for (std::uint32_t i = 0; i < expressions.size(); ++i) {
    bind_to_range(expressions[i], traces[i], i + 1, expressions);
    bind_to_date(expressions[i], traces[i], i + 1, expressions);
  }
}

}  // namespace zeitstrahl
