#include "claim/bystanders.h"

namespace zeitstrahl {

// "in Lindau", "aus dem Martelltal", "nach Bozen, Algund und Bruneck": where something
// happens, not who does it.
bool bystanders::is_only_a_place(const name_mention& m) const {
  const known_name::kind is = names_.kind_of(m);
  if (is == known_name::kind::company) return false;
  constexpr std::ptrdiff_t longest_list = 16;
  constexpr known_name::kind person = known_name::kind::person;
  constexpr word_classes actors = bit(word_class::company) | bit(word_class::club) |
                                  bit(word_class::body) | bit(word_class::source_noun);
  const name_mention* first = &m;
  while (first != names_.mentions.data() && &m - first < longest_list &&
         is_enumerated(first[-1], *first)) {
    --first;
  }
  std::uint32_t i = first->tokens.begin;
  bool named = false;
  for (int steps = 0; steps < 3 && i-- > 0; ++steps) {
    if (!text_.is_word(i)) return false;
    if (text_.is(i, word_class::place_preposition)) return true;
    if (text_.is(i, word_class::near) || text_.is(i, word_class::of)) {
      return is == known_name::kind::place && !named;
    }
    const bool head = text_.is(i, word_class::place_head);
    const bool owner = text_.is_capital(i) && text_.is(i + 1, word_class::place_head);
    // "im Bundesstaat [Kelmara]", "in den Linien U1 und U6": what place it is
    const bool noun = i + 1 == first->tokens.begin && text_.is_capital(i) && !names_.at(i) &&
                      !text_.words[i].is_any(actors) && !is_office(i) && is != person;
    named |= noun;
    const bool article = text_.is(i, word_class::article) && !text_.is(i + 1, word_class::article);
    const bool skip = head || owner || noun || article ||
                      (!text_.is_capital(i) && !text_.words[i].classes &&
                       text_.ends_like_adjective(i) && !(verb_forms(text_, i) & finite));
    if (!skip) return false;
  }
  return false;
}

// Only commas and coordinators stand between the two, and a name or noun at most.
bool bystanders::is_enumerated(const name_mention& before, const name_mention& m) const {
  constexpr std::uint32_t furthest_apart = 4;  // tokens
  if (m.tokens.begin > before.tokens.end + furthest_apart) return false;
  bool any = false;
  for (std::uint32_t i = before.tokens.end; i < m.tokens.begin; ++i) {
    const bool joins = text_.symbol(i) == symbol_comma || text_.is(i, word_class::coordinator);
    any |= joins;
    if (!joins && !(text_.is_capital_word(i))) return false;
  }
  return any;
}

// "Berlin (dpa) - Die Polizei ...", "Ulm/Lindau - Die Polizei ..."
bool bystanders::is_dateline(const name_mention& m) const {
  constexpr std::uint32_t longest = 8;  // tokens
  std::uint32_t begin = m.tokens.begin;
  while (begin > 0 && !starts_sentence(begin) && m.tokens.begin - begin < longest) {
    if (!text_.is_capital(begin - 1) && !is_slash(begin - 1)) return false;
    --begin;
  }
  const std::uint32_t open = m.tokens.end;
  if (!starts_sentence(begin) || open + 2 >= text_.words.size()) return false;
  if (text_.symbol(open) == symbol_open) {
    return text_.is_word(open + 1) && text_.symbol(open + 2) == symbol_close &&
           text_.at(begin).flags & token::after_break && names_.is_place(m);
  }
  std::uint32_t end = open;
  while (end < open + longest && end < text_.words.size() &&
         (is_slash(end) || (text_.is_word(end) && names_.at(end)))) {
    ++end;
  }
  return end < text_.words.size() && text_.symbol(end) == symbol_dash &&
         (is_place_list(begin, end) || (!names_.at(end + 1) && opens_report(begin, end)));
}

// "Kelmara - Am Montag ...": the first words of a sentence that has no further dash.
bool bystanders::opens_report(std::uint32_t begin, std::uint32_t dash) const {
  constexpr std::uint32_t longest = 3;  // tokens
  if (dash > begin + longest || dash + 1 >= text_.words.size()) return false;
  for (std::uint32_t i = dash + 1; i < text_.words.size(); ++i) {
    if (text_.symbol(i) == symbol_dash) return false;
    if (text_.at(i).is == token::stop) break;
  }
  return text_.is_capital(dash + 1) && text_.is_word(dash + 1);
}

bool bystanders::is_office(std::uint32_t token) const {
  return text_.words[token].is_any(bit(word_class::title) | bit(word_class::person)) ||
         text_.ends_like(token, word_class::person_ending);
}

bool bystanders::tells_of_next(const name_mention& m) const {
  const known_name::kind is = names_.kind_of(m);
  std::uint32_t next = m.tokens.end;
  if (is == known_name::kind::person || next + 1 >= text_.words.size()) return false;
  const name_mention* behind = names_.at(next);
  // but "prueft die Polizei RWE"
  const bool body = is == known_name::kind::body && !text_.is(next - 1, word_class::body);
  if (body && behind && !names_.is_place(*behind)) {
    return !names_.is_person(*behind);
  }
  const bool owner = is == known_name::kind::place && text_.is_capital(next) &&
                     text_.ends_like(next - 1, word_class::genitive_ending);
  if (owner && (behind ? names_.is_person(*behind) : is_office(next))) {
    return true;
  }
  // "der Vorsitzende der Bank, Jan Roth,"
  if (text_.symbol(next) == symbol_comma) behind = names_.at(++next);
  if (!behind || !names_.is_person(*behind)) return false;
  const std::uint32_t article = m.tokens.begin - 1;
  return m.tokens.begin > 1 && is_office(article - 1) &&
         text_.words[article].is_any(bit(word_class::genitive_article) | bit(word_class::of));
}

bool bystanders::is_slash(std::uint32_t token) const {
  return text_.symbol(token) == symbol_slash || text_.symbol(token) == symbol_inner_slash;
}

bool bystanders::starts_sentence(std::uint32_t token) const {
  return token == 0 || text_.at(token).flags & token::after_break ||
         text_.at(token - 1).is == token::stop;
}

bool bystanders::is_place_list(std::uint32_t begin, std::uint32_t end) const {
  bool any = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    const name_mention* m = names_.at(i);
    any |= is_slash(i) || (m && names_.is_place(*m));
  }
  return any;
}

// "Lena Roth [(FDP)]", "Ulm [(Kreis Lindau)]": it tells of the name before.
bool bystanders::is_aside(const name_mention& m) const {
  constexpr std::uint32_t longest = 3;  // tokens before it
  std::uint32_t open = m.tokens.begin;
  while (open > 0 && m.tokens.begin - open < longest && text_.symbol(open) != symbol_open) --open;
  const bool closed =
      m.tokens.end < text_.words.size() &&
      (text_.symbol(m.tokens.end) == symbol_close || text_.symbol(m.tokens.end) == symbol_comma);
  if (text_.symbol(open) != symbol_open || open == 0 || !closed) return false;
  const name_mention* before = names_.at(open - 1);
  if (!before || before->name == m.name) return false;
  return names_.is_person(*before) || names_.is_place(m);
}

// "[Kelmara]-Hotel Aurora": it tells of the name behind.
bool bystanders::is_part_of_title(const name_mention& m) const {
  const std::uint32_t noun = m.tokens.end + 1;
  if (noun + 1 >= text_.words.size() || text_.symbol(m.tokens.end) != symbol_inner_hyphen) {
    return false;
  }
  return text_.is_word(noun) && !names_.at(noun) && names_.at(noun + 1);
}

// "die Wirtschaft [Frankreichs]": where, not who; but "der Beitritt [Frankreichs]".
bool bystanders::is_place_of_noun(const name_mention& m) const {
  const known_name& name = names_.names[m.name];
  const std::uint32_t begin = m.tokens.begin;
  return name.is == known_name::kind::place && begin > 0 && text_.is_capital_word(begin - 1) &&
         !names_.at(begin - 1) && !text_.is_event(begin - 1) &&
         text_.in(m.tokens.end - 1).ends_with('s') && !name.canonical.ends_with('s');
}

}  // namespace zeitstrahl
