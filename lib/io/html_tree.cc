#include "io/html_tree.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "io/fields.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr int deepest = 256;
constexpr int most_attributes = 256;

bool among(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 14> emphasis = {"b",      "big",  "code", "em",    "font",
                                                       "i",      "nobr", "s",    "small", "strike",
                                                       "strong", "tt",   "u",    "center"};
// Elements without an end tag, or whose end tag may be left out.
constexpr std::array<std::string_view, 32> unnested = {
    "area",   "base",     "br",       "col",    "embed", "hr",    "img",   "input",
    "link",   "meta",     "param",    "source", "track", "wbr",   "p",     "li",
    "dt",     "dd",       "tr",       "td",     "th",    "thead", "tbody", "tfoot",
    "option", "optgroup", "colgroup", "rb",     "rt",    "rp",    "html",  "body"};
constexpr std::array<std::string_view, 7> raw = {"script", "style",    "textarea", "title",
                                                 "iframe", "noframes", "xmp"};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

// Behind the ">" of the tag that begins at `at`; quoted values may hold ">".  `cut` is where
// its attributes become too many.
std::size_t end_of_tag(std::string_view html, std::size_t at, std::size_t& cut) {
  char quote = '\0';
  int attributes = 0;
  cut = std::string_view::npos;
  for (std::size_t i = at + 1; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    } else if (is_blank(html[i - 1]) && !is_blank(c) && ++attributes > most_attributes) {
      cut = std::min(cut, i);
    }
  }
  return html.size();
}

// See the head of html_tree.h.
class simplifier {
 public:
  explicit simplifier(std::string_view html) : html_(html) {}

  std::string run() {
    out_.reserve(html_.size());
    for (std::size_t open = html_.find('<'); open != html_.npos; open = html_.find('<', at_)) {
      copy_until(open);
      if (html_.substr(open).starts_with("<!--")) {
        skip_behind("-->");
      } else if (open + 1 < html_.size() && is_letter(html_[open + 1])) {
        take_start_tag();
      } else if (open + 2 < html_.size() && html_[open + 1] == '/' && is_letter(html_[open + 2])) {
        take_end_tag();
      } else {
        copy_until(open + 1);
      }
    }
    copy_until(html_.size());
    std::replace(out_.begin(), out_.end(), '\0', ' ');
    return std::move(out_);
  }

 private:
  void copy_until(std::size_t end) {
    out_ += html_.substr(at_, end - at_);
    at_ = end;
  }

  void skip_behind(std::string_view mark) {
    const std::size_t found = html_.find(mark, at_);
    at_ = found == html_.npos ? html_.size() : found + mark.size();
  }

  std::string_view name_at(std::size_t at) const {
    std::size_t end = at;
    while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '>' && html_[end] != '/')
      ++end;
    return html_.substr(at, end - at);
  }

  void take_start_tag() {
    const std::string_view written = name_at(at_ + 1);
    const std::string name = lower_ascii(written.substr(0, 16));
    std::size_t cut = 0;
    const std::size_t end = end_of_tag(html_, at_, cut);
    const bool nests = !among(name, unnested) && !among(name, raw);
    if (nests && depth_ == deepest) {
      ++passed_over_;
      at_ = end;
      return;
    }
    depth_ += nests ? 1 : 0;
    if (among(name, emphasis)) {
      out_ += "<span";
      at_ += 1 + written.size();
    }
    copy_until(std::min(cut, end));
    if (cut < end) {
      out_ += '>';
      at_ = end;
    }
    if (among(name, raw)) copy_until(end_of_raw(name));
  }

  // Where "</script" begins.
  std::size_t end_of_raw(std::string_view name) const {
    for (std::size_t at = html_.find("</", at_); at != html_.npos; at = html_.find("</", at + 2)) {
      if (lower_ascii(html_.substr(at + 2, name.size())) == name) return at;
    }
    return html_.size();
  }

  void take_end_tag() {
    const std::string_view written = name_at(at_ + 2);
    const std::string name = lower_ascii(written.substr(0, 16));
    const std::size_t end = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    if (!among(name, unnested) && !among(name, raw)) {
      if (passed_over_ > 0) {
        --passed_over_;
        at_ = end;
        return;
      }
      depth_ = std::max(0, depth_ - 1);
    }
    if (among(name, emphasis)) {
      out_ += "</span>";
      at_ = end;
    }
    copy_until(end);
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t passed_over_ = 0;  // start tags that were too deep, not yet closed
};

void append_text(const GumboNode* node, std::string& out) {
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      out += node->v.text.text;
      return;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      break;
    default:
      return;
  }
  if (is_tag(node, GUMBO_TAG_SCRIPT) || is_tag(node, GUMBO_TAG_STYLE)) return;
  if (is_tag(node, GUMBO_TAG_BR)) out += '\n';
  const GumboVector& children =
      is_element(node) ? node->v.element.children : node->v.document.children;
  for (unsigned i = 0; i < children.length; ++i) {
    append_text(static_cast<const GumboNode*>(children.data[i]), out);
  }
}

}  // namespace

html_tree::html_tree(std::string_view html) : html_(simplifier(html).run()) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  parsed_ = gumbo_parse_with_options(&options, html_.data(), html_.size());
}

html_tree::~html_tree() { gumbo_destroy_output(&kGumboDefaultOptions, parsed_); }

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_tag(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

void walk(const GumboNode* node, const std::function<bool(const GumboNode*)>& call) {
  if (!is_element(node) || !call(node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    walk(static_cast<const GumboNode*>(children.data[i]), call);
  }
}

std::string text_within(const GumboNode* node) {
  std::string out;
  append_text(node, out);
  return out;
}

std::string words_within(const GumboNode* node) { return with_single_spaces(text_within(node)); }

}  // namespace zeitstrahl
