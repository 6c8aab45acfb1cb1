#include "io/markdown_reader.h"

#include <md4c.h>

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "io/article_words.h"
#include "io/character_reference.h"
#include "io/front_matter.h"
#include "io/html_marks.h"
#include "io/lines.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The number of a list at the begin of a line ("12. ", "> 3) "), or an empty span.
span list_number(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t>"), line.size());
  std::size_t end = begin;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == begin || end == line.size() || (line[end] != '.' && line[end] != ')')) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line.size())};
}

// Follows MD4C's calls.  Its texts are pieces of the source, so that what lies between two of
// them are marks.
class mark_remover {
 public:
  mark_remover(std::string_view source, const article_words& words)
      : source_(source), words_(words), out_(source), html_(words) {}

  void run() {
    MD_PARSER calls{};
    calls.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    calls.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<mark_remover*>(self)->enter_block(type, detail);
    };
    calls.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<mark_remover*>(self)->leave_block(type);
    };
    calls.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<mark_remover*>(self)->change_depth(type, 1);
    };
    calls.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<mark_remover*>(self)->change_depth(type, -1);
    };
    calls.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<mark_remover*>(self)->take_text(type, {text, size});
    };
    md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &calls, this);
    drop_marks(source_.size(), /*whole_lines=*/true);
    parts_.insert(parts_.end(), html_.parts().begin(), html_.parts().end());
    std::sort(parts_.begin(), parts_.end(),
              [](const part& a, const part& b) { return a.where < b.where; });
  }

  edited_text& result() { return out_; }
  std::vector<part>& parts() { return parts_; }
  // The first block is a heading; or it is a paragraph, which may be one.
  bool begins_with_heading() const { return first_block_ == MD_BLOCK_H; }
  bool begins_with_paragraph() const { return first_block_ == MD_BLOCK_P; }

 private:
  int enter_block(MD_BLOCKTYPE type, void*) {
    new_block_ = true;
    in_html_ = type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_CODE) ++hidden_;
    if (type != MD_BLOCK_DOC && first_block_ == MD_BLOCK_DOC) first_block_ = type;
    heading_begin_ = npos;
    in_heading_ = type == MD_BLOCK_H;
    heading_is_first_ = trim(out_.text()).empty();
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    new_block_ = true;
    if (type == MD_BLOCK_CODE) --hidden_;
    html_.end_block();
    in_html_ = false;
    if (in_heading_ && heading_begin_ != npos && !heading_is_first_) {
      parts_.push_back({{narrow(heading_begin_), narrow(out_.text().size())}, part_kind::heading});
    }
    in_heading_ = false;
    return 0;
  }

  int change_depth(MD_SPANTYPE type, int by) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) hidden_ += by;
    if (type == MD_SPAN_A) in_links_ += by;
    return 0;
  }

  int take_text(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR || in_html_) new_line_ = true;
    const char* const begin = source_.data();
    if (text.empty() || text.data() < begin || text.data() + text.size() > begin + source_.size()) {
      return 0;  // made by MD4C: line breaks, replaced characters
    }
    const auto at = static_cast<std::size_t>(text.data() - begin);
    drop_marks(at, new_block_ || new_line_);
    if (at < out_.at()) return 0;
    new_block_ = new_line_ = false;
    if (in_heading_ && heading_begin_ == npos) heading_begin_ = out_.text().size();
    const std::size_t end = at + text.size();
    const bool footnote = in_links_ > 0 && text.starts_with('^');
    if (type == MD_TEXT_HTML && hidden_ == 0) {
      html_.take(out_, end);
    } else if (hidden_ > 0 || html_.hides() || footnote) {
      drop_marks(end, /*whole_lines=*/true);
    } else if (type == MD_TEXT_ENTITY) {
      out_.replace(end, decode_reference(text));
    } else {
      out_.copy_until(end);
    }
    return 0;
  }

  // Takes out what stands before `end` but line breaks, and numbers of lists that begin a date;
  // cells of one row stay parted.
  void drop_marks(std::size_t end, bool whole_lines) {
    if (end <= out_.at()) return;
    const std::string_view marks = source_.substr(out_.at(), end - out_.at());
    if (!whole_lines) return out_.replace(end, "");
    const bool in_line = marks.find('\n') == marks.npos;
    const bool begins_line = out_.text().empty() || out_.text().back() == '\n';
    if (in_line && !begins_line && marks.find('|') != marks.npos && hidden_ == 0) {
      const bool dated = names_time_only(last_line(out_.text()), words_);
      return dated ? out_.replace(end, ": ") : out_.copy_until(end);
    }
    for (std::size_t line_begin = out_.at(); line_begin < end;) {
      const std::size_t stop = std::min(source_.find('\n', line_begin), end);
      const std::string_view line = source_.substr(line_begin, stop - line_begin);
      const bool counts = hidden_ == 0 && stop == end;
      span number = counts ? list_number(line) : span{};
      // Of "3. 1. 4. 2029: ..." all is kept, of "1. Riesa: ..." nothing.
      const bool several = std::count(line.begin(), line.end(), '.') > 1;
      if (!several && !begins_date(source_.substr(end))) number = {};
      if (!number.empty()) {
        out_.replace(line_begin + number.begin, "");
        out_.copy_until(line_begin + number.end);
      } else if (stop < end && line.ends_with('\r')) {
        out_.replace(stop - 1, "");
      } else {
        out_.replace(stop, "");
      }
      if (stop < end) out_.copy_until(stop + 1);
      line_begin = std::min(stop + 1, end);
    }
  }

  // The number of a list may be a day: "1. Mai 2026: ..."
  bool begins_date(std::string_view text) const {
    std::size_t end = 0;
    while (end < text.size() && std::string_view(" .,:*_\n\r").find(text[end]) == npos) ++end;
    const bool day_and_month =
        end > 0 && end <= 2 && is_digit(text[0]) && text.substr(end).starts_with('.');
    return day_and_month || words_.months.contains(fold_case(text.substr(0, end)));
  }

  static constexpr std::size_t npos = std::string_view::npos;
  static std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

  std::string_view source_;
  const article_words& words_;
  edited_text out_;
  std::vector<part> parts_;
  html_marks html_;
  MD_BLOCKTYPE first_block_ = MD_BLOCK_DOC;
  std::size_t heading_begin_ = npos;  // in the text that comes out
  bool in_html_ = false;
  bool in_heading_ = false;
  bool heading_is_first_ = false;
  bool new_block_ = true;  // since the last text
  bool new_line_ = false;
  int in_links_ = 0;
  int hidden_ = 0;  // within how many things that are taken out
};

// "[^1]" goes; a line "[^1]: ..." is a note.
void take_out_footnotes(raw_article& raw) {
  const std::string text = raw.article.text;
  edited_text out(text);
  std::vector<part> notes;
  for (std::size_t at = text.find("[^"); at != text.npos; at = text.find("[^", at + 1)) {
    std::size_t end = text.find_first_of("] \n", at);
    if (end == text.npos || text[end] != ']') continue;
    out.copy_until(at);
    const bool begins_line = at == 0 || text[at - 1] == '\n';
    if (begins_line && end + 1 < text.size() && text[end + 1] == ':') {
      const std::size_t line_end = std::min(text.find('\n', at), text.size());
      notes.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line_end)},
                       part_kind::note});
      ++end;
    }
    out.replace(end + 1, "");
  }
  if (out.edits().empty()) return;
  out.copy_rest();
  std::vector<part>& parts = raw.article.parts;
  parts.insert(parts.end(), notes.begin(), notes.end());
  std::sort(parts.begin(), parts.end(),
            [](const part& a, const part& b) { return a.where < b.where; });
  for (part& p : parts) p.where = carry(p.where, out.edits());
  raw.edits = then(raw.edits, out.edits());
  raw.article.text = std::move(out.text());
}

}  // namespace

bool looks_like_markdown(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 16;
  text = text.substr(0, looked_at);
  bool above = false;  // the line before holds text
  for (std::size_t at = 0; at < text.size();) {
    const source_line line = line_at(text, at);
    at = line.next;
    const std::size_t marks = line.text.find_first_not_of('#');
    if (marks != line.text.npos && marks >= 1 && marks <= 6 && line.text[marks] == ' ') return true;
    if (line.text.starts_with("> ")) return true;
    if (line.text.starts_with("```") || line.text.starts_with("~~~")) return true;
    if (above && line.text.starts_with("===") &&
        line.text.find_first_not_of('=') == line.text.npos) {
      return true;
    }
    const std::size_t bold = line.text.find("**");
    if (bold != line.text.npos && line.text.find("**", bold + 3) != line.text.npos) return true;
    const std::size_t link = line.text.find("](");
    if (link != line.text.npos && line.text.substr(0, link).find('[') != line.text.npos)
      return true;
    above = !trim(line.text).empty();
  }
  return false;
}

result<raw_article> read_markdown(std::string_view text, std::string_view name,
                                  const read_options& options) {
  raw_article raw;
  if (has_front_matter(text)) {
    const result<std::size_t> below = read_front_matter(text, name, options, raw.article);
    if (!below) return below.error();
    text.remove_prefix(*below);
  }
  raw.source = text;
  mark_remover marks(raw.source, article_words_of(options.language));
  marks.run();
  raw.article.text = std::move(marks.result().text());
  raw.edits = std::move(marks.result().edits());
  raw.article.parts = std::move(marks.parts());
  raw.first_line_may_be_title = marks.begins_with_paragraph();
  if (marks.begins_with_heading()) {
    raw.article.title_in_text = true;
    const std::size_t begin = raw.article.text.find_first_not_of(" \t\r\n");
    if (raw.article.title.empty() && begin != std::string::npos) {
      raw.article.title = trim(line_at(raw.article.text, begin).text);
    }
  }
  take_out_footnotes(raw);
  return raw;
}

}  // namespace zeitstrahl
