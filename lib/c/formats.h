#ifndef ZEITSTRAHL_C_FORMATS_H_
#define ZEITSTRAHL_C_FORMATS_H_

// Timelines and comparisons in a format by its name, as zeitstrahl_c.h lists them.  Unknown
// names and options, and values out of range, are bad usage.

#include <string>
#include <string_view>

#include "c/zeitstrahl_c.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

result<std::string> write_as(const timeline& found, std::string_view format,
                             const zs_option* given);
result<std::string> write_as(const comparison& compared, std::string_view format,
                             const zs_option* given);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_C_FORMATS_H_
