#include "compare/relatives.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr float least_kinship = 1;  // weight of shared words; less is by chance
constexpr float close_kinship = 2;
constexpr float firm_kinship = 2.5;       // nobody doubts it
constexpr float untitled_kinship = 3.5;   // where no title tells what it is about
constexpr float much_kinship = 5;         // whatever their titles say
constexpr float least_chained = 0.5;      // where a third article is close to both
constexpr std::size_t most_chained = 50;  // relatives; more need no third one

struct place {
  std::uint32_t article = 0;
  float weight = 0;
  bool title = false;
};

// A title's words tell more of what an article is about.
float shared_weight(const rare_word& here, const place& there) {
  if (std::min(here.weight, there.weight) < 1) return std::min(here.weight, there.weight);
  constexpr float of_compound = 2;
  const float weight = std::max(here.weight, there.weight);
  if (weight >= of_compound) return weight;
  constexpr float of_title = 0.5;
  return weight + (here.title ? of_title : 0) + (there.title ? of_title : 0);
}

// Each title names somebody or some place that the other article does not know.
bool have_other_titles(const article_topic& a, const article_topic& b) {
  const auto strange = [](const article_topic& titled, const article_topic& other) {
    return std::any_of(titled.rare.begin(), titled.rare.end(), [&](const rare_word& w) {
      return w.title && w.name && w.weight >= 1 && !other.find(w.is);
    });
  };
  return strange(a, b) && strange(b, a);
}

bool tell_one_story(const article_topic& a, const article_topic& b, float shared) {
  if (shared >= much_kinship) return true;
  const float least = a.titled && b.titled ? close_kinship : untitled_kinship;
  return shared >= std::min({least, a.weight, b.weight}) && !have_other_titles(a, b);
}

}  // namespace

relatives::relatives(const std::vector<article_topic>& topics)
    : topics_(topics), before_(topics.size()) {
  std::unordered_map<term, std::vector<place>> known;
  std::vector<float> shared(topics.size(), 0);
  std::vector<std::uint32_t> met;
  for (std::uint32_t a = 0; a < topics.size(); ++a) {
    met.clear();
    for (const rare_word& w : topics[a].rare) {
      if (w.weight == 0) continue;
      std::vector<place>& there = known[w.is];
      for (const place& other : there) {
        if (shared[other.article] == 0) met.push_back(other.article);
        shared[other.article] += shared_weight(w, other);
      }
      there.push_back({a, w.weight, w.title});
    }
    std::sort(met.begin(), met.end());
    for (const std::uint32_t b : met) {
      if (shared[b] >= least_kinship) {
        before_[a].push_back({b, shared[b]});
        judge(a, before_[a].back());
      }
      shared[b] = 0;
    }
  }
}

void relatives::judge(std::uint32_t a, relative& r) const {
  r.close = tell_one_story(topics_[a], topics_[r.article], r.shared);
  r.firm = r.close && r.shared >= firm_kinship;
}

void relatives::bind(std::uint32_t a, std::uint32_t b, float weight) {
  const relative* known = find(a, b);
  if (!known) return;
  relative& r =
      before_[std::max(a, b)][static_cast<std::size_t>(known - before_[std::max(a, b)].data())];
  r.shared += weight;
  judge(std::max(a, b), r);
}

float relatives::shared_by(std::uint32_t a, std::uint32_t b) const {
  float out = 0;
  for (const rare_word& w : topics_[a].rare) {
    const rare_word* other = topics_[b].find(w.is);
    if (other && w.name && other->name) out += std::min(w.weight, other->weight);
  }
  return out;
}

void relatives::make_close(std::uint32_t a, std::uint32_t b, float shared) {
  std::vector<relative>& all = before_[std::max(a, b)];
  const std::uint32_t other = std::min(a, b);
  const auto at = std::lower_bound(
      all.begin(), all.end(), other,
      [](const relative& r, std::uint32_t article) { return r.article < article; });
  if (at == all.end() || at->article != other) {
    all.insert(at, {other, shared, true, false});
  } else {
    at->close = true;
  }
}

void relatives::chain() {
  std::vector<std::vector<std::uint32_t>> near(before_.size());
  for (std::uint32_t a = 0; a < before_.size(); ++a) {
    for (const relative& r : before_[a]) {
      if (!r.firm) continue;
      near[a].push_back(r.article);
      near[r.article].push_back(a);
    }
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> found;
  for (const std::vector<std::uint32_t>& around : near) {
    if (around.size() > most_chained) continue;
    for (std::size_t i = 0; i < around.size(); ++i) {
      for (std::size_t k = i + 1; k < around.size(); ++k) {
        const std::uint32_t a = std::min(around[i], around[k]);
        const std::uint32_t b = std::max(around[i], around[k]);
        if (topics_[a].titled && topics_[b].titled && !close(a, b)) found.insert({a, b});
      }
    }
  }
  for (const auto& [a, b] : found) {
    const float shared = shared_by(a, b);
    if (shared >= least_chained) make_close(a, b, shared);
  }
}

const relative* relatives::find(std::uint32_t a, std::uint32_t b) const {
  const std::vector<relative>& all = before_[std::max(a, b)];
  const std::uint32_t wanted = std::min(a, b);
  const auto at = std::lower_bound(
      all.begin(), all.end(), wanted,
      [](const relative& r, std::uint32_t article) { return r.article < article; });
  return at != all.end() && at->article == wanted ? &*at : nullptr;
}

bool relatives::close(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const relative* known = find(a, b);
  return known && known->close;
}

bool relatives::firm(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const relative* known = find(a, b);
  return known && known->firm;
}

}  // namespace zeitstrahl
