#ifndef ZEITSTRAHL_LIB_TIME_CHOICE_H_
#define ZEITSTRAHL_LIB_TIME_CHOICE_H_

// Which of several readings is meant: "am 3. Oktober" is last year's or this year's.
//
// All readings are there before one is chosen.  What speaks against a reading has a weight in
// days, and is added to the days that it lies from where the words count from; the lightest is
// meant, the first of two that weigh the same.  Everything is pure.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lang/meaning.h"
#include "time/tense.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {

// What the words name, each with weights of its own.
enum class choice_kind : std::uint8_t { day_of_year, unit_of_year, feast, weekday, weekend };

// What speaks against a reading.
enum class objection : std::uint8_t {
  farther,     // nothing but its distance
  other_side,  // the tense tells of the other side of the publication
  gone_by,     // the present tense leans towards what comes
  other_weekday,
  count_
};

std::string_view to_string(objection against);

// What a choice knows beside the readings.
struct choice_ground {
  day_range from;                 // distances count from it
  tense around = tense::unknown;  // of what is told
  std::optional<int> weekday;     // that was said beside a day
};

struct weighed_reading {
  day_range days;
  objection against = objection::farther;
  std::int64_t weight = 0;
};

// A month or day has one in each of three years at most.
constexpr std::size_t most_readings = 3;

// What was weighed, and which was chosen.
struct choice {
  std::array<weighed_reading, most_readings> readings{};
  std::uint8_t size = 0;
  std::uint8_t best = 0;

  day_range days() const { return readings[best].days; }
};

// `readings`: one to most_readings, in order of time.
choice choose(choice_kind kind, std::span<const day_range> readings, const choice_ground& ground);

// --- the readings of words, without a choice; the publication's own are among them ----------

// The days with that date in the years about a day's; none where none of these years has one.
std::span<const day_range> readings_of_date(int month, int day_of_month, day about,
                                            std::array<day_range, most_readings>& space);

// Of a unit that each year has once: the last that begins before the current such unit ends,
// and the next.  Only one where it is the current one.
std::span<const day_range> readings_of_unit(named_kind kind, int which, day about,
                                            std::array<day_range, most_readings>& space);

// The last such weekday up to a day and the next one behind it; only the day where it is one.
std::span<const day_range> readings_of_weekday(int which, day about,
                                               std::array<day_range, most_readings>& space);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_CHOICE_H_
