#ifndef ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
#define ZEITSTRAHL_LIB_CLAIM_PHRASE_H_

// How far the phrase of a noun reaches, and which noun a relative clause describes.

#include <cstdint>

#include "claim/clause.h"
#include "claim/reading.h"

namespace zeitstrahl {

// What belongs to a noun and stands behind it, by the tree where nothing else can be meant:
//
//     [die Partnerschaft] beider Unternehmen     genitives, "von X", names, numbers, appositions
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
  bool goes_on_name(token_index i) const;
  bool take_decimals();
  bool take_phrase(token_index begin);
  bool take_genitive(token_index begin);
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

// The noun that a relative clause describes: by the tree, or the nearest before its pronoun that
// agrees with it; none in brackets.  Or no_token.
token_index described_noun(const sentence_reading& s, token_index pronoun);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_PHRASE_H_
