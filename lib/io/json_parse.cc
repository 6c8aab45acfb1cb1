#include "io/json_parse.h"

namespace zeitstrahl {

using nlohmann::json;

namespace {

json parse(std::string_view text, bool throws) {
  bool too_deep = false;
  const auto watch = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest_nesting;
    return !too_deep;
  };
  json parsed = json::parse(text, watch, throws);
  return too_deep ? json(json::value_t::discarded) : parsed;
}

}  // namespace

json parse_json(std::string_view text) { return parse(text, /*throws=*/false); }

json parse_json(std::string_view text, std::size_t& fault) {
  fault = std::string_view::npos;
  try {
    return parse(text, /*throws=*/true);
  } catch (const json::parse_error& problem) {
    fault = problem.byte;
    return json(json::value_t::discarded);
  }
}

std::string string_or_empty(const json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

}  // namespace zeitstrahl
