#ifndef ZEITSTRAHL_LIB_IO_JSON_TEXT_H_
#define ZEITSTRAHL_LIB_IO_JSON_TEXT_H_

// JSON written from front to back, without a tree of it in memory.
//
//     json_text out(true);
//     out.begin_object().key("id").string("a-17").end_object();
//     std::string line = out.take();                            // {"id":"a-17"}

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "zeitstrahl/interval.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {

class json_text {
 public:
  // Else indented by two spaces.  With a sink (see write.h) what is written goes there piece by
  // piece, and the rest with finish().
  explicit json_text(bool one_line, byte_sink sink = {})
      : one_line_(one_line), sink_(std::move(sink)) {}

  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  json_text& begin_object() { return begin('{'); }
  json_text& end_object() { return end('}'); }
  json_text& begin_array() { return begin('['); }
  json_text& end_array() { return end(']'); }

  // Of the member whose value follows: nothing in the name needs an escape.
  json_text& key(std::string_view name);
  json_text& any_key(std::string_view name);  // escaped where it needs to be

  // Bytes that are not UTF-8 become U+FFFD.
  json_text& string(std::string_view text);
  json_text& string_or_null(std::string_view text) { return text.empty() ? null() : string(text); }
  json_text& number(std::uint64_t value);
  json_text& number_or_null(std::uint64_t value, bool known) {
    return known ? number(value) : null();
  }
  json_text& boolean(bool value) { return literal(value ? "true" : "false"); }
  json_text& null() { return literal("null"); }
  json_text& day_or_null(const std::optional<day>& value);
  json_text& edtf_or_null(const interval& when);
  json_text& value(const interval& when);

  template <class Strings>
  json_text& strings(const Strings& all) {
    begin_array();
    for (const auto& one : all) string(one);
    return end_array();
  }

  std::string take() { return std::move(text_); }
  // Whether the sink took everything.
  bool finish() {
    hand_over();
    return !refused_;
  }

 private:
  json_text& begin(char mark);
  json_text& end(char mark);
  json_text& literal(std::string_view text);
  void before_value();
  void quote(std::string_view text);
  void separate();
  void hand_over();
  void new_line();
  void escape(std::string_view text);
  void end_of(const bound& earliest, const bound& latest, grain precision, basis where_from);

  bool one_line_;
  bool first_ = true;  // nothing stands in the object or array yet
  bool after_key_ = false;
  std::size_t depth_ = 0;
  std::string text_;
  byte_sink sink_;
  bool refused_ = false;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_JSON_TEXT_H_
