#ifndef ZEITSTRAHL_LIB_LANG_MATCHER_H_
#define ZEITSTRAHL_LIB_LANG_MATCHER_H_

// Many patterns over one string of class bytes.
//
// An automaton of all of them finds the longest match and the pattern it is of (the first in the
// list wins a tie); only that one is run by RE2, with captures.  Which groups a stretch of class
// bytes has depends on nothing else, and texts say the same again and again ("im Jahr 2019", "am
// Montag"), so the caller keeps the answers.
//
// Immutable after compile(); matching may run in several threads at once, each with a
// memory of its own.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/automaton.h"
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
  static constexpr std::size_t max_groups = 16;
  struct match {
    std::uint32_t pattern = 0;
    range where;
    std::array<range, max_groups> groups;  // of that pattern; group 0 is `where`
  };

  // Answers for the stretches met last; of bounded size.
  class memory {
   private:
    friend class matcher;
    struct answer {
      std::string stretch;
      match found;  // as if the stretch began at 0
    };
    std::uint64_t matcher_id = 0;  // whose answers they are
    pattern_automaton::memory states;
    std::vector<answer> answers;
  };

  matcher();
  matcher(matcher&&) noexcept;
  matcher& operator=(matcher&&) noexcept;
  ~matcher();

  // `all`: of the same patterns.  An error names the pattern by its index in `where`.
  static result<matcher> compile(const std::vector<compiled_pattern>& patterns,
                                 pattern_automaton all);

  // The leftmost-longest match at or after `from`, or false.
  bool find(std::string_view symbols, std::size_t from, memory& seen, match& found) const;

  // The first pattern that matches all of the symbols, if one does.
  std::optional<std::uint32_t> matching(std::string_view symbols) const;

  // The first pattern that matches the empty string, if one does.
  std::optional<std::uint32_t> matching_nothing() const;

 private:
  void find_groups(std::string_view stretch, std::uint32_t of, match& found) const;

  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_MATCHER_H_
