#include "io/flat_object.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

using nlohmann::json;

// Reads from front to back; what it cannot read makes it give up.
class flat_reader {
 public:
  explicit flat_reader(std::string_view text) : text_(text) {}

  std::optional<json> read() {
    json out = json::object();
    if (!take('{')) return std::nullopt;
    if (!take('}')) {
      do {
        if (!read_member(out)) return std::nullopt;
      } while (take(','));
      if (!take('}')) return std::nullopt;
    }
    skip_blanks();
    if (at_ < text_.size()) return std::nullopt;
    return out;
  }

 private:
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool take(char wanted) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool read_member(json& out) {
    std::string key;
    if (!read_string(key) || !take(':')) return false;
    skip_blanks();
    json& value = out[key];
    if (at_ < text_.size() && text_[at_] == '"') {
      value = std::string();
      return read_string(value.get_ref<std::string&>());
    }
    return read_other(value);
  }

  // A number, true, false or null.
  bool read_other(json& value) {
    constexpr std::string_view letters = "+-.0123456789Eaeflnrstu";
    const std::size_t end = std::min(text_.find_first_not_of(letters, at_), text_.size());
    value = json::parse(text_.substr(at_, end - at_), nullptr, /*allow_exceptions=*/false);
    at_ = end;
    return !value.is_discarded();
  }

  bool read_string(std::string& out) {
    if (!take('"')) return false;
    while (true) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && is_plain(text_[at_])) ++at_;
      out += text_.substr(begin, at_ - begin);
      if (take_here('"')) return true;
      if (!take_here('\\') || !read_escape(out)) return false;
    }
  }

  static bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  }

  bool take_here(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    if (take_here('u')) return read_code_point(out);
    const std::size_t which = at_ < text_.size() ? letters.find(text_[at_]) : letters.npos;
    if (which == letters.npos) return false;
    ++at_;
    out += meant[which];
    return true;
  }

  bool read_code_point(std::string& out) {
    char32_t value = 0;
    if (!read_hex(value)) return false;
    if (value >= 0xDC00 && value < 0xE000) return false;
    if (value >= 0xD800 && value < 0xDC00) {
      char32_t low = 0;
      if (!take_here('\\') || !take_here('u') || !read_hex(low)) return false;
      if (low < 0xDC00 || low >= 0xE000) return false;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(out, value);
    return true;
  }

  bool read_hex(char32_t& value) {
    constexpr std::size_t digits = 4;
    std::uint32_t number = 0;
    const std::string_view four = text_.substr(at_, digits);
    const char* const end = four.data() + four.size();
    const auto read = std::from_chars(four.data(), end, number, 16);
    if (four.size() < digits || read.ptr != end) return false;
    value = number;
    at_ += digits;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<json> read_flat_object(std::string_view line) { return flat_reader(line).read(); }

}  // namespace zeitstrahl
