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
// Formats, told by what the bytes hold: text, Markdown (with or without YAML front matter
// between "---" lines; title, published or date, modified, source, author and url are known,
// other keys are kept), HTML pages, TimeML, one record of NDJSON, and gzip of any of these.
// Encodings: a byte order mark, what a page says, UTF-8, else guessed.
//
// document::text is what readers see: without marks of Markdown, soft hyphens and addresses of
// the web, its letters composed (NFC); document::changes leads back to the text as it came in.
// Of a page, the text is the article's, without navigation, captions and comments.
//
// The title is what front matter, TITLE, the record or the page says, else the first line that
// is not blank if it stands alone: a heading of Markdown, or a line without full stop before
// a blank line or before a paragraph that is half as long again.
//
// All functions are pure but read_article_file, and may be called from several threads.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

enum class input_format : std::uint8_t { automatic, text, markdown, html, timeml, ndjson };

struct read_options {
  bool repair = true;                // mend words that a wrong decoding had broken
  std::string_view language = "de";  // the built-in language whose letters they may hold
  input_format format = input_format::automatic;
  std::string_view time_zone = "Europe/Berlin";  // whose day an instant is
};

// `name` stands in errors, tells Markdown by its ending, and without folder and ending becomes
// the document's id unless the article brings one.  Empty bytes give an empty article.  What
// is no text, too many bytes (4 GiB), front matter that is no front matter, a date that does
// not exist and XML that is not well formed or no TimeML are bad input, with their line where
// they have one.  What is odd and can be read gives a warning in the document.
result<document> read_article(std::string_view bytes, std::string_view name,
                              const read_options& options = {});

// Reads a file, or standard input for "-" (its name is then "stdin").  A file that cannot
// be read is an io error.  Addresses of the web are not fetched.
result<document> read_article_file(const std::string& path, const read_options& options = {});

// "Europe/Berlin": whether the system knows such a time zone.
bool is_time_zone(const std::string& name);

// The bytes of a file, or of standard input for "-"; addresses are not fetched.
result<std::string> read_file(const std::string& path);

// Why a line of NDJSON gives no article.
struct record_error {
  std::string id;       // the record's id, empty where it has none
  std::string code;     // "not-json", "no-id", "no-text", "bad-date", "too-long", or by `stage`
                        // "analyze" "out-of-memory", "out-of-time", "crashed"
  std::string stage;    // what was being done: "read", "analyze"
  std::string message;  // a sentence without line breaks or full stop
};

// One line of NDJSON: {"id": "a-17", "text": "...", "published": "2025-01-22"}.  `published`
// may be missing or null; title, source, author, url and modified are taken, other members
// are kept in document::other.  The line may end in CR.  Bytes that are not UTF-8 are replaced
// and counted in a warning.
std::variant<document, record_error> read_record(std::string_view line,
                                                 const read_options& options = {});

// The id that read_record finds in a line, or an error of it names; empty where it has none.
std::string record_id(std::string_view line);

// What a line of results is about, without reading the rest of it.
struct written_record {
  std::string id;
  bool failed = false;  // it holds an error
};

// None where to_json has not written the line.
std::optional<written_record> read_written_record(std::string_view line);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_READ_H_
