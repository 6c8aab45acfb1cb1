#include "io/page_blocks.h"

#include <utility>

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

bool is_aside(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_TABLE:
      return true;
    default:
      return false;
  }
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_hidden(const GumboNode* node) {
  if (is_silent(node->v.element.tag) || attribute(node, "aria-hidden") == "true") return true;
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  const std::string_view style = attribute(node, "style");
  return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

class block_reader {
 public:
  std::vector<page_block> run(const GumboNode* root) {
    read(root, {root, false, false, false, false});
    flush();
    return std::move(out_);
  }

 private:
  struct place {
    const GumboNode* element;
    bool heading;
    bool item;
    bool aside;
    bool link;
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
      flush();
      at.element = node;
      at.heading = at.heading || is_heading(tag);
      at.item = at.item || tag == GUMBO_TAG_LI;
      at.aside = at.aside || is_aside(tag);
    }
    at.link = at.link || tag == GUMBO_TAG_A;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      read(static_cast<const GumboNode*>(children.data[i]), at);
    }
    if (block) flush();
  }

  void add_text(std::string_view text, const place& at) {
    const std::size_t before = current_.text.size();
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) {
        if (space_ && !current_.text.empty()) current_.text += ' ';
        current_.text += c;
        breaks_ = 0;
      }
      space_ = blank;
    }
    if (at.link) current_.linked += current_.text.size() - before;
    current_.element = at.element;
    current_.heading = at.heading;
    current_.item = at.item;
    current_.aside = at.aside;
  }

  // Two line breaks part paragraphs.
  void add_break() {
    space_ = true;
    if (++breaks_ == 2) flush();
  }

  void flush() {
    if (!current_.text.empty()) out_.push_back(std::move(current_));
    current_ = {};
    space_ = false;
    breaks_ = 0;
  }

  std::vector<page_block> out_;
  page_block current_{};
  bool space_ = false;
  int breaks_ = 0;
};

}  // namespace

std::vector<page_block> read_page_blocks(const html_tree& page) {
  return block_reader().run(page.root());
}

}  // namespace zeitstrahl
