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

// What is over, though the verbs of its clause may not say so: a participle in an aside, before a
// noun, or at the end of a heading.
class participle_reader {
 public:
  participle_reader(const sentence& s, const syntax_clause& c, token_index time)
      : s_(s), c_(c), begin_(time), end_(time) {
    while (begin_ > 0 && !cuts(begin_ - 1)) --begin_;
    while (end_ < size() && !cuts(end_)) ++end_;
  }

  // The participle, or no_token.
  token_index find(token_index time) const {
    if (is_aside()) return end_ - 1;
    if (is_headline(time)) return c_.finite;
    return has_article_before(time) ? attribute_behind(time) : no_token;
  }

 private:
  token_index size() const { return static_cast<token_index>(s_.words.size()); }
  const syntax_token& at(token_index i) const { return s_.words[static_cast<std::size_t>(i)]; }
  bool is_comma(token_index i) const {
    return i >= 0 && i < size() && at(i).word.mark == mark_kind::comma;
  }
  bool cuts(token_index i) const {
    return at(i).word.mark != mark_kind::none || at(i).is.any(tag_role::finite);
  }

  // "Roth[, am Freitag zum Chef gewaehlt,] will sparen", but not "wird am Montag gebaut, am
  // Freitag gestrichen, ..."
  bool is_aside() const {
    const bool listed = c_.finite != no_token && c_.finite < begin_ &&
                        (c_.modal != no_token || at(c_.finite).word.roles.any(word_role::become));
    return is_comma(begin_ - 1) && is_comma(end_) && !listed &&
           at(end_ - 1).word.form.is(pos_participle);
  }

  // "Gueterzug am Freitag bei Ulm [entgleist]": more than one phrase stands before the verb.
  bool is_headline(token_index time) const {
    const bool last = c_.finite + 1 == size() || at(c_.finite + 1).word.mark == mark_kind::stop;
    return c_.kind == clause_kind::main && last && end_ == c_.finite && c_.begin == begin_ &&
           c_.content == c_.finite && c_.begin + 1 < time &&
           at(c_.finite).word.form.is(pos_participle);
  }

  // "der erst im Mai", but not "in der Nacht im Mai"
  bool has_article_before(token_index time) const {
    constexpr tag_roles leads = tag_role::adverb | tag_role::adposition;
    token_index i = time - 1;
    while (i >= begin_ && at(i).is.any(leads)) --i;
    return i >= begin_ && i + 1 < time && at(i).is.any(tag_role::determiner);
  }

  // "... aus dem Rat [ausgeschiedene] Jan Roth"
  token_index attribute_behind(token_index time) const {
    for (token_index i = time + 1; i + 1 < end_; ++i) {
      const morphology& form = at(i).word.form;
      if ((form.detail & detail_participial) && !form.is(pos_present_participle) &&
          !at(i).word.capital && at(i + 1).is.any(tag_role::noun | tag_role::name)) {
        return i;
      }
    }
    return no_token;
  }

  const sentence& s_;
  const syntax_clause& c_;
  token_index begin_;  // what stands around the time, without marks and finite verbs
  token_index end_;
};

}  // namespace

tense_finder::tense_finder(const language& tables)
    : tables_(tables),
      since_(tables.class_of(engine_class::since)),
      article_(tables.class_of(engine_class::article)),
      put_off_(tables.class_of(engine_class::put_off)) {}

// "seit [Montag]", "ab dem [3. Mai]"
bool tense_finder::follows_since(const scanned_text& scanned, std::uint32_t at) const {
  const auto is = [&](std::uint32_t token, std::size_t word_class) {
    return tables_.is(scanned.tokens[token].entry, word_class);
  };
  if (at == 0) return false;
  return is(at - 1, since_) || (at > 1 && is(at - 1, article_) && is(at - 2, since_));
}

// "geplant", "erwartet": is to come
bool tense_finder::is_put_off(const scanned_text& scanned, const sentence& s,
                              token_index word) const {
  const std::uint32_t token = s.word_tokens[static_cast<std::size_t>(word)].end - 1;
  return tables_.is(scanned.tokens[token].entry, put_off_);
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
  const sentence* const s = sentences.of_token(tokens.begin, analysis_depth::verbs);
  if (!s) return tense::unknown;
  if (const syntax_clause* const c = text_sentences::clause_of(*s, tokens.begin)) {
    const token_index time = text_sentences::word_of(*s, tokens.begin);
    const token_index done = participle_reader(*s, *c, time).find(time);
    if (done != no_token && !is_put_off(scanned, *s, done)) return tense::past;
    // "Kanzler am Freitag in Ulm erwartet"
    const bool heading = c->kind == clause_kind::heading;
    const token_index last = heading ? c->content : done;
    if (last != no_token && (heading || last == c->finite) && is_put_off(scanned, *s, last)) {
      if (c->kind != clause_kind::participial) return tense::future;
      if (c->parent != no_clause) return of(*s, s->clauses[static_cast<std::size_t>(c->parent)]);
    }
    const tense verbs = of(*s, *c);
    if (verbs != tense::unknown) return verbs;
  }
  for (const syntax_clause& c : s->clauses) {
    const tense other = of_verbs(*s, c);
    if (other != tense::unknown) return other;
  }
  return tense::unknown;
}

}  // namespace zeitstrahl
