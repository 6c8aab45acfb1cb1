#include "syntax/likely_subjects.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr tag_roles nominal = tag_role::noun | tag_role::name;
constexpr tag_roles before_noun =
    tag_role::determiner | tag_role::adjective | tag_role::number | tag_role::adverb;

class subject_finder {
 public:
  subject_finder(const std::vector<field_clause>& clauses, syntax_tokens& tokens)
      : clauses_(clauses),
        tokens_(tokens),
        size_(static_cast<token_index>(tokens.size())),
        subject_(clauses.size(), no_token) {
    for (syntax_token& t : tokens_) {
      t.likely_subject = false;
      t.only_subject = false;
    }
  }

  void find() {
    for (token_index i = 0; i < size_;) {
      const bool begins = is(i, nominal | tag_role::determiner | tag_role::adjective) ||
                          is(i, tag_role::number | tag_role::pronoun) || is(i, tag_role::relative);
      if (!begins) {
        ++i;
        continue;
      }
      const phrase p = phrase_at(i);
      consider(p, i);
      i = p.end;
    }
  }

 private:
  syntax_token& at(token_index i) { return tokens_[static_cast<std::size_t>(i)]; }
  bool is(token_index i, tag_roles roles) { return at(i).is.any(roles); }
  bool has(token_index i, word_roles roles) { return at(i).word.roles.any(roles); }
  mark_kind mark(token_index i) { return at(i).word.mark; }

  // A noun phrase that may be a subject.
  struct phrase {
    token_index head = no_token;
    token_index end = 0;
    std::uint16_t forms = 0xFFFF;  // case and gender bits that all its words share
  };

  phrase phrase_at(token_index begin) {
    phrase out;
    out.end = begin + 1;
    if (is(begin, tag_role::pronoun | tag_role::relative)) {
      out.head = begin;
      narrow(out.forms, at(begin).word.form.nominal);
      return out;
    }
    token_index i = begin;
    while (i < size_ && is(i, before_noun) && !(i > begin && is(i, tag_role::determiner))) {
      const bool inflected = is(i, tag_role::determiner | tag_role::adjective);
      if (inflected) narrow(out.forms, at(i).word.form.nominal);
      ++i;
    }
    if (i < size_ && is(i, nominal)) {
      out.head = i;
      if (is(i, tag_role::noun)) narrow(out.forms, at(i).word.form.nominal);
      while (i < size_ && is(i, nominal)) ++i;
    }
    out.end = std::max(i, begin + 1);
    return out;
  }

  // "... und [kuendigte] eine Untersuchung an": behind a coordinator a verb mostly has the subject
  // of the clause before.
  bool shares_subject(token_index finite) {
    return finite > 0 && is(finite - 1, tag_role::coordinator);
  }

  void consider(const phrase& p, token_index begin) {
    if (p.head == no_token || at(p.head).clause < 0) return;
    constexpr std::uint16_t nominative = nominal_case(grammatical_case::nominative);
    constexpr std::uint16_t genitive = nominal_case(grammatical_case::genitive);
    const bool may_be_object = p.forms & nominal_case(grammatical_case::accusative);
    if (!(p.forms & nominative)) return;
    if (begin > 0 && is(begin - 1, tag_role::adposition)) return;
    const bool attribute = begin > 0 && is(begin - 1, nominal) && is(begin, tag_role::determiner) &&
                           (p.forms & genitive);
    if (attribute || (may_be_object && has(p.head, word_role::time_noun))) return;
    const auto clause = static_cast<std::size_t>(at(p.head).clause);
    const token_index before = subject_[clause];
    const token_index finite = clauses_[clause].finite;
    if (before != no_token && (may_be_object || !yields(before, begin, finite))) return;
    constexpr std::uint8_t singular = 7;
    constexpr std::uint8_t plural = 7 << 3;
    const std::uint8_t verb = at(finite).word.form.verbal;
    const bool more =
        p.end < size_ && (mark(p.end) == mark_kind::comma || is(p.end, tag_role::coordinator));
    const bool agrees = !verb || ((p.forms & 7) && (verb & singular)) ||
                        ((p.forms & 8) && (verb & plural)) ||
                        ((verb & plural) && !(verb & singular) && more);
    if (!agrees) return;
    if (may_be_object && shares_subject(finite)) return;
    if (before != no_token) at(before).likely_subject = false;
    subject_[clause] = p.head;
    at(p.head).likely_subject = true;
    at(p.head).only_subject = !may_be_object;
  }

  // "[das] der Rat beschloss": beside what can only be a subject; not with a copula or in an aside.
  bool yields(token_index before, token_index begin, token_index finite) {
    const token_index content = at(finite).bound_to == no_token ? finite : at(finite).bound_to;
    constexpr word_roles apart = word_role::comparison | word_roles(word_role::inserted_opener);
    if (mark(begin - 1) != mark_kind::none || has(begin - 1, apart)) return false;
    return !at(before).only_subject && !is(before, tag_role::name) &&
           !at(content).word.form.is(pos_auxiliary);
  }

  const std::vector<field_clause>& clauses_;
  syntax_tokens& tokens_;
  token_index size_;
  std::vector<token_index> subject_;  // by clause
};

}  // namespace

void find_likely_subjects(const std::vector<field_clause>& clauses, syntax_tokens& tokens) {
  subject_finder(clauses, tokens).find();
}

}  // namespace zeitstrahl
