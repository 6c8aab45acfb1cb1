#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_H_

// A short text for the timeline, made of the claim's own words.
//
//     vergangenen Juni hatte Oracle bekannt gegeben, ...   Oracle hatte bekannt gegeben, ...
//     die seit 2019 laufende Partnerschaft beider Firmen   Partnerschaft beider Firmen
//
// The words that date the claim go, because the timeline says them beside the label.  Where
// they stood before the verb, the next constituent takes their place, as German asks for; a
// subordinate clause without its conjunction gets its verb there, too.  What is too long
// loses insertions, adverbs, adjectives and prepositional phrases before it is cut at a word.

#include <string>
#include <vector>

#include "claim/clause.h"
#include "claim/names.h"

namespace zeitstrahl {

constexpr std::size_t longest_label = 84;  // code points

// An expression that dates the claim.
struct dating_words {
  span tokens;
  span phrase;  // bytes, with what frames it
};

struct label_source {
  const sentence_clauses& clauses;
  std::uint32_t clause = 0;
  span tokens;                      // of the claim
  bool nominal = false;             // the tokens are a noun phrase
  std::vector<dating_words> times;  // in order
};

// Never longer than longest_label; empty only where the claim holds nothing but times.
std::string make_label(const analyzed_text& text, const article_names& names,
                       const label_source& source);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_H_
