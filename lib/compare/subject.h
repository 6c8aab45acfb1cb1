#ifndef ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_
#define ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_

// What a statement is about: who, what, and what it says of its own date.
//
// The words of its clauses without times and words of grammar, as stems and meanings
// (equals.h), and the names of its actors.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/matter.h"
#include "claim/words.h"
#include "compare/equals.h"
#include "compare/terms.h"
#include "compare/times.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// What an article is about; sorted.
struct article_topic {
  std::vector<term> names;  // words of its title, names of actors and sources
  std::vector<term> said;   // all that its statements name
};

struct subject {
  std::vector<mention> words;             // sorted, each once
  std::vector<std::vector<term>> actors;  // each its words, sorted
  std::vector<term> predicates;           // sorted; what the verbs say, where they say anything
  std::vector<term> ordinals;             // sorted; "the second", and numbers behind a noun
  double weight = 0;                      // of all words
  placed_time time;
  std::string wording;   // of its clauses, times and all
  bool once = false;     // what it says happens once
  bool change = false;   // says that something is no longer as it was
  bool former = false;   // has been overtaken, says the article
  bool cancels = false;  // says that what was planned will not be
};

// Makes subjects and keeps their terms.
class subject_reader {
 public:
  subject_reader(const std::string& stemmer, const claim_words& grammar, const equal_words& equals,
                 term_table& terms)
      : stemmer_(stemmer), grammar_(grammar), equals_(equals), terms_(terms) {}

  // `names` are the words of all names of the article's actors, sorted.
  subject read(const timeline& article, const statement& s, const std::vector<term>& names);

  // The words of a name, sorted.
  std::vector<term> name_terms(std::string_view name);
  // The words of the names of all actors of an article, sorted.
  std::vector<term> actor_terms(const timeline& article);
  // What names the article, without what its statements say.
  std::vector<term> title_terms(const timeline& article);

 private:
  struct word {
    std::string_view text;
    bool first = false;
    bool behind_noun = false;
  };
  void add_actors(const std::vector<std::string>& names, subject& out);
  void add_clause(const timeline& article, const claim& c, subject& out);
  void add_word(const word& w, subject& out);
  void add_stem(const std::string& stem, bool as_verb, bool capital, subject& out);
  void add_predicate(const claim& c, subject& out);
  void add_marks(const timeline& article, const claim& c, subject& out) const;
  bool quotes_earlier(const timeline& article, const claim& c) const;
  bool is_report(const claim& c) const;
  void finish(const std::vector<term>& names, subject& out) const;
  void take_side(subject& out) const;

  word_stemmer stemmer_;
  const claim_words& grammar_;
  const equal_words& equals_;
  term_table& terms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_
