#ifndef ZEITSTRAHL_WRITE_H_
#define ZEITSTRAHL_WRITE_H_

// A timeline as data: JSON, TimeML and CSV.
//
//     std::string json = to_json(result);
//     if (auto done = write_file("artikel.json", json); !done) return fail(done.error());
//     std::string timeml = to_timeml(result);
//     std::string csv = to_csv(result);        // a row a claim
//
// Offsets in the output are Unicode code points into the article's text as it came in,
// before mended words, without front matter or tags.  The same timeline gives the same
// bytes.  All functions are pure but write_file.

#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

struct json_options {
  bool with_text = false;  // adds "text": what the offsets count in
};

// One object by lib/io/zeitstrahl.schema.json, indented, with a line break at the end.
std::string to_json(const timeline& result, const json_options& options = {});

struct timeml_options {
  bool vague = false;  // also expressions that are no TIMEX3 by the conventions
};

// TimeML 1.2.1 with TIMEX3 in <TEXT>, its text that of the article to the character.
std::string to_timeml(const timeline& result, const timeml_options& options = {});

// RFC 4180 with a header row, a row a claim.
std::string to_csv(const timeline& result);

// Writes aside, syncs and renames, so that `path` holds the old or the new content.
result<std::monostate> write_file(const std::string& path, std::string_view content);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_WRITE_H_
