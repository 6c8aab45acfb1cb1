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
// before mended words, without front matter or tags; quoted stretches are of that text.
// The same timeline gives the same bytes.  All functions are pure but those named write_.

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/compare.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Name and version of this program, as they stand in its output: "zeitstrahl 0.1.0".
std::string_view program_version();

struct json_options {
  bool with_text = false;  // adds "text": what the offsets count in
  bool one_line = false;   // for NDJSON: no indentation and no line break, not even at the end
  bool expressions_only = false;  // leaves sentences, claims and threads out, and adds "only"
};

// One object by lib/io/zeitstrahl.schema.json, indented, with a line break at the end.
// Bytes that are not UTF-8 become U+FFFD.
std::string to_json(const timeline& result, const json_options& options = {});

// Takes bytes piece by piece, in order; `false` ends the writing.
using byte_sink = std::function<bool(std::string_view)>;

// The bytes of to_json() as they are made, so that they are never in memory all at once.  Gives
// whether the sink took them all.
bool write_json(const timeline& result, const json_options& options, const byte_sink& sink);

// {"id": ..., "error": {"code", "stage", "message"}} on one line, without the line break.
std::string to_json(const record_error& problem);

// Why a request over HTTP was not answered, by RFC 9457: "status", its "title" and "detail".
std::string problem_json(int status, std::string_view detail);

struct timeml_options {
  bool vague = false;  // also expressions that are no TIMEX3 by the conventions
};

// TimeML 1.2.1 with TIMEX3 in <TEXT>, its text that of the article as it came in to the
// character.  Only what XML 1.0 cannot hold (control characters but tab and line ends,
// U+FFFE, U+FFFF) is replaced, each by one U+FFFD.  The ends of a duration that no
// expression names follow it as empty TIMEX3.
std::string to_timeml(const timeline& result, const timeml_options& options = {});

// RFC 4180 with a header row, a row a claim; several names in a field are parted by "; ".
std::string to_csv(const timeline& result);

// Articles compared: one object by lib/io/comparison.schema.json, indented, with a line
// break at the end.  Indexes count from 0, sentences from 1.
std::string to_json(const comparison& all);

// RFC 4180 with a header row: a row a finding, with both sentences, and one for each
// statement that no finding names.
std::string to_csv(const comparison& all);

// Writes aside in the same folder, syncs and renames, so that `path` holds the old or the
// new content at any time.  A link's target is replaced, not the link; what is no regular
// file (a device, a pipe) is written to directly, and "-" is standard output.  Permissions
// of a file that was there are kept.  All errors are io errors.
result<std::monostate> write_file(const std::string& path, std::string_view content);

// The same for bytes that are made while they are written: `make` hands them to the sink that it is
// given, and gives whether that took them all.
using byte_maker = std::function<bool(const byte_sink&)>;
result<std::monostate> write_file(const std::string& path, const byte_maker& make);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_WRITE_H_
