#ifndef ZEITSTRAHL_EDIT_H_
#define ZEITSTRAHL_EDIT_H_

// Timelines that people correct: read again what was written, take over what an editor
// changed, and choose what a picture shows.
//
//     result<timeline> edited = read_timeline(bytes, "artikel.json");
//     if (!edited) return fail(edited.error());          // names the claim that is wrong
//     timeline fresh = extractor.analyze(article, scratch);
//     for (const std::string& id : apply_edits(fresh, *edited)) warn(id + " fits no passage");
//     if (auto misfit = select(fresh, {.without = {"c4k7tq2"}})) return fail(*misfit);
//     result<std::string> svg = draw(fresh);
//
// What an editor may change in JSON: of a claim "label", "edtf", "modality", "reported",
// "source", "thread", "hidden" and "note"; of a thread "label", and the order of the threads.
// New claims need a label; they are marked as added by hand.  What the program had said stays
// in "found", and "edited" lists the fields that differ.  Everything else is what was found,
// and is read as it stands.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Whether bytes look like JSON that to_json() wrote for one article.
bool is_timeline(std::string_view bytes);

// Reads such JSON, of versions 1 and 2.  Without "text" the article's text is known only
// where something quotes it; between that it is blank.  What departs from the schema is bad
// input: `name`, the claim or member, what is wrong and what to write.
result<timeline> read_timeline(std::string_view bytes, std::string_view name);

// Reads CSV that to_csv() wrote, and a spreadsheet saved: parted by commas, semicolons or
// tabs, with the columns in any order.  `fresh` is the timeline of the same article; what
// differs from it was changed by hand.  A row without a claim's id adds one; claims without a
// row are hidden.  Rows of other articles are passed over where some are of this one; else, and
// for an unknown id, the line is bad input.
result<timeline> read_edited_table(std::string_view bytes, std::string_view name,
                                   const timeline& fresh);

// The ids of the articles that such JSON or CSV is about, each once, in order; none where it
// does not say.
std::vector<std::string> edited_articles(std::string_view bytes);

// Takes what was changed by hand in `edited` over into `fresh`, a new timeline of the same
// article, claim by claim after their ids.  Gives what fits no longer: "c4k7tq2 (LABEL)".
std::vector<std::string> apply_edits(timeline& fresh, const timeline& edited);

// The fields of a claim that differ from what was found: "label", "edtf", ...
std::vector<std::string> edited_fields(const timeline& data, const claim& c);

// Which claims a picture shows; all that is set must hold.
struct selection {
  std::vector<std::string> threads = {};  // headings, or the begin of one
  std::vector<std::string> without = {};  // ids, or numbers as the report counts: "3"
  std::optional<day> since = {};          // may have been so on this day or later
  std::optional<day> until = {};          // ... or earlier; undated claims never are
  std::size_t most = 0;                   // this many, see select(); 0 is all
  bool hide_vague = false;                // without those that only "jetzt" or "derzeit" dates
};

// Hides the others and makes the bars anew.  Of too many, those stay that have a date that
// is not vague, then those that name an actor, then those dated to a day, a month, a year,
// then the first.  Names that mean nothing are bad usage, with those that there are.
std::optional<error> select(timeline& data, const selection& wanted);

// The bars of all threads anew, after claims were changed; hidden claims have none.
void make_bars(timeline& data);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_EDIT_H_
