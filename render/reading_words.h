#ifndef ZEITSTRAHL_RENDER_READING_WORDS_H_
#define ZEITSTRAHL_RENDER_READING_WORDS_H_

// What a picture does not show, and how a report is read, in words.  Pure and total.

#include <string>
#include <string_view>

#include "render/marks.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

struct editing_words {
  std::string_view one_left_out;   // its label
  std::string_view left_out;       // number, labels
  std::string_view more_left_out;  // how many are not named
  std::string_view no_reason;      // in place of a note
  std::string_view by_choice;      // why a claim is not in the picture
  std::string_view for_vagueness;
  std::string_view for_room;
  std::string_view edits;  // heading of what was changed
  std::string_view edits_intro;
  std::string_view how_to_read;  // heading
  std::string_view how_marks;
  std::string_view how_sources;
  std::string_view how_passages;
};

const editing_words& words_of_editing();

// What a sign stands for; `published`: whether the day of publication is known.
std::string_view legend_words(feature what, bool published);

// Why a hidden claim is not in the picture; empty where its note says so.
std::string_view absence_words(const claim& c);

// Counts the hidden claims and names the first ones; empty where all are shown.
std::string left_out_words(const timeline& data);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_READING_WORDS_H_
