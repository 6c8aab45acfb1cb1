#ifndef ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
#define ZEITSTRAHL_LIB_CLAIM_PHRASE_H_

// Noun phrases: which tokens are nouns, and how far the phrase of a noun reaches.

#include <cstdint>

#include "claim/clause.h"
#include "claim/names.h"
#include "claim/reading.h"

namespace zeitstrahl {

// What belongs to a noun and stands behind it, by the tree where nothing else can be meant:
//
//     [die Partnerschaft] beider Unternehmen     Genitives, "von X", names, numbers,
//     [Tische], Stuehle und Baenke               what is listed with it, an apposition.
//
// Phrases with other prepositions stay outside: the tree may be wrong about those.
class phrase_extent {
 public:
  // `base` ends with the noun.  What is given must outlive it.
  phrase_extent(const sentence_reading& s, word_range base, token_index noun);

  word_range words() const { return r_; }
  // It ends with a noun, and what follows begins something else.
  bool is_sure() const;

 private:
  bool own(token_index i) const;
  bool is_nominal(token_index i) const;
  bool take_dependent();
  bool take(token_index end);
  bool take_decimals();
  bool take_phrase(token_index begin);
  bool take_genitive(token_index begin);
  bool take_listed();
  bool take_aside();
  bool is_genitive(token_index i) const;
  bool is_other_noun(token_index i) const;
  bool is_quoted() const;

  const sentence_reading& s_;
  const syntax_clause& c_;
  std::int32_t number_;
  token_index noun_;
  word_range r_;
  bool closed_ = false;  // nothing of the clause follows the comma behind it
};

// By the tables alone.  All positions are tokens of one sentence; none looks beyond it.
class phrase_reader {
 public:
  // What is given must outlive the reader.
  phrase_reader(const analyzed_text& text, const article_names&, span sentence)
      : text_(text), sentence_(sentence) {}

  bool is_noun(std::uint32_t i) const;
  // A noun that names an event: "Wahl", "Partnerschaft".
  bool is_event(std::uint32_t noun) const;

  // The last token of a noun with hyphens.
  std::uint32_t last_noun(std::uint32_t noun) const;
  // The first token of the phrase of a noun.
  std::uint32_t begin_of_phrase(std::uint32_t noun) const;

 private:
  const analyzed_text& text_;
  span sentence_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
