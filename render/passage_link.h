#ifndef ZEITSTRAHL_RENDER_PASSAGE_LINK_H_
#define ZEITSTRAHL_RENDER_PASSAGE_LINK_H_

// Addresses of passages on the page that an article came from.
//
//     https://example.org/hafen#:~:text=Hansen%20will%20im,eine%20Halle%20bauen
//
// Browsers scroll to the words and mark them; see "URL Fragment Text Directives" of the WICG.
// Functions are pure and total.

#include <string>

#include "zeitstrahl/document.h"

namespace zeitstrahl {

// The address of the article's page, ready to be a link; empty unless it is one of the web
// (http or https).
std::string page_link(const document& article);

// That of a passage: whole where it is short, else its first and last words, as many as are
// needed to find no earlier place.  Empty as page_link(), and for an empty passage.
std::string passage_link(const document& article, span passage);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_PASSAGE_LINK_H_
