#include "tests/fuzz/timex_reader.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <utility>
#include <vector>

namespace zeitstrahl {
namespace {

// Takes so many digits from the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  int number = 0;
  if (text.size() < digits) return std::nullopt;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + digits, number);
  if (problem != std::errc() || end != text.data() + digits || number < 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

day_range months_from(int year, int month, int count) {
  const day first = to_day({year, month, 1});
  return {first, add_months(first, count) - 1};
}

std::optional<day_range> season_of(int year, std::string_view name) {
  static constexpr std::pair<std::string_view, int> begins[] = {
      {"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}};
  for (const auto& [season, month] : begins) {
    if (season == name) return months_from(year, month, 3);
  }
  return std::nullopt;
}

std::optional<day_range> within_year(int year, std::string_view rest) {
  if (const auto season = season_of(year, rest)) return season;
  if (take(rest, "W")) {
    const std::optional<int> week = take_number(rest, 2);
    if (!week) return std::nullopt;
    const day monday = monday_of({year, *week});
    if (rest == "-WE") return day_range{monday + 5, monday + 6};
    return rest.empty() ? std::optional(day_range{monday, monday + 6}) : std::nullopt;
  }
  for (const auto& [letter, months] : {std::pair("Q", 3), std::pair("H", 6)}) {
    if (!take(rest, letter)) continue;
    const std::optional<int> number = take_number(rest, 1);
    if (!number || !rest.empty()) return std::nullopt;
    return months_from(year, (*number - 1) * months + 1, months);
  }
  const std::optional<int> month = take_number(rest, 2);
  if (!month) return std::nullopt;
  if (rest.empty()) return months_from(year, *month, 1);
  if (!take(rest, "-")) return std::nullopt;
  const std::optional<int> date = take_number(rest, 2);
  if (!date || !rest.empty()) return std::nullopt;
  const day one = to_day({year, *month, *date});
  return day_range{one, one};
}

std::string attributes_of(const time_expression& e) {
  std::string out(to_string(e.type));
  for (const std::string_view more : {std::string_view(e.value), to_string(e.mod),
                                      std::string_view(e.quant), std::string_view(e.freq)}) {
    out += "|" + std::string(more);
  }
  return out;
}

std::string attributes_of(pugi::xml_node tag) {
  std::string out = tag.attribute("type").value();
  for (const char* name : {"value", "mod", "quant", "freq"}) {
    out += std::string("|") + tag.attribute(name).value();
  }
  return out;
}

}  // namespace

std::optional<day_range> read_timex_unit(std::string_view value) {
  if (take(value, "BC")) {
    const std::optional<int> year = take_number(value, 4);
    if (!year) return std::nullopt;
    if (value.empty()) return months_from(1 - *year, 1, 12);
    return take(value, "-") ? within_year(1 - *year, value) : std::nullopt;
  }
  const std::size_t digits = std::min(value.find('-'), value.size());
  const std::optional<int> number = take_number(value, digits);
  if (!number || digits == 0 || digits > 4) return std::nullopt;
  if (!value.empty()) {
    return digits == 4 && take(value, "-") ? within_year(*number, value) : std::nullopt;
  }
  int years = 1;
  for (std::size_t i = digits; i < 4; ++i) years *= 10;
  const int first = *number * years;
  return day_range{to_day({first, 1, 1}), to_day({first + years - 1, 12, 31})};
}

std::optional<timex_length> read_timex_length(std::string_view value) {
  timex_length out;
  if (!take(value, "P")) return std::nullopt;
  out.clock = take(value, "T");
  if (!take(value, "X")) {
    double number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number,
                                                std::chars_format::fixed);
    if (problem != std::errc()) return std::nullopt;
    out.number = number;
    value.remove_prefix(static_cast<std::size_t>(end - value.data()));
  }
  out.unit = value;
  return out;
}

std::optional<std::pair<int, int>> read_timex_clock(std::string_view value) {
  if (!take(value, "T")) return std::nullopt;
  const std::optional<int> hour = take_number(value, 2);
  if (!hour || !take(value, ":")) return std::nullopt;
  const std::optional<int> minute = take_number(value, 2);
  if (!minute) return std::nullopt;
  std::optional<int> second = 0;
  if (take(value, ":")) second = take_number(value, 2);
  if (!second || !value.empty()) return std::nullopt;
  return std::pair(*hour * 60 + *minute, *second);
}

std::string fault_in_timeml(const timeline& found, std::string_view timeml) {
  pugi::xml_document xml;
  if (!xml.load_buffer(timeml.data(), timeml.size())) return "TimeML that is no XML";
  std::vector<const time_expression*> by_number;
  for (const time_expression& e : found.expressions) by_number.push_back(&e);
  for (const pugi::xpath_node& at : xml.select_nodes("/TimeML/TEXT/TIMEX3[text()]")) {
    const std::string_view tid = at.node().attribute("tid").value();
    std::size_t number = 0;
    std::from_chars(tid.data() + 1, tid.data() + tid.size(), number);
    if (number == 0 || number > by_number.size()) return "TIMEX3 of no expression";
    const std::string said = attributes_of(at.node());
    const std::string meant = attributes_of(*by_number[number - 1]);
    if (said != meant) return "TIMEX3 says " + said + " for " + meant;
  }
  return "";
}

}  // namespace zeitstrahl
