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
#include <utility>
#include <vector>

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// Where the publication date (TimeML's document creation time) was found.
enum class published_source : std::uint8_t { unknown, option, front_matter, dct };

// One word that a wrong decoding had broken, put right.
struct repair {
  span where;            // bytes in document::text, the mended word
  std::string original;  // the broken word as it came in, UTF-8
  std::string encoding;  // the encoding it had been misread in: "windows-1250"
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
  // title as its first line where the article came so, and neither front matter nor tags.
  std::string text;
  bool title_in_text = false;  // the first line of `text` is the title
  std::vector<repair> repairs;  // in text order
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DOCUMENT_H_
