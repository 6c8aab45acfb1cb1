// The ids of lines of NDJSON, found without a tree of the rest.

#include <nlohmann/json.hpp>
#include <utility>

#include "io/decode.h"
#include "io/json_parse.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

using nlohmann::json;

// Takes the last "id" of the outermost object, or the first one and stops.
class id_finder final : public nlohmann::json_sax<json> {
 public:
  explicit id_finder(bool first_only) : first_only_(first_only) {}

  const std::optional<std::string>& id() const { return id_; }

  bool null() override { return value({}); }
  bool boolean(bool) override { return value({}); }
  bool number_integer(number_integer_t) override { return value({}); }
  bool number_unsigned(number_unsigned_t) override { return value({}); }
  bool number_float(number_float_t, const string_t&) override { return value({}); }
  bool string(string_t& text) override { return value(std::move(text)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    const bool goes_on = depth_ == 0 || value({});
    ++depth_;
    return goes_on;
  }
  bool start_array(std::size_t) override {
    const bool goes_on = depth_ > 0 && value({});
    ++depth_;
    return goes_on;
  }
  bool key(string_t& name) override {
    wanted_ = depth_ == 1 && name == "id";
    return depth_ <= deepest_nesting;
  }
  bool end_object() override { return --depth_ >= 0; }
  bool end_array() override { return --depth_ >= 0; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }

 private:
  bool value(std::string text) {
    if (depth_ > deepest_nesting) return false;
    if (!wanted_) return true;
    wanted_ = false;
    id_ = std::move(text);
    return !first_only_;
  }

  bool first_only_;
  int depth_ = 0;
  bool wanted_ = false;  // the next value is the id's
  std::optional<std::string> id_;
};

}  // namespace

std::string record_id(std::string_view line) {
  std::size_t ignored = 0;
  const std::string sound = replace_invalid(line, ignored);
  id_finder find(false);
  const bool read = json::sax_parse(sound, &find);
  return read ? find.id().value_or("") : "";
}

std::optional<written_record> read_written_record(std::string_view line) {
  const bool failed = line.starts_with(R"({"id":)");
  if (!failed && !line.starts_with(R"({"schema":)")) return std::nullopt;
  if (!line.ends_with('}')) return std::nullopt;
  id_finder find(true);
  json::sax_parse(line, &find);
  if (!find.id()) return std::nullopt;
  return written_record{*find.id(), failed};
}

}  // namespace zeitstrahl
