#ifndef ZEITSTRAHL_LIB_COMPARE_EVIDENCE_H_
#define ZEITSTRAHL_LIB_COMPARE_EVIDENCE_H_

// How much speaks for two statements of different articles being of one matter: one sum of
// what they share and of what parts them, each with its weight.
//
//     if (weigh({first, second, alike, times, close, others}) >= sure) ...
//
// Asks nothing but the two statements and their articles.

#include <cstdint>

#include "compare/judge.h"
#include "compare/likeness.h"
#include "compare/times.h"

namespace zeitstrahl {

// Two statements, the first published on the same day or earlier.
struct suspected_pair {
  const witness& first;
  const witness& second;
  const likeness& alike;
  const time_relation& times;
  bool close = false;            // their articles tell of one story
  bool firm = false;             // beyond doubt
  std::uint32_t companions = 0;  // statements of one of the articles at the same time, the more
};

// The sum from which on a pair is taken: those of strangers hardly ever reach it.
inline constexpr double sure = 5;

double weigh(const suspected_pair& p);

// The days that are compared of the two.
const day_range& compared_days(const witness& of, aspect in);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_EVIDENCE_H_
