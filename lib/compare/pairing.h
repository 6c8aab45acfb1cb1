#ifndef ZEITSTRAHL_LIB_COMPARE_PAIRING_H_
#define ZEITSTRAHL_LIB_COMPARE_PAIRING_H_

// Whether two statements may be of one matter, and how much speaks for it.
//
//     const pairing pairs({witnesses, topics, terms});
//     if (pairs.may_fit(i, k)) use(pairs.fit_of(i, k));
//
// A pair fits where its words and names are alike and its times agree, or where they are very
// much alike and the times are two versions of one: of a plan, of a bound, of what happens once.

#include <cstdint>
#include <vector>

#include "compare/candidates.h"
#include "compare/judge.h"
#include "compare/likeness.h"
#include "compare/relatives.h"

namespace zeitstrahl {

// All statements of a comparison, in the order of its articles.
struct alignment_input {
  const std::vector<witness>& witnesses;
  const std::vector<article_topic>& topics;  // by article
  const term_table& terms;
};

enum class fit : std::uint8_t { excluded, none, apart, agreeing };

struct judged_pair {
  fit is = fit::none;
  double score = 0;  // evidence; 0 of strangers
};

class pairing {
 public:
  // What `input` names must outlive it.
  explicit pairing(const alignment_input& input);

  // Statements by their numbers in the input, the first before the second.
  // Cheap to ask: whether it is worth asking for more.
  bool may_fit(std::uint32_t i, std::uint32_t k, bool near) const;
  judged_pair fit_of(std::uint32_t i, std::uint32_t k) const;
  // Of two statements of one article, whether one may replace the other.
  bool gives_way(std::uint32_t i, std::uint32_t k) const;

  std::size_t size() const { return in_.witnesses.size(); }
  const relatives& kin() const { return relatives_; }
  // Statements of an article that are worth asking for, in order.
  void find_candidates(std::uint32_t of, std::uint32_t k, std::vector<std::uint32_t>& out) const {
    candidates_.find(of, k, out);
  }
  const std::vector<std::uint32_t>& said_by(std::uint32_t article) const {
    return said_by_[article];
  }
  std::uint32_t article(std::uint32_t i) const { return in_.witnesses[i].said->article; }

 private:
  const subject& about(std::uint32_t i) const { return *in_.witnesses[i].about; }
  const placed_time& time(std::uint32_t i) const { return about(i).time; }
  likeness compare(std::uint32_t i, std::uint32_t k, bool any_name) const {
    return compare_words(sides_[i], sides_[k], close(i, k), in_.terms, any_name);
  }
  // Their articles tell of one story, as far as words can say.
  bool close(std::uint32_t i, std::uint32_t k) const {
    return relatives_.close(article(i), article(k));
  }
  void bind_articles();
  float bound_of(std::uint32_t first, std::uint32_t second) const;
  float binds(std::uint32_t i, std::uint32_t k) const;
  void count_companions(const std::vector<std::uint32_t>& all, bool brief);
  bool copies(std::uint32_t i, std::uint32_t k) const;
  judged_pair fit_within(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool is_one_month(std::uint32_t i, std::uint32_t k, const time_relation& t) const;
  bool may_move(std::uint32_t i) const;
  bool is_day(std::uint32_t i) const {  // or a few
    const days& at = time(i).side();
    return at && at->last - at->first < 3;
  }
  bool versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const;

  const alignment_input in_;
  relatives relatives_;
  std::vector<std::vector<std::uint32_t>> said_by_;  // statements by article
  std::vector<std::uint32_t> companions_;            // other statements of its article at its time
  std::vector<side> sides_;
  candidates candidates_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_PAIRING_H_
