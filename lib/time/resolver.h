#ifndef ZEITSTRAHL_LIB_TIME_RESOLVER_H_
#define ZEITSTRAHL_LIB_TIME_RESOLVER_H_

// The work of resolve.h, one expression of a text after the other.  Its functions stand in the
// files resolve*.cc by what the words say, as they are grouped here; each ends in one of
// set_unit, set_time, set_as and unresolved, or writes what no unit of the calendar is.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lang/language.h"
#include "time/choice.h"
#include "time/context.h"
#include "time/dates_read.h"
#include "time/match.h"
#include "time/resolve.h"
#include "zeitstrahl/calendar.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

using arg = argument_name;

// The value at the place that a row of the tables names; the first where there is none at it.
template <class Values>
const auto& one_of(const Values& values, int place) {
  const bool there = place >= 0 && static_cast<std::size_t>(place) < std::size(values);
  return values[there ? static_cast<std::size_t>(place) : 0];
}

inline grain grain_of(double argument) { return static_cast<grain>(whole(argument)); }

class resolver : private text_state {
 public:
  resolver(const resolve_input& input, std::vector<time_expression>& out,
           std::vector<resolution_trace>& traces)
      : in_(input),
        out_(out),
        traces_(traces),
        words_(input.reader, input.scanned, input.article.text, input.analyses, input.said.parts) {}

  void run();

 private:
  // --- the text as a whole (resolve.cc) ---
  time_expression& e() { return out_.back(); }
  const time_expression& e() const { return out_.back(); }
  resolution_trace& t() { return traces_.back(); }
  double argument(argument_name name) const { return (*said_)[name]; }
  bool has(argument_name name) const { return is_given(argument(name)); }
  bool published() const { return in_.article.published.has_value(); }
  day publication() const { return *in_.article.published; }
  tense side() const;
  void resolve();
  void resolve_alone();
  named_kind kind_said() const;
  int which_said() const;
  int steps_further() const;
  void unresolved(std::string value);
  void set_unit(day inside, grain unit, basis where_from);
  void apply_mod(timex_mod mod);

  // --- what was read (resolve_context.cc) ---
  bool is_attribute(day_range days, grain unit) const;
  void remember(day_range days, grain unit);
  bool looks_back(day_range days) const;
  void end_looking_back();
  void anchor_at(const read_date& date);
  void chosen(choice_policy policy);
  bool has_context_year() const;
  std::uint32_t distance_to(const read_date& date) const;
  bool stays_in_context() const;
  static bool is_part_of_year(grain unit);
  bool says_year_of(grain unit) const;
  bool goes_on_from_last() const;
  bool context_is_far() const;
  const read_date& last_within(grain unit) const;

  // --- ends of ranges, and clocks before their day (resolve.cc) ---
  bool ends_range() const;
  void move_past_begin();
  void keep_begin_before_end();
  void give_day_to_clock_before();
  void give_day_to_habit(time_expression& before, const said_expression& said_before);

  // --- parts of a unit that the words name (resolve_inside.cc) ---
  void place_in(const time_expression& holder);
  std::string value_without_holder() const;
  void nth_in(day_range days, basis from);
  void part_in(day_range days, int y);
  void half_of(const time_expression& holder, day_range days, int y);
  bool of_special_year() const;
  void set_as(const time_expression& holder, day_range days);

  // --- days, and units by their names (resolve_calendar.cc) ---
  int full_year(double year) const;
  bool goes_on_before_christ(double year) const;
  int stated_year() const;
  void date(double month, double day_of_month, double weekday);
  day anchor_for_bare_date();
  day nearest_year(day anchor, int month, int day_of_month, double weekday);
  day_range choose_among(choice_kind kind, std::span<const day_range> readings,
                         const choice_ground& ground);
  void day_of_context_month(int day_of_month, double weekday);
  static day nearest_named(named_kind kind, int which, const read_date& near);
  void named(named_kind kind, int which, direction where);
  day_range choose_unit(grain unit, std::span<const day_range> readings);
  bool is_coming(day_range before, day_range after, tense around) const;
  void moved_weekday(int which, direction where, double weeks);
  bool follows_week() const;
  void weekday(int which, direction where);

  // --- units from the publication, decades, centuries and feasts (resolve_units.cc) ---
  void relative_unit(grain unit, int by);
  bool beside_text(grain unit, int by);
  void day_offset(int days);
  void decade(int number, double hundred);
  void century(int number, bool before_christ, grain unit);
  holiday_rule feast_said() const;
  void holiday(direction where);
  void set_length(const holiday_rule& h);
  day nearest_holiday(const holiday_rule& h) const;
  void choose_holiday(const holiday_rule& h, direction where);
  void week_number(int number);
  void same(double unit, double shift);
  void double_year(int first, int second);

  // --- durations (resolve_spans.cc) ---
  void compound_duration();
  void duration(double number, double unit);
  bool count_from_event(double number, double unit);
  void count_from(const read_date& from, double number, double unit);
  void share_end_with_last();
  void anchored(double number, double unit, direction where);
  void later(double number, double unit, direction where);
  std::optional<std::size_t> clock_read() const;
  bool later_by_clock(double number, double unit);
  void compared(double number, double unit, direction other);
  void tell_as_date(grain precision);

  // --- times of day, and sets (resolve_clocks.cc) ---
  bool is_day_offset(const read_date& read) const;
  bool day_offset_holds() const;
  bool stated_day_behind(day& out) const;
  bool last_day_holds() const;
  day to_last_day();
  bool text_day(day& out);
  bool opens_line(const read_date& date) const;
  void set_time(day date, std::string clock, std::int16_t minute);
  bool follows_set() const;
  void clock(double hour, double minute, double part, double seconds);
  bool lasts_since_long() const;
  bool passes_midnight(int minutes) const;
  bool is_behind_night() const;
  bool is_night(const read_date& date) const;
  int days_on(part_of_day which, int days) const;
  void part();
  void recurring(double number, double unit, double every, double times);
  bool tells_of_habit() const;
  void recurring_named();

  // --- words that name no date (resolve_vague.cc) ---
  bool contrasts_with_past() const;
  void today(bool up_to);
  interval recently() const;
  const time_expression* told_with(const read_date& date) const;
  void reference(int which, double nearer);
  void vague(vagueness which);

  const resolve_input& in_;
  std::vector<time_expression>& out_;
  std::vector<resolution_trace>& traces_;
  const words_around words_;
  const said_expression* said_ = nullptr;
  std::vector<std::optional<time_expression>> holders_;  // by container, as far as read
  bool narrative_ = false;
  bool of_the_day_ = false;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_RESOLVER_H_
