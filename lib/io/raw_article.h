#ifndef ZEITSTRAHL_LIB_IO_RAW_ARTICLE_H_
#define ZEITSTRAHL_LIB_IO_RAW_ARTICLE_H_

// What a reader of one format hands on.

#include <string>
#include <string_view>
#include <vector>

#include "io/edits.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct raw_article {
  // Fields, parts and warnings; the text without the marks of its format.
  document article;
  // The text as it came in, which offsets will count in, and what was changed on the way from
  // it to article.text.
  std::string source;
  std::vector<edit> edits;
  bool first_line_may_be_title = true;
  // Whether parts can be told from single lines only (see parts.h).
  bool parts_by_lines = true;
};

// A reader: UTF-8 without byte order mark in, and the name for errors.
using article_reader = result<raw_article> (*)(std::string_view text, std::string_view name,
                                               const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_RAW_ARTICLE_H_
