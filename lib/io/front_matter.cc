#include "io/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "io/fields.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view fence = "---";

bool is_fence(std::string_view line) {
  return (line.starts_with(fence) && trim(line) == fence) || line == "...";
}
bool is_comment(std::string_view line) { return line.starts_with('#'); }

// Where the value of "key: value" begins, or npos; keys are words of one to three parts.
std::size_t value_of(std::string_view line) {
  if (line.empty() || std::string_view(" \t-#").find(line[0]) != std::string_view::npos) {
    return std::string_view::npos;
  }
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::string_view::npos;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') {
    return std::string_view::npos;
  }
  return colon + 1;
}

// A value that YAML would take for a mapping, a comment or a sign of its own gets quotation
// marks; no line is added or taken away.
std::string with_quoted_values(std::string_view block) {
  std::string out;
  for (std::size_t at = 0; at < block.size();) {
    const source_line line = line_at(block, at);
    const std::size_t value_begin = value_of(line.text);
    const std::string_view value = value_begin == std::string_view::npos
                                       ? std::string_view()
                                       : trim(line.text.substr(value_begin));
    const bool plain = !value.empty() && std::string_view("'\"[{|>&!").find(value[0]) == value.npos;
    if (plain || value.starts_with("!") || value.starts_with("&")) {
      out += line.text.substr(0, value_begin);
      out += " '";
      for (const char c : value) out += c == '\'' ? std::string("''") : std::string(1, c);
      out += "'\n";
    } else {
      out += line.text;
      out += '\n';
    }
    at = line.next;
  }
  return out;
}

// The block between the fences.
struct block {
  std::string_view text;
  std::size_t below = 0;  // where the article's text begins
};

std::optional<block> find_block(std::string_view text) {
  const std::size_t begin = line_at(text, 0).next;
  for (std::size_t at = begin; at < text.size();) {
    const source_line line = line_at(text, at);
    if (is_fence(line.text)) return block{text.substr(begin, at - begin), line.next};
    at = line.next;
  }
  return std::nullopt;
}

// The first line that cannot belong to YAML as people write it, counted from 0.
std::optional<std::size_t> find_odd_line(std::string_view block) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < block.size(); ++number) {
    const source_line line = line_at(block, at);
    at = line.next;
    const bool continues =
        line.text.starts_with(' ') || line.text.starts_with('\t') || line.text.starts_with("- ");
    if (trim(line.text).empty() || is_comment(line.text) || (continues && number > 0)) continue;
    if (value_of(line.text) == std::string_view::npos) return number;
  }
  return std::nullopt;
}

class yaml_block {
 public:
  explicit yaml_block(std::string text) : text_(std::move(text)) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text_.data()),
                                 text_.size());
    loaded_ = yaml_parser_load(&parser, &tree_) != 0;
    problem_line_ = parser.problem_mark.line;
    yaml_parser_delete(&parser);
  }
  ~yaml_block() {
    if (loaded_) yaml_document_delete(&tree_);
  }
  yaml_block(const yaml_block&) = delete;
  yaml_block& operator=(const yaml_block&) = delete;

  // Lines count from 0, in the block.
  std::size_t problem_line() const { return problem_line_; }

  // The top mapping; null for an empty block, nothing where there is none.
  std::optional<const yaml_node_t*> root() {
    if (!loaded_) return std::nullopt;
    const yaml_node_t* node = yaml_document_get_root_node(&tree_);
    if (node && node->type != YAML_MAPPING_NODE) return std::nullopt;
    return node;
  }

  const yaml_node_t* node(int index) { return yaml_document_get_node(&tree_, index); }

  // A scalar's value; a flat list with commas; what is nested deeper as it stands.
  std::string value(const yaml_node_t* node) {
    if (node->type == YAML_SCALAR_NODE) return scalar(node);
    const auto items = node->data.sequence.items;
    const auto is_scalar = [&](yaml_node_item_t item) {
      return this->node(item)->type == YAML_SCALAR_NODE;
    };
    if (node->type == YAML_SEQUENCE_NODE && std::all_of(items.start, items.top, is_scalar)) {
      std::string out;
      for (auto item = items.start; item != items.top; ++item) {
        out += (out.empty() ? "" : ", ") + scalar(this->node(*item));
      }
      return out;
    }
    const std::size_t begin = std::min<std::size_t>(node->start_mark.index, text_.size());
    return std::string(trim(std::string_view(text_).substr(begin, node->end_mark.index - begin)));
  }

 private:
  static std::string scalar(const yaml_node_t* node) {
    std::string out(reinterpret_cast<const char*>(node->data.scalar.value),
                    node->data.scalar.length);
    const bool null =
        node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && (out == "~" || out == "null");
    return null ? std::string() : std::string(trim(out));
  }

  std::string text_;
  yaml_document_t tree_;
  bool loaded_ = false;
  std::size_t problem_line_ = 0;
};

}  // namespace

bool has_front_matter(std::string_view text) {
  const source_line first = line_at(text, 0);
  if (!first.text.starts_with(fence) || trim(first.text) != fence || first.next == text.size()) {
    return false;
  }
  const std::string_view second = line_at(text, first.next).text;
  return is_fence(second) || is_comment(second) || value_of(second) != std::string_view::npos;
}

result<std::size_t> read_front_matter(std::string_view text, std::string_view name,
                                      const read_options& options, document& article) {
  const auto where = [&](std::size_t line) {
    return std::string(name) + ":" + std::to_string(line + 2);
  };
  const auto problem = [&](std::string place, std::string message) {
    return error{error_kind::bad_input, std::move(place), std::move(message)};
  };
  const std::optional<block> found = find_block(text);
  if (!found) {
    return problem(std::string(name) + ":1",
                   "front matter begins here and nothing closes it; end it with a line ---");
  }
  auto yaml = std::make_unique<yaml_block>(std::string(found->text));
  if (!yaml->root()) {
    yaml = std::make_unique<yaml_block>(with_quoted_values(found->text));
    if (!yaml->root()) {
      return problem(where(find_odd_line(found->text).value_or(yaml->problem_line())),
                     "no front matter; write \"key: value\" (YAML), or close it above with ---");
    }
  }
  const yaml_node_t* root = *yaml->root();
  if (!root) return found->below;

  std::set<std::string> keys;
  const auto pairs = root->data.mapping.pairs;
  for (auto pair = pairs.start; pair != pairs.top; ++pair) {
    const yaml_node_t* key_node = yaml->node(pair->key);
    const std::string key = yaml->value(key_node);
    const std::string place = where(key_node->start_mark.line);
    if (!keys.insert(lower_ascii(key)).second) {
      return problem(place, "\"" + key + "\" is given twice; keep one of them");
    }
    const std::optional<error> refused =
        set_field(article, key, yaml->value(yaml->node(pair->value)), place,
                  published_source::front_matter, options);
    if (refused) return *refused;
  }
  return found->below;
}

}  // namespace zeitstrahl
