#ifndef ZEITSTRAHL_LIB_CLAIM_DATING_H_
#define ZEITSTRAHL_LIB_CLAIM_DATING_H_

// Which time expressions of a sentence date a claim, and which of them date it together.
//
//     seit [mehreren Jahren] und bis [2030]       one state, two bounds: /2030
//     am [Freitag] um [9 Uhr]                     one time, said in two parts
//     am [18.] und [19. Dezember]                 one event over several days
//     ein [zweistuendiger] Film, Jahrgang [1998]   no claim

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/clause.h"
#include "claim/reading.h"
#include "zeitstrahl/expression.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

struct dated_group {
  std::vector<std::uint32_t> expressions;  // indexes, in text order
  span tokens;                             // from the first to the last
  interval when;
  relation relates = relation::at;
  std::uint32_t clause = 0;
};

// The expressions of an article, and the tokens of each.
struct article_times {
  const std::vector<time_expression>& expressions;
  const std::vector<span>& tokens;
  std::optional<day> published;
};

// The groups of the expressions [first, last), all of one sentence, in order.  `reading` may be
// null.
void group_times(const analyzed_text& text, const sentence_clauses& clauses,
                 const sentence_reading* reading, const article_times& times, std::uint32_t first,
                 std::uint32_t last, std::vector<dated_group>& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_DATING_H_
