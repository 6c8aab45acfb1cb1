#include "claim/modality.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "claim/stance.h"

namespace zeitstrahl {
namespace {

using verdict = std::optional<modality_verdict>;

class modality_finder {
 public:
  modality_finder(const sentence_reading& s, std::int32_t clause, const claim_time& time,
                  std::vector<cue>& cues)
      : s_(s), number_(clause), c_(s.clause_at(clause)), time_(time), cues_(cues) {}

  modality_verdict find() {
    using step = verdict (modality_finder::*)();
    constexpr step steps[] = {
        &modality_finder::by_force,      &modality_finder::by_condition,
        &modality_finder::by_hearsay,    &modality_finder::by_unreal,
        &modality_finder::by_denial,     &modality_finder::by_failing,
        &modality_finder::by_predicate,  &modality_finder::by_stance,
        &modality_finder::by_new_term,   &modality_finder::by_possible_word,
        &modality_finder::by_own_stance, &modality_finder::by_own_plan,
        &modality_finder::by_infinitive, &modality_finder::by_time,
    };
    if (stands_in_aside()) return by_time().value_or(modality_verdict());
    if (is_of_failing()) return settle(modality::negated, c_.finite);
    for (const step s : steps) {
      if (const verdict found = (this->*s)()) return *found;
    }
    return {};
  }

  modality_verdict find_nominal(word_range phrase) {
    if (is_apposed()) return by_time().value_or(modality_verdict());
    for (token_index i = phrase.begin; i < phrase.end; ++i) {
      if (s_.is(i, word_class::plan_word) && is_called_off(s_, number_))
        return settle(modality::negated, i);
      if (s_.is(i, word_class::plan_word) && !lies_before()) {
        return settle(modality::planned, i, word_class::plan_word);
      }
      const std::optional<stance> found = stance_of_head(i, phrase);
      if (found) return settle(found->mode, found->told_by, found->of);
    }
    if (names_subject(phrase) || comes_to_nothing(phrase)) {
      if (is_called_off(s_, number_)) return settle(modality::negated, c_.content);
      const std::optional<stance> found = stance_of_clause(s_, number_);
      // "wird am Sonntag erwartet" is a plan
      const bool due =
          found && found->of == word_class::expect_verb && (c_.passive || is_headline_participle());
      if (found && !due) return settle(found->mode, found->told_by, found->of);
    } else if (const std::optional<stance> found = own_stance(true)) {
      return settle(found->mode, found->told_by, found->of);
    }
    if (lies_ahead()) return {modality::planned};
    return {};
  }

 private:
  // --- what told it ---

  modality_verdict settle(modality mode, token_index word, word_class of = word_class::count_) {
    if (word == no_token) return {mode};
    std::string_view rule;
    if (of != word_class::count_) {
      rule = s_.text().tables.row_name(s_.text().words[s_.last_token(word)].entry, of);
      if (rule.empty()) rule = s_.text().tables.row_name(of);
    }
    cues_.push_back({s_.text().where(s_.tokens({word, word + 1})), cue::field::modality, rule});
    return {mode};
  }

  bool verb_is(word_class c) const { return static_cast<bool>(s_.verb_classes(c_) & bit(c)); }
  bool finite_is(word_class c) const {
    return c_.finite != no_token &&
           static_cast<bool>(s_.classes_of_verb(c_.finite, no_token) & bit(c));
  }
  bool is_past() const {
    return c_.tense == verb_tense::preterite || c_.tense == verb_tense::perfect ||
           c_.tense == verb_tense::pluperfect;
  }

  // --- where the time lies ---

  bool given() const { return time_.published && time_.when.begin_earliest.given(); }
  bool lies_ahead() const { return given() && time_.when.begin_earliest.date > *time_.published; }
  bool starts_now() const { return given() && time_.when.begin_earliest.date >= *time_.published; }
  bool lies_before() const {
    return time_.published && time_.when.end_latest.given() &&
           time_.when.end_latest.date < *time_.published;
  }
  // "seit 2019": it has begun, and goes on
  bool has_begun() const {
    return time_.published && time_.when.begin_latest.given() &&
           time_.when.begin_latest.date < *time_.published &&
           time_.when.end_latest.kind == bound::state::open;
  }

  // "im laufenden Jahr": it may lie ahead, in part
  bool reaches_ahead() const {
    return time_.published && time_.when.end_latest.given() &&
           time_.when.end_latest.date > *time_.published && !has_begun();
  }

  // "fuer Mittwoch erwartet": may be the day of publication itself.
  bool is_for() const {
    const token_index lead = lead_of_time();
    return s_.is(lead, word_class::shift_target) && s_.is(lead, word_class::about);
  }

  // The first of the preposition and determiners that lead to the time.
  token_index lead_of_time() const {
    token_index lead = time_.words.begin;
    while (lead > c_.begin && s_.is(lead - 1, tag_role::determiner)) --lead;
    const bool own = s_.is(lead, tag_role::adposition) && lead == time_.words.begin;
    return own ? lead : lead - 1;
  }

  // "X, einst Chef in Ulm, koennte gehen": between commas, with its noun right behind the time.
  bool is_apposed() const {
    token_index begin = time_.words.begin;
    while (begin > c_.begin && s_.is(begin - 1, tag_role::determiner | tag_role::adposition))
      --begin;
    token_index noun = time_.words.end;
    while (s_.is(noun, tag_role::adjective)) ++noun;
    if (s_.mark(begin - 1) != mark_kind::comma || !s_.is_common_noun(noun)) return false;
    token_index end = noun;
    while (end < c_.end && s_.mark(end) != mark_kind::comma && !s_.is(end, tag_role::verb)) ++end;
    return end < c_.end && s_.mark(end) == mark_kind::comma;
  }

  // "X - bisher die Haelfte - koennte fallen": between dashes or brackets, and without a verb.
  bool stands_in_aside() const {
    if (is_apposed()) return true;
    const auto bounds = [&](token_index i) {
      const std::string_view written = s_.word(i).word.text;
      return s_.mark(i) == mark_kind::dash || written == "(" || written == ")";
    };
    token_index begin = time_.words.begin;
    while (begin > c_.begin && !bounds(begin - 1)) --begin;
    token_index end = time_.words.end;
    while (end < c_.end && !bounds(end)) ++end;
    if (begin <= c_.begin || end >= c_.end) return false;
    return all_words({begin, end}, [&](token_index i) { return !s_.is(i, tag_role::verb); });
  }

  // --- the steps ---

  verdict by_force() {
    const bool opens = c_.kind == clause_kind::main || c_.kind == clause_kind::heading;
    if (opens && s_.is_asked(number_)) {
      return settle(modality::possible, c_.finite, word_class::question);
    }
    if (c_.force == clause_force::question && !is_fact_of_question()) {
      return settle(modality::possible, c_.opener != no_token ? c_.opener : c_.finite,
                    word_class::question);
    }
    if (c_.force == clause_force::command) return settle(modality::possible, c_.finite);
    return {};
  }

  // "berichtet, wie die Bruecke einstuerzte": a question word, but no "ob", takes it for granted.
  bool is_fact_of_question() const {
    if (c_.kind == clause_kind::main || c_.kind == clause_kind::heading) return false;
    return !s_.has(c_.opener, word_role::whether);
  }

  verdict by_condition() {
    if (c_.force == clause_force::condition) {
      if (!sets_condition(s_, c_)) return {};
      if (has_begun() && c_.mood == verb_mood::indicative) return {};
      return settle(modality::possible, c_.opener != no_token ? c_.opener : c_.finite,
                    word_class::condition);
    }
    const std::optional<stance> condition = find_condition(s_, number_);
    if (!condition || has_begun()) return {};
    if (is_past() && c_.mood == verb_mood::indicative && !c_.unreal) return {};
    return settle(modality::possible, condition->told_by, condition->of);
  }

  // "soll 2019 gekauft haben"; "soll seit 2019 leer sein": nobody plans what has begun
  verdict by_hearsay() {
    if (c_.modal == no_token && !finite_is(word_class::ought)) return {};
    if (!finite_is(word_class::plan_verb) || c_.tense == verb_tense::preterite) return {};
    if (c_.unreal || c_.mood == verb_mood::subjunctive2) return {};
    const bool began = has_begun() && finite_is(word_class::ought);
    if (began && time_.reported) return modality_verdict();  // who says so is named
    // "soll bis Ende 2025 abgeschlossen sein": only the end is told, and lies ahead
    const bool term = !time_.when.begin_earliest.given() && reaches_ahead();
    if (!began && (!has_perfect_infinitive() || lies_ahead() || term)) return {};
    cues_.push_back({s_.text().where(s_.tokens({c_.finite, c_.finite + 1})), cue::field::reported,
                     s_.text().tables.row_name(word_class::plan_verb)});
    return modality_verdict{modality::possible, true};
  }

  // Also where the tagger takes its participle for an infinitive: "ueberfallen haben".
  bool has_perfect_infinitive() const {
    if (c_.perfect_infinitive) return true;
    for (token_index i = c_.finite + 2; i < s_.size(); ++i) {
      const bool inside = i < c_.end || i - 1 == c_.content;
      if (!inside || !s_.has(i, word_role::have)) continue;
      if (s_.word(i - 1).word.form.is(pos_participle)) return true;
    }
    return false;
  }

  // "wurde vom 3. Mai auf den 3. Juli verschoben", "kuendigte fuer 2027 neue Schulen an"
  verdict by_new_term() {
    if (is_for() && !lies_before()) {
      if (verb_is(word_class::announce_verb)) {
        return settle(modality::planned, c_.content, word_class::announce_verb);
      }
      if (verb_is(word_class::demand_verb)) {
        return settle(modality::possible, c_.content, word_class::demand_verb);
      }
    }
    if (!verb_is(word_class::shift_verb)) return {};
    const token_index lead = lead_of_time();
    if (s_.is(lead, word_class::shift_target)) {
      return settle(modality::planned, c_.content, word_class::shift_verb);
    }
    if (s_.is(lead, word_class::shift_origin)) {
      return settle(modality::negated, c_.content, word_class::shift_verb);
    }
    return {};
  }

  // In somebody's words the subjunctive II only says that they are his, unless its verbs say
  // what ought to have been.
  verdict by_unreal() {
    const bool could = c_.mood == verb_mood::subjunctive2 && finite_is(word_class::may);
    if (could) return settle(modality::possible, c_.finite, word_class::may);
    if (!c_.unreal) return {};
    const bool with_modal = c_.modal != no_token || ends_with_modal();
    if (time_.reported && !with_modal) return {};
    return settle(modality::possible, c_.finite);
  }

  // "haette schliessen muessen"
  bool ends_with_modal() const {
    return any_word({c_.begin, c_.end}, [&](token_index i) {
      return s_.owner(i) == number_ && i != c_.finite && s_.word(i).word.form.is(pos_modal) &&
             s_.is(i, tag_role::verb);
    });
  }

  verdict by_denial() {
    const token_index no = denial_of(s_, number_, time_.words);
    if (no == no_token) return {};
    // "bestreitet nicht", "schliesst nicht aus": the verb's own matter
    if (verb_is(word_class::deny_verb) || verb_is(word_class::exclude_verb)) return {};
    return settle(modality::negated, no, word_class::negation);
  }

  // "Der Lauf am 3. Mai wurde abgesagt", "Am Montag entfaellt der Lauf"
  verdict by_failing() {
    if (!verb_is(word_class::cancel_verb) || c_.negative) return {};
    const noun_phrase* subject = s_.phrase(c_.subject);
    if (!subject) return {};
    const bool dates_subject = c_.kind == clause_kind::main && subject->head < time_.words.begin &&
                               time_.words.end <= c_.finite;
    const bool fails =
        verb_is(word_class::fail_verb) && !is_past() && starts_now() && is_event(subject->head);
    if (!dates_subject && !fails) return {};
    return settle(modality::negated, c_.content == no_token ? c_.finite : c_.content,
                  word_class::cancel_verb);
  }

  // "Ein Umzug im Mai ist nicht ausgeschlossen": the time belongs to what the predicate judges.
  verdict by_predicate() {
    const noun_phrase* subject = s_.phrase(c_.subject);
    const bool of_subject = subject && subject->begin <= time_.words.begin &&
                            time_.words.end <= c_.finite && c_.kind == clause_kind::main;
    if (!of_subject || !s_.has(c_.finite, word_role::be) || !reaches_ahead()) return {};
    const std::optional<stance> found = stance_of_clause(s_, number_);
    if (!found ||
        (found->of != word_class::exclude_word && found->of != word_class::exclude_verb)) {
      return {};
    }
    return settle(found->mode, found->told_by, found->of);
  }

  // "Der fuer 2026 geplante Gipfel wird abgesagt", "hat den fuer Mai geplanten Lauf abgesagt": the
  // time stands before what fails.
  bool is_of_failing() const {
    const bool inner = c_.kind == clause_kind::participial && c_.parent != no_clause;
    const std::int32_t clause = inner ? c_.parent : number_;
    if (!is_called_off(s_, clause)) return false;
    token_index noun = time_.words.end;
    while (s_.is(noun, tag_role::adjective | tag_role::participle) ||
           s_.mark(noun) == mark_kind::comma) {
      ++noun;
    }
    if (inner && c_.governor > noun) noun = c_.governor;
    if (noun == time_.words.end) return false;
    const auto names = [&](std::int32_t number) {
      const noun_phrase* p = s_.phrase(number);
      return p && p->head == noun;
    };
    const syntax_clause& outer = s_.clause_at(clause);
    return names(outer.subject) || std::any_of(outer.objects.begin(), outer.objects.end(), names);
  }

  bool is_event(token_index i) const {
    return !s_.is(i, word_class::no_event) && s_.text().is_event(s_.last_token(i));
  }

  verdict by_stance() {
    const std::optional<stance> found = find_stance(s_, number_);
    if (!found || found->mode == modality::actual) return {};
    if (found->mode == modality::planned && lies_before()) return {};
    return settle(found->mode, found->told_by, found->of);
  }

  // "Die Firma rechnet 2026 mit einem Plus", "Er schliesst einen Streik im Mai aus"
  verdict by_own_stance() {
    const std::optional<stance> found =
        own_stance(s_.is(lead_of_time() - 1, tag_role::noun | tag_role::name));
    if (!found) return {};
    return settle(found->mode, found->told_by, found->of);
  }

  // "Einigung am Montag erwartet": a passive without its auxiliary.
  bool is_headline_participle() const {
    return c_.kind == clause_kind::main && c_.finite + 1 == c_.end && c_.finite > c_.begin + 1 &&
           s_.word(c_.finite).word.form.is(pos_participle);
  }

  // What the clause's own verb thinks of what is ahead; `dates_noun`: the time belongs to what the
  // verb speaks of.
  std::optional<stance> own_stance(bool dates_noun) const {
    const bool ahead = reaches_ahead() || (is_for() && starts_now());
    if (!ahead || c_.passive || c_.finite == no_token) return std::nullopt;
    if (is_headline_participle()) return std::nullopt;
    const token_index verb = c_.content == no_token ? c_.finite : c_.content;
    if (verb_is(word_class::expect_verb)) {
      return stance{modality::possible, verb, word_class::expect_verb};
    }
    if (verb_is(word_class::demand_verb) && verb_is(word_class::speech_verb)) {
      return stance{modality::possible, verb, word_class::demand_verb};
    }
    for (const word_class no : {word_class::deny_verb, word_class::exclude_verb}) {
      if (!dates_noun || !verb_is(no)) continue;
      return stance{c_.negative ? modality::possible : modality::negated, verb, no};
    }
    return std::nullopt;
  }

  verdict by_possible_word() {
    for (token_index i = c_.begin; i < c_.end; ++i) {
      if (s_.owner(i) != number_) continue;
      if (s_.is(i, word_class::possible_word) && !describes(i)) {
        return settle(modality::possible, i, word_class::possible_word);
      }
      if (is_chance(i)) return settle(modality::possible, i, word_class::chance_word);
    }
    return {};
  }

  // "Eine Einigung ist am Freitag moeglich", but "Seit 2020 sind Besuche moeglich"
  bool is_chance(token_index i) const {
    return s_.is(i, word_class::chance_word) && s_.is(i, tag_role::adjective | tag_role::adverb) &&
           s_.has(c_.finite, word_role::be) && starts_now() && time_.when.end_latest.given();
  }

  // "dem wohl besten Orchester": says something of the adjective only
  bool describes(token_index i) const {
    const bool led = s_.is(i - 1, tag_role::determiner | tag_role::adposition);
    return led && s_.is(i + 1, tag_role::adjective);
  }

  verdict by_own_plan() {
    if (finite_is(word_class::plan_verb) && c_.mood != verb_mood::none) {
      return settle(modality::planned, c_.finite, word_class::plan_verb);
    }
    if (verb_is(word_class::plan_verb) && !is_past()) {
      return settle(modality::planned, c_.content, word_class::plan_verb);
    }
    // "muss bis Mai raus": a term that is set
    const bool term = !time_.when.begin_earliest.given() && reaches_ahead();
    if (term && finite_is(word_class::modal) && !finite_is(word_class::may) && !is_past()) {
      return settle(modality::planned, c_.finite, word_class::plan_verb);
    }
    const bool future = c_.tense == verb_tense::future || c_.tense == verb_tense::future_perfect ||
                        has_future_infinitive();
    if (future && !lies_before() && !has_begun()) {
      return settle(modality::planned, c_.finite, word_class::auxiliary_become);
    }
    for (token_index i = c_.begin; i < c_.end; ++i) {
      if (s_.owner(i) != number_ || !s_.is(i, word_class::plan_word)) continue;
      if (lies_before() || (i == c_.content && c_.tense == verb_tense::perfect)) continue;
      if (!lies_ahead() && s_.is(i, tag_role::adjective) && s_.phrase_around(i)) continue;
      return settle(modality::planned, i, word_class::plan_word);
    }
    return {};
  }

  // "wird fertig gestellt sein"
  bool has_future_infinitive() const {
    if (!finite_is(word_class::auxiliary_become) || c_.tense != verb_tense::present) return false;
    return any_word({c_.begin, c_.end}, [&](token_index i) {
      return s_.owner(i) == number_ && i != c_.finite && s_.is(i, tag_role::infinitive) &&
             !s_.word(i).word.form.is(pos_participle);
    });
  }

  // A group around an infinitive says only what its governor makes of it.
  verdict by_infinitive() {
    if (c_.kind != clause_kind::infinitive) return {};
    if (s_.is(c_.opener, word_class::instead)) return settle(modality::negated, c_.opener);
    if (c_.opener != no_token) return settle(modality::planned, c_.opener);  // what for
    if (lies_ahead()) return {};
    const syntax_clause* outer = c_.parent == no_clause ? nullptr : &s_.clause_at(c_.parent);
    if (!outer) return {};
    const word_classes verbs = s_.verb_classes(*outer);
    constexpr word_classes plans = bit(word_class::plan_verb) | bit(word_class::announce_verb);
    if (verbs & plans && !lies_before()) {
      return settle(modality::planned, outer->content, word_class::announce_verb);
    }
    return {};
  }

  verdict by_time() {
    for (token_index i = c_.begin; starts_now() && !is_past() && i < c_.end; ++i) {
      if (s_.owner(i) != number_ || !s_.is(i, word_class::future_word)) continue;
      if (time_.words.holds(i) || !s_.phrase_around(i)) {
        return settle(modality::planned, i, word_class::future_word);
      }
    }
    if (lies_ahead() && !is_past()) return modality_verdict{modality::planned};
    return {};
  }

  // --- noun phrases ---

  // "die Forderung nach einer Sperrung im Juli" is no plan
  std::optional<stance> stance_of_head(token_index i, word_range phrase) const {
    if (i == phrase.end || !s_.is(i, tag_role::noun)) return std::nullopt;
    if (s_.is(i, word_class::demand_word)) {
      return stance{modality::possible, i, word_class::demand_word};
    }
    return std::nullopt;
  }

  // "Aus dem [Umzug im Mai] wird nichts"
  bool comes_to_nothing(word_range phrase) const {
    token_index lead = phrase.begin;
    while (lead > c_.begin && s_.is(lead, tag_role::determiner | tag_role::adjective)) --lead;
    if (lead == phrase.begin && lead > c_.begin) --lead;
    return s_.is(lead, word_class::out_of) && is_called_off(s_, number_);
  }

  bool names_subject(word_range phrase) const {
    const noun_phrase* subject = s_.phrase(c_.subject);
    return subject && phrase.holds(subject->head);
  }

  const sentence_reading& s_;
  std::int32_t number_;
  const syntax_clause& c_;
  const claim_time& time_;
  std::vector<cue>& cues_;
};

}  // namespace

modality_verdict find_modality(const sentence_reading& s, std::int32_t clause,
                               const claim_time& time, std::vector<cue>& cues) {
  return modality_finder(s, clause, time, cues).find();
}

modality_verdict find_nominal_modality(const sentence_reading& s, std::int32_t clause,
                                       word_range phrase, const claim_time& time,
                                       std::vector<cue>& cues) {
  return modality_finder(s, clause, time, cues).find_nominal(phrase);
}

}  // namespace zeitstrahl
