#ifndef ZEITSTRAHL_CLAIM_H_
#define ZEITSTRAHL_CLAIM_H_

// A claim: a statement of the article that something happens or holds at a time
// that the article names; with who says it and how certain it is.
//
//     for (const claim& c : result.claims) {
//       std::cout << c.clause.in(result.article.text) << " [" << to_string(c.mode) << "]\n";
//       if (c.reported) std::cout << "  according to " << c.source << '\n';
//     }
//
// Plain data, made by an extractor.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/expression.h"
#include "zeitstrahl/interval.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

enum class modality : std::uint8_t {
  actual,    // happened, happens, holds
  planned,   // announced, agreed, intended
  possible,  // could be, is expected by somebody's guess
  negated,   // does not, or no longer, hold
};

// Words that settled a field of a claim.
struct cue {
  enum class field : std::uint8_t { modality, reported, source, relation };
  span where;
  field settles = field::modality;
  std::string_view rule;  // name of the row in claims.tsv; points into the language
};

// Why a hidden claim is in no picture: an editor said so, select() was asked to leave it out, or
// others that tell more needed the room.
enum class absence : std::uint8_t { by_editor, by_choice, for_vagueness, for_room };

// What the program had said of a claim that was changed by hand.
struct found_claim {
  std::string label;
  interval when;
  relation relates = relation::at;
  modality mode = modality::actual;
  bool reported = false;
  std::string source;
  std::string thread;  // its heading
};

struct claim {
  std::string id;  // made of its passage: "c4k7tq2"; the same for as long as the words stay
  std::vector<std::uint32_t> expressions;  // indexes into timeline::expressions, in text order
  std::uint32_t sentence = 0;              // index into timeline::sentences
  span clause;                             // without the frame that attributes it
  interval when;
  relation relates = relation::at;
  modality mode = modality::actual;
  bool reported = false;            // given as somebody's words
  std::string source;               // whose words, or empty
  std::vector<std::string> actors;  // canonical names, in order of appearance
  std::string label;                // at most 140 characters, made of the clause's words
  std::string topic;                // a noun for what happens, in the nominative, or empty
  std::vector<std::string> matter;  // what it is about: infinitive and stems of nouns, each once
  std::uint32_t thread = 0;         // index into timeline::threads
  std::vector<cue> cues;            // in text order
  // By hand, see edit.h.
  bool hidden = false;                  // not in pictures; data keep it
  absence absent = absence::by_editor;  // of a hidden claim; not kept in files
  bool added = false;  // found by no program: without expressions, and its clause is empty
  std::string note;
  std::optional<found_claim> found;  // where something was changed
};

// The words of the formats: "planned", "source".
std::string_view to_string(modality mode);
std::string_view to_string(cue::field settles);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLAIM_H_
