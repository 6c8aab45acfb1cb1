#ifndef ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
#define ZEITSTRAHL_LIB_CLAIM_PHRASE_H_

// Noun phrases around a noun, by article, adjectives, names and genitives:
//
//     [die laufende Partnerschaft beider Unternehmen]
//
// All positions are tokens of one sentence, ranges half-open; none looks beyond it.

#include <cstdint>

#include "claim/clause.h"
#include "claim/names.h"

namespace zeitstrahl {

class phrase_reader {
 public:
  // What is given must outlive the reader.
  phrase_reader(const analyzed_text& text, const article_names& names, span sentence)
      : text_(text), names_(names), sentence_(sentence) {}

  bool is_noun(std::uint32_t i) const;
  bool is_preposition(std::uint32_t i) const;
  // A word with an adjective's ending that is nothing else.
  bool is_adjective(std::uint32_t i) const;
  // In digits or in words.
  bool is_number(std::uint32_t i) const;
  // A noun that names an event: "Wahl", "Partnerschaft".
  bool is_event(std::uint32_t noun) const;

  // The last token of a noun with hyphens.
  std::uint32_t last_noun(std::uint32_t noun) const;
  // The first token of the phrase of a noun.
  std::uint32_t begin_of_phrase(std::uint32_t noun) const;
  // Behind the noun and what depends on it: a name, a genitive, "von X".
  std::uint32_t end_of_phrase(std::uint32_t noun) const;
  // Behind the constituent that begins at the token: a noun phrase with its preposition and
  // adverbs before it, or one word.
  std::uint32_t end_of_constituent(std::uint32_t first) const;

 private:
  bool is_attribute(std::uint32_t i) const;
  bool is_inner_mark(std::uint32_t i) const;
  bool heads_name(std::uint32_t noun) const;
  bool is_aged(std::uint32_t i) const;
  std::uint32_t end_of_numbers(std::uint32_t at) const;
  std::uint32_t begin_of_noun(std::uint32_t first) const;
  std::uint32_t end_of_quoted(std::uint32_t open) const;
  std::uint32_t end_of_quoted_name(std::uint32_t open) const;
  bool is_coordinated(std::uint32_t end) const;
  std::uint32_t end_of_coordinator(std::uint32_t at) const;
  bool glued(std::uint32_t i) const { return text_.at(i).flags & token::glued; }

  const analyzed_text& text_;
  const article_names& names_;
  span sentence_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
