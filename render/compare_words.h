#ifndef ZEITSTRAHL_RENDER_COMPARE_WORDS_H_
#define ZEITSTRAHL_RENDER_COMPARE_WORDS_H_

// What is written about articles that are compared.
//
//     story_names names(all, story);
//     names.letter(article);                 // "B"
//     verdict_words(all, names, row);        // "Ende weicht ab: 2030 gegen 2032 (A, B)"
//
// Functions are pure and total.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// Fixed words, see words_de.h.
struct comparison_words {
  std::string_view title;         // number of articles
  std::string_view title_topics;  // the same, and names
  std::string_view merged;
  std::string_view merged_topics;
  std::string_view column;          // over the verdicts
  std::string_view sources_column;  // over the numbers of sources
  std::string_view claim_column;
  std::string_view evidence_column;
  std::string_view source;  // medium, title, date
  std::string_view published;
  std::string_view not_mentioned;
  std::string_view not_mentioned_in;  // letters
  std::string_view equal;             // date
  std::string_view compatible;
  std::string_view compatible_coarser;  // letters, date
  std::string_view conflict_time;       // date, date
  std::string_view conflict_begin;
  std::string_view conflict_end;
  std::string_view conflict_status;  // letter, letter
  std::string_view moved_time;       // new date, old date
  std::string_view moved_begin;
  std::string_view moved_end;
  std::string_view moved_often;     // number
  std::string_view moved_back;      // date
  std::string_view moved_then;      // that, and what became of it
  std::string_view fulfilled;       // date
  std::string_view status_changed;  // letter
  std::string_view called_off;      // letter
  std::string_view only;            // letter
  std::string_view nothing_shared;
  std::string_view none_wanted;     // no row has a verdict that was asked for
  std::string_view apart;           // letters
  std::string_view only_once;       // number
  std::string_view hidden;          // number
  std::string_view hidden_stories;  // number
  std::string_view denied_date;     // date
  std::string_view drift;           // matter
  std::string_view one_source;
  std::string_view sources;  // number
  std::string_view note_solid;
  std::string_view note_hatched;
  std::string_view note_tint;
  std::string_view note_hollow;
  std::string_view note_published;
  std::string_view note_conflict;
  std::string_view note_drift;
};

// Lives as long as the program; in words_de.cc.
const comparison_words& compare_words();

// "Zwei" to "Zwoelf", else the digits; in words_de.cc.
std::string count_words(std::size_t count);

// Letters for the articles of a story.
class story_names {
 public:
  explicit story_names(const story& one) : articles_(one.articles) {}

  // "A" to "Z", then "A2" and on.
  std::string letter(std::uint32_t article) const;
  // "A, C".
  std::string letters(const std::vector<std::uint32_t>& articles) const;
  std::size_t place(std::uint32_t article) const;

 private:
  const std::vector<std::uint32_t>& articles_;
};

// The event, or the begin or end of a state, as an interval of its own.
interval side_of(const interval& when, aspect in);

// The date that a statement gives for one side of the matter: "2030", "22. Jan. 2025".
std::string date_words(const comparison& all, const statement& s, aspect in);

std::string verdict_words(const comparison& all, const story_names& names,
                          const comparison_row& row);

// Where the row's statements stand: "A Satz 3, B Titel".
std::string evidence_words(const comparison& all, const story_names& names,
                           const std::vector<statement>& said);

// Label, date and status of one statement, for reading aloud.
std::string spoken_words(const comparison& all, const story_names& names, const statement& s);

// "B: Netzkurier, "Titel", 24. Jan. 2023".
std::string article_words(const document& article);

// The sentence of a statement's first claim, on one line; empty where the article has none.
std::string first_sentence(const comparison& all, const statement& s);

// The names that most rows of the story have, else the words that most of its titles share.
std::string topic_words(const comparison& all, const story& one, std::size_t most_names = 3);

// "Drei Artikel im Vergleich: Microsoft, OpenAI": all articles, and what they are about.
std::string comparison_title(const comparison& all, bool merged);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_WORDS_H_
