#include "io/fields.h"

#include <cctype>

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

}  // namespace

result<day> read_published(std::string_view value, std::string where) {
  if (const std::optional<day> published = parse_day(value)) return *published;
  const std::string quoted = "\"" + std::string(value.substr(0, 40)) + "\"";
  return error{error_kind::bad_input, std::move(where),
               looks_like_date(value) ? "there is no day " + quoted + "; mend the publication date"
                                      : quoted + " is no publication date; write it as YYYY-MM-DD"};
}

std::string* text_field(document& article, std::string_view key) {
  if (key == "title") return &article.title;
  if (key == "source") return &article.source;
  if (key == "author") return &article.author;
  if (key == "url") return &article.url;
  return nullptr;
}

}  // namespace zeitstrahl
