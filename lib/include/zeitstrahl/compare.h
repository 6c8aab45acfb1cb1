#ifndef ZEITSTRAHL_COMPARE_H_
#define ZEITSTRAHL_COMPARE_H_

// What several articles say about the same matter, side by side.
//
//     result<comparer> side_by_side = comparer::open(tables);
//     comparison found = side_by_side->compare(std::move(timelines));
//     for (const story& s : found.stories) {
//       for (const comparison_row& r : s.rows) std::cout << to_string(r.is) << ' ' << r.label <<
//       '\n';
//     }
//
// A row is one matter: what the articles of a story state about the same actors, the same
// event or state, and the same side of it (its begin, its end, when it happens).  Every
// statement of every article stands in exactly one row; what nobody else says has a row of
// its own.  Verdicts are about times and status only, and each names the two statements it
// rests on.  The articles' order makes no difference.
//
// Plain data; indexes refer to vectors of the same comparison.  A comparer is immutable and
// may be shared by threads.  Comparing is total: any timelines give a result.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/language.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// From the least to the most worth a look.
enum class verdict : std::uint8_t {
  only,            // nobody else says it
  equal,           // the same time
  compatible,      // both can be true: one time holds the other
  fulfilled,       // planned in one, done in a later one, in time
  status_changed,  // held or was planned in one, no longer does in a later one
  cancelled,       // planned in one, called off in a later one
  moved,           // a date to come in one, another one in a later article
  conflict,        // both cannot be true
};

// What a verdict is about.
enum class aspect : std::uint8_t {
  time,    // of an event
  begin,   // of a state
  end,     // of a state
  status,  // whether it holds at all
};

// What one article states once, or several times in the same way.
struct statement {
  std::uint32_t article = 0;          // index into comparison::articles
  std::vector<std::uint32_t> claims;  // of that timeline, its evidence, at least one
  std::string label;
  interval when;
  relation relates = relation::at;
  modality mode = modality::actual;
  bool reported = false;
  std::string source;
};

// Two statements of a row beside each other.
struct finding {
  verdict is = verdict::equal;
  aspect in = aspect::time;
  std::uint32_t first = 0;   // index into comparison_row::statements
  std::uint32_t second = 0;  // of another article, published on the same day or later
  // Which one knows the time less exactly, where they are compatible.
  bool first_coarser = false;
  bool second_coarser = false;
};

struct comparison_row {
  std::string label;
  std::vector<std::string> actors;
  std::vector<statement> statements;   // by article, then by text
  std::vector<std::uint32_t> current;  // of each article that has some, the one that it stands by
  verdict is = verdict::only;          // the most worth a look of its findings
  aspect in = aspect::time;
  // Of current statements: each with the next, and all conflicts.
  std::vector<finding> findings;
  std::vector<std::uint32_t> silent;  // articles of the story that say nothing of it
};

// Articles that have a matter in common, directly or through others.
struct story {
  std::vector<std::uint32_t> articles;  // in order
  std::vector<comparison_row> rows;     // those of several articles first, then by time
};

struct comparison {
  std::vector<timeline> articles;  // by publication, then medium, title and text
  std::vector<story> stories;      // those of several articles first, then by first article
};

class comparer {
 public:
  // A fault in the tables for claims or comparing is bad input, with file and line.  Tables
  // without words for comparing still compare, by the words of the articles alone.
  static result<comparer> open(const std::shared_ptr<const language>& tables);

  comparison compare(std::vector<timeline> articles) const;

 private:
  struct engine;
  explicit comparer(std::shared_ptr<const engine> made) : engine_(std::move(made)) {}
  std::shared_ptr<const engine> engine_;
};

// The words of the formats: "status-changed", "begin".
std::string_view to_string(verdict v);
std::string_view to_string(aspect a);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_COMPARE_H_
