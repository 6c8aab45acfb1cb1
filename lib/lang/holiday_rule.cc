#include "lang/holiday_rule.h"

#include <utility>

#include "lang/table.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

// "05-01", "easter+39", "advent-11", "05#2/7" (the second Sunday of May), "islamic10-01".
std::optional<holiday_rule> read_day(std::string_view text) {
  const auto number = [](std::string_view digits) -> std::optional<int> {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto value = read_number(digits);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
  };
  holiday_rule out;
  for (const auto& [word, kind] :
       {std::pair{std::string_view("easter"), holiday_rule::kind::easter},
        {std::string_view("advent"), holiday_rule::kind::advent},
        {std::string_view("pascha"), holiday_rule::kind::pascha},
        {std::string_view("jewish"), holiday_rule::kind::jewish},
        {std::string_view("chinese"), holiday_rule::kind::chinese}}) {
    if (!text.starts_with(word)) continue;
    const auto days = text == word ? std::optional<int>(0) : number(text.substr(word.size()));
    if (!days) return std::nullopt;
    out.is = kind;
    out.number = *days;
    return out;
  }
  constexpr std::string_view islamic = "islamic";
  if (text.starts_with(islamic)) {
    out.is = holiday_rule::kind::islamic;
    text.remove_prefix(islamic.size());
  }
  if (text.size() < 5) return std::nullopt;
  const auto month = number(text.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  out.month = *month;
  if (text[2] == '#' && text.size() == 6 && text[4] == '/') {
    const auto n = number(text.substr(3, 1));
    const auto weekday = number(text.substr(5, 1));
    if (!n || !weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
    out.is = holiday_rule::kind::weekday;
    out.number = *n;
    out.weekday = *weekday;
    return out;
  }
  const auto day = number(text.substr(3));
  if (text[2] != '-' || !day || !is_valid({2000, *month, *day})) return std::nullopt;
  out.number = *day;
  return out;
}

}  // namespace

std::optional<holiday_rule> read_holiday_rule(std::string_view text) {
  const auto star = text.find('*');
  std::optional<holiday_rule> out = read_day(text.substr(0, star));
  if (!out || star == text.npos) return out;
  const auto days = read_number(text.substr(star + 1));
  if (!days || *days < 1) return std::nullopt;
  out->days = static_cast<int>(*days);
  return out;
}

}  // namespace zeitstrahl
