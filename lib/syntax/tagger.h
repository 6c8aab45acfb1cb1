#ifndef ZEITSTRAHL_LIB_SYNTAX_TAGGER_H_
#define ZEITSTRAHL_LIB_SYNTAX_TAGGER_H_

// The learnt tagger: a tag for each word, left to right, in two passes.
//
// An averaged perceptron (Collins, EMNLP 2002).  The second pass sees the tags that the first
// one gave to the words on the right, and so the clause's brackets: which verb stands open on
// the left, and which closes it on the right.  The lexicon has a veto: a known word is no form
// of a verb that the lexicon does not list.

#include <cstdint>

#include "syntax/features.h"
#include "syntax/grammar.h"
#include "syntax/model.h"
#include "syntax/token.h"

namespace zeitstrahl {

// What the tags to the left of a word leave open; shared by tagger and trainer.
class tagging_state {
 public:
  // To be called with each token when it has its tag.
  void pass(const syntax_token& token);
  std::uint32_t last_verb() const { return last_verb_; }  // tag + 1 since a mark, or 0
  std::uint32_t open() const { return open_; }

 private:
  std::uint32_t last_verb_ = 0;
  std::uint32_t open_ = 0;  // 1 an opener, 2 its verb has come, 3 a main clause's verb
};

// The features of a token in a pass (0 or 1).  Tags on its left are those of the pass.
feature_list tag_features(const syntax_tokens& sentence, std::size_t at, const tagging_state& state,
                          int pass);

// Whether the lexicon forbids a tag with these roles.
bool is_vetoed(const syntax_word& word, tag_roles roles);

// Gives every token of the sentence its tag.
void tag_sentence(const syntax_model& model, const grammar& rules, syntax_tokens& sentence);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TAGGER_H_
