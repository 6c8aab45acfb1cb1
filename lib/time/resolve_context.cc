#include <cmath>
#include <cstdlib>

#include "time/resolver.h"

namespace zeitstrahl {

// A year gone by that only tells which thing is meant, "der Vertrag von 1919" or "(1919)",
// is no year that the text has come to, nor is a year of birth.
bool resolver::is_attribute(day_range days, grain unit) const {
  if (unit != grain::year) return false;
  if (words_.follows_birth(*said_)) return true;
  return last_.known && last_.days.first > days.first && words_.is_attribute(*said_);
}

void resolver::remember(day_range days, grain unit) {
  if (is_attribute(days, unit)) return;
  const auto expression = static_cast<std::uint32_t>(out_.size() - 1);
  if (looks_back(days)) told_ = told_day{last_, last_day_, last_month_};
  last_ = {true,       days,         unit,
           expression, e().sentence, unit == grain::year && words_.is_compared(*said_)};
  if (published() && days.first <= publication()) last_past_ = last_;
  if (unit <= grain::month) last_month_ = last_;
  const bool ends_range = said_->call > 0 || said_->joined == join_kind::range;
  // "seit dem 1. Juni 1912 ein Denkmal": news is not there.
  const bool only_begins = !narrative_ && words_.follows_since(*said_);
  if (unit <= grain::day && !ends_range && !only_begins) {
    last_day_ = last_;
    if (published() && days.first <= publication()) last_past_day_ = last_;
    weekdays_read_[iso_weekday(days.first)] = days.first;
  }
}

// "Bereits 1859 hatte er ...", "zwei Tage zuvor war ...": a story looks back for a sentence.
bool resolver::looks_back(day_range days) const {
  if (!narrative_ || !last_.known || told_ || days.first >= last_.days.first) return false;
  const bool counts_back =
      said_->what == meaning::later && direction_of(argument(arg::direction)) == direction::last;
  return counts_back || words_.follows_already(*said_);
}

void resolver::end_looking_back() {
  if (!told_) return;
  last_ = told_->date;
  last_day_ = told_->day_read;
  last_month_ = told_->month;
  told_.reset();
}

void resolver::anchor_at(const read_date& date) {
  e().anchor = anchor_kind::expression;
  e().anchor_expression = date.expression;
}

void resolver::chosen(choice_policy policy) {
  t().policy = policy;
  e().reading = resolution::chosen;
}

// The date that bare months and days count from: one just read, else the publication.
bool resolver::has_context_year() const {
  const std::uint32_t reach = narrative_ ? narrative_reach : news_reach;
  if (!last_.known || last_.precision > grain::year) return false;
  return distance_to(last_) <= reach && (narrative_ || !last_.compared);
}

std::uint32_t resolver::distance_to(const read_date& date) const {
  return out_.back().sentence - date.sentence;
}

// News that has come to tell of another year, and tells on in the past tense.
bool resolver::stays_in_context() const {
  if (!context_is_far()) return false;
  const tense around = words_.tense_of(*said_);
  if (around == tense::past && last_.days.first > publication()) return false;
  return around == tense::past || around == tense::unknown;
}

bool resolver::is_part_of_year(grain unit) {
  return unit == grain::quarter || unit == grain::half_year;
}

// "In diesem Jahr sind vier Fluege geplant, drei davon im zweiten Halbjahr"
bool resolver::says_year_of(grain unit) const {
  return is_part_of_year(unit) && last_.precision == grain::year && distance_to(last_) == 0;
}

// "Am 20. Maerz 2003 begann er. Am 9. April ..."
bool resolver::goes_on_from_last() const {
  if (distance_to(last_) == 0) return true;
  return distance_to(last_) == 1 && last_.precision <= grain::month && !words_.tells_of_now(*said_);
}

// The text tells of another year than its own.
bool resolver::context_is_far() const {
  return published() &&
         std::abs(to_civil(last_.days.first).year - to_civil(publication()).year) > 1;
}

// The last date that says at least the unit, if there is one near, else the last date.
const read_date& resolver::last_within(grain unit) const {
  if (!last_.known || last_.precision <= unit) return last_;
  for (const read_date* date : {&last_day_, &last_month_}) {
    const bool exact = date->known && date->precision <= unit;
    if (exact && distance_to(*date) <= anaphora_reach) return *date;
  }
  return last_;
}

}  // namespace zeitstrahl
