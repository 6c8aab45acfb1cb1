#include "time/context.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// What no number counts, told by these cases: the others end as many a plural does.
constexpr unsigned singular =
    (nominal_case(grammatical_case::nominative) | nominal_case(grammatical_case::accusative)) &
    ~(nominal_bit(grammatical_case::nominative, gender::plural) |
      nominal_bit(grammatical_case::accusative, gender::plural));

}  // namespace

context_reader::context_reader(const language& tables)
    : tables_(tables),
      tenses_(tables),
      after_(tables.class_of(engine_class::after)),
      already_(tables.class_of(engine_class::already)),
      and_(tables.class_of(engine_class::conjunction)),
      article_(tables.class_of(engine_class::article)),
      at_article_(tables.class_of(engine_class::at_article)),
      be_(tables.class_of(engine_class::be)),
      before_(tables.class_of(engine_class::before)),
      born_(tables.class_of(engine_class::born)),
      comparing_(tables.class_of(engine_class::comparing)),
      for_(tables.class_of(engine_class::for_)),
      habit_(tables.class_of(engine_class::habit)),
      it_(tables.class_of(engine_class::it)),
      lasting_(tables.class_of(engine_class::lasting)),
      of_(tables.class_of(engine_class::of)),
      onto_(tables.class_of(engine_class::onto)),
      put_off_(tables.class_of(engine_class::put_off)),
      retroactive_(tables.class_of(engine_class::retroactive)),
      since_(tables.class_of(engine_class::since)),
      term_focus_(tables.class_of(engine_class::term_focus)),
      until_(tables.class_of(engine_class::until)) {}

tense words_around::tense_of(const said_expression& said) const {
  return is_new_term(said) ? tense::future
                           : reader_.tenses_.find(scanned_, sentences_, said.tokens);
}

// "auf den 3. Juli verlegt", "terminierte die Sitzung auf den 3. Juli"
bool words_around::is_new_term(const said_expression& said) const {
  constexpr std::uint32_t farthest = 6;
  if (follows(said, reader_.for_)) return is_planned_for(said);
  if (!follows(said, reader_.onto_)) return false;
  if (precedes(said, reader_.put_off_)) return true;
  const std::uint32_t begin = said.tokens.begin;
  for (std::uint32_t back = 1; back <= std::min(begin, farthest); ++back) {
    const token& before = scanned_.tokens[begin - back];
    if (before.is == token::mark) return false;
    if (is(begin - back, reader_.put_off_)) return true;
  }
  return false;
}

// "fuer Freitag wurde ein Fest angekuendigt", "das fuer Freitag geplante Fest", but not "das fuer
// Mai geplante Fest fiel aus"
bool words_around::is_planned_for(const said_expression& said) const {
  const sentence* const s = sentences_.of_token(said.tokens.begin, analysis_depth::verbs);
  const syntax_clause* const c = s ? text_sentences::clause_of(*s, said.tokens.begin) : nullptr;
  if (!c) return false;
  const bool inner = c->kind == clause_kind::participial && c->parent != no_clause;
  const syntax_clause& outer = inner ? s->clauses[static_cast<std::size_t>(c->parent)] : *c;
  const bool over = outer.tense == verb_tense::preterite || outer.tense == verb_tense::pluperfect;
  for (token_index i = c->begin; i < c->end; ++i) {
    const bool plans = is(s->word_tokens[static_cast<std::size_t>(i)].end - 1, reader_.put_off_);
    if (plans) return !over || i == outer.content;
  }
  return false;
}

tense words_around::tense_of_clause(const said_expression& said) const {
  return tense_finder::of_clause(sentences_, said.tokens);
}

bool words_around::tells_of_now(const said_expression& said) const {
  const tense around = tense_of(said);
  return around == tense::present || around == tense::future;
}

bool words_around::is_told(const said_expression& said) const {
  const sentence* in = sentences_.of_token(said.tokens.begin, analysis_depth::verbs);
  const syntax_clause* clause = in ? text_sentences::clause_of(*in, said.tokens.begin) : nullptr;
  if (!clause) return true;
  const bool content =
      clause->kind == clause_kind::subordinate || clause->kind == clause_kind::infinitive;
  return !content && clause->mood != verb_mood::subjunctive1;
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

bool words_around::is_retroactive(const said_expression& said) const {
  constexpr std::uint32_t farthest = 3;
  const std::uint32_t begin = said.tokens.begin;
  for (std::uint32_t back = 1; back <= std::min(begin, farthest); ++back) {
    if (is(begin - back, reader_.retroactive_)) return true;
  }
  return false;
}

bool words_around::awaits(const said_expression& said) const {
  constexpr std::uint32_t longest_phrase = 4;  // words before the noun
  const std::uint32_t at = said.tokens.begin;
  if (at < 3 || !is(at - 1, reader_.at_article_)) return false;
  if (!(scanned_.tokens[at - 2].flags & token::capital)) return false;
  for (std::uint32_t i = at - 2, steps = 0; i-- > 0 && steps < longest_phrase; ++steps) {
    if (is(i, reader_.for_) || is(i, reader_.before_)) return true;
    const token& t = scanned_.tokens[i];
    if (t.is != token::word || t.flags & token::capital) return false;
  }
  return false;
}

bool words_around::follows_lead(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  if (at == 0) return false;
  for (const std::size_t lead : {reader_.at_article_, reader_.article_, reader_.since_,
                                 reader_.until_, reader_.after_, reader_.of_}) {
    if (is(at - 1, lead)) return true;
  }
  return false;
}

bool words_around::is_scene(const said_expression& said) const {
  const std::uint32_t at = said.tokens.begin;
  if (at > 1 && is(at - 1, reader_.be_) && is(at - 2, reader_.it_)) return true;
  return said.what == meaning::part_of_day && opens_scene(said);
}

// At the head of a sentence, before a comma that comes before any verb.
bool words_around::opens_scene(const said_expression& said) const {
  constexpr std::uint32_t longest_way = 8;  // to the comma
  const std::uint32_t at = said.tokens.begin;
  const bool opens = at == 0 || scanned_.tokens[at - 1].is == token::stop ||
                     scanned_.tokens[at].flags & token::after_break;
  const sentence* const s = opens ? sentences_.of_token(at, analysis_depth::verbs) : nullptr;
  if (!s || clock_follows(said)) return false;
  const auto size = static_cast<std::uint32_t>(scanned_.tokens.size());
  std::uint32_t comma = said.tokens.end;
  while (comma < size && comma - said.tokens.end < longest_way &&
         static_cast<std::uint8_t>(scanned_.symbols.first[comma]) != symbol_comma) {
    ++comma;
  }
  const token_index behind = text_sentences::word_of(*s, comma);
  if (behind == no_token || comma == size || comma - said.tokens.end == longest_way) return false;
  const auto is_finite = [](const syntax_token& w) { return w.is.any(tag_role::finite); };
  const auto cut = s->words.begin() + behind;
  return std::none_of(s->words.begin(), cut, is_finite) &&
         std::any_of(cut, s->words.end(), is_finite);
}

bool words_around::tells_what_was(const said_expression& said) const {
  const sentence* const s = sentences_.of_token(said.tokens.begin, analysis_depth::verbs);
  const syntax_clause* const c = s ? text_sentences::clause_of(*s, said.tokens.begin) : nullptr;
  return c && c->modal == no_token &&
         (c->tense == verb_tense::preterite || c->tense == verb_tense::perfect ||
          c->tense == verb_tense::pluperfect);
}

namespace {

// In small letters without marks, so that "Einsturz" and "stuerzte" are of one stem.
std::string bare_letters(std::string_view word) {
  constexpr char32_t first = 0xE0;  // of the Latin letters with marks
  constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
  const std::string small = fold_case(word);
  std::string out;
  for (std::size_t i = 0; i < small.size();) {
    const auto next = decode_at(small, i);
    const bool marked = next.value >= first && next.value - first < plain.size();
    if (next.value < 0x80) out += small[i];
    if (marked) out += plain[next.value - first];
    i += next.size;
  }
  return out;
}

// Whether the one begins with, or holds, the begin of the other: "Brand" and "brannte",
// "Dammbruch" and "Damm".
bool are_of_one_stem(const std::string& a, const std::string& b) {
  constexpr std::size_t stem = 4;
  if (a.size() < stem || b.size() < stem) return false;
  return a.find(b.substr(0, stem)) != a.npos || b.find(a.substr(0, stem)) != b.npos;
}

}  // namespace

bool words_around::names_event_of(const said_expression& duration,
                                  const said_expression& told) const {
  constexpr std::uint32_t longest_phrase = 4;
  std::uint32_t noun = duration.tokens.end + 1;
  const std::uint32_t last =
      std::min(noun + longest_phrase, static_cast<std::uint32_t>(scanned_.tokens.size()));
  while (noun < last && scanned_.tokens[noun].is == token::word &&
         !(scanned_.tokens[noun].flags & token::capital)) {
    ++noun;
  }
  if (noun >= last || scanned_.tokens[noun].is != token::word) return false;
  const sentence* const s = sentences_.of_token(told.tokens.begin, analysis_depth::verbs);
  if (!s || s->word_tokens.empty()) return false;
  const std::string event = bare_letters(scanned_.tokens[noun].where.in(text_));
  for (std::uint32_t i = s->word_tokens.front().begin; i < s->word_tokens.back().end; ++i) {
    if (told.tokens.begin <= i && i < told.tokens.end) continue;
    const token& t = scanned_.tokens[i];
    if (i == noun || t.is != token::word) continue;
    if (are_of_one_stem(event, bare_letters(t.where.in(text_)))) return true;
  }
  return false;
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

bool words_around::counts(const said_expression& year, const lexicon& forms) const {
  const std::uint32_t noun = year.tokens.end;
  if (!follows(year, reader_.term_focus_) || noun >= scanned_.tokens.size()) return false;
  const token& counted = scanned_.tokens[noun];
  if (counted.is != token::word || !(counted.flags & token::capital)) return false;
  const morphology form = forms.find(counted.where.in(text_), false);
  return !form.known() || (form.nominal & singular) == 0;
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
