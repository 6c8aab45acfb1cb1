#include "time/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "time/named_units.h"
#include "time/shift.h"
#include "time/style.h"
#include "time/timex.h"

namespace zeitstrahl {
namespace {

using arg = argument_name;

// The value at the place that a row of the tables names; the first where there is none at it.
template <class Values>
const auto& one_of(const Values& values, int place) {
  const bool there = place >= 0 && static_cast<std::size_t>(place) < std::size(values);
  return values[there ? static_cast<std::size_t>(place) : 0];
}

grain grain_of(double argument) { return static_cast<grain>(whole(argument)); }

// The date last read in the text.
struct read_date {
  bool known = false;
  day_range days;
  grain precision = grain::day;
  std::uint32_t expression = time_expression::none;
  std::uint32_t sentence = 0;
  bool compared = false;  // a year that the text only looks back at: "so wenig wie 2009"
};

// How far back, in sentences, a year that the text has just named still rules the months
// and days without one.
constexpr std::uint32_t news_reach = 2;
constexpr std::uint32_t narrative_reach = 30;

// Stories go on rather than back.  A day or month without year is one of the year last read,
// unless it lies so many days back in it that the next year's is meant, or so far ahead that the
// one just gone by is.
constexpr int too_far_back = 153;
constexpr int too_far_ahead = 320;
// How many years on, from the days that it lies back in the year last read.
int years_on(int days_back) {
  return days_back > too_far_back ? 1 : days_back < -too_far_ahead ? -1 : 0;
}

// How far back, in sentences, "am selben Tag" looks for a day past a year read since.
constexpr std::uint32_t anaphora_reach = 5;

// How far back, in sentences, a day gone by still rules the clocks that tell of the past.
constexpr std::uint32_t told_reach = 12;

// What the text has told so far.
struct text_state {
  // Where the text was when it began to look back.
  struct told_day {
    read_date date;
    read_date day_read;
    read_date month;
  };
  read_date last_;
  read_date last_day_;
  read_date last_past_;      // no later than the publication
  read_date last_past_day_;  // the same, of days
  read_date last_month_;     // a month or what is in one
  std::optional<told_day> told_;
  std::array<day, 8> weekdays_read_{};  // by ISO weekday: the last such day read
};

class resolver : private text_state {
 public:
  resolver(const resolve_input& input, std::vector<time_expression>& out,
           std::vector<resolution_trace>& traces)
      : in_(input),
        out_(out),
        traces_(traces),
        words_(input.reader, input.scanned, input.article.text, input.analyses, input.said.parts) {}

  void run() {
    out_.reserve(in_.said.parts.size());
    traces_.reserve(in_.said.parts.size());
    holders_.resize(in_.said.containers.size());
    const told_style style = judge_style(in_, words_);
    narrative_ = style.narrative;
    of_the_day_ = style.of_the_day;
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < in_.said.parts.size(); ++i) {
      said_ = &in_.said.parts[i];
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
      if (ends_range()) move_past_begin();
      if (said_->is_joined()) keep_begin_before_end();
      give_day_to_clock_before();
      if (has(arg::mod)) apply_mod(static_cast<timex_mod>(whole(argument(arg::mod))));
    }
  }

 private:
  time_expression& e() { return out_.back(); }
  const time_expression& e() const { return out_.back(); }
  resolution_trace& t() { return traces_.back(); }
  double argument(argument_name name) const { return (*said_)[name]; }
  bool has(argument_name name) const { return is_given(argument(name)); }
  bool published() const { return in_.article.published.has_value(); }
  day publication() const { return *in_.article.published; }

  // Where the expression lies: the tense, but "bis 30. Juni" is ahead where that is not the end
  // of a range.
  tense side() const {
    const tense around = words_.tense_of(*said_);
    if (words_.is_retroactive(*said_)) return tense::past;
    if (words_.is_scene(*said_)) return tense::past;
    if (around == tense::past && words_.awaits(*said_)) return tense::unknown;
    // "die Rede vom 29. Oktober" is held; "Die Wahlen vom 22. Oktober werden spannend" may not be.
    if (around != tense::past && words_.names_what_was(*said_)) {
      return around == tense::future ? tense::unknown : tense::past;
    }
    const bool term = around != tense::past && words_.follows_until(*said_) && !ends_range();
    return term ? tense::future : around;
  }
  // What lies in a unit: first that unit, as if it stood alone, then its part.
  void resolve() {
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

  void resolve_alone() {
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
        return relative_unit(grain_of(argument(arg::unit)), by, has(arg::this_one));
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

  // --- parts of a unit that the words name ------------------------------------------------

  void place_in(const time_expression& holder) {
    const interval& when = holder.when;
    if (!when.begin_earliest.given() || !when.end_latest.given()) {
      return unresolved(value_without_holder());
    }
    const day_range days{when.begin_earliest.date, when.end_latest.date};
    const int y = to_civil(days.first).year;
    const basis from = when.begin_basis;
    switch (said_->what) {
      case meaning::date: {
        const int month =
            has(arg::month) ? whole(argument(arg::month)) : to_civil(days.first).month;
        const grain unit = has(arg::day) ? grain::day : grain::month;
        const int of_month = has(arg::day) ? whole(argument(arg::day)) : 1;
        return set_unit(to_day({y, month, of_month}), unit, from);
      }
      case meaning::named:
        if (kind_said() == named_kind::weekday) {
          const day monday = unit_of(days.first, grain::week).first;
          return set_unit(monday + (which_said() - 1), grain::day, from);
        }
        return set_unit(day_of_named(kind_said(), which_said(), y), grain_of_kind(kind_said()),
                        from);
      case meaning::holiday: {
        const holiday_rule h = feast_said();
        set_unit(holiday_in(h, y), grain::day, from);
        return set_length(h);
      }
      case meaning::week_number:
        return set_unit(monday_of({y, whole(argument(arg::week))}), grain::week, from);
      case meaning::nth:
        return nth_in(days, from);
      case meaning::part_of_day:
        return part_in(days, y);
      case meaning::half_of:
        return half_of(holder, days, y);
      case meaning::decade: {
        // A century that began before its first year with two zeros: 1800 is of "das 19."
        const int hundred = (y + 99) / 100 * 100 == y ? y : y / 100 * 100;
        return set_unit(to_day({hundred + whole(argument(arg::decade)), 1, 1}), grain::decade,
                        from);
      }
      default:
        return set_as(holder, days);
    }
  }

  std::string value_without_holder() const {
    if (said_->what == meaning::named) return unresolved_named(kind_said(), which_said());
    const auto two_digits = [&](argument_name name) {
      if (!has(name)) return std::string("XX");
      std::string text = std::to_string(whole(argument(name)));
      return text.size() < 2 ? "0" + text : text;
    };
    return "XXXX-" + two_digits(arg::month) + "-" + two_digits(arg::day);
  }

  // The nth weekday or unit in the days, from their end where n is below 0.  A week is where its
  // Thursday lies.
  void nth_in(day_range days, basis from) {
    const int n = whole(argument(arg::number));
    const grain counted = has(arg::weekday) ? grain::day : grain_of(argument(arg::unit));
    const bool by_weekday =
        has(arg::weekday) || counted == grain::week || counted == grain::weekend;
    if (!by_weekday) {
      return set_unit(n > 0 ? shift_unit(days.first, counted, n - 1) : days.last, counted, from);
    }
    constexpr int thursday = 4;
    constexpr int saturday = 6;
    const int weekday = has(arg::weekday)        ? whole(argument(arg::weekday))
                        : counted == grain::week ? thursday
                                                 : saturday;
    const day first = days.first + (weekday - iso_weekday(days.first) + 7) % 7;
    const day last = days.last - (iso_weekday(days.last) - weekday + 7) % 7;
    set_unit(n > 0 ? first + 7 * (n - 1) : last, counted, from);
  }

  void part_in(day_range days, int y) {
    const auto which = static_cast<part_of_day>(whole(argument(arg::part)));
    day date = days.first;
    if (has(arg::day)) {
      const int month = has(arg::month) ? whole(argument(arg::month)) : to_civil(date).month;
      date = to_day({y, month, whole(argument(arg::day))});
    } else if (has(arg::weekday)) {
      date = unit_of(date, grain::week).first + (whole(argument(arg::weekday)) - 1);
    }
    set_time(date, timex_part_of_day(which), bound::no_minute);
    remember({date, date}, grain::day);
  }

  void half_of(const time_expression& holder, day_range days, int y) {
    const int which = whole(argument(arg::half));
    const bool second = which != 1;
    if (holder.when.begin_grain == grain::year && !of_special_year()) {
      return set_unit(day_of_named(named_kind::half_year, second ? 2 : 1, y), grain::half_year,
                      holder.when.begin_basis);
    }
    const day middle = days.first + (days.last - days.first) / 2;
    set_as(holder, second ? day_range{middle + 1, days.last} : day_range{days.first, middle});
  }

  // "erste Haelfte der Saison": of a year that is no calendar year.
  bool of_special_year() const {
    return is_given(
        in_.said.containers[static_cast<std::size_t>(said_->within)][arg::special_year]);
  }

  // The unit itself, or some days of it.
  void set_as(const time_expression& holder, day_range days) {
    e().type = holder.type;
    e().value = holder.value;
    e().when = in_unit(days, holder.when.begin_grain, holder.when.begin_basis);
    remember(days, holder.when.begin_grain);
  }

  named_kind kind_said() const {
    return has(arg::weekday)   ? named_kind::weekday
           : has(arg::month)   ? named_kind::month
           : has(arg::quarter) ? named_kind::quarter
           : has(arg::season)  ? named_kind::season
                               : named_kind::half_year;
  }
  int which_said() const {
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
  int steps_further() const {
    const int by = has(arg::direction) ? std::abs(whole(argument(arg::direction))) : 0;
    return by > 1 ? by - 1 : 0;
  }

  // Whether the words are "... bis ..." behind the expression before.
  bool ends_range() const {
    if (out_.size() < 2) return false;
    return words_.is_range(in_.said.parts[traces_[out_.size() - 2].said], *said_);
  }

  // A weekday, or a date without year, that ends a range lies behind the range's begin.
  void move_past_begin() {
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
  void keep_begin_before_end() {
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
  void give_day_to_clock_before() {
    const auto at = static_cast<std::uint32_t>(out_.size() - 1);
    if (at == 0 || !last_day_.known || last_day_.expression != at) return;
    time_expression& before = out_[at - 1];
    const said_expression& said_before = in_.said.parts[traces_[at - 1].said];
    if (said_before.what == meaning::recurring_named) return give_day_to_habit(before, said_before);
    if (before.type != timex_type::time || !before.when.begin_earliest.given()) return;
    if (!words_.is_clock_of_no_day(said_before) || !words_.in_one_clause(said_before, *said_))
      return;
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
  void give_day_to_habit(time_expression& before, const said_expression& said_before) {
    const bool part_alone =
        is_given(said_before[arg::part]) && !is_given(said_before[arg::every]) &&
        !is_given(said_before[arg::weekday]) && !is_given(said_before[arg::month]) &&
        !is_given(said_before[arg::season]);
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

  // --- results -------------------------------------------------------------------------

  void unresolved(std::string value) {
    e().value = std::move(value);
    e().reading = resolution::unresolved;
  }

  // A date that is a unit of the calendar; it becomes the date last read.
  void set_unit(day inside, grain unit, basis where_from) {
    const day_range days = unit_of(inside, unit);
    e().type = timex_type::date;
    e().value = timex_unit(inside, unit);
    e().when = in_unit(days, unit, where_from);
    if (where_from != basis::stated && e().anchor == anchor_kind::none) {
      e().anchor = anchor_kind::publication;
    }
    remember(days, unit);
  }

  // A year gone by that only tells which thing is meant, "der Vertrag von 1919" or "(1919)",
  // is no year that the text has come to, nor is a year of birth.
  bool is_attribute(day_range days, grain unit) const {
    if (unit != grain::year) return false;
    if (words_.follows_birth(*said_)) return true;
    return last_.known && last_.days.first > days.first && words_.is_attribute(*said_);
  }

  void remember(day_range days, grain unit) {
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
  bool looks_back(day_range days) const {
    if (!narrative_ || !last_.known || told_ || days.first >= last_.days.first) return false;
    const bool counts_back =
        said_->what == meaning::later && direction_of(argument(arg::direction)) == direction::last;
    return counts_back || words_.follows_already(*said_);
  }
  void end_looking_back() {
    if (!told_) return;
    last_ = told_->date;
    last_day_ = told_->day_read;
    last_month_ = told_->month;
    told_.reset();
  }

  void anchor_at(const read_date& date) {
    e().anchor = anchor_kind::expression;
    e().anchor_expression = date.expression;
  }

  void chosen(choice_policy policy) {
    t().policy = policy;
    e().reading = resolution::chosen;
  }

  // The date that bare months and days count from: one just read, else the publication.
  bool has_context_year() const {
    const std::uint32_t reach = narrative_ ? narrative_reach : news_reach;
    if (!last_.known || last_.precision > grain::year) return false;
    return distance_to(last_) <= reach && (narrative_ || !last_.compared);
  }
  std::uint32_t distance_to(const read_date& date) const {
    return out_.back().sentence - date.sentence;
  }

  // --- calendar dates --------------------------------------------------------------------

  // Two digits of a year: at the end of a range those of its begin's century.
  int full_year(double year) const {
    const int y = whole(year);
    const bool ends_range = said_->is_joined() && last_.known && y >= 0 && y < 100;
    if (ends_range) return to_civil(last_.days.first).year / 100 * 100 + y;
    // "im Jahr 14", behind others of the kind
    if (last_.known && y >= 0 && to_civil(last_.days.first).year < 100) return y;
    return zeitstrahl::full_year(y, in_.article.published);
  }

  // "218 v. Chr. ... im Jahr 216": the text has named the era once.
  bool goes_on_before_christ(double year) const {
    if (!narrative_ || !last_.known) return false;
    const int before_christ = 1 - to_civil(last_.days.first).year;
    return before_christ > 0 && year <= before_christ + early_year_reach;
  }

  // The year that the words state.
  int stated_year() const {
    const double year = argument(arg::year);
    const bool of_era = has(arg::era);
    const bool named = !said_->slot_tokens[static_cast<std::size_t>(arg::era)].empty();
    const bool before_christ = named ? argument(arg::era) < 0 : goes_on_before_christ(year);
    if (before_christ) return 1 - whole(year);
    return of_era ? whole(year) : full_year(year);
  }

  void date(double month, double day_of_month, double weekday) {
    if (has(arg::year)) {
      const grain unit = is_given(day_of_month) ? grain::day
                         : is_given(month)      ? grain::month
                                                : grain::year;
      const auto or_first = [](double given) { return is_given(given) ? whole(given) : 1; };
      return set_unit(to_day({stated_year(), or_first(month), or_first(day_of_month)}), unit,
                      basis::stated);
    }
    if (!is_given(month)) return day_of_context_month(whole(day_of_month), weekday);
    const bool from_text =
        last_.known && (said_->is_joined() || (narrative_ && has_context_year()));
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

  day anchor_for_bare_date() {
    if (said_->is_joined() && last_.known) {  // the end of a range lies by its begin
      anchor_at(last_);
      return last_.days.first;
    }
    const bool told_of_what_comes = published() && !narrative_ &&
                                    last_.days.first > publication() &&
                                    words_.tense_of(*said_) == tense::past;
    if (has_context_year() && !told_of_what_comes &&
        (narrative_ || (context_is_far() && goes_on_from_last()))) {
      anchor_at(last_);
      t().policy = choice_policy::text_context;
      return last_.days.first + (last_.days.last - last_.days.first) / 2;
    }
    chosen(choice_policy::nearest);
    return publication();
  }

  // News that has come to tell of another year, and tells on in the past tense.
  bool stays_in_context() const {
    if (!context_is_far()) return false;
    const tense around = words_.tense_of(*said_);
    if (around == tense::past && last_.days.first > publication()) return false;
    return around == tense::past || around == tense::unknown;
  }

  static bool is_part_of_year(grain unit) {
    return unit == grain::quarter || unit == grain::half_year;
  }
  // "In diesem Jahr sind vier Fluege geplant, drei davon im zweiten Halbjahr"
  bool says_year_of(grain unit) const {
    return is_part_of_year(unit) && last_.precision == grain::year && distance_to(last_) == 0;
  }

  // "Am 20. Maerz 2003 begann er. Am 9. April ..."
  bool goes_on_from_last() const {
    if (distance_to(last_) == 0) return true;
    return distance_to(last_) == 1 && last_.precision <= grain::month &&
           !words_.tells_of_now(*said_);
  }

  // The text tells of another year than its own.
  bool context_is_far() const {
    return published() &&
           std::abs(to_civil(last_.days.first).year - to_civil(publication()).year) > 1;
  }

  // The year that brings the day nearest to the anchor; a clause that tells of what comes, or
  // of the past where the day is not near, brings it to that side of the publication.
  day nearest_year(day anchor, int month, int day_of_month, double weekday) {
    const int year = to_civil(anchor).year;
    const bool by_publication = t().policy == choice_policy::nearest;
    const tense around = by_publication ? side() : tense::unknown;
    constexpr int soon = 60;  // days: the past tense may tell how something near was planned
    day best{};
    int best_distance = -1;
    if (t().policy == choice_policy::text_context && is_valid({year, month, day_of_month})) {
      const day same_year = to_day({year, month, day_of_month});
      const bool only_year = last_.precision >= grain::half_year;
      anchor = only_year ? same_year : add_years(same_year, years_on(anchor - same_year));
    }
    for (int y = year - 1; y <= year + 1; ++y) {
      if (!is_valid({y, month, day_of_month})) continue;
      const day candidate = to_day({y, month, day_of_month});
      int distance = std::abs(candidate - anchor);
      if (is_given(weekday) && iso_weekday(candidate) != whole(weekday)) distance += 10000;
      const bool other_side = (around == tense::future && candidate < anchor) ||
                              (around == tense::past && candidate - anchor > soon);
      if (around == tense::present && candidate < anchor) distance *= 2;
      if (other_side) distance += 400;
      if (best_distance >= 0 && distance >= best_distance) continue;
      best = candidate;
      best_distance = distance;
    }
    return best_distance < 0 ? to_day({year, month, day_of_month}) : best;
  }

  // "am 5.": in the month of the date last read, else the nearest such day.
  void day_of_context_month(int day_of_month, double weekday) {
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

  // --- names of units ----------------------------------------------------------------------

  // The month, season, ... nearest to a date of the text; in its year if that is all it says.
  static day nearest_named(named_kind kind, int which, const read_date& near) {
    const auto middle = [](day_range days) { return days.first + (days.last - days.first) / 2; };
    const int year = to_civil(near.days.first).year;
    day best = day_of_named(kind, which, year);
    if (near.precision >= grain::half_year) return best;
    const day from = middle(near.days);
    const int back = from - middle(unit_of(best, grain_of_kind(kind)));
    return day_of_named(kind, which, year + years_on(back));
  }

  void named(named_kind kind, int which, direction where) {
    const grain unit = grain_of_kind(kind);
    if (kind == named_kind::weekday) {
      const double weeks = has(arg::weeks) ? argument(arg::weeks) : 0;
      const int further = where == direction::last ? -steps_further() : steps_further();
      if (has(arg::weeks) || further != 0) return moved_weekday(which, where, weeks + further);
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
    const int this_year = to_civil(origin).year;
    const day_range now = unit_of(origin, unit);
    const auto candidate = [&](int y) { return unit_of(day_of_named(kind, which, y), unit); };
    // The last one that begins before the current unit's end, the next one from it on.
    int past = this_year;
    while (candidate(past).first > now.first) --past;
    int next = this_year;
    while (candidate(next).first < now.first) ++next;
    int y = this_year;
    switch (where) {
      case direction::last:
        y = (past == next ? past - 1 : past) - steps_further();
        break;
      case direction::next:
        y = (past == next ? next + 1 : next) + steps_further();
        break;
      case direction::current:
        break;
      case direction::bare:
        y = choose_year(unit, past, next, now, candidate(past), candidate(next));
        break;
    }
    set_unit(day_of_named(kind, which, y), unit,
             where == direction::bare ? basis::assumed : basis::implied);
  }

  int choose_year(grain unit, int past, int next, day_range now, day_range before,
                  day_range after) {
    if (past == next) return past;
    tense around = side();
    if (is_part_of_year(unit)) {
      // What is still to be said of a quarter may be about one just over.
      now = {publication(), publication()};
      constexpr int far_nearer = 4;
      const int back = now.first - before.last;
      const bool just_over = far_nearer * back <= after.first - now.last;
      if (around == tense::future && just_over) around = tense::past;
    }
    // "Vor der Wahl im November hat er ...", said in October
    constexpr int soon = 60;
    constexpr int long_gone = 270;
    const bool coming = unit == grain::month && around == tense::past && !ends_range() &&
                        !words_.follows_since(*said_) && words_.says_which(*said_) &&
                        after.first - publication() <= soon &&
                        publication() - before.last >= long_gone;
    if (coming) {
      chosen(choice_policy::nearest);
      return next;
    }
    if (around == tense::past || around == tense::future) {
      chosen(around == tense::past ? choice_policy::tense_past : choice_policy::tense_future);
      return around == tense::past ? past : next;
    }
    chosen(choice_policy::nearest);
    return past_is_meant(now.first - before.last, after.first - now.last, around) ? past : next;
  }

  // Of two dates so many days back and ahead, the nearer; the present tense leans towards what
  // comes.
  static bool past_is_meant(int back, int ahead, tense around) {
    const int nearness = around == tense::present ? 3 : 1;
    return nearness * back <= ahead;
  }

  // "Freitag naechster Woche", or weeks from the last or next one: "Freitag in zwei Wochen".
  void moved_weekday(int which, direction where, double weeks) {
    if (!published()) return unresolved(unresolved_named(named_kind::weekday, which));
    day from = unit_of(publication(), grain::week).first + (which - 1);
    if (where == direction::next && from <= publication()) from = from + 7;
    if (where == direction::last && from >= publication()) from = from - 7;
    set_unit(from + 7 * whole(weeks), grain::day, basis::implied);
  }

  // "naechste Woche am Freitag": the week has just been said.
  bool follows_week() const {
    if (!last_.known || last_.precision != grain::week) return false;
    const said_expression& week = in_.said.parts[traces_[last_.expression].said];
    return said_->tokens.begin <= week.tokens.end + 2;
  }

  void weekday(int which, direction where) {
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
    const int back = (iso_weekday(publication()) - which + 7) % 7;
    const day past = publication() - back;
    const day next = past + (back == 0 ? 0 : 7);
    switch (where) {
      case direction::last:
        return set_unit(back == 0 ? past - 7 : past, grain::day, basis::implied);
      case direction::next:
        return set_unit(back == 0 ? next + 7 : next, grain::day, basis::implied);
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
    if (now == tense::future || now == tense::present ||
        (now == tense::unknown && words_.is_date_of_programme(*said_))) {
      chosen(choice_policy::tense_future);
      return set_unit(next, grain::day, basis::assumed);
    }
    chosen(now == tense::past ? choice_policy::tense_past : choice_policy::latest_past);
    set_unit(past, grain::day, basis::assumed);
  }

  // --- from the publication -----------------------------------------------------------------

  void relative_unit(grain unit, int by, bool this_one) {
    if (!published() && !(narrative_ && has_context_year())) {
      return unresolved(unit <= grain::day    ? "XXXX-XX-XX"
                        : unit == grain::year ? "XXXX"
                                              : "XXXX-XX");
    }
    // "Zum Jahreswechsel stiegen die Preise"
    const bool turn = has(arg::mod) && argument(arg::mod) == turn_of_year;
    if (turn && by == 0 && !narrative_ && words_.tense_of(*said_) == tense::past) {
      chosen(choice_policy::tense_past);
      by = -1;
    }
    // A weekend without direction is the one that the tense points at.
    if (unit == grain::weekend && by == 0 && !narrative_ && iso_weekday(publication()) < 6) {
      const tense now = words_.tense_of(*said_);
      const bool coming =
          now == tense::future || now == tense::present || (this_one && now != tense::past);
      chosen(coming ? choice_policy::tense_future : choice_policy::latest_past);
      by = coming ? 0 : -1;
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
  bool beside_text(grain unit, int by) {
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

  void day_offset(int days) {
    if (!published()) return unresolved("XXXX-XX-XX");
    set_unit(publication() + days, grain::day, basis::implied);
  }

  // "1977 waren es elf, heute sind es 420"; "Frueher fuhr ein Bus. Heute ..."
  bool contrasts_with_past() const {
    std::size_t i = out_.size() - 1;
    while (i > 0 && out_[i - 1].type == timex_type::set) --i;
    if (i == 0) return false;
    const time_expression& before = out_[i - 1];
    const std::uint32_t distance = out_.back().sentence - before.sentence;
    const interval& when = before.when;
    const bool once = before.value == "PAST_REF" && !when.approximate;
    if (once) return distance <= 1;
    const bool long_ago = !when.empty() && when.end_grain >= grain::year &&
                          before.type == timex_type::date && when.end_latest.given() &&
                          to_civil(when.end_latest.date).year + 1 < to_civil(publication()).year;
    return long_ago && distance == 0;
  }

  // Up to today is up to the publication also where today is nowadays.
  void today(bool up_to) {
    if (!published()) return unresolved("PRESENT_REF");
    if (!up_to && contrasts_with_past() && !words_.clock_follows(*said_))
      return reference(0, absent);
    const bool told = words_.tense_of_clause(*said_) == tense::past;
    const bool the_day = of_the_day_ || up_to || told;
    if (narrative_ || !the_day) return reference(0, absent);
    set_unit(publication(), grain::day, basis::implied);
  }

  // About the month of the publication, not after it.
  interval recently() const {
    interval when = in_unit(unit_of(publication(), grain::month), grain::month, basis::implied);
    when.begin_latest = when.end_latest = bound::at(publication());
    when.approximate = true;
    return when;
  }

  void reference(int which, double nearer) {
    static constexpr const char* values[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    e().value = one_of(values, which);
    t().reference = true;
    e().anchor = anchor_kind::publication;
    const bool to_come = published() && last_.known && last_.days.first > publication();
    const read_date& then = to_come && last_past_.known ? last_past_ : last_;
    const bool only_to_come = to_come && !last_past_.known;
    if (nearer == then_reading && then.known && !only_to_come) {  // "damals" is no day to come
      anchor_at(then);
      e().when = in_unit(then.days, then.precision, basis::implied);
      return;
    }
    if (!published()) {
      e().reading = resolution::unresolved;
      return;
    }
    if (nearer == static_cast<double>(vagueness::recently)) {
      e().when = recently();
      return;
    }
    const bound now = bound::at(publication());
    e().when.begin_basis = e().when.end_basis = basis::implied;
    switch (which) {
      case 0:
        e().when = in_unit({publication(), publication()}, grain::day, basis::implied);
        break;
      case 1:
        e().when.end_latest = now;
        e().relates = relation::before;
        break;
      default:
        e().when.begin_earliest = now;
        e().when.end_earliest = e().when.end_latest = bound::open();
        e().relates = relation::after;
    }
  }

  // --- durations ------------------------------------------------------------------------------

  // "drei Jahre und vier Monate": pairs of number and unit.
  void compound_duration() {
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

  void duration(double number, double unit) {
    e().type = timex_type::duration;
    e().value = timex_duration(number, unit);
    e().relates = relation::during;
    t().number = number;
    t().unit = unit;
    t().past = words_.tense_of(*said_) == tense::past;
    t().told = narrative_ && t().past;
    t().length = words_.tells_what_was(*said_);
    if (count_from_event(number, unit) || !published()) return;
    const bool beside_event = words_.precedes_event(*said_) && words_.tells_of_now(*said_);
    if (!beside_event && (narrative_ || !words_.precedes_lasting(*said_))) return;
    // "Zehn Jahre nach dem Brand steht das Haus leer", "fuer 50 Jahre Treue": up to now.
    e().end_point = publication();
    if (beside_event) share_end_with_last();
  }

  // "2015 brannte die Oper. Vier Jahre nach dem Brand oeffnete sie wieder": from the date that
  // the event was told with, near by.
  bool count_from_event(double number, double unit) {
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
  void count_from(const read_date& from, double number, double unit) {
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
  void share_end_with_last() {
    if (out_.size() < 2) return;
    time_expression& last = out_[out_.size() - 2];
    const bool listed = last.type == timex_type::duration && last.sentence == e().sentence &&
                        words_.precedes_event(in_.said.parts[traces_[out_.size() - 2].said]);
    if (listed && last.when.empty()) last.end_point = e().end_point;
  }

  void anchored(double number, double unit, direction where) {
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
  void later(double number, double unit, direction where) {
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
  std::optional<std::size_t> clock_read() const {
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
  bool later_by_clock(double number, double unit) {
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
  void compared(double number, double unit, direction other) {
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
  void tell_as_date(grain precision) {
    const bool counted_in_days = precision <= grain::day;
    const day found = e().when.begin_earliest.date;
    e().type = timex_type::date;
    e().value = timex_unit(found, counted_in_days ? grain::day : precision);
    e().begin_point.reset();
    e().end_point.reset();
    remember(unit_of(found, counted_in_days ? grain::day : precision),
             counted_in_days ? grain::day : precision);
  }

  // --- decades and centuries -----------------------------------------------------------------

  void decade(int number, double hundred) {
    if (number >= 100) return set_unit(to_day({number, 1, 1}), grain::decade, basis::stated);
    if (is_given(hundred)) {
      return set_unit(to_day({(whole(hundred) - 1) * 100 + number, 1, 1}), grain::decade,
                      basis::stated);
    }
    const int now = published() ? to_civil(publication()).year : 2000;
    int year = now / 100 * 100 + number;
    if (year > now) year -= 100;
    // "die zwanziger Jahre" are those of the last century until their own are over.
    set_unit(to_day({year, 1, 1}), grain::decade, basis::implied);
  }

  void century(int number, bool before_christ, grain unit) {
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

  // --- feasts ----------------------------------------------------------------------------------

  // Of feasts that are counted, those of Advent are Sundays, others are days on end.
  holiday_rule feast_said() const {
    holiday_rule h = one_of(in_.tables.holidays(), whole(argument(arg::feast)));
    const int step = h.is == holiday_rule::kind::advent ? 7 : 1;
    if (has(arg::number)) h.number += step * (whole(argument(arg::number)) - 1);
    return h;
  }

  void holiday(direction where) {
    const holiday_rule h = feast_said();
    choose_holiday(h, where);
    set_length(h);
  }

  void set_length(const holiday_rule& h) {
    if (e().when.empty()) return;
    const day first = e().when.begin_earliest.date;
    if (h.days > 1 || h.from_eve()) {
      const day_range days{first - (h.from_eve() ? 1 : 0), first + (h.days - 1)};
      e().when = in_unit(days, grain::day, e().when.begin_basis);
    }
  }

  // The feast nearest to the date last read; in its year if that is all it says.
  day nearest_holiday(const holiday_rule& h) const {
    const int year = to_civil(last_.days.first).year;
    day best = holiday_in(h, year);
    if (last_.precision >= grain::half_year) return best;
    return holiday_in(h, year + years_on(last_.days.last - best));
  }

  void choose_holiday(const holiday_rule& h, direction where) {
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
    const tense around = side();
    constexpr int soon = 21;  // days: the past tense may tell how a feast to come was planned
    const bool told = around == tense::past && next - now > soon;
    if (told || around == tense::future) {
      chosen(told ? choice_policy::tense_past : choice_policy::tense_future);
      return set_unit(told ? past : next, grain::day, basis::assumed);
    }
    chosen(choice_policy::nearest);
    set_unit(past_is_meant(now - past, next - now, around) ? past : next, grain::day,
             basis::assumed);
  }

  // --- times of day -----------------------------------------------------------------------------

  bool is_day_offset(const read_date& read) const {
    return read.expression < out_.size() &&
           out_[read.expression].anchor == anchor_kind::publication;
  }

  // A "gestern" holds in its own sentence and, where the tense goes with it, in the next; what
  // is told of a day gone by is told in several.
  bool day_offset_holds() const {
    if (distance_to(last_day_) == 0) return true;
    const bool past = last_day_.days.first < publication();
    if (distance_to(last_day_) > (past ? told_reach : news_reach)) return false;
    const tense now = words_.tense_of(*said_);
    return past ? now == tense::past : last_day_.days.first > publication() && now != tense::past;
  }

  // "Um 4.45 Uhr am 1. September 1939"
  bool stated_day_behind(day& out) const {
    const std::size_t next = traces_.back().said + 1;
    if (next >= in_.said.parts.size()) return false;
    const said_expression& behind = in_.said.parts[next];
    if (behind.tokens.begin > said_->tokens.end + 1) return false;
    if (behind.what != meaning::date || !is_given(behind[arg::day]) ||
        !is_given(behind[arg::month]))
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

  bool last_day_holds() const {
    if (!last_day_.known) return false;
    if (distance_to(last_day_) > 0 && published() && words_.opens_entry(*said_)) return false;
    return !is_day_offset(last_day_) || day_offset_holds();
  }

  // A day is the text's as long as clocks go on with it.
  day to_last_day() {
    anchor_at(last_day_);
    t().policy = choice_policy::text_day;
    last_day_.sentence = e().sentence;
    return last_day_.days.first;
  }

  // The day that the text speaks of: the one last read, else the publication's.
  bool text_day(day& out) {
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

  bool opens_line(const read_date& date) const {
    const said_expression& said = in_.said.parts[traces_[date.expression].said];
    return in_.scanned.tokens[said.tokens.begin].flags & token::after_break;
  }

  void set_time(day date, std::string clock, std::int16_t minute) {
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
  bool follows_set() const {
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

  void clock(double hour, double minute, double part, double seconds) {
    int minutes = whole(hour) * 60 + (is_given(minute) ? whole(minute) : 0);
    if (is_given(part)) {
      const auto which = static_cast<part_of_day>(whole(part));
      const bool later_half = which == part_of_day::afternoon || which == part_of_day::evening;
      if (later_half && minutes < 12 * 60) minutes += 12 * 60;
      if (which == part_of_day::night && minutes >= 6 * 60 && minutes <= 12 * 60)
        minutes += 12 * 60;
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
  bool lasts_since_long() const {
    if (out_.size() < 2 || words_.tense_of(*said_) != tense::present) return false;
    const time_expression& before = out_[out_.size() - 2];
    return before.type == timex_type::duration && before.sentence == e().sentence &&
           words_.follows_since(in_.said.parts[traces_[out_.size() - 2].said]);
  }

  // "um 23 Uhr ..., um 2 Uhr ...": a story's clocks go on.
  bool passes_midnight(int minutes) const {
    constexpr int late = 20 * 60;
    constexpr int early = 6 * 60;
    if (!narrative_ || e().anchor != anchor_kind::expression) return false;
    const std::optional<std::size_t> before = clock_read();
    if (!before) return false;
    const int last = out_[*before].when.begin_earliest.minute;
    return last >= 24 * 60 ? minutes < late : last >= late && minutes <= early;
  }

  // "in der Nacht vom 5. auf den 6. ... gegen 4 Uhr": the day is the one that the night ends on.
  bool is_behind_night() const {
    if (!narrative_ || e().anchor != anchor_kind::expression || !last_day_.known) return false;
    if (e().anchor_expression != last_day_.expression || !is_night(last_day_)) return false;
    const said_expression& night = in_.said.parts[traces_[last_day_.expression].said];
    const bool named_by_its_end = night.what == meaning::part_of_day &&
                                  (is_given(night[arg::day]) || night.within >= 0) &&
                                  !words_.has_begin(night);
    return !named_by_its_end;
  }
  bool is_night(const read_date& date) const {
    return out_[date.expression].value.find(timex_part_of_day(part_of_day::night)) !=
           std::string::npos;
  }

  // The night that follows a day begins on it.
  int days_on(part_of_day which, int days) const {
    if (which != part_of_day::night || days <= 0 || !last_day_.known) return days;
    return is_night(last_day_) ? days : days - 1;
  }

  void part() {
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

  // --- sets -----------------------------------------------------------------------------------

  void recurring(double number, double unit, double every, double times) {
    e().type = timex_type::set;
    e().value = timex_duration(number, unit);
    e().relates = relation::recurring;
    if (is_given(every)) e().quant = "EVERY";
    if (is_given(times)) e().freq = format_number(times) + "X";
  }

  // Whether the sentence has just said that something recurs.
  bool tells_of_habit() const {
    constexpr std::size_t furthest = 8;  // expressions looked back
    const std::size_t last = out_.size() - 1;
    for (std::size_t i = last; i > 0 && i + furthest > last; --i) {
      if (out_[i - 1].sentence != out_.back().sentence) return false;
      if (out_[i - 1].relates == relation::recurring) return true;
    }
    return false;
  }

  void recurring_named() {
    const double part = argument(arg::part);
    const bool of_unit = has(arg::weekday) || has(arg::month) || has(arg::season);
    constexpr int near = 7;  // days
    const bool now = words_.tells_of_now(*said_) && published() && last_day_.known &&
                     publication() - last_day_.days.first > near;
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

  // --- the rest ---------------------------------------------------------------------------------

  void week_number(int number) {
    if (!published()) return unresolved("XXXX-W" + std::to_string(number));
    set_unit(monday_of({to_iso_week(publication()).year, number}), grain::week, basis::implied);
  }

  // The date last read, cut to a unit that is no finer than its own, or a unit some way
  // from it ("am naechsten Tag"), which without such a date counts from the publication.
  void same(double unit, double shift) {
    const bool moved = is_given(shift);
    if (!last_.known && moved && published())
      return relative_unit(grain_of(unit), whole(shift), false);
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

  // The last date that says at least the unit, if there is one near, else the last date.
  const read_date& last_within(grain unit) const {
    if (!last_.known || last_.precision <= unit) return last_;
    for (const read_date* date : {&last_day_, &last_month_}) {
      const bool exact = date->known && date->precision <= unit;
      if (exact && distance_to(*date) <= anaphora_reach) return *date;
    }
    return last_;
  }

  void double_year(int first, int second) {
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

  void vague(vagueness which) {
    e().vague = true;
    t().reference = true;
    e().anchor = anchor_kind::publication;
    const bool from_text = which == vagueness::then_on || which == vagueness::after_then;
    static constexpr const char* values[] = {
        "PRESENT_REF", "FUTURE_REF", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "PAST_REF",
        "PAST_REF",    "PAST_REF",   "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    e().value = one_of(values, static_cast<int>(which));
    if (from_text ? !last_.known : !published()) {
      e().reading = resolution::unresolved;
      return;
    }
    interval& when = e().when;
    const bound now = published() ? bound::at(publication()) : bound::unknown();
    when.begin_basis = when.end_basis = basis::implied;
    switch (which) {
      case vagueness::now:
        when = in_unit({publication(), publication()}, grain::day, basis::implied);
        return;
      case vagueness::from_now:
      case vagueness::continuing:
      case vagueness::soon:
        e().relates = which == vagueness::soon ? relation::after : relation::from;
        when.begin_earliest = now;
        when.begin_latest = which == vagueness::soon ? bound::unknown() : now;
        when.end_earliest = when.end_latest = bound::open();
        return;
      case vagueness::until_now:
        e().relates = relation::until;
        when.end_earliest = when.end_latest = now;
        return;
      case vagueness::recently:
        when = recently();
        return;
      case vagueness::long_since:
        e().relates = relation::since;
        when.end_earliest = now;
        when.end_latest = bound::open();
        return;
      case vagueness::then_on:
        anchor_at(last_);
        e().relates = relation::since;
        when.begin_earliest = bound::at(last_.days.first);
        when.begin_latest = bound::at(last_.days.last);
        when.begin_grain = last_.precision;
        when.end_earliest = now;
        when.end_latest = bound::open();
        return;
      case vagueness::just:
        when = words_.tense_of_clause(*said_) == tense::past
                   ? recently()
                   : in_unit({publication(), publication()}, grain::day, basis::implied);
        return;
      case vagueness::then_at:
        if (!last_.known || distance_to(last_) > 1 || last_.days.last < publication()) return;
        anchor_at(last_);
        when = in_unit(last_.days, last_.precision, basis::implied);
        return;
      case vagueness::after_then:
        anchor_at(last_);
        e().relates = relation::after;
        when.begin_earliest = bound::at(last_.days.first);
        when.begin_grain = last_.precision;
        return;
    }
  }

  // "Anfang 2019", "etwa drei Jahre".
  void apply_mod(timex_mod mod) {
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
    const day_range days = mod == timex_mod::start
                               ? day_range{first, first + std::max(0, third - 1)}
                           : mod == timex_mod::mid ? day_range{first + third, last - third}
                                                   : day_range{last - std::max(0, third - 1), last};
    const interval narrowed = in_unit(days, when.begin_grain, when.begin_basis);
    when = narrowed;
    when.approximate = true;
  }

  const resolve_input& in_;
  std::vector<time_expression>& out_;
  std::vector<resolution_trace>& traces_;
  const words_around words_;
  const said_expression* said_ = nullptr;
  std::vector<std::optional<time_expression>> holders_;  // by container, as far as read
  bool narrative_ = false;
  bool of_the_day_ = false;
};

}  // namespace

void resolve_expressions(const resolve_input& input, std::vector<time_expression>& expressions,
                         std::vector<resolution_trace>& traces) {
  expressions.clear();
  traces.clear();
  resolver(input, expressions, traces).run();
}

}  // namespace zeitstrahl
