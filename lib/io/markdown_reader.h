#ifndef ZEITSTRAHL_LIB_IO_MARKDOWN_READER_H_
#define ZEITSTRAHL_LIB_IO_MARKDOWN_READER_H_

// Markdown (CommonMark, with GitHub's tables and strikethrough) as an article, parsed by MD4C.
//
// Taken out: marks of emphasis, headings, lists and quotations, addresses of links, pictures
// with their words, code blocks, HTML, what is struck through, marks of footnotes.  Kept: the
// words of links and of code in a line, the numbers of lists (who writes "3. Juni" at the
// begin of a line means a day), line breaks.

#include <string_view>

#include "io/raw_article.h"

namespace zeitstrahl {

// A heading, emphasis in bold, a link or a code fence in its first part, or an underlined title.
bool looks_like_markdown(std::string_view text);

// With or without front matter.
result<raw_article> read_markdown(std::string_view text, std::string_view name,
                                  const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_MARKDOWN_READER_H_
