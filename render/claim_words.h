#ifndef ZEITSTRAHL_RENDER_CLAIM_WORDS_H_
#define ZEITSTRAHL_RENDER_CLAIM_WORDS_H_

// What is written about one bar of a timeline, and about its article.
//
//     Juni 2024 ("vergangenen Juni"), laut Reederei [1, Satz 4]
//
// Functions are pure and total.

#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Room for the sign of reported words inside a second line: no other text holds it.
inline constexpr std::string_view quote_room = "\u00A0\u00A0\u00A0\u00A0";

// The second line of a label: resolved date, the text's own time words where they say
// it otherwise, status, and where it stands.
std::string detail_words(const timeline& data, const bar& b);

// Its parts: date with time words and unknown ends; who says it, empty for the article.
std::string when_words(const timeline& data, const bar& b);
std::string according_words(const bar& b);

// Label and second line, for reading aloud.
std::string spoken_words(const timeline& data, const bar& b);

// "Titel", "Satz 3, 5": where the bar's evidence stands.
std::string place_words(const timeline& data, const bar& b);

// A bar without a date: its label, time words and place.
std::string undated_words(const timeline& data, const bar& b);

// One claim as if it were a bar of its own.
bar bar_of(const claim& c, std::uint32_t index);

// How the text puts it: as a fact, or its status.
std::string standing_words(const claim& c);

// What an editor did to a claim, a remark each: what was found before, that it was added or
// is not in the picture, and the note.
std::vector<std::string> edit_words(const timeline& data, const claim& c);

// The heading of a thread's band; empty where the one band of a timeline names nobody.
std::string band_words(const timeline& data, const thread& t);

// The line under the title, and the entry in the list of sources.
std::string about_words(const document& article);
std::string source_words(const document& article);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_CLAIM_WORDS_H_
