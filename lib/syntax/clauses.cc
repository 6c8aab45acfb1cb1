#include "syntax/clauses.h"

#include <algorithm>

#include "syntax/clause_force.h"
#include "syntax/phrases.h"
#include "syntax/sentence_view.h"
#include "syntax/verb_complex.h"

namespace zeitstrahl {
namespace {

constexpr tag_roles infinite = tag_role::infinitive | tag_role::participle;

class clause_builder : sentence_view {
 public:
  clause_builder(const grammar& rules, const sentence_fields& fields, sentence& out)
      : sentence_view(out), rules_(rules), fields_(fields) {
    out_.clauses.clear();
    out_.phrases.clear();
    out_.owner.assign(out_.words.size(), no_clause);
  }

  void build() {
    find_phrases(rules_, out_.words, out_.phrases, phrase_by_head_);
    divide();
    for (std::size_t k = 0; k < out_.clauses.size(); ++k) finish(static_cast<std::int32_t>(k));
    settle_joined();
    mark_quotations(out_);
  }

  void build_without_tree() {
    find_undecided();
    divide();
    for (std::size_t k = 0; k < out_.clauses.size(); ++k) {
      read_verbs(out_, static_cast<std::int32_t>(k), out_.clauses[k]);
    }
  }

 private:
  // Which clause each word belongs to.
  void divide() {
    take_fields();
    add_headings();
    add_infinitive_groups();
    add_participles();
    bound_clauses();
  }

  // A clause for each finite verb.
  void take_fields() {
    for (const field_clause& f : fields_.clauses) {
      syntax_clause c;
      c.finite = f.finite;
      c.content = at(f.finite).bound_to != no_token ? at(f.finite).bound_to : f.finite;
      c.kind = clause_kind::main;
      if (f.verb_last()) {
        c.opener = f.opener;
        while (c.opener < f.finite && !opens(c.opener)) ++c.opener;
        if (c.opener == f.finite) c.opener = f.opener;
        c.kind =
            is(c.opener, tag_role::relative) ? clause_kind::relative : clause_kind::subordinate;
      }
      out_.clauses.push_back(std::move(c));
    }
    for (token_index i = 0; i < size_; ++i) out_.owner[index(i)] = at(i).clause;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::particle) && at(i).bound_to != no_token && owner(i) >= 0) {
        of(owner(i)).particle = i;
      }
    }
  }

  bool opens(token_index i) const {
    return is(i, tag_role::subordinator | tag_role::relative) || has(i, word_role::interrogative);
  }

  // What belongs to no verb is a clause without one, together as long as nothing comes between.
  void add_headings() {
    std::int32_t open = no_clause;
    for (token_index i = 0; i < size_; ++i) {
      if (owner(i) != no_clause) {
        open = no_clause;
        continue;
      }
      const bool closes = mark(i) != mark_kind::none && mark(i) != mark_kind::opening;
      if (open == no_clause && closes && i > 0) {
        out_.owner[index(i)] = owner(i - 1);
        continue;
      }
      if (open == no_clause) {
        open = static_cast<std::int32_t>(out_.clauses.size());
        syntax_clause c;
        c.kind = clause_kind::heading;
        out_.clauses.push_back(std::move(c));
      }
      out_.owner[index(i)] = open;
      if (is(i, infinite) && of(open).content == no_token) of(open).content = i;
    }
  }

  bool is_marked_infinitive(token_index i) const {
    if (!is(i, tag_role::infinitive)) return false;
    return has(i - 1, word_role::infinitive_mark) || at(i).word.form.is(pos_zu_infinitive);
  }

  // "..., [um die Stadt zu schuetzen]": a group that a mark or its opener sets apart is a clause.
  void add_infinitive_groups() {
    for (token_index i = 0; i < size_; ++i) {
      if (!is_marked_infinitive(i)) continue;
      const std::int32_t outer = owner(i);
      token_index begin = i;
      while (begin > 0 && owner(begin - 1) == outer && !parts(begin - 1)) --begin;
      const bool apart = begin > 0 && mark(begin - 1) == mark_kind::comma;
      const bool opened = has(begin, word_role::infinitive_opener);
      if (!apart && !opened) continue;
      if (holds_finite(begin, i)) continue;
      token_index end = i + 1;
      while (end < size_ && owner(end) == outer && !parts(end) && !is(end, tag_role::coordinator)) {
        ++end;
      }
      add_group(clause_kind::infinitive, begin, end, i, outer);
      if (opened) out_.clauses.back().opener = begin;
    }
  }

  bool parts(token_index i) const {
    switch (mark(i)) {
      case mark_kind::none:
      case mark_kind::other:
      case mark_kind::dash:
        return false;
      default:
        return true;
    }
  }

  bool holds_finite(token_index begin, token_index end) const {
    for (token_index i = begin; i < end; ++i) {
      if (is(i, tag_role::finite)) return true;
    }
    return false;
  }

  void add_group(clause_kind kind, token_index begin, token_index end, token_index verb,
                 std::int32_t outer) {
    const auto number = static_cast<std::int32_t>(out_.clauses.size());
    syntax_clause c;
    c.kind = kind;
    c.finite = c.content = verb;
    c.parent = outer;
    c.governor = at(verb).head;
    out_.clauses.push_back(std::move(c));
    for (token_index i = begin; i < end; ++i) {
      if (owner(i) == outer) out_.owner[index(i)] = number;
    }
  }

  // "die [bis 2030 laufende] Partnerschaft", "der [2019 gewaehlte] Rat": between a determiner and
  // its noun an adjective that has a phrase of its own before it.
  void add_participles() {
    for (token_index i = 0; i + 2 < size_; ++i) {
      if (!may_open_participle(i)) continue;
      const token_index verb = participle_behind(i + 1, /*with_tree=*/true);
      if (verb == no_token) continue;
      add_group(clause_kind::participial, i + 1, verb + 1, verb, owner(i));
      i = verb;
    }
  }

  // From the first to the last word that may belong to one.
  void find_undecided() {
    out_.undecided = {};
    for (token_index i = 0; i + 2 < size_; ++i) {
      if (!may_open_participle(i)) continue;
      const token_index verb = participle_behind(i + 1, /*with_tree=*/false);
      if (verb == no_token) continue;
      if (out_.undecided.empty()) out_.undecided.begin = static_cast<std::uint32_t>(i + 1);
      out_.undecided.end = std::max(out_.undecided.end, static_cast<std::uint32_t>(verb + 1));
    }
  }

  bool may_open_participle(token_index determiner) const {
    if (!is(determiner, tag_role::determiner)) return false;
    return is(determiner + 1, tag_role::adposition | tag_role::number) ||
           is(determiner + 1, tag_role::adverb | tag_role::determiner);
  }

  // The adjective that ends the inner phrase which begins here, before a noun; without a tree the
  // last one that may do so.
  token_index participle_behind(token_index begin, bool with_tree) const {
    constexpr token_index reach = 25;
    constexpr tag_roles content = tag_role::noun | tag_role::name | tag_roles(tag_role::number) |
                                  (tag_role::adverb | tag_role::pronoun);
    bool filled = false;
    token_index found = no_token;
    for (token_index i = begin; i + 1 < size_ && i < begin + reach; ++i) {
      if (mark(i) != mark_kind::none || is(i, tag_role::verb)) break;
      if (filled && is(i, tag_role::adjective) && at(i).word.form.nominal != 0) {
        if (with_tree && at(i).head > i && governs_left(i, begin)) return i;
        if (!with_tree) found = i;
      }
      filled |= is(i, content);
    }
    return found;
  }

  // Whether the adjective, not the noun, has the words before it.
  bool governs_left(token_index adjective, token_index begin) const {
    if (is(begin, tag_role::adposition)) return true;
    for (token_index i = begin; i < adjective; ++i) {
      if (at(i).head == adjective && !rules_.of_label(at(i).label).any(label_role::coordinator)) {
        return true;
      }
    }
    return at(adjective).word.form.is(pos_present_participle);
  }

  void bound_clauses() {
    for (syntax_clause& c : out_.clauses) {
      c.begin = size_;
      c.end = 0;
    }
    for (token_index i = 0; i < size_; ++i) {
      syntax_clause& c = of(owner(i));
      c.begin = std::min(c.begin, i);
      c.end = std::max(c.end, i + 1);
    }
    for (syntax_clause& c : out_.clauses) {
      if (c.end == 0) c.begin = c.end = std::max(c.finite, 0);
    }
  }

  void finish(std::int32_t number) {
    syntax_clause& c = of(number);
    find_parent(number, c);
    find_arguments(number, c);
    read_verbs(out_, number, c);
    read_force(rules_, out_, number, head_of(number, c));
    const bool field = index(number) < fields_.clauses.size();
    c.verb_is_sure = field && (c.content == c.finite || at(c.finite).head == c.content);
  }

  // The word of the clause that hangs on another clause, by the tree.
  token_index head_of(std::int32_t number, const syntax_clause& c) const {
    token_index i = c.content != no_token ? c.content : c.begin;
    for (int steps = 0; steps < 8 && at(i).head != no_token; ++steps) {
      if (owner(at(i).head) != number) break;
      i = at(i).head;
    }
    return i;
  }

  void find_parent(std::int32_t number, syntax_clause& c) {
    if (c.begin == c.end) return;
    const token_index i = head_of(number, c);
    const token_index governor = at(i).head;
    if (governor == no_token || owner(governor) == number) return;
    const bool coordinated = rules_.of_label(at(i).label).any(label_role::conjunct);
    if (coordinated && c.parent == no_clause) {
      c.joined = owner(governor);
      return;
    }
    if (c.parent == no_clause) c.parent = owner(governor);
    const token_index verb = of(owner(governor)).content;
    c.governor = mark(governor) != mark_kind::none && verb != no_token ? verb : governor;
  }

  // What the tree takes for a coordination, though no coordinator stands there: "[Haette er
  // gefragt], waere ...", "sie macht geltend, [sie sei ...]", "offen ist, [wer ...]".
  void settle_joined() {
    for (std::size_t k = 0; k < out_.clauses.size(); ++k) {
      const auto number = static_cast<std::int32_t>(k);
      settle_parent(number, of(number));
      if (of(number).joined != no_clause && !is(of(number).begin, tag_role::coordinator)) {
        settle_conjunct(number, of(number));
      }
    }
  }

  static void set_free(syntax_clause& c) {
    c.parent = no_clause;
    c.governor = no_token;
  }

  std::int32_t number_of(const syntax_clause& c) const {
    return static_cast<std::int32_t>(&c - out_.clauses.data());
  }

  void put_under(syntax_clause& c, std::int32_t number) {
    if (out_.hangs_on(number, number_of(c))) return;
    c.parent = number;
    c.governor = of(number).content;
  }

  void settle_parent(std::int32_t number, syntax_clause& c) {
    if (c.parent == no_clause) return;
    syntax_clause& outer = of(c.parent);
    if (out_.hangs_on(outer.parent, number) && c.begin <= outer.begin) {  // it holds the other one
      set_free(c);
    } else if (goes_on(c, outer)) {
      outer.joined = number;
      set_free(c);
    } else if (is_condition_of(outer, c)) {
      set_free(c);
      put_under(outer, number);
    }
  }

  static bool is_condition_of(const syntax_clause& before, const syntax_clause& c) {
    return c.kind == clause_kind::main && before.kind == clause_kind::main &&
           before.force == clause_force::condition && before.begin < c.begin;
  }

  void settle_conjunct(std::int32_t number, syntax_clause& c) {
    syntax_clause& before = of(c.joined);
    const bool main = c.kind == clause_kind::main && before.kind == clause_kind::main;
    const bool told = main && c.mood == verb_mood::subjunctive1 && before.mood != c.mood;
    const bool announced = main && (mark(c.begin) == mark_kind::divider ||
                                    (c.begin > 0 && mark(c.begin - 1) == mark_kind::divider));
    const bool led = c.kind == clause_kind::main && before.opener != no_token &&
                     before.begin < c.begin;  // "[Wer kommen will], muss ..."
    if (led || is_condition_of(before, c)) {
      put_under(before, number);
    } else if (told || announced || (c.opener != no_token && before.kind == clause_kind::main)) {
      put_under(c, c.joined);
    } else {
      return;
    }
    c.joined = no_clause;
  }

  // "Er kam, [sah sich um] und blieb": a main clause behind another one that begins with its verb
  // and has no subject of its own.
  bool goes_on(const syntax_clause& before, const syntax_clause& c) const {
    return before.kind == clause_kind::main && c.kind == clause_kind::main &&
           before.force == clause_force::statement && before.begin < c.begin &&
           c.finite == c.begin + (mark(c.begin) != mark_kind::none) && c.subject == no_phrase &&
           c.parent == no_clause;
  }

  void find_arguments(std::int32_t number, syntax_clause& c) {
    for (token_index i = c.begin; i < c.end; ++i) {
      if (owner(i) != number) continue;
      const std::int32_t phrase = phrase_by_head_[index(i)];
      if (phrase == no_phrase) continue;
      const label_roles label = rules_.of_label(at(i).label);
      const bool own = at(i).head == no_token || owner(at(i).head) == number;
      if (own && label.any(label_role::subject) && c.subject == no_phrase && !is_time(phrase)) {
        c.subject = phrase;
        c.subject_is_sure = at(i).likely_subject;
      } else if (own && label.any(label_role::object)) {
        c.objects.push_back(phrase);
      }
    }
    for (token_index i = c.begin; i < c.end && c.subject == no_phrase; ++i) {
      const bool own = owner(i) == number && !rules_.of_label(at(i).label).any(label_role::beside);
      if (own && at(i).likely_subject) c.subject = phrase_by_head_[index(i)];
    }
    take_only_subject(number, c);
    take_contrasted_subject(c);
    std::erase(c.objects, c.subject);
  }

  // "das [der Rat] beschloss": what can be nothing else, where the tree has what may be an object.
  void take_only_subject(std::int32_t number, syntax_clause& c) {
    if (c.subject == no_phrase || c.subject_is_sure) return;
    constexpr std::uint16_t accusative = nominal_case(grammatical_case::accusative);
    const token_index head = out_.phrases[index(c.subject)].head;
    if (at(head).likely_subject || !(at(head).word.form.nominal & accusative)) return;
    for (token_index i = c.begin; i < c.end; ++i) {
      const std::int32_t phrase = phrase_by_head_[index(i)];
      if (owner(i) == number && at(i).only_subject && phrase != no_phrase) c.subject = phrase;
    }
  }

  // "[Morgen] eroeffnet die Schule": a noun of time alone, which is rarely a subject.
  bool is_time(std::int32_t phrase) const {
    const noun_phrase& p = out_.phrases[index(phrase)];
    return p.end == p.begin + 1 && has(p.begin, word_role::time_noun);
  }

  // "nicht der Rat, sondern [das Land] entschied"
  void take_contrasted_subject(syntax_clause& c) {
    if (c.subject == no_phrase) return;
    const noun_phrase& rejected = out_.phrases[index(c.subject)];
    const token_index behind = mark(rejected.end) == mark_kind::comma ? rejected.end + 1  //
                                                                      : rejected.end;
    if (!has(rejected.begin - 1, word_role::negation) || !has(behind, word_role::contrast)) return;
    for (std::size_t k = index(c.subject) + 1; k < out_.phrases.size(); ++k) {
      if (out_.phrases[k].begin != behind + 1) continue;
      c.subject = static_cast<std::int32_t>(k);
    }
  }

  const grammar& rules_;
  const sentence_fields& fields_;
  std::vector<std::int32_t> phrase_by_head_;
};

}  // namespace

void build_clauses(const grammar& rules, const sentence_fields& fields, sentence& out) {
  clause_builder(rules, fields, out).build();
}

void build_clauses_without_tree(const grammar& rules, const sentence_fields& fields,
                                sentence& out) {
  clause_builder(rules, fields, out).build_without_tree();
}

}  // namespace zeitstrahl
