#ifndef ZEITSTRAHL_LIB_IO_MOMENT_H_
#define ZEITSTRAHL_LIB_IO_MOMENT_H_

// Days of publication as machines write them.
//
//     read_moment("2025-01-21T23:30:00Z", "Europe/Berlin")           // 2025-01-22
//     read_moment("2025-01-21T23:30:00", "Europe/Berlin")            // 2025-01-21
//     read_moment("21.01.2025, 23:30 Uhr", "Europe/Berlin")          // 2025-01-21
//     read_moment("Tue, 21 Jan 2025 23:30:00 GMT", "Europe/Berlin")  // 2025-01-22

#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// ISO 8601, RFC 5322, and day, month and year with dots.  A time with an offset is an instant,
// whose day is that of the zone; without one, it is taken as it stands.  Nothing for other text,
// for days that do not exist, and for an instant where the zone is unknown.
std::optional<day> read_moment(std::string_view text, const std::string& zone);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_MOMENT_H_
