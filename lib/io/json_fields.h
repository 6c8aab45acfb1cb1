#ifndef ZEITSTRAHL_LIB_IO_JSON_FIELDS_H_
#define ZEITSTRAHL_LIB_IO_JSON_FIELDS_H_

// Members of JSON objects, with faults that say where they are.
//
//     json_fields fields("artikel.json");
//     fields.enter("claim c4k7tq2");
//     std::string label = fields.text(object, "label");
//     if (fields.problem()) return *fields.problem();  // the first one
//
// A value of the wrong kind is a fault, and reads as empty.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_parts.h"
#include "io/lines.h"
#include "zeitstrahl/calendar.h"
#include "zeitstrahl/interval.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

class json_fields {
 public:
  explicit json_fields(std::string_view file) : file_(file) {}

  void enter(std::string place) { place_ = std::move(place); }
  void leave() { place_.clear(); }

  // Keeps the first: "FILE: claim c4k7tq2: "edtf" MESSAGE".
  void fault(std::string_view member, const std::string& message);
  const std::optional<error>& problem() const { return problem_; }

  // Null and, but for _or, missing members are faults where the member must be there.
  std::string text(const json& from, const char* member);  // null is ""
  std::string text_or(const json& from, const char* member, std::string missing);
  std::vector<std::string> texts(const json& from, const char* member);  // missing is none
  bool flag(const json& from, const char* member);
  bool flag_or(const json& from, const char* member, bool missing);
  std::size_t number(const json& from, const char* member);
  const json& list(const json& from, const char* member);  // missing is none
  std::optional<day> day_of(const json& from, const char* member);
  interval interval_of(const json& from);  // its member "interval"

  // One of an enumeration's words, which are those of to_string().
  template <class T>
  T word(const json& from, const char* member, T first, T last) {
    return word_of(text(from, member), member, first, last);
  }
  template <class T>
  T word_or(const json& from, const char* member, T first, T last) {
    return from.contains(member) ? word(from, member, first, last) : first;
  }

 private:
  template <class T>
  T word_of(const std::string& said, const char* member, T first, T last) {
    std::string all;
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
      const std::string_view known = to_string(static_cast<T>(i));
      if (known == said) return static_cast<T>(i);
      all += (all.empty() ? "" : ", ") + std::string(known);
    }
    fault(member, "is \"" + shortened(said) + "\"; write one of " + all);
    return first;
  }

  bound bound_of(const json& from, const char* member);
  void end_of(const json& from, bound& earliest, bound& latest, grain& precision, basis& rests_on);

  std::string file_;
  std::string place_;
  std::optional<error> problem_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_JSON_FIELDS_H_
