#include "time/context.h"

#include <algorithm>
#include <iterator>

namespace zeitstrahl {

context_reader::context_reader(const language& tables)
    : tables_(tables),
      tenses_(tables),
      after_(tables.class_of(engine_class::after)),
      already_(tables.class_of(engine_class::already)),
      and_(tables.class_of(engine_class::conjunction)),
      article_(tables.class_of(engine_class::article)),
      at_article_(tables.class_of(engine_class::at_article)),
      be_(tables.class_of(engine_class::be)),
      born_(tables.class_of(engine_class::born)),
      comparing_(tables.class_of(engine_class::comparing)),
      habit_(tables.class_of(engine_class::habit)),
      it_(tables.class_of(engine_class::it)),
      lasting_(tables.class_of(engine_class::lasting)),
      of_(tables.class_of(engine_class::of)),
      onto_(tables.class_of(engine_class::onto)),
      put_off_(tables.class_of(engine_class::put_off)),
      retroactive_(tables.class_of(engine_class::retroactive)),
      since_(tables.class_of(engine_class::since)),
      until_(tables.class_of(engine_class::until)) {}

tense words_around::tense_of(const said_expression& said) const {
  const bool put_off = follows(said, reader_.onto_) && precedes(said, reader_.put_off_);
  return put_off ? tense::future : reader_.tenses_.find(scanned_, sentences_, said.tokens);
}

tense words_around::tense_of_clause(const said_expression& said) const {
  return tense_finder::of_clause(sentences_, said.tokens);
}

bool words_around::tells_of_now(const said_expression& said) const {
  const tense around = tense_of(said);
  return around == tense::present || around == tense::future;
}

// Behind a word of the class, or such a word and an article.
bool words_around::follows(const said_expression& said, std::size_t word_class) const {
  const std::uint32_t at = said.tokens.begin;
  if (at > 0 && is(at - 1, word_class)) return true;
  return at > 1 && (is(at - 1, reader_.article_) || is(at - 1, reader_.at_article_)) &&
         is(at - 2, word_class);
}

bool words_around::has_begin(const said_expression& night) const {
  for (std::uint32_t i = night.tokens.begin; i < night.tokens.end; ++i) {
    if (is(i, reader_.of_)) return true;
  }
  return false;
}

bool words_around::says_which(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  return at > 1 && is(at - 1, reader_.at_article_) &&
         scanned_.tokens[at - 2].flags & token::capital &&
         !(scanned_.tokens[at - 2].flags & token::after_break);
}

bool words_around::is_scene(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  return at > 1 && is(at - 1, reader_.be_) && is(at - 2, reader_.it_);
}

bool words_around::is_habit(const said_expression& said) const {
  constexpr std::uint32_t farthest = 12;
  const std::uint32_t begin = said.tokens.begin;
  for (std::uint32_t back = 1; back <= std::min(begin, farthest); ++back) {
    if (scanned_.tokens[begin - back].is == token::stop) return false;
    if (is(begin - back, reader_.habit_)) return true;
  }
  return false;
}

bool words_around::heads_line(const said_expression& said) const {
  if (!(scanned_.tokens[said.tokens.begin].flags & token::after_break)) return false;
  return said.tokens.end < scanned_.tokens.size() &&
         static_cast<std::uint8_t>(scanned_.symbols.first[said.tokens.end]) == symbol_colon;
}

bool words_around::is_compared(const said_expression& said) const {
  return follows(said, reader_.since_) || follows(said, reader_.comparing_);
}

bool words_around::names_what_was(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  if (at < 2 || said.is_joined()) return false;
  const said_expression* const next = behind(said);
  const bool begins_range =
      (next != nullptr && next->is_joined()) || precedes(said, reader_.until_);
  return scanned_.tokens[at - 2].flags & token::capital && is(at - 1, reader_.of_) &&
         is(at - 1, reader_.at_article_) && !begins_range;
}

bool words_around::follows_birth(const said_expression& said) const {
  return precedes(said, reader_.born_) ||
         (said.tokens.begin > 0 && is(said.tokens.begin - 1, reader_.born_));
}

bool words_around::is_attribute(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  if (at == 0) return false;
  const bool named_by =
      at > 1 && is(at - 1, reader_.of_) && scanned_.tokens[at - 2].flags & token::capital;
  return named_by || static_cast<std::uint8_t>(scanned_.symbols.first[at - 1]) == symbol_open;
}

bool words_around::is_date_of_programme(const said_expression& said) const {
  std::uint32_t at = said.tokens.begin;
  if (at > 0 && is(at - 1, reader_.at_article_)) --at;  // "Am [Freitag], 14 Uhr"
  return clock_follows(said) && (at == 0 || scanned_.tokens[at - 1].is != token::word);
}

bool words_around::opens_entry(const said_expression& said) const {
  constexpr std::uint32_t longest_head = 12;
  constexpr std::uint32_t longest_small_word = 3;
  constexpr std::uint32_t longest_entry = 100;
  const auto symbol = [&](std::uint32_t i) {
    return static_cast<std::uint8_t>(scanned_.symbols.first[i]);
  };
  std::uint32_t begin = said.tokens.begin;
  const std::uint32_t lowest = begin > longest_entry ? begin - longest_entry : 0;
  while (begin > lowest && symbol(begin - 1) != symbol_stop) --begin;
  for (std::uint32_t i = begin; i < begin + longest_head && i + 1 < said.tokens.begin; ++i) {
    if (symbol(i) == symbol_colon) return true;
    const token& t = scanned_.tokens[i];
    const bool small_word =
        t.is == token::word && !(t.flags & token::capital) && t.where.size() > longest_small_word;
    if (small_word || symbol(i) == symbol_comma || symbol(i) == symbol_quote) return false;
  }
  return false;
}

const said_expression* words_around::before(const said_expression& said) const {
  const auto at = std::lower_bound(
      said_.begin(), said_.end(), said.tokens.begin,
      [](const said_expression& s, std::uint32_t begin) { return s.tokens.end <= begin; });
  return at == said_.begin() ? nullptr : &*(at - 1);
}

const said_expression* words_around::behind(const said_expression& said) const {
  const auto at = std::upper_bound(
      said_.begin(), said_.end(), said.tokens.begin,
      [](std::uint32_t begin, const said_expression& s) { return begin < s.tokens.begin; });
  return at == said_.end() ? nullptr : &*at;
}

bool words_around::clock_follows(const said_expression& said) const {
  const said_expression* const next = behind(said);
  return next != nullptr && next->what == meaning::clock &&
         next->tokens.begin <= said.tokens.end + 2;
}

bool words_around::says_more_of_day(const said_expression& weekday) const {
  const said_expression* const day_said = before(weekday);
  return day_said != nullptr && day_said->what == meaning::date &&
         is_given((*day_said)[argument_name::day]) &&
         weekday.tokens.begin <= day_said->tokens.end + 2;
}

bool words_around::is_clock_of_no_day(const said_expression& said) const {
  using enum argument_name;
  if (said.what == meaning::clock) return true;
  if (said.what != meaning::part_of_day || said.within >= 0) return false;
  const argument_name days_said[] = {days, direction, weekday, month, day, year, text_days};
  return std::none_of(std::begin(days_said), std::end(days_said),
                      [&](argument_name name) { return is_given(said[name]); });
}

bool words_around::is_range(const said_expression& first, const said_expression& second) const {
  const std::uint32_t from = first.tokens.end;
  const std::uint32_t to = second.tokens.begin;
  return from < to && to <= from + 2 && is(from, reader_.until_);
}

bool words_around::in_one_clause(const said_expression& first,
                                 const said_expression& second) const {
  constexpr std::uint32_t longest_way = 12;
  if (second.tokens.begin > first.tokens.end + longest_way) return false;
  for (std::uint32_t i = first.tokens.end; i < second.tokens.begin; ++i) {
    const token& between = scanned_.tokens[i];
    if (between.is != token::word && between.is != token::number) return false;
    if (is(i, reader_.and_)) return false;
  }
  return true;
}

}  // namespace zeitstrahl
