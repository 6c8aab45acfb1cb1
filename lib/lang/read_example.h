#ifndef ZEITSTRAHL_LIB_LANG_READ_EXAMPLE_H_
#define ZEITSTRAHL_LIB_LANG_READ_EXAMPLE_H_

#include <string_view>

#include "lang/rows.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// "vor [drei Wochen] => P3W", with "@2000-01-01 " before it for another publication day.
result<example> read_example(std::string_view text);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_READ_EXAMPLE_H_
