#include "zeitstrahl/write.h"

namespace zeitstrahl {

std::string_view program_version() { return "zeitstrahl " ZEITSTRAHL_VERSION; }

}  // namespace zeitstrahl
