#ifndef ZEITSTRAHL_LIB_IO_PAGE_BLOCKS_H_
#define ZEITSTRAHL_LIB_IO_PAGE_BLOCKS_H_

// A page as a list of paragraphs: what stands in one block element between two others.

#include <string>
#include <vector>

#include "io/article_words.h"
#include "io/html_tree.h"

namespace zeitstrahl {

struct page_block {
  std::string text;          // single spaces
  std::size_t linked = 0;    // bytes of it in links
  const GumboNode* element;  // the block element it stands in
  bool heading = false;      // h1 to h6
  bool item = false;         // of a list
  bool aside = false;        // in an element that is never article: nav, aside, form, figure ...
  bool outside = false;      // in nav, footer or form, which say nothing of the article
  bool caption = false;      // in a figure
  bool table = false;        // in one, which may be there for the layout
  bool entry = false;        // of a chronicle: "2019: ...", of two cells of a row, dt and dd

  double links() const {
    return static_cast<double>(linked) / static_cast<double>(text.size() + 1);
  }
};

// In the page's order; blocks without text are left out, as is what is hidden.  Two cells of
// a row, or a term and its description, are one block where the first of them is a time.
std::vector<page_block> read_page_blocks(const html_tree& page, const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_PAGE_BLOCKS_H_
