#ifndef ZEITSTRAHL_LIB_COMPARE_RELATIVES_H_
#define ZEITSTRAHL_LIB_COMPARE_RELATIVES_H_

// Which articles may tell of one story: those that share names or rare words.
//
//     const relatives of(topics);
//     for (const relative& r : of.before(a)) use(r.article);
//
// Only their statements are worth comparing, so that the work grows with the stories and not
// with the square of the articles.  Whether two articles are akin depends on the two alone.

#include <cstdint>
#include <vector>

#include "compare/subject.h"

namespace zeitstrahl {

struct relative {
  std::uint32_t article = 0;
  float shared = 0;    // weight of the words that both have
  bool close = false;  // both tell of one story, and each knows what the other leaves out
  bool firm = false;   // and that is beyond doubt
};

class relatives {
 public:
  // `topics` must outlive it.
  explicit relatives(const std::vector<article_topic>& topics);

  // More speaks for their being of one story: what both state.  In any order.
  void bind(std::uint32_t a, std::uint32_t b, float weight);

  // Two articles that share a name are close where a third one is close to both.
  void chain();

  // The articles before `a` that are akin to it, in order.
  const std::vector<relative>& before(std::uint32_t a) const { return before_[a]; }
  // In any order.  An article is close to itself.
  bool close(std::uint32_t a, std::uint32_t b) const;
  bool firm(std::uint32_t a, std::uint32_t b) const;

 private:
  const relative* find(std::uint32_t a, std::uint32_t b) const;
  void judge(std::uint32_t a, relative& r) const;
  float shared_by(std::uint32_t a, std::uint32_t b) const;
  void make_close(std::uint32_t a, std::uint32_t b, float shared);

  const std::vector<article_topic>& topics_;
  std::vector<std::vector<relative>> before_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_RELATIVES_H_
