#ifndef ZEITSTRAHL_LIB_IO_MOMENT_H_
#define ZEITSTRAHL_LIB_IO_MOMENT_H_

// Days of publication as machines write them.
//
//     moment_reader moments("Europe/Berlin");
//     moments.read("2025-01-21T23:30:00Z")           // 2025-01-22
//     moments.read("2025-01-21T23:30:00")            // 2025-01-21
//     moments.read("21.01.2025, 23:30 Uhr")          // 2025-01-21
//     moments.read("Tue, 21 Jan 2025 23:30:00 GMT")  // 2025-01-22

#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// ISO 8601, RFC 5322, and day, month and year with dots.  A time with an offset is an instant,
// whose day is that of the zone; without one, it is taken as it stands.
class moment_reader {
 public:
  explicit moment_reader(std::string_view zone) : zone_(zone) {}

  // Nothing for other text, for days that do not exist, and for an instant where the zone is
  // unknown.
  std::optional<day> read(std::string_view text);

  // An io error where an instant had no zone: where no time zones are installed, none is known.
  std::optional<error> fault(std::string_view where) const;

 private:
  std::string zone_;
  bool lacked_ = false;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_MOMENT_H_
