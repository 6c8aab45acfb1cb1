#include "lang/meaning.h"

#include <algorithm>
#include <iterator>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

namespace {

template <class... Names>
constexpr std::uint64_t bits(Names... names) {
  return ((std::uint64_t{1} << static_cast<int>(names)) | ... | 0);
}

constexpr double most_units = static_cast<double>(grain::millennium);
constexpr double most_count = 1e12;
constexpr double most_year = 99999;

}  // namespace

namespace {

using signature_table = std::array<meaning_signature, static_cast<std::size_t>(meaning::count_)>;

constexpr signature_table make_signatures() {
  using enum argument_name;
  constexpr std::uint64_t names_of_units = bits(weekday, month, season, quarter, half);
  return {{
      {"nothing", 0, 0, 0},
      {"date", bits(year, month, day, weekday, era, special_year), bits(year, month, day), 0},
      {"early_year", bits(year), 0, bits(year)},
      {"named", names_of_units | bits(direction, weeks, of_text), names_of_units, 0},
      {"unit", bits(unit, shift, of_text, special_year, mod), 0, bits(unit, shift)},
      {"day_offset", bits(days), 0, bits(days)},
      {"today", bits(up_to), 0, 0},
      {"reference", bits(which, nearer), 0, bits(which)},
      {"duration", bits(number, unit, number2, unit2, number3, unit3), 0, bits(unit)},
      {"opening", bits(number, unit), 0, bits(number, unit)},
      {"anchored", bits(number, unit, direction), 0, bits(unit, direction)},
      {"later", bits(number, unit, direction), 0, bits(unit, direction)},
      {"compared", bits(number, unit, direction), 0, bits(number, unit, direction)},
      {"decade", bits(decade, century), 0, bits(decade)},
      {"century", bits(century, era, unit), 0, bits(century)},
      {"holiday", bits(feast, direction, number), 0, bits(feast)},
      {"clock", bits(hour, minute, part, second), 0, bits(hour)},
      {"part_of_day", bits(part, days, direction, weekday, month, day, year, text_days), 0,
       bits(part)},
      {"recurring", bits(number, unit, every, times), 0, bits(unit)},
      {"recurring_named", names_of_units | bits(part, every), names_of_units | bits(part), 0},
      {"nth", bits(number, weekday, unit, every), bits(weekday, unit), bits(number)},
      {"week_number", bits(week), 0, bits(week)},
      {"same", bits(unit, shift), 0, 0},
      {"double_year", bits(year, second_year), 0, bits(year, second_year)},
      {"vague", bits(which), 0, bits(which)},
      {"half_of", bits(half), 0, bits(half)},
      {"bound", bits(mod), 0, 0},
      {"enclosing", bits(unit), 0, bits(unit)},
  }};
}

}  // namespace

constinit const signature_table meaning_signatures = make_signatures();

const std::array<argument_type, argument_count> argument_types = {{
    {"number", -1, most_count},
    {"unit", -1, most_units},
    {"number2", 0, most_count},
    {"unit2", -1, most_units},
    {"number3", 0, most_count},
    {"unit3", -1, most_units},
    {"year", 0, most_year},
    {"second_year", 0, most_year},
    {"month", 1, 12},
    {"day", 1, 31},
    {"weekday", 1, 7},
    {"era", -1, 1},
    {"season", 1, 4},
    {"quarter", 1, 31},
    {"half", 1, 31},
    {"week", 1, 59},
    {"shift", -9, 9},
    {"of_text", 1, 1},
    {"weeks", -most_count, most_count},
    {"direction", -2, 2},
    {"days", -9, 9},
    {"text_days", -9, 9},
    {"part", 0, static_cast<double>(part_of_day::midnight)},
    {"hour", 0, 24},
    {"minute", -59, 59},
    {"second", 0, 59},
    {"feast", 0, 9999},
    {"decade", 0, 2199},
    {"century", 1, 99},
    {"which", 0, static_cast<double>(vagueness::then_at)},
    {"nearer", 0, 100},
    {"up_to", 1, 1},
    {"every", 1, 1},
    {"times", 0, most_count},
    {"special_year", 1, 1},
    {"mod", 0, 20},
}};

std::optional<argument_name> find_argument(std::string_view name) {
  const auto found = std::find_if(argument_types.begin(), argument_types.end(),
                                  [&](const argument_type& t) { return t.name == name; });
  if (found == argument_types.end()) return std::nullopt;
  return static_cast<argument_name>(found - argument_types.begin());
}

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
    {"last", -1},
    {"current", 0},
    {"next", 1},
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
    entry("now", vagueness::now),
    entry("from_now", vagueness::from_now),
    entry("until_now", vagueness::until_now),
    entry("continuing", vagueness::continuing),
    entry("soon", vagueness::soon),
    entry("recently", vagueness::recently),
    entry("then_on", vagueness::then_on),
    entry("after_then", vagueness::after_then),
    entry("long_since", vagueness::long_since),
    entry("just", vagueness::just),
    entry("then_at", vagueness::then_at),
    {"turn", turn_of_year},
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
  if (!is_given(argument)) return direction::bare;
  return argument < 0 ? direction::last : argument > 0 ? direction::next : direction::current;
}

}  // namespace zeitstrahl
