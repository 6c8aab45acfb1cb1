#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "io/decode.h"
#include "io/fields.h"
#include "io/finish.h"
#include "io/flat_object.h"
#include "io/json_parse.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

using nlohmann::json;

// A string as it is, everything else as JSON.
std::string in_words(const json& value) {
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::variant<document, record_error> read_record(std::string_view line,
                                                 const read_options& options) {
  record_error problem{"", "", "read", ""};
  const auto failed = [&](std::string code, std::string message) {
    problem.code = std::move(code);
    problem.message = std::move(message);
    return problem;
  };

  if (line.size() > UINT32_MAX) return failed("too-long", "the line is larger than 4 GiB");
  raw_article raw;
  std::string repaired;
  if (find_invalid_utf8(line) != std::string_view::npos) {
    std::size_t count = 0;
    repaired = replace_invalid(line, count);
    raw.article.warnings.push_back(replaced_in_words(count));
    line = repaired;
  }
  std::optional<json> flat = read_flat_object(line);
  const json object = flat ? *std::move(flat) : parse_json(line);
  if (!object.is_object()) {
    return failed("not-json", "the line is no JSON object; write one object a line");
  }
  problem.id = string_or_empty(object, "id");
  if (problem.id.empty()) {
    return failed("no-id", "\"id\" is missing or no string; give each record its own");
  }
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) {
    return failed("no-text", "\"text\" is missing or no string");
  }

  raw.article.id = problem.id;
  raw.source = raw.article.text = text->get<std::string>();
  for (const auto& [key, value] : object.items()) {
    if (key == "id" || key == "text" || value.is_null()) continue;
    const std::optional<error> refused =
        set_field(raw.article, key, in_words(value), "", published_source::record, options);
    if (refused) return failed("bad-date", refused->message);
  }
  return finish(std::move(raw), options);
}

}  // namespace zeitstrahl
