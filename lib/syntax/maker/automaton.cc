#include "syntax/maker/automaton.h"

#include <algorithm>

#include "syntax/forms_file.h"

namespace zeitstrahl {

void automaton_builder::add(std::string_view word, std::uint32_t number) {
  const auto [in_last, in_word] =
      std::mismatch(last_.begin(), last_.end(), word.begin(), word.end());
  const auto common = static_cast<std::size_t>(in_word - word.begin());
  close(common);
  for (const char c : word.substr(common)) {
    path_.back().arcs.push_back({static_cast<unsigned char>(c), 0});
    path_.emplace_back();
  }
  path_.back().number = number;
  last_ = word;
}

// Makes the states of the last word beyond this depth final.
void automaton_builder::close(std::size_t depth) {
  while (path_.size() > depth + 1) {
    const auto [at, fresh] =
        known_.emplace(std::move(path_.back()), static_cast<std::uint32_t>(states_.size()));
    if (fresh) states_.push_back(at->first);
    path_.pop_back();
    path_.back().arcs.back().target = at->second;
  }
}

std::uint32_t automaton_builder::words_below(std::uint32_t at) {
  if (weight_[at] == 0) {
    std::uint32_t sum = states_[at].number != no_number ? 1 : 0;
    for (const arc& a : states_[at].arcs) sum += words_below(a.target);
    weight_[at] = sum;
  }
  return weight_[at];
}

// Where the state begins, its own states being placed first.
std::uint32_t automaton_builder::place(std::uint32_t at, std::vector<std::uint32_t>& cells) {
  using namespace forms_file;
  if (begin_[at] != 0) return begin_[at];
  std::vector<arc> arcs = states_[at].arcs;
  std::stable_sort(arcs.begin(), arcs.end(), [&](const arc& a, const arc& b) {
    return words_below(a.target) > words_below(b.target);
  });
  const bool root = at + 1 == states_.size();
  const std::size_t size = arcs.size() + (states_[at].number != no_number ? 1 : 0);
  std::size_t begin = 1;
  if (!root) {
    begin = cells.size();
    cells.resize(begin + size);
  }
  begin_[at] = static_cast<std::uint32_t>(begin);
  std::size_t next = begin;
  if (states_[at].number != no_number) {
    cells[next++] = states_[at].number << cell_target_shift | (arcs.empty() ? cell_last : 0);
  }
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const state& target = states_[arcs[i].target];
    cells[next++] = arcs[i].letter | (i + 1 == arcs.size() ? cell_last : 0) |
                    (target.number != no_number ? cell_word : 0) |
                    place(arcs[i].target, cells) << cell_target_shift;
  }
  return begin_[at];
}

std::vector<std::uint32_t> automaton_builder::cells() {
  close(0);
  states_.push_back(std::move(path_.front()));
  const auto root = static_cast<std::uint32_t>(states_.size() - 1);
  weight_.assign(states_.size(), 0);
  begin_.assign(states_.size(), 0);
  std::vector<std::uint32_t> out(1 + states_[root].arcs.size());
  place(root, out);
  return out;
}

}  // namespace zeitstrahl
