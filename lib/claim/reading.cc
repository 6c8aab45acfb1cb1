#include "claim/reading.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {

bool sentence_reading::is_under(token_index i, token_index head) const {
  constexpr int deepest = 16;
  for (int steps = 0; i != no_token && steps < deepest; ++steps, i = word(i).head) {
    if (i == head) return true;
  }
  return false;
}

token_index sentence_reading::word_of(std::uint32_t token) const {
  const auto found = std::upper_bound(of_->word_tokens.begin(), of_->word_tokens.end(), token,
                                      [](std::uint32_t at, span word) { return at < word.end; });
  if (found == of_->word_tokens.end() || found->begin > token) return no_token;
  return static_cast<token_index>(found - of_->word_tokens.begin());
}

word_range sentence_reading::words_of(span tokens) const {
  if (tokens.empty()) return {};
  const token_index first = word_of(tokens.begin);
  const token_index last = word_of(tokens.end - 1);
  if (first == no_token || last == no_token) return {};
  return {first, last + 1};
}

const noun_phrase* sentence_reading::phrase_of(token_index head) const {
  return first_phrase([&](const noun_phrase& p) { return p.head == head; });
}

const noun_phrase* sentence_reading::phrase_at(token_index i) const {
  return first_phrase([&](const noun_phrase& p) { return p.begin <= i && i < p.end; });
}

const noun_phrase* sentence_reading::phrase_around(token_index i) const {
  return first_phrase(
      [&](const noun_phrase& p) { return p.begin <= i && i < p.end && p.end - p.begin > 1; });
}

word_classes sentence_reading::classes_of_verb(token_index verb, token_index particle) const {
  if (!inside(verb)) return {};
  const std::uint32_t token = last_token(verb);
  const analyzed_word& w = text_->words[token];
  if (particle != no_token) {
    return text_->tables.classes_of_verb(fold_case(text_->in(last_token(particle))), w.verb);
  }
  if (w.prefix == 0) return text_->tables.classes_of_verb({}, w.verb);
  return text_->tables.classes_of_verb(fold_case(text_->in(token).substr(0, w.prefix)), w.verb);
}

word_classes sentence_reading::verb_classes(const syntax_clause& c) const {
  return classes_of_verb(c.content == no_token ? c.finite : c.content, c.particle);
}

bool sentence_reading::is_complement(std::int32_t number) const {
  const syntax_clause& c = clause_at(number);
  if (c.kind == clause_kind::infinitive) return c.opener == no_token;
  if (c.kind != clause_kind::subordinate || c.opener == no_token) return false;
  return is(c.opener, word_class::complementizer) || c.force == clause_force::question;
}

std::int32_t sentence_reading::outer_of(std::int32_t number) const {
  const syntax_clause& c = clause_at(number);
  if (c.parent != no_clause) return c.parent == number ? no_clause : c.parent;
  if (c.kind == clause_kind::main || c.kind == clause_kind::heading) return no_clause;
  if (c.joined != no_clause && clause_at(c.joined).kind != c.kind) return c.joined;
  for (token_index i = c.begin; i-- > 0;) {
    if (owner(i) != number && clause_at(owner(i)).kind != clause_kind::heading) return owner(i);
  }
  for (token_index i = c.end; i < size(); ++i) {
    if (owner(i) != number && clause_at(owner(i)).kind == clause_kind::main) return owner(i);
  }
  return no_clause;
}

bool sentence_reading::is_asked(std::int32_t number) const {
  const syntax_clause& c = clause_at(number);
  for (token_index i = std::max(c.end - 3, c.begin); i < size(); ++i) {
    const std::string_view written = word(i).word.text;
    if (written == "?") return true;
    if (mark(i) == mark_kind::quotation) return false;
  }
  const std::uint32_t next = last_token(size() - 1) + 1;
  return next < text_->scanned.tokens.size() && text_->in(next).starts_with('?');
}

}  // namespace zeitstrahl
