#include "io/json_fields.h"

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

const json nothing = json::array();

// "2025-01-22T18:30"; the day is read already.
std::int16_t minute_of(const std::string& text) {
  const std::size_t at = text.find('T');
  if (at == std::string::npos || text.size() != at + 6) return bound::no_minute;
  const auto digit = [&](std::size_t i) { return text[at + i] - '0'; };
  const int minute = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
  return minute >= 0 && minute <= 24 * 60 ? static_cast<std::int16_t>(minute) : bound::no_minute;
}

}  // namespace

void json_fields::fault(std::string_view member, const std::string& message) {
  if (problem_) return;
  const std::string place = place_.empty() ? "" : visible(place_) + ": ";
  problem_ =
      error{error_kind::bad_input, file_, place + "\"" + std::string(member) + "\" " + message};
}

std::string json_fields::text(const json& from, const char* member) {
  const auto at = from.find(member);
  if (at != from.end() && at->is_null()) return {};
  if (at != from.end() && at->is_string()) return at->get<std::string>();
  fault(member, at == from.end() ? "is missing" : "is no text; write it in quotation marks");
  return {};
}

std::string json_fields::text_or(const json& from, const char* member, std::string missing) {
  return from.contains(member) ? text(from, member) : std::move(missing);
}

std::vector<std::string> json_fields::texts(const json& from, const char* member) {
  std::vector<std::string> out;
  for (const json& item : list(from, member)) {
    if (item.is_string()) {
      out.push_back(item.get<std::string>());
    } else {
      fault(member, "holds what is no text");
    }
  }
  return out;
}

bool json_fields::flag(const json& from, const char* member) {
  const auto at = from.find(member);
  if (at != from.end() && at->is_boolean()) return at->get<bool>();
  fault(member, at == from.end() ? "is missing" : "is neither true nor false");
  return false;
}

bool json_fields::flag_or(const json& from, const char* member, bool missing) {
  return from.contains(member) ? flag(from, member) : missing;
}

std::size_t json_fields::number(const json& from, const char* member) {
  const auto at = from.is_object() ? from.find(member) : from.end();
  if (from.is_object() && at != from.end() && at->is_number_unsigned()) {
    return at->get<std::size_t>();
  }
  fault(member, "is no number from 0 on");
  return 0;
}

const json& json_fields::list(const json& from, const char* member) {
  const auto at = from.find(member);
  if (at == from.end()) return nothing;
  if (at->is_array()) return *at;
  fault(member, "is no list");
  return nothing;
}

std::optional<day> json_fields::day_of(const json& from, const char* member) {
  const std::string written = text(from, member);
  const std::optional<day> out = parse_day(written);
  if (!out && !written.empty())
    fault(member, "is \"" + shortened(written) + "\", no day; write YYYY-MM-DD");
  return out;
}

bound json_fields::bound_of(const json& from, const char* member) {
  const std::string written = text(from, member);
  if (written.empty()) return {};
  if (written == "open") return bound::open();
  const std::optional<day> date = parse_day(written);
  if (date) return bound::at(*date, minute_of(written));
  fault(member, "is \"" + shortened(written) + "\"; write a day as YYYY-MM-DD, open or null");
  return {};
}

void json_fields::end_of(const json& from, bound& earliest, bound& latest, grain& precision,
                         basis& rests_on) {
  if (!from.is_object()) return fault("interval", "has no begin and end");
  earliest = bound_of(from, "earliest");
  latest = bound_of(from, "latest");
  if (!text_or(from, "grain", "").empty()) {
    precision = word<grain>(from, "grain", grain::minute, grain::millennium);
  }
  if (!text_or(from, "basis", "").empty()) {
    rests_on = word<basis>(from, "basis", basis::stated, basis::assumed);
  }
}

interval json_fields::interval_of(const json& from) {
  interval out;
  const auto at = from.find("interval");
  if (at == from.end() || !at->is_object()) {
    fault("interval", "is missing");
    return out;
  }
  end_of(at->value("begin", json()), out.begin_earliest, out.begin_latest, out.begin_grain,
         out.begin_basis);
  end_of(at->value("end", json()), out.end_earliest, out.end_latest, out.end_grain, out.end_basis);
  return out;
}

}  // namespace zeitstrahl
