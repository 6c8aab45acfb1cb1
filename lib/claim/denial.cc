#include "claim/denial.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

class denial_finder {
 public:
  denial_finder(const sentence_reading& s, std::int32_t clause, word_range time)
      : s_(s), number_(clause), clause_(s.clause_at(clause)), time_(time) {}

  token_index find() const {
    for (token_index i = begin(); i < end(); ++i) {
      if (denies(i) && reaches(i)) return i;
    }
    for (token_index i = begin(); i < time_.begin; ++i) {  // "statt im Juli"
      if (s_.is(i, word_class::instead) && only_leads(i + 1, time_.begin) &&
          !has_number(i + 1, time_.begin)) {
        return i;
      }
    }
    return no_token;
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
    for (token_index i = denial + 1; i < time_.begin; ++i) {
      const bool expected = is_participle(i + 1) || is_participle(i + 2);
      if (s_.is(i, word_class::how) && s_.owner(i) == s_.owner(denial) && !expected) return true;
    }
    return false;
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
    for (token_index i = from; i < to; ++i) {
      if (s_.is(i, tag_roles(tag_role::number))) return true;
    }
    return false;
  }

  // Prepositions, determiners, adverbs, and times.
  bool only_leads(token_index from, token_index to) const {
    for (token_index i = from; i < to; ++i) {
      const bool leads = s_.is(i, tag_role::adposition | tag_role::determiner | tag_role::number) ||
                         s_.is(i, word_class::focus) || s_.is(i, word_class::filler) ||
                         s_.has(i, word_role::negation) || time_.holds(i) ||
                         s_.has(i, word_role::time_noun);
      if (!leads) return false;
    }
    return true;
  }

  const sentence_reading& s_;
  std::int32_t number_;
  const syntax_clause& clause_;
  word_range time_;
};

}  // namespace

token_index denial_of(const sentence_reading& s, std::int32_t clause, word_range time) {
  return denial_finder(s, clause, time).find();
}

bool is_corrected_between(const sentence_reading& s, word_range first, word_range second) {
  if (s.is(first.begin - 1, word_class::instead)) return true;
  for (token_index i = first.end; i < second.begin; ++i) {
    if (s.has(i, word_role::contrast) || s.has(i, word_role::negation) ||
        s.is(i, word_class::negation) || s.is(i, word_class::instead)) {
      return true;
    }
  }
  return false;
}

}  // namespace zeitstrahl
