#ifndef ZEITSTRAHL_LIB_IO_PARTS_H_
#define ZEITSTRAHL_LIB_IO_PARTS_H_

// Lines that stand around an article's text: who took the picture, who wrote it, when it was
// changed, where to read on; and an agency's dateline before the first words.
//
//     Von Anna Muster (3. Mai 2024)            byline
//     ... zu. (APA, 11.10.2015)               a byline in brackets
//     Stand: 22.01.2025, 14:05 Uhr             stamp
//     Berlin (dpa) - Die Regierung plant ...   a dateline up to the dash
//
// The words they are known by are rows of the language's articles.tsv.

#include <optional>
#include <string>
#include <string_view>

#include "io/article_words.h"
#include "zeitstrahl/document.h"

namespace zeitstrahl {

// What a whole line is, if it is no text.
std::optional<part_kind> kind_of_line(std::string_view line, const article_words& words);

// The first day with a year that a line names: "22.01.2025", "3. Mai 2024", "2024-05-03".
std::optional<day> find_day(std::string_view line, const article_words& words);

// "2019", "14.05 Uhr", "3. Mai 2024": a text of numbers and words of time, with a digit among them.
bool names_time_only(std::string_view text, const article_words& words);

// "Berlin (dpa) - ..."
bool begins_with_dateline(std::string_view line, const article_words& words);

// Whether a line is a chronicle's entry: such a time, a colon or a dash, and what happened.
bool is_entry(std::string_view line, const article_words& words);

// The names in "Von Anna Muster und Jan Roth, Riesa" or behind a stamp, parted by ", "; empty where
// there are none.
std::string names_in_byline(std::string_view line, const article_words& words);

// Whether a stamp says when the article was changed, not when it was published.
bool tells_change(std::string_view line, const article_words& words);

// Adds to the article's parts those that its lines tell, where none is yet; where the article
// has no publication date, takes that of a stamp, a byline or a dateline.
void find_parts(document& article, const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_PARTS_H_
