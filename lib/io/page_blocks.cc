#include "io/page_blocks.h"

#include <cctype>
#include <utility>

#include "io/parts.h"

namespace zeitstrahl {
namespace {

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_UNKNOWN:
      return true;
    default:
      return false;
  }
}

// Holds no text for readers.
bool is_silent(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MATH:
      return true;
    default:
      return false;
  }
}

bool is_outside(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM;
}

bool is_aside(GumboTag tag) {
  return is_outside(tag) || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FIGURE ||
         tag == GUMBO_TAG_FIGCAPTION;
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_hidden(const GumboNode* node) {
  if (is_silent(node->v.element.tag) || attribute(node, "aria-hidden") == "true") return true;
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  const std::string_view style = attribute(node, "style");
  return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

// Not a number, which is no event.
bool begins_with_letter(std::string_view text) {
  return !text.empty() && std::string_view("0123456789+-%.,").find(text[0]) == text.npos;
}

class block_reader {
 public:
  explicit block_reader(const article_words& words) : words_(words) {}

  std::vector<page_block> run(const GumboNode* root) {
    read(root, {.element = root});
    end_block();
    return std::move(out_);
  }

 private:
  struct place {
    const GumboNode* element;
    bool heading = false;
    bool item = false;
    bool aside = false;
    bool outside = false;
    bool caption = false;
    bool table = false;
    bool link = false;
  };

  void read(const GumboNode* node, place at) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      return add_text(node->v.text.text, at);
    }
    if (!is_element(node) || is_hidden(node)) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) return add_break();
    const bool block = !is_inline(tag);
    if (block) {
      is_row(tag) ? end_block() : flush();
      at.element = node;
      at.heading = at.heading || is_heading(tag);
      at.item = at.item || tag == GUMBO_TAG_LI;
      at.aside = at.aside || is_aside(tag);
      at.outside = at.outside || is_outside(tag);
      at.caption = at.caption || tag == GUMBO_TAG_FIGURE;
      at.table = at.table || tag == GUMBO_TAG_TABLE;
    }
    if (!block && stands_apart(node)) end_block();
    at.link = at.link || tag == GUMBO_TAG_A;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      read(static_cast<const GumboNode*>(children.data[i]), at);
    }
    if (!block) return;
    if (begins_entry(node)) {
      current_.text += ':';
      current_.entry = waits_ = true;
    }
    is_row(tag) && tag != GUMBO_TAG_DT ? end_block() : flush();
  }

  // Elements side by side, without a blank between them, where a word cannot go on: a style
  // sheet sets them apart ("<span>Jana Roth</span><span>Stand: 3. Mai</span>").
  bool stands_apart(const GumboNode* node) const {
    if (current_.text.empty() || space_ || node->index_within_parent == 0) return false;
    const auto* before = static_cast<const GumboNode*>(
        node->parent->v.element.children.data[node->index_within_parent - 1]);
    if (!is_element(before)) return false;
    const std::string words = words_within(node);
    const auto last = static_cast<unsigned char>(current_.text.back());
    const bool goes_on = words.empty() || std::isupper(static_cast<unsigned char>(words[0])) == 0;
    return !goes_on && (std::islower(last) != 0 || std::isdigit(last) != 0);
  }

  static bool is_row(GumboTag tag) {
    return tag == GUMBO_TAG_TR || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_DT;
  }

  // The element before or behind this one in the same element.
  static const GumboNode* neighbour(const GumboNode* node, int step) {
    const GumboVector& siblings = node->parent->v.element.children;
    for (auto i = static_cast<std::size_t>(node->index_within_parent) + step; i < siblings.length;
         i += step) {
      const auto* found = static_cast<const GumboNode*>(siblings.data[i]);
      if (is_element(found)) return found;
    }
    return nullptr;
  }

  // A cell or term that is a time, with what happened then in the one behind it.
  bool begins_entry(const GumboNode* node) const {
    const bool cell = is_tag(node, GUMBO_TAG_TD) || is_tag(node, GUMBO_TAG_TH);
    if (!cell && !is_tag(node, GUMBO_TAG_DT)) return false;
    if (current_.entry || !names_time_only(current_.text, words_)) return false;
    const GumboNode* next = neighbour(node, 1);
    if (next == nullptr || !begins_with_letter(words_within(next))) return false;
    if (!cell) return is_tag(next, GUMBO_TAG_DD);
    return is_tag(next, GUMBO_TAG_TD) && !neighbour(node, -1) && !neighbour(next, 1);
  }

  void add_text(std::string_view text, const place& at) {
    const std::size_t before = current_.text.size();
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) {
        if (space_ && !current_.text.empty()) current_.text += ' ';
        current_.text += c;
        waits_ = false;
        breaks_ = 0;
      }
      space_ = blank;
    }
    if (at.link) current_.linked += current_.text.size() - before;
    current_.element = at.element;
    current_.heading = at.heading;
    current_.item = at.item;
    current_.aside = at.aside;
    current_.outside = at.outside;
    current_.caption = at.caption;
    current_.table = at.table;
  }

  // Two line breaks part paragraphs.
  void add_break() {
    space_ = true;
    if (++breaks_ == 2) flush();
  }

  // A block that has begun with a time goes on behind it.
  void flush() {
    if (!waits_) return end_block();
    space_ = true;
  }

  void end_block() {
    if (waits_) {
      current_.text.pop_back();
      current_.entry = false;
    }
    if (!current_.text.empty()) out_.push_back(std::move(current_));
    current_ = {};
    waits_ = false;
    space_ = false;
    breaks_ = 0;
  }

  const article_words& words_;
  std::vector<page_block> out_;
  page_block current_{};
  bool space_ = false;
  bool waits_ = false;  // for what stands behind the time of an entry
  int breaks_ = 0;
};

}  // namespace

std::vector<page_block> read_page_blocks(const html_tree& page, const article_words& words) {
  return block_reader(words).run(page.root());
}

}  // namespace zeitstrahl
