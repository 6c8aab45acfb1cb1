#include "syntax/settle.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr tag_roles nominal = tag_role::noun | tag_role::name;
constexpr tag_roles before_noun =
    tag_role::determiner | tag_role::adjective | tag_roles(tag_role::number);
constexpr label_roles takes_subject_place = label_role::subject | label_roles(label_role::object);

class tree_settler {
 public:
  tree_settler(const grammar& rules, const parser_state& state, const sentence_fields& fields,
               syntax_tokens& tokens)
      : rules_(rules),
        state_(state),
        fields_(fields),
        tokens_(tokens),
        size_(static_cast<token_index>(tokens.size())) {}

  void settle() {
    lift();
    for (token_index i = 0; i + 1 < size_; ++i) {
      if (is(i, tag_role::name) && is(i + 1, tag_role::name)) join_names(i);
      if (is(i, tag_role::name) && is(i + 1, tag_role::noun)) join_owner(i);
      if (is(i, tag_role::coordinator)) join_nouns(i);
      if (label(i).any(label_role::attribute)) part_from_noun(i);
      if (is(i, tag_role::determiner) && is(i + 1, tag_role::adposition)) enclose(i);
      if (is(i, tag_role::adposition) && is(i + 1, tag_role::relative)) part_relative(i + 1);
      if (opens_aside(i)) part_from_aside(i);
      if (is(i, nominal) && is(i + 1, before_noun)) join_genitive(i);
    }
    settle_subjects();
  }

 private:
  syntax_token& at(token_index i) { return tokens_[static_cast<std::size_t>(i)]; }
  bool is(token_index i, tag_roles roles) { return i >= 0 && i < size_ && at(i).is.any(roles); }
  label_roles label(token_index i) { return rules_.of_label(at(i).label); }

  bool is_under(token_index i, token_index ancestor) {
    for (token_index steps = 0; i != no_token && steps < size_; ++steps, i = at(i).head) {
      if (i == ancestor) return true;
    }
    return false;
  }

  // Where no other move was left a word may hang on a mark: then on what the mark hangs on.
  void lift() {
    for (syntax_token& t : tokens_) {
      while (t.head != no_token && is(t.head, parser_state::no_heads) &&
             at(t.head).head != no_token) {
        t.head = at(t.head).head;
      }
    }
  }

  // "2019 wurde Anna Mutter", "hat Anna Urlaub": the auxiliary is the clause's only verb.
  bool is_copular(std::int32_t clause) {
    if (clause < 0) return false;
    const syntax_token& verb = at(fields_.clauses[static_cast<std::size_t>(clause)].finite);
    return verb.bound_to == no_token && verb.is.any(tag_role::auxiliary);
  }

  // "[Lena] Ortmann": the first name is the head; no surname alone is another part of the clause.
  void join_names(token_index first) {
    syntax_token& second = at(first + 1);
    const bool first_name = (at(first).word.form.detail & detail_first_name) != 0 &&
                            at(first).clause == second.clause && !is_copular(second.clause);
    if (first_name && second.head == at(first).head && label(first + 1).any(takes_subject_place)) {
      second.head = first;
      second.label = rules_.label_with(label_role::flat);
      return;
    }
    if (at(first).head != first + 1) return;
    at(first).head = second.head;
    at(first).label = second.label;
    second.head = first;
    second.label = rules_.label_with(label_role::flat);
  }

  // "[Indiens] Regierungschef Roth": what is a genitive alone is no head of the noun behind it.
  void join_owner(token_index owner) {
    constexpr std::uint16_t genitive = nominal_case(grammatical_case::genitive);
    const token_index noun = owner + 1;
    const std::uint16_t forms = at(owner).word.form.nominal;
    if (!forms || (forms & ~genitive)) return;
    if (at(owner).likely_subject) std::swap(at(owner).likely_subject, at(noun).likely_subject);
    const bool beside = at(noun).head == at(owner).head && label(owner).any(label_role::subject) &&
                        label(noun).any(takes_subject_place);
    if (at(noun).head != owner && !beside) return;
    at(noun).head = at(owner).head;
    at(noun).label = at(owner).label;
    for (syntax_token& t : tokens_) {
      if (t.head == owner) t.head = noun;
    }
    at(owner).head = noun;
    at(owner).label = rules_.label_with(label_role::attribute);
  }

  // "[Seit 2012] ist Plauen eine Kreisstadt": over the verb of a main clause nothing is an
  // attribute of a noun.
  void part_from_noun(token_index i) {
    const syntax_token& t = at(i);
    if (t.clause < 0 || t.head == no_token || !is(t.head, nominal)) return;
    const token_index finite = fields_.clauses[static_cast<std::size_t>(t.clause)].finite;
    if (i < finite && finite < t.head) at(i).label = rules_.label_with(label_role::oblique);
  }

  // "Rat [und] Verwaltung berieten": no second object of the same verb.
  void join_nouns(token_index coordinator) {
    const token_index first = coordinator - 1;
    token_index second = coordinator + 1;
    while (is(second, before_noun)) ++second;
    if (!is(first, nominal) || !is(second, nominal) || at(first).clause != at(second).clause)
      return;
    const bool siblings = at(first).head != no_token && at(first).head == at(second).head;
    if (!siblings || !label(first).any(takes_subject_place)) return;
    if (!label(second).any(takes_subject_place)) return;
    at(second).head = first;
    at(second).label = rules_.label_with(label_role::conjunct);
    at(coordinator).head = second;
  }

  // "[der] seit Jahren gesuchte Brief", "40 [der] laut Plan 90 Busse": a preposition behind a
  // determiner belongs to an adjective or a number before its noun.
  void enclose(token_index determiner) {
    constexpr token_index reach = 12;
    token_index inner = no_token;
    for (token_index i = determiner + 2; i + 1 < size_ && i < determiner + reach; ++i) {
      if (at(i).word.mark != mark_kind::none || is(i, tag_role::verb)) return;
      if (inner == no_token && is(i, nominal | tag_role::number)) inner = i;
      const bool inflected = is(i, tag_role::adjective) && at(i).word.form.nominal != 0;
      const bool ends = inner != no_token && i > inner && is(i + 1, nominal) &&
                        (inflected || is(i, tag_roles(tag_role::number)));
      if (!ends) continue;
      if (!is_under(i + 1, determiner)) at(determiner).head = i + 1;
      if (!is_under(i + 1, inner)) {
        at(i).head = i + 1;
        at(inner).head = i;
      }
      return;
    }
  }

  // "bei [der] 300 Leute arbeiten": no determiner of the next noun, unless it is a genitive.
  void part_relative(token_index pronoun) {
    constexpr std::uint16_t genitive = nominal_case(grammatical_case::genitive);
    const syntax_token& t = at(pronoun);
    if (t.head == no_token || !label(pronoun).any(label_role::determiner) || t.clause < 0) return;
    const token_index verb = state_.clause_head(t.clause);
    if (verb == no_token || is_under(verb, pronoun) || !(t.word.form.nominal & ~genitive)) return;
    at(pronoun).head = verb;
    at(pronoun).label = rules_.label_with(label_role::oblique);
  }

  bool opens_aside(token_index i) {
    return i > 0 && at(i).word.roles.any(word_role::inserted_opener) &&
           at(i - 1).word.mark != mark_kind::none;
  }

  // "Seit [2019], so Roth, ...": what stands before the aside is no part of a phrase in it.
  void part_from_aside(token_index opener) {
    constexpr token_index reach = 4;
    for (token_index i = std::max(0, opener - reach); i < opener; ++i) {
      syntax_token& t = at(i);
      if (t.head <= opener || t.clause < 0 || !is(t.head, nominal)) continue;
      t.head = state_.clause_head(t.clause);
      t.label = rules_.label_with(label_role::oblique);
    }
  }

  // "die Zahl [neuer Busse] stieg": what can be nothing but a genitive belongs to the noun before.
  void join_genitive(token_index noun) {
    constexpr std::uint16_t genitive = nominal_case(grammatical_case::genitive);
    std::uint16_t forms = 0xFFFF;
    token_index i = noun + 1;
    for (; is(i, before_noun); ++i) {
      if (is(i, tag_role::determiner | tag_role::adjective)) narrow(forms, at(i).word.form.nominal);
    }
    if (!is(i, tag_role::noun) || !hangs_on_its_clause(i) || at(i).head != at(noun).head) return;
    narrow(forms, at(i).word.form.nominal);
    if (!label(i).any(takes_subject_place | label_role::oblique) || (forms & ~genitive)) return;
    at(i).head = noun;
    at(i).label = rules_.label_with(label_role::attribute);
  }

  struct candidates {
    token_index first = no_token;
    token_index likely = no_token;
    int count = 0;
    bool copula = false;  // of two nominatives the first one is the subject
    bool noun = false;    // the first is one, or a pronoun
    token_index chosen() const {
      if (likely == no_token || (copula && first < likely)) return first;
      return count == 1 && !copula && noun ? first : likely;
    }
  };

  bool hangs_on_its_clause(token_index i) {
    const syntax_token& t = at(i);
    return t.clause >= 0 && t.head != no_token && t.head == state_.clause_head(t.clause) &&
           !is_inserted(i);
  }

  // "Das Fest beginnt - so [der Veranstalter] - am Freitag"
  bool is_inserted(token_index i) {
    do --i;
    while (is(i, before_noun));
    return opens_aside(i);
  }

  // A clause has one subject: of two that which order and agreement speak for, else the first;
  // where the parser sees none, the one that they speak for.
  void settle_subjects() {
    constexpr label_roles may_be_subject = takes_subject_place | label_roles(label_role::oblique);
    std::vector<candidates> by_clause(fields_.clauses.size());
    for (std::size_t k = 0; k < by_clause.size(); ++k) {
      by_clause[k].copula = is_copular(static_cast<std::int32_t>(k));
    }
    for (token_index i = 0; i < size_; ++i) {
      const syntax_token& t = at(i);
      if (!hangs_on_its_clause(i)) continue;
      candidates& of = by_clause[static_cast<std::size_t>(t.clause)];
      if (t.likely_subject && (of.copula || label(i).any(may_be_subject))) of.likely = i;
      if (!label(i).any(label_role::subject) || of.count++ > 0) continue;
      of.first = i;
      of.noun = !is(i, tag_role::adjective | tag_role::adverb);
    }
    for (token_index i = 0; i < size_; ++i) {
      syntax_token& t = at(i);
      const bool subject = label(i).any(label_role::subject);
      if (subject && is_inserted(i)) t.label = rules_.label_with(label_role::beside);
      if (!hangs_on_its_clause(i)) continue;
      if (i == by_clause[static_cast<std::size_t>(t.clause)].chosen()) {
        if (!subject) t.label = rules_.label_with(label_role::subject);
      } else if (subject) {
        t.label = rules_.label_with(label_role::object);
      }
    }
  }

  const grammar& rules_;
  const parser_state& state_;
  const sentence_fields& fields_;
  syntax_tokens& tokens_;
  token_index size_;
};

}  // namespace

void settle_tree(const grammar& rules, const parser_state& state, const sentence_fields& fields,
                 syntax_tokens& tokens) {
  tree_settler(rules, state, fields, tokens).settle();
}

}  // namespace zeitstrahl
