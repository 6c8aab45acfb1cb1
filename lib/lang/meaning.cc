#include "lang/meaning.h"

#include <algorithm>
#include <iterator>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

const std::array<meaning_signature, static_cast<std::size_t>(meaning::count_)> meaning_signatures =
    {{
        {"nothing", 0, 0},     {"date", 1, 7},
        {"early_year", 1, 1},  {"named", 2, 7},
        {"unit", 2, 4},        {"day_offset", 1, 1},
        {"today", 0, 1},       {"reference", 1, 2},
        {"duration", 2, 6},    {"opening", 2, 2},
        {"anchored", 3, 3},    {"later", 3, 3},
        {"compared", 3, 3},    {"decade", 1, 2},
        {"century", 1, 3},     {"holiday", 1, 5},
        {"clock", 1, 4},       {"part_of_day", 1, 7},
        {"recurring", 2, 4},   {"recurring_named", 2, 4},
        {"nth_weekday", 2, 6}, {"week_number", 1, 2},
        {"same", 1, 2},        {"double_year", 2, 2},
        {"vague", 1, 1},
    }};

std::optional<meaning> find_meaning(std::string_view name) {
  const auto found = std::find_if(meaning_signatures.begin(), meaning_signatures.end(),
                                  [&](const meaning_signature& s) { return s.name == name; });
  if (found == meaning_signatures.end()) return std::nullopt;
  return static_cast<meaning>(found - meaning_signatures.begin());
}

namespace {

struct named_value {
  std::string_view name;
  double value;
};

template <class Enum>
constexpr named_value entry(std::string_view name, Enum value) {
  return {name, static_cast<double>(value)};
}

// Names are unique over all kinds; quantities of one kind have the kind's own type.
constexpr named_value values[] = {
    entry("minute", grain::minute),
    entry("hour", grain::hour),
    entry("day", grain::day),
    entry("weekend", grain::weekend),
    entry("week", grain::week),
    entry("month", grain::month),
    entry("quarter", grain::quarter),
    entry("season", grain::season),
    entry("half_year", grain::half_year),
    entry("year", grain::year),
    entry("decade", grain::decade),
    entry("century", grain::century),
    entry("millennium", grain::millennium),
    entry("bare", direction::bare),
    entry("last", direction::last),
    entry("current", direction::current),
    entry("next", direction::next),
    entry("morning", part_of_day::morning),
    entry("midday", part_of_day::midday),
    entry("afternoon", part_of_day::afternoon),
    entry("evening", part_of_day::evening),
    entry("night", part_of_day::night),
    entry("daytime", part_of_day::daytime),
    entry("midnight", part_of_day::midnight),
    entry("spring", season::spring),
    entry("summer", season::summer),
    entry("autumn", season::autumn),
    entry("winter", season::winter),
    entry("named_weekday", named_kind::weekday),
    entry("named_month", named_kind::month),
    entry("named_quarter", named_kind::quarter),
    entry("named_season", named_kind::season),
    entry("named_half", named_kind::half_year),
    entry("named_weekend", named_kind::weekend),
    entry("now", vagueness::now),
    entry("from_now", vagueness::from_now),
    entry("until_now", vagueness::until_now),
    entry("continuing", vagueness::continuing),
    entry("soon", vagueness::soon),
    entry("recently", vagueness::recently),
    entry("then_on", vagueness::then_on),
    entry("after_then", vagueness::after_then),
    {"then", then_reading},
    {"present", 0},
    {"past", 1},
    {"future", 2},
    entry("approx", timex_mod::approx),
    entry("start", timex_mod::start),
    entry("mid", timex_mod::mid),
    entry("end", timex_mod::end),
    entry("more_than", timex_mod::more_than),
    entry("less_than", timex_mod::less_than),
    entry("equal_or_more", timex_mod::equal_or_more),
    entry("equal_or_less", timex_mod::equal_or_less),
    {"second", -1},
};

}  // namespace

std::optional<double> find_value(std::string_view name) {
  const auto* found = std::find_if(std::begin(values), std::end(values),
                                   [&](const named_value& v) { return v.name == name; });
  if (found == std::end(values)) return std::nullopt;
  return found->value;
}

int whole(double argument) {
  constexpr double most = 100000;
  return static_cast<int>(std::clamp(argument, -most, most));
}

direction direction_of(double argument) {
  return is_given(argument) ? static_cast<direction>(whole(argument)) : direction::bare;
}

}  // namespace zeitstrahl
