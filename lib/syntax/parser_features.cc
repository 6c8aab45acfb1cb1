// What the two models of the parser look at.  Numbers and order of the features are what the
// trained model holds: a change needs a new one.

#include <algorithm>
#include <cstdlib>

#include "syntax/parser.h"

namespace zeitstrahl {
namespace {

bool parts(mark_kind mark) { return mark == mark_kind::comma || mark == mark_kind::divider; }

// Cases and numbers that the words of a noun phrase share, by its head.
std::uint8_t cases_of(const syntax_tokens& tokens, std::size_t at) {
  constexpr tag_roles inflected = tag_role::noun | tag_role::name | tag_role::pronoun |
                                  tag_role::relative | tag_role::determiner | tag_role::adjective;
  constexpr tag_roles before =
      tag_role::determiner | tag_role::adjective | tag_role::number | tag_role::adverb;
  constexpr std::size_t reach = 6;
  const syntax_token& t = tokens[at];
  if (!t.is.any(inflected)) return 0;
  std::uint32_t forms = t.word.form.nominal ? t.word.form.nominal : 0xFFFFu;
  if (t.is.any(tag_role::name)) forms = 0xFFFF;
  if (t.is.any(tag_role::noun | tag_role::name)) {
    for (std::size_t i = at; i-- > 0 && i + reach >= at && tokens[i].is.any(before);) {
      const std::uint32_t by = tokens[i].word.form.nominal;
      if (!(forms & by)) continue;
      forms &= by;
      if (tokens[i].is.any(tag_role::determiner)) break;
    }
  }
  std::uint32_t cases = 0;
  std::uint32_t numbers = 0;
  for (int c = 0; c < 4; ++c) {
    const std::uint32_t genders = forms >> (4 * c) & 15;
    if (genders) cases |= 1u << c;
    if (genders & 7) numbers |= 1;
    if (genders & 8) numbers |= 2;
  }
  return static_cast<std::uint8_t>(1 + cases + 16 * numbers);
}

}  // namespace

void look_around(syntax_tokens& tokens) {
  std::uint8_t last = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    syntax_token& t = tokens[i];
    t.verb_before = last;
    if (parts(t.word.mark)) {
      last = 0;
    } else if (t.is.any(tag_role::verb)) {
      last = static_cast<std::uint8_t>(t.tag + 1);
    }
    t.cases = cases_of(tokens, i);
    t.verb_numbers = 0;
    if (t.is.any(tag_role::finite) && t.word.form.verbal) {
      t.verb_numbers = static_cast<std::uint8_t>(1 | ((t.word.form.verbal & 7) ? 2 : 0) |
                                                 ((t.word.form.verbal & 56) ? 4 : 0));
    }
  }
  std::uint8_t next = 0;
  for (std::size_t i = tokens.size(); i-- > 0;) {
    syntax_token& t = tokens[i];
    t.verb_behind = next;
    if (parts(t.word.mark)) {
      next = next | 1;
    } else if (t.is.any(tag_role::verb | tag_role::particle)) {
      next = static_cast<std::uint8_t>(2 * (t.tag + 1));
    }
  }
}

namespace {

constexpr std::uint32_t move_kinds = 1001;
constexpr std::uint32_t label_kinds = 2001;

// A nominal against a finite verb: 0 unknown, 1 agrees, 2 does not, 2 more without a
// nominative.
std::uint64_t agreement(const syntax_token& nominal, const syntax_token& verb) {
  if (!verb.verb_numbers || !nominal.cases) return 0;
  const int numbers = (nominal.cases - 1) >> 4;
  const bool nominative = (nominal.cases - 1) & 1;
  const bool fits =
      (numbers & 1 && verb.verb_numbers & 2) || (numbers & 2 && verb.verb_numbers & 4);
  return 1u + (fits ? 0u : 1u) + (nominative ? 0u : 2u);
}

std::uint64_t distance_class(token_index distance) {
  if (distance > 10) return 6;
  if (distance > 5) return 5;
  return static_cast<std::uint64_t>(std::max(distance, 0));
}

// Reads tokens that may be none (-1) or the root (the size).
struct reader {
  const syntax_tokens& tokens;
  const parser_state& state;

  bool is_token(token_index i) const { return i >= 0 && i < state.size(); }
  const syntax_token& at(token_index i) const { return tokens[static_cast<std::size_t>(i)]; }
  std::uint64_t word(token_index i) const { return i < 0 ? 3 : is_token(i) ? at(i).word.lower : 5; }
  std::uint64_t tag(token_index i) const { return i < 0 ? 0 : is_token(i) ? at(i).tag + 1u : 63; }
  std::uint64_t label(token_index i) const {
    return i < 0 ? 0 : static_cast<std::uint64_t>(state.label(i) + 2);
  }
  std::uint64_t cases(token_index i) const { return is_token(i) ? at(i).cases : 0; }
  std::uint64_t lemma(token_index i) const {
    if (!is_token(i)) return 0;
    return at(i).word.lemma ? at(i).word.lemma : at(i).word.lower;
  }
  int clause(token_index i) const { return i < 0 ? -3 : is_token(i) ? at(i).clause : -2; }
  parser_state::children children(token_index i) const {
    return i < 0 ? parser_state::children() : state.of(i);
  }
  std::uint64_t agreement_of(token_index nominal, token_index verb) const {
    return is_token(nominal) && is_token(verb) ? agreement(at(nominal), at(verb)) : 9;
  }
  std::uint64_t commas(token_index from, token_index to) const {
    std::uint64_t out = 0;
    if (from < 0) return 0;
    for (token_index i = from + 1; i < to && i < state.size() && out < 2; ++i) {
      if (at(i).word.mark == mark_kind::comma) ++out;
    }
    return out;
  }
};

}  // namespace

// Whether a separable particle and the verb beside it are one.
std::uint64_t sentence_parser::particle_fit(const syntax_tokens& tokens,
                                            const parser_state& state) const {
  const reader r{tokens, state};
  const auto fits = [&](token_index particle, token_index verb) -> std::uint64_t {
    lexicon::buffer space;
    const syntax_word& word = r.at(verb).word;
    const std::string_view lemma = forms_.lemma(word.text, word.form, pos_verb, space);
    return !lemma.empty() && forms_.has_verb(r.at(particle).word.text, lemma);
  };
  const token_index s0 = state.stack(0), s1 = state.stack(1), b0 = state.front();
  if (r.is_token(b0) && r.is_token(s0) && r.at(b0).is.any(tag_role::particle)) {
    return 1 + fits(b0, s0);
  }
  if (r.is_token(s0) && r.is_token(s1) && r.at(s0).is.any(tag_role::particle)) {
    return 3 + fits(s0, s1);
  }
  return 0;
}

feature_list sentence_parser::move_features(const syntax_tokens& tokens,
                                            const parser_state& state) const {
  const reader r{tokens, state};
  const token_index S0 = state.stack(0), S1 = state.stack(1), S2 = state.stack(2);
  const token_index B0 = state.front();
  const token_index B1 = B0 + 1 <= state.size() ? B0 + 1 : no_token;
  const token_index B2 = B0 + 2 <= state.size() ? B0 + 2 : no_token;
  const std::uint64_t s0w = r.word(S0), s1w = r.word(S1), b0w = r.word(B0), b1w = r.word(B1);
  const std::uint64_t s0 = r.tag(S0), s1 = r.tag(S1), s2 = r.tag(S2);
  const std::uint64_t b0 = r.tag(B0), b1 = r.tag(B1), b2 = r.tag(B2);
  const std::uint64_t d = S0 < 0 ? 0 : distance_class(B0 - S0);
  const std::uint64_t d1 = S1 < 0 ? 0 : distance_class(S0 - S1);
  const parser_state::children c0 = r.children(S0), c1 = r.children(S1), cb = r.children(B0);
  const auto few = [](std::uint16_t n) -> std::uint64_t { return std::min<std::uint16_t>(n, 3); };

  feature_list f(move_kinds);
  f.add(0);
  f.add(s0w, s0);
  f.add(s0);
  f.add(b0w, b0);
  f.add(b0);
  f.add(s1w, s1);
  f.add(s1);
  f.add(b1w, b1);
  f.add(b1);
  f.add(s2, s1);
  f.add(b2, b1);
  f.add(s0w, b0w);
  f.add(s0w, b0);
  f.add(s0, b0w);
  f.add(s0, b0);
  f.add(s0w, s0, b0);
  f.add(s0, b0w, b0);
  f.add(s1w, s0w);
  f.add(s1w, s0);
  f.add(s1, s0w);
  f.add(s1, s0);
  f.add(s1, s0, b0);
  f.add(s1, s0, b0w);
  f.add(s1w, s0, b0);
  f.add(s1, s0w, b0);
  f.add(b0, b1);
  f.add(b0, b1, b2);
  f.add(s0, b0, b1);
  f.add(s0, b0, b1, b2);
  f.add(s1, s0, b0, b1);
  f.add(s2, s1, s0);
  f.add(s2, s1, s0, b0);
  f.add(s1, b0);
  f.add(s1w, b0);
  f.add(s0w, b0, b1);
  // children
  f.add(r.tag(c0.left), r.label(c0.left), s0, b0);
  f.add(r.tag(c0.right), r.label(c0.right), s0, b0);
  f.add(r.tag(c1.right), r.label(c1.right), s1, s0);
  f.add(r.tag(c1.left), r.label(c1.left), s1, s0);
  f.add(r.tag(cb.left), r.label(cb.left), s0, b0);
  f.add(r.label(cb.left), r.label(cb.left2), b0, s0);
  f.add(r.label(c0.left), r.label(c0.left2), s0, b0);
  f.add(r.label(c0.right), r.label(c0.right2), s0, b0);
  f.add(r.label(c1.right), r.label(c1.right2), s1, s0);
  f.add(r.word(c0.left), s0, b0);
  f.add(r.word(c0.right), s0, b0);
  f.add(r.word(c1.right), s1, s0);
  f.add(r.word(cb.left), b0, s0);
  f.add(r.word(c0.left), s1, s0);
  f.add(r.tag(c0.left), s1, s0, b0);
  f.add(r.word(c1.left), s1, s0, b0);
  f.add(s0, few(c0.lefts), few(c0.rights), b0);
  f.add(s1, few(c1.rights), few(c1.lefts), s0);
  f.add(b0, few(cb.lefts), s0);
  f.add(r.label(c0.left), s0, s1, few(c1.rights));
  // distances
  f.add(s0, b0, d);
  f.add(s0w, b0, d);
  f.add(s1, s0, d1);
  f.add(s1w, s0, d1);
  f.add(s1, s0, d1, b0);
  f.add(s0, b0w, d);
  // the verbs around, agreement, the lexicon
  const std::uint64_t behind0 = r.is_token(B0) ? r.at(B0).verb_behind + 1u : 0;
  const std::uint64_t behind_s = S0 >= 0 ? r.at(S0).verb_behind + 1u : 0;
  const std::uint64_t before0 = r.is_token(B0) ? r.at(B0).verb_before + 1u : 0;
  f.add(s0, b0, behind0);
  f.add(s1, s0, behind0);
  f.add(s1, s0, b0, behind0);
  f.add(s0, b0, before0);
  f.add(s1, s0, behind_s, b0);
  f.add(before0, behind0, b0, s0);
  f.add(s1, s0, before0, behind0);
  f.add(r.cases(S0), s0, b0);
  f.add(r.cases(S0), r.cases(S1), s1, s0);
  f.add(r.cases(S0), s1, s0, r.tag(c0.left));
  f.add(r.cases(S0), r.cases(B0), s0, b0);
  f.add(r.lemma(S1), s0, r.cases(S0));
  f.add(r.lemma(S1), s0, r.word(c0.left));
  f.add(r.lemma(B0), s0, r.word(c0.left));
  f.add(r.lemma(S1), s0, b0);
  f.add(r.lemma(S0), b0);
  f.add(r.lemma(B0), s0, r.cases(S0));
  f.add(particle_fit(tokens, state), s0, b0);
  f.add(r.agreement_of(S0, B0), s0, b0);
  f.add(r.agreement_of(S0, S1), s1, s0);
  f.add(r.agreement_of(S1, S0), s1, s0);
  const std::uint64_t commas1 = S0 >= 0 ? r.commas(S1, S0) : 0;
  const std::uint64_t commas0 = r.commas(S0, B0);
  f.add(commas1, s1, s0);
  f.add(commas0, s0, b0);
  f.add(commas1, commas0, s1, s0 * 64 + b0);
  f.add(commas0, s0, b0, behind0);
  f.add(commas1, s1, s0, behind0);
  // the fields
  const std::uint64_t e0 = r.clause(S0) == r.clause(B0), e1 = r.clause(S1) == r.clause(S0);
  const std::uint64_t e2 = r.clause(S1) == r.clause(B0);
  const std::uint64_t e3 = B1 >= 0 && r.clause(B0) == r.clause(B1);
  const std::uint64_t next0 = r.is_token(B0) ? r.at(B0).next_verb + 1u : 0;
  const std::uint64_t next_s = S0 >= 0 ? r.at(S0).next_verb + 1u : 0;
  const std::uint64_t last_s = S0 >= 0 ? r.at(S0).verb_last : 2;
  const std::uint64_t last_b = r.is_token(B0) ? r.at(B0).verb_last : 2;
  const std::uint64_t subject0 = S0 >= 0 && r.at(S0).likely_subject;
  const std::uint64_t subject1 = S1 >= 0 && r.at(S1).likely_subject;
  f.add(e0, s0, b0);
  f.add(e1, s1, s0);
  f.add(e0 * 8 + e1 * 4 + e2 * 2 + e3, s0, b0, s1);
  f.add(e2, s1, s0, b0);
  f.add(next0, e0, s0, b0);
  f.add(next_s, e1, s1, s0);
  f.add(next0, e0 * 2 + e1, s1 * 64 + s0, b0);
  f.add(last_s * 3 + last_b, e0, s0, b0);
  f.add(subject0, s0, b0, e0);
  f.add(subject0, s1, s0, e1);
  f.add(subject0, next0, s0, b0);
  f.add(subject1, s1, s0, e1);
  return f;
}

feature_list sentence_parser::label_features(const syntax_tokens& tokens, const parser_state& state,
                                             token_index h, token_index d) const {
  const reader r{tokens, state};
  const std::uint64_t hw = r.word(h), ht = r.tag(h), dw = r.word(d), dt = r.tag(d), dir = h > d;
  const parser_state::children cd = r.children(d), ch = r.children(h);
  const std::uint64_t cases = r.cases(d), lemma = r.lemma(h);
  const std::uint64_t agrees = r.is_token(h) ? agreement(r.at(d), r.at(h)) : 0;
  const std::uint64_t distance = distance_class(std::abs(h - d));

  // The finite verb of the head's complex, as far as it is known yet.
  constexpr token_index reach = 40;
  token_index verb = no_token;
  if (r.is_token(h)) {
    if (r.at(h).is.any(tag_role::finite)) {
      verb = h;
    } else if (ch.left >= 0 && r.at(ch.left).is.any(tag_role::finite)) {
      verb = ch.left;
    }
    for (token_index i = h - 1; verb < 0 && i >= 0 && i > h - reach; --i) {
      if (r.at(i).word.mark == mark_kind::comma) break;
      if (r.at(i).is.any(tag_role::finite) && (!state.has_head(i) || state.head(i) == h)) verb = i;
    }
  }
  const std::uint64_t verb_agrees = verb >= 0 ? agreement(r.at(d), r.at(verb)) + 1 : 0;
  const std::uint64_t verb_tag = verb >= 0 ? r.tag(verb) * 2 + (d < verb) : 0;
  const std::uint64_t verb_lemma = verb >= 0 ? r.at(verb).word.lemma : 0;

  const token_index sibling = dir ? ch.left : ch.right;
  std::uint64_t has_subject = 0;
  for (token_index i : {ch.left, ch.left2, ch.right, ch.right2}) {
    if (i >= 0 &&
        rules_.of_label(static_cast<std::uint8_t>(state.label(i))).any(label_role::subject)) {
      has_subject = 1;
    }
  }
  std::uint64_t preposition = 0;
  std::uint64_t determiner = 0;
  for (token_index i : {cd.left, cd.left2}) {
    if (i < 0) continue;
    if (r.at(i).is.any(tag_role::adposition | tag_role::subordinator)) preposition = r.word(i);
    if (r.at(i).is.any(tag_role::determiner)) determiner = r.word(i);
  }
  const auto few = [](std::uint16_t n) -> std::uint64_t { return std::min<std::uint16_t>(n, 3); };
  const std::uint64_t behind = d + 1 < state.size() ? r.tag(d + 1) : 63;

  feature_list f(label_kinds);
  f.add(dir);
  f.add(ht, dt, dir);
  f.add(hw, dt, dir);
  f.add(ht, dw, dir);
  f.add(lemma, dw, dir);
  f.add(hw, dw);
  f.add(dw);
  f.add(dt, dir);
  f.add(r.tag(cd.left), r.label(cd.left), dt, ht);
  f.add(r.tag(cd.right), r.label(cd.right), dt, ht);
  f.add(r.word(cd.left), dt, ht, dir);
  f.add(r.word(cd.left), lemma, dt);
  f.add(preposition, ht, dt, dir);
  f.add(preposition, lemma);
  f.add(determiner, ht, dt, dir);
  f.add(r.tag(d - 1), dt, ht, dir);
  f.add(behind, dt, ht, dir);
  f.add(r.word(d - 1), dt, ht);
  f.add(distance, dt, ht, dir);
  f.add(r.label(sibling), dt, ht, dir);
  f.add(has_subject, dt, ht, dir * 2 + (preposition != 0));
  f.add(cases, dt, ht, dir);
  f.add(cases, lemma, dir);
  f.add(cases, has_subject, ht, dir);
  f.add(cases, agrees, dt, dir);
  f.add(cases, verb_agrees, has_subject, dt * 64 + ht);
  f.add(verb_tag, dt, ht, dir);
  f.add(verb_tag, verb_agrees, has_subject, cases);
  f.add(verb_lemma, dt, ht);
  f.add(verb_lemma, cases, ht);
  f.add(preposition != 0, cases, ht, verb_tag);
  f.add(r.at(d).word.lemma, ht, dir);
  f.add(r.at(d).word.endings[2], dt, ht);
  f.add(r.is_token(h) ? r.at(h).word.endings[2] : 0, dt, dir);
  f.add(r.is_token(h) ? r.at(h).verb_behind : 0, dt, ht, dir);
  f.add(r.at(d).verb_behind, dt, ht, dir);
  f.add(r.at(d).verb_before, dt, ht, dir);
  f.add(r.at(d).word.shape, dt, ht, dir);
  f.add(few(cd.lefts), dt, ht, dir);
  f.add(few(ch.lefts), dt, ht, r.label(sibling));
  f.add(h > 0 && r.is_token(h) ? r.tag(h - 1) : 0, dt, ht, dir);
  f.add(h + 1 < state.size() ? r.tag(h + 1) : 0, dt, ht, dir);
  f.add(cases, hw, verb_agrees, has_subject);
  f.add(dt, verb_tag, has_subject, preposition);
  f.add(r.word(cd.left), r.label(cd.left), dt, dir);
  f.add(r.word(cd.left2), dt, ht);
  // the fields
  const std::uint64_t subject = r.at(d).likely_subject;
  f.add(subject, dt, ht, dir);
  f.add(subject, cases, verb_agrees, has_subject);
  f.add(subject, has_subject, dt, ht);
  f.add(r.clause(h) == r.clause(d), dt, ht, dir);
  f.add(r.at(d).verb_last, dt, ht, dir);
  return f;
}

}  // namespace zeitstrahl
