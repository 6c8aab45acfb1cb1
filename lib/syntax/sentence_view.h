#ifndef ZEITSTRAHL_LIB_SYNTAX_SENTENCE_VIEW_H_
#define ZEITSTRAHL_LIB_SYNTAX_SENTENCE_VIEW_H_

// What the classes that make a sentence's clauses ask of its words.

#include <cstddef>
#include <cstdint>

#include "syntax/grammar.h"
#include "syntax/sentence.h"

namespace zeitstrahl {

// A word outside of the sentence has no role, and a stop as its mark.  The sentence must outlive
// the view, and keep its words.
class sentence_view {
 protected:
  explicit sentence_view(sentence& of)
      : out_(of), size_(static_cast<token_index>(of.words.size())) {}

  static std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }
  const syntax_token& at(token_index i) const { return out_.words[index(i)]; }
  syntax_clause& of(std::int32_t number) { return out_.clauses[index(number)]; }
  const syntax_clause& of(std::int32_t number) const { return out_.clauses[index(number)]; }
  bool is(token_index i, tag_roles roles) const {
    return i >= 0 && i < size_ && at(i).is.any(roles);
  }
  bool has(token_index i, word_roles roles) const {
    return i >= 0 && i < size_ && at(i).word.roles.any(roles);
  }
  mark_kind mark(token_index i) const {
    return i >= 0 && i < size_ ? at(i).word.mark : mark_kind::stop;
  }
  std::int32_t owner(token_index i) const { return out_.owner[index(i)]; }

  sentence& out_;
  token_index size_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_SENTENCE_VIEW_H_
