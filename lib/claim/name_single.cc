#include <algorithm>

#include "claim/name_choice.h"

namespace zeitstrahl {

using kind = known_name::kind;

single_words::single_words(const name_words& words, const std::vector<name_run>& runs)
    : words_(words), text_(words.text()) {
  for (const name_run& r : runs) {
    const auto number = text_.words[r.tokens.begin].number.get();
    if (number && r.tokens.size() == 1 && !r.articled && !r.described && !r.first) {
      bare_.push_back(*number);
    }
  }
  std::sort(bare_.begin(), bare_.end());
}

bool single_words::is_name(const name_run& run) const {
  const std::uint32_t token = run.tokens.begin;
  if (!run.first && run.titled && words_.is_plural_only(token)) return false;
  if (!run.titled) return score(run) >= 3;
  if (words_.is_listed_noun(token)) return false;
  if (run.is == kind::person) return !words_.is_tagged_noun(token);
  // "Die Firma Tiefbau wuchs", but "stand der Firma Rede und Antwort"
  if (run.is == kind::company && beside_verb(run.tokens)) return true;
  return !words_.is_common(token) || words_.is_structural(token);
}

// "die Feuerwehr", "das Ulmer Parlament": a body that a text names by what it is.
bool single_words::is_body(const name_run& run) const {
  const bool of_place = run.tokens.size() == 2 &&
                        text_.is_like(run.tokens.begin, word_class::body) &&
                        words_.is_place(run.tokens.begin + 1);
  if (of_place) return true;
  const std::uint32_t last = run.tokens.end - 1;
  const bool alone =
      run.tokens.size() == 1 || (run.tokens.size() == 2 && !run.first &&
                                 words_.ends_like(last - 1, word_class::origin_ending));
  if (!alone || run.titled || !text_.is_like(last, word_class::body)) return false;
  if (run.described) {  // "das spanische Verfassungsgericht"
    return run.tokens.begin > 1 && text_.is(run.tokens.begin - 2, word_class::definite);
  }
  return !run.articled || text_.is(run.tokens.begin - 1, word_class::definite);
}

int single_words::score(const name_run& run) const {
  const std::uint32_t token = run.tokens.begin;
  const bool unknown = words_.kind(token) == noun_kind::unknown;
  int score = 0;
  if (words_.is_structural(token)) score += 3;
  const bool title = words_.is_title(token) && !words_.is_tagged_name(token);
  if (words_.is_listed_noun(token) || title) score -= 3;
  if (words_.is_name_or_place(token)) {
    score += text_.is(token, word_class::currency) && run.articled ? 0 : 3;
  } else if (words_.is_common(token) && !words_.is_structural(token) && !words_.is_upper(token)) {
    score -= unknown && !words_.is_tagged_noun(token) ? 0 : 3;
  } else if (unknown || words_.is_tagged_name(token)) {
    const bool noun = words_.is_compound(token, run.articled || run.described) &&
                      !words_.ends_like(token, word_class::surname_ending);
    const int tagged = words_.is_tagged_name(token);
    const bool told = is_finite(run.tokens.end) || words_.is_apposed(token);
    score += noun ? tagged * (told ? 2 : 1) : unknown ? 2 + tagged : 2;
  }
  const bool bare = !run.articled && !run.described;
  if (is_plural_subject(run)) score -= 3;
  if (bare && !run.first) score += 1;
  if (bare && beside_verb(run.tokens)) score += 1;
  if (times_bare(token) >= 2) score += 1;
  if (run.quoted) score += is_named_by_noun(token) ? 6 : 2;
  return score;
}

// "Asylwerber klagten": many, so that it is nobody's name; but "Kelmara und RWE klagten".
bool single_words::is_plural_subject(const name_run& run) const {
  const std::uint32_t token = run.tokens.begin;
  const std::uint32_t end = run.tokens.end;
  if (words_.is_upper(token) || words_.is_name_or_place(token)) return false;
  if (token > 0 && text_.is(token - 1, word_class::preposition)) return false;
  const auto joins = [&](std::uint32_t i) {
    return i < words_.size() && (text_.is(i, word_class::coordinator) ||
                                 text_.symbol(i) == symbol_comma || text_.symbol(i) == symbol_open);
  };
  const auto is_plural = [&](std::uint32_t i) {
    return is_finite(i) &&
           (text_.is(i, word_class::plural_verb) || text_.ends_small(i, word_class::plural_verb));
  };
  if (is_plural(end)) return token == 0 || !joins(token - 1);
  if (token < 2) return false;
  // "Seit Mai klagen Asylwerber": no subject stands before the verb
  const bool free =
      words_.is_time(token - 2) || (text_.is_word(token - 2) && !text_.is_capital(token - 2) &&
                                    !text_.is(token - 2, word_class::pronoun));
  return free && is_plural(token - 1) && !joins(end);
}

bool single_words::is_finite(std::uint32_t i) const {
  return i < words_.size() && text_.is_word(i) && verb_forms(text_, i) & finite;
}

bool single_words::beside_verb(span tokens) const {
  return is_finite(tokens.end) || (tokens.begin > 0 && is_finite(tokens.begin - 1));
}

// The tanker "Aurora": a noun stands right before the mark.
bool single_words::is_named_by_noun(std::uint32_t token) const {
  return token > 1 && text_.is_capital_word(token - 2) && !words_.starts_sentence(token - 2);
}

std::ptrdiff_t single_words::times_bare(std::uint32_t token) const {
  const auto number = text_.words[token].number.get();
  if (!number) return 0;
  const auto [first, last] = std::equal_range(bare_.begin(), bare_.end(), *number);
  return last - first;
}

}  // namespace zeitstrahl
