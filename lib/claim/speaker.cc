#include "claim/speaker.h"

namespace zeitstrahl {
namespace {

bool is_under(const sentence_reading& s, token_index i, token_index head) {
  constexpr int deepest = 12;
  for (int steps = 0; i != no_token && steps < deepest; ++steps, i = s.word(i).head) {
    if (i == head) return true;
  }
  return false;
}

}  // namespace

std::optional<speaker_words> speaker_by(const sentence_reading& s, std::uint32_t verb_token) {
  const token_index verb = s.word_of(verb_token);
  if (verb == no_token) return std::nullopt;
  const syntax_clause& c = s.clause_at(s.owner(verb));
  const noun_phrase* subject = s.phrase(c.subject);
  if (!subject || subject->pronoun || !c.subject_is_sure || c.passive) return std::nullopt;
  if (!s.is(subject->head, tag_role::noun | tag_role::name)) return std::nullopt;
  token_index end = subject->end;
  while (end < s.size() && !s.is(end, tag_role::verb) && s.owner(end) == s.owner(verb) &&
         is_under(s, end, subject->head)) {
    ++end;
  }
  while (end > subject->end && s.mark(end - 1) != mark_kind::none) --end;
  return speaker_words{s.tokens({subject->begin, end}), s.last_token(subject->head)};
}

}  // namespace zeitstrahl
