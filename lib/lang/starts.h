#ifndef ZEITSTRAHL_LIB_LANG_STARTS_H_
#define ZEITSTRAHL_LIB_LANG_STARTS_H_

// The first two bytes of what patterns match.  Few places of a text begin like a pattern, and
// only there an automaton need look.

#include <array>
#include <bitset>
#include <memory>
#include <string_view>

#include "lang/pattern.h"

namespace zeitstrahl {

class pattern_starts {
 public:
  pattern_starts();

  // Those of another pattern, too.
  void add(const pattern_tree& tree, const symbols_function& symbols_of);

  // False where no match begins at the byte.
  bool may_begin(std::string_view code, std::size_t at) const {
    const auto first = static_cast<unsigned char>(code[at]);
    if (all_->alone[first]) return true;
    return at + 1 < code.size() && all_->pairs[first][static_cast<unsigned char>(code[at + 1])];
  }

  using bytes = std::bitset<256>;
  // Of a part of a pattern.
  struct beginnings {
    bool empty = false;            // it matches nothing, too
    bytes first;                   // of all that it matches
    bytes alone;                   // that are all of a match
    std::array<bytes, 256> pairs;  // the second bytes, by the first one

    void add(const beginnings& other);
  };

 private:
  std::shared_ptr<beginnings> all_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_STARTS_H_
