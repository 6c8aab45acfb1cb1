#ifndef ZEITSTRAHL_LIB_TIME_BIND_H_
#define ZEITSTRAHL_LIB_TIME_BIND_H_

// What a duration takes from the dates right behind it: its ends, "drei Tage lang, vom 4. bis
// zum 6. Mai", or its place, "die ersten drei Monate dieses Jahres".

#include <vector>

#include "time/resolve.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

// For expressions whose frames are known; traces[i] is that of expressions[i].
void bind_durations(const std::vector<resolution_trace>& traces,
                    std::vector<time_expression>& expressions);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_BIND_H_
