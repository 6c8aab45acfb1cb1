#ifndef ZEITSTRAHL_LIB_LANG_SHAPES_H_
#define ZEITSTRAHL_LIB_LANG_SHAPES_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Names of the shapes of numbers and marks that patterns may use, with their bytes.
struct shape_class {
  std::string_view name;
  std::vector<std::uint8_t> symbols;
  // Of the numbers that have the shape, inclusive; most < least where it is no number, or one of
  // any size.
  double least = 1;
  double most = 0;
};
const std::vector<shape_class>& shape_classes();

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_SHAPES_H_
