#ifndef ZEITSTRAHL_LIB_IO_JSON_TEXT_H_
#define ZEITSTRAHL_LIB_IO_JSON_TEXT_H_

// JSON written from front to back, without a tree of it in memory.
//
//     json_text out(true);
//     out.begin_object().key("id").string("a-17").end_object();
//     std::string line = out.take();                            // {"id":"a-17"}

#include <algorithm>
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

  void reserve(std::size_t bytes) {
    if (bytes > text_.size()) text_.resize(bytes);
  }

  json_text& begin_object() { return begin('{'); }
  json_text& end_object() { return end('}'); }
  json_text& begin_array() { return begin('['); }
  json_text& end_array() { return end(']'); }

  // Of the member whose value follows: nothing in the name needs an escape.
  json_text& key(std::string_view name) {
    separate();
    put('"');
    put(name);
    put(one_line_ ? "\":" : "\": ");
    after_key_ = true;
    return *this;
  }
  json_text& any_key(std::string_view name);  // escaped where it needs to be

  // Bytes that are not UTF-8 become U+FFFD.
  json_text& string(std::string_view text);
  json_text& string_or_null(std::string_view text) { return text.empty() ? null() : string(text); }
  // ASCII in which nothing needs an escape: names and dates of the program's own.
  json_text& word(std::string_view text) {
    before_value();
    put('"');
    put(text);
    put('"');
    return *this;
  }
  json_text& word_or_null(std::string_view text) { return text.empty() ? null() : word(text); }
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

  std::string take() {
    text_.resize(std::exchange(size_, 0));
    return std::move(text_);
  }
  // Whether the sink took everything.
  bool finish() {
    hand_over();
    return !refused_;
  }

 private:
  json_text& begin(char mark);
  json_text& end(char mark);
  json_text& literal(std::string_view text) {
    before_value();
    put(text);
    return *this;
  }
  void before_value() {
    if (!std::exchange(after_key_, false) && depth_ > 0) separate();
  }
  void quote(std::string_view text);
  void separate() {
    constexpr std::size_t piece = 1 << 16;
    if (sink_ && size_ >= piece) hand_over();
    if (!std::exchange(first_, false)) put(',');
    if (!one_line_) new_line();
  }
  // The pieces are many and small.
  void put(std::string_view text) {
    if (text.size() > text_.size() - size_) grow(text.size());
    std::copy(text.begin(), text.end(), text_.data() + size_);
    size_ += text.size();
  }
  void put(char c) { put(std::string_view(&c, 1)); }
  void grow(std::size_t by);
  void hand_over();
  void new_line();
  void escape(std::string_view text);
  void end_of(const bound& earliest, const bound& latest, grain precision, basis where_from);

  bool one_line_;
  bool first_ = true;  // nothing stands in the object or array yet
  bool after_key_ = false;
  std::size_t depth_ = 0;
  std::string text_;  // its first size_ bytes are written
  std::size_t size_ = 0;
  byte_sink sink_;
  bool refused_ = false;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_JSON_TEXT_H_
