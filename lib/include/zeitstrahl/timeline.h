#ifndef ZEITSTRAHL_TIMELINE_H_
#define ZEITSTRAHL_TIMELINE_H_

// All that one article says about when: what an extractor returns, what the
// writers write and the drawing draws.
//
//     timeline result = extractor.analyze(article, scratch);
//     for (const thread& t : result.threads) {
//       for (const bar& b : t.bars) std::cout << b.label << ' ' << to_edtf(b.when) << '\n';
//     }
//
// Plain data; indexes refer to the vectors of the same timeline.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "zeitstrahl/claim.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

// One mark of the drawing: one claim, or several that state the same
// ("seit 2019", "bis 2030 laufende Partnerschaft").
struct bar {
  std::string label;
  interval when;
  relation relates = relation::at;
  modality mode = modality::actual;
  bool reported = false;
  std::string source;
  std::vector<std::uint32_t> claims;  // its evidence, in text order, at least one
};

// Claims of the same main actor, or about the same matter.
struct thread {
  std::string label;        // "Microsoft - OpenAI: Partnerschaft" (with an en dash)
  std::string found_label;  // what the program had called it, where that was changed by hand
  std::vector<std::string> actors;
  std::vector<std::uint32_t> claims;  // in text order
  std::vector<bar> bars;              // ordered by begin, then by text
  interval when;                      // put together from the claims that bound a state
  // Pairs of claims of one matter that cannot both be true ("bis 2030", "bis 2032"), each
  // with its own bar, in text order.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions;
};

struct timeline {
  document article;
  std::string language;                      // "de"
  std::vector<span> sentences;               // in text order, disjoint
  std::vector<time_expression> expressions;  // in text order, disjoint
  std::vector<claim> claims;                 // in text order
  std::vector<thread> threads;               // ordered by first claim; what names nobody comes last
  std::shared_ptr<const void> names;         // owns the rules' names where no language does
};

// The number of a sentence (an index into `sentences`) as people count and as all outputs
// show: 1 is the first behind the title, whose own sentences are 0.
std::uint32_t sentence_number(const timeline& data, std::uint32_t sentence);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TIMELINE_H_
