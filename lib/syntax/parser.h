#ifndef ZEITSTRAHL_LIB_SYNTAX_PARSER_H_
#define ZEITSTRAHL_LIB_SYNTAX_PARSER_H_

// The learnt parser: a head and a label for each word.
//
// Arc-hybrid transitions (Kuhlmann, Gomez-Rodriguez, Satta, ACL 2011), greedy, trained with a
// dynamic oracle (Goldberg and Nivre, TACL 2013).  One linear model chooses the move, another
// one the label of the arc that it makes.  What the fields found is among the features.
// Linear in the number of words.

#include <cstdint>

#include "syntax/features.h"
#include "syntax/fields.h"
#include "syntax/grammar.h"
#include "syntax/model.h"
#include "syntax/parser_state.h"
#include "syntax/token.h"

namespace zeitstrahl {

// What the parser's features need of the words around each; to be called after the fields.
void look_around(syntax_tokens& tokens);

class sentence_parser {
 public:
  sentence_parser(const syntax_model& model, const grammar& rules, const lexicon& forms);

  // Fills heads and labels.
  void parse(syntax_tokens& tokens, const sentence_fields& fields, parser_state& memory) const;

  // For the trainer.
  feature_list move_features(const syntax_tokens& tokens, const parser_state& state) const;
  feature_list label_features(const syntax_tokens& tokens, const parser_state& state,
                              token_index head, token_index dependent) const;

 private:
  std::uint8_t best_label(const syntax_tokens& tokens, const parser_state& state, token_index head,
                          token_index dependent) const;
  bool fits(const syntax_tokens& tokens, token_index head, token_index dependent,
            std::uint8_t label) const;
  std::uint64_t particle_fit(const syntax_tokens& tokens, const parser_state& state) const;

  const syntax_model& model_;
  const grammar& rules_;
  const lexicon& forms_;
  std::uint8_t root_label_;
  std::uint8_t punctuation_label_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_PARSER_H_
