#ifndef ZEITSTRAHL_LIB_LANG_EMBEDDED_H_
#define ZEITSTRAHL_LIB_LANG_EMBEDDED_H_

// The language tables and data that were built into the library; see lib/cmake/embed.cmake.

#include <span>
#include <string_view>

namespace zeitstrahl {

// One table, byte for byte as in its file.
struct embedded_file {
  std::string_view name;  // without folder: "rules.tsv"
  std::string_view content;
};

// The tables of a language ("de"), ordered by name; none for a language that was not
// built in.  The data is static.
std::span<const embedded_file> embedded_language_files(std::string_view language);

// Data of a language that are no table ("forms.bin"), byte for byte; empty where there are none.
std::string_view embedded_language_data(std::string_view language, std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_EMBEDDED_H_
