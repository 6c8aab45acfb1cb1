#include <cmath>
#include <cstdlib>

#include "time/named_units.h"
#include "time/resolver.h"

namespace zeitstrahl {

// Two digits of a year: at the end of a range those of its begin's century.
int resolver::full_year(double year) const {
  const int y = whole(year);
  const bool ends_range = said_->is_joined() && last_.known && y >= 0 && y < 100;
  if (ends_range) return to_civil(last_.days.first).year / 100 * 100 + y;
  // "im Jahr 14", behind others of the kind
  if (last_.known && y >= 0 && to_civil(last_.days.first).year < 100) return y;
  return zeitstrahl::full_year(y, in_.article.published);
}

// "218 v. Chr. ... im Jahr 216": the text has named the era once.
bool resolver::goes_on_before_christ(double year) const {
  if (!narrative_ || !last_.known) return false;
  const int before_christ = 1 - to_civil(last_.days.first).year;
  return before_christ > 0 && year <= before_christ + early_year_reach;
}

// The year that the words state.
int resolver::stated_year() const {
  const double year = argument(arg::year);
  const bool of_era = has(arg::era);
  const bool named = !said_->slot_tokens[static_cast<std::size_t>(arg::era)].empty();
  const bool before_christ = named ? argument(arg::era) < 0 : goes_on_before_christ(year);
  if (before_christ) return 1 - whole(year);
  return of_era ? whole(year) : full_year(year);
}

void resolver::date(double month, double day_of_month, double weekday) {
  if (has(arg::year)) {
    const grain unit = is_given(day_of_month) ? grain::day
                       : is_given(month)      ? grain::month
                                              : grain::year;
    const auto or_first = [](double given) { return is_given(given) ? whole(given) : 1; };
    return set_unit(to_day({stated_year(), or_first(month), or_first(day_of_month)}), unit,
                    basis::stated);
  }
  if (!is_given(month)) return day_of_context_month(whole(day_of_month), weekday);
  const bool from_text = last_.known && (said_->is_joined() || (narrative_ && has_context_year()));
  if (!published() && !from_text) {
    char text[24];
    std::snprintf(text, sizeof text, "XXXX-%02d-%02d", whole(month) % 100,
                  whole(day_of_month) % 100);
    return unresolved(text);
  }
  day found = nearest_year(anchor_for_bare_date(), whole(month), whole(day_of_month), weekday);
  // "[Sonntag, 8. Januar]": no year of the text has such a day, but that of the publication may.
  const auto fits = [&](day d) { return !is_given(weekday) || iso_weekday(d) == whole(weekday); };
  if (!fits(found) && published() && t().policy == choice_policy::text_context) {
    e().anchor = anchor_kind::publication;
    chosen(choice_policy::nearest);
    found = nearest_year(publication(), whole(month), whole(day_of_month), weekday);
  }
  set_unit(found, grain::day, basis::implied);
}

day resolver::anchor_for_bare_date() {
  if (said_->is_joined() && last_.known) {  // the end of a range lies by its begin
    anchor_at(last_);
    return last_.days.first;
  }
  const auto told_of_what_comes = [&] {
    return published() && !narrative_ && last_.days.first > publication() &&
           words_.tense_of(*said_) == tense::past;
  };
  if (has_context_year() && (narrative_ || (context_is_far() && goes_on_from_last())) &&
      !told_of_what_comes()) {
    anchor_at(last_);
    t().policy = choice_policy::text_context;
    return last_.days.first + (last_.days.last - last_.days.first) / 2;
  }
  chosen(choice_policy::nearest);
  return publication();
}

// The year that brings the day nearest to the anchor; a clause that tells of what comes, or
// of the past where the day is not near, brings it to that side of the publication.
day resolver::nearest_year(day anchor, int month, int day_of_month, double weekday) {
  const bool by_publication = t().policy == choice_policy::nearest;
  const int year = to_civil(anchor).year;
  if (t().policy == choice_policy::text_context && is_valid({year, month, day_of_month})) {
    const day same_year = to_day({year, month, day_of_month});
    const bool only_year = last_.precision >= grain::half_year;
    anchor = only_year ? same_year : add_years(same_year, years_on(anchor - same_year));
  }
  std::array<day_range, most_readings> space;
  choice_ground ground{{anchor, anchor}, by_publication ? side() : tense::unknown, {}};
  if (is_given(weekday)) ground.weekday = whole(weekday);
  const auto readings = readings_of_date(month, day_of_month, anchor, space);
  if (readings.empty()) return to_day({year, month, day_of_month});
  return choose_among(choice_kind::day_of_year, readings, ground).first;
}

// Weighs the readings, and keeps what was weighed.
day_range resolver::choose_among(choice_kind kind, std::span<const day_range> readings,
                                 const choice_ground& ground) {
  t().weighed = choose(kind, readings, ground);
  return t().weighed.days();
}

// "am 5.": in the month of the date last read, else the nearest such day.
void resolver::day_of_context_month(int day_of_month, double weekday) {
  char text[24];
  std::snprintf(text, sizeof text, "XXXX-XX-%02d", day_of_month % 100);
  if (has_context_year() && last_.precision <= grain::month) {
    const civil_date date = to_civil(last_.days.first);
    anchor_at(last_);
    t().policy = choice_policy::text_context;
    return set_unit(to_day({date.year, date.month, day_of_month}), grain::day, basis::implied);
  }
  if (!published()) return unresolved(text);
  day best = publication() + 10000;
  const int reach = is_given(weekday) ? 12 : 1;  // months
  for (int shift = -reach; shift <= reach; ++shift) {
    const civil_date month =
        to_civil(add_months(unit_of(publication(), grain::month).first, shift));
    if (!is_valid({month.year, month.month, day_of_month})) continue;
    const day candidate = to_day({month.year, month.month, day_of_month});
    if (is_given(weekday) && iso_weekday(candidate) != whole(weekday)) continue;
    if (std::abs(candidate - publication()) < std::abs(best - publication())) best = candidate;
  }
  chosen(choice_policy::nearest);
  set_unit(best, grain::day, basis::assumed);
}

// The month, season, ... nearest to a date of the text; in its year if that is all it says.
day resolver::nearest_named(named_kind kind, int which, const read_date& near) {
  const auto middle = [](day_range days) { return days.first + (days.last - days.first) / 2; };
  const int year = to_civil(near.days.first).year;
  day best = day_of_named(kind, which, year);
  if (near.precision >= grain::half_year) return best;
  const day from = middle(near.days);
  const int back = from - middle(unit_of(best, grain_of_kind(kind)));
  return day_of_named(kind, which, year + years_on(back));
}

void resolver::named(named_kind kind, int which, direction where) {
  const grain unit = grain_of_kind(kind);
  if (kind == named_kind::weekday) {
    const double steps = steps_further() + (has(arg::weeks) ? argument(arg::weeks) : 0);
    if (has(arg::weeks) || steps != 0) {
      return moved_weekday(which, where, where == direction::last ? -steps : steps);
    }
    return weekday(which, where);
  }
  const bool of_context =
      has_context_year() && (narrative_ || stays_in_context() || says_year_of(unit));
  if (where == direction::bare && of_context) {
    anchor_at(last_);
    chosen(choice_policy::text_context);
    return set_unit(nearest_named(kind, which, last_), unit, basis::implied);
  }
  const bool from_text = last_.known && (has(arg::of_text) || (narrative_ && has_context_year()));
  if (!published() && !from_text) return unresolved(unresolved_named(kind, which));
  day origin = published() ? publication() : day{};
  if (from_text) {
    anchor_at(last_);
    t().policy = choice_policy::text_context;
    if (where == direction::current) {
      return set_unit(nearest_named(kind, which, last_), unit, basis::implied);
    }
    origin = where == direction::next ? last_.days.last : last_.days.first;
  }
  std::array<day_range, most_readings> space;
  const auto readings = readings_of_unit(kind, which, origin, space);
  const bool is_now = readings.size() == 1;
  const auto years_from = [&](day_range days, int by) {
    return day_of_named(kind, which, to_civil(days.first).year + by);
  };
  switch (where) {
    case direction::last:
      return set_unit(years_from(readings.front(), -is_now - steps_further()), unit,
                      basis::implied);
    case direction::next:
      return set_unit(years_from(readings.back(), is_now + steps_further()), unit, basis::implied);
    case direction::current:
      return set_unit(day_of_named(kind, which, to_civil(origin).year), unit, basis::implied);
    case direction::bare:
      return set_unit(choose_unit(unit, readings).first, unit, basis::assumed);
  }
}

day_range resolver::choose_unit(grain unit, std::span<const day_range> readings) {
  if (readings.size() == 1) return readings.front();
  const day_range before = readings.front();
  const day_range after = readings.back();
  choice_ground ground{unit_of(publication(), unit), side(), {}};
  if (is_part_of_year(unit)) {
    // What is still to be said of a quarter may be about one just over.
    ground.from = {publication(), publication()};
    constexpr int far_nearer = 4;
    const int back = publication() - before.last;
    const bool just_over = far_nearer * back <= after.first - publication();
    if (ground.around == tense::future && just_over) ground.around = tense::past;
  }
  if (unit == grain::month && is_coming(before, after, ground.around)) {
    ground.around = tense::unknown;
  }
  chosen(ground.around == tense::past     ? choice_policy::tense_past
         : ground.around == tense::future ? choice_policy::tense_future
                                          : choice_policy::nearest);
  return choose_among(choice_kind::unit_of_year, readings, ground);
}

// "Vor der Wahl im November hat er ...", said in October
bool resolver::is_coming(day_range before, day_range after, tense around) const {
  constexpr int soon = 60;
  constexpr int long_gone = 270;
  return around == tense::past && !ends_range() && !words_.follows_since(*said_) &&
         words_.says_which(*said_) && after.first - publication() <= soon &&
         publication() - before.last >= long_gone;
}

// "Freitag naechster Woche", or weeks from the last or next one: "Freitag in zwei Wochen".
void resolver::moved_weekday(int which, direction where, double weeks) {
  if (!published()) return unresolved(unresolved_named(named_kind::weekday, which));
  day from = unit_of(publication(), grain::week).first + (which - 1);
  if (where == direction::next && from <= publication()) from = from + 7;
  if (where == direction::last && from >= publication()) from = from - 7;
  set_unit(from + 7 * whole(weeks), grain::day, basis::implied);
}

// "naechste Woche am Freitag": the week has just been said.
bool resolver::follows_week() const {
  if (!last_.known || last_.precision != grain::week) return false;
  const said_expression& week = in_.said.parts[traces_[last_.expression].said];
  return said_->tokens.begin <= week.tokens.end + 2;
}

void resolver::weekday(int which, direction where) {
  if (narrative_ && last_day_.known && distance_to(last_day_) <= anaphora_reach) {
    // The story goes on from the day it has come to.
    const read_date from = last_day_;
    const int ahead = (which - iso_weekday(from.days.first) + 7) % 7;
    const bool before = where == direction::last;
    t().policy = choice_policy::text_context;
    set_unit(from.days.first + (before ? ahead - 7 : ahead), grain::day, basis::implied);
    return anchor_at(from);
  }
  const bool same_day = last_day_.known && iso_weekday(last_day_.days.first) == which &&
                        words_.says_more_of_day(*said_);
  if (same_day) {
    const read_date from = last_day_;
    set_unit(from.days.first, grain::day, basis::implied);
    return anchor_at(from);
  }
  if (!published()) return unresolved(unresolved_named(named_kind::weekday, which));
  std::array<day_range, most_readings> space;
  const auto readings = readings_of_weekday(which, publication(), space);
  const bool is_now = readings.size() == 1;
  const day past = readings.front().first;
  const day next = readings.back().first;
  switch (where) {
    case direction::last:
      return set_unit(is_now ? past - 7 : past, grain::day, basis::implied);
    case direction::next:
      return set_unit(is_now ? next + 7 : next, grain::day, basis::implied);
    case direction::current:
      return set_unit(words_.tense_of(*said_) == tense::past ? past : next, grain::day,
                      basis::implied);
    case direction::bare:
      break;
  }
  if (follows_week()) {
    anchor_at(last_);
    t().policy = choice_policy::text_context;
    return set_unit(last_.days.first + (which - 1), grain::day, basis::implied);
  }
  const tense now = side();
  if (now != tense::past && last_day_.known && last_day_.days.first > publication() &&
      distance_to(last_day_) <= narrative_reach) {
    // A programme goes on from the day it has come to, or back to one of the week before.
    anchor_at(last_day_);
    chosen(choice_policy::text_context);
    const day from = last_day_.days.first;
    const day ahead = from + (which - iso_weekday(from) + 7) % 7;
    const day back = ahead - 7;
    const bool was_read = back >= publication() && weekdays_read_[which] == back;
    return set_unit(was_read ? back : ahead, grain::day, basis::assumed);
  }
  const bool ahead = now == tense::future || now == tense::present ||
                     (now == tense::unknown && words_.is_date_of_programme(*said_));
  chosen(ahead                ? choice_policy::tense_future
         : now == tense::past ? choice_policy::tense_past
                              : choice_policy::latest_past);
  const choice_ground ground{
      {publication(), publication()}, ahead ? tense::future : tense::past, {}};
  set_unit(choose_among(choice_kind::weekday, readings, ground).first, grain::day, basis::assumed);
}

}  // namespace zeitstrahl
