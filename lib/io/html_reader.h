#ifndef ZEITSTRAHL_LIB_IO_HTML_READER_H_
#define ZEITSTRAHL_LIB_IO_HTML_READER_H_

// A page of the web as an article.

#include <string_view>

#include "io/raw_article.h"

namespace zeitstrahl {

// Whole pages; and pieces of one, with which Markdown may begin, too.
bool looks_like_page(std::string_view text);
bool looks_like_html(std::string_view text);

// Total: what is no HTML gives little or no text.
result<raw_article> read_html(std::string_view text, std::string_view name,
                              const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_HTML_READER_H_
