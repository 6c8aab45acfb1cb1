#ifndef ZEITSTRAHL_LIB_IO_LINES_H_
#define ZEITSTRAHL_LIB_IO_LINES_H_

// Lines of a text, whose ends may be LF or CR LF.

#include <cstddef>
#include <string>
#include <string_view>

namespace zeitstrahl {

struct source_line {
  std::string_view text;  // without its end
  std::size_t next = 0;   // where the next line begins, or the text's size
};

// The line that begins at `at`, which must not be past the end of the text.
source_line line_at(std::string_view text, std::size_t at);

// Counted from 1: the line that holds the byte at `at`.
std::size_t line_number(std::string_view text, std::size_t at);

// What stands behind the last line end, or all.
std::string_view last_line(std::string_view text);

// Without spaces, tabs and line ends on both sides.
std::string_view trim(std::string_view text);

// The begin of what a message quotes, on one line.
std::string shortened(std::string_view text);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_LINES_H_
