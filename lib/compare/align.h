#ifndef ZEITSTRAHL_LIB_COMPARE_ALIGN_H_
#define ZEITSTRAHL_LIB_COMPARE_ALIGN_H_

// Which statements of different articles are about the same matter.
//
// A pair is taken where its words and names are alike and its times agree, or where they are
// very much alike and the times are two versions of one: of a plan, of a bound, of what happens
// once.  Rows grow from single statements by the best pairs first; two rows are joined where
// no statement of one excludes one of the other and most go together.

#include <cstdint>
#include <vector>

#include "compare/judge.h"
#include "compare/likeness.h"

namespace zeitstrahl {

// All statements of a comparison, in the order of its articles.
struct alignment_input {
  std::vector<witness> witnesses;
  std::vector<article_topic> topics;  // by article
  const term_table& terms;
};

// The row of each statement: rows are numbered from 0, by their first statement.
std::vector<std::uint32_t> align(const alignment_input& input);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_ALIGN_H_
