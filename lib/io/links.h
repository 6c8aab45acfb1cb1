#ifndef ZEITSTRAHL_LIB_IO_LINKS_H_
#define ZEITSTRAHL_LIB_IO_LINKS_H_

#include <filesystem>

namespace zeitstrahl {

// Where the links of a path lead, also to what is not there yet; a link where they go in a circle.
std::filesystem::path behind_links(std::filesystem::path path);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_LINKS_H_
