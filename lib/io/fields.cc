#include "io/fields.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "io/moment.h"

namespace zeitstrahl {
namespace {

// "dddd-dd-dd", whatever the digits are.
bool looks_like_date(std::string_view value) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (value.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(value[i])) != 0;
    if (shape[i] == 'd' ? !digit : value[i] != shape[i]) return false;
  }
  return true;
}

struct known_key {
  std::string_view key;
  std::string_view field;
};

constexpr known_key known_keys[] = {
    {"date", "published"},          {"pubdate", "published"},      {"publishdate", "published"},
    {"datepublished", "published"}, {"published_at", "published"}, {"lastmod", "modified"},
    {"updated", "modified"},        {"datemodified", "modified"},  {"site", "source"},
    {"publisher", "source"},        {"authors", "author"},
};

std::string field_of(std::string_view key) {
  const std::string lower = lower_ascii(key);
  for (const known_key& known : known_keys) {
    if (lower == known.key) return std::string(known.field);
  }
  return lower;
}

std::string* text_field(document& article, std::string_view field) {
  if (field == "title") return &article.title;
  if (field == "source") return &article.source;
  if (field == "author") return &article.author;
  if (field == "url") return &article.url;
  return nullptr;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return out;
}

result<day> read_published(std::string_view value, std::string where, const read_options& options) {
  moment_reader moments(options.time_zone);
  if (const std::optional<day> published = moments.read(value)) return *published;
  if (const std::optional<error> fault = moments.fault(where)) return *fault;
  const std::string quoted = "\"" + std::string(value.substr(0, 40)) + "\"";
  return error{error_kind::bad_input, std::move(where),
               looks_like_date(value) ? "there is no day " + quoted + "; mend the publication date"
                                      : quoted + " is no publication date; write it as YYYY-MM-DD"};
}

std::optional<error> set_field(document& article, std::string_view key, std::string value,
                               std::string where, published_source from,
                               const read_options& options) {
  const std::string field = field_of(key);
  std::string* text = text_field(article, field);
  if (field == "published") {
    const result<day> published = read_published(value, std::move(where), options);
    if (!published) return published.error();
    // The plainest name goes first where an article has several.
    if (article.published && lower_ascii(key) != "published") return std::nullopt;
    article.published = *published;
    article.published_from = from;
  } else if (field == "modified") {
    moment_reader moments(options.time_zone);
    article.modified = moments.read(value);
    if (std::optional<error> fault = moments.fault(where)) return fault;
    if (!article.modified) article.other.emplace_back(key, std::move(value));
  } else if (text && text->empty()) {
    *text = std::move(value);
    std::replace(text->begin(), text->end(), '\n', ' ');
  } else {
    article.other.emplace_back(key, std::move(value));
  }
  return std::nullopt;
}

}  // namespace zeitstrahl
