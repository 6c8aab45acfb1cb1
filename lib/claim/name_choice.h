#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_

#include <vector>

#include "claim/name_words.h"
#include "claim/names.h"

namespace zeitstrahl {

// Where names may be: stretches of words with capitals, with what stands inside of names and has
// none: "Walther [von der] Vogelweide", "Roger M[.] Buergel", "O['] Reilly", "St[.] Lorenzen".

struct name_run {
  span tokens;
  bool first = false;      // begins the sentence
  bool articled = false;   // an article, a possessive or a number stands before it
  bool described = false;  // an adjective does
  bool titled = false;     // words before the name were taken off
  bool quoted = false;     // it stands in quotation marks by itself
  bool whole = false;      // a name for sure: "St. Lorenzen"
  known_name::kind is = known_name::kind::unknown;
};

// All runs of the text, in order.
std::vector<name_run> find_name_runs(const name_words& words);

// Whether the tokens, and perhaps a number behind them, stand in quotation marks by themselves.
bool stands_in_quotes(const name_words& words, span tokens);

// Which stretches with capitals are names, and which of their words belong to the name.
//
// Titles and nouns before a name are taken off it ("Liedermacher [Jonas Brandl]"), and so are
// nouns behind it ("[Copilot] Zugang").  A single word is a name by what speaks for it.

struct chosen_name {
  span tokens;
  known_name::kind is = known_name::kind::unknown;
  bool describes = false;  // part of a noun for a person: "[IG Stahl]-Chef"
};

// The part of a compound before its hyphen: "OpenAI" of "OpenAI-Chef".
struct compound_part {
  std::uint32_t token = 0;
  bool sure = false;  // else a name only where the text names it elsewhere
};

struct chosen_names {
  std::vector<chosen_name> names;    // in the order of the text, disjoint
  std::vector<compound_part> parts;  // so
};

chosen_names choose_names(const name_words& words, const std::vector<name_run>& runs);

// Whether a single word with a capital is a name: by its letters, the dictionary, the analysis,
// and by how it stands, which no noun does without an article.

class single_words {
 public:
  // `runs`: all of the text.  The words must outlive it.
  single_words(const name_words& words, const std::vector<name_run>& runs);

  bool is_name(const name_run& run) const;
  // "die Feuerwehr", "das Ulmer Parlament", "das Landgericht Ulm": a body that a text names by
  // what it is.
  bool is_body(const name_run& run) const;
  // Alone and without an article, somewhere in the text, as names do and few nouns.
  bool stands_bare(std::uint32_t token) const { return times_bare(token) > 0; }

 private:
  int score(const name_run& run) const;
  bool is_plural_subject(const name_run& run) const;
  bool is_finite(std::uint32_t i) const;
  bool beside_verb(span tokens) const;
  bool is_named_by_noun(std::uint32_t token) const;
  std::ptrdiff_t times_bare(std::uint32_t token) const;

  const name_words& words_;
  const analyzed_text& text_;
  std::vector<index_of<word_cache>> bare_;  // words, sorted, as often as they stand so
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_CHOICE_H_
