#include "io/front_matter.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "io/fields.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view fence = "---";

struct entry {
  std::string key;
  std::string value;
  std::size_t line = 0;
};

bool is_fence(std::string_view line) { return line.starts_with(fence) && trim(line) == fence; }
bool is_comment(std::string_view line) { return line.starts_with('#'); }
bool continues_value(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("- ");
}

// "key: value" or "key:"; nothing for other lines.
std::optional<entry> parse_entry(std::string_view line) {
  if (line.empty() || continues_value(line) || is_comment(line)) return std::nullopt;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') {
    return std::nullopt;
  }
  return entry{std::string(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))};
}

// Takes the quotation marks off: 'it''s' and "a \"b\"".
std::string unquoted(std::string_view value) {
  if (value.size() < 2 || value.front() != value.back()) return std::string(value);
  const char mark = value.front();
  if (mark != '"' && mark != '\'') return std::string(value);
  const char escape = mark == '"' ? '\\' : '\'';
  value = value.substr(1, value.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool escaped = value[i] == escape && i + 1 < value.size() &&
                         (value[i + 1] == mark || value[i + 1] == escape);
    out += value[escaped ? ++i : i];
  }
  return out;
}

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return text;
}

class block_reader {
 public:
  block_reader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  // Where the text below begins.
  result<std::size_t> read(std::vector<entry>& entries) {
    std::set<std::string> keys;
    text_line line = line_at(text_, 0);
    for (std::size_t number = 2; line.next < text_.size(); ++number) {
      line = line_at(text_, line.next);
      if (is_fence(line.text)) return line.next;
      if (trim(line.text).empty() || is_comment(line.text)) continue;
      if (std::optional<entry> found = parse_entry(line.text)) {
        if (!keys.insert(lower_ascii(found->key)).second) {
          return problem(number, "\"" + found->key + "\" is given twice; keep one of them");
        }
        found->line = number;
        entries.push_back(std::move(*found));
      } else if (continues_value(line.text) && !entries.empty()) {
        std::string& value = entries.back().value;
        if (!value.empty()) value += '\n';
        value += trim(line.text);
      } else {
        return problem(number, "no front matter; write \"key: value\", or close it above with ---");
      }
    }
    return problem(1, "front matter begins here and nothing closes it; end it with a line ---");
  }

  std::string where(std::size_t line) const { return name_ + ":" + std::to_string(line); }

 private:
  error problem(std::size_t line, std::string message) const {
    return {error_kind::bad_input, where(line), std::move(message)};
  }

  std::string_view text_;
  std::string name_;
};

}  // namespace

bool has_front_matter(std::string_view text) {
  const text_line first = line_at(text, 0);
  if (!is_fence(first.text) || first.next == text.size()) return false;
  const std::string_view second = line_at(text, first.next).text;
  return is_fence(second) || is_comment(second) || parse_entry(second).has_value();
}

result<std::size_t> read_front_matter(std::string_view text, std::string_view name,
                                      document& article) {
  block_reader reader(text, std::string(name));
  std::vector<entry> entries;
  result<std::size_t> below = reader.read(entries);
  if (!below) return below;

  for (const entry& e : entries) {
    const std::string key = lower_ascii(e.key);
    const std::string value = unquoted(e.value);
    if (std::string* field = text_field(article, key)) {
      *field = value;
      std::replace(field->begin(), field->end(), '\n', ' ');
    } else if (key == "published") {
      const result<day> published = read_published(value, reader.where(e.line));
      if (!published) return published.error();
      article.published = *published;
      article.published_from = published_source::front_matter;
    } else {
      article.other.emplace_back(e.key, value);
    }
  }
  return below;
}

}  // namespace zeitstrahl
