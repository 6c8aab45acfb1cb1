#include "time/choice.h"

#include <algorithm>
#include <cstdlib>

#include "time/named_units.h"

namespace zeitstrahl {
namespace {

// So heavy that no distance makes up for it.
constexpr std::int64_t never = 1'000'000;

struct choice_weights {
  // Days added where the tense tells of the other side.
  std::int64_t other_side;
  // Days ahead that the past tense may still mean: it may tell how something near was planned.
  int soon;
  // What the distance of a reading gone by is multiplied with in the present tense.
  int gone_by;
};

constexpr choice_weights weights[] = {
    // "Am 3. Juni sagte er ab", published in May: the planned day, which is near
    {400, 60, 2},
    // "Im Oktober trat sie zurueck", published in May: last year's; "Im April beginnt der Umbau"
    {never, 0, 3},
    // "Vor Weihnachten war er krank"; "Zu Weihnachten wurde ein Konzert geplant", in December
    {never, 21, 3},
    // "Am Freitag tagt der Rat": the present tells of the next one only
    {never, 0, never},
    // "Am Wochenende oeffnet das Bad"
    {never, 0, never},
};

// Days from the end of the one to the begin of the other; 0 where they overlap.
int distance(day_range from, day_range days) {
  if (days.last < from.first) return from.first - days.last;
  return days.first > from.last ? days.first - from.last : 0;
}

weighed_reading weigh(const choice_weights& w, day_range days, const choice_ground& ground) {
  weighed_reading out{days, objection::farther, distance(ground.from, days)};
  const bool gone_by = days.last < ground.from.first;
  const bool ahead = days.first > ground.from.last;
  const bool other_side =
      (ground.around == tense::future && gone_by) ||
      (ground.around == tense::past && ahead && days.first - ground.from.last > w.soon);
  if (ground.around == tense::present && gone_by) {
    out.weight *= w.gone_by;
    out.against = objection::gone_by;
  }
  if (other_side) {
    out.weight += w.other_side;
    out.against = objection::other_side;
  }
  if (ground.weekday && iso_weekday(days.first) != *ground.weekday) {
    out.weight += never;
    out.against = objection::other_weekday;
  }
  return out;
}

}  // namespace

std::string_view to_string(objection against) {
  switch (against) {
    case objection::farther:
      return "lies farther away";
    case objection::other_side:
      return "lies on the other side of what the tense tells";
    case objection::gone_by:
      return "is gone by, where the present tense leans towards what comes";
    case objection::other_weekday:
      return "is another weekday";
    case objection::count_:
      break;
  }
  return "";
}

choice choose(choice_kind kind, std::span<const day_range> readings, const choice_ground& ground) {
  choice out;
  for (const day_range days : readings.first(std::min(readings.size(), most_readings))) {
    out.readings[out.size] = weigh(weights[static_cast<std::size_t>(kind)], days, ground);
    if (out.readings[out.size].weight < out.readings[out.best].weight) out.best = out.size;
    ++out.size;
  }
  return out;
}

std::span<const day_range> readings_of_date(int month, int day_of_month, day about,
                                            std::array<day_range, most_readings>& space) {
  const int year = to_civil(about).year;
  std::size_t size = 0;
  for (int y = year - 1; y <= year + 1; ++y) {
    if (!is_valid({y, month, day_of_month})) continue;
    const day found = to_day({y, month, day_of_month});
    space[size++] = {found, found};
  }
  return {space.data(), size};
}

std::span<const day_range> readings_of_unit(named_kind kind, int which, day about,
                                            std::array<day_range, most_readings>& space) {
  const grain unit = grain_of_kind(kind);
  const day_range now = unit_of(about, unit);
  const auto in_year = [&](int y) { return unit_of(day_of_named(kind, which, y), unit); };
  int past = to_civil(about).year;
  while (in_year(past).first > now.first) --past;
  int next = to_civil(about).year;
  while (in_year(next).first < now.first) ++next;
  space[0] = in_year(past);
  space[1] = in_year(next);
  return {space.data(), past == next ? 1u : 2u};
}

std::span<const day_range> readings_of_weekday(int which, day about,
                                               std::array<day_range, most_readings>& space) {
  const int back = (iso_weekday(about) - which + 7) % 7;
  const day past = about - back;
  space[0] = {past, past};
  space[1] = {past + 7, past + 7};
  return {space.data(), back == 0 ? 1u : 2u};
}

}  // namespace zeitstrahl
