#include "timeline/threads.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t none = 0xffffffff;

bool bounds_state(const claim& c) {
  switch (c.relates) {
    case relation::since:
    case relation::until:
    case relation::from:
    case relation::between:
    case relation::during:
      return true;
    default:
      return false;
  }
}

bool has_begin(const interval& i) { return i.begin_earliest.given() || i.begin_latest.given(); }
// An end that the words give, not one that the publication implies.
bool has_end(const interval& i) {
  return i.end_latest.given() && (i.end_earliest.given() || i.end_basis == basis::stated);
}

// Whether the earliest of one lies behind the latest of the other.
bool apart(const bound& earliest_a, const bound& latest_a, const bound& earliest_b,
           const bound& latest_b) {
  return (earliest_a.given() && latest_b.given() && latest_b.date < earliest_a.date) ||
         (earliest_b.given() && latest_a.given() && latest_a.date < earliest_b.date);
}

// --- which claims belong together ---

class thread_finder {
 public:
  explicit thread_finder(timeline& out) : out_(out) {}

  void run() {
    for (const claim& c : out_.claims) count_actors(c);
    for (std::uint32_t i = 0; i < out_.claims.size(); ++i) place(i);
    move_nameless_behind();
  }

 private:
  void count_actors(const claim& c) {
    for (const std::string& actor : c.actors) ++claims_of_[actor];
  }

  // The actor whom most claims name; of several one who has a thread, else the first.
  std::string_view main_actor(const claim& c) const {
    const auto less = [&](const std::string& a, const std::string& b) {
      const std::uint32_t x = claims_of_.at(a);
      const std::uint32_t y = claims_of_.at(b);
      return x != y ? x < y : !of_actors_.contains(a) && of_actors_.contains(b);
    };
    return *std::max_element(c.actors.begin(), c.actors.end(), less);
  }

  void place(std::uint32_t index) {
    claim& c = out_.claims[index];
    c.thread = thread_of(index);
    out_.threads[c.thread].claims.push_back(index);
    for (const std::string& word : c.matter) last_with_[word] = c.thread;
  }

  std::uint32_t thread_of(std::uint32_t index) {
    const claim& c = out_.claims[index];
    if (!c.actors.empty()) return thread_called(of_actors_, main_actor(c));
    if (const std::uint32_t same = thread_of_matter(c); same != none) return same;
    if (index > 0 && goes_on(out_.claims[index - 1], c)) return out_.claims[index - 1].thread;
    return thread_called(of_topics_, c.topic);
  }

  // One word is shared by chance.
  std::uint32_t thread_of_matter(const claim& c) const {
    std::map<std::uint32_t, std::uint32_t> shared;
    for (const std::string& word : c.matter) {
      const auto found = last_with_.find(word);
      if (found != last_with_.end() && ++shared[found->second] == 2) return found->second;
    }
    return none;
  }

  // What names nobody tells on what was told right before.
  bool goes_on(const claim& before, const claim& c) const {
    constexpr std::uint32_t furthest = 2;  // sentences
    return before.thread != nameless() && c.sentence <= before.sentence + furthest;
  }

  using called = std::map<std::string_view, std::uint32_t>;  // thread by actor or topic

  std::uint32_t thread_called(called& threads, std::string_view name) {
    const auto next = static_cast<std::uint32_t>(out_.threads.size());
    const auto [found, made] = threads.try_emplace(name, next);
    if (made) out_.threads.emplace_back();
    return found->second;
  }

  std::uint32_t nameless() const {
    const auto found = of_topics_.find({});
    return found == of_topics_.end() ? none : found->second;
  }

  // What has no name stands behind all that has one.
  void move_nameless_behind() {
    const std::uint32_t moved = nameless();
    if (moved == none) return;
    const auto at = out_.threads.begin() + moved;
    std::rotate(at, at + 1, out_.threads.end());
    for (std::uint32_t t = moved; t < out_.threads.size(); ++t) {
      for (const std::uint32_t index : out_.threads[t].claims) out_.claims[index].thread = t;
    }
  }

  timeline& out_;
  std::unordered_map<std::string_view, std::uint32_t> claims_of_;  // number, by actor
  called of_actors_;
  called of_topics_;                                               // the nameless one by ""
  std::unordered_map<std::string_view, std::uint32_t> last_with_;  // thread by word of the matter
};

// --- the bars of a thread ---

class bar_maker {
 public:
  bar_maker(const timeline& data, thread& out) : data_(data), out_(out) {}

  void run() {
    for (const std::uint32_t index : out_.claims) {
      if (!at(index).hidden) add(index);
    }
    std::stable_sort(out_.bars.begin(), out_.bars.end(),
                     [](const bar& a, const bar& b) { return begin_of(a) < begin_of(b); });
    find_contradictions();
    bound_thread();
  }

 private:
  static std::int64_t begin_of(const bar& b) {
    if (b.when.begin_earliest.given()) return b.when.begin_earliest.date.number;
    if (b.when.begin_latest.given()) return b.when.begin_latest.date.number;
    if (b.when.end_earliest.given()) return b.when.end_earliest.date.number;
    if (b.when.end_latest.given()) return b.when.end_latest.date.number;
    return INT64_MAX;  // undated
  }

  const claim& at(std::uint32_t index) const { return data_.claims[index]; }

  void add(std::uint32_t index) {
    const claim& c = at(index);
    for (const std::uint32_t candidate : candidates(c)) {
      bar& b = out_.bars[candidate];
      if (says_the_same(b, c) || completes(b, c)) {
        join(b, index);
        return;
      }
    }
    const auto made = static_cast<std::uint32_t>(out_.bars.size());
    out_.bars.push_back({c.label, c.when, c.relates, c.mode, c.reported, c.source, {index}});
    by_label_.try_emplace(c.label, made);
    if (bounds_state(c)) {
      for (const std::string& word : c.matter) states_of_.try_emplace(word, made);
    }
  }

  // Bars that may be of the same state: with the same label, or the first state of a matter.
  std::vector<std::uint32_t> candidates(const claim& c) const {
    std::vector<std::uint32_t> found;
    if (const auto same = by_label_.find(c.label); same != by_label_.end()) {
      found.push_back(same->second);
    }
    if (!bounds_state(c)) return found;
    for (const std::string& word : c.matter) {
      const auto state = states_of_.find(word);
      if (state != states_of_.end()) found.push_back(state->second);
    }
    return found;
  }

  static bool says_the_same(const bar& b, const claim& c) {
    return b.label == c.label && b.when == c.when && b.mode == c.mode && b.reported == c.reported &&
           b.source == c.source;
  }

  // One has the begin and the other the end of a state that holds for certain.
  bool completes(const bar& b, const claim& c) const {
    const claim& first = at(b.claims.front());
    if (b.mode != modality::actual || c.mode != modality::actual) return false;
    if (b.reported != c.reported || b.source != c.source) return false;
    if (!bounds_state(first) || !bounds_state(c) || !same_actors(first, c)) return false;
    const interval& begins = has_begin(b.when) ? b.when : c.when;
    const interval& ends = has_begin(b.when) ? c.when : b.when;
    if (!has_begin(begins) || has_end(begins) || has_begin(ends) || !has_end(ends)) return false;
    return begins.begin_latest.given() && ends.end_earliest.given() &&
           begins.begin_latest.date <= ends.end_earliest.date;
  }

  static bool same_actors(const claim& a, const claim& b) {
    if (a.actors.size() != b.actors.size() || a.actors.empty()) return false;
    return std::is_permutation(a.actors.begin(), a.actors.end(), b.actors.begin());
  }

  void join(bar& b, std::uint32_t index) const {
    const claim& c = at(index);
    if (!says_the_same(b, c)) {
      interval when = has_begin(b.when) ? b.when : c.when;
      const interval& end = has_begin(b.when) ? c.when : b.when;
      when.end_earliest = end.end_earliest;
      when.end_latest = end.end_latest;
      when.end_grain = end.end_grain;
      when.end_basis = end.end_basis;
      when.approximate |= end.approximate;
      b.when = when;
      b.relates = relation::between;
      // a noun phrase names the state better than a sentence
      const bool shorter = count_code_points(c.label) < count_code_points(b.label);
      if (shorter && !c.topic.empty()) b.label = c.label;
    }
    b.claims.push_back(index);
  }

  // States of one matter whose ends, or whose begins, cannot be the same.
  void find_contradictions() {
    std::map<std::string_view, std::vector<std::uint32_t>> states;
    for (const std::uint32_t index : out_.claims) {
      const claim& c = at(index);
      if (c.hidden) continue;
      const bool certain = c.mode == modality::actual || c.mode == modality::planned;
      if (bounds_state(c) && certain && !c.actors.empty() && !c.topic.empty()) {
        states[c.topic].push_back(index);
      }
    }
    for (const auto& [topic, claims] : states) {
      for (std::size_t i = 1; i < claims.size(); ++i) {
        const claim& a = at(claims[i - 1]);
        const claim& b = at(claims[i]);
        if (same_actors(a, b) && contradict(a.when, b.when)) {
          out_.contradictions.emplace_back(claims[i - 1], claims[i]);
        }
      }
    }
    std::sort(out_.contradictions.begin(), out_.contradictions.end());
  }

  static bool contradict(const interval& a, const interval& b) {
    const bool ends = has_end(a) && has_end(b) &&
                      apart(a.end_earliest, a.end_latest, b.end_earliest, b.end_latest);
    const bool begins = has_begin(a) && has_begin(b) &&
                        apart(a.begin_earliest, a.begin_latest, b.begin_earliest, b.begin_latest);
    const bool same_begin = !has_begin(a) || !has_begin(b) || a.begin_earliest == b.begin_earliest;
    const bool same_end = !has_end(a) || !has_end(b) || a.end_latest == b.end_latest;
    return (ends && same_begin) || (begins && same_end && has_end(a) && has_end(b));
  }

  // From the first begin to the last end of the states, or of all where there are none.
  void bound_thread() {
    std::vector<const bar*> states;
    for (const bar& b : out_.bars) {
      const bool state = bounds_state(at(b.claims.front())) && b.mode == modality::actual;
      if (state && !b.when.empty()) states.push_back(&b);
    }
    if (states.empty()) {
      for (const bar& b : out_.bars) {
        if (b.mode != modality::negated && !b.when.empty()) states.push_back(&b);
      }
    }
    if (states.empty()) return;
    out_.when = states.front()->when;
    for (const bar* b : states) widen(out_.when, b->when);
  }

  static void widen(interval& all, const interval& one) {
    if (!has_begin(all) || (has_begin(one) && one.begin_earliest < all.begin_earliest)) {
      if (has_begin(one)) {
        all.begin_earliest = one.begin_earliest;
        all.begin_latest = one.begin_latest;
        all.begin_grain = one.begin_grain;
        all.begin_basis = one.begin_basis;
      }
    }
    const bool open = one.end_latest.kind == bound::state::open;
    const bool later = one.end_latest.given() && all.end_latest.given() &&
                       all.end_latest.date < one.end_latest.date;
    const bool only_implied = all.end_latest.kind == bound::state::open && has_end(one);
    if (only_implied || later || (open && !has_end(all))) {
      all.end_earliest = one.end_earliest;
      all.end_latest = one.end_latest;
      all.end_grain = one.end_grain;
      all.end_basis = one.end_basis;
    }
  }

  const timeline& data_;
  thread& out_;
  std::map<std::string_view, std::uint32_t> by_label_;
  std::map<std::string_view, std::uint32_t> states_of_;
};

// --- names ---

// The main actor of the thread, and who else most of its claims name: two at most.
void name_actors(const timeline& data, thread& t) {
  std::vector<std::pair<std::string_view, std::uint32_t>> counts;
  std::map<std::string_view, std::size_t> places;  // in counts
  for (const std::uint32_t index : t.claims) {
    for (const std::string& actor : data.claims[index].actors) {
      const auto [place, is_new] = places.try_emplace(actor, counts.size());
      if (is_new) counts.emplace_back(actor, 0);
      ++counts[place->second].second;
    }
  }
  std::vector<std::pair<std::string_view, std::uint32_t>> ranked = counts;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  ranked.resize(std::min<std::size_t>(ranked.size(), 2));
  if (ranked.size() == 2 && std::size_t{2} * ranked[1].second < t.claims.size()) ranked.pop_back();
  for (const auto& c : counts) {  // in the order of the text
    if (std::find(ranked.begin(), ranked.end(), c) != ranked.end()) t.actors.emplace_back(c.first);
  }
}

// The matter that most claims name; a single one names it only where it is a state.
std::string_view topic_of(const timeline& data, const thread& t) {
  std::map<std::string_view, std::uint32_t> counts;
  std::string_view best;
  std::uint32_t most = 1;
  for (const std::uint32_t index : t.claims) {
    const claim& c = data.claims[index];
    if (c.topic.empty() || c.actors.empty()) continue;
    const std::uint32_t count = counts[c.topic] += bounds_state(c) ? 2 : 1;
    if (count <= most) continue;
    most = count;
    best = c.topic;
  }
  return best;
}

std::string_view heading_of(std::string_view actor, const article_names& names) {
  const auto found = std::find_if(names.names.begin(), names.names.end(),
                                  [&](const known_name& n) { return n.canonical == actor; });
  return found == names.names.end() ? actor : std::string_view(found->heading);
}

void name(const timeline& data, const article_names& names, thread& t) {
  name_actors(data, t);
  for (const std::string& actor : t.actors) {
    if (!t.label.empty()) {
      t.label += ' ';
      append_utf8(t.label, U'\u2013');
      t.label += ' ';
    }
    t.label += heading_of(actor, names);
  }
  if (t.label.empty()) {
    t.label = data.claims[t.claims.front()].topic;
    return;
  }
  const std::string_view topic = topic_of(data, t);
  if (topic.empty()) return;
  t.label += ": ";
  t.label += topic;
}

}  // namespace

void make_bars(timeline& data) {
  for (thread& t : data.threads) {
    t.bars.clear();
    t.contradictions.clear();
    t.when = {};
    bar_maker(data, t).run();
  }
}

void find_threads(const article_names& names, timeline& out) {
  out.threads.clear();
  thread_finder(out).run();
  for (thread& t : out.threads) {
    bar_maker(out, t).run();
    name(out, names, t);
  }
}

}  // namespace zeitstrahl
