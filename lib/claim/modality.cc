#include "claim/modality.h"

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

class modality_finder {
 public:
  modality_finder(const analyzed_text& text, const sentence_clauses& clauses,
                  std::uint32_t clause_index, const claim_time& time, std::vector<cue>& cues)
      : text_(text), clauses_(clauses), index_(clause_index), time_(time), cues_(cues) {}

  modality_verdict find() {
    if (has_hearsay()) return {modality::actual, true};
    if (is_negated()) return {modality::negated};
    if (is_possible()) return {modality::possible};
    if (is_planned()) return {modality::planned};
    return {};
  }

 private:
  const clause& at(std::uint32_t index) const { return clauses_.clauses[index]; }

  bool settle(std::uint32_t token, word_class c) {
    std::string_view rule = text_.tables.row_name(text_.words[token].entry, c);
    if (rule.empty()) rule = text_.tables.row_name(c);
    cues_.push_back({text_.where({token, token + 1}), cue::field::modality, rule});
    return true;
  }

  template <class F>
  std::uint32_t find_own(std::uint32_t index, F&& wanted) const {
    const clause& c = at(index);
    for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
      if (clauses_.owns(index, i) && text_.is_word(i) && wanted(i)) return i;
    }
    return no_index;
  }

  word_classes verb_classes(std::uint32_t token) const {
    if (token == no_index) return {};
    const analyzed_word& w = text_.words[token];
    if (w.prefix == 0) return text_.tables.classes_of_verb({}, w.verb);
    return text_.tables.classes_of_verb(fold_case(text_.in(token).substr(0, w.prefix)), w.verb);
  }

  bool head_is(std::uint32_t index, word_class c) const {
    return static_cast<bool>(verb_classes(at(index).head) & bit(c));
  }

  // A finite form of the clause that may be past or not.
  std::uint8_t head_forms(std::uint32_t index) const {
    return at(index).head == no_index ? 0 : verb_forms(text_, at(index).head);
  }

  // The clause, then those that govern it.
  std::uint32_t governing(std::uint32_t index) const { return at(index).parent; }

  // "soll seit 2019 leer sein": nobody plans what has begun.
  bool is_said_to_hold() {
    const bool began = time_.published && time_.when.begin_latest.given() &&
                       time_.when.begin_latest.date < *time_.published &&
                       time_.when.end_latest.kind == bound::state::open;
    return began && head_is(index_, word_class::ought) && head_forms(index_) & present;
  }

  // "soll 2019 gekauft haben"
  bool has_hearsay() {
    if (is_said_to_hold()) return note_hearsay();
    if (!head_is(index_, word_class::plan_verb) || !(head_forms(index_) & present)) return false;
    const std::uint32_t have = find_own(index_, [&](std::uint32_t i) {
      constexpr word_classes perfect =
          bit(word_class::auxiliary_have) | bit(word_class::auxiliary_be);
      return i != at(index_).head && verb_forms(text_, i) & infinitive &&
             static_cast<bool>(verb_classes(i) & perfect) && i > clauses_.tokens.begin &&
             verb_forms(text_, i - 1) & participle;
    });
    if (have == no_index) return false;
    const bool by_have{verb_classes(have) & bit(word_class::auxiliary_have)};
    if (!by_have && !lies_before()) return false;
    return note_hearsay();
  }

  bool note_hearsay() {
    cues_.push_back({text_.where({at(index_).head, at(index_).head + 1}), cue::field::reported,
                     text_.tables.row_name(word_class::plan_verb)});
    return true;
  }

  bool lies_before() const {
    return time_.published && time_.when.end_latest.given() &&
           time_.when.end_latest.date < *time_.published;
  }

  // The time begins behind the publication.
  bool lies_ahead() const {
    return time_.published && time_.when.begin_earliest.given() &&
           time_.when.begin_earliest.date > *time_.published;
  }
  bool starts_now() const {
    return time_.published && time_.when.begin_earliest.given() &&
           time_.when.begin_earliest.date >= *time_.published;
  }

  bool is_negated() {
    const std::uint32_t no = find_own(index_, [&](std::uint32_t i) { return negates(i); });
    if (no != no_index) return settle(no, word_class::negation);
    if (governs_time(word_class::deny_verb)) {
      return settle(at(index_).head, word_class::deny_verb);
    }
    const std::uint32_t parent = governing(index_);
    if (parent != no_index && depends_as_object()) {
      const std::uint32_t deny = find_own(parent, [&](std::uint32_t i) {
        return static_cast<bool>(verb_classes(i) & bit(word_class::deny_verb));
      });
      if (deny != no_index) return settle(deny, word_class::deny_verb);
    }
    return false;
  }

  // "denies to have ordered", "dass ..."; no "weil ..."
  bool depends_as_object() const {
    const clause& c = at(index_);
    return c.is == clause::kind::infinitive ||
           (c.is == clause::kind::subordinate && c.opener != no_index &&
            text_.words[c.opener].is_any(bit(word_class::complementizer) |
                                         bit(word_class::question)));
  }

  // A negation that is not inside a noun phrase ("die nicht oeffentlichen Plaene") and not one
  // that only looks so ("nicht nur").
  bool negates(std::uint32_t i) const {
    if (!text_.is(i, word_class::negation)) return false;
    if (i + 1 < text_.words.size() && text_.is(i + 1, word_class::negation_escape)) return false;
    if (text_.is(i, word_class::article)) return true;
    if (i == clauses_.tokens.begin || !text_.is_word(i - 1)) return true;
    const bool in_phrase = text_.words[i - 1].is_any(
        bit(word_class::article) | bit(word_class::contraction) | bit(word_class::preposition));
    return !in_phrase || !reaches_noun(i);
  }

  // Only adjectives up to the noun: no "das nicht" with a pronoun.
  bool reaches_noun(std::uint32_t i) const {
    for (std::uint32_t next = i + 1; next < clauses_.tokens.end && text_.is_word(next); ++next) {
      if (text_.is_capital(next)) return next > i + 1;
    }
    return false;
  }

  bool is_possible() {
    // "koennte", "duerfte"
    const std::uint32_t head = at(index_).head;
    if (head != no_index && head_forms(index_) & conditional && head_is(index_, word_class::may)) {
      return settle(head, word_class::may);
    }
    const std::uint32_t word =
        find_own(index_, [&](std::uint32_t i) { return text_.is(i, word_class::possible_word); });
    if (word != no_index) return settle(word, word_class::possible_word);
    for (std::uint32_t index = index_; index != no_index; index = governing(index)) {
      const std::uint32_t opener = at(index).opener;
      if (opener != no_index && text_.is(opener, word_class::condition)) {
        return settle(opener, word_class::condition);
      }
      if (index == index_) continue;
      const std::uint32_t governor = at(index).head;
      if (at(index_).is == clause::kind::relative || governor == no_index) break;
      if (verb_classes(governor) & bit(word_class::expect_verb)) {
        return settle(governor, word_class::expect_verb);
      }
    }
    return false;
  }

  bool is_planned() {
    const std::uint32_t head = at(index_).head;
    const std::uint8_t forms = head_forms(index_);
    const bool now_or_ahead = starts_now() || time_.when.empty();
    if (head != no_index && head_is(index_, word_class::plan_verb) &&
        !(forms & past && lies_before() && !head_is(index_, word_class::ought))) {
      return settle(head, word_class::plan_verb);
    }
    if (head != no_index && head_is(index_, word_class::auxiliary_become) && forms & present &&
        (now_or_ahead ? has_infinitive() : has_mere_infinitive() && !lies_before())) {
      return settle(head, word_class::auxiliary_become);
    }
    if (head != no_index && head_is(index_, word_class::auxiliary_become) &&
        forms & (subjunctive | conditional) && has_infinitive()) {
      return settle(head, word_class::auxiliary_become);
    }
    const std::uint32_t plan =
        find_own(index_, [&](std::uint32_t i) { return text_.is(i, word_class::plan_word); });
    // "hat heute den Abzug angekuendigt" is done
    const bool done = plan != no_index && head_is(index_, word_class::auxiliary_have) &&
                      verb_forms(text_, plan) & participle && !lies_ahead();
    if (plan != no_index && !done && !lies_before()) return settle(plan, word_class::plan_word);
    if (is_planned_by_governor()) return true;
    const std::uint32_t future =
        find_own(index_, [&](std::uint32_t i) { return text_.is(i, word_class::future_word); });
    if (future != no_index && starts_now()) return settle(future, word_class::future_word);
    return lies_ahead() && !(forms & past && !(forms & present));
  }

  // The verb is of the class and governs a group around an infinitive that holds the time:
  // "verpflichtete sich, bis 2030 zu bleiben".
  bool governs_time(word_class c) const {
    const std::uint32_t head = at(index_).head;
    if (head == no_index || head > time_.token) return false;
    const main_verb verb = find_main_verb(text_, clauses_, index_);
    if (!static_cast<bool>(text_.tables.classes_of_verb(verb.prefix, verb.base) & bit(c))) {
      return false;
    }
    bool comma = false;
    for (std::uint32_t i = head; i < time_.token; ++i) comma |= text_.symbol(i) == symbol_comma;
    return comma && find_own(index_, [&](std::uint32_t i) {
                      return i > time_.token && text_.is(i, word_class::infinitive_mark);
                    }) != no_index;
  }

  // "kuendigt an, 2026 zu bauen"
  bool is_planned_by_governor() {
    if (governs_time(word_class::announce_verb) && !lies_before()) {
      return settle(at(index_).head, word_class::announce_verb);
    }
    const std::uint32_t parent = governing(index_);
    if (parent == no_index || at(index_).is != clause::kind::infinitive || lies_before()) {
      return false;
    }
    const std::uint32_t plan = find_own(parent, [&](std::uint32_t i) {
      return static_cast<bool>(verb_classes(i) &
                               (bit(word_class::plan_verb) | bit(word_class::announce_verb)));
    });
    return plan != no_index && settle(plan, word_class::announce_verb);
  }

  // Not one that is a participle, too: "wird seit 2010 vergeben".
  bool has_mere_infinitive() const {
    return find_own(index_, [&](std::uint32_t i) {
             const std::uint8_t forms = verb_forms(text_, i);
             return i != at(index_).head && forms & infinitive && !(forms & participle);
           }) != no_index;
  }

  bool has_infinitive() const {
    return find_own(index_, [&](std::uint32_t i) {
             return i != at(index_).head && verb_forms(text_, i) & infinitive;
           }) != no_index;
  }

  const analyzed_text& text_;
  const sentence_clauses& clauses_;
  std::uint32_t index_;
  const claim_time& time_;
  std::vector<cue>& cues_;
};

}  // namespace

modality_verdict find_modality(const analyzed_text& text, const sentence_clauses& clauses,
                               std::uint32_t clause_index, const claim_time& time,
                               std::vector<cue>& cues) {
  return modality_finder(text, clauses, clause_index, time, cues).find();
}

modality_verdict find_nominal_modality(const analyzed_text& text, span tokens,
                                       const claim_time& time, std::vector<cue>& cues) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!text.is(i, word_class::plan_word)) continue;
    cues.push_back({text.where({i, i + 1}), cue::field::modality,
                    text.tables.row_name(text.words[i].entry, word_class::plan_word)});
    return {modality::planned};
  }
  const bool ahead = time.published && time.when.begin_earliest.given() &&
                     time.when.begin_earliest.date > *time.published;
  return {ahead ? modality::planned : modality::actual};
}

}  // namespace zeitstrahl
