#ifndef ZEITSTRAHL_RENDER_TIDY_H_
#define ZEITSTRAHL_RENDER_TIDY_H_

#include <string>
#include <string_view>

namespace zeitstrahl {

// One line of valid text: control characters and runs of spaces become one space, none
// at the ends; bytes that are no UTF-8 become U+FFFD.
std::string tidy(std::string_view content);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_TIDY_H_
