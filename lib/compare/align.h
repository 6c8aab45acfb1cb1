#ifndef ZEITSTRAHL_LIB_COMPARE_ALIGN_H_
#define ZEITSTRAHL_LIB_COMPARE_ALIGN_H_

// Which statements of different articles are about the same matter.
//
// Rows grow from single statements by the best pairs first; two rows are joined where no
// statement of one excludes one of the other and most go together.

#include <cstdint>
#include <vector>

#include "compare/pairing.h"

namespace zeitstrahl {

// The row of each statement: rows are numbered from 0, by their first statement.
std::vector<std::uint32_t> align(const pairing& pairs);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_ALIGN_H_
