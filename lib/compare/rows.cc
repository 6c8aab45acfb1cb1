#include "compare/rows.h"

#include <algorithm>
#include <utility>

namespace zeitstrahl {

std::int32_t first_day(const interval& when) {
  for (const bound& b :
       {when.begin_earliest, when.begin_latest, when.end_earliest, when.end_latest}) {
    if (b.given()) return b.date.number;
  }
  return INT32_MAX;
}

void add_finding(comparison_row& row, const finding& found) {
  if (row.findings.empty() || found.is > row.is) {
    row.is = found.is;
    row.in = found.in;
  }
  row.findings.push_back(found);
}

void name_silent(const story& of, comparison_row& row) {
  for (const std::uint32_t a : of.articles) {
    const bool speaks = std::any_of(row.statements.begin(), row.statements.end(),
                                    [&](const statement& said) { return said.article == a; });
    if (!speaks) row.silent.push_back(a);
  }
}

void sort_rows(story& of) {
  std::stable_sort(of.rows.begin(), of.rows.end(), [](const auto& a, const auto& b) {
    const auto key = [](const comparison_row& r) {
      return std::pair(r.current.size() == 1, first_day(r.statements[r.current.front()].when));
    };
    return key(a) < key(b);
  });
}

}  // namespace zeitstrahl
