#include "claim/phrase.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {

bool phrase_reader::is_noun(std::uint32_t i) const {
  return i < sentence_.end && text_.is_word(i) && text_.is_capital(i) &&
         !text_.words[i].is_any(bit(word_class::article) | bit(word_class::preposition) |
                                bit(word_class::contraction) | bit(word_class::pronoun));
}

bool phrase_reader::is_preposition(std::uint32_t i) const {
  return text_.words[i].is_any(bit(word_class::preposition) | bit(word_class::contraction));
}

bool phrase_reader::is_adjective(std::uint32_t i) const {
  if (!text_.is_word(i) || text_.is_capital(i)) return false;
  if (text_.is(i, word_class::no_verb) && !text_.is(i, word_class::focus)) return true;
  return !text_.words[i].classes && !(text_.words[i].forms & finite) &&
         text_.ends_like_adjective(i);
}

bool phrase_reader::is_number(std::uint32_t i) const {
  return text_.at(i).is == token::number || (text_.is_word(i) && text_.at(i).value > 0);
}

bool phrase_reader::is_event(std::uint32_t noun) const {
  if (!is_noun(noun) || text_.is(noun, word_class::no_event)) return false;
  return text_.is(noun, word_class::event_noun) ||
         text_.words[noun].ends_like(word_class::event_ending);
}

std::uint32_t phrase_reader::last_noun(std::uint32_t noun) const {
  const auto ties = [&](std::uint32_t i) {
    return text_.symbol(i) == symbol_inner_hyphen || text_.symbol(i) == symbol_inner_dot;
  };
  while (noun + 2 < sentence_.end && ties(noun + 1)) noun += 2;
  return noun;
}

std::uint32_t phrase_reader::begin_of_phrase(std::uint32_t noun) const {
  std::uint32_t begin = noun;
  while (begin > sentence_.begin) {
    const std::uint32_t i = begin - 1;
    if (text_.symbol(i) == symbol_inner_hyphen || text_.symbol(i) == symbol_inner_dot ||
        text_.symbol(i) == symbol_inner_comma || (is_noun(i) && glued(begin))) {
      begin = i;
      continue;
    }
    if (!text_.is_word(i) && text_.at(i).is != token::number) break;
    if (text_.at(i).is != token::number && is_preposition(i)) break;
    if (verb_forms(text_, i) & finite && !text_.is_capital(i)) break;
    const bool adjective =
        text_.at(i).is == token::number || text_.is(i, word_class::article) ||
        (!text_.is_capital(i) && text_.ends_like_adjective(i) &&
         !text_.is(i, word_class::coordinator) && !text_.is(i, word_class::focus)) ||
        (text_.is_capital(i) && !is_noun(i));
    if (!adjective) break;
    begin = i;
    if (text_.is(i, word_class::article)) break;
  }
  return begin;
}

std::uint32_t phrase_reader::end_of_phrase(std::uint32_t noun) const {
  std::uint32_t end = last_noun(noun) + 1;
  while (end < sentence_.end && is_noun(end) && names_.at(end)) ++end;
  if (const name_mention* m = names_.at(end - 1)) {
    end = std::min(std::max(end, m->tokens.end), sentence_.end);  // "Xerba 2"
  }
  if (end + 1 < sentence_.end && text_.is(end - 1, word_class::title) &&
      text_.symbol(end) == symbol_dot && is_noun(end + 1)) {
    return end_of_phrase(end + 1);  // "Prof. Hoyer"
  }
  std::uint32_t at = end;
  if (is_noun(at + 1) && is_adjective(at) && !is_number(at) && !text_.is(at, word_class::no_verb) &&
      text_.ends_small(at, word_class::bare_genitive)) {
    return last_noun(at + 1) + 1;  // "die Zahl neuer Busse"
  }
  if (const std::uint32_t behind = end_of_quoted_name(at); behind != at) return behind;
  if (at >= sentence_.end || !text_.is_word(at)) return end;
  // Behind a name an article opens the next phrase: "Voltara der einzige Anbieter".
  // What can be no dative is no such article.
  const bool sure = !text_.is(at, word_class::dative);
  const bool genitive = text_.is(at, word_class::genitive_article) && (sure || !names_.at(end - 1));
  if (!genitive && !text_.is(at, word_class::of)) return end;
  ++at;
  const bool quoted = at < sentence_.end && text_.symbol(at) == symbol_quote;
  at = end_of_numbers(at + quoted);
  while (at < sentence_.end && text_.is_word(at) && !is_noun(at) &&
         (text_.is(at, word_class::article) || (is_adjective(at) && !is_preposition(at)) ||
          (!text_.words[at].classes && verb_forms(text_, at) == 0))) {
    ++at;
  }
  if (!is_noun(at)) return end;
  end = last_noun(at) + 1;
  while (end < sentence_.end && is_noun(end) && (names_.at(end) || heads_name(end - 1))) {
    end = last_noun(end) + 1;
  }
  if (quoted) return end < sentence_.end && text_.symbol(end) == symbol_quote ? end + 1 : end;
  return end_of_quoted_name(end);
}

// Behind the name in quotation marks that opens at the token, or the token: vom Typ "Aurora".
std::uint32_t phrase_reader::end_of_quoted_name(std::uint32_t open) const {
  constexpr std::uint32_t longest = 6;  // tokens, with the marks
  if (open + 1 >= sentence_.end || text_.symbol(open) != symbol_quote || !is_noun(open + 1)) {
    return open;
  }
  const std::uint32_t behind = end_of_quoted(open);
  return behind <= open + longest ? behind : open;
}

// "16-jaehrige", which stands for somebody where no noun follows.
bool phrase_reader::is_aged(std::uint32_t i) const {
  return i > sentence_.begin + 1 && text_.symbol(i - 1) == symbol_inner_hyphen &&
         is_number(i - 2) && text_.is_word(i) && text_.ends_like_adjective(i);
}

// "Halbinsel" before the name of one.
bool phrase_reader::heads_name(std::uint32_t noun) const {
  constexpr word_classes heads = bit(word_class::place_head) | bit(word_class::title) |
                                 bit(word_class::company) | bit(word_class::club);
  return text_.words[noun].is_any(heads);
}

// A word with an adjective's ending before a noun: "gesuchte", "unterstuetzten".
bool phrase_reader::is_attribute(std::uint32_t i) const {
  return is_adjective(i) || (is_noun(i + 1) && text_.is_word(i) && !text_.is_capital(i) &&
                             !text_.words[i].classes && text_.ends_like_adjective(i));
}

// "14 bis 17"
std::uint32_t phrase_reader::end_of_numbers(std::uint32_t at) const {
  while (at < sentence_.end && is_number(at)) {
    ++at;
    const bool goes_on = at + 1 < sentence_.end && is_number(at + 1) &&
                         (is_preposition(at) || text_.symbol(at) == symbol_inner_dot ||
                          text_.symbol(at) == symbol_inner_comma);
    at += goes_on;
  }
  return at;
}

// Of "1.300" or "2,5".
bool phrase_reader::is_inner_mark(std::uint32_t i) const {
  return (text_.symbol(i) == symbol_inner_dot || text_.symbol(i) == symbol_inner_comma) &&
         i + 1 < sentence_.end && is_number(i + 1);
}

// Behind the words that may stand before the noun of a constituent: "in dem deutsch-polnischen",
// "bei einem mit Absicht gelegten", "die 39-" of "die 39-Jaehrige".
std::uint32_t phrase_reader::begin_of_noun(std::uint32_t first) const {
  const auto opens = [&](std::uint32_t at) {
    const bool joins = text_.is(at, word_class::coordinator) && is_adjective(at + 1);
    const bool compares = text_.is(at, word_class::comparison) && is_number(at + 1);
    return joins || compares || is_number(at) || is_preposition(at) || is_adjective(at) ||
           text_.words[at].is_any(bit(word_class::article) | bit(word_class::focus) |
                                  bit(word_class::plan_word) | bit(word_class::future_word));
  };
  bool inside = false;  // behind an article: the noun is still to come
  bool nested = false;  // in "der seit Jahren gesuchte", a noun before it
  std::uint32_t i = first;
  for (; i < sentence_.end; ++i) {
    if (is_noun(i)) {
      // "der seit Anfang des Jahres gebaute"
      const bool genitive = nested && i + 3 < sentence_.end && is_noun(i + 2) &&
                            text_.is(i + 1, word_class::genitive_article) && is_attribute(i + 3);
      if (genitive) i += 2;
      const bool goes_on = nested && i + 1 < sentence_.end &&
                           (is_noun(i + 1) || is_number(i + 1) || is_attribute(i + 1) ||
                            text_.is(i + 1, word_class::plan_word));
      if (!goes_on) break;
      nested = is_noun(i + 1) || is_number(i + 1);
      continue;
    }
    if (is_aged(i) && !is_noun(i + 1)) break;
    const bool tied = i > first && text_.symbol(i) == symbol_inner_hyphen;
    const bool ties = i + 2 < sentence_.end && text_.symbol(i + 1) == symbol_inner_hyphen;
    const bool adverb = inside && text_.is_word(i) && text_.words[i].forms == 0 &&
                        (!text_.words[i].classes || text_.is(i, word_class::possible_word));
    if (!tied && !ties && !adverb && !opens(i) && !is_inner_mark(i)) break;
    if (inside && is_preposition(i)) {
      nested |= i + 1 >= sentence_.end || !(is_number(i + 1) || is_preposition(i + 1));
    }
    // "im Juni 2024 geplante"
    if (nested && i > first && is_number(i - 1)) {
      nested = !is_attribute(i) && !text_.is(i, word_class::plan_word);
    }
    inside |= text_.is(i, word_class::article);
  }
  // "das aus Mangel an Geld": the noun is of the inner phrase, and "das" stands alone
  return nested && i < sentence_.end ? sentence_.end : i;
}

std::uint32_t phrase_reader::end_of_constituent(std::uint32_t first) const {
  const std::uint32_t next = first + 1;
  if (is_preposition(first) && next < sentence_.end && text_.is(next, word_class::pronoun) &&
      !text_.is(next, word_class::article)) {
    return next + 1;
  }
  if (text_.is(first, word_class::article) && text_.symbol(next) == symbol_quote) {
    return end_of_quoted(next);
  }
  std::uint32_t i = begin_of_noun(first);
  if (i < sentence_.end && is_aged(i)) return i + 1;
  if (i >= sentence_.end || !is_noun(i)) return first + 1;
  const bool place = is_preposition(first);
  const std::uint32_t first_noun = i;
  const auto is_and_sign = [&](std::uint32_t at) { return text_.in(at) == "&"; };
  while (i + 1 < sentence_.end && (is_noun(i + 1) || (is_and_sign(i + 1) && is_noun(i + 2)))) {
    if (place && text_.is(i + 1, word_class::title)) break;
    // "die Schule Nordtal | Eltern": a noun with its name ends there.
    if (i > first_noun && is_noun(i + 1) && names_.at(i) && !names_.at(i + 1)) break;
    // "die Wellen Hoehen"
    const bool both_nouns = is_noun(i) && is_noun(i + 1);
    if (!place && both_nouns && !names_.at(i) && !names_.at(i + 1) && !heads_name(i)) break;
    ++i;
  }
  const std::uint32_t end = end_of_phrase(i);
  return is_coordinated(end) ? end_of_constituent(end_of_coordinator(end)) : end;
}

// Behind the mark that closes a title in quotation marks.
std::uint32_t phrase_reader::end_of_quoted(std::uint32_t open) const {
  constexpr std::uint32_t longest = 12;
  const std::uint32_t last = std::min(sentence_.end, open + longest);
  for (std::uint32_t i = open + 1; i < last; ++i) {
    if (text_.symbol(i) == symbol_quote) return i + 1;
  }
  return open;
}

// "und B", "- und B", ", B und C" behind a phrase.
bool phrase_reader::is_coordinated(std::uint32_t end) const {
  const std::uint32_t next = end_of_coordinator(end);
  if (next == end || next >= sentence_.end) return false;
  std::uint32_t noun = next;
  while (noun < sentence_.end &&
         (is_adjective(noun) || is_number(noun) || text_.is(noun, word_class::article))) {
    ++noun;
  }
  if (!is_noun(noun)) return false;
  return text_.symbol(end) != symbol_comma || is_coordinated(end_of_phrase(noun));
}

std::uint32_t phrase_reader::end_of_coordinator(std::uint32_t at) const {
  std::uint32_t i = at;
  if (i < sentence_.end && text_.symbol(i) == symbol_comma) return i + 1;
  if (i < sentence_.end && text_.symbol(i) == symbol_hyphen) ++i;
  return i < sentence_.end && text_.is(i, word_class::coordinator) ? i + 1 : at;
}

}  // namespace zeitstrahl
