#include "compare/align.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "compare/relatives.h"

namespace zeitstrahl {
namespace {

constexpr double least_shared = 4;             // weight of the terms that two statements share
constexpr double least_cover = 0.6;            // of the lighter one's weight
constexpr double least_likeness = 0.4;         // of the weight of all terms of both
constexpr double least_likeness_parted = 0.5;  // where each names what the other does not
constexpr double least_shared_on_a_day = 3.5;
constexpr double least_cover_on_a_day = 0.5;
constexpr double least_likeness_apart = 0.6;  // where the times differ
constexpr double least_likeness_same_verb = 0.5;
constexpr std::int32_t longest_event = 31;    // days; a year holds many events of a kind
constexpr double least_shared_by_others = 5;  // where each names other actors
constexpr std::int32_t longest_year = 366;
constexpr std::int32_t news_days = 3;
constexpr double copy_score = 1000;  // above all others

using kind = time_relation::kind;

class aligner {
 public:
  explicit aligner(const alignment_input& input)
      : in_(input), relatives_(input.topics), said_by_(input.topics.size()) {
    sides_.reserve(in_.witnesses.size());
    for (std::uint32_t i = 0; i < in_.witnesses.size(); ++i) {
      const witness& w = in_.witnesses[i];
      sides_.push_back({*w.about, in_.topics[w.said->article]});
      said_by_[w.said->article].push_back(i);
    }
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
    for (const pair& p : pairs_) join(row_of_[p.first], row_of_[p.second]);
    return numbered();
  }

 private:
  struct pair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool agrees = false;
    double score = 0;
  };
  enum class fit : std::uint8_t { excluded, none, apart, agreeing };

  const subject& about(std::uint32_t i) const { return *in_.witnesses[i].about; }
  const placed_time& time(std::uint32_t i) const { return about(i).time; }
  std::uint32_t article(std::uint32_t i) const { return in_.witnesses[i].said->article; }
  likeness compare(std::uint32_t i, std::uint32_t k) const {
    return compare_words(sides_[i], sides_[k], close(i, k), in_.terms);
  }

  void find_pairs();
  void find_pairs(const std::vector<std::uint32_t>& of, std::uint32_t k);
  fit known_fit(std::uint32_t i, std::uint32_t k);
  bool may_fit(std::uint32_t i, std::uint32_t k) const;
  // Their articles tell of one story, as far as words can say.
  bool close(std::uint32_t i, std::uint32_t k) const {
    return relatives_.close(article(i), article(k));
  }
  bool copies(std::uint32_t i, std::uint32_t k) const;
  fit fit_of(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  fit fit_apart(std::uint32_t i, std::uint32_t k, const likeness& alike,
                const time_relation& t) const;
  bool agree(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool same_event(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool tells_news(std::uint32_t i) const;
  bool may_move(std::uint32_t i) const;
  bool gives_way(std::uint32_t i, std::uint32_t k) const;
  bool versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  void join(std::uint32_t a, std::uint32_t b);
  bool go_together(std::uint32_t into, std::uint32_t from);
  std::vector<std::uint32_t> numbered() const;

  const alignment_input& in_;
  relatives relatives_;
  std::vector<std::vector<std::uint32_t>> said_by_;  // statements by article
  std::vector<side> sides_;
  std::vector<pair> pairs_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint32_t> row_of_;
  std::unordered_map<std::uint64_t, fit> fits_;  // by both statements
  // How many statements two rows had together when they were last refused.
  std::unordered_map<std::uint64_t, std::size_t> refused_;
};

constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32 | second;
}

void aligner::find_pairs() {
  for (std::uint32_t k = 0; k < in_.witnesses.size(); ++k) {
    for (const relative& r : relatives_.before(article(k))) find_pairs(said_by_[r.article], k);
    find_pairs(said_by_[article(k)], k);
  }
}

void aligner::find_pairs(const std::vector<std::uint32_t>& of, std::uint32_t k) {
  for (const std::uint32_t i : of) {
    if (i >= k) return;
    if (!may_fit(i, k)) continue;
    const likeness alike = compare(i, k);
    const fit found = fit_of(i, k, alike);
    if (found == fit::none) continue;
    fits_.emplace(key_of(i, k), found);
    if (found < fit::apart) continue;
    const double score = copies(i, k) ? copy_score : alike.shared * alike.of_all;
    pairs_.push_back({i, k, found == fit::agreeing, score});
  }
}

// Cheap to ask: whether both tell of one thing or event, and of one name where their articles
// are hardly akin.
bool aligner::may_fit(std::uint32_t i, std::uint32_t k) const {
  if (about(i).wording == about(k).wording) return true;
  if ((about(i).matters & about(k).matters) == 0) return false;
  return close(i, k) || meet(about(i).names, about(k).names);
}

// Strangers have nothing to do with each other.
aligner::fit aligner::known_fit(std::uint32_t i, std::uint32_t k) {
  const auto found = fits_.find(key_of(std::min(i, k), std::max(i, k)));
  return found == fits_.end() ? fit::none : found->second;
}

bool aligner::copies(std::uint32_t i, std::uint32_t k) const {
  return article(i) != article(k) && is_copy(in_.witnesses[i], in_.witnesses[k]) && close(i, k);
}

aligner::fit aligner::fit_of(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  if (copies(i, k)) return fit::agreeing;
  if (!alike.matter) return fit::none;
  if (alike.excluded) return fit::excluded;
  if (called_off(in_.witnesses[std::min(i, k)], in_.witnesses[std::max(i, k)])) {
    const bool all_known = i < k ? !alike.second_more : !alike.first_more;
    return alike.shared >= least_shared && all_known ? fit::agreeing : fit::none;
  }
  const auto t = relate(time(i), time(k));
  if (!t) return fit::none;
  if (t->is == kind::apart) return fit_apart(i, k, alike, *t);
  if (article(i) == article(k)) {
    const double least = alike.verb ? least_likeness_same_verb : least_likeness_apart;
    const bool much_alike = alike.of_all >= least && alike.shared >= least_shared;
    return much_alike && !t->across ? fit::agreeing : fit::none;
  }
  return agree(i, k, alike) || same_event(i, k, alike) ? fit::agreeing : fit::none;
}

aligner::fit aligner::fit_apart(std::uint32_t i, std::uint32_t k, const likeness& alike,
                                const time_relation& t) const {
  const double least = alike.verb ? least_likeness_same_verb : least_likeness_apart;
  const bool much_alike = alike.of_all >= least && alike.shared >= least_shared;
  const bool plan_of_one_story = alike.event && !alike.others && article(i) != article(k) &&
                                 close(i, k) && (may_move(i) || may_move(k));
  if (!(much_alike || plan_of_one_story) || alike.parted()) return fit::none;
  if (alike.ordinals) return fit::excluded;
  if (t.across && !(in_.witnesses[i].planned() && in_.witnesses[k].planned())) return fit::none;
  return versions_of_one(i, k, alike) ? fit::apart : fit::none;
}

bool aligner::agree(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const days& first = time(i).at;
  const days& second = time(k).at;
  if (first && second && *first == *second && first->first == first->last) {
    return alike.shared >= least_shared_on_a_day && alike.cover >= least_cover_on_a_day;
  }
  return alike.shared >= least_shared && alike.cover >= least_cover &&
         alike.of_all >= (alike.parted() ? least_likeness_parted : least_likeness);
}

// A word for the same event, at the same time, in two articles of one story: then neither needs
// to say who, and on one day both may call the thing otherwise.
bool aligner::same_event(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  if (!close(i, k) || !(alike.event || alike.verb || alike.core)) return false;
  if (about(i).reports != about(k).reports || tells_news(i) || tells_news(k)) return false;
  const auto length = [&](std::uint32_t of) {
    const days& side = time(of).at ? time(of).at : time(of).begin ? time(of).begin : time(of).end;
    return side->last - side->first;
  };
  const std::int32_t finer = std::min(length(i), length(k));
  const std::int32_t coarser = std::max(length(i), length(k));
  if (coarser > longest_year) return false;
  const bool others = alike.others && alike.shared < least_shared_by_others;
  if (others || alike.parted()) return alike.event && coarser == 0;
  return alike.event || finer < longest_event;
}

// That something was said, or came about, when the article appeared: each article has such news.
bool aligner::tells_news(std::uint32_t i) const {
  const witness& w = in_.witnesses[i];
  const days& at = time(i).at;
  return about(i).reports && at && w.published && at->last + news_days >= *w.published;
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
  if (article(i) == article(k)) return gives_way(i, k);
  if (!a.about->former && !b.about->former && !(i < k ? judge(a, b) : judge(b, a))) return false;
  if (!time(i).at || !time(k).at) return true;
  if (may_move(i) && may_move(k)) return true;
  if (!may_move(i) && !may_move(k)) return alike.once;
  const witness& plan = may_move(i) ? a : b;
  const witness& happened = may_move(i) ? b : a;
  if (plan.about->former) return true;
  return plan.published && happened.about->time.at->last >= *plan.published;
}

// Whether no statement of one row excludes one of the other, and most go together.
bool aligner::go_together(std::uint32_t into, std::uint32_t from) {
  std::size_t together = 0;
  for (const std::uint32_t i : rows_[into]) {
    for (const std::uint32_t k : rows_[from]) {
      const fit found = known_fit(i, k);
      if (found == fit::excluded) return false;
      if (article(i) == article(k) && found < fit::apart && !gives_way(i, k)) return false;
      together += found >= fit::apart;
    }
  }
  return 2 * together >= rows_[into].size() * rows_[from].size();
}

// Two rows that were refused are asked again only when they have grown a good deal.
void aligner::join(std::uint32_t a, std::uint32_t b) {
  if (a == b) return;
  const std::uint32_t into = std::min(a, b);
  const std::uint32_t from = std::max(a, b);
  const std::size_t size = rows_[into].size() + rows_[from].size();
  const auto [at, fresh] = refused_.try_emplace(key_of(into, from), 0);
  if (!fresh && 2 * size < 3 * at->second) return;
  at->second = size;
  if (!go_together(into, from)) return;
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
