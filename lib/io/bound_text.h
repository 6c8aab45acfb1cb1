#ifndef ZEITSTRAHL_LIB_IO_BOUND_TEXT_H_
#define ZEITSTRAHL_LIB_IO_BOUND_TEXT_H_

#include <string>

#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// "2025-01-22", "2025-01-22T18:30" where a clock time is named, "open", or "" for unknown.
std::string bound_text(const bound& b);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_BOUND_TEXT_H_
