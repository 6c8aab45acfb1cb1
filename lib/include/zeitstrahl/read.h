#ifndef ZEITSTRAHL_READ_H_
#define ZEITSTRAHL_READ_H_

// Articles from files and bytes.
//
//     result<document> article = read_article_file("artikel.md");
//     if (!article) return fail(article.error());
//     article->published = parse_day("2025-01-22");   // overrides the front matter
//     article->published_from = published_source::option;
//     std::cout << article->title << '\n';
//
// Formats: UTF-8 text and Markdown, with or without front matter between "---" lines
// (title, published, source, author, url; other keys are kept), and TimeML (told by
// its root element).  Pure but for read_article_file, which reads one file.

#include <string>
#include <string_view>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct read_options {
  bool repair = true;  // mend words that a wrong decoding had broken
};

// `name` stands in errors and, without folder and ending, becomes the document's id.
// Bytes that are not UTF-8, a date that does not exist and XML that is not well formed
// are errors with their line.
result<document> read_article(std::string_view bytes, std::string_view name,
                              const read_options& options = {});

// Reads a file, or standard input for "-".
result<document> read_article_file(const std::string& path, const read_options& options = {});

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_READ_H_
