#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "time/resolver.h"
#include "time/shift.h"
#include "time/timex.h"

namespace zeitstrahl {

// "drei Jahre und vier Monate": pairs of number and unit.
void resolver::compound_duration() {
  duration(argument(arg::number), argument(arg::unit));
  static constexpr std::pair<argument_name, argument_name> more[] = {{arg::number2, arg::unit2},
                                                                     {arg::number3, arg::unit3}};
  for (const auto& [number, unit] : more) {
    if (!has(number)) break;
    const std::string rest = timex_duration(argument(number), argument(unit));
    const bool after_clock = e().value.find('T') != std::string::npos;
    e().value += rest.substr(after_clock && rest.starts_with("PT") ? 2 : 1);
  }
}

void resolver::duration(double number, double unit) {
  e().type = timex_type::duration;
  e().value = timex_duration(number, unit);
  e().relates = relation::during;
  t().number = number;
  t().unit = unit;
  t().duration = said_;
  t().told = narrative_ && words_.tense_of(*said_) == tense::past;
  if (count_from_event(number, unit) || !published()) return;
  const bool beside_event = words_.precedes_event(*said_) && words_.tells_of_now(*said_);
  if (!beside_event && (narrative_ || !words_.precedes_lasting(*said_))) return;
  // "Zehn Jahre nach dem Brand steht das Haus leer", "fuer 50 Jahre Treue": up to now.
  e().end_point = publication();
  if (beside_event) share_end_with_last();
}

// "2015 brannte die Oper. Vier Jahre nach dem Brand oeffnete sie wieder": from the date that
// the event was told with, near by.
bool resolver::count_from_event(double number, double unit) {
  const bool after = words_.precedes_event(*said_);
  if (!is_given(number) || !(after || words_.precedes_before(*said_))) return false;
  const read_date from = last_within(grain_of(unit));
  if (!from.known || distance_to(from) > news_reach || words_.tells_of_now(*said_)) return false;
  if (from.expression >= out_.size() - 1 || is_beyond_calendar(number, unit)) return false;
  if (!words_.names_event_of(*said_, in_.said.parts[traces_[from.expression].said])) return false;
  count_from(from, after ? number : -number, unit);
  return true;
}

// The place that lies so far from a date that the text has told, no more exact than that.
void resolver::count_from(const read_date& from, double number, double unit) {
  e().relates = relation::at;
  anchor_at(from);
  const day first = from.days.first;
  e().when = shifted(first, number, unit);
  if (from.precision > grain_of(unit)) {
    e().when = in_unit(unit_of(e().when.begin_earliest.date, from.precision), from.precision,
                       basis::implied);
  }
  (number < 0 ? e().begin_point : e().end_point) = e().when.begin_earliest.date;
  (number < 0 ? e().end_point : e().begin_point) = first;
}

// "Zwei Jahre nach dem Sturm und zehn Jahre nach dem Brand steht das Haus leer": both run up
// to now, though the verb is near the last only.
void resolver::share_end_with_last() {
  if (out_.size() < 2) return;
  time_expression& last = out_[out_.size() - 2];
  const bool listed = last.type == timex_type::duration && last.sentence == e().sentence &&
                      words_.precedes_event(in_.said.parts[traces_[out_.size() - 2].said]);
  if (listed && last.when.empty()) last.end_point = e().end_point;
}

void resolver::anchored(double number, double unit, direction where) {
  duration(number, unit);
  t().part = where == direction::last ? -1 : 0;
  if (!published() || t().told) {
    e().reading = resolution::unresolved;
    return;
  }
  const bool past = where == direction::last;
  const bound now = bound::at(publication());
  const grain precision = unit == second_unit ? grain::minute : grain_of(unit);
  interval& when = e().when;
  when.begin_grain = when.end_grain = precision;
  when.begin_basis = when.end_basis = basis::implied;
  e().anchor = anchor_kind::publication;
  (past ? e().end_point : e().begin_point) = publication();
  (past ? when.end_earliest : when.begin_earliest) = now;
  (past ? when.end_latest : when.begin_latest) = now;
  if (past) {
    when.end_grain = is_given(number) ? precision : grain::day;
  }
  if (!is_given(number)) {
    when.begin_grain = when.end_grain = grain::day;
    if (!past) when.end_earliest = when.end_latest = bound::unknown();
    return;
  }
  const interval other = shifted(publication(), past ? -number : number, unit);
  (past ? e().begin_point : e().end_point) = other.begin_earliest.date;
  (past ? when.begin_earliest : when.end_earliest) = other.begin_earliest;
  (past ? when.begin_latest : when.end_latest) = other.end_latest;
}

// A duration counted from the date last read.
void resolver::later(double number, double unit, direction where) {
  const bool before = where == direction::last;
  if (later_by_clock(before ? -number : number, unit)) return;
  duration(number, unit);
  e().relates = relation::at;
  read_date origin = last_within(grain_of(unit));
  const bool near = origin.known && distance_to(origin) <= news_reach;
  if (!narrative_ && before && published() && !near) {
    origin = {true, {publication(), publication()}, grain::day};  // before what is news
  }
  if (!origin.known || !is_given(number)) {
    e().reading = resolution::unresolved;
    return;
  }
  if (origin.expression == time_expression::none) {
    e().anchor = anchor_kind::publication;
  } else {
    anchor_at(origin);
  }
  const day from = origin.days.first;
  e().when = shifted(from, before ? -number : number, unit);
  if (origin.precision > grain_of(unit)) {
    // "drei Tage spaeter" than a month is no more exact than that month.
    const day_range days = unit_of(e().when.begin_earliest.date, origin.precision);
    e().when = in_unit(days, origin.precision, basis::implied);
  }
  e().when.approximate = false;
  (before ? e().begin_point : e().end_point) = e().when.begin_earliest.date;
  (before ? e().end_point : e().begin_point) = from;
  if (!narrative_ && !told_ && near) {  // a look back, for the rest of the sentence
    told_ = told_day{last_, last_day_, last_month_};
    const bool exact = origin.precision <= grain::day && grain_of(unit) <= grain::week;
    const day there =
        exact ? day_away(from, before ? -number : number, unit) : e().when.begin_earliest.date;
    const grain told_in = exact ? grain::day : e().when.begin_grain;
    last_ = {true, unit_of(there, told_in), told_in, static_cast<std::uint32_t>(out_.size() - 1),
             e().sentence};
    last_month_ = last_;
    if (told_in <= grain::day) last_day_ = last_;
  }
  const bool whole_number = number == std::trunc(number);
  const grain counted = whole_number ? grain_of(unit) : e().when.begin_grain;
  if (narrative_) tell_as_date(std::max(counted, origin.precision));
}

// The clock that the story has come to: read on the text's day, or just before it.
std::optional<std::size_t> resolver::clock_read() const {
  constexpr std::size_t at_most = 3;  // expressions back
  const std::size_t here = out_.size() - 1;
  for (std::size_t i = here; i > 0 && here - i < at_most; --i) {
    const time_expression& before = out_[i - 1];
    if (before.sentence + 1 < out_.back().sentence) break;
    const bound& from = before.when.begin_earliest;
    if (!from.given()) continue;
    if (last_day_.known && from.date != last_day_.days.first) break;
    if (from.minute != bound::no_minute) return i - 1;
  }
  return std::nullopt;
}

// "Um 13 Uhr fiel ein Schuss, zwei Stunden spaeter ..."
bool resolver::later_by_clock(double number, double unit) {
  const bool hours = grain_of(unit) == grain::hour;
  if (!narrative_ || !is_given(number)) return false;
  if (!hours && grain_of(unit) != grain::minute) return false;
  constexpr int day_minutes = 24 * 60;
  const double minutes = number * (hours ? 60 : 1);
  const std::optional<std::size_t> clock = clock_read();
  if (!clock || std::abs(minutes) > day_minutes) return false;
  const bound& from = out_[*clock].when.begin_earliest;
  const int at = from.minute + static_cast<int>(std::lround(minutes)) + day_minutes;
  const day date = from.date + (at / day_minutes - 1);
  e().anchor = anchor_kind::expression;
  e().anchor_expression = static_cast<std::uint32_t>(*clock);
  const int minute = at % day_minutes;
  set_time(date, timex_clock(minute), static_cast<std::int16_t>(minute));
  remember({date, date}, grain::day);
  return true;
}

// "ein Jahr frueher als geplant": no date, but the way from one to the other, of which the
// text has told one.
void resolver::compared(double number, double unit, direction other) {
  duration(number, unit);
  const read_date& from = last_within(grain_of(unit));
  if (!from.known || distance_to(from) > news_reach || !is_given(number)) return;
  anchor_at(from);
  const bool goes_on = other == direction::next;
  const interval there = shifted(from.days.first, goes_on ? number : -number, unit);
  (goes_on ? e().begin_point : e().end_point) = from.days.first;
  (goes_on ? e().end_point : e().begin_point) = there.begin_earliest.date;
  e().when.begin_grain = e().when.end_grain = std::max(from.precision, grain_of(unit));
}

// Narrative text goes on from "zwei Tage spaeter" as from a date.
void resolver::tell_as_date(grain precision) {
  const bool counted_in_days = precision <= grain::day;
  const day found = e().when.begin_earliest.date;
  e().type = timex_type::date;
  e().value = timex_unit(found, counted_in_days ? grain::day : precision);
  e().begin_point.reset();
  e().end_point.reset();
  remember(unit_of(found, counted_in_days ? grain::day : precision),
           counted_in_days ? grain::day : precision);
}

}  // namespace zeitstrahl
