#ifndef ZEITSTRAHL_LIB_COMPARE_LIKENESS_H_
#define ZEITSTRAHL_LIB_COMPARE_LIKENESS_H_

// How much alike two statements are, by their words and names.
//
// Asks nothing but the two statements and what their articles are about.

#include "compare/subject.h"
#include "compare/terms.h"

namespace zeitstrahl {

// A statement in its article.
struct side {
  const subject& about;
  const article_topic& topic;
};

struct likeness {
  double shared = 0;            // weight of what both say
  double cover = 0;             // of the lighter one's weight
  double of_all = 0;            // of the weight of all that either says
  double beside = 0;            // shared weight of what is not what happens
  double left = 0;              // weight that one says beyond the other: of the one that says less
  bool wording = false;         // the same words
  bool matter = false;          // share what happens
  bool event = false;           // by a row of the tables
  bool near = false;            // none, but rows that are told for each other
  bool rival = false;           // nor that, though each says what happens
  bool verb = false;            // share a verb
  bool other_acts = false;      // the verbs of each say what happens, and not the same
  bool core = false;            // share a noun that tells what happens
  bool other_verb = false;      // each has a verb, and not the same
  bool others = false;          // each names actors, and not the same
  bool strange_things = false;  // each names a thing that the other's article never does
  bool strangely_parted = false;  // each names something that the other's article never does
  bool once = false;              // and it happens once
  bool first_more = false;        // names things that the other does not
  bool second_more = false;
  bool ordinals = false;    // one counts, and the other does not or otherwise
  bool other_name = false;  // share none, and the other's article does not know one of them
  bool strangers = false;   // nothing says that they know of each other
  bool excluded = false;    // other numbers or names, or the opposite

  bool parted() const { return first_more && second_more; }
};

// `close`: their articles tell of one story.  `any_name`: an event may go by two names.
likeness compare_words(const side& a, const side& b, bool close, const term_table& terms,
                       bool any_name = false);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_LIKENESS_H_
