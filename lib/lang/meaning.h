#ifndef ZEITSTRAHL_LIB_LANG_MEANING_H_
#define ZEITSTRAHL_LIB_LANG_MEANING_H_

// The vocabulary of the meaning column: what a rule's words can stand for.
//
// A rule's meaning is a call such as `shift(-1, u)`.  Arguments are numbers, the named
// values below, or slots of the pattern; "-" leaves one out.  What the calls compute is
// in lib/time; here are their names and arity, which the loader checks.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zeitstrahl {

enum class meaning : std::uint8_t {
  nothing,      // the words are no time
  date,         // year, month, day, weekday, shift of the year, era, 1 for the text's year
  early_year,   // a bare year of few digits, which only other such years tell from a count
  named,        // kind, which one, direction, year, shift of the year (of weekdays, in weeks),
                // era, as in date
  unit,         // unit, shift, 1 for "dieses", 1 for a year beside the text's: "vergangenes
                // Jahr", "dieses Wochenende", "Vorjahr"
  day_offset,   // days from the publication
  today,        // until_now or nothing: the publication's day, or nowadays
  reference,    // PRESENT_REF, PAST_REF, FUTURE_REF
  duration,     // number, unit, and up to two more pairs: "drei Jahre und vier Monate"
  opening,      // number, unit: "die ersten drei Monate" of something
  anchored,     // number, unit, direction: "die letzten zehn Jahre"
  later,        // number, unit, direction: "zwei Jahre zuvor", from the date last read
  compared,     // number, unit, direction of the other: "zwei Jahre frueher als geplant"
  decade,       // number, century's number
  century,      // number, era, or millennium
  holiday,      // which, year, direction, shift of the year, number: "2. Advent"
  clock,        // hour, minute, part of day, seconds
  part_of_day,  // part, days from the publication, weekday, month, day, year, days from the text's;
                // with a weekday its direction in place of the first days
  recurring,    // number, unit, quantifier
  recurring_named,  // kind, which one, part of day, quantifier
  nth_weekday,      // number, weekday, month, year, months from now, unit of that day
  week_number,      // number, year
  same,             // unit, shift: the date last read, to that unit
  double_year,      // first, second: "2014/15"; "2016/05", which counts back, is a month
  vague,            // kind of vagueness
  count_
};

// An argument that a call leaves out, or whose slot did not take part in the match.
inline constexpr double absent = -1e18;

inline bool is_given(double argument) { return argument != absent; }

// As a whole number, cut to what is beyond any calendar, so that no text's number overflows.
int whole(double argument);

struct meaning_signature {
  std::string_view name;
  int least_arguments;
  int most_arguments;
};

inline constexpr int max_arguments = 7;

// By meaning.
extern const std::array<meaning_signature, static_cast<std::size_t>(meaning::count_)>
    meaning_signatures;

std::optional<meaning> find_meaning(std::string_view name);

enum class direction : std::uint8_t { bare, last, current, next };

// Bare where the argument is absent.
direction direction_of(double argument);

enum class part_of_day : std::uint8_t {
  none,
  morning,
  midday,
  afternoon,
  evening,
  night,
  daytime,
  midnight,
};

enum class season : std::uint8_t { none, spring, summer, autumn, winter };

// Kinds of `named`.
enum class named_kind : std::uint8_t { weekday, month, quarter, season, half_year, weekend };

// What a vague word says of the time it dates.
enum class vagueness : std::uint8_t {
  now,         // on the day of publication: "nun"
  from_now,    // from then on: "kuenftig"
  until_now,   // up to then: "bisher"
  continuing,  // before and after: "weiterhin"
  soon,        // after it: "bald"
  recently,    // shortly before it: "zuletzt"
  then_on,     // from the date last read on: "seitdem"
  after_then,  // after the date last read: "danach"
};

// "then" as a reading of PAST_REF: the date last read in the text.
inline constexpr double then_reading = 100;

// Values that tables may name: "year", "past", "morning", "start".
std::optional<double> find_value(std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_MEANING_H_
