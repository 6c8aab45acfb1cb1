#include "syntax/verb_complex.h"

namespace zeitstrahl {
namespace {

const syntax_token& at(const sentence& s, token_index i) {
  return s.words[static_cast<std::size_t>(i)];
}

bool is_first_person(const sentence& s, const syntax_clause& c) {
  if (c.subject == no_phrase) return false;
  const noun_phrase& subject = s.phrases[static_cast<std::size_t>(c.subject)];
  return at(s, subject.head).word.roles.any(word_role::first_person);
}

// "habe" is a subjunctive unless "ich" stands beside it; "haben" may be anything, and is none.
verb_mood mood_of(const sentence& s, const syntax_clause& c) {
  constexpr std::uint8_t plural = 7 << 3;
  const morphology& form = at(s, c.finite).word.form;
  const bool indicative = form.is(pos_present | pos_preterite);
  if (form.is(pos_subjunctive1)) {
    const bool own_form = !(form.verbal & plural) && !is_first_person(s, c);
    if (!indicative || (own_form && !form.is(pos_preterite))) return verb_mood::subjunctive1;
  }
  if (form.is(pos_subjunctive2) && !indicative) return verb_mood::subjunctive2;
  if (form.is(pos_imperative) && !indicative) return verb_mood::imperative;
  return verb_mood::indicative;
}

// The infinite auxiliaries of a clause.
struct auxiliaries {
  word_roles infinitives;
  word_roles participles;
};

auxiliaries auxiliaries_of(const sentence& s, std::int32_t number, const syntax_clause& c) {
  auxiliaries out;
  for (token_index i = c.begin; i < c.end; ++i) {
    if (s.owner[static_cast<std::size_t>(i)] != number || i == c.content) continue;
    const syntax_token& t = at(s, i);
    if (!t.is.any(tag_role::auxiliary) || t.is.any(tag_role::finite)) continue;
    word_roles& of = t.is.any(tag_role::participle) ? out.participles : out.infinitives;
    of = of | t.word.roles;
  }
  return out;
}

}  // namespace

void read_verbs(const sentence& s, std::int32_t number, syntax_clause& c) {
  if (c.finite == no_token) return;
  const syntax_token& finite = at(s, c.finite);
  if (!finite.is.any(tag_role::finite)) return;
  c.mood = mood_of(s, c);
  const bool past = finite.word.form.is(pos_preterite) && !finite.word.form.is(pos_present);
  const bool past_form = past || (c.mood == verb_mood::subjunctive2);
  c.tense = past ? verb_tense::preterite : verb_tense::present;

  const word_roles roles = finite.word.roles;
  const auxiliaries others = auxiliaries_of(s, number, c);
  const bool has_content = c.content != no_token && c.content != c.finite;
  // "wurde durchschlagen": no infinitive, whatever the tagger thinks
  const bool told = past && roles.any(word_role::become) && c.mood == verb_mood::indicative;
  const bool participle = has_content && (at(s, c.content).is.any(tag_role::participle) ||
                                          (told && at(s, c.content).word.form.is(pos_participle)));
  const bool perfect =
      others.infinitives.any(word_role::be) || others.infinitives.any(word_role::have);
  const verb_tense perfect_tense = past_form ? verb_tense::pluperfect : verb_tense::perfect;
  if (roles.any(word_role::become)) {
    c.passive = participle && !perfect;
    const bool future =
        (has_content && !participle) || perfect || (!has_content && others.infinitives.bits);
    if (future) c.tense = perfect && participle ? verb_tense::future_perfect : verb_tense::future;
    c.unreal = future && c.mood == verb_mood::subjunctive2;
  } else if (roles.any(word_role::have)) {
    if (has_content || others.participles.bits) c.tense = perfect_tense;
    c.unreal = c.mood == verb_mood::subjunctive2;
  } else if (roles.any(word_role::be)) {
    const bool passive = others.participles.any(word_role::become);
    const bool moved = participle && at(s, c.content).word.roles.any(word_role::perfect_with_be);
    c.passive = participle && !moved;
    const bool was = !participle && others.participles.any(word_role::be);
    if (passive || moved || was || others.participles.any(word_role::be)) c.tense = perfect_tense;
    c.unreal = c.mood == verb_mood::subjunctive2;
  } else if (finite.word.form.is(pos_modal) && (has_content || others.infinitives.bits)) {
    c.modal = c.finite;
    c.perfect_infinitive = perfect && (participle || others.participles.bits);
    c.passive = participle && (others.infinitives | others.participles).any(word_role::become);
    c.unreal = c.mood == verb_mood::subjunctive2 && c.perfect_infinitive;
  }
}

}  // namespace zeitstrahl
