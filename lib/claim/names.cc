#include "claim/names.h"

#include <algorithm>

#include "claim/name_choice.h"
#include "claim/name_forms.h"
#include "claim/name_runs.h"

namespace zeitstrahl {

std::pair<std::uint32_t, std::uint32_t> article_names::in(span tokens) const {
  const auto from = [&](std::uint32_t token) {
    const auto found =
        std::lower_bound(mentions.begin(), mentions.end(), token,
                         [](const name_mention& m, std::uint32_t t) { return m.tokens.begin < t; });
    return static_cast<std::uint32_t>(found - mentions.begin());
  };
  return {from(tokens.begin), from(tokens.end)};
}

const name_mention* article_names::at(std::uint32_t token) const {
  if (token >= by_token.size() || by_token[token] == no_index) return nullptr;
  return &mentions[by_token[token]];
}

void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out) {
  const name_words words(text, times, knowledge, cache);
  const std::vector<name_run> runs = find_name_runs(words);
  join_names(words, runs, choose_names(words, runs), out);
}

}  // namespace zeitstrahl
