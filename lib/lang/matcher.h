#ifndef ZEITSTRAHL_LIB_LANG_MATCHER_H_
#define ZEITSTRAHL_LIB_LANG_MATCHER_H_

// Many patterns over one string of class bytes.
//
// All patterns as one alternation find the leftmost-longest match; a set of them, each
// anchored, tells which one it was (the first in the list wins a tie); only that one is
// run with captures.  See Russ Cox, "Regular Expression Matching in the Wild", 2010.
//
// Immutable after compile(); matching may run in several threads at once.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lang/pattern.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

class matcher {
 public:
  // A range of class bytes, half-open; `begin` > `end` for a group that took no part.
  struct range {
    std::uint32_t begin = 1;
    std::uint32_t end = 0;
    bool matched() const { return begin <= end; }
  };
  struct match {
    std::uint32_t pattern = 0;
    range where;
  };
  static constexpr std::size_t max_groups = 16;

  matcher();
  matcher(matcher&&) noexcept;
  matcher& operator=(matcher&&) noexcept;
  ~matcher();

  // An error names the pattern by its index in `where`.
  static result<matcher> compile(const std::vector<compiled_pattern>& patterns);

  // The leftmost-longest match at or after `from`, or false.
  bool find(std::string_view symbols, std::size_t from, match& found) const;

  // The groups of a match, group i in groups[i]; groups[0] is the match.
  void capture(std::string_view symbols, const match& found, range (&groups)[max_groups]) const;

  // Whether the pattern matches the empty string.
  bool matches_nothing(std::uint32_t pattern) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_MATCHER_H_
