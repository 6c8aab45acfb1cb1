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
#include "compare/rare_words.h"
#include "compare/terms.h"
#include "compare/times.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// What an article is about; sorted.
struct article_topic {
  std::vector<term> names;      // words of its title, names of actors and sources
  std::vector<term> said;       // all that its statements name
  std::vector<rare_word> rare;  // of title and text, each once
  float weight = 0;             // of all rare words
  bool titled = false;

  // The rare word, or null.
  const rare_word* find(term t) const;
};

struct subject {
  std::vector<mention> words;             // sorted, each once
  std::vector<std::vector<term>> actors;  // each its words, sorted
  std::vector<term> predicates;           // sorted; what the verbs say, where they say anything
  std::vector<term> ordinals;             // sorted; "the second", and numbers behind a noun
  std::vector<term> counts;               // sorted; those of them that are words
  double weight = 0;                      // of all words
  placed_time time;
  std::vector<std::uint32_t> matters;  // sorted; a number for the end of each word for what happens
  std::vector<term> names;             // sorted; those rare words that are names
  std::string wording;                 // of its clauses, times and all
  bool once = false;                   // what it says happens once
  bool again = false;                  // or again and again
  bool change = false;                 // says that something is no longer as it was
  bool moves = false;                  // by its verb
  bool former = false;                 // has been overtaken, says the article
  bool plans = false;                  // its date is one that is set for something
  bool cancels = false;                // says that what was planned will not be
  bool ended = false;                  // the end of a state that holds, told as an event
  bool reports = false;                // that somebody said something
};

// Makes subjects and keeps their terms.
class subject_reader {
 public:
  // `forms` may be null: then names are those that the articles' actors have.
  subject_reader(const std::string& stemmer, const claim_words& grammar, const equal_words& equals,
                 const lexicon* forms, term_table& terms)
      : stemmer_(stemmer),
        grammar_(grammar),
        equals_(equals),
        terms_(terms),
        rare_(stemmer_, grammar, equals, forms, terms) {}

  // `names` are the words of all names of the article's actors, sorted.
  subject read(const timeline& article, const statement& s, const std::vector<term>& names);
  // Numbers for words, so that most pairs are told apart at once.
  void sign(const article_topic& topic, subject& out) const;

  // The words of a name, sorted.
  std::vector<term> name_terms(std::string_view name);
  // The words of the names of all actors of an article, sorted.
  std::vector<term> actor_terms(const timeline& article);
  // What an article is about, before its statements are read; `names` as above.
  article_topic topic_of(const timeline& article, const std::vector<term>& names);
  // Adds up the rare words; what has hardly one is known by all that it says together.
  void weigh(article_topic& topic);

 private:
  // The verb of a clause as the claim has put it together, and the noun that means a matter
  // together with it.
  struct clause_verb {
    std::string_view infinitive;  // empty where a row of matters names it
    std::string key;              // its row, or its stem
    std::string noun;             // its stem, or empty
    const word_meaning* matter = nullptr;
    bool starts = false;  // only tells the begin, where something else happens
  };
  struct word {
    std::string_view text;
    bool first = false;
    bool behind_noun = false;
    const clause_verb* verb = nullptr;  // none: another clause's
  };
  // What names the article, without what its statements say.
  std::vector<term> title_terms(const timeline& article);
  void add_actors(const std::vector<std::string>& names, subject& out);
  void add_clause(const timeline& article, const claim& c, subject& out);
  std::string_view without_times_particle(const timeline& article, const claim& c,
                                          std::string_view verb) const;
  clause_verb verb_of(const timeline& article, const claim& c);
  bool is_of_verb(std::string_view folded, const analyzed_word& known, std::string_view stem,
                  const clause_verb& verb) const;
  void add_words(const timeline& article, span where, const clause_verb* verb, subject& out);
  void borrow(const timeline& article, const claim& c, subject& out);
  std::string stem_of(std::string_view folded) const {
    return std::string(equals_.bare(stemmer_.stem(folded)));
  }
  std::vector<mention> words_before(const timeline& article, const claim& c, bool happens);
  void add_word(const word& w, subject& out);
  void add_stem(const std::string& stem, bool as_verb, bool capital, subject& out);
  void add_modifier(std::string_view before, subject& out);
  void add_predicate(const clause_verb& verb, subject& out);
  date_mark mark_at(std::string_view clause, const std::vector<span>& words, const span& at) const;
  bool is_verb(std::string_view w) const;
  void add_marks(const timeline& article, const claim& c, subject& out) const;
  bool sets_date(const timeline& article, const claim& c) const;
  bool quotes_earlier(const timeline& article, const claim& c) const;
  bool is_of(const claim& c, word_classes verbs) const;
  bool add_phrase(std::string_view first, std::string_view second, subject& out);
  void finish(const std::vector<term>& names, subject& out);
  void leave_begins(subject& out);
  void end_state(subject& out);
  void take_side(subject& out) const;

  word_stemmer stemmer_;
  const claim_words& grammar_;
  const equal_words& equals_;
  term_table& terms_;
  rare_word_reader rare_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_
