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
// (title, published, source, author, url; other keys are kept), TimeML (told by its root
// element), and lines of NDJSON.  Text is kept to the character, line ends and marks of
// Markdown too; only a byte order mark, front matter and tags are no part of it.
//
// The title is what front matter, TITLE or the record says, else the first line that is
// not blank if it stands alone: a heading of Markdown, or a line without full stop before
// a blank line or before a paragraph that is half as long again.
//
// All functions are pure but read_article_file, and may be called from several threads.

#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct read_options {
  bool repair = true;                // mend words that a wrong decoding had broken
  std::string_view language = "de";  // the built-in language whose letters they may hold
};

// `name` stands in errors and, without folder and ending, becomes the document's id unless
// the article brings one.  Empty bytes give an empty article.  Bytes that are not UTF-8 or
// too many (4 GiB), front matter that is no front matter, a date that does not exist and
// XML that is not well formed or no TimeML are bad input, with their line.
result<document> read_article(std::string_view bytes, std::string_view name,
                              const read_options& options = {});

// Reads a file, or standard input for "-" (its name is then "stdin").  A file that cannot
// be read is an io error.
result<document> read_article_file(const std::string& path, const read_options& options = {});

// Why a line of NDJSON gives no article.
struct record_error {
  std::string id;       // the record's id, empty where it has none
  std::string code;     // "not-utf8", "not-json", "no-id", "no-text", "bad-date", "too-long"
  std::string stage;    // what was being done: "read"
  std::string message;  // a sentence without line breaks or full stop
};

// One line of NDJSON: {"id": "a-17", "text": "...", "published": "2025-01-22"}.  `published`
// may be missing or null; title, source, author and url are taken where they are strings,
// other members are kept in document::other.  The line may end in CR.
std::variant<document, record_error> read_record(std::string_view line,
                                                 const read_options& options = {});

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_READ_H_
