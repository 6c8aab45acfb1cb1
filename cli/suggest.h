#ifndef ZEITSTRAHL_CLI_SUGGEST_H_
#define ZEITSTRAHL_CLI_SUGGEST_H_

// "Did you mean": which of the known words a mistyped one is nearest to.

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// The nearest by optimal string alignment (insert, delete, replace, swap neighbours), the
// first of several; empty where more than a third of the word's letters would change, or
// two of a short word.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_SUGGEST_H_
