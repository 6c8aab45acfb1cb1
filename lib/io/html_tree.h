#ifndef ZEITSTRAHL_LIB_IO_HTML_TREE_H_
#define ZEITSTRAHL_LIB_IO_HTML_TREE_H_

// An HTML page as a tree, parsed by Gumbo as browsers parse it, in bounded time: tags nested
// deeper than 256 and attributes beyond 256 of a tag are passed over, and elements of
// emphasis (b, font, ...) become span, for unclosed ones are repeated in each paragraph.

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace zeitstrahl {

class html_tree {
 public:
  // Well-formed UTF-8, of which nothing is kept.
  explicit html_tree(std::string_view html);
  ~html_tree();
  html_tree(const html_tree&) = delete;
  html_tree& operator=(const html_tree&) = delete;

  const GumboNode* root() const { return parsed_->root; }

 private:
  std::string html_;
  GumboOutput* parsed_ = nullptr;
};

bool is_element(const GumboNode* node);
bool is_tag(const GumboNode* node, GumboTag tag);

// The value of an attribute, empty where it is missing.
std::string_view attribute(const GumboNode* node, const char* name);

// Calls for each element within `node` and itself, in order; where it gives false, what
// is within that element is passed over.
void walk(const GumboNode* node, const std::function<bool(const GumboNode*)>& call);

// All text within a node but that of scripts and styles, as it stands.
std::string text_within(const GumboNode* node);

// The same with white space as single spaces and none at the ends.
std::string words_within(const GumboNode* node);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_HTML_TREE_H_
