#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_SINGLE_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_SINGLE_H_

// Whether a single word with a capital is a name: by its letters, the dictionary, the analysis,
// and by how it stands, which no noun does without an article.

#include <vector>

#include "claim/name_runs.h"

namespace zeitstrahl {

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

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_SINGLE_H_
