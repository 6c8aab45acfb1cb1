#include "time/tense.h"

namespace zeitstrahl {
namespace {

tense of_verbs(const sentence& s, const syntax_clause& c) {
  switch (c.tense) {
    case verb_tense::preterite:
    case verb_tense::perfect:
    case verb_tense::pluperfect:
      return tense::past;
    case verb_tense::future:
    case verb_tense::future_perfect:
      return tense::future;
    case verb_tense::present:
      if (c.perfect_infinitive) return tense::past;
      if (c.modal != no_token) return tense::future;
      // "wird gesperrt", "wird spannend": what becomes so is to come.
      return s.words[static_cast<std::size_t>(c.finite)].word.roles.any(word_role::become)
                 ? tense::future
                 : tense::present;
    case verb_tense::none:
      break;
  }
  return tense::unknown;
}

tense of_infinite(const sentence& s, const syntax_clause& c) {
  if (c.content == no_token) return tense::unknown;
  const syntax_token& verb = s.words[static_cast<std::size_t>(c.content)];
  switch (c.kind) {
    case clause_kind::infinitive:
      return tense::future;  // what is planned, promised, demanded
    case clause_kind::participial:
      if (verb.word.form.is(pos_present_participle)) return tense::present;
      return verb.word.form.detail & detail_participial ? tense::past : tense::unknown;
    case clause_kind::heading:
      return verb.is.any(tag_role::participle) ? tense::past : tense::unknown;
    default:
      return tense::unknown;
  }
}

tense of(const sentence& s, const syntax_clause& c) {
  const tense verbs = of_verbs(s, c);
  return verbs == tense::unknown ? of_infinite(s, c) : verbs;
}

}  // namespace

tense_finder::tense_finder(const language& tables)
    : tables_(tables),
      since_(tables.class_of(engine_class::since)),
      article_(tables.class_of(engine_class::article)) {}

// "seit [Montag]", "ab dem [3. Mai]"
bool tense_finder::follows_since(const scanned_text& scanned, std::uint32_t at) const {
  const auto is = [&](std::uint32_t token, std::size_t word_class) {
    return tables_.is(scanned.tokens[token].entry, word_class);
  };
  if (at == 0) return false;
  return is(at - 1, since_) || (at > 1 && is(at - 1, article_) && is(at - 2, since_));
}

tense tense_finder::of_clause(text_sentences& sentences, span tokens) {
  const sentence* const s = sentences.of_token(tokens.begin, analysis_depth::verbs);
  if (!s) return tense::unknown;
  const syntax_clause* const c = text_sentences::clause_of(*s, tokens.begin);
  return c ? of(*s, *c) : tense::unknown;
}

tense tense_finder::find(const scanned_text& scanned, text_sentences& sentences,
                         span tokens) const {
  if (follows_since(scanned, tokens.begin)) return tense::past;
  const tense clause_tense = of_clause(sentences, tokens);
  if (clause_tense != tense::unknown) return clause_tense;
  const sentence* const s = sentences.of_token(tokens.begin, analysis_depth::verbs);
  if (!s) return tense::unknown;
  for (const syntax_clause& c : s->clauses) {
    const tense other = of_verbs(*s, c);
    if (other != tense::unknown) return other;
  }
  return tense::unknown;
}

}  // namespace zeitstrahl
