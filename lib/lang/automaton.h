#ifndef ZEITSTRAHL_LIB_LANG_AUTOMATON_H_
#define ZEITSTRAHL_LIB_LANG_AUTOMATON_H_

// Many patterns as one automaton over class bytes, which finds the longest match that begins at a
// place, and the first pattern that has it.
//
// From the trees an automaton with many next states (Thompson, CACM 1968) is made, whose edges
// hold sets of bytes.  What it has come to, a set of its states, is a state of the automaton with
// one next state; these are made when a text first leads to them (Aho, Sethi, Ullman, "Compilers",
// 1986, 3.7) and kept in a memory of the caller's.
//
//     pattern_automaton all;
//     for (const pattern_tree& tree : trees) all.add(tree, symbols_of);
//     all.finish();
//     pattern_automaton::memory seen;
//     if (const auto found = all.longest(code, at, seen)) use(found.pattern, at, found.end);

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/pattern.h"

namespace zeitstrahl {

class pattern_automaton {
 public:
  static constexpr std::uint32_t no_pattern = UINT32_MAX;

  struct match {
    std::size_t end = 0;
    std::uint32_t pattern = no_pattern;
    explicit operator bool() const { return pattern != no_pattern; }
  };

  // States of one automaton that texts have led to; of bounded size.
  class memory {
   public:
    void clear() { *this = {}; }

   private:
    friend class pattern_automaton;
    using number = std::uint16_t;
    struct state {
      std::array<number, 256> next;
      std::uint32_t pattern = no_pattern;   // that ends here
      std::vector<std::uint32_t> together;  // states of the automaton, ascending
    };
    std::vector<state> states;  // the dead one and the one to begin with come first
    std::unordered_map<std::string, number> numbers;
  };

  // Patterns are numbered in the order in which they come.
  void add(const pattern_tree& tree, const symbols_function& symbols_of);
  // After the last one, and before anything is asked.
  void finish();

  // The longest match that begins at the byte.  `seen` is of this automaton or empty.
  match longest(std::string_view code, std::size_t at, memory& seen) const;
  // Where none begins there, that at the nearest byte behind it, to which `at` is moved.
  match next(std::string_view code, std::size_t& at, memory& seen) const;

  // The first pattern that matches the whole code.
  std::optional<std::uint32_t> matching(std::string_view code) const;

 private:
  using bytes = symbol_bytes::set;
  using state_set = std::vector<std::uint32_t>;

  // As it is made: what may follow, also without a symbol.
  struct place {
    std::vector<std::uint32_t> skips;
    symbol_set symbols;
    std::uint32_t to = 0;
    std::uint32_t pattern = no_pattern;
  };
  struct edge {
    bytes by;
    std::uint32_t to;
  };
  struct state {
    std::vector<edge> edges;
    std::uint32_t pattern = no_pattern;
  };
  class finisher;

  std::uint32_t add_place();
  std::uint32_t make(const pattern_tree& tree, std::uint32_t then,
                     const symbols_function& symbols_of);

  state_set step(const state_set& from, unsigned char byte) const;
  std::uint32_t pattern_of(const state_set& together) const;
  void prepare(memory& seen) const;
  memory::number number_of(state_set together, memory& seen) const;
  memory::number find_next(memory::number from, unsigned char byte, memory& seen) const;

  std::vector<place> places_;  // until finish(); the first one leads to all patterns
  std::uint32_t patterns_ = 0;
  std::vector<state> states_;  // begins with the first
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_AUTOMATON_H_
