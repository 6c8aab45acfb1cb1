#ifndef ZEITSTRAHL_TESTS_FUZZ_TARGETS_H_
#define ZEITSTRAHL_TESTS_FUZZ_TARGETS_H_

// What the fuzzers run: one program each, and all of them over the cases that they found.

#include <span>
#include <string>
#include <string_view>

namespace zeitstrahl {

// Takes any bytes; gives what was not as the headers promise, or an empty string.
using fuzz_target = std::string (*)(std::string_view bytes);

struct named_target {
  std::string_view name;
  fuzz_target run;
};

std::span<const named_target> fuzz_targets();

std::string fuzz_article(std::string_view bytes);     // read, analysed, written
std::string fuzz_words(std::string_view bytes);       // the same for text of the tables' words
std::string fuzz_timeml(std::string_view bytes);      // the readers, each told its format
std::string fuzz_html(std::string_view bytes);        //
std::string fuzz_markdown(std::string_view bytes);    //
std::string fuzz_records(std::string_view bytes);     // lines of NDJSON
std::string fuzz_tables(std::string_view bytes);      // of a language, see table_targets.cc
std::string fuzz_scanner(std::string_view bytes);     // against plain ways to the same
std::string fuzz_patterns(std::string_view bytes);    // rules matched, against each place tried
std::string fuzz_compare(std::string_view bytes);     // made articles side by side
std::string fuzz_edited(std::string_view bytes);      // a timeline that somebody changed
std::string fuzz_picture(std::string_view bytes);     // made timelines drawn as SVG
std::string fuzz_round_trip(std::string_view bytes);  // what is written is what is read

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_FUZZ_TARGETS_H_
