#ifndef ZEITSTRAHL_LIB_LANG_PATTERN_H_
#define ZEITSTRAHL_LIB_LANG_PATTERN_H_

// Patterns over word classes, as the tables write them:
//
//     "vor" [mod:ABOUT? n:NUMBER u:UNIT]
//
//   CLASS        a class of the lexicon, a shape of numbers or a mark (shape_classes())
//   "word"       one word; with a capital it must be written so
//   NAME         a pattern defined by an earlier row `define NAME ...`
//   slot:ITEM    the words are an argument of the row's meaning
//   [ ... ]      the extent of the expression; without brackets, all that matches
//   ( | ) ? * +  as in regular expressions
//
// A pattern is parsed first, so that all classes and words are known, and written as a
// regular expression over class bytes when these have been given out.

#include <bitset>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/symbols.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

using symbol_set = std::bitset<symbol_limit>;

// A set of symbols as the bytes that they are written with.
struct symbol_bytes {
  using set = std::bitset<256>;
  set single;                         // symbols of one byte
  std::map<std::uint8_t, set> pairs;  // second bytes by the first one
};
symbol_bytes bytes_of(const symbol_set& symbols);

struct pattern_node {
  enum class kind { word_class, sequence, choice, repeat, slot, extent };
  kind is = kind::sequence;
  std::vector<std::size_t> classes;  // of word_class: any of these, ascending
  char repeat = 0;                   // '?', '*' or '+'
  std::string name;                  // of a slot
  std::vector<std::shared_ptr<const pattern_node>> parts;
};
using pattern_tree = std::shared_ptr<const pattern_node>;

// A node that is any word of a class.
pattern_tree class_node(std::size_t word_class);

// What a pattern's names stand for.
struct pattern_names {
  std::map<std::string, pattern_tree, std::less<>> defined;
  mutable std::set<std::string, std::less<>> used;  // of `defined`
  // Index of a class, made for a quoted word; nothing for an unknown name.
  std::function<const std::size_t*(std::string_view name)> find_class;
  std::function<std::size_t(std::string_view word)> literal;
};

// The message of the error has no place; the caller knows the row.
result<pattern_tree> parse_pattern(std::string_view text, const pattern_names& names);

struct compiled_pattern {
  struct slot {
    std::string name;
    std::vector<int> groups;           // capture groups, from 1; one of them takes part
    std::vector<std::size_t> classes;  // all classes that its words may have
    symbol_set symbols;                // and their symbols
  };
  std::string captures;  // RE2 syntax, Latin-1
  std::string plain;     // the same without capture groups
  std::vector<slot> slots;
  std::vector<int> extents;  // capture groups; none: the whole match
  int groups = 0;
};

// `symbols_of` gives the class bytes of a word_class node's classes.
using symbols_function = std::function<symbol_set(const std::vector<std::size_t>& classes)>;
compiled_pattern compile_pattern(const pattern_tree& tree, const symbols_function& symbols_of);

// The classes that a pattern names, each once.
void collect_classes(const pattern_tree& tree, std::vector<std::size_t>& classes);

// The sets of classes that a pattern tells apart from others: those of its word_class
// nodes.  Alternatives of classes alone, ("heute" | "gestern"), are one such set.
void collect_class_sets(const pattern_tree& tree, std::set<std::vector<std::size_t>>& sets);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_PATTERN_H_
