#include "compare/align.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "compare/evidence.h"
#include "compare/relatives.h"

namespace zeitstrahl {
namespace {

constexpr double least_shared = 4;            // weight of what statements of one article share
constexpr double least_likeness_apart = 0.6;  // of the weight of all terms of both
constexpr double least_likeness_same_verb = 0.5;
constexpr double least_mean = 4;         // evidence, of all pairs that two rows make
constexpr double strangers = 0;          // evidence of a pair that was not asked
constexpr double copy_score = 1000;      // above all others
constexpr std::int32_t short_time = 31;  // days, of which both may tell in other words

using kind = time_relation::kind;

class aligner {
 public:
  explicit aligner(const alignment_input& input)
      : in_(input), relatives_(input.topics), said_by_(input.topics.size()) {
    sides_.reserve(in_.witnesses.size());
    gists_.reserve(in_.witnesses.size());
    std::unordered_map<std::string_view, std::uint32_t> wordings;
    for (std::uint32_t i = 0; i < in_.witnesses.size(); ++i) {
      const witness& w = in_.witnesses[i];
      sides_.push_back({*w.about, in_.topics[w.said->article]});
      said_by_[w.said->article].push_back(i);
      gists_.push_back({w.about->matters, wordings.try_emplace(w.about->wording, i).first->second});
    }
    companions_.resize(in_.witnesses.size());
    for (const std::vector<std::uint32_t>& all : said_by_) count_companions(all);
  }

  std::vector<std::uint32_t> run() {
    rows_.resize(in_.witnesses.size());
    row_of_.resize(in_.witnesses.size());
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
  // What is asked of every two statements.
  struct gist {
    std::uint64_t matters = 0;
    std::uint32_t wording = 0;  // the same number for the same words
  };
  enum class fit : std::uint8_t { excluded, none, apart, agreeing };
  struct judged {
    fit is = fit::none;
    double score = strangers;
  };

  const subject& about(std::uint32_t i) const { return *in_.witnesses[i].about; }
  const placed_time& time(std::uint32_t i) const { return about(i).time; }
  std::uint32_t article(std::uint32_t i) const { return in_.witnesses[i].said->article; }
  likeness compare(std::uint32_t i, std::uint32_t k) const {
    return compare_words(sides_[i], sides_[k], close(i, k), in_.terms);
  }

  void count_companions(const std::vector<std::uint32_t>& all);
  void find_pairs();
  void find_pairs(const std::vector<std::uint32_t>& of, std::uint32_t k, bool near);
  judged known_fit(std::uint32_t i, std::uint32_t k);
  bool may_fit(std::uint32_t i, std::uint32_t k, bool near) const;
  // Their articles tell of one story, as far as words can say.
  bool close(std::uint32_t i, std::uint32_t k) const {
    return relatives_.close(article(i), article(k));
  }
  bool copies(std::uint32_t i, std::uint32_t k) const;
  judged fit_of(std::uint32_t i, std::uint32_t k) const;
  judged fit_within(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool much_alike(const likeness& alike) const;
  bool may_move(std::uint32_t i) const;
  bool gives_way(std::uint32_t i, std::uint32_t k) const;
  bool versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  void join(std::uint32_t a, std::uint32_t b, bool agree);
  bool go_together(std::uint32_t into, std::uint32_t from, bool agree);
  std::vector<std::uint32_t> numbered() const;

  const alignment_input& in_;
  relatives relatives_;
  std::vector<std::vector<std::uint32_t>> said_by_;  // statements by article
  std::vector<std::uint32_t> companions_;            // other statements of its article at its time
  std::vector<side> sides_;
  std::vector<gist> gists_;
  std::vector<pair> pairs_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint32_t> row_of_;
  std::vector<std::pair<std::uint64_t, judged>> fits_;  // by both statements, in their order
  // How many statements two rows had together when they were last refused.
  std::unordered_map<std::uint64_t, std::size_t> refused_;
};

constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32 | second;
}

bool overlap(const days& a, const days& b) {
  return a && b && a->first <= b->last && b->first <= a->last;
}

bool is_short(const days& d) { return d && d->last - d->first < short_time; }

void aligner::count_companions(const std::vector<std::uint32_t>& all) {
  for (const std::uint32_t i : all) {
    for (const std::uint32_t k : all) {
      companions_[i] += i != k && overlap(time(i).side(), time(k).side()) &&
                        is_short(time(i).side()) == is_short(time(k).side());
    }
  }
}

void aligner::find_pairs() {
  for (std::uint32_t k = 0; k < in_.witnesses.size(); ++k) {
    for (const relative& r : relatives_.before(article(k))) {
      find_pairs(said_by_[r.article], k, r.close);
    }
    find_pairs(said_by_[article(k)], k, true);
  }
  std::sort(fits_.begin(), fits_.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
}

void aligner::find_pairs(const std::vector<std::uint32_t>& of, std::uint32_t k, bool near) {
  for (const std::uint32_t i : of) {
    if (i >= k) return;
    if (!may_fit(i, k, near)) continue;
    const judged found = fit_of(i, k);
    if (found.is == fit::none) continue;
    fits_.emplace_back(key_of(i, k), found);
    if (found.is < fit::apart) continue;
    pairs_.push_back({i, k, found.is == fit::agreeing, found.score});
  }
}

// Cheap to ask: whether both tell of one thing or event, and of one name where their articles
// are hardly akin.
bool aligner::may_fit(std::uint32_t i, std::uint32_t k, bool near) const {
  const bool one_matter = (gists_[i].matters & gists_[k].matters) != 0;
  if (one_matter && (near || meet(about(i).names, about(k).names))) return true;
  return gists_[i].wording == gists_[k].wording;
}

aligner::judged aligner::known_fit(std::uint32_t i, std::uint32_t k) {
  const std::uint64_t key = key_of(std::min(i, k), std::max(i, k));
  const auto found = std::lower_bound(fits_.begin(), fits_.end(), key,
                                      [](const auto& f, std::uint64_t k) { return f.first < k; });
  return found == fits_.end() || found->first != key ? judged{} : found->second;
}

bool aligner::copies(std::uint32_t i, std::uint32_t k) const {
  return article(i) != article(k) && is_copy(in_.witnesses[i], in_.witnesses[k]) && close(i, k);
}

aligner::judged aligner::fit_of(std::uint32_t i, std::uint32_t k) const {
  if (copies(i, k)) return {fit::agreeing, copy_score};
  const bool off = about(i).cancels || about(k).cancels;
  const auto t = relate(time(i), time(k));
  if (!off && !t && article(i) != article(k)) return {};
  const likeness alike = compare(i, k);
  if (alike.excluded) return {fit::excluded, strangers};
  if (article(i) == article(k)) return fit_within(i, k, alike);
  const witness& first = in_.witnesses[i];
  const witness& second = in_.witnesses[k];
  if (called_off(first, second)) {
    const bool fits = alike.matter && alike.shared >= least_shared && !alike.second_more;
    return {fits ? fit::agreeing : fit::none, alike.shared};
  }
  if (!t) return {};
  const double score =
      weigh({first, second, alike, *t, close(i, k), relatives_.firm(article(i), article(k)),
             std::max(companions_[i], companions_[k])});
  if (t->is != kind::apart) return {score >= sure ? fit::agreeing : fit::none, score};
  if (alike.ordinals) return {fit::excluded, score};
  const bool changes = first.about->former || second.about->former || second.about->change;
  const bool plan = (alike.event || ((alike.near || alike.core) && changes)) && !alike.others &&
                    close(i, k) && (may_move(i) || may_move(k));
  if (!(score >= sure && plan) && !(much_alike(alike) && !alike.parted())) {
    return {fit::none, score};
  }
  if (t->across && !(first.planned() && second.planned())) return {fit::none, score};
  return {versions_of_one(i, k, alike) ? fit::apart : fit::none, score};
}

bool aligner::much_alike(const likeness& alike) const {
  const double least = alike.verb ? least_likeness_same_verb : least_likeness_apart;
  return alike.matter && alike.of_all >= least && alike.shared >= least_shared;
}

// What an article says twice, or once as it was and once as it is now.
aligner::judged aligner::fit_within(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const auto t = relate(time(i), time(k));
  const double score = alike.shared * alike.of_all;
  const bool one_clause =
      alike.wording && in_.witnesses[i].said->mode == in_.witnesses[k].said->mode;
  if (one_clause && (!t || t->is != kind::apart)) return {fit::agreeing, score};
  if (!t || !(much_alike(alike) || alike.wording)) return {fit::none, score};
  if (t->is != kind::apart) return {t->across ? fit::none : fit::agreeing, score};
  if (alike.parted()) return {fit::none, score};
  if (alike.ordinals) return {fit::excluded, score};
  if (t->across && !(in_.witnesses[i].planned() && in_.witnesses[k].planned())) return {};
  return {gives_way(i, k) ? fit::apart : fit::none, score};
}

// Of two statements of one article, whether one may replace the other.
bool aligner::gives_way(std::uint32_t i, std::uint32_t k) const {
  const auto tells_change = [&](std::uint32_t at) {
    const witness& w = in_.witnesses[at];
    return w.about->former || w.about->change || w.said->mode == modality::negated;
  };
  return tells_change(i) || tells_change(k);
}

// Its date was to come, or is quoted as an old one.
bool aligner::may_move(std::uint32_t i) const {
  const witness& w = in_.witnesses[i];
  return w.to_come() || w.about->former || w.said->mode == modality::planned;
}

// Two times that exclude each other, but may be said of one event or state.
bool aligner::versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const witness& a = in_.witnesses[i];
  const witness& b = in_.witnesses[k];
  if (!a.about->former && !b.about->former && !(i < k ? judge(a, b) : judge(b, a))) return false;
  if (!time(i).at || !time(k).at) return true;
  if (may_move(i) && may_move(k)) return true;
  if (!may_move(i) && !may_move(k)) return alike.once;
  const witness& plan = may_move(i) ? a : b;
  const witness& happened = may_move(i) ? b : a;
  if (plan.about->former) return true;
  return plan.published && happened.about->time.at->last >= *plan.published;
}

// Whether no statement of one row excludes one of the other, and what speaks for all of them
// being of one matter is enough: where times differ, most must go together.
bool aligner::go_together(std::uint32_t into, std::uint32_t from, bool agree) {
  double evidence = 0;
  std::size_t together = 0;
  for (const std::uint32_t i : rows_[into]) {
    for (const std::uint32_t k : rows_[from]) {
      const judged found = known_fit(i, k);
      if (found.is == fit::excluded) return false;
      if (article(i) == article(k) && found.is < fit::apart && !gives_way(i, k)) return false;
      together += found.is >= fit::apart;
      evidence += std::min(found.score, 2 * sure);
    }
  }
  const std::size_t all = rows_[into].size() * rows_[from].size();
  return agree ? evidence >= least_mean * static_cast<double>(all) : 2 * together >= all;
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

std::vector<std::uint32_t> align(const alignment_input& input) { return aligner(input).run(); }

}  // namespace zeitstrahl
