#ifndef ZEITSTRAHL_LIB_COMPARE_READING_H_
#define ZEITSTRAHL_LIB_COMPARE_READING_H_

// What a comparison knows of its articles before it compares them: what they state, and what
// each statement and each article is about.
//
//     const article_reading all = read_articles(tables, std::move(timelines));
//     const pairing pairs({all.witnesses, all.topics, all.terms});

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claim/words.h"
#include "compare/equals.h"
#include "compare/judge.h"
#include "compare/subject.h"
#include "syntax/lexicon.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// All that a language tells of words where articles are compared.
struct comparison_tables {
  std::string stemmer;
  claim_words grammar;
  equal_words equals;
  std::optional<lexicon> forms;  // none: a language without one

  // A fault has file and line.
  static result<comparison_tables> open(const language& tables);
};

struct article_reading {
  std::vector<timeline> articles;  // in an order that does not depend on that of the input
  std::vector<statement> statements;
  std::vector<subject> subjects;      // by statement
  std::vector<witness> witnesses;     // likewise; they point into the two above
  std::vector<article_topic> topics;  // by article
  term_table terms;
  std::map<std::string, std::string> usual_names;  // of each actor, the one that most use
};

article_reading read_articles(const comparison_tables& tables, std::vector<timeline> articles);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_READING_H_
