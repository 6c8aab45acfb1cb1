#include "io/html_marks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "io/character_reference.h"
#include "io/fields.h"
#include "io/lines.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

constexpr std::array<std::string_view, 8> silent = {"script",   "style",  "template", "noscript",
                                                    "textarea", "iframe", "svg",      "button"};

// Whose begin and end part lines.
constexpr std::array<std::string_view, 26> blocks = {
    "p",  "div",     "li",      "ul",         "ol",     "dl",         "dt",    "dd",   "br",
    "hr", "h1",      "h2",      "h3",         "h4",     "h5",         "h6",    "tr",   "td",
    "th", "article", "section", "blockquote", "figure", "figcaption", "table", "aside"};

bool among(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What stands apart from the text.
std::optional<part_kind> kind_of(std::string_view name) {
  if (name == "figcaption") return part_kind::caption;
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6';
  return heading ? std::optional(part_kind::heading) : std::nullopt;
}

// "div" of "<div class=a>", "/div" of "</div>"
std::string name_of(std::string_view tag) {
  std::size_t end = 1;
  while (end < tag.size() &&
         (std::isalnum(static_cast<unsigned char>(tag[end])) != 0 || (tag[end] == '/' && end == 1)))
    ++end;
  return lower_ascii(tag.substr(1, end - 1));
}

bool begins_tag(std::string_view text) {
  if (text.size() < 2) return false;
  return std::isalpha(static_cast<unsigned char>(text[1])) != 0 || text[1] == '/' ||
         text[1] == '!' || text[1] == '?';
}

// The size of "&uuml;" or "&#252;" at the begin of the text, or 0.
std::size_t reference_size(std::string_view text) {
  const std::size_t end = text.substr(0, 32).find(';');
  if (end == text.npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool sound = std::all_of(name.begin(), name.end(),
                                 [](unsigned char c) { return std::isalnum(c) != 0 || c == '#'; });
  return sound ? end + 1 : 0;
}

}  // namespace

void html_marks::take(edited_text& out, std::size_t end) {
  const std::string_view source = out.source();
  while (out.at() < end) {
    if (!closing_.empty()) {
      take_tag(out, end);
      continue;
    }
    const std::size_t mark = std::min(source.find_first_of("<&", out.at()), end);
    hidden_.empty() ? out.copy_until(mark) : out.replace(mark, "");
    if (mark == end) return;
    const std::string_view rest = source.substr(mark, end - mark);
    if (rest[0] == '<' && begins_tag(rest)) {
      closing_ = rest.starts_with("<!--") ? "-->" : ">";
      note_tag(rest.substr(0, rest.find('>')), out);
    } else if (const std::size_t size = rest[0] == '&' ? reference_size(rest) : 0; size > 0) {
      out.replace(mark + size, hidden_.empty() ? decode_reference(rest.substr(0, size)) : "");
    } else {
      hidden_.empty() ? out.copy_until(mark + 1) : out.replace(mark + 1, "");
    }
  }
}

// The rest of a tag or comment.
void html_marks::take_tag(edited_text& out, std::size_t end) {
  const std::size_t found = out.source().substr(0, end).find(closing_, out.at());
  if (found == std::string_view::npos) return out.replace(end, "");
  const bool parts_lines = parts_lines_ && !out.text().empty() && out.text().back() != '\n';
  const bool dated = opens_cell_ && parts_lines && names_time_only(last_line(out.text()), words_);
  out.replace(found + closing_.size(), dated ? ": " : parts_lines ? "\n" : "");
  closing_ = {};
}

void html_marks::note_tag(std::string_view tag, const edited_text& out) {
  const std::string name = name_of(tag);
  const bool closes = name.starts_with('/');
  const std::string_view element = std::string_view(name).substr(closes ? 1 : 0);
  const bool cell = element == "td" || element == "th";
  opens_cell_ = cell && !closes;
  parts_lines_ = hidden_.empty() && among(element, blocks) && (!cell || opens_cell_);
  if (hidden_.empty() && among(name, silent)) {
    hidden_ = name;
  } else if (closes && element == hidden_) {
    hidden_.clear();
  }
  const std::optional<part_kind> kind = kind_of(element);
  if (!kind) return;
  if (closes && part_begin_ < out.text().size()) {
    parts_.push_back({{part_begin_, static_cast<std::uint32_t>(out.text().size())}, *kind});
  }
  part_begin_ = closes ? UINT32_MAX : static_cast<std::uint32_t>(out.text().size());
}

void html_marks::end_block() {
  closing_ = {};
  hidden_.clear();
  part_begin_ = UINT32_MAX;
}

}  // namespace zeitstrahl
