#include "claim/stance.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr int deepest = 8;  // clauses looked through

// The first own word of the clause that has the class, outside of noun phrases' attributes.
token_index own_word(const sentence_reading& s, std::int32_t number, word_class c) {
  const syntax_clause& in = s.clause_at(number);
  return find_word({in.begin, in.end},
                   [&](token_index i) { return s.owner(i) == number && s.is(i, c); });
}

stance by_verb(const syntax_clause& c, modality mode, word_class of) {
  return {mode, c.content == no_token ? c.finite : c.content, of};
}

// "zu erwarten", "zu halten": said by a verb beside "ist", too.
word_classes verbs_of(const sentence_reading& s, std::int32_t number) {
  const syntax_clause& c = s.clause_at(number);
  word_classes out = s.verb_classes(c);
  for (token_index i = c.begin; i < c.end; ++i) {
    if (s.owner(i) == number && s.is(i, tag_role::infinitive) &&
        s.has(i - 1, word_role::infinitive_mark)) {
      out |= s.classes_of_verb(i, no_token);
    }
  }
  return out;
}

bool has(word_classes set, word_class c) { return static_cast<bool>(set & bit(c)); }

// "der Plan, ... zu bauen", "die Gefahr, dass ..."
std::optional<stance> stance_of_noun(const sentence_reading& s, token_index noun) {
  struct row {
    word_class of;
    modality mode;
  };
  constexpr row rows[] = {{word_class::doubt_word, modality::possible},
                          {word_class::chance_word, modality::possible},
                          {word_class::demand_word, modality::possible},
                          {word_class::plan_noun, modality::planned}};
  if (!s.is(noun, tag_role::noun | tag_role::name)) return std::nullopt;
  for (const row& r : rows) {
    if (s.is(noun, r.of)) return stance{r.mode, noun, r.of};
  }
  return std::nullopt;
}

// "Daraus wird nichts"
bool becomes_nothing(const sentence_reading& s, const syntax_clause& c) {
  const bool no_other_verb = c.content == no_token || c.content == c.finite;
  const noun_phrase* subject = s.phrase(c.subject);
  return no_other_verb && s.has(c.finite, word_role::become) && c.negative &&
         (!subject || s.is(subject->head, word_class::negation));
}

// "Der Plan, ... zu bauen, ist vom Tisch"
bool is_subject_called_off(const sentence_reading& s, token_index noun, std::int32_t outer) {
  const noun_phrase* subject = s.phrase(s.clause_at(outer).subject);
  if (!subject || subject->head != noun) return false;
  if (is_called_off(s, outer)) return true;
  const std::optional<stance> found = stance_of_clause(s, outer);
  return found && found->mode == modality::negated;
}

class denial_finder {
 public:
  denial_finder(const sentence_reading& s, std::int32_t clause, word_range time)
      : s_(s), number_(clause), clause_(s.clause_at(clause)), time_(time) {}

  token_index find() const {
    for (token_index i = begin(); i < end(); ++i) {
      if (denies(i) && reaches(i)) return i;
    }
    // "statt im Juli"
    return find_word({begin(), time_.begin}, [&](token_index i) {
      return s_.is(i, word_class::instead) && only_leads(i + 1, time_.begin) &&
             !has_number(i + 1, time_.begin);
    });
  }

 private:
  // The clause, and what stands without a verb right behind or before it.
  token_index begin() const { return std::min(clause_.begin, time_.begin); }
  token_index end() const { return std::max(clause_.end, time_.end); }

  bool denies(token_index i) const {
    if (!s_.is(i, word_class::negation) && !s_.has(i, word_role::negation)) return false;
    if (s_.is(i + 1, word_class::negation_escape)) return false;
    const std::int32_t owner = s_.owner(i);
    const bool own = owner == number_ || s_.clause_at(owner).kind == clause_kind::heading ||
                     s_.clause_at(owner).joined == number_;
    return own && !describes(i) && !measures(i);
  }

  // "keine 17 Stunden spaeter": says how long
  bool measures(token_index i) const {
    return s_.is(i, tag_role::determiner) && s_.is(i + 1, tag_roles(tag_role::number));
  }

  // "die nicht oeffentlichen Plaene": part of a noun phrase, and no determiner of it.
  bool describes(token_index i) const {
    if (s_.is(i, tag_role::determiner | tag_role::pronoun)) return false;
    if (!s_.is(i + 1, tag_role::adjective)) return false;
    const syntax_token& next = s_.word(i + 1);
    const bool attributive = next.head > i + 1 && s_.is(next.head, tag_role::noun | tag_role::name);
    return attributive && (i == 0 || next.head == i + 2 || s_.is(i - 1, tag_role::determiner));
  }

  bool reaches(token_index denial) const {
    if (is_compared(denial)) return false;
    for (token_index i = time_.end; i < denial; ++i) {  // "waechst weiter: kein Wort davon"
      if (s_.mark(i) == mark_kind::divider) return false;
    }
    const token_index contrast = contrast_behind(denial);
    if (contrast != no_token) return time_.begin > denial && time_.begin < contrast;
    const token_index joint = joint_before(denial);
    if (joint != no_token) return time_.begin > joint;
    const token_index next = joint_behind(denial);
    return next == no_token || time_.begin < next;
  }

  // "nicht so erfolgreich wie das Fest im Sommer": a comparison stands between; but "nicht wie
  // (einst) geplant im Sommer".
  bool is_compared(token_index denial) const {
    const auto is_participle = [&](token_index i) {
      return i < s_.size() && s_.word(i).word.form.is(pos_participle);
    };
    return any_word({denial + 1, time_.begin}, [&](token_index i) {
      const bool expected = is_participle(i + 1) || is_participle(i + 2);
      return s_.is(i, word_class::how) && s_.owner(i) == s_.owner(denial) && !expected;
    });
  }

  token_index contrast_behind(token_index i) const {
    for (token_index k = i + 1; k < s_.size(); ++k) {
      if (s_.has(k, word_role::contrast)) return k;
      if (s_.mark(k) == mark_kind::stop) break;
    }
    return no_token;
  }

  // The coordinator or comma that what is denied begins with: only a time and what leads to it
  // stands between, or a whole verb stands before it.
  token_index joint_before(token_index denial) const {
    for (token_index k = denial - 1; k > begin(); --k) {
      const bool joint = s_.is(k, tag_role::coordinator) || s_.mark(k) == mark_kind::comma;
      if (!joint) continue;
      if (only_leads(k + 1, denial)) return k;
      if (s_.is(k, tag_role::coordinator) && ends_verb(k - 1)) return k;
      if (s_.is(k, tag_role::coordinator)) return no_token;
    }
    return no_token;
  }

  // "nicht gesperrt und 2023 offen", "kein Geld, aber jetzt Zeit": behind it is another conjunct
  token_index joint_behind(token_index denial) const {
    for (token_index k = denial + 1; k < end(); ++k) {
      if (!s_.is(k, tag_role::coordinator)) continue;
      if (ends_verb(k - 1) || s_.is(k, word_class::tie)) return k;
    }
    return no_token;
  }

  bool ends_verb(token_index i) const {
    return s_.owner(i) == number_ && s_.is(i, tag_role::infinitive | tag_role::participle);
  }

  // "statt 2021 erst [2025]": another time stands between
  bool has_number(token_index from, token_index to) const {
    return any_word({from, to},
                    [&](token_index i) { return s_.is(i, tag_roles(tag_role::number)); });
  }

  // Prepositions, determiners, adverbs, and times.
  bool only_leads(token_index from, token_index to) const {
    return all_words({from, to}, [&](token_index i) {
      return s_.is(i, tag_role::adposition | tag_role::determiner | tag_role::number) ||
             s_.is(i, word_class::focus) || s_.is(i, word_class::filler) ||
             s_.has(i, word_role::negation) || time_.holds(i) || s_.has(i, word_role::time_noun);
    });
  }

  const sentence_reading& s_;
  std::int32_t number_;
  const syntax_clause& clause_;
  word_range time_;
};

}  // namespace

bool is_called_off(const sentence_reading& s, std::int32_t clause) {
  const syntax_clause& c = s.clause_at(clause);
  const word_classes verbs = verbs_of(s, clause);
  if (c.negative) return has(verbs, word_class::hold_verb) || becomes_nothing(s, c);
  const bool excluded =
      s.has(c.finite, word_role::be) && own_word(s, clause, word_class::exclude_word) != no_token;
  return has(verbs, word_class::cancel_verb) || excluded;
}

std::optional<stance> stance_of_clause(const sentence_reading& s, std::int32_t number) {
  const syntax_clause& c = s.clause_at(number);
  const word_classes verbs = verbs_of(s, number);
  const auto word = [&](word_class of) { return own_word(s, number, of); };
  if (has(verbs, word_class::deny_verb)) {
    return by_verb(c, c.negative ? modality::actual : modality::negated, word_class::deny_verb);
  }
  if (has(verbs, word_class::exclude_verb)) {
    return by_verb(c, c.negative ? modality::possible : modality::negated,
                   word_class::exclude_verb);
  }
  if (const token_index at = word(word_class::exclude_word); at != no_token) {
    return stance{c.negative ? modality::possible : modality::negated, at,
                  word_class::exclude_word};
  }
  if (const token_index at = word(word_class::certain_word); at != no_token && c.negative) {
    return stance{modality::possible, at, word_class::certain_word};
  }
  for (const word_class of : {word_class::doubt_word, word_class::chance_word}) {
    const token_index at = word(of);
    if (at != no_token) return stance{modality::possible, at, of};
  }
  for (const word_class of :
       {word_class::doubt_verb, word_class::expect_verb, word_class::demand_verb}) {
    if (has(verbs, of)) return by_verb(c, modality::possible, of);
  }
  return std::nullopt;
}

std::optional<stance> find_stance(const sentence_reading& s, std::int32_t number) {
  for (int steps = 0; steps < deepest; ++steps) {
    const syntax_clause& c = s.clause_at(number);
    if (!s.is_complement(number)) {
      if (c.parent != no_clause || c.joined == no_clause) return std::nullopt;
      number = c.joined;  // what goes on with a clause is governed as that is
      continue;
    }
    // "unklar ist, wann sie einstuerzte": that she did is taken for granted
    const bool whether = c.opener != no_token && s.has(c.opener, word_role::whether);
    if (c.force == clause_force::question && !whether && c.tense != verb_tense::present &&
        c.tense != verb_tense::future) {
      return std::nullopt;
    }
    const std::int32_t outer = s.outer_of(number);
    if (outer == no_clause) return std::nullopt;
    if (c.governor != no_token) {
      if (is_subject_called_off(s, c.governor, outer)) {
        return stance{modality::negated, s.clause_at(outer).finite, word_class::cancel_verb};
      }
      if (auto found = stance_of_noun(s, c.governor)) return found;
    }
    const syntax_clause& o = s.clause_at(outer);
    if (auto found = stance_of_clause(s, outer)) return found;
    if (o.force == clause_force::question || o.force == clause_force::condition) {
      return stance{modality::possible, o.finite, word_class::question};
    }
    // "glaubt nicht, dass", "es gibt keine Belege, dass"
    if (o.negative && o.negation != no_token) {
      return stance{modality::possible, o.negation, word_class::negation};
    }
    number = outer;
  }
  return std::nullopt;
}

bool sets_condition(const sentence_reading& s, const syntax_clause& c) {
  if (c.force != clause_force::condition) return false;
  if (c.opener != no_token) return !s.is(c.opener - 1, word_class::concession);
  if (c.mood != verb_mood::indicative || c.tense == verb_tense::present) return true;
  return c.modal != no_token && s.word(c.finite).word.form.is(pos_subjunctive2);  // "sollte"
}

std::optional<stance> find_condition(const sentence_reading& s, std::int32_t number) {
  const auto count = static_cast<std::int32_t>(s.parts().clauses.size());
  for (std::int32_t i = 0; i < count; ++i) {
    const syntax_clause& c = s.clause_at(i);
    if (i == number || !sets_condition(s, c)) continue;
    const bool beside = s.outer_of(i) == number || (c.parent == no_clause && c.begin == 0);
    if (!beside || s.clause_at(number).kind == clause_kind::relative) continue;
    return stance{modality::possible, c.opener == no_token ? c.finite : c.opener,
                  word_class::condition};
  }
  return std::nullopt;
}

token_index denial_of(const sentence_reading& s, std::int32_t clause, word_range time) {
  return denial_finder(s, clause, time).find();
}

bool is_corrected_between(const sentence_reading& s, word_range first, word_range second) {
  if (s.is(first.begin - 1, word_class::instead)) return true;
  return any_word({first.end, second.begin}, [&](token_index i) {
    return s.has(i, word_role::contrast) || s.has(i, word_role::negation) ||
           s.is(i, word_class::negation) || s.is(i, word_class::instead);
  });
}

}  // namespace zeitstrahl
