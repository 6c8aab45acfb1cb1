#ifndef ZEITSTRAHL_LIB_IO_TITLE_H_
#define ZEITSTRAHL_LIB_IO_TITLE_H_

// Which line of a text is its title.

#include <string>
#include <string_view>

namespace zeitstrahl {

// The first line that is not blank, without marks of Markdown around it, if it stands
// alone (see read.h); else empty.
std::string find_title(std::string_view text);

// The first line that is not blank, without marks of Markdown around it.
std::string_view first_line(std::string_view text);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_TITLE_H_
