#include "io/json_text.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "io/bound_text.h"
#include "io/json_parts.h"

namespace zeitstrahl {
namespace {

constexpr bool needs_escape(unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; }

std::string_view short_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return "";
  }
}

}  // namespace

json_text& json_text::any_key(std::string_view name) {
  separate();
  quote(name);
  put(one_line_ ? ":" : ": ");
  after_key_ = true;
  return *this;
}

json_text& json_text::string(std::string_view text) {
  before_value();
  quote(text);
  return *this;
}

void json_text::quote(std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) {
    put('"');
    escape(text);
    put('"');
  } else {
    put(dump(json(text), true));
  }
}

json_text& json_text::number(std::uint64_t value) {
  char digits[20];
  return literal({digits, std::to_chars(digits, digits + sizeof digits, value).ptr});
}

json_text& json_text::day_or_null(const std::optional<day>& value) {
  return value ? word(format_day(*value)) : null();
}

json_text& json_text::edtf_or_null(const interval& when) { return word_or_null(to_edtf(when)); }

json_text& json_text::value(const interval& when) {
  begin_object().key("begin");
  end_of(when.begin_earliest, when.begin_latest, when.begin_grain, when.begin_basis);
  key("end");
  end_of(when.end_earliest, when.end_latest, when.end_grain, when.end_basis);
  return end_object();
}

void json_text::end_of(const bound& earliest, const bound& latest, grain precision,
                       basis where_from) {
  const bool known = earliest.given() || latest.given();
  begin_object();
  key("earliest").word_or_null(bound_text(earliest));
  key("latest").word_or_null(bound_text(latest));
  key("grain").word_or_null(known ? to_string(precision) : "");
  key("basis").word_or_null(known ? to_string(where_from) : "");
  end_object();
}

json_text& json_text::begin(char mark) {
  before_value();
  put(mark);
  ++depth_;
  first_ = true;
  return *this;
}

json_text& json_text::end(char mark) {
  --depth_;
  if (!first_ && !one_line_) new_line();
  put(mark);
  first_ = false;
  return *this;
}

void json_text::grow(std::size_t by) { text_.resize(std::max(size_ + by, 2 * text_.size())); }

void json_text::hand_over() {
  refused_ = refused_ || !sink_(std::string_view(text_).substr(0, size_));
  size_ = 0;
}

void json_text::new_line() {
  put('\n');
  for (std::size_t i = 0; i < depth_; ++i) put("  ");
}

void json_text::escape(std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(static_cast<unsigned char>(text[i]))) continue;
    put(text.substr(done, i - done));
    done = i + 1;
    const std::string_view known = short_escape(text[i]);
    constexpr std::string_view digits = "0123456789abcdef";
    put(known);
    if (!known.empty()) continue;
    put("\\u00");
    put(digits[static_cast<unsigned char>(text[i]) / 16]);
    put(digits[static_cast<unsigned char>(text[i]) % 16]);
  }
  put(text.substr(done));
}

}  // namespace zeitstrahl
