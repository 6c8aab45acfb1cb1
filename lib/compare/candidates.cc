#include "compare/candidates.h"

#include <algorithm>
#include <functional>

namespace zeitstrahl {
namespace {

constexpr float least_telling = 1;            // weight of words that are worth an entry
constexpr std::size_t most_topic_words = 12;  // of an article, for statements that name little
constexpr std::size_t few_words = 4;

std::uint64_t key_of(term a, term b) {
  return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

// Apart from all pairs of terms.
std::uint64_t key_of(const std::string& wording) {
  return std::hash<std::string>{}(wording) | std::uint64_t{1} << 63;
}

}  // namespace

candidate_index::candidate_index(const std::vector<side>& sides, const term_table& terms)
    : places_of_(sides.size()) {
  for (std::uint32_t i = 0; i < sides.size(); ++i) add(sides[i], i, terms);
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  for (std::uint32_t at = 0; at < entries_.size(); ++at) {
    places_of_[entries_[at].statement].push_back(at);
  }
}

void candidate_index::add(const side& s, std::uint32_t statement, const term_table& terms) {
  entries_.push_back({key_of(s.about.wording), statement});
  std::vector<mention> telling;
  for (const mention& w : s.about.words) {
    if (w.weight < least_telling) continue;
    telling.push_back(w);
    const auto head = w.noun ? terms.head_of(w.is) : std::nullopt;
    if (head) telling.push_back({*head, w.weight, w.what, w.name, w.noun});
  }
  for (std::size_t i = 0; i < telling.size(); ++i) {
    for (std::size_t k = i + 1; k < telling.size(); ++k) {
      if (!telling[i].what && !telling[k].what) continue;
      entries_.push_back({key_of(telling[i].is, telling[k].is), statement});
    }
  }
  if (telling.size() > few_words) return;
  const std::size_t topic = std::min(s.topic.names.size(), most_topic_words);
  for (const mention& w : telling) {
    if (!w.what) continue;
    for (std::size_t i = 0; i < topic; ++i) {
      entries_.push_back({key_of(w.is, s.topic.names[i]), statement});
    }
  }
}

void candidate_index::before(std::uint32_t k, std::vector<std::uint32_t>& out) const {
  out.clear();
  for (const std::uint32_t place : places_of_[k]) {
    for (std::uint32_t at = place; at > 0 && entries_[at - 1].key == entries_[place].key; --at) {
      out.push_back(entries_[at - 1].statement);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace zeitstrahl
