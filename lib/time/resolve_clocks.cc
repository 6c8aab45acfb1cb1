#include <algorithm>
#include <string>

#include "time/named_units.h"
#include "time/resolver.h"
#include "time/timex.h"

namespace zeitstrahl {

bool resolver::is_day_offset(const read_date& read) const {
  return read.expression < out_.size() && out_[read.expression].anchor == anchor_kind::publication;
}

// A "gestern" holds in its own sentence and, where the tense goes with it, in the next; what
// is told of a day gone by is told in several.
bool resolver::day_offset_holds() const {
  if (distance_to(last_day_) == 0) return true;
  const bool past = last_day_.days.first < publication();
  if (distance_to(last_day_) > (past ? told_reach : news_reach)) return false;
  if (past) return words_.tense_of(*said_) == tense::past;
  return last_day_.days.first > publication() && words_.tense_of(*said_) != tense::past;
}

// "Um 4.45 Uhr am 1. September 1939"
bool resolver::stated_day_behind(day& out) const {
  const std::size_t next = traces_.back().said + 1;
  if (next >= in_.said.parts.size()) return false;
  const said_expression& behind = in_.said.parts[next];
  if (behind.tokens.begin > said_->tokens.end + 1) return false;
  if (behind.what != meaning::date || !is_given(behind[arg::day]) || !is_given(behind[arg::month]))
    return false;
  double year = behind[arg::year];
  if (behind.within >= 0) {
    const said_expression& holder = in_.said.containers[static_cast<std::size_t>(behind.within)];
    if (holder.what == meaning::date && !is_given(holder[arg::era])) year = holder[arg::year];
  }
  if (!is_given(year)) return false;
  out = to_day({full_year(year), whole(behind[arg::month]), whole(behind[arg::day])});
  return true;
}

bool resolver::last_day_holds() const {
  if (!last_day_.known) return false;
  if (distance_to(last_day_) > 0 && published() && words_.opens_entry(*said_)) return false;
  return !is_day_offset(last_day_) || day_offset_holds();
}

// A day is the text's as long as clocks go on with it.
day resolver::to_last_day() {
  anchor_at(last_day_);
  t().policy = choice_policy::text_day;
  last_day_.sentence = e().sentence;
  return last_day_.days.first;
}

// The day that the text speaks of: the one last read, else the publication's.
bool resolver::text_day(day& out) {
  if (stated_day_behind(out)) return true;
  if (!narrative_ && published() && words_.heads_line(*said_)) {
    // A ticker: of its own day, or of the day in the line above.
    const bool headed = last_day_.known &&
                        in_.said.parts[traces_[last_day_.expression].said].tokens.begin > 0 &&
                        opens_line(last_day_);
    if (headed) {
      out = to_last_day();
      return true;
    }
    e().anchor = anchor_kind::publication;
    out = publication();
    return true;
  }
  if (last_day_holds()) {
    out = to_last_day();
    return true;
  }
  if (!published()) return false;
  e().anchor = anchor_kind::publication;
  out = publication();
  return true;
}

bool resolver::opens_line(const read_date& date) const {
  const said_expression& said = in_.said.parts[traces_[date.expression].said];
  return in_.scanned.tokens[said.tokens.begin].flags & token::after_break;
}

void resolver::set_time(day date, std::string clock, std::int16_t minute) {
  e().type = timex_type::time;
  e().value = timex_unit(date, grain::day) + clock;
  e().when = in_unit({date, date}, grain::day, basis::implied);
  if (minute != bound::no_minute) {
    e().when.begin_grain = e().when.end_grain = grain::minute;
    for (bound* b : {&e().when.begin_earliest, &e().when.begin_latest, &e().when.end_earliest,
                     &e().when.end_latest}) {
      b->minute = minute;
    }
  } else {
    e().when.begin_grain = e().when.end_grain = grain::part_of_day;
  }
}

// "jeden Montag um 16 Uhr, im Juli um 17 Uhr": the clocks are of no day.
bool resolver::follows_set() const {
  std::size_t i = out_.size() - 1;
  while (i > 0 && out_[i - 1].type == timex_type::date &&
         out_[i - 1].when.begin_grain >= grain::month) {
    --i;
  }
  if (i == 0) return false;
  const time_expression& before = out_[i - 1];
  if (before.relates != relation::recurring || before.sentence != out_.back().sentence)
    return false;
  constexpr std::uint32_t longest_way = 4;
  const said_expression& said_before = in_.said.parts[traces_.back().said - 1];
  return before.type == timex_type::time ||
         said_->tokens.begin <= said_before.tokens.end + longest_way;
}

void resolver::clock(double hour, double minute, double part, double seconds) {
  int minutes = whole(hour) * 60 + (is_given(minute) ? whole(minute) : 0);
  if (is_given(part)) {
    const auto which = static_cast<part_of_day>(whole(part));
    const bool later_half = which == part_of_day::afternoon || which == part_of_day::evening;
    if (later_half && minutes < 12 * 60) minutes += 12 * 60;
    if (which == part_of_day::night && minutes >= 6 * 60 && minutes <= 12 * 60) minutes += 12 * 60;
    if (which == part_of_day::evening && minutes == 12 * 60) minutes += 12 * 60;
  }
  minutes = std::clamp(minutes, 0, 24 * 60);
  e().type = timex_type::time;
  if (follows_set() || (!narrative_ && (words_.is_habit(*said_) || lasts_since_long()))) {
    e().value = timex_clock(minutes, seconds);
    e().relates = relation::recurring;
    return;
  }
  day date;
  if (!text_day(date)) return unresolved("XXXX-XX-XX" + timex_clock(minutes, seconds));
  constexpr int evening = 18 * 60;
  const bool morrow = (minutes < evening && is_behind_night()) || passes_midnight(minutes);
  set_time(date + morrow, timex_clock(minutes, seconds), static_cast<std::int16_t>(minutes));
  if (morrow) remember({date + 1, date + 1}, grain::day);
}

// "Seit Jahren steht er um fuenf Uhr auf"
bool resolver::lasts_since_long() const {
  if (out_.size() < 2) return false;
  const time_expression& before = out_[out_.size() - 2];
  return before.type == timex_type::duration && before.sentence == e().sentence &&
         words_.follows_since(in_.said.parts[traces_[out_.size() - 2].said]) &&
         words_.tense_of(*said_) == tense::present;
}

// "um 23 Uhr ..., um 2 Uhr ...": a story's clocks go on.
bool resolver::passes_midnight(int minutes) const {
  constexpr int late = 20 * 60;
  constexpr int early = 6 * 60;
  if (!narrative_ || e().anchor != anchor_kind::expression) return false;
  const std::optional<std::size_t> before = clock_read();
  if (!before) return false;
  const int last = out_[*before].when.begin_earliest.minute;
  return last >= 24 * 60 ? minutes < late : last >= late && minutes <= early;
}

// "in der Nacht vom 5. auf den 6. ... gegen 4 Uhr": the day is the one that the night ends on.
bool resolver::is_behind_night() const {
  if (!narrative_ || e().anchor != anchor_kind::expression || !last_day_.known) return false;
  if (e().anchor_expression != last_day_.expression || !is_night(last_day_)) return false;
  const said_expression& night = in_.said.parts[traces_[last_day_.expression].said];
  const bool named_by_its_end = night.what == meaning::part_of_day &&
                                (is_given(night[arg::day]) || night.within >= 0) &&
                                !words_.has_begin(night);
  return !named_by_its_end;
}

bool resolver::is_night(const read_date& date) const {
  return out_[date.expression].value.find(timex_part_of_day(part_of_day::night)) !=
         std::string::npos;
}

// The night that follows a day begins on it.
int resolver::days_on(part_of_day which, int days) const {
  if (which != part_of_day::night || days <= 0 || !last_day_.known) return days;
  return is_night(last_day_) ? days : days - 1;
}

void resolver::part() {
  const auto which = static_cast<part_of_day>(whole(argument(arg::part)));
  const double text_days = argument(arg::text_days);
  day date;
  if (has(arg::day)) {
    this->date(argument(arg::month), argument(arg::day), absent);
    if (e().reading == resolution::unresolved) {
      e().type = timex_type::time;
      e().value += timex_part_of_day(which);
      return;
    }
    date = e().when.begin_earliest.date;
  } else if (has(arg::weekday)) {
    weekday(whole(argument(arg::weekday)), direction_of(argument(arg::direction)));
    if (e().reading == resolution::unresolved) {
      e().type = timex_type::time;
      e().value += timex_part_of_day(which);
      return;
    }
    date = e().when.begin_earliest.date;
  } else if (has(arg::days)) {
    e().type = timex_type::time;
    if (!published()) return unresolved("XXXX-XX-XX" + timex_part_of_day(which));
    date = publication() + whole(argument(arg::days));
    e().anchor = anchor_kind::publication;
  } else if (is_given(text_days) && last_day_.known && distance_to(last_day_) <= anaphora_reach) {
    date = to_last_day();
  } else if (!text_day(date)) {
    e().type = timex_type::time;
    return unresolved("XXXX-XX-XX" + timex_part_of_day(which));
  }
  const bool goes_into_night = which == part_of_day::evening || which == part_of_day::night;
  const bool morrow = !is_given(text_days) && !goes_into_night && is_behind_night();
  date = date + (is_given(text_days) ? days_on(which, whole(text_days)) : morrow);
  set_time(date, timex_part_of_day(which), bound::no_minute);
  if (e().anchor != anchor_kind::expression || is_given(text_days) || morrow) {
    remember({date, date}, grain::day);
  }
}

void resolver::recurring(double number, double unit, double every, double times) {
  e().type = timex_type::set;
  e().value = timex_duration(number, unit);
  e().relates = relation::recurring;
  if (is_given(every)) e().quant = "EVERY";
  if (is_given(times)) e().freq = format_number(times) + "X";
}

// Whether the sentence has just said that something recurs.
bool resolver::tells_of_habit() const {
  constexpr std::size_t furthest = 8;  // expressions looked back
  const std::size_t last = out_.size() - 1;
  for (std::size_t i = last; i > 0 && i + furthest > last; --i) {
    if (out_[i - 1].sentence != out_.back().sentence) return false;
    if (out_[i - 1].relates == relation::recurring) return true;
  }
  return false;
}

void resolver::recurring_named() {
  const double part = argument(arg::part);
  const bool of_unit = has(arg::weekday) || has(arg::month) || has(arg::season);
  constexpr int near = 7;  // days
  const bool now = published() && last_day_.known && publication() - last_day_.days.first > near &&
                   words_.tells_of_now(*said_);
  const bool evening_of_a_day = !now && !tells_of_habit() && !of_unit && !has(arg::every) &&
                                last_day_.known && distance_to(last_day_) <= news_reach &&
                                last_day_holds() &&
                                static_cast<part_of_day>(whole(part)) != part_of_day::night;
  if (evening_of_a_day) {
    return this->part();
  }
  e().type = timex_type::set;
  e().relates = relation::recurring;
  const auto when = is_given(part) ? static_cast<part_of_day>(whole(part)) : part_of_day::none;
  if (!of_unit) {
    e().value = when == part_of_day::night ? "PT1NI" : "XXXX-XX-XX" + timex_part_of_day(when);
  } else {
    e().value = unresolved_named(kind_said(), which_said()) + timex_part_of_day(when);
  }
  if (has(arg::every)) e().quant = "EVERY";
}

}  // namespace zeitstrahl
