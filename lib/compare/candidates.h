#ifndef ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_
#define ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_

// Which statements can be about one matter at all: an index over pairs of words.
//
// Statements are worth comparing where they share two words, one of which tells what happens,
// where a word of one and the topic of its article are words of the other, or where their
// words are the same.  Pairs of words are rare where single words are not, so that the work
// grows with the stories, not with the square of the articles.

#include <cstdint>
#include <vector>

#include "compare/likeness.h"

namespace zeitstrahl {

class candidate_index {
 public:
  // `sides` must outlive the index.
  candidate_index(const std::vector<side>& sides, const term_table& terms);

  // Statements before `k` that may go with it, each once, in order.
  void before(std::uint32_t k, std::vector<std::uint32_t>& out) const;

 private:
  struct entry {
    std::uint64_t key;
    std::uint32_t statement;
    friend auto operator<=>(const entry&, const entry&) = default;
  };
  void add(const side& s, std::uint32_t statement, const term_table& terms);

  std::vector<entry> entries_;                         // sorted
  std::vector<std::vector<std::uint32_t>> places_of_;  // of a statement, in entries_
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_
