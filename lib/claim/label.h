#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_H_

// A text for the timeline, made of the claim's own words in their own order.
//
//     Im Juni hatte Oracle bekannt gegeben, ...     Oracle hatte bekannt gegeben, ...
//     der Rat, der 2019 gewaehlt wurde, ...         Der Rat, der gewaehlt wurde
//     die bis 2030 laufende Partnerschaft           Die bis 2030 laufende Partnerschaft
//
// Three steps: which clauses and phrases say it (label_words.cc), in which order they stand
// (label_order.cc), and how they are written.  Only whole constituents are left out: times, what
// names the source, what is in brackets, clauses that give reasons or describe nouns.  Where the
// analysis is not sure the words stay as they are.

#include <string>

#include "claim/label_words.h"

namespace zeitstrahl {

constexpr std::size_t longest_label = 140;  // code points

// Never longer than longest_label; empty only where the claim holds nothing but times.
std::string make_label(const sentence_reading& s, const label_source& source);

// Without an analysis: the words of these tokens as they stand.
std::string make_plain_label(const analyzed_text& text, span tokens);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_H_
