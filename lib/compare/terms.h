#ifndef ZEITSTRAHL_LIB_COMPARE_TERMS_H_
#define ZEITSTRAHL_LIB_COMPARE_TERMS_H_

// Words as numbers, so that statements are compared by sorted lists of numbers.
//
// What a table knows of a term depends on its letters and on the tables alone, never on the
// articles at hand: strange articles change nothing.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/equals.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

using term = std::uint32_t;

// All terms of a comparison.
class term_table {
 public:
  struct facts {
    std::string key;           // a stem, or "=" and a row of the tables
    std::string counter = {};  // the row that says the opposite, or empty
    std::string family = {};   // of rows that are told for each other, or empty
    bool event = false;        // of a row of matters
    bool thing = false;        // of a row of things
    bool once = false;
    bool number = false;
  };

  term add(std::string_view key);
  term add(const word_meaning& meaning);  // of a row of the tables
  const facts& operator[](term t) const { return facts_[t]; }
  std::size_t size() const { return facts_.size(); }

 private:
  std::map<std::string, term, std::less<>> terms_;
  std::vector<facts> facts_;
};

// How a statement uses a term.
struct mention {
  term is = 0;
  float weight = 0;   // how much it tells, 0.25 to 2.5
  bool what = false;  // tells what happens, or what it happens to
  bool name = false;  // part of an actor's name, which says only who
  bool noun = false;
  bool starts = false;  // only the begin, where something else happens
};

// Sorts, and keeps each term once with its heaviest use.
void make_set(std::vector<mention>& words);
void make_set(std::vector<term>& terms);

bool holds(const std::vector<term>& all, const std::vector<term>& part);
bool meet(const std::vector<term>& a, const std::vector<term>& b);
bool mentions(const std::vector<mention>& words, term t);
bool mentions_all(const std::vector<mention>& words, const std::vector<term>& part);

// Words are letters and digits, and a comma between digits; spans of `text`.
void split_words(std::string_view text, std::vector<span>& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_TERMS_H_
