#include "io/title.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <initializer_list>

#include "base/utf8.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t longest_title = 200;  // code points; longer lines are paragraphs

// The first line that is not blank, and the one below it.
struct opening {
  std::string_view first;
  std::string_view second;
  bool text_follows = false;
};

opening read_opening(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  const source_line first = line_at(text, begin);
  const std::string_view rest = text.substr(first.next);
  return {trim(first.text), trim(line_at(rest, 0).text), !trim(rest).empty()};
}

// "# Title", up to six marks.
bool is_atx_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ';
}

// The line of "=" or "-" below a title.
bool is_underline(std::string_view line) {
  return line.size() >= 3 && (line.front() == '=' || line.front() == '-') &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

std::string_view without_marks(std::string_view line) {
  if (is_atx_heading(line)) {
    line.remove_prefix(line.find_first_not_of('#'));
    line = trim(line.substr(0, line.find_last_not_of('#') + 1));
  }
  for (std::string_view mark : {"**", "__", "*", "_"}) {
    if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark)) {
      line = line.substr(mark.size(), line.size() - 2 * mark.size());
    }
  }
  return line;
}

// A single full stop, perhaps before closing quotation marks, or a mark that promises more.
bool runs_on_or_is_sentence(std::string_view line) {
  for (bool closed = false; !closed;) {
    closed = true;
    for (std::string_view mark : {"\"", "'", ")", "]", "*", "_", "\u201c", "\u201d", "\u2019",
                                  "\u2018", "\u00ab", "\u00bb", "\u2039", "\u203a"}) {
      if (!line.ends_with(mark)) continue;
      line.remove_suffix(mark.size());
      closed = false;
    }
  }
  if (line.ends_with("..")) return false;
  return line.empty() || std::string_view(".,;:").find(line.back()) != std::string_view::npos;
}

bool begins_list_or_quote(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ");
}

bool starts_lower(std::string_view line) {
  return !line.empty() && u_islower(static_cast<UChar32>(decode_at(line, 0).value));
}

}  // namespace

std::string_view first_line(std::string_view text) {
  return without_marks(read_opening(text).first);
}

std::string find_title(std::string_view text) {
  const opening top = read_opening(text);
  const std::string title(without_marks(top.first));
  if (is_atx_heading(top.first) || is_underline(top.second)) return title;

  const std::size_t length = count_code_points(top.first);
  if (!top.text_follows || length > longest_title || begins_list_or_quote(top.first) ||
      runs_on_or_is_sentence(top.first)) {
    return {};
  }
  // Where the next line is text, the first could be the begin of a paragraph that is broken
  // into lines; these are about equally long.
  const bool stands_alone = top.second.empty() || (!starts_lower(top.second) &&
                                                   3 * length <= 2 * count_code_points(top.second));
  return stands_alone ? title : std::string();
}

}  // namespace zeitstrahl
