#include "compare/align.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "compare/evidence.h"

namespace zeitstrahl {
namespace {

constexpr double of_strangers = 0.2;  // how much a pair counts of which nothing is known
constexpr double says_nothing = 2;    // less is not known to be of one matter, nor to be of two
constexpr double least_mean = 4;      // evidence, of all pairs that two rows make

class aligner {
 public:
  explicit aligner(const pairing& pairs) : pairing_(pairs), statements_(pairs.size()) {}

  std::vector<std::uint32_t> run() {
    rows_.resize(statements_);
    row_of_.resize(statements_);
    std::iota(row_of_.begin(), row_of_.end(), 0);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) rows_[i] = {i};
    find_pairs();
    std::sort(pairs_.begin(), pairs_.end(), [](const pair& a, const pair& b) {
      return std::tuple(!a.agrees, -a.score, a.first, a.second) <
             std::tuple(!b.agrees, -b.score, b.first, b.second);
    });
    for (const pair& p : pairs_) join(row_of_[p.first], row_of_[p.second], p.agrees);
    return numbered();
  }

 private:
  struct pair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool agrees = false;
    double score = 0;
  };

  std::uint32_t article(std::uint32_t i) const { return pairing_.article(i); }
  void find_pairs();
  void find_pairs(std::uint32_t of, std::uint32_t k, bool near);
  judged_pair known_fit(std::uint32_t i, std::uint32_t k);
  void join(std::uint32_t a, std::uint32_t b, bool agree);
  bool go_together(std::uint32_t into, std::uint32_t from, bool agree);
  std::vector<std::uint32_t> numbered() const;

  const pairing& pairing_;
  std::size_t statements_;
  std::vector<pair> pairs_;
  std::vector<std::uint32_t> asked_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint32_t> row_of_;
  std::vector<std::pair<std::uint64_t, judged_pair>> fits_;  // by both statements, in their order
  // How many statements two rows had together when they were last refused.
  std::unordered_map<std::uint64_t, std::size_t> refused_;
};

constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32 | second;
}

void aligner::find_pairs() {
  for (std::uint32_t k = 0; k < statements_; ++k) {
    for (const relative& r : pairing_.kin().before(article(k))) find_pairs(r.article, k, r.close);
    find_pairs(article(k), k, true);
  }
  std::sort(fits_.begin(), fits_.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
}

void aligner::find_pairs(std::uint32_t of, std::uint32_t k, bool near) {
  pairing_.find_candidates(of, k, asked_);
  for (const std::uint32_t i : asked_) {
    if (i >= k) return;
    if (!pairing_.may_fit(i, k, near)) continue;
    const judged_pair found = pairing_.fit_of(i, k);
    if (found.is == fit::none && found.score == 0) continue;
    fits_.emplace_back(key_of(i, k), found);
    if (found.is < fit::apart) continue;
    pairs_.push_back({i, k, found.is == fit::agreeing, found.score});
  }
}

judged_pair aligner::known_fit(std::uint32_t i, std::uint32_t k) {
  const std::uint64_t key = key_of(std::min(i, k), std::max(i, k));
  const auto found = std::lower_bound(fits_.begin(), fits_.end(), key,
                                      [](const auto& f, std::uint64_t k) { return f.first < k; });
  return found == fits_.end() || found->first != key ? judged_pair{} : found->second;
}

// Whether no statement of one row excludes one of the other, and what speaks for all of them
// being of one matter is enough: where times differ, most must go together.  Pairs of which
// nothing is known count little or, in articles of one story, not at all.
bool aligner::go_together(std::uint32_t into, std::uint32_t from, bool agree) {
  double evidence = 0;
  double together = 0;
  double known = 0;
  for (const std::uint32_t i : rows_[into]) {
    for (const std::uint32_t k : rows_[from]) {
      const judged_pair found = known_fit(i, k);
      if (found.is == fit::excluded) return false;
      if (article(i) == article(k) && found.is < fit::apart && !pairing_.gives_way(i, k)) {
        return false;
      }
      if (found.is == fit::none && 0 <= found.score && found.score < says_nothing) {
        if (!pairing_.kin().close(article(i), article(k))) known += of_strangers;
        continue;
      }
      ++known;
      if (found.is >= fit::apart) ++together;
      evidence += std::min(found.score, 2 * sure);
    }
  }
  return agree ? evidence >= least_mean * known : 2 * together >= known;
}

// Two rows that were refused are asked again only when they have grown a good deal.
void aligner::join(std::uint32_t a, std::uint32_t b, bool agree) {
  if (a == b) return;
  const std::uint32_t into = std::min(a, b);
  const std::uint32_t from = std::max(a, b);
  const std::size_t size = rows_[into].size() + rows_[from].size();
  const auto [at, fresh] = refused_.try_emplace(key_of(into, from), 0);
  if (!fresh && 2 * size < 3 * at->second) return;
  at->second = size;
  if (!go_together(into, from, agree)) return;
  for (const std::uint32_t k : rows_[from]) row_of_[k] = into;
  rows_[into].insert(rows_[into].end(), rows_[from].begin(), rows_[from].end());
  std::sort(rows_[into].begin(), rows_[into].end());
  rows_[from].clear();
}

std::vector<std::uint32_t> aligner::numbered() const {
  std::vector<std::uint32_t> number(rows_.size(), 0xffffffff);
  std::vector<std::uint32_t> out;
  std::uint32_t next = 0;
  for (const std::uint32_t row : row_of_) {
    if (number[row] == 0xffffffff) number[row] = next++;
    out.push_back(number[row]);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> align(const pairing& pairs) { return aligner(pairs).run(); }

}  // namespace zeitstrahl
