#include "compare/align.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace zeitstrahl {
namespace {

constexpr double least_shared = 4;      // weight of the terms that two statements share
constexpr double least_cover = 0.6;     // of the lighter one's weight
constexpr double least_likeness = 0.4;  // of the weight of all terms of both
constexpr double least_shared_on_a_day = 3.5;
constexpr double least_cover_on_a_day = 0.5;
constexpr double least_likeness_apart = 0.6;  // where the times differ
constexpr double least_shared_unnamed = 6;    // where nobody is known by name
constexpr double least_likeness_same_verb = 0.5;
constexpr double least_name = 2;        // weight of nouns and names
constexpr std::size_t least_topic = 2;  // words that the topics of two articles share

// How much alike two statements are, by their words and names.
struct likeness {
  double shared = 0;
  double cover = 0;
  double of_all = 0;
  bool matter = false;    // share what happens
  bool event = false;     // by a row of the tables
  bool verb = false;      // share a verb
  bool once = false;      // and it happens once
  bool parted = false;    // each names things that the other does not
  bool excluded = false;  // other actors, numbers or verbs
};

bool holds(const std::vector<term>& all, const std::vector<term>& part) {
  return std::includes(all.begin(), all.end(), part.begin(), part.end());
}

bool meet(const std::vector<term>& a, const std::vector<term>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

class aligner {
 public:
  explicit aligner(const alignment_input& input) : in_(input) {}

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
  std::uint32_t article(std::uint32_t i) const { return in_.witnesses[i].said->article; }

  void find_pairs();
  likeness compare(std::uint32_t i, std::uint32_t k) const;
  bool names_more(const subject& s, const subject& than) const;
  bool other_actors(std::uint32_t i, std::uint32_t k) const;
  bool names_known(std::uint32_t i, std::uint32_t k) const;
  bool other_numbers(const subject& a, const subject& b) const;
  fit fit_of(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool same_event(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  bool gives_way(std::uint32_t i, std::uint32_t k) const;
  bool versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const;
  void join(std::uint32_t a, std::uint32_t b);
  std::vector<std::uint32_t> numbered() const;

  const alignment_input& in_;
  std::vector<pair> pairs_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint32_t> row_of_;
};

void aligner::find_pairs() {
  std::vector<std::vector<std::uint32_t>> index(in_.terms.size());
  std::vector<std::uint32_t> seen_for(in_.witnesses.size(), 0xffffffff);
  for (std::uint32_t k = 0; k < in_.witnesses.size(); ++k) {
    if (!about(k).comparable()) continue;
    for (const term t : about(k).terms) {
      if (!in_.terms[t].tells_what()) continue;
      for (const std::uint32_t i : index[t]) {
        if (seen_for[i] == k) continue;
        seen_for[i] = k;
        const likeness alike = compare(i, k);
        const fit found = fit_of(i, k, alike);
        if (found < fit::apart) continue;
        pairs_.push_back({i, k, found == fit::agreeing, alike.shared * alike.of_all});
      }
      index[t].push_back(k);
    }
  }
}

likeness aligner::compare(std::uint32_t i, std::uint32_t k) const {
  const subject& a = about(i);
  const subject& b = about(k);
  likeness out;
  for (auto x = a.terms.begin(), y = b.terms.begin(); x != a.terms.end() && y != b.terms.end();) {
    if (*x == *y) {
      const term_table::facts& f = in_.terms[*x];
      out.shared += f.weight;
      out.matter = out.matter || (f.tells_what() && f.weight >= 1);
      out.event = out.event || f.event;
      out.once = out.once || f.once;
    }
    const bool forward = *x <= *y;
    if (*y <= *x) ++y;
    if (forward) ++x;
  }
  if (out.shared > 0) {
    out.cover = out.shared / std::min(a.weight, b.weight);
    out.of_all = out.shared / (a.weight + b.weight - out.shared);
  }
  out.parted = names_more(a, b) && names_more(b, a);
  out.verb = meet(a.predicates, b.predicates);
  const bool other_verb = !a.predicates.empty() && !b.predicates.empty() && !out.verb && !out.event;
  const bool nearly_the_same =
      out.shared >= least_shared_unnamed && out.of_all >= least_likeness_apart;
  const bool unnamed = a.actors.empty() && b.actors.empty() && nearly_the_same;
  out.excluded = other_verb || (!unnamed && other_actors(i, k)) || other_numbers(a, b);
  return out;
}

// Whether it names somebody or something, or a matter, that the other does not.
bool aligner::names_more(const subject& s, const subject& than) const {
  return std::any_of(s.terms.begin(), s.terms.end(), [&](term t) {
    return in_.terms[t].weight >= least_name &&
           !std::binary_search(than.terms.begin(), than.terms.end(), t);
  });
}

// Both name actors, and not the same.
bool aligner::other_actors(std::uint32_t i, std::uint32_t k) const {
  const subject& a = about(i);
  const subject& b = about(k);
  if (a.actors.empty() || b.actors.empty()) return !names_known(i, k);
  for (const std::vector<term>& x : a.actors) {
    if (holds(b.terms, x)) return false;
    for (const std::vector<term>& y : b.actors) {
      if (holds(x, y) || holds(y, x)) return false;
    }
  }
  return std::none_of(b.actors.begin(), b.actors.end(),
                      [&](const std::vector<term>& y) { return holds(a.terms, y); });
}

// Who is not named in one must be known to its article.
bool aligner::names_known(std::uint32_t i, std::uint32_t k) const {
  const std::vector<term>& of_first = in_.topics[article(i)];
  const std::vector<term>& of_second = in_.topics[article(k)];
  if (about(i).actors.empty() && about(k).actors.empty()) return meet(of_first, of_second);
  const std::uint32_t naming = about(i).actors.empty() ? k : i;
  const std::uint32_t silent = naming == i ? k : i;
  const std::vector<term>& known = in_.topics[article(silent)];
  return std::any_of(about(naming).actors.begin(), about(naming).actors.end(),
                     [&](const std::vector<term>& name) {
                       return holds(known, name) || holds(about(silent).terms, name);
                     });
}

bool aligner::other_numbers(const subject& a, const subject& b) const {
  const auto numbers = [&](const subject& s) {
    std::vector<term> out;
    std::copy_if(s.terms.begin(), s.terms.end(), std::back_inserter(out),
                 [&](term t) { return in_.terms[t].number; });
    return out;
  };
  const std::vector<term> of_a = numbers(a);
  const std::vector<term> of_b = numbers(b);
  return !of_a.empty() && !of_b.empty() && !meet(of_a, of_b);
}

aligner::fit aligner::fit_of(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  if (alike.excluded) return fit::excluded;
  const auto t = relate(about(i), about(k));
  if (!t) return fit::none;
  if (!alike.matter) return fit::none;
  const double least_alike = alike.verb ? least_likeness_same_verb : least_likeness_apart;
  const bool much_alike = alike.of_all >= least_alike && alike.shared >= least_shared;
  if (t->is == time_relation::kind::apart) {
    return !t->across && much_alike && !alike.parted && versions_of_one(i, k, alike) ? fit::apart
                                                                                     : fit::none;
  }
  if (article(i) == article(k)) return much_alike && !t->across ? fit::agreeing : fit::none;
  const days& first = about(i).at;
  const days& second = about(k).at;
  const bool on_a_day = first && second && *first == *second && first->first == first->last;
  const bool enough =
      on_a_day ? alike.shared >= least_shared_on_a_day && alike.cover >= least_cover_on_a_day
               : alike.shared >= least_shared && alike.cover >= least_cover &&
                     alike.of_all >= least_likeness;
  return enough || same_event(i, k, alike) ? fit::agreeing : fit::none;
}

// A word for the same event, at the same time, in two articles about the same: then neither
// needs to say who.
bool aligner::same_event(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  if (!alike.event || !about(i).at || !about(k).at) return false;
  constexpr std::int32_t longest = 31;  // days; a year holds many events
  const auto length = [](const day_range& r) { return r.last - r.first; };
  if (length(*about(i).at) >= longest || length(*about(k).at) >= longest) return false;
  const std::vector<term>& of_first = in_.topics[article(i)];
  const std::vector<term>& of_second = in_.topics[article(k)];
  std::vector<term> both;
  std::set_intersection(of_first.begin(), of_first.end(), of_second.begin(), of_second.end(),
                        std::back_inserter(both));
  return both.size() >= least_topic;
}

// Of two statements of one article, whether one may replace the other.
bool aligner::gives_way(std::uint32_t i, std::uint32_t k) const {
  const auto tells_change = [&](std::uint32_t at) {
    const witness& w = in_.witnesses[at];
    return w.about->former || w.about->change || w.said->mode == modality::negated;
  };
  return tells_change(i) || tells_change(k);
}

// Two times that exclude each other, but may be said of one event or state.
bool aligner::versions_of_one(std::uint32_t i, std::uint32_t k, const likeness& alike) const {
  const witness& a = in_.witnesses[i];
  const witness& b = in_.witnesses[k];
  const auto may_change = [](const witness& w) {
    return w.to_come() || w.about->former || w.said->mode == modality::planned;
  };
  if (article(i) == article(k)) return gives_way(i, k);
  if (!a.about->former && !b.about->former && !judge(a, b)) return false;
  if (!a.about->at || !b.about->at) return true;
  if (may_change(a) && may_change(b)) return true;
  if (!may_change(a) && !may_change(b)) return alike.once;
  const witness& plan = may_change(a) ? a : b;
  const witness& happened = may_change(a) ? b : a;
  if (plan.about->former) return true;
  return plan.published && happened.about->at->last >= *plan.published;
}

void aligner::join(std::uint32_t a, std::uint32_t b) {
  if (a == b) return;
  const std::uint32_t into = std::min(a, b);
  const std::uint32_t from = std::max(a, b);
  std::size_t going_together = 0;
  for (const std::uint32_t i : rows_[into]) {
    for (const std::uint32_t k : rows_[from]) {
      const fit found = fit_of(i, k, compare(i, k));
      if (found == fit::excluded) return;
      if (article(i) == article(k) && found < fit::apart && !gives_way(i, k)) return;
      going_together += found >= fit::apart;
    }
  }
  if (2 * going_together < rows_[into].size() * rows_[from].size()) return;
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
