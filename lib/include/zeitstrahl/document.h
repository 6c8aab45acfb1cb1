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
  front_matter,  // "published:" or "date:" above the text
  dct,           // TimeML's DCT
  record,        // "published" of an NDJSON record
  json_ld,       // datePublished of a page's JSON-LD
  meta,          // a page's meta tags: article:published_time and its kin
  time_element,  // a page's <time>
  dateline,      // what readers see: "Stand: 22.01.2025"; the last resort, less sure
};

// What a stretch of the text is that tells nothing of the matter itself, or stands apart
// from the running text.  No claim is made from it.
enum class part_kind : std::uint8_t {
  heading,   // between paragraphs
  teaser,    // above the text, says what the text says again
  caption,   // of a picture
  credit,    // who made a picture, who holds the rights
  byline,    // who wrote the article
  stamp,     // when it was published or changed
  related,   // leads to other articles
  dateline,  // an agency's place, day and name before the first sentence
  note,      // a footnote
};

struct part {
  span where;  // bytes in document::text
  part_kind is = part_kind::heading;
};

// What stands apart from a page's text and was left out of it.
struct apart_line {
  part_kind is = part_kind::caption;  // caption, credit, byline, stamp or related
  std::string text;
};

// A place where the text is not as it came in.  Where a wrong decoding had broken
// characters, each byte of a character's UTF-8 had been read as one character of a
// single-byte encoding, so that a byte of the text stands for one code point of the original:
//
//     original   a u U+0102 U+017A e r    UTF-8 C3 9F read as windows-1250
//     text       a u    U+00DF     e r    `where` covers the two bytes C3 9F
struct change {
  span where;              // bytes in document::text; empty where something was taken out
  std::string original;    // what stood there as it came in, UTF-8
  std::string misread_as;  // the encoding it had been misread in: "windows-1250"; else empty
};

struct document {
  std::string id;     // a name for the article: its DOCID, or its file's name without ending
  std::string title;  // empty where there is none
  std::optional<day> published;
  published_source published_from = published_source::unknown;
  std::optional<day> modified;  // when it was last changed, where it says so
  std::string source;           // the medium: "Beispiel-Zeitung"
  std::string author;
  std::string url;
  std::vector<std::pair<std::string, std::string>> other;  // unknown front matter, in order

  // Valid UTF-8 as readers see it; all spans of an analysis count bytes of this text.  Holds
  // the title as its first line where the article came so, and neither front matter nor tags
  // nor marks of Markdown nor a byte order mark.  Line ends are those of the article.
  std::string text;
  bool title_in_text = false;     // the first line of `text` that is not blank is a title
  std::vector<part> parts;        // in text order, disjoint
  std::vector<apart_line> apart;  // in the page's order
  std::vector<change> changes;    // in text order, disjoint: mended words, marks taken out ...

  // What whoever reads the results should know: "3 bytes were no UTF-8 ...".  Sentences
  // without line breaks or full stop.
  std::vector<std::string> warnings;
};

// The words of the formats: "unknown", "option", "front-matter", "dct", "record", "json-ld",
// "meta", "time", "dateline".
std::string_view to_string(published_source from);

// "heading", "teaser", "caption", "credit", "byline", "stamp", "related", "dateline", "note".
std::string_view to_string(part_kind is);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DOCUMENT_H_
