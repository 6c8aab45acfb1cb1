#include "claim/name_words.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr word_classes listed_nouns = bit(word_class::event_noun) | bit(word_class::no_event) |
                                      bit(word_class::report_noun) | bit(word_class::source_noun) |
                                      bit(word_class::company) | bit(word_class::club) |
                                      bit(word_class::common_noun);

bool has_inner_capital(std::string_view word) {
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string_view without_genitive(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1)
                                                : std::string_view();
}

name_words::name_words(const analyzed_text& text, const std::vector<span>& times,
                       const name_knowledge& knowledge, noun_cache& cache)
    : text_(text), times_(times), knowledge_(knowledge), cache_(cache) {
  mark_.known = true;
  mark_.kind = noun_kind::unknown;
  read_tags();
}

void name_words::read_tags() {
  tags_.assign(text_.words.size(), tagged::unknown);
  heads_.assign(text_.words.size(), no_index);
  apposed_.assign(text_.words.size(), false);
  bare_.assign(text_.words.size(), false);
  if (!knowledge_.sentences) return;
  const sentence* last = nullptr;
  for (const span time : times_) {
    const sentence* s = knowledge_.sentences->of_token(time.begin);
    if (!s || s == last) continue;
    last = s;
    for (std::size_t i = 0; i < s->words.size(); ++i) {
      const syntax_token& word = s->words[i];
      const std::uint32_t token = s->word_tokens[i].begin;
      heads_[token] =
          word.head == no_token ? token : s->word_tokens[static_cast<std::size_t>(word.head)].begin;
      if (s->word_tokens[i].size() > 1) continue;
      bare_[token] = word.word.roles.any(word_role::bare_noun);
      apposed_[token] = i > 0 && word.is.any(tag_role::name) &&
                        word.head == static_cast<token_index>(i) - 1 &&
                        s->words[i - 1].is.any(tag_role::noun);
      tags_[token] = word.is.any(tag_role::name)   ? tagged::name
                     : word.is.any(tag_role::noun) ? tagged::noun
                                                   : tagged::other;
    }
  }
}

bool name_words::is_apart(std::uint32_t begin, std::uint32_t token) const {
  const std::uint32_t head = heads_[token];
  if (head == no_index) return false;
  const bool attribute = head > token && text_.is_capital(head);  // "[Neuen] Roten Kreuz"
  return !any_token({begin, token}, [&](std::uint32_t i) {
    return head == i || heads_[i] == token || (attribute && heads_[i] == head);
  });
}

bool name_words::is_tagged_noun(std::uint32_t token) const {
  return tags_[token] == tagged::noun && !facts(token).new_compound;
}

bool name_words::is_time(std::uint32_t token) const { return any_holds(times_, token); }

bool name_words::starts_sentence(std::uint32_t token) const {
  if (token == 0 || text_.at(token).flags & token::after_break) return true;
  const std::uint8_t before = text_.symbol(token - 1);
  return text_.at(token - 1).is == token::stop || before == symbol_quote ||
         before == symbol_colon || before == symbol_open;
}

bool name_words::is_plain_word(std::uint32_t token) const {
  constexpr word_classes functions =
      bit(word_class::subordinator) | bit(word_class::relative) | bit(word_class::question) |
      bit(word_class::coordinator) | bit(word_class::infinitive_opener) | bit(word_class::article) |
      bit(word_class::comparison) | bit(word_class::preposition) | bit(word_class::contraction) |
      bit(word_class::pronoun) | bit(word_class::focus) | bit(word_class::negation) |
      bit(word_class::possible_word) | bit(word_class::report_preposition);
  constexpr word_classes small = bit(word_class::no_verb) | bit(word_class::future_word);
  return text_.words[token].is_any(functions) ||
         (starts_sentence(token) &&
          (text_.words[token].forms != 0 || text_.words[token].is_any(small)) && !is_name(token));
}

bool name_words::can_begin(std::uint32_t token) const {
  // "[Gesundheits]- und Sozialdirektor": a word cut at its hyphen
  const bool cut = token + 1 < size() && text_.symbol(token + 1) == symbol_hyphen &&
                   !is_structural(token) && !is_name(token) &&
                   text_.where({token, token + 1}).end == text_.where({token + 1, token + 2}).begin;
  if (cut) return false;
  if (!text_.is_word(token) || is_time(token)) return false;
  // "iPhone" has a capital, too
  if (!text_.is_capital(token)) return is_structural(token) && !text_.words[token].classes;
  return !is_plain_word(token);
}

bool name_words::can_follow(std::uint32_t token) const {
  return token < size() && can_begin(token) && !starts_sentence(token);
}

bool name_words::is_upper(std::uint32_t token) const {
  return token < size() && text_.is_word(token) && text_.at(token).flags & token::upper &&
         text_.in(token).size() >= 2;
}

bool name_words::is_structural(std::uint32_t token) const {
  if (text_.is(token, word_class::common_noun)) return false;
  if (!is_upper(token)) {  // "OpenAI", but "MitarbeiterInnen"
    return has_inner_capital(text_.in(token)) && !facts(token).guessed;
  }
  const bool beside = is_upper(token + 1) || (token > 0 && is_upper(token - 1));
  return !beside && !(text_.at(token).flags & token::after_break);
}

bool name_words::is_title(std::uint32_t token) const {
  constexpr word_classes persons =
      bit(word_class::title) | bit(word_class::person) | bit(word_class::human);
  return text_.words[token].is_any(persons) || ends_like(token, word_class::person_ending);
}

// By the word itself or by the head of a compound: "Weltkriegs".
bool name_words::is_event_by_name(std::uint32_t token) const {
  if (text_.is(token, word_class::event_noun) || !knowledge_.forms) return text_.is_event(token);
  const morphology m = knowledge_.forms->find(text_.in(token), false);
  lexicon::buffer space;
  const std::string_view lemma = knowledge_.forms->lemma(text_.in(token), m, pos_noun, space);
  if (lemma.size() <= m.head_at) return false;
  const std::string head = fold_case(lemma.substr(m.head_at));
  return text_.tables.analyze(head, true, false).is(word_class::event_noun);
}

bool name_words::is_listed_noun(std::uint32_t token) const {
  return text_.words[token].is_any(listed_nouns);
}

bool name_words::is_common(std::uint32_t token) const {
  if (is_listed_noun(token)) return true;
  const noun_facts& known = facts(token);
  if (known.is_place || is_name(token)) return false;
  const bool sure = known.kind && *known.kind != noun_kind::unknown;
  if (sure && !(known.guessed && is_tagged_name(token))) return true;
  if (is_tagged_noun(token) && !is_structural(token)) return true;
  return ends_like(token, word_class::event_ending) || ends_like(token, word_class::common_noun) ||
         text_.is_like(token, word_class::company) || text_.is_like(token, word_class::club);
}

bool name_words::is_adjective(std::uint32_t token) const {
  if (!text_.ends_like_adjective(token) || is_listed_noun(token)) return false;
  const std::optional<noun_kind> known = kind(token);
  return !known ? !is_common(token) : known == noun_kind::adjective;
}

bool name_words::is_name(std::uint32_t token) const {
  const noun_facts& known = facts(token);
  if (known.is_place) return false;
  if (known.kind == noun_kind::name || is_first_name(token)) return true;
  if (known.kind != noun_kind::name_or_small) return false;
  const bool before_verb = token + 1 < size() && text_.is_word(token + 1) &&
                           (verb_forms(text_, token + 1) & (present | past)) != 0;
  return !starts_sentence(token) || (text_.words[token].forms != 0 && before_verb);
}

bool name_words::is_origin(std::uint32_t token) const {
  return ends_like(token, word_class::origin_ending) && !is_name_or_place(token);
}

bool name_words::is_name(std::string_view word) const {
  return look_up(word).kind == noun_kind::name ||
         (knowledge_.forms && knowledge_.forms->find_form(word).is(pos_name));
}

bool name_words::is_owner(std::uint32_t token, std::uint32_t next) const {
  const std::string_view base = without_genitive(text_.in(token));
  if (base.empty() || !can_begin(token) || is_title(token) || is_first_name(token)) return false;
  const bool place = is_place(token) && knowledge_.places->holds(base);
  if (place && !knowledge_.places->holds(text_.in(token))) return true;
  const bool common = is_common(token) || text_.is(next, word_class::organisation_form);
  const bool noun = is_common(next) && !is_adjective(next) && !is_tagged_name(next);
  if (common || !noun || text_.is_like(next, word_class::club)) return false;
  if (is_name(base)) return true;
  const bool goes_on = can_follow(next + 1) && kind(next + 1) == noun_kind::unknown;
  return !is_name_or_place(token) && !goes_on;  // "Champions Hockey League"
}

bool name_words::is_plural_only(std::uint32_t token) const {
  if (!knowledge_.forms || !text_.words[token].number) return false;
  noun_facts& known = facts(token);
  if (!known.plural_only) {
    constexpr std::uint16_t plural = nominal_bit(grammatical_case::nominative, gender::plural) |
                                     nominal_bit(grammatical_case::accusative, gender::plural) |
                                     nominal_bit(grammatical_case::dative, gender::plural) |
                                     nominal_bit(grammatical_case::genitive, gender::plural);
    const morphology m = knowledge_.forms->find(text_.in(token), false);
    known.plural_only =
        !m.is(pos_name) && m.is(pos_noun) && m.nominal != 0 && (m.nominal & ~plural) == 0;
  }
  return *known.plural_only;
}

noun_facts& name_words::facts(std::uint32_t token) const {
  const auto number = text_.words[token].number.get();
  if (!number) return mark_;  // the apostrophe of "O'Reilly"
  noun_facts& known = cache_[*number];
  if (!known.known) {
    known = look_up(text_.in(token));
    known.is_place |= text_.is(token, word_class::place_name);
    known.first_name |= text_.is(token, word_class::first_name);
  }
  return known;
}

noun_facts name_words::look_up(std::string_view word) const {
  noun_facts out;
  out.known = true;
  if (knowledge_.names) out.kind = knowledge_.names->look_up(word);
  out.is_place = out.kind == noun_kind::place || knowledge_.places->holds(word) ||
                 knowledge_.places->holds(without_genitive(word));
  if (knowledge_.forms) {
    const morphology m = knowledge_.forms->find_form(word);
    out.guessed = out.kind == noun_kind::common && !m.known();
    if (out.kind == noun_kind::unknown) {
      const morphology whole = knowledge_.forms->find(word, false);
      out.new_compound = whole.by == found_by::ending && whole.head_at > 0;
    }
    out.first_name = (m.detail & detail_first_name) != 0;
    out.noun_too = m.is(pos_noun);
  }
  return out;
}

bool name_words::is_hyphen(std::uint32_t token) const {
  return token < size() && text_.symbol(token) == symbol_inner_hyphen;
}

bool name_words::is_inner_apostrophe(std::uint32_t token) const {
  return token > 0 && token + 1 < size() && text_.symbol(token) == symbol_apostrophe &&
         text_.at(token).flags & token::glued && text_.at(token + 1).flags & token::glued &&
         text_.in(token - 1).size() == 1 && text_.is_capital_word(token + 1);
}

}  // namespace zeitstrahl
