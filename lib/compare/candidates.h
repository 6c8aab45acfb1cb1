#ifndef ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_
#define ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_

// Which statements of an article are worth comparing with a given one: those that share a word
// for what happens, a stretch of time or the wording.
//
//     const candidates of(witnesses, articles);
//     of.find(article, k, out);
//
// A word that very many statements of an article have tells nothing of which of them is meant,
// so that the work grows with the length of articles and not with its square.  `witnesses` must
// outlive it.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/judge.h"

namespace zeitstrahl {

class candidates {
 public:
  candidates(const std::vector<witness>& witnesses, std::size_t articles);

  // Of an article, in order and each once; `k` itself is none.
  void find(std::uint32_t article, std::uint32_t k, std::vector<std::uint32_t>& out) const;
  // Only those whose time overlaps that of `k`, in no order.
  void at_its_time(std::uint32_t article, std::uint32_t k, std::vector<std::uint32_t>& out) const;

  bool same_wording(std::uint32_t i, std::uint32_t k) const { return wording_[i] == wording_[k]; }

 private:
  using numbered = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // and a statement
  struct index {
    numbered matters;
    numbered wordings;
    std::vector<std::pair<std::int32_t, std::uint32_t>> days;  // the first, and a statement
  };

  const days& side(std::uint32_t i) const { return witnesses_[i].about->time.side(); }
  static void add_all(const numbered& in, std::uint32_t of, std::vector<std::uint32_t>& out);

  const std::vector<witness>& witnesses_;
  std::vector<std::uint32_t> wording_;  // by statement: the same number for the same words
  std::vector<index> articles_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_CANDIDATES_H_
