#include <algorithm>

#include "time/named_units.h"
#include "time/resolver.h"
#include "time/timex.h"

namespace zeitstrahl {

void resolver::relative_unit(grain unit, int by) {
  if (!published() && !(narrative_ && has_context_year())) {
    return unresolved(unit <= grain::day ? "XXXX-XX-XX" : unit == grain::year ? "XXXX" : "XXXX-XX");
  }
  // "Zum Jahreswechsel stiegen die Preise"
  const bool turn = has(arg::mod) && argument(arg::mod) == turn_of_year;
  if (turn && by == 0 && !narrative_ && words_.tense_of(*said_) == tense::past) {
    chosen(choice_policy::tense_past);
    by = -1;
  }
  // A weekend without direction is the one that the tense points at.
  if (unit == grain::weekend && by == 0 && !narrative_ && iso_weekday(publication()) < 6) {
    const tense now = side();
    const bool pointed = !said_->slot_tokens[static_cast<std::size_t>(arg::shift)].empty();
    const bool coming =
        now == tense::future || now == tense::present || (pointed && now != tense::past);
    chosen(coming ? choice_policy::tense_future : choice_policy::latest_past);
    const day_range this_week = unit_of(publication(), grain::weekend);
    const day_range readings[] = {{this_week.first - 7, this_week.last - 7}, this_week};
    const choice_ground ground{
        {publication(), publication()}, coming ? tense::future : tense::past, {}};
    by = choose_among(choice_kind::weekend, readings, ground).first == this_week.first ? 0 : -1;
  }
  // The coming weekend is the one of this week.
  if (unit == grain::weekend && by == 1 && !narrative_ && iso_weekday(publication()) < 6) by = 0;
  if (narrative_ && has_context_year()) {
    const read_date from = last_within(unit);
    const grain wanted = std::max(unit, from.precision);
    set_unit(shift_unit(from.days.first, wanted, by), wanted, basis::implied);
    t().policy = choice_policy::text_context;
    return anchor_at(from);
  }
  set_unit(shift_unit(publication(), unit, by), unit, basis::implied);
}

// "2009 wuchs der Umsatz gegenueber dem Vorjahr", "im Mai sank er gegenueber dem Vormonat": of
// the year or month that the text has just named.
bool resolver::beside_text(grain unit, int by) {
  if (by == 0 || !last_.known || last_.compared || !published()) return false;
  const read_date from = last_;
  const day_range now = unit_of(publication(), unit);
  const day_range told = unit_of(from.days.first, unit);
  const bool just_before = now.first == told.last + 1;
  const bool told_of = distance_to(from) == 0 || (distance_to(from) == 1 && just_before);
  if (from.precision > unit || now.first <= told.first || !told_of) return false;
  set_unit(shift_unit(from.days.first, unit, by), unit, basis::implied);
  t().policy = choice_policy::text_context;
  anchor_at(from);
  return true;
}

void resolver::day_offset(int days) {
  if (!published()) return unresolved("XXXX-XX-XX");
  set_unit(publication() + days, grain::day, basis::implied);
}

void resolver::decade(int number, double hundred) {
  if (number >= 100) return set_unit(to_day({number, 1, 1}), grain::decade, basis::stated);
  if (is_given(hundred)) {
    return set_unit(to_day({(whole(hundred) - 1) * 100 + number, 1, 1}), grain::decade,
                    basis::stated);
  }
  const int now = published() ? to_civil(publication()).year : 2000;
  int year = now / 100 * 100 + number;
  // "die zwanziger Jahre" are those of the last century until their own are over.
  const bool runs = number == 20 && now < year + 10;
  if (year > now || runs) year -= 100;
  set_unit(to_day({year, 1, 1}), grain::decade, basis::implied);
}

void resolver::century(int number, bool before_christ, grain unit) {
  const int years = unit == grain::millennium ? 1000 : 100;
  if (!before_christ) {
    return set_unit(to_day({std::max(1, years * (number - 1)), 1, 1}), unit, basis::stated);
  }
  const int first = 1 - years * number;
  const bool padded = unit == grain::century && number < 10;
  e().value = (padded ? "BC0" : "BC") + std::to_string(number);
  const day_range days{to_day({first, 1, 1}), to_day({first + years - 1, 12, 31})};
  e().when = in_unit(days, unit);
  remember(days, unit);
}

// Of feasts that are counted, those of Advent are Sundays, others are days on end.
holiday_rule resolver::feast_said() const {
  holiday_rule h = one_of(in_.tables.holidays(), whole(argument(arg::feast)));
  const int step = h.is == holiday_rule::kind::advent ? 7 : 1;
  if (has(arg::number)) h.number += step * (whole(argument(arg::number)) - 1);
  return h;
}

void resolver::holiday(direction where) {
  const holiday_rule h = feast_said();
  choose_holiday(h, where);
  set_length(h);
}

void resolver::set_length(const holiday_rule& h) {
  if (e().when.empty()) return;
  const day first = e().when.begin_earliest.date;
  if (h.days > 1 || h.from_eve()) {
    const day_range days{first - (h.from_eve() ? 1 : 0), first + (h.days - 1)};
    e().when = in_unit(days, grain::day, e().when.begin_basis);
  }
}

// The feast nearest to the date last read; in its year if that is all it says.
day resolver::nearest_holiday(const holiday_rule& h) const {
  const int year = to_civil(last_.days.first).year;
  day best = holiday_in(h, year);
  if (last_.precision >= grain::half_year) return best;
  return holiday_in(h, year + years_on(last_.days.last - best));
}

void resolver::choose_holiday(const holiday_rule& h, direction where) {
  if (where == direction::bare && narrative_ && has_context_year()) {
    anchor_at(last_);
    chosen(choice_policy::text_context);
    return set_unit(nearest_holiday(h), grain::day, basis::implied);
  }
  if (!published()) return unresolved("XXXX-XX-XX");
  const int this_year = to_civil(publication()).year;
  const day now = publication();
  const day this_one = holiday_in(h, this_year);
  const day past = this_one <= now ? this_one : holiday_in(h, this_year - 1);
  const day next = this_one >= now ? this_one : holiday_in(h, this_year + 1);
  if (where == direction::last) return set_unit(past, grain::day, basis::implied);
  if (where == direction::next) return set_unit(next, grain::day, basis::implied);
  if (where == direction::current) return set_unit(this_one, grain::day, basis::implied);
  const day_range readings[] = {{past, past}, {next, next}};
  const choice_ground ground{{now, now}, side(), {}};
  const day_range meant = choose_among(choice_kind::feast, readings, ground);
  const bool told = ground.around == tense::past && meant.first == past;
  chosen(told                             ? choice_policy::tense_past
         : ground.around == tense::future ? choice_policy::tense_future
                                          : choice_policy::nearest);
  set_unit(meant.first, grain::day, basis::assumed);
}

void resolver::week_number(int number) {
  if (!published()) return unresolved("XXXX-W" + std::to_string(number));
  set_unit(monday_of({to_iso_week(publication()).year, number}), grain::week, basis::implied);
}

// The date last read, cut to a unit that is no finer than its own, or a unit some way
// from it ("am naechsten Tag"), which without such a date counts from the publication.
void resolver::same(double unit, double shift) {
  const bool moved = is_given(shift);
  if (!last_.known && moved && shift != 0 && published()) {
    return relative_unit(grain_of(unit), whole(shift));
  }
  if (!last_.known) {
    reference(1, absent);
    e().reading = resolution::unresolved;
    e().when = {};
    return;
  }
  read_date from = is_given(unit) ? last_within(grain_of(unit)) : last_;
  // What is told lies behind no day to come.
  const bool to_come = !narrative_ && published() && from.days.first > publication();
  if (moved && to_come && last_past_day_.known && words_.tense_of(*said_) == tense::past) {
    from = last_past_day_;
  }
  const grain wanted = is_given(unit) ? std::max(grain_of(unit), from.precision) : from.precision;
  // "Tags darauf" behind a month is somewhere in that month.
  const bool exact = !is_given(unit) || wanted == grain_of(unit);
  const day date =
      moved && exact ? shift_unit(from.days.first, wanted, whole(shift)) : from.days.first;
  set_unit(date, std::max(wanted, grain::day), basis::implied);
  anchor_at(from);
}

void resolver::double_year(int first, int second) {
  const int begin = full_year(first);
  const bool follows = second == (begin + 1) % 100;
  if (second < 100 && !follows && second >= 1 && second <= 12 && second <= begin % 100) {
    return set_unit(to_day({begin, second, 1}), grain::month, basis::stated);
  }
  const int said = second < 100 ? begin / 100 * 100 + second : second;
  const int end = follows ? begin + 1 : std::max(begin, said);
  const day_range days{to_day({begin, 1, 1}), to_day({end, 12, 31})};
  e().value = timex_unit(days.first, grain::year);
  e().when = in_unit(unit_of(days.first, grain::year), grain::year);
  const day_range last = unit_of(days.last, grain::year);
  e().when.end_earliest = bound::at(last.first);
  e().when.end_latest = bound::at(last.last);
  remember(days, grain::year);
}

}  // namespace zeitstrahl
