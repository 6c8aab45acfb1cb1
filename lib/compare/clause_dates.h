#ifndef ZEITSTRAHL_LIB_COMPARE_CLAUSE_DATES_H_
#define ZEITSTRAHL_LIB_COMPARE_CLAUSE_DATES_H_

// Which of an article's time expressions stand where in a clause, and which date a claim.
// All functions are total.

#include <cstddef>
#include <cstdint>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// The time expression of the article that covers the byte, or behind it; none: the count.
std::size_t expression_at(const timeline& article, std::uint32_t at);

bool in_time(const timeline& article, std::uint32_t at);

bool dates(const claim& c, std::size_t expression);

// A claim's clause with what stands before it in its sentence without a comma between, where
// it is no more than a part: "so far | the 31st was the last day".
span whole_clause(const timeline& article, const claim& c);

// The claim's time may be that of the expression.
bool may_be(const interval& expression, const interval& claimed);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_CLAUSE_DATES_H_
