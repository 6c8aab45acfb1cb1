#ifndef ZEITSTRAHL_LIB_LANG_HOLIDAY_RULE_H_
#define ZEITSTRAHL_LIB_LANG_HOLIDAY_RULE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeitstrahl {

// A feast by rule (holidays.tsv).
struct holiday_rule {
  enum class kind : std::uint8_t {
    fixed,    // month, day of month
    easter,   // days after Easter Sunday
    advent,   // days after the first Sunday of Advent
    weekday,  // the nth weekday of a month
    pascha,   // days after Orthodox Easter
    jewish,   // days after the Jewish new year's day
    islamic,  // month, day of month of the Islamic calendar
    chinese,  // days after the Chinese new year's day
  };
  std::string name;
  kind is = kind::fixed;
  int month = 0;
  int number = 0;  // day of month, days after, or n
  int weekday = 0;
  int days = 1;  // how long it lasts

  // Whether it begins on the eve of its day.
  bool from_eve() const { return is == kind::jewish || is == kind::islamic; }
};

// "05-01", "easter+39", "advent-11", "05#2/7" (the second Sunday of May), "islamic10-01",
// "jewish+9*2" (which lasts two days); nothing for what is no such rule.  Its name stays empty.
std::optional<holiday_rule> read_holiday_rule(std::string_view text);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_HOLIDAY_RULE_H_
