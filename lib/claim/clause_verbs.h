#ifndef ZEITSTRAHL_LIB_CLAIM_CLAUSE_VERBS_H_
#define ZEITSTRAHL_LIB_CLAIM_CLAUSE_VERBS_H_

// The verbs of a stretch between two marks: which is finite, and where it stands.
//
// A form is strong where it can be nothing but finite ("kam"), weak where it may be an infinitive
// or a participle, too ("kommen").  All positions are tokens; no_index where there is none.

#include <cstdint>

#include "claim/clause.h"

namespace zeitstrahl {

class stretch_verbs {
 public:
  // `begin`: the first token of the sentence.  `text` must outlive this.
  stretch_verbs(const analyzed_text& text, std::uint32_t begin) : text_(text), begin_(begin) {}

  std::uint8_t forms(std::uint32_t token) const;
  bool is_strong(std::uint32_t token) const;
  bool is_nonfinite(std::uint32_t token) const;
  std::uint32_t first_strong(span range) const;
  std::uint32_t last_strong(span range) const;
  // The finite verb of a stretch whose verb stands second.
  std::uint32_t second_verb(span range) const;
  // And where it stands last.
  std::uint32_t last_verb(span range) const;
  // So, of a verb that no table knows: "dass sich die Zahl verelffacht".
  std::uint32_t new_verb(span range) const;
  std::uint32_t marked_infinitive(span range) const;
  // Nothing but parts of the verb, a coordinator or a mark follows.
  bool stands_last(std::uint32_t verb, span range) const;

 private:
  bool is_marked(std::uint32_t token) const;
  bool is_weak(std::uint32_t token) const;
  bool opens_with_noun(span range) const;

  const analyzed_text& text_;
  std::uint32_t begin_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_CLAUSE_VERBS_H_
