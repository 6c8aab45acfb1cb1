#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "io/fields.h"
#include "io/finish.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

using nlohmann::json;

constexpr int deepest_nesting = 64;

// The object on a line, or a discarded value for everything else.
json parse_object(std::string_view line) {
  bool too_deep = false;
  const auto watch = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest_nesting;
    return !too_deep;
  };
  json parsed = json::parse(line, watch, /*allow_exceptions=*/false);
  return parsed.is_object() && !too_deep ? parsed : json(json::value_t::discarded);
}

std::string string_or_empty(const json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

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
  if (find_invalid_utf8(line) != std::string_view::npos) {
    return failed("not-utf8", "the line is not UTF-8; convert it");
  }
  const json object = parse_object(line);
  if (object.is_discarded()) {
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

  document article;
  article.id = problem.id;
  article.text = text->get<std::string>();
  for (const auto& [key, value] : object.items()) {
    std::string* field = text_field(article, key);
    if (key == "id" || key == "text" || value.is_null()) continue;
    if (key == "published") {
      const result<day> published = read_published(in_words(value), "");
      if (!published) return failed("bad-date", published.error().message);
      article.published = *published;
      article.published_from = published_source::record;
    } else if (field && value.is_string()) {
      *field = value.get<std::string>();
    } else {
      article.other.emplace_back(key, in_words(value));
    }
  }
  finish(article, options);
  return article;
}

}  // namespace zeitstrahl
