#ifndef ZEITSTRAHL_RENDER_COMPARE_CHOICE_H_
#define ZEITSTRAHL_RENDER_COMPARE_CHOICE_H_

// Which rows of a story a picture shows, and in which order: those that matter first.
//
// Pure and total.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "zeitstrahl/compare.h"

namespace zeitstrahl {

struct row_wish {
  std::vector<verdict> verdicts;  // only rows with these; empty: any
  bool all = false;               // also what only one article says, however much it is
  bool merged = false;            // all, by time
  std::size_t most = SIZE_MAX;    // rows at most
};

struct row_choice {
  std::vector<const comparison_row*> rows;
  std::size_t only = 0;    // left out: what one article alone says
  std::size_t hidden = 0;  // left out: other rows
};

row_choice choose_rows(const story& one, const row_wish& wish);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_COMPARE_CHOICE_H_
