#include "claim/actors.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t furthest = 6;  // sentences looked back

}  // namespace

void actor_finder::add(std::uint32_t name, std::vector<std::uint32_t>& found) const {
  if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
}

// "in Lindau", "aus dem Martelltal": where something happens, not who does it.
bool actor_finder::is_only_a_place(const name_mention& m) const {
  std::uint32_t i = m.tokens.begin;
  for (int steps = 0; steps < 3 && i-- > 0; ++steps) {
    if (!text_.is_word(i)) return false;
    if (text_.is(i, word_class::place_preposition)) {
      return names_.names[m.name].is != known_name::kind::company;
    }
    const bool skip = text_.is(i, word_class::article) ||
                      (!text_.is_capital(i) && !text_.words[i].classes &&
                       text_.tables.has_ending(text_.in(i), word_class::adjective_ending));
    if (!skip) return false;
  }
  return false;
}

void actor_finder::add_names(const sentence_clauses& clauses, std::uint32_t clause_index,
                             span tokens, std::vector<std::uint32_t>& found) const {
  const auto [first, last] = names_.in(tokens);
  for (std::uint32_t i = first; i < last; ++i) {
    const name_mention& m = names_.mentions[i];
    if (!clauses.owns(clause_index, m.tokens.begin) || is_only_a_place(m)) continue;
    add(m.name, found);
  }
}

// "Carmen Runggaldier, die ...": the name right before a relative clause.
void actor_finder::add_antecedent(const sentence_clauses& clauses, std::uint32_t clause_index,
                                  std::vector<std::uint32_t>& found) const {
  const clause& c = clauses.clauses[clause_index];
  if (c.is != clause::kind::relative || c.tokens.begin < 2) return;
  std::uint32_t i = c.tokens.begin - 1;
  while (i > clauses.tokens.begin && !text_.is_word(i)) --i;
  if (const name_mention* m = names_.at(i)) add(m->name, found);
}

std::uint32_t actor_finder::sentence_of(std::uint32_t token) const {
  const auto found = std::upper_bound(sentences_.begin(), sentences_.end(), token,
                                      [](std::uint32_t t, span s) { return t < s.end; });
  return static_cast<std::uint32_t>(found - sentences_.begin());
}

std::uint32_t actor_finder::name_before(std::uint32_t token, known_name::kind kind,
                                        const std::vector<std::uint32_t>& but) const {
  std::uint32_t sentence = sentence_of(token);
  span range{sentences_[sentence].begin, token};
  for (std::uint32_t steps = 0; steps < furthest; ++steps) {
    const auto [first, last] = names_.in(range);
    for (std::uint32_t i = first; i < last; ++i) {
      const name_mention& m = names_.mentions[i];
      const known_name::kind is = names_.names[m.name].is;
      const bool fits =
          kind == known_name::kind::person ? is == kind : is != known_name::kind::person;
      const bool excluded = std::find(but.begin(), but.end(), m.name) != but.end();
      if (fits && !excluded && !is_only_a_place(m)) return m.name;
    }
    if (sentence == 0) break;
    range = sentences_[--sentence];
  }
  return no_index;
}

// "beide Unternehmen"
void actor_finder::add_last_two(std::uint32_t token, std::vector<std::uint32_t>& found) const {
  const std::uint32_t sentence = sentence_of(token);
  const std::uint32_t lowest = sentences_[sentence > furthest ? sentence - furthest : 0].begin;
  std::vector<std::uint32_t> two;
  for (std::uint32_t i = names_.in({token, token}).first; i-- > 0 && two.size() < 2;) {
    const name_mention& m = names_.mentions[i];
    if (m.tokens.begin < lowest) break;
    if (names_.names[m.name].is != known_name::kind::person) add(m.name, two);
  }
  if (two.size() < 2) return;
  add(two[1], found);
  add(two[0], found);
}

// "das war": what the sentence before was about.
void actor_finder::add_sentence_before(std::uint32_t token,
                                       std::vector<std::uint32_t>& found) const {
  const std::uint32_t sentence = sentence_of(token);
  if (sentence == 0 || text_.at(sentences_[sentence].begin).flags & token::after_break) return;
  const auto [first, last] = names_.in(sentences_[sentence - 1]);
  for (std::uint32_t i = first; i < last; ++i) {
    if (!is_only_a_place(names_.mentions[i])) add(names_.mentions[i].name, found);
  }
}

void actor_finder::resolve(std::uint32_t token, span sentence,
                           std::vector<std::uint32_t>& found) const {
  if (!text_.is_word(token)) return;
  const auto is_company = [&](std::uint32_t i) {
    return i < sentence.end && text_.is_word(i) && text_.is_capital(i) &&
           (text_.is(i, word_class::company) ||
            text_.tables.has_ending(fold_case(text_.in(i)), word_class::company));
  };
  if (text_.is(token, word_class::both) && is_company(token + 1)) {
    add_last_two(token, found);
    return;
  }
  if (text_.is(token, word_class::definite) && is_company(token + 1)) {
    if (token + 2 < sentence.end && names_.at(token + 2)) return;  // the name follows
    const std::uint32_t name = name_before(token, known_name::kind::company, found);
    if (name != no_index) add(name, found);
    return;
  }
  if (text_.is(token, word_class::person_pronoun)) {
    const std::uint32_t name = name_before(token, known_name::kind::person, {});
    if (name != no_index) add(name, found);
    return;
  }
  const bool stands_alone = token + 1 >= sentence.end || !text_.is_word(token + 1) ||
                            text_.words[token + 1].classes || text_.words[token + 1].forms;
  const bool beside_verb = (token > sentence.begin && verb_forms(text_, token - 1) & finite) ||
                           (token + 1 < sentence.end && verb_forms(text_, token + 1) & finite);
  if (text_.is(token, word_class::anaphor) && stands_alone && beside_verb) {
    add_sentence_before(token, found);
  }
}

std::vector<std::string> actor_finder::find(const sentence_clauses& clauses,
                                            std::uint32_t clause_index, span tokens) const {
  std::vector<std::uint32_t> found;
  add_antecedent(clauses, clause_index, found);
  std::vector<std::uint32_t> named;
  add_names(clauses, clause_index, tokens, named);
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!clauses.owns(clause_index, i)) continue;
    std::vector<std::uint32_t> resolved = named;
    const std::size_t before = resolved.size();
    resolve(i, clauses.tokens, resolved);
    for (std::size_t r = before; r < resolved.size(); ++r) add(resolved[r], found);
    if (const name_mention* m = names_.at(i); m && !is_only_a_place(*m)) add(m->name, found);
  }
  const clause& c = clauses.clauses[clause_index];
  if (found.empty() && c.is == clause::kind::infinitive && c.parent != no_index) {
    return find(clauses, c.parent, clauses.clauses[c.parent].tokens);
  }
  std::vector<std::string> out;
  for (const std::uint32_t name : found) out.push_back(names_.names[name].canonical);
  return out;
}

}  // namespace zeitstrahl
