#include "io/json_parts.h"

#include "io/bound_text.h"

namespace zeitstrahl {
namespace {

json end_to_json(const bound& earliest, const bound& latest, grain precision, basis where_from) {
  const bool known = earliest.given() || latest.given();
  return {{"earliest", string_or_null(bound_text(earliest))},
          {"latest", string_or_null(bound_text(latest))},
          {"grain", known ? json(to_string(precision)) : json(nullptr)},
          {"basis", known ? json(to_string(where_from)) : json(nullptr)}};
}

}  // namespace

json string_or_null(std::string_view text) { return text.empty() ? json(nullptr) : json(text); }

json day_or_null(const std::optional<day>& value) {
  return value ? json(format_day(*value)) : json(nullptr);
}

json interval_to_json(const interval& when) {
  return {{"begin",
           end_to_json(when.begin_earliest, when.begin_latest, when.begin_grain, when.begin_basis)},
          {"end", end_to_json(when.end_earliest, when.end_latest, when.end_grain, when.end_basis)}};
}

std::string dump(const json& value, bool one_line) {
  return value.dump(one_line ? -1 : 2, ' ', false, json::error_handler_t::replace);
}

}  // namespace zeitstrahl
