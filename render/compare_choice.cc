#include "render/compare_choice.h"

#include <algorithm>
#include <cstdint>

namespace zeitstrahl {
namespace {

std::int32_t first_day(const comparison_row& r) {
  const interval& w = r.statements[r.current.front()].when;
  for (const bound& b : {w.begin_earliest, w.begin_latest, w.end_earliest, w.end_latest}) {
    if (b.given()) return b.date.number;
  }
  return INT32_MAX;
}

bool wanted(const comparison_row& r, const row_wish& wish) {
  if (wish.verdicts.empty()) return wish.all || wish.merged || r.is != verdict::only;
  return std::find(wish.verdicts.begin(), wish.verdicts.end(), r.is) != wish.verdicts.end();
}

}  // namespace

row_choice choose_rows(const story& one, const row_wish& wish) {
  row_choice out;
  const auto leave_out = [&](const comparison_row& r) {
    ++(r.is == verdict::only ? out.only : out.hidden);
  };
  for (const comparison_row& r : one.rows) {
    if (wanted(r, wish)) {
      out.rows.push_back(&r);
    } else {
      leave_out(r);
    }
  }
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [&](const comparison_row* a, const comparison_row* b) {
                     if (!wish.merged && a->is != b->is) return a->is > b->is;
                     return first_day(*a) < first_day(*b);
                   });
  while (out.rows.size() > wish.most) {
    leave_out(*out.rows.back());
    out.rows.pop_back();
  }
  return out;
}

}  // namespace zeitstrahl
