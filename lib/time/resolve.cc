#include "time/resolve.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "time/resolver.h"
#include "time/style.h"
#include "time/timex.h"

namespace zeitstrahl {

void resolver::run() {
  out_.reserve(in_.said.parts.size());
  traces_.reserve(in_.said.parts.size());
  holders_.resize(in_.said.containers.size());
  const told_style style = judge_style(in_, words_);
  of_the_day_ = style.of_the_day;
  std::uint32_t sentence = 0;
  for (std::uint32_t i = 0; i < in_.said.parts.size(); ++i) {
    said_ = &in_.said.parts[i];
    narrative_ = style.is_narrative(i);
    while (sentence + 1 < in_.sentences.size() &&
           in_.sentences[sentence].end <= said_->extent.begin) {
      ++sentence;
      end_looking_back();
    }
    out_.emplace_back();
    traces_.emplace_back();
    e().extent = e().phrase = said_->extent;
    e().sentence = sentence;
    e().rule = in_.tables.rules()[said_->rule].name;
    t().said = i;
    resolve();
    // "in der 52. und 1. Kalenderwoche"
    const bool next_week = said_->is_joined() && said_->what == meaning::week_number;
    if (ends_range() || next_week) move_past_begin();
    if (said_->is_joined()) keep_begin_before_end();
    give_day_to_clock_before();
    if (has(arg::mod)) apply_mod(static_cast<timex_mod>(whole(argument(arg::mod))));
  }
}

// Where the expression lies: the tense, but "bis 30. Juni" is ahead where that is not the end
// of a range.
tense resolver::side() const {
  const tense around = words_.tense_of(*said_);
  if (words_.is_retroactive(*said_)) return tense::past;
  if (words_.is_scene(*said_)) return tense::past;
  if (around == tense::past && words_.awaits(*said_)) return tense::unknown;
  // "die Rede vom 29. Oktober" is held; "Die Wahlen vom 22. Oktober werden spannend" may not be.
  if (around != tense::past && words_.names_what_was(*said_)) {
    return around == tense::unknown ? tense::past : tense::unknown;
  }
  const bool term = around != tense::past && words_.follows_until(*said_) && !ends_range();
  return term ? tense::future : around;
}

// What lies in a unit: first that unit, as if it stood alone, then its part.
void resolver::resolve() {
  if (said_->within < 0) return resolve_alone();
  const said_expression& part = *said_;
  const auto index = static_cast<std::size_t>(part.within);
  if (!holders_[index]) {  // members of a list lie in one unit, read once
    const text_state before = *this;
    said_ = &in_.said.containers[index];
    resolve();
    holders_[index] = e();
    static_cast<text_state&>(*this) = before;
    said_ = &part;
  }
  const time_expression& holder = *holders_[index];
  e().anchor = holder.anchor;
  e().anchor_expression = holder.anchor_expression;
  e().reading = holder.reading;
  e().type = timex_type::date;
  e().value.clear();
  e().when = {};
  place_in(holder);
}

void resolver::resolve_alone() {
  switch (said_->what) {
    case meaning::date:
      return date(argument(arg::month), argument(arg::day), argument(arg::weekday));
    case meaning::early_year:
      return date(absent, absent, absent);
    case meaning::named:
      return named(kind_said(), which_said(), direction_of(argument(arg::direction)));
    case meaning::unit:
    case meaning::enclosing: {
      const int by = has(arg::shift) ? whole(argument(arg::shift)) : 0;
      if (has(arg::of_text) && beside_text(grain_of(argument(arg::unit)), by)) return;
      // "an diesem Tag", "am naechsten Tag": from the day last read.
      const bool of_day = grain_of(argument(arg::unit)) == grain::day && (by == 0 || by == 1);
      if (of_day && last_.known) return same(argument(arg::unit), by);
      return relative_unit(grain_of(argument(arg::unit)), by);
    }
    case meaning::day_offset:
      return day_offset(whole(argument(arg::days)));
    case meaning::today:
      return today(has(arg::up_to));
    case meaning::reference:
      return reference(whole(argument(arg::which)), argument(arg::nearer));
    case meaning::duration:
      return compound_duration();
    case meaning::opening:
      t().part = 1;
      return duration(argument(arg::number), argument(arg::unit));
    case meaning::anchored:
      return anchored(argument(arg::number), argument(arg::unit),
                      direction_of(argument(arg::direction)));
    case meaning::later:
      return later(argument(arg::number), argument(arg::unit),
                   direction_of(argument(arg::direction)));
    case meaning::compared:
      return compared(argument(arg::number), argument(arg::unit),
                      direction_of(argument(arg::direction)));
    case meaning::decade:
      return decade(whole(argument(arg::decade)), argument(arg::century));
    case meaning::century:
      return century(whole(argument(arg::century)), has(arg::era) && argument(arg::era) < 0,
                     has(arg::unit) ? grain_of(argument(arg::unit)) : grain::century);
    case meaning::holiday:
      return holiday(direction_of(argument(arg::direction)));
    case meaning::clock:
      return clock(argument(arg::hour), argument(arg::minute), argument(arg::part),
                   argument(arg::second));
    case meaning::part_of_day:
      return part();
    case meaning::recurring:
      return recurring(argument(arg::number), argument(arg::unit), argument(arg::every),
                       argument(arg::times));
    case meaning::recurring_named:
      return recurring_named();
    case meaning::week_number:
      return week_number(whole(argument(arg::week)));
    case meaning::same:
      return same(argument(arg::unit), argument(arg::shift));
    case meaning::double_year:
      return double_year(whole(argument(arg::year)), whole(argument(arg::second_year)));
    case meaning::vague:
      return vague(static_cast<vagueness>(whole(argument(arg::which))));
    case meaning::nth:  // these lie in something
    case meaning::half_of:
    case meaning::bound:
    case meaning::nothing:
    case meaning::count_:
      break;
  }
}

named_kind resolver::kind_said() const {
  return has(arg::weekday)   ? named_kind::weekday
         : has(arg::month)   ? named_kind::month
         : has(arg::quarter) ? named_kind::quarter
         : has(arg::season)  ? named_kind::season
                             : named_kind::half_year;
}

int resolver::which_said() const {
  switch (kind_said()) {
    case named_kind::weekday:
      return whole(argument(arg::weekday));
    case named_kind::month:
      return whole(argument(arg::month));
    case named_kind::quarter:
      return whole(argument(arg::quarter));
    case named_kind::season:
      return whole(argument(arg::season));
    case named_kind::half_year:
      return whole(argument(arg::half));
  }
  return 1;
}

// How many more units than one the words point away: "uebernaechster Montag".
int resolver::steps_further() const {
  const int by = has(arg::direction) ? std::abs(whole(argument(arg::direction))) : 0;
  return by > 1 ? by - 1 : 0;
}

void resolver::unresolved(std::string value) {
  e().value = std::move(value);
  e().reading = resolution::unresolved;
}

// A date that is a unit of the calendar; it becomes the date last read.
void resolver::set_unit(day inside, grain unit, basis where_from) {
  const day_range days = unit_of(inside, unit);
  e().type = timex_type::date;
  e().value = timex_unit(inside, unit);
  e().when = in_unit(days, unit, where_from);
  if (where_from != basis::stated && e().anchor == anchor_kind::none) {
    e().anchor = anchor_kind::publication;
  }
  remember(days, unit);
}

// "Anfang 2019", "etwa drei Jahre".
void resolver::apply_mod(timex_mod mod) {
  e().mod = mod;
  interval& when = e().when;
  if (static_cast<double>(mod) == turn_of_year) {
    constexpr int around = 15;  // days
    e().mod = timex_mod::end;
    if (!when.single_unit()) return;
    const day last = when.end_latest.date;
    when = in_unit({last - around, last + around}, when.begin_grain, when.begin_basis);
    when.approximate = true;
    return;
  }
  if (mod == timex_mod::approx) {
    when.approximate = !when.empty();
    return;
  }
  const bool part = mod == timex_mod::start || mod == timex_mod::mid || mod == timex_mod::end;
  if (!part || !when.single_unit()) return;
  // A third of the unit; the words keep the unit's grain and lose its certainty.
  const day first = when.begin_earliest.date;
  const day last = when.end_latest.date;
  const int third = (last - first + 1) / 3;
  const day_range days = mod == timex_mod::start ? day_range{first, first + std::max(0, third - 1)}
                         : mod == timex_mod::mid ? day_range{first + third, last - third}
                                                 : day_range{last - std::max(0, third - 1), last};
  const interval narrowed = in_unit(days, when.begin_grain, when.begin_basis);
  when = narrowed;
  when.approximate = true;
}

// --- ends of ranges, and clocks before their day ---

// Whether the words are "... bis ..." behind the expression before.
bool resolver::ends_range() const {
  if (out_.size() < 2) return false;
  return words_.is_range(in_.said.parts[traces_[out_.size() - 2].said], *said_);
}

// A weekday, or a date without year, that ends a range lies behind the range's begin.
void resolver::move_past_begin() {
  const interval& begin = out_[out_.size() - 2].when;
  const interval& end = e().when;
  if (begin.empty() || !end.single_unit() || end.begin_basis == basis::stated) return;
  if (said_->within >= 0) return;
  const bool week = said_->what == meaning::week_number;
  if (said_->what != meaning::named && said_->what != meaning::date && !week) return;
  const day first = end.begin_earliest.date;
  if (begin.begin_earliest.date <= first) return;
  if (week) {
    const int next_year = to_iso_week(first).year + 1;
    return set_unit(monday_of({next_year, whole(argument(arg::week))}), grain::week,
                    basis::implied);
  }
  const bool weekday = said_->what == meaning::named && has(arg::weekday);
  set_unit(weekday ? first + 7 : add_years(first, 1), end.begin_grain, basis::implied);
}

// "28. November bis 6. Januar 2015": the year is that of the end.
void resolver::keep_begin_before_end() {
  if (out_.size() < 2) return;  // joined to what was no time
  time_expression& before = out_[out_.size() - 2];
  const interval& begin = before.when;
  const interval& end = e().when;
  if (!begin.single_unit() || !end.single_unit() || begin.begin_grain > grain::season) return;
  const said_expression& said_before = in_.said.parts[traces_[out_.size() - 2].said];
  const bool one_unit = said_->within >= 0 && said_->within == said_before.within;
  const bool stated = begin.begin_basis == basis::stated && end.begin_basis == basis::stated;
  if (!stated && !(one_unit && said_->joined == join_kind::range)) return;
  if (begin.begin_earliest.date <= end.end_latest.date) return;
  const grain unit = begin.begin_grain;
  const day first = add_years(begin.begin_earliest.date, -1);
  before.value = timex_unit(first, unit);
  before.when = in_unit(unit_of(first, unit), unit);
}

// "Um 15 Uhr kam es gestern zu einem Unfall"
void resolver::give_day_to_clock_before() {
  const auto at = static_cast<std::uint32_t>(out_.size() - 1);
  if (at == 0 || !last_day_.known || last_day_.expression != at) return;
  time_expression& before = out_[at - 1];
  const said_expression& said_before = in_.said.parts[traces_[at - 1].said];
  if (said_before.what == meaning::recurring_named) return give_day_to_habit(before, said_before);
  if (before.type != timex_type::time || !before.when.begin_earliest.given()) return;
  if (!words_.is_clock_of_no_day(said_before) || !words_.in_one_clause(said_before, *said_)) return;
  const bool has_day = before.anchor == anchor_kind::expression &&
                       out_[before.anchor_expression].sentence == before.sentence;
  if (has_day) return;
  const day there = last_day_.days.first;
  before.value = timex_unit(there, grain::day) + before.value.substr(before.value.find('T'));
  before.anchor = anchor_kind::expression;
  before.anchor_expression = at;
  for (bound* b : {&before.when.begin_earliest, &before.when.begin_latest,
                   &before.when.end_earliest, &before.when.end_latest}) {
    b->date = there;
  }
}

// "Nachts brannte am 3. Mai die Scheune"
void resolver::give_day_to_habit(time_expression& before, const said_expression& said_before) {
  const bool part_alone = is_given(said_before[arg::part]) && !is_given(said_before[arg::every]) &&
                          !is_given(said_before[arg::weekday]) &&
                          !is_given(said_before[arg::month]) && !is_given(said_before[arg::season]);
  const day there = last_day_.days.first;
  if (!part_alone || before.sentence != e().sentence || !published() || there > publication())
    return;
  constexpr std::uint32_t farthest = 4;
  if (said_->tokens.begin > said_before.tokens.end + farthest) return;
  before.type = timex_type::time;
  before.relates = relation::at;
  before.value = timex_unit(there, grain::day) +
                 timex_part_of_day(static_cast<part_of_day>(whole(said_before[arg::part])));
  before.when = in_unit({there, there}, grain::day, basis::implied);
  before.when.begin_grain = before.when.end_grain = grain::part_of_day;
  before.anchor = anchor_kind::expression;
  before.anchor_expression = static_cast<std::uint32_t>(out_.size() - 1);
}

void resolve_expressions(const resolve_input& input, std::vector<time_expression>& expressions,
                         std::vector<resolution_trace>& traces) {
  expressions.clear();
  traces.clear();
  resolver(input, expressions, traces).run();
}

}  // namespace zeitstrahl
