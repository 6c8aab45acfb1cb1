#include "io/moment.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "base/civil.h"
#include "io/lines.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

const date::time_zone* find_zone(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {  // no such zone, or no tz database
    return nullptr;
  }
}

std::optional<date::sys_seconds> parse_instant(const std::string& text, const char* format) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  date::sys_seconds instant;
  in >> date::parse(format, instant);
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return instant;
}

// "2025-01-21 23:30:00.125z" as "2025-01-21T23:30:00+0000"; short times get their seconds.
std::string normalized(std::string_view text) {
  std::string out(text);
  if (out.size() > 10 && (out[10] == ' ' || out[10] == 't')) out[10] = 'T';
  if (const std::size_t dot = out.find('.', 11); dot != std::string::npos) {
    out.erase(dot, std::min(out.find_first_not_of("0123456789", dot + 1), out.size()) - dot);
  }
  std::erase(out, ' ');
  if (out.ends_with("UTC") || out.ends_with("GMT")) out.resize(out.size() - 2), out.back() = 'Z';
  if (out.back() == 'Z' || out.back() == 'z') out.pop_back(), out += "+0000";
  if (out.size() > 6 && out[out.size() - 3] == ':' && out.find_last_of("+-") == out.size() - 6) {
    out.erase(out.size() - 3, 1);
  }
  if (out.size() > 16 && out[16] != ':') out.insert(16, ":00");
  return out;
}

// "18.02.2025", "8.2.2025, 14:05 Uhr"; what stands behind the day and a space or comma is its
// clock.
std::optional<day> read_dotted_day(std::string_view text) {
  int parts[3] = {};  // day, month, year
  for (int& part : parts) {
    const char* const end = text.data() + text.size();
    const auto [behind, failed] = std::from_chars(text.data(), end, part);
    const auto digits = static_cast<std::size_t>(behind - text.data());
    const bool year = &part == &parts[2];
    if (failed != std::errc() || part <= 0 || (year ? digits != 4 : digits > 2))
      return std::nullopt;
    text.remove_prefix(digits);
    if (!year && !text.starts_with('.')) return std::nullopt;
    if (!year) text.remove_prefix(1);
  }
  const bool clock = text.starts_with(' ') || text.starts_with(", ");
  if (!text.empty() && (!clock || text.find(':') == std::string_view::npos)) return std::nullopt;
  const civil_date date{parts[2], parts[1], parts[0]};
  return is_valid(date) ? std::optional<day>(to_day(date)) : std::nullopt;
}

}  // namespace

bool is_time_zone(const std::string& name) { return find_zone(name) != nullptr; }

std::optional<day> moment_reader::read(std::string_view text) {
  text = trim(text);
  if (const std::optional<day> dotted = read_dotted_day(text)) return dotted;
  std::optional<date::sys_seconds> instant;
  std::optional<day> stated = parse_day(text.substr(0, 10));
  const bool clock = text.size() > 10 && (text[10] == 'T' || text[10] == 't' || text[10] == ' ');
  if (stated && text.size() > 10 && !clock) return std::nullopt;
  if (stated && clock) instant = parse_instant(normalized(text), "%FT%T%z");
  if (!stated) {
    std::string mail(text);
    if (mail.ends_with("GMT") || mail.ends_with("UTC")) mail.replace(mail.size() - 3, 3, "+0000");
    for (const char* format : {"%a, %d %b %Y %T %z", "%d %b %Y %T %z"}) {
      if (!instant) instant = parse_instant(mail, format);
    }
  }
  if (!instant) return stated;
  const date::time_zone* place = find_zone(zone_);
  lacked_ |= !place;
  if (!place) return std::nullopt;
  return from_sys_days(
      date::sys_days(date::floor<date::days>(place->to_local(*instant)).time_since_epoch()));
}

std::optional<error> moment_reader::fault(std::string_view where) const {
  if (!lacked_) return std::nullopt;
  return error{error_kind::io, std::string(where),
               "has times in UTC, and the time zone " + zone_ +
                   " is not known here; install the time zones (Debian: tzdata)"};
}

}  // namespace zeitstrahl
