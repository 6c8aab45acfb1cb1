#ifndef ZEITSTRAHL_RENDER_PASSAGES_H_
#define ZEITSTRAHL_RENDER_PASSAGES_H_

// An article's text cut at the claims' clauses and time words, to be marked.
//
//     for (const text_block& block : blocks_of(timeline)) {
//       for (const passage& p : block.passages) p.where.in(timeline.article.text);
//     }
//
// Clauses may lie inside each other or overlap.  Functions are pure and total, and take
// time linear in text and claims.

#include <cstdint>
#include <vector>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// A stretch that the same claims cover from end to end.  Not empty.
struct passage {
  span where;                         // bytes of the article's text
  std::vector<std::uint32_t> claims;  // those that cover it, the shortest clause first
  std::vector<std::uint32_t> ending;  // those whose clause ends with it
  bool time = false;                  // words that date a claim
};

enum class block_kind : std::uint8_t { title, heading, paragraph };

// A paragraph, whose passages follow each other without a gap.  White space around it and
// Markdown's signs of a heading belong to no block.
struct text_block {
  block_kind kind = block_kind::paragraph;
  std::vector<passage> passages;
};

std::vector<text_block> blocks_of(const timeline& data);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_PASSAGES_H_
