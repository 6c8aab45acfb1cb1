#ifndef ZEITSTRAHL_LIB_CLAIM_CLAIM_FINDER_H_
#define ZEITSTRAHL_LIB_CLAIM_CLAIM_FINDER_H_

// From the time expressions of an article to its claims.
//
// Every expression that dates something gives one claim, or several together where they
// bound one state; the stretch that it dates is a clause or a noun phrase (nominal.h).
//
// What is wrong is to be mended in
//
//     its time: what dates it, and what dates nothing      dating.cc, undated.cc
//     its stretch: a clause, or a noun phrase              clause.cc, nominal.cc
//     its modality, its polarity                           modality.cc; what governs it: stance.cc
//     whether it is reported                               speech_frame.cc, attribution.cc
//     its source                                           source.cc
//     its actors                                           actors.cc, bystanders.cc
//     whom "er", "der Minister", "die Firma" stand for     antecedents.cc
//     a name: where it is, how far it goes, its one form   name_runs.cc, name_choice.cc, names.cc
//     its label: clauses, what goes, order, length         label_words.cc, label_drop.cc,
//                                                          label_order.cc, label.cc
//     its matter and topic, by which threads are told      matter.cc

#include <memory>
#include <optional>
#include <vector>

#include "claim/attribution.h"
#include "claim/clause.h"
#include "claim/matter.h"
#include "claim/names.h"
#include "claim/places.h"
#include "claim/word_cache.h"
#include "claim/words.h"
#include "time/tagger.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Memory of one call, used again by the next.
struct claim_memory {
  word_cache known_words;
  noun_cache nouns;
  text_words words;
  text_layout layout;
  std::vector<span> times;                      // tokens of all expressions, in order
  std::vector<std::uint32_t> first_expression;  // by sentence, and one past the last
  article_names names;
  sentence_clauses clauses;
  std::optional<matter_memory> matters;  // made by the first call
};

// Immutable; shared by threads.
class claim_finder {
 public:
  // `words` must outlive this.
  explicit claim_finder(const claim_words& words)
      : words_(words), places_(std::string(words.row_name(word_class::locale))) {}

  // Fills out.claims, without labels and threads, from what the tagger left in `tagged`.
  // `names` may be null.
  void find(tagger_memory& tagged, const dictionary* names, timeline& out,
            claim_memory& memory) const;

 private:
  const claim_words& words_;
  place_names places_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_CLAIM_FINDER_H_
