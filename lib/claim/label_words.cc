#include "claim/label_words.h"

#include <algorithm>

#include "claim/label_choice.h"
#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

bool stands_behind_colon(const sentence_reading& s, const syntax_clause& c) {
  return c.begin > 0 && (s.word(c.begin - 1).word.text == ":" || s.word(c.begin).word.text == ":");
}

// "Jetzt ist klar: ...": it says nothing by itself, having no noun but times.
bool announces(const sentence_reading& s, std::int32_t number) {
  const syntax_clause& c = s.clause_at(number);
  if (c.kind != clause_kind::main) return false;
  for (token_index i = c.begin; i < c.end; ++i) {
    if (s.owner(i) != number || !s.is(i, tag_role::noun | tag_role::name)) continue;
    if (!s.has(i, word_role::time_noun) && !s.is(i - 1, tag_role::adposition)) return false;
  }
  return true;
}

class clause_chooser : public word_choice {
 public:
  using word_choice::word_choice;

  void run() {
    if (!source_.phrase.empty()) {
      word_range phrase = source_.phrase;
      if (s_.is(phrase.begin - 1, tag_role::determiner)) --phrase.begin;
      keep(phrase);
      stand_alone(phrase, head_of(phrase));
    } else if (!take_gap()) {
      out_.clause = frame_of(source_.clause);
      take_clause(out_.clause);
      add_antecedent();
    }
  }

 private:
  // --- noun phrases ---

  // Alone it stands in the nominative.
  void stand_alone(word_range phrase, token_index noun) {
    if (!source_.forms || !phrase.holds(noun)) return;
    nominative form = nominative_of(s_, *source_.forms, phrase, noun);
    drop(form.lead);
    for (other_form& w : form.words) out_.forms.push_back(std::move(w));
  }

  // The noun that the first article, or the first adjective, belongs to; else the first noun.
  token_index head_of(word_range phrase) const {
    for (token_index i = phrase.begin; i < phrase.end; ++i) {
      constexpr tag_roles nouns = tag_role::noun | tag_role::name;
      if (is_time(i)) continue;
      if (s_.is(i, nouns)) return i;
      const token_index head = s_.word(i).head;
      const bool leads = s_.is(i, tag_role::determiner | tag_role::adjective);
      if (leads && phrase.holds(head) && s_.is(head, nouns) && !is_time(head)) return head;
    }
    return no_token;
  }

  // --- pieces that share a verb ---

  bool take_gap() {
    if (source_.gap.empty()) return false;
    keep(source_.gap);
    for (const token_index i : source_.borrowed.words) set(i, true);
    out_.clause = source_.clause;
    out_.front = source_.borrowed.front;
    out_.gap = source_.gap.begin;
    return true;
  }

  // But for the verbs that the clause needs.
  void drop_gaps() {
    for (word_range gap : source_.gaps) {
      while (s_.mark(gap.end) == mark_kind::bracket) ++gap.end;
      if (s_.is(gap.begin - 1, tag_role::coordinator)) set(gap.begin - 1, false);
      const bool whole = has_rest_before(gap.begin);
      for (token_index i = gap.begin; i < gap.end; ++i) {
        const bool verb = s_.is(i, tag_role::verb | tag_role::particle);
        const bool shared = s_.is(i, tag_role::auxiliary) && s_.is(i - 1, tag_role::participle);
        if (!verb || s_.owner(i) != out_.clause || (whole && !shared)) set(i, false);
      }
    }
  }

  // More of the verbs than the finite one.
  bool has_rest_before(token_index end) const {
    return any_word({at(out_.clause).finite + 1, end}, [&](token_index i) {
      const bool verb = s_.is(i, tag_role::verb | tag_role::particle);
      return verb && s_.owner(i) == out_.clause;
    });
  }

  // --- which clauses ---

  std::int32_t frame_of(std::int32_t number) const {
    for (int steps = 0; steps < 4; ++steps) {
      const syntax_clause& c = at(number);
      const bool part = c.kind == clause_kind::infinitive || c.kind == clause_kind::participial ||
                        is_question(number) || is_torn(number) || names_source(number) ||
                        is_likened(number) || is_bound(number);
      if (!part) return number;
      const std::int32_t outer = names_source(number) ? said_in(number) : s_.outer_of(number);
      if (outer == no_clause || outer == number) return number;
      number = outer;
    }
    return number;
  }

  // "wer es betreiben wird, [ist ungewiss]": asked or named as a whole by the outer clause.
  bool is_question(std::int32_t number) const {
    const syntax_clause& c = at(number);
    if (c.kind != clause_kind::subordinate || c.opener == no_token) return false;
    const bool opens =
        s_.is(c.opener, word_class::question) && !s_.is(c.opener, word_class::comparison);
    return opens || c.force == clause_force::question;
  }

  // "[wie die Stadt am Montag mitteilte], ..."
  bool names_source(std::int32_t number) const {
    return s_.is(first_word(at(number)), word_class::how) && says(number);
  }

  // The clause that gives the words that a clause tells of: what it hangs on or goes on with, else
  // the one before it, or behind it where it comes first.
  std::int32_t said_in(std::int32_t number) const {
    const syntax_clause& c = at(number);
    if (c.parent != no_clause) return c.parent;
    if (c.joined != no_clause) return c.joined;
    for (token_index i = c.begin; i-- > 0;) {
      if (s_.mark(i) == mark_kind::none) return s_.owner(i);
    }
    for (token_index i = c.end; i < s_.size(); ++i) {
      if (s_.mark(i) == mark_kind::none) return s_.owner(i);
    }
    return no_clause;
  }

  // "er weiss, [dass ...]", where it cannot stand alone
  bool is_bound(std::int32_t number) const {
    return at(number).kind == clause_kind::subordinate && s_.is_complement(number) &&
           at(number).opener != no_token && !can_be_main(s_, number);
  }

  // "[als werde es bald besser]"
  bool is_likened(std::int32_t number) const {
    const syntax_clause& c = at(number);
    if (c.opener == no_token || !s_.is(c.opener, word_class::comparison)) return false;
    const bool compares = c.opener > 0 && s_.mark(c.opener - 1) == mark_kind::none;
    return c.finite == c.opener + 1 || compares;  // "groesser, [als wir dachten]"
  }

  // Without a verb of its own content: a rest that the analysis could not place.
  bool is_torn(std::int32_t number) const {
    const syntax_clause& c = at(number);
    return c.kind != clause_kind::heading && end_of_words(c) - begin_of_words(c) < 2;
  }

  void take_clause(std::int32_t number) {
    const auto count = static_cast<std::int32_t>(s_.parts().clauses.size());
    in_.assign(static_cast<std::size_t>(count), false);
    take(number);
    for (int rounds = 0; rounds < 3; ++rounds) {
      for (std::int32_t i = 0; i < count; ++i) {
        if (is_in(i)) continue;
        const std::int32_t outer = s_.outer_of(i);
        if (outer != no_clause && is_in(outer) && belongs(i, outer)) take(i);
      }
    }
    add_shared_subject(number);
    add_relative_pronoun(number);
    add_what_was_said(number);
    add_torn_verb(number);
    for (token_index i = 0; i < s_.size(); ++i) {
      if (is_in(s_.owner(i))) set(i, true);
    }
    for (token_index i = 1; i + 1 < s_.size(); ++i) {
      const bool parts = kept(i - 1) || s_.is(i + 1, tag_role::subordinator);
      if (s_.mark(i) == mark_kind::comma && kept(i + 1) && parts) set(i, true);
    }
    drop(joint_);
    drop_gaps();
    tidy_marks();
  }

  // "'Das Bad bleibt', [sagte Kern am Montag]", "Kern sagte, [er bleibe]"
  void add_what_was_said(std::int32_t number) {
    if (!says(number)) return;
    const bool goes_on = s_.is(at(number).begin, tag_role::coordinator);  // "... und rechnet 2025"
    if (at(number).kind == clause_kind::main && at(number).finite == first_word(at(number)) &&
        !goes_on) {
      const std::int32_t said = said_in(number);
      const bool before = said != no_clause && at(said).begin < at(number).begin;
      if (before && at(said).kind == clause_kind::main) take(said);
    }
    for (std::size_t i = 0; i < in_.size(); ++i) {
      const syntax_clause& c = s_.parts().clauses[i];
      if (c.joined == number && c.mood == verb_mood::subjunctive1) in_[i] = true;
    }
  }

  // "hat einstecken [muessen]"
  void add_torn_verb(std::int32_t number) {
    for (std::size_t i = 0; i < in_.size(); ++i) {
      const syntax_clause& c = s_.parts().clauses[i];
      token_index end = at(number).end;
      while (end < c.begin && s_.mark(end) == mark_kind::comma) ++end;
      if (c.begin == end && is_torn(static_cast<std::int32_t>(i))) in_[i] = true;
    }
  }

  // What the outer clause asks for.
  bool belongs(std::int32_t number, std::int32_t outer) const {
    const syntax_clause& c = at(number);
    switch (c.kind) {
      case clause_kind::infinitive:
      case clause_kind::participial:
        return true;
      case clause_kind::relative:
        return (c.begin > 0 && s_.is(c.begin, tag_role::relative) && is_bare_relative(c)) ||
               is_asked_of_verb(c) || names_pointer(c);
      case clause_kind::subordinate:
        if (names_source(number)) return false;
        return is_likened(number) || s_.is_complement(number) || is_question(number) ||
               is_foretold(c) || c.force == clause_force::condition;
      case clause_kind::main:
        if (stands_behind_colon(s_, c) && announces(s_, outer)) return true;
        return says(outer) && (c.begin > at(outer).finite || c.quoted);
      case clause_kind::heading:
        return false;
    }
    return false;
  }

  // "verhandelt darueber, [wie ...]"
  bool is_foretold(const syntax_clause& c) const {
    const token_index comma = begin_of_words(c) - 1;
    return s_.mark(comma) == mark_kind::comma &&
           (s_.word(comma - 1).word.form.detail & detail_pronominal);
  }

  // "stellt fest, nach [welchen] Regeln gezahlt wird"
  bool is_asked_of_verb(const syntax_clause& c) const {
    return s_.has(c.opener, word_role::interrogative) && c.opener > begin_of_words(c) &&
           s_.is(c.governor, tag_role::verb) && c.governor < c.begin;
  }

  // "solche, [die bleiben]", "alle, [die kamen]": without it nobody knows who.
  bool names_pointer(const syntax_clause& c) const {
    const token_index comma = begin_of_words(c) - 1;
    return s_.mark(comma) == mark_kind::comma &&
           s_.is(comma - 1, tag_role::pronoun | tag_role::determiner);
  }

  // "wer", "was": names by itself what the outer clause needs
  bool is_bare_relative(const syntax_clause& c) const {
    return s_.has(c.begin, word_role::interrogative);
  }

  bool says(std::int32_t number) const {
    constexpr word_classes speech = bit(word_class::speech_verb) | bit(word_class::say_verb);
    return static_cast<bool>(s_.verb_classes(at(number)) & speech);
  }

  // "jedoch ist fraglich, [ob der Hafen oeffnet]"
  bool has_clausal_subject(std::int32_t number) const {
    const syntax_clause& c = at(number);
    if (!s_.has(c.finite, word_role::be)) return false;
    const auto count = static_cast<std::int32_t>(s_.parts().clauses.size());
    for (std::int32_t i = 0; i < count; ++i) {
      const syntax_clause& inner = at(i);
      if (inner.kind == clause_kind::subordinate && inner.begin > c.finite &&
          s_.outer_of(i) == number && s_.is_complement(i)) {
        return true;
      }
    }
    return false;
  }

  // "Die Stadt plant ... und [baut 2026]": the subject of the clause before.
  void add_shared_subject(std::int32_t number) {
    const syntax_clause& c = at(number);
    const bool joined = c.joined != no_clause && s_.is(c.begin, tag_role::coordinator) &&
                        c.finite == c.begin + 1 && !c.subject_is_sure;
    if (c.subject != no_phrase && !joined) return;
    if (has_clausal_subject(number)) return;
    if (c.kind != clause_kind::main || is_relative(number)) return;
    const std::int32_t before = clause_before(c);
    if (before == no_clause) return;
    const word_range subject = movable_subject(s_, before);
    if (!subject.empty() && subject.end <= c.begin && c.finite == first_word(c)) {
      keep(subject);
      joint_ = {c.begin, c.finite};
    } else {
      take(before);
    }
  }

  // "die [ein Rad haben und] umsteigen": the pronoun of the relative clause that it goes on with.
  void add_relative_pronoun(std::int32_t number) {
    const syntax_clause* before = relative_before(at(number));
    if (!before) return;
    keep({before->begin, before->opener + 1});
    joint_ = {at(number).begin, first_word(at(number))};
  }

  // Of a clause that a coordinator opens, the relative clause right before it.
  const syntax_clause* relative_before(const syntax_clause& c) const {
    if (c.kind != clause_kind::subordinate && c.kind != clause_kind::relative) return nullptr;
    if (!s_.is(c.begin, tag_role::coordinator) || c.begin == 0) return nullptr;
    const syntax_clause* before = &at(s_.owner(c.begin - 1));
    if (s_.is(before->begin, tag_role::coordinator)) return relative_before(*before);
    return before->kind == clause_kind::relative && before->opener != no_token ? before : nullptr;
  }

  // The clause that it is joined to; of one that begins with its verb, the main clause before.
  std::int32_t clause_before(const syntax_clause& c) const {
    if (c.joined != no_clause) return c.joined;
    if (c.finite != first_word(c)) return no_clause;
    token_index i = c.begin;
    while (i > 0 && s_.mark(i - 1) != mark_kind::none) --i;
    const std::int32_t before = i > 0 ? s_.owner(i - 1) : no_clause;
    if (before == no_clause || at(before).kind != clause_kind::main) return no_clause;
    return &at(before) == &c ? no_clause : before;
  }

  token_index first_word(const syntax_clause& c) const {
    token_index i = c.begin;
    while (i < c.end && (s_.is(i, tag_role::coordinator) || s_.mark(i) != mark_kind::none)) ++i;
    return i;
  }

  // The noun that a relative clause describes, with what stands between them.
  void add_antecedent() {
    const syntax_clause* before = relative_before(at(out_.clause));
    const syntax_clause& c = before ? *before : at(out_.clause);
    if (!before && !is_relative(out_.clause)) return;
    const token_index noun = described_noun(s_, c.opener == no_token ? c.begin : c.opener);
    if (noun == no_token && names_pointer(c)) keep({begin_of_words(c) - 2, begin_of_words(c)});
    if (noun == no_token) return;
    token_index begin = noun;
    token_index end = noun + 1;
    for (const noun_phrase& p : s_.parts().phrases) {
      if (p.begin > noun || noun >= p.end) continue;
      begin = std::min(begin, p.begin);
      end = std::max(end, p.end);
    }
    if (s_.is(begin - 1, tag_role::noun) && s_.is(begin - 2, tag_roles(tag_role::number))) {
      begin -= 2;  // "elf Millionen Menschen"
    }
    // what hangs on it and stands between, but no verb
    token_index last = end;
    while (last < c.begin && !s_.is(last, tag_role::verb | tag_role::particle)) ++last;
    if (last == c.begin || (s_.mark(c.begin) == mark_kind::none && last + 1 == c.begin)) end = last;
    keep({begin, end});
    stand_alone({begin, end}, noun);
    for (token_index i = end; i <= c.begin; ++i) {
      if (s_.mark(i) == mark_kind::comma) set(i, true);
    }
  }

  bool is_in(std::int32_t number) const { return in_[static_cast<std::size_t>(number)]; }
  void take(std::int32_t number) { in_[static_cast<std::size_t>(number)] = true; }

  std::vector<bool> in_;  // by clause: whether it is part of the label
  word_range joint_;      // the conjunction before a clause that shares a subject
};

}  // namespace

token_index end_of_complement(const sentence_reading& s, std::int32_t clause) {
  // the saying has its own time
  if (s.verb_classes(s.clause_at(clause)) & bit(word_class::say_verb)) return 0;
  token_index end = 0;
  const auto count = static_cast<std::int32_t>(s.parts().clauses.size());
  for (std::int32_t i = 0; i < count; ++i) {
    const syntax_clause& c = s.clause_at(i);
    if (c.begin < s.clause_at(clause).finite) continue;
    if (c.kind == clause_kind::main && s.outer_of(i) == clause && stands_behind_colon(s, c) &&
        announces(s, clause)) {
      end = std::max(end, c.end);
    }
    if (c.kind != clause_kind::subordinate) continue;
    // "Sie bauten, was heute fehlt": names a thing
    const bool names = s.is(c.opener, tag_role::pronoun) && !s.is(c.opener, tag_role::adverb);
    if (!names && s.outer_of(i) == clause && s.is_complement(i)) end = std::max(end, c.end);
  }
  while (end > 0 && s.mark(end - 1) != mark_kind::none && s.mark(end - 1) != mark_kind::bracket &&
         s.mark(end - 1) != mark_kind::quotation) {
    --end;
  }
  return end;
}

label_words choose_label_words(const sentence_reading& s, const label_source& source) {
  clause_chooser chosen(s, source);
  chosen.run();
  return drop_parts(std::move(chosen));
}

}  // namespace zeitstrahl
