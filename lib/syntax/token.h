#ifndef ZEITSTRAHL_LIB_SYNTAX_TOKEN_H_
#define ZEITSTRAHL_LIB_SYNTAX_TOKEN_H_

// What the steps of the analysis find out about a word, one after the other.

#include <cstdint>
#include <vector>

#include "syntax/word.h"

namespace zeitstrahl {

// Index of a token in its sentence; signed, because -1 is the root or none.
using token_index = std::int32_t;
constexpr token_index no_token = -1;

struct syntax_token {
  syntax_word word;

  // the tagger
  std::uint8_t first_tag = 0;  // of the first pass
  std::uint8_t tag = 0;
  tag_roles is;  // of the tag

  // the fields
  std::int32_t clause = -1;         // index of the field clause that owns it
  std::uint8_t next_verb = 0;       // tag + 1 of the next verb of its clause, 0 for none
  bool verb_last = false;           // the clause has its verb last
  bool likely_subject = false;      // by agreement and order alone
  bool only_subject = false;        // and it is no accusative
  token_index bound_to = no_token;  // an auxiliary's content verb, or a particle's verb

  // what stands around it
  std::uint8_t verb_before = 0;   // tag + 1 of the last verb since a mark
  std::uint8_t verb_behind = 0;   // 2 * (tag + 1) of the next verb, 1 more where a mark is between
  std::uint8_t cases = 0;         // of its noun phrase: 1 + case bits + 16 * number bits; 0 none
  std::uint8_t verb_numbers = 0;  // of a finite verb: 1, 2 singular, 4 plural

  // the parser
  token_index head = no_token;
  std::uint8_t label = 0;
};
using syntax_tokens = std::vector<syntax_token>;

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TOKEN_H_
