#ifndef ZEITSTRAHL_LIB_SYNTAX_TRAIN_TRAINER_H_
#define ZEITSTRAHL_LIB_SYNTAX_TRAIN_TRAINER_H_

// Learns a model from trees.

#include <string>
#include <vector>

#include "syntax/lexicon.h"
#include "syntax/model.h"
#include "syntax/train/treebank.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct training_set {
  std::vector<tree> trees;
  int times = 1;  // how often each is seen in a round
};

struct training_options {
  std::string about;  // goes into the model's head
  std::array<int, 4> bits = {15, 15, 18, 15};
  int tagger_rounds = 5;
  int parser_rounds = 8;
  int voters = 6;  // models with other orders, whose weights are added
  int least = 2;   // weights below it, of 127, are dropped
};

// `grammar_table` is syntax.tsv.  The same input gives the same bytes on every machine.
result<model_parts> train(const lexicon& forms, std::string_view grammar_table,
                          const std::vector<training_set>& sets, const training_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TRAIN_TRAINER_H_
