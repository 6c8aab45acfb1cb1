#ifndef ZEITSTRAHL_LIB_LANG_MEANING_H_
#define ZEITSTRAHL_LIB_LANG_MEANING_H_

// The vocabulary of the meaning column: what a rule's words can stand for.
//
// A rule's meaning is a call such as `date(month=m, day=d)`.  Arguments are numbers, the named
// values below, or slots of the pattern.  What the calls compute is in lib/time; here are their
// names and the values that each argument may have, which the loader checks.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zeitstrahl {

enum class meaning : std::uint8_t {
  nothing,          // the words are no time
  date,             // a year, month or day of the calendar
  early_year,       // a bare year of few digits, which only other such years tell from a count
  named,            // a weekday, month, quarter, season or half-year by its name
  unit,             // so many units from the publication's: "vergangenes Jahr"
  day_offset,       // so many days from the publication
  today,            // the publication's day, or nowadays
  reference,        // PRESENT_REF, PAST_REF, FUTURE_REF
  duration,         // up to three pairs of number and unit: "drei Jahre und vier Monate"
  opening,          // "die ersten drei Monate" of something
  anchored,         // "die letzten zehn Jahre"
  later,            // "zwei Jahre zuvor", from the date last read
  compared,         // "zwei Jahre frueher als geplant"; the direction is that of the other
  decade,           // "die achtziger Jahre"
  century,          // or a millennium
  holiday,          // a feast
  clock,            // a time of day
  part_of_day,      // "am Abend"
  recurring,        // every so many units
  recurring_named,  // every such weekday, month, season or part of the day
  nth,              // the nth weekday or unit of what it lies in: "erster Montag im Mai"
  week_number,      // a week of the ISO year
  same,             // the date last read, to that unit, or units on
  double_year,      // "2014/15"; "2016/05", which counts back, is a month
  vague,            // a word that dates a claim and is no TIMEX3
  half_of,          // a half of what it lies in: "erste Haelfte des Jahres"
  bound,            // the begin, middle or end of what it lies in: "Anfang 2019"
  enclosing,        // a unit that is said only of what lies in it: "des Jahres"
  count_
};

// What the calls take.  A call names its arguments; a slot that has an argument's name is that
// argument.
enum class argument_name : std::uint8_t {
  number,
  unit,
  number2,
  unit2,
  number3,
  unit3,
  year,
  second_year,
  month,
  day,
  weekday,
  era,  // -1 before Christ, 1 after
  season,
  quarter,
  half,
  week,
  shift,      // units from the publication's, or from the date last read
  of_text,    // 1: from a year that the text has just named, where there is one
  weeks,      // from the weekday meant
  direction,  // last, current, next
  days,       // from the publication
  text_days,  // from the day last read
  part,       // of the day
  hour,
  minute,
  second,
  feast,
  decade,
  century,
  which,         // of references and vague words
  nearer,        // of references: then, recently
  up_to,         // 1: "bis heute"
  every,         // a quantifier
  times,         // how often
  special_year,  // 1: one that need not be the calendar's: "Saison", "Geschaeftsjahr"
  mod,           // modifier of any expression: "Anfang", "rund"
  count_
};
inline constexpr std::size_t argument_count = static_cast<std::size_t>(argument_name::count_);

struct argument_type {
  std::string_view name;
  double least;  // of its values, inclusive
  double most;
};
extern const std::array<argument_type, argument_count> argument_types;  // by argument_name
std::optional<argument_name> find_argument(std::string_view name);

// An argument that a call leaves out, or whose slot did not take part in the match.
inline constexpr double absent = -1e18;

inline bool is_given(double argument) { return argument != absent; }

// As a whole number, cut to what is beyond any calendar, so that no text's number overflows.
int whole(double argument);

struct meaning_signature {
  std::string_view name;
  std::uint64_t arguments;  // bits by argument_name that it takes
  std::uint64_t one_of;     // of which one at least must be given, or none
  std::uint64_t required;   // and all of these
};

// By meaning.
extern const std::array<meaning_signature, static_cast<std::size_t>(meaning::count_)>
    meaning_signatures;

std::optional<meaning> find_meaning(std::string_view name);

// Which of the units that have a name: the last one before now, this one, the next.
enum class direction : std::uint8_t { bare, last, current, next };

// By the sign of the argument; bare where it is absent.
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

// What `named` names.
enum class named_kind : std::uint8_t { weekday, month, quarter, season, half_year };

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
  long_since,  // for a time of no length said, still: "seit langem"
  just,        // in the course of it, or just before it: "gerade"
  then_at,     // at the date to come that was last read: "dann"
};

// A modifier: about the end of the unit and the begin of the next, "Jahreswechsel".
inline constexpr double turn_of_year = 20;

// "then" as a reading of PAST_REF: the date last read in the text.
inline constexpr double then_reading = 100;

// Values that tables may name: "year", "past", "morning", "start".
std::optional<double> find_value(std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_MEANING_H_
