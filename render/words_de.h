#ifndef ZEITSTRAHL_RENDER_WORDS_DE_H_
#define ZEITSTRAHL_RENDER_WORDS_DE_H_

// All words of the picture, and dates as German newspapers write them:
// 22. Jan. 2025; Juni 2024; 2. Quartal 2025; 2019-2030 with an en dash; 44 v. Chr.
// A number and its unit are joined by U+00A0.
//
//     day_words(*parse_day("2025-01-22"));            // "22. Jan. 2025"
//     time_words(claim.when, claim.relates, published);  // "seit 2019", "Ende offen"
//
// Functions are pure and total.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/claim.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// Fixed words.  "{}" is where a date, a name or a number goes, see fill().
struct picture_words {
  std::string_view timeline;      // title where there is none; the role read aloud
  std::string_view published;     // of the flag
  std::string_view about_source;  // under the title: medium, day
  std::string_view about_day;     // the same without medium
  std::string_view about_no_day;  // without a publication date
  std::string_view nothing_found;
  std::string_view nothing_dated;
  std::string_view unnamed_band;  // over claims that name nobody, below those that do
  std::string_view undated;       // over claims that could not be dated
  std::string_view page;          // number, count
  std::string_view caption;       // title, article

  std::string_view planned;
  std::string_view possible;
  std::string_view negated;
  std::string_view denied;
  std::string_view according_to;
  std::string_view unnamed_source;
  std::string_view headline;  // a claim in the title has no sentence number
  std::string_view sentence;
  std::string_view edited;  // what was found
  std::string_view added_by_hand;
  std::string_view hidden;
  std::string_view note;
  std::string_view added;  // where a claim of the editors would have its sentence
  std::string_view article;

  std::string_view recurring;      // beside a date
  std::string_view at_present;     // heads what only words of the present date
  std::string_view recurrences;    // heads what only recurs
  std::string_view report_claims;  // of the report: headings, columns, controls
  std::string_view report_number;
  std::string_view report_claim;
  std::string_view report_time;
  std::string_view report_standing;
  std::string_view report_source;
  std::string_view report_place;
  std::string_view report_as_fact;
  std::string_view report_to_row;      // number of a claim
  std::string_view report_to_passage;  // the same
  std::string_view report_search;
  std::string_view report_thread;
  std::string_view report_all;
  std::string_view report_count;  // shown, of all
  std::string_view report_copy;
  std::string_view report_copied;   // rows
  std::string_view report_remarks;  // column of the copied table
  std::string_view report_on_page;  // a passage on the page that the article came from
  std::string_view report_page;

  std::string_view legend_until_published;
  std::string_view legend_actual;  // without a publication date
  std::string_view legend_after_published;
  std::string_view legend_planned;
  std::string_view legend_possible;
  std::string_view legend_bound;
  std::string_view legend_begin_unknown;
  std::string_view legend_end_unknown;
  std::string_view legend_end_open;
  std::string_view legend_before_after;
  std::string_view legend_event;
  std::string_view legend_vague_event;
  std::string_view legend_negated;
  std::string_view legend_reported;
  std::string_view legend_broken_axis;
};

// Lives as long as the program.
const picture_words& words();

// `pattern` with each "{}" replaced by the next of `values`.
std::string fill(std::string_view pattern, const std::vector<std::string>& values);

std::string day_words(day value);
std::string year_words(int year);         // astronomical: -43 gives "44 v. Chr."
std::string era_year_words(int year);     // the same with "n. Chr." up to 999
std::string month_words(int month);       // 1 to 12: "Sept."
std::string quarter_words(int month);     // the quarter that the month begins: "2. Quartal"
std::string month_year_words(day value);  // "Juni 2024"
std::string day_month_words(day value);   // "20. Jan."
std::string hour_words(int hour);         // "14 Uhr"

// A unit of the calendar by its name, other ranges by their ends.
std::string range_words(day_range range, grain precision);

// What an interval says: "seit 2019" and "Ende offen".
struct time_phrase {
  std::string date;  // empty for an empty interval
  std::string ends;  // unknown and open ends, or empty
};

// `published` tells "seit" from "ab".
time_phrase time_words(const interval& when, relation relates, std::optional<day> published);

// In German quotation marks; quotation marks inside become single ones.
std::string quoted(std::string_view content);

// Whether `said` holds the time words already, however they are spaced and months are
// shortened: "1. August" in "1. Aug. 2025".
bool repeats(std::string_view said, std::string_view time_text);

// Status of a claim in words, or nothing: label that says "nicht" itself needs none.
std::string status_words(modality mode, bool reported, std::string_view label);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_WORDS_DE_H_
