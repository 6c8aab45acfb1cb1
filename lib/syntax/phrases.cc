#include "syntax/phrases.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr tag_roles nominal = tag_role::noun | tag_role::name;
constexpr tag_roles pronouns = tag_role::pronoun | tag_role::relative;

label_roles inside() {
  return label_role::determiner | label_role::adjective | label_roles(label_role::number) |
         (label_role::compound | label_role::flat);
}

bool is_head(const grammar& rules, const syntax_token& t) {
  if (t.is.any(pronouns)) return true;
  const label_roles label = rules.of_label(t.label);
  if (t.is.any(nominal)) return !label.any(label_role::flat | label_role::compound);
  // "der Angeklagte", "die drei", "viele": what stands for a noun.
  constexpr tag_roles substitutes =
      tag_role::adjective | tag_role::number | tag_roles(tag_role::determiner);
  return t.is.any(substitutes) && label.any(label_role::subject | label_role::object);
}

}  // namespace

void find_phrases(const grammar& rules, const syntax_tokens& words, std::vector<noun_phrase>& out,
                  std::vector<std::int32_t>& by_head) {
  const auto size = static_cast<token_index>(words.size());
  const auto at = [&](token_index i) -> const syntax_token& {
    return words[static_cast<std::size_t>(i)];
  };
  out.clear();
  by_head.assign(words.size(), no_phrase);
  // A word reaches as far as the words under it that belong to the phrase.
  std::vector<noun_phrase> reach(words.size());
  for (token_index i = 0; i < size; ++i) {
    reach[static_cast<std::size_t>(i)].begin = i;
    reach[static_cast<std::size_t>(i)].end = i + 1;
  }
  // Twice over the words: first what stands before its head, then what stands behind it.
  const auto widen = [&](token_index i) {
    const token_index h = at(i).head;
    if (h == no_token || !rules.of_label(at(i).label).any(inside())) return;
    noun_phrase& of = reach[static_cast<std::size_t>(h)];
    of.begin = std::min(of.begin, reach[static_cast<std::size_t>(i)].begin);
    of.end = std::max(of.end, reach[static_cast<std::size_t>(i)].end);
  };
  for (token_index i = 0; i < size; ++i) {
    if (at(i).head > i) widen(i);
  }
  for (token_index i = size; i-- > 0;) {
    if (at(i).head < i) widen(i);
  }
  for (token_index i = 0; i < size; ++i) {
    const syntax_token& t = at(i);
    if (!is_head(rules, t)) continue;
    noun_phrase p = reach[static_cast<std::size_t>(i)];
    p.head = i;
    if (t.cases) {
      p.cases = static_cast<std::uint8_t>((t.cases - 1) & 15);
      p.singular = (t.cases - 1) >> 4 & 1;
      p.plural = (t.cases - 1) >> 5 & 1;
    }
    p.name = t.is.any(tag_role::name);
    p.pronoun = t.is.any(pronouns);
    by_head[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(out.size());
    out.push_back(p);
  }
  for (token_index i = 0; i < size; ++i) {
    if (!at(i).is.any(tag_role::adposition) || at(i).head == no_token) continue;
    const std::int32_t phrase = by_head[static_cast<std::size_t>(at(i).head)];
    if (phrase == no_phrase) continue;
    noun_phrase& p = out[static_cast<std::size_t>(phrase)];
    if (p.preposition == no_token) p.preposition = i;
  }
}

}  // namespace zeitstrahl
