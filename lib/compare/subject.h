#ifndef ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_
#define ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_

// What a statement is about: who, what, and which side of it its time is of.
//
// The words of its clauses without times and words of grammar, as stems and meanings
// (equals.h), and the names of its actors.  Terms are numbers, so that statements are
// compared by sorted lists of numbers, and an index over terms finds candidates.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/matter.h"
#include "claim/words.h"
#include "compare/equals.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

using term = std::uint32_t;

// All terms of a comparison.
class term_table {
 public:
  struct facts {
    std::string key;
    double weight = 0;
    bool matter = false;  // tells what happens
    bool name = false;    // is part of an actor's name, which says only who
    bool event = false;   // of a row of matters
    bool once = false;
    bool number = false;

    bool tells_what() const { return matter && !name; }
  };

  // The term of a key; the heaviest kind of word that had it counts.
  term add(std::string_view key, double weight, bool matter);
  term add(const word_meaning& meaning);  // of a row of the tables
  term add_name(std::string_view key);
  const facts& operator[](term t) const { return facts_[t]; }
  std::size_t size() const { return facts_.size(); }
  // The term that a longer word ends with: "flughafen" for "hauptstadtflughafen".
  std::optional<term> head_of(term t) const;

 private:
  std::map<std::string, term, std::less<>> terms_;
  std::vector<facts> facts_;
};

// First and last day, of one bound or of an event.
using days = std::optional<day_range>;

struct subject {
  std::vector<term> terms;                // sorted
  std::vector<std::vector<term>> actors;  // each its words, sorted
  std::vector<term> predicates;           // sorted; what the verbs say, where they say anything
  double weight = 0;                      // of all terms, once all are known
  days at;                                // of an event
  days begin;                             // of a state
  days end;
  bool begins_now = false;  // "from now on"
  bool once = false;        // what it says happens once
  bool change = false;      // says that something is no longer as it was
  bool former = false;      // has been overtaken, says the article

  bool comparable() const { return at || begin || end; }
};

// Makes subjects and keeps their terms.
class subject_reader {
 public:
  subject_reader(const std::string& stemmer, const claim_words& grammar, const equal_words& equals,
                 term_table& terms)
      : stemmer_(stemmer), grammar_(grammar), equals_(equals), terms_(terms) {}

  subject read(const timeline& article, const statement& s);

  // The words of a name, sorted.
  std::vector<term> name_terms(std::string_view name);

  // What names the article: the words of its title, and the names of actors and sources.
  std::vector<term> topic(const timeline& article);

 private:
  struct word {
    std::string_view text;
    bool first = false;
  };
  void add_actors(const std::vector<std::string>& names, subject& out);
  void add_clause(const timeline& article, const claim& c, subject& out);
  void add_word(const word& w, bool timed, subject& out);
  void add_predicate(const claim& c, subject& out);
  term stem_term(const std::string& stem, bool as_verb, bool capital);
  void take_side(subject& s) const;

  word_stemmer stemmer_;
  const claim_words& grammar_;
  const equal_words& equals_;
  term_table& terms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_SUBJECT_H_
