#ifndef ZEITSTRAHL_LIB_LANG_WORD_SYMBOLS_H_
#define ZEITSTRAHL_LIB_LANG_WORD_SYMBOLS_H_

// Gives words a symbol by the nodes of patterns that can match them: words that no row tells
// apart share one.

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "lang/known_words.h"
#include "lang/pattern.h"
#include "text/symbols.h"

namespace zeitstrahl {

class word_symbols {
 public:
  // Sets the symbols in the vocabulary; the shapes are classes of it.  `number_class`: that of
  // number words, which scanning composes.
  word_symbols(known_words& words, std::span<const pattern_tree> trees, std::size_t number_class);

  // How many sets of words the patterns tell apart.
  std::size_t size() const { return symbols_.size(); }
  // That of a number word which no table has.
  symbol_code number_word() const { return number_word_; }
  // Those of a node of one of the patterns, by its classes.
  symbol_set of_node(const std::vector<std::size_t>& classes) const;

 private:
  using class_key = std::set<std::size_t>;  // indexes into class_sets_

  void number_them(const known_words& words, const class_key& number_key);
  symbol_code find(const class_key& key) const;
  class_key key_of(const std::vector<known_words::membership>& memberships, bool capital) const;
  void collect(const known_words& words);

  std::vector<std::vector<std::size_t>> class_sets_;     // of the patterns' nodes, ascending
  std::vector<std::vector<std::size_t>> sets_of_class_;  // indexes into class_sets_
  std::vector<symbol_set> symbols_of_sets_;              // by index into class_sets_
  std::map<class_key, symbol_code> symbols_;
  symbol_code number_word_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_WORD_SYMBOLS_H_
