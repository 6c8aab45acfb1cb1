#ifndef ZEITSTRAHL_LIB_SYNTAX_MAKER_AUTOMATON_H_
#define ZEITSTRAHL_LIB_SYNTAX_MAKER_AUTOMATON_H_

// The smallest automaton that tells sorted words and a number for each (J. Daciuk et al.,
// "Incremental construction of minimal acyclic finite-state automata", 2000).

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

class automaton_builder {
 public:
  // Words come in the order of their bytes, each once.
  void add(std::string_view word, std::uint32_t number);

  // The cells of the file (forms_file.h), the root's first arc in cell 1.  Arcs under which more
  // words lie stand first.  Nothing may be added afterwards.
  std::vector<std::uint32_t> cells();

 private:
  struct arc {
    unsigned char letter = 0;
    std::uint32_t target = 0;
    auto operator<=>(const arc&) const = default;
  };
  struct state {
    std::uint32_t number = no_number;
    std::vector<arc> arcs;
    auto operator<=>(const state&) const = default;
  };
  static constexpr std::uint32_t no_number = ~0u;

  void close(std::size_t depth);
  std::uint32_t words_below(std::uint32_t at);
  std::uint32_t place(std::uint32_t at, std::vector<std::uint32_t>& cells);

  std::vector<state> path_{1};  // of the last word, its states being open
  std::string last_;
  std::vector<state> states_;  // closed
  std::map<state, std::uint32_t> known_;
  std::vector<std::uint32_t> weight_;
  std::vector<std::uint32_t> begin_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MAKER_AUTOMATON_H_
