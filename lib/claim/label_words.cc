#include "claim/label_words.h"

#include <algorithm>

#include "claim/label_order.h"

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

class chooser {
 public:
  chooser(const sentence_reading& s, const label_source& source)
      : s_(s), source_(source), keep_(static_cast<std::size_t>(s.size()), false) {}

  label_words choose() {
    if (!source_.phrase.empty()) {
      word_range phrase = source_.phrase;
      if (s_.is(phrase.begin - 1, tag_role::determiner)) --phrase.begin;
      keep(phrase);
      drop_oblique(phrase);
    } else {
      out_.clause = frame_of(source_.clause);
      take_clause(out_.clause);
      add_antecedent();
    }
    drop_sources();
    drop_so();
    drop_brackets();
    for (const word_range t : source_.times) drop_time(t);
    drop_opening();
    if (begins_with_verb()) out_.opened_by_time = true;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (kept(i)) out_.words.push_back(i);
    }
    return std::move(out_);
  }

 private:
  bool kept(token_index i) const {
    return i >= 0 && i < s_.size() && keep_[static_cast<std::size_t>(i)];
  }
  void set(token_index i, bool on) { keep_[static_cast<std::size_t>(i)] = on; }
  void keep(word_range r) {
    for (token_index i = r.begin; i < r.end; ++i) set(i, true);
  }
  void drop(word_range r) {
    for (token_index i = r.begin; i < r.end; ++i) set(i, false);
  }
  const syntax_clause& at(std::int32_t number) const { return s_.clause_at(number); }

  // --- noun phrases ---

  // Alone it stands in the nominative: its determiner goes, unless adjectives behind it agree
  // with it and it may be a nominative; adjectives of another case go, too.
  void drop_oblique(word_range phrase) {
    token_index i = phrase.begin;
    const token_index begin = i;
    if (s_.is(i, tag_role::adposition)) ++i;
    while (i < phrase.end && s_.is(i, tag_role::determiner)) ++i;
    token_index noun = i;
    while (noun < phrase.end && s_.is(noun, tag_role::adjective)) ++noun;
    if (noun >= phrase.end || !s_.is(noun, tag_role::noun | tag_role::name)) return;
    if (noun == i) {
      drop({begin, i});
      return;
    }
    const bool nominative = may_be_nominative(noun) && !s_.is(begin, tag_role::adposition);
    if (!nominative && i > begin) drop({begin, noun});
  }

  bool may_be_nominative(token_index noun) const {
    const noun_phrase* p = s_.phrase_around(noun);
    return !p || p->cases == 0 || (p->cases & 1) != 0;
  }

  // --- which clauses ---

  std::int32_t frame_of(std::int32_t number) const {
    for (int steps = 0; steps < 4; ++steps) {
      const syntax_clause& c = at(number);
      const bool part = c.kind == clause_kind::infinitive || c.kind == clause_kind::participial ||
                        is_question(number) || is_torn(number) || names_source(number);
      if (!part) return number;
      const std::int32_t outer = s_.outer_of(number);
      if (outer == no_clause || outer == number) return number;
      number = outer;
    }
    return number;
  }

  // "wer es betreiben wird, [ist ungewiss]": asked or named as a whole by the outer clause.
  bool is_question(std::int32_t number) const {
    const syntax_clause& c = at(number);
    return c.kind == clause_kind::subordinate && c.opener != no_token &&
           (c.force == clause_force::question || s_.is(c.opener, word_class::question)) &&
           !s_.is(c.opener, word_class::comparison);
  }

  // "[wie die Stadt am Montag mitteilte], ..."
  bool names_source(std::int32_t number) const {
    const syntax_clause& c = at(number);
    return c.opener != no_token && s_.is(c.opener, word_class::how) && says(number);
  }

  // Without a verb of its own content: a rest that the analysis could not place.
  bool is_torn(std::int32_t number) const {
    const syntax_clause& c = at(number);
    return c.kind != clause_kind::heading && c.end - c.begin < 2;
  }

  void take_clause(std::int32_t number) {
    const auto count = static_cast<std::int32_t>(s_.parts().clauses.size());
    std::vector<bool> in(static_cast<std::size_t>(count), false);
    in[static_cast<std::size_t>(number)] = true;
    for (int rounds = 0; rounds < 3; ++rounds) {
      for (std::int32_t i = 0; i < count; ++i) {
        if (in[static_cast<std::size_t>(i)] || i == number) continue;
        const std::int32_t outer = s_.outer_of(i);
        const bool inside = outer != no_clause && in[static_cast<std::size_t>(outer)];
        if (inside && belongs(i, outer)) in[static_cast<std::size_t>(i)] = true;
      }
    }
    add_shared_subject(number, in);
    add_relative_pronoun(number);
    add_what_was_said(number, in);
    for (token_index i = 0; i < s_.size(); ++i) {
      const std::int32_t owner = s_.owner(i);
      if (in[static_cast<std::size_t>(owner)]) set(i, true);
    }
    drop(joint_);
    tidy_marks();
  }

  // "'Das Bad bleibt', [sagte Kern am Montag]", "Kern sagte, [er bleibe]"
  void add_what_was_said(std::int32_t number, std::vector<bool>& in) const {
    if (!says(number)) return;
    const std::int32_t said =
        at(number).parent != no_clause ? at(number).parent : at(number).joined;
    if (said != no_clause && at(said).begin < at(number).begin) {
      in[static_cast<std::size_t>(said)] = true;
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
      const syntax_clause& c = s_.parts().clauses[i];
      if (c.joined == number && c.mood == verb_mood::subjunctive1) in[i] = true;
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
        return c.begin > 0 && s_.is(c.begin, tag_role::relative) && is_bare_relative(c);
      case clause_kind::subordinate:
        if (names_source(number)) return number == source_.clause;
        return s_.is_complement(number) || is_question(number) ||
               c.force == clause_force::condition;
      case clause_kind::main:
        if (stands_behind_colon(s_, c) && announces(s_, outer)) return true;
        return says(outer) && (c.begin > at(outer).finite || c.quoted);
      case clause_kind::heading:
        return false;
    }
    return false;
  }

  // "wer", "was": names by itself what the outer clause needs
  bool is_bare_relative(const syntax_clause& c) const {
    return s_.has(c.begin, word_role::interrogative);
  }

  bool says(std::int32_t number) const {
    constexpr word_classes speech = bit(word_class::speech_verb) | bit(word_class::say_verb);
    return static_cast<bool>(s_.verb_classes(at(number)) & speech);
  }

  // "Die Stadt plant ... und [baut 2026]": the subject of the clause before.
  void add_shared_subject(std::int32_t number, std::vector<bool>& in) {
    const syntax_clause& c = at(number);
    if (c.subject != no_phrase || c.kind != clause_kind::main) return;
    const std::int32_t before = clause_before(c);
    if (before == no_clause) return;
    const word_range subject = movable_subject(s_, before);
    if (!subject.empty() && subject.end <= c.begin && c.finite == first_word(c)) {
      keep(subject);
      joint_ = {c.begin, c.finite};
    } else {
      in[static_cast<std::size_t>(before)] = true;
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
    if (c.kind != clause_kind::relative) return;
    const token_index noun = described_noun(c);
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
    out_.antecedent = {begin, end};
    keep(out_.antecedent);
    drop_oblique(out_.antecedent);
    for (token_index i = end; i <= c.begin; ++i) {
      if (s_.mark(i) == mark_kind::comma) set(i, true);
    }
  }

  // By the tree, or the nearest noun before that agrees with the pronoun.
  token_index described_noun(const syntax_clause& c) const {
    constexpr tag_roles nouns = tag_role::noun | tag_role::name;
    if (c.governor != no_token && c.governor < c.begin && s_.is(c.governor, nouns) &&
        !in_brackets(c.governor)) {
      return c.governor;
    }
    constexpr token_index furthest = 14;
    token_index any = no_token;
    for (token_index i = c.begin; i-- > std::max(c.begin - furthest, 0);) {
      if (!s_.is(i, nouns) || in_brackets(i)) continue;
      if (any == no_token) any = i;
      if (s_.is(i, tag_role::noun) && agrees(i, c.opener)) return i;
    }
    return any;
  }

  bool in_brackets(token_index i) const {
    for (token_index k = i + 1; k < s_.size() && k < i + 6; ++k) {
      if (s_.word(k).word.text == "(") return false;
      if (s_.mark(k) == mark_kind::bracket) return true;
    }
    return false;
  }

  // A gender, or the plural, that both may have.
  bool agrees(token_index noun, token_index pronoun) const {
    if (pronoun == no_token) return false;
    const auto genders = [&](token_index i) {
      const std::uint16_t all = s_.word(i).word.form.nominal;
      return (all | all >> 4 | all >> 8 | all >> 12) & 15;
    };
    const auto nominative = [&](token_index i) { return s_.word(i).word.form.nominal & 15; };
    const int of_pronoun = nominative(pronoun) ? nominative(pronoun) : genders(pronoun);
    return (genders(noun) & of_pronoun) != 0;
  }

  // Commas at the edges of what is left out.
  void tidy_marks() {
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i) || s_.mark(i) != mark_kind::comma) continue;
      const bool before = has_word(i, -1);
      const bool behind = has_word(i, 1);
      if (!before || !behind) set(i, false);
    }
    join_emptied_commas();
  }

  // "Roth, [der das Werk leitete,] ist gestorben": commas with nothing left between them go, both
  // where a clause stood there, else the second.
  void join_emptied_commas() {
    token_index before = no_token;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i)) continue;
      const bool comma = s_.mark(i) == mark_kind::comma;
      if (comma && before != no_token) {
        set(i, false);
        if (s_.owner(before + 1) != out_.clause) set(before, false);
        before = no_token;
      } else {
        before = comma ? i : no_token;
      }
    }
  }

  bool has_word(token_index i, int step) const {
    for (token_index k = i + step; k >= 0 && k < s_.size(); k += step) {
      if (kept(k) && s_.mark(k) == mark_kind::none) return true;
    }
    return false;
  }

  // --- what is left out ---

  // "laut X", "nach Angaben der Polizei", "X zufolge"
  void drop_sources() {
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i)) continue;
      if (s_.is(i, word_class::report_preposition) && s_.is(i, tag_role::adposition)) {
        drop_constituent(subtree(s_.word(i).head, i));
      } else if (s_.is(i, word_class::report_after) && s_.is(i + 1, tag_role::noun) &&
                 s_.is(i + 1, word_class::report_noun)) {
        drop_constituent(subtree(i + 1, i));
      }
    }
  }

  // ", so die Gutachterin Lena Ortmann"
  void drop_so() {
    for (token_index i = 1; i + 1 < s_.size(); ++i) {
      if (!kept(i) || !s_.is(i, word_class::so) || s_.mark(i - 1) != mark_kind::comma) continue;
      token_index end = i + 1;
      while (end < s_.size() && s_.mark(end) == mark_kind::none &&
             !s_.is(end, tag_role::verb | tag_role::subordinator)) {
        ++end;
      }
      const bool closed = end == s_.size() || s_.mark(end) != mark_kind::none;
      const bool names =
          s_.is(i + 1, tag_role::determiner | tag_role::name) || s_.is(i + 1, tag_role::noun);
      if (closed && names && leaves_sentence({i - 1, end})) drop({i - 1, end});
    }
  }

  // From `begin` to the last word under `head`; empty where they do not stand together.
  word_range subtree(token_index head, token_index begin) const {
    if (head == no_token || head < begin) return {};
    token_index end = head + 1;
    while (end < s_.size() && under(end, head) && !s_.is(end, tag_role::finite)) ++end;
    for (token_index i = begin; i < end; ++i) {
      if (!under(i, head)) return {};
    }
    return {begin, end};
  }

  bool under(token_index i, token_index head) const {
    for (int steps = 0; i != no_token && steps < 12; ++steps, i = s_.word(i).head) {
      if (i == head) return true;
    }
    return false;
  }

  bool drop_constituent(word_range r) {
    if (r.empty() || !leaves_sentence(r)) return false;
    const syntax_clause* c = out_.clause == no_clause ? nullptr : &at(out_.clause);
    const bool first =
        c && c->kind == clause_kind::main && first_kept() >= r.begin && r.end == c->finite;
    if (first && !subject_can_move(*c)) return false;
    const bool holds_comma = has_comma(r);
    drop(r);
    if (holds_comma && s_.mark(r.end) == mark_kind::comma && kept(r.end)) set(r.end, false);
    out_.opened_by_time |= first;
    if (s_.mark(r.begin - 1) == mark_kind::comma && s_.mark(r.end) == mark_kind::comma) {
      if (kept(r.end)) set(r.end, false);
      if (kept(r.begin - 1)) set(r.begin - 1, false);
    }
    return true;
  }

  bool has_comma(word_range r) const {
    for (token_index i = r.begin; i < r.end; ++i) {
      if (s_.mark(i) == mark_kind::comma) return true;
    }
    return false;
  }

  token_index first_kept() const {
    token_index i = 0;
    while (i < s_.size() &&
           (!kept(i) || s_.mark(i) != mark_kind::none || s_.is(i, tag_role::coordinator))) {
      ++i;
    }
    return i;
  }

  // The subject may stand first: the analysis is sure of it, and of where it ends.
  bool subject_can_move(const syntax_clause& c) const {
    const word_range r = movable_subject(s_, out_.clause);
    // "die Halle 2019" before its verb: the year is the verb's
    const noun_phrase* subject = s_.phrase(c.subject);
    const bool dated = std::any_of(source_.times.begin(), source_.times.end(), [&](word_range t) {
      return subject && t.begin <= subject->head && r.begin < t.end;
    });
    return !r.empty() && r.begin > c.finite && !dated;
  }

  // Something is left beside the verb.
  bool leaves_sentence(word_range r) const {
    for (token_index i = 0; i < s_.size(); ++i) {
      const bool says = kept(i) && !r.holds(i) && s_.mark(i) == mark_kind::none;
      if (says && !s_.is(i, tag_role::verb | tag_role::determiner) &&
          !s_.is(i, tag_role::adposition | tag_role::coordinator)) {
        return true;
      }
    }
    return false;
  }

  void drop_brackets() {
    for (token_index i = 0; i < s_.size(); ++i) {
      const std::string_view written = s_.word(i).word.text;
      if (!kept(i) || (written != "(" && written != "[")) continue;
      token_index end = i + 1;
      while (end < s_.size() && s_.mark(end) != mark_kind::bracket) ++end;
      if (end == s_.size() || holds_time_only_in({i, end})) continue;
      drop({i, end + 1});
    }
  }

  // A claim that stands in brackets keeps its words.
  bool holds_time_only_in(word_range r) const {
    return std::any_of(source_.times.begin(), source_.times.end(), [&](word_range t) {
      return r.holds(t.begin) && s_.owner(t.begin) != s_.owner(r.begin);
    });
  }

  void drop_time(word_range time) {
    if (time.empty() || !kept(time.begin)) return;
    const word_range whole = with_leads(time);
    if (is_needed(time, whole)) return;
    drop_constituent(whole);
  }

  // "schon bis zum", "im Laufe des"
  word_range with_leads(word_range time) const {
    token_index begin = time.begin;
    const auto leads = [&](token_index i) {
      return kept(i) && s_.mark(i) == mark_kind::none && s_.owner(i) == s_.owner(time.begin);
    };
    const auto describes = [&](token_index i) {
      return s_.is(i, tag_role::adjective) && time.holds(s_.word(i).head);
    };
    while (leads(begin - 1) && (s_.is(begin - 1, tag_role::determiner) || describes(begin - 1))) {
      --begin;
    }
    while (leads(begin - 1) && s_.is(begin - 1, tag_role::adposition)) --begin;
    // "im Laufe des Vormittags"
    if (leads(begin - 2) && s_.is(begin - 1, word_class::course_noun) &&
        s_.is(begin - 2, tag_role::adposition)) {
      begin -= 2;
    }
    while (leads(begin - 1) && s_.is(begin - 1, word_class::filler) &&
           !s_.is(begin - 1, tag_role::finite)) {
      --begin;
    }
    return {begin, time.end};
  }

  // What else hangs on the time, what the time completes, and what denies or measures it.
  bool is_needed(word_range time, word_range whole) const {
    if (s_.clause_at(s_.owner(time.begin)).kind == clause_kind::participial) return true;
    // before the finite verb stands one constituent, whatever the tree ties to it
    const bool whole_field = whole.end == s_.clause_at(s_.owner(time.begin)).finite;
    for (token_index i = whole_field ? s_.size() : 0; i < s_.size(); ++i) {
      const bool hangs = kept(i) && !whole.holds(i) && !is_of_time(i) &&
                         s_.mark(i) == mark_kind::none && s_.word(i).head != no_token &&
                         time.holds(s_.word(i).head);
      if (hangs && !s_.is(i, tag_role::verb) && !has_preposition(i)) return true;
    }
    const bool genitive = s_.is(whole.begin, word_class::genitive_article);
    if (genitive && kept(whole.begin - 1) && s_.is(whole.begin - 1, tag_role::noun)) return true;
    for (token_index i = whole.end; source_.phrase.holds(i); ++i) {  // "seit 2019 gesuchte Brief"
      if (s_.is(i, tag_role::noun | tag_role::name)) {
        if (s_.is(i - 1, tag_role::adjective) && i - 1 >= whole.end) return true;
        if (!s_.is(i - 1, tag_role::adposition | tag_role::determiner)) break;
      }
    }
    // "der [seit Jahren] gesuchte Brief"
    const bool led =
        s_.is(whole.begin, tag_role::adposition) && s_.is(whole.begin - 1, tag_role::determiner);
    if (led && kept(whole.begin - 1)) return true;
    if (is_measured(whole.begin - 1) || s_.is(whole.end, tag_role::coordinator)) return true;
    if (describes_noun(time)) return true;
    return is_predicate(whole);
  }

  // "von Montag, 9. Mai, [bis Freitag]": goes as well
  bool is_of_time(token_index i) const {
    return std::any_of(source_.times.begin(), source_.times.end(),
                       [&](word_range t) { return t.holds(i); });
  }

  // "am 5. Juni [in Lindau]": a phrase of its own, whatever the tree ties it to
  bool has_preposition(token_index i) const {
    if (s_.is(i, tag_role::adposition)) return true;
    const noun_phrase* p = nullptr;
    for (const noun_phrase& q : s_.parts().phrases) {
      if (q.head == i) p = &q;
    }
    return p && p->preposition != no_token;
  }

  bool is_measured(token_index i) const {
    return kept(i) && (s_.is(i, word_class::negation) || s_.is(i, word_class::comparison) ||
                       s_.is(i, word_class::keeps_time) || s_.is(i, tag_role::coordinator) ||
                       s_.is(i, word_class::contraction) || s_.is(i, tag_role::adjective));
  }

  // "der gestrige Vortrag", "der Termin 30. Juni": between a determiner and its noun.
  bool describes_noun(word_range time) const {
    return s_.is(time.begin, tag_role::adjective) && s_.is(time.end, tag_role::noun) &&
           s_.word(time.begin).head == time.end;
  }

  // "Das Konzert ist am 3. Juni", "Das Schloss datiert aus dem 12. Jahrhundert"
  bool is_predicate(word_range r) const {
    if (out_.clause == no_clause) return false;
    const syntax_clause& c = at(out_.clause);
    if (c.finite == no_token) return false;
    const token_index verb = c.content == no_token ? c.finite : c.content;
    const bool weak = s_.has(verb, word_role::be) || s_.has(verb, word_role::become) ||
                      s_.verb_classes(c) & bit(word_class::time_verb);
    if (!weak) return false;
    int nouns = 0;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i) || r.holds(i) || i == verb || i == c.finite || i == c.opener) continue;
      if (s_.mark(i) != mark_kind::none || s_.is(i, word_class::filler)) continue;
      if (is_attribute(c, i)) continue;
      if (!s_.is(i, tag_role::noun | tag_role::name) && !s_.is(i, tag_role::pronoun)) return false;
      ++nouns;
    }
    return nouns < 2;
  }

  // Not the subject, which hangs on a predicate's noun, nor the predicate behind a name.
  bool is_attribute(const syntax_clause& c, token_index i) const {
    const token_index head = s_.word(i).head;
    const noun_phrase* subject = s_.phrase(c.subject);
    if (subject && subject->head == i) return false;
    if (head == i - 1 && s_.is(head, tag_role::name) && s_.is_common_noun(i)) return false;
    return head != no_token && kept(head) && s_.owner(head) == s_.owner(i) &&
           s_.is(head, tag_role::noun | tag_role::name);
  }

  // Conjunctions that tie to the sentence before.
  void drop_opening() {
    token_index i = 0;
    while (i < s_.size() &&
           (!kept(i) || s_.is(i, tag_role::coordinator) || s_.mark(i) == mark_kind::comma ||
            s_.mark(i) == mark_kind::dash || s_.mark(i) == mark_kind::divider)) {
      if (kept(i)) set(i, false);
      ++i;
    }
    if (out_.clause != no_clause && !out_.opened_by_time && is_opening_adverb(i)) {
      set(i, false);
      out_.opened_by_time = true;
    }
    tidy_marks();
  }

  // What stood before the verb is left out with its clause.
  bool begins_with_verb() const {
    if (out_.clause == no_clause) return false;
    const syntax_clause& c = at(out_.clause);
    return c.kind == clause_kind::main && c.force == clause_force::statement &&
           first_kept() == c.finite && subject_can_move(c) && !s_.is_asked(out_.clause);
  }

  // "Ausserdem [soll das Netz wachsen]"
  bool is_opening_adverb(token_index i) const {
    const syntax_clause& c = at(out_.clause);
    return c.kind == clause_kind::main && i + 1 == c.finite && kept(i) &&
           s_.is(i, word_class::filler) && subject_can_move(c);
  }

  const sentence_reading& s_;
  const label_source& source_;
  std::vector<bool> keep_;
  word_range joint_;  // the conjunction before a clause that shares a subject
  label_words out_;
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
  return chooser(s, source).choose();
}

}  // namespace zeitstrahl
