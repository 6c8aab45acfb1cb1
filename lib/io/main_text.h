#ifndef ZEITSTRAHL_LIB_IO_MAIN_TEXT_H_
#define ZEITSTRAHL_LIB_IO_MAIN_TEXT_H_

// Which of a page's paragraphs are its article.
//
// Each paragraph weighs as much as it has text outside links, and gives its weight to all
// elements it lies in; the innermost element that holds nearly all of it is the article (after
// Readability: arc90, 2009).  Elements whose names or tags say that they stand beside it
// (comments, captions, shares ...) are left out, unless they hold much of the page.  Where the
// page's JSON-LD has the text, the paragraphs that it holds are the article.

#include <optional>
#include <string>
#include <vector>

#include "io/article_words.h"
#include "io/html_tree.h"
#include "io/page_facts.h"
#include "zeitstrahl/document.h"

namespace zeitstrahl {

struct article_block {
  std::string text;             // a paragraph on one line
  std::optional<part_kind> is;  // teaser or heading, else nothing
};

struct main_text {
  std::vector<article_block> blocks;  // in the page's order
  std::vector<apart_line> apart;      // captions, credits and their like around and among them
  std::optional<day> stamped;         // by the stamp or byline that readers see nearest above
  std::optional<day> changed;         // by a stamp that says so
  std::string author;                 // by a byline
  std::string heading;                // above the text
};

// Linear in the page.
main_text find_main_text(const html_tree& page, const page_facts& facts,
                         const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_MAIN_TEXT_H_
