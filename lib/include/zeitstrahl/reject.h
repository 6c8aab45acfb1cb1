#ifndef ZEITSTRAHL_REJECT_H_
#define ZEITSTRAHL_REJECT_H_

// Comparisons that people check: verdicts that they do not share go.
//
//     comparison found = side_by_side->compare(std::move(timelines));
//     for (const rejection& r : reject(found, {{"c4k7tq2", "c9m2x0a"}})) {
//       warn("no verdict rests on " + r.first + " and " + r.second);
//     }

#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// A verdict, by the ids of a claim of each of its two statements, in any order.
struct rejection {
  std::string first;
  std::string second;
};

// Reads "ID:ID,ID:ID".  What has no colon names one claim only, and so no verdict.
std::vector<rejection> read_rejections(std::string_view list);

// Takes these verdicts out.  Statements that no other verdict holds together get rows of
// their own.  Gives those that fit no verdict.
std::vector<rejection> reject(comparison& all, const std::vector<rejection>& verdicts);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_REJECT_H_
