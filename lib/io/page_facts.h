#ifndef ZEITSTRAHL_LIB_IO_PAGE_FACTS_H_
#define ZEITSTRAHL_LIB_IO_PAGE_FACTS_H_

// What a page says of itself for machines: JSON-LD of schema.org (also where it is broken),
// meta tags (Open Graph, Dublin Core and others), <time>, <title>, <link>.

#include <optional>
#include <string>

#include "io/article_words.h"
#include "io/html_tree.h"
#include "io/moment.h"
#include "zeitstrahl/calendar.h"
#include "zeitstrahl/document.h"

namespace zeitstrahl {

struct page_facts {
  std::string title;
  std::optional<day> published;
  published_source published_from = published_source::unknown;
  std::optional<day> modified;
  std::string site;
  std::string author;  // names, parted by ", "
  std::string url;
  std::string description;
  std::string body;  // articleBody
};

// Of several things that say the same, the first in the order above goes; in JSON-LD, an
// article before a page.
page_facts read_page_facts(const html_tree& page, moment_reader& moments,
                           const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_PAGE_FACTS_H_
