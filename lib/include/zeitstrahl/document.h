#ifndef ZEITSTRAHL_DOCUMENT_H_
#define ZEITSTRAHL_DOCUMENT_H_

// One article: its text and what is known about it.
//
//     document article;
//     article.text = "Seit 2019 sind beide Partner.";
//     article.published = parse_day("2025-01-22");
//     article.published_from = published_source::option;
//     timeline result = extractor.analyze(article, scratch);
//
// A plain value; whoever holds it owns its text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// Where the publication date (TimeML's document creation time) was found.
enum class published_source : std::uint8_t {
  unknown,
  option,        // whoever called: the command line
  front_matter,  // "published:" above the text
  dct,           // TimeML's DCT
  record,        // "published" of an NDJSON record
};

// Characters that a wrong decoding had broken, put right.  Each byte of a character's
// UTF-8 had been read as one character of a single-byte encoding, so that a byte of the
// mended text stands for one code point of the original:
//
//     original   a u U+0102 U+017A e r    UTF-8 C3 9F read as windows-1250
//     mended     a u    U+00DF     e r    `where` covers the two bytes C3 9F
struct repair {
  span where;            // bytes in document::text, the mended characters
  std::string original;  // the broken characters as they came in, UTF-8
  std::string encoding;  // the encoding they had been misread in: "windows-1250"
};

struct document {
  std::string id;     // a name for the article: its DOCID, or its file's name without ending
  std::string title;  // empty where there is none
  std::optional<day> published;
  published_source published_from = published_source::unknown;
  std::string source;  // the medium: "Beispiel-Zeitung"
  std::string author;
  std::string url;
  std::vector<std::pair<std::string, std::string>> other;  // unknown front matter, in order

  // Valid UTF-8, mended; all spans of an analysis count bytes of this text.  Holds the
  // title as its first line where the article came so, and neither front matter nor tags
  // nor a byte order mark.  Line ends are those of the article.
  std::string text;
  bool title_in_text = false;   // the first line of `text` that is not blank is a title
  std::vector<repair> repairs;  // in text order
};

// The words of the formats: "unknown", "option", "front-matter", "dct", "record".
std::string_view to_string(published_source from);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DOCUMENT_H_
