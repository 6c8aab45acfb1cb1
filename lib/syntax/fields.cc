#include "syntax/fields.h"

#include <algorithm>

#include "syntax/mend_tags.h"

namespace zeitstrahl {
namespace {

constexpr tag_roles nominal = tag_role::noun | tag_role::name;
constexpr tag_roles finite_auxiliary =
    tag_role::finite | tag_role::verb | tag_roles(tag_role::auxiliary);
constexpr tag_roles before_noun =
    tag_role::determiner | tag_role::adjective | tag_role::number | tag_role::adverb;

bool ends_clause(mark_kind mark) {
  return mark == mark_kind::comma || mark == mark_kind::divider || mark == mark_kind::stop ||
         mark == mark_kind::quotation;
}

class field_finder {
 public:
  field_finder(const grammar& rules, const lexicon& forms, syntax_tokens& tokens,
               sentence_fields& out)
      : rules_(rules),
        forms_(forms),
        tokens_(tokens),
        out_(out),
        size_(static_cast<token_index>(tokens.size())) {
    for (syntax_token& t : tokens_) {
      t.clause = -1;
      t.next_verb = 0;
      t.verb_last = false;
      t.likely_subject = false;
      t.bound_to = no_token;
    }
    out_.clauses.clear();
    out_.stretches.clear();
    out_.openers.clear();
    out_.main_verbs.clear();
  }

  void find() {
    restore_finite_verbs();
    find_verb_last();
    cut_main_clauses();
    find_particles();
    find_next_verbs();
    bind_verbs();
    find_subjects();
  }

 private:
  static std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }
  syntax_token& at(token_index i) { return tokens_[static_cast<std::size_t>(i)]; }
  bool is(token_index i, tag_roles roles) { return at(i).is.any(roles); }
  bool has(token_index i, word_roles roles) { return at(i).word.roles.any(roles); }
  mark_kind mark(token_index i) { return i >= 0 && i < size_ ? at(i).word.mark : mark_kind::stop; }
  bool is_finite(token_index i) { return is(i, tag_role::finite); }
  bool is_infinite(token_index i) { return is(i, tag_role::infinitive | tag_role::participle); }

  // A clause with its verb last has a finite one; if none is tagged so, the last form of a
  // verb before the clause's end is it.
  void restore_finite_verbs() {
    bool open = false;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::subordinator | tag_role::relative) && !has(i, word_role::main_opener) &&
          !has(i, word_role::infinitive_opener) && !has(i, word_role::comparison)) {
        open = true;
      } else if (is_finite(i)) {
        open = false;
      }
      const bool end = ends_clause(mark(i)) || mark(i) == mark_kind::bracket ||
                       mark(i) == mark_kind::dash || (is(i, tag_role::coordinator) && open);
      if (!end || !open || i < 2 || !is_infinite(i - 1)) continue;
      if (is(i - 2, tag_role::infinitive_mark)) continue;
      if (!at(i - 1).word.form.is(pos_finite)) continue;
      if (is(i - 1, tag_role::participle) && i + 1 < size_ && mark(i) != mark_kind::stop) continue;
      make_finite(at(i - 1));
      open = false;
    }
  }

  void make_finite(syntax_token& t) {
    retag(t, t.is.any(tag_role::auxiliary) ? finite_auxiliary : tag_role::finite | tag_role::verb);
  }
  void make_auxiliary(syntax_token& t) { retag(t, finite_auxiliary); }

  void retag(syntax_token& t, tag_roles wanted) { zeitstrahl::retag(rules_, t, wanted); }

  // What opens a clause with its verb last.
  bool opens_verb_last(token_index i) {
    if (has(i, word_role::main_opener)) return false;
    if (is(i, tag_role::subordinator | tag_role::relative)) {
      if (has(i, word_role::comparison)) return follows_mark(i) || verb_ends_stretch(i);
      return !has(i, word_role::infinitive_opener);
    }
    // "Wie die Polizei mitteilte, ...": at the begin only where the verb tells.
    if (!is(i, tag_role::adverb | tag_role::pronoun) || !has(i, word_role::interrogative)) {
      return false;
    }
    return i > 0 && mark(i - 1) == mark_kind::comma ? true
                                                    : follows_mark(i) && verb_ends_stretch(i);
  }

  bool follows_mark(token_index i) { return i == 0 || mark(i - 1) != mark_kind::none; }

  // Whether the next mark stands behind a finite verb, and no other one comes before that.
  bool verb_ends_stretch(token_index i) {
    for (++i; i < size_ && mark(i) == mark_kind::none; ++i) {
      if (is_finite(i)) return is_last(i);
    }
    return false;
  }

  // The clause that an opener opens begins before it where a preposition, or an adverb or "ohne"
  // behind a mark, goes with it: "mit denen", "kurz nachdem", "ohne dass".
  token_index begin_of(token_index opener) {
    if (opener == 0) return opener;
    const token_index before = opener - 1;
    if (is(opener, tag_role::relative)) {
      return is(before, tag_role::adposition) ? before : opener;
    }
    const bool modifier = is(before, tag_role::adverb | tag_role::adjective) ||
                          has(before, word_role::infinitive_opener);
    return modifier && before > 0 && mark(before - 1) == mark_kind::comma ? before : opener;
  }

  // Whether nothing of the clause can follow.
  bool is_last(token_index i) {
    return i + 1 == size_ || mark(i + 1) != mark_kind::none || is(i + 1, tag_role::coordinator);
  }

  // "..., die den Strand saeumen und die Liebe [...] versinnbildlichen": behind a coordinator a
  // second verb at the end goes on with the clause before it.
  bool goes_on(token_index finite) {
    if (out_.stretches.empty() || !is_last(finite)) return false;
    const sentence_fields::stretch& before = out_.stretches.back();
    return before.end < finite && is(before.end, tag_role::coordinator) &&
           (out_.main_verbs.empty() || out_.main_verbs.back() < before.finite);
  }

  void add_stretch(token_index begin, token_index finite) {
    token_index end = finite + 1;
    while (end < size_ && !ends_clause(mark(end)) && !is_finite(end) &&
           !is(end, tag_role::coordinator)) {
      ++end;
    }
    out_.stretches.push_back({begin, end_of_group(end), finite, begin});
  }

  // Behind a clause a group around an infinitive with its mark belongs to it: "die versuchten,
  // [die Grenze zu queren]".  `comma`: the clause's end.
  token_index end_of_group(token_index comma) {
    if (mark(comma) != mark_kind::comma) return comma;
    bool infinitive = false;
    token_index i = comma + 1;
    for (; i < size_ && mark(i) == mark_kind::none; ++i) {
      if (is_finite(i) || opens_verb_last(i)) return comma;
      if (infinitive && is(i, tag_role::coordinator)) break;
      infinitive |= is(i, tag_role::infinitive) && is(i - 1, tag_role::infinitive_mark);
      infinitive |= at(i).word.form.is(pos_zu_infinitive);
    }
    return infinitive ? i : comma;
  }

  // Clauses with their verb last: from what opens them to their verb and what follows it.
  void find_verb_last() {
    for (token_index i = 0; i < size_; ++i) {
      if (mark(i) == mark_kind::divider) out_.openers.clear();
      if (opens_verb_last(i)) {
        out_.openers.push_back(begin_of(i));
      } else if (is_finite(i) && !out_.openers.empty()) {
        add_stretch(out_.openers.back(), i);
        out_.openers.pop_back();
      } else if (is_finite(i) && goes_on(i)) {
        add_stretch(out_.stretches.back().end, i);
      } else if (is_finite(i)) {
        out_.main_verbs.push_back(i);
      }
    }
    // The inner ones take their words from the outer ones.
    std::stable_sort(out_.stretches.begin(), out_.stretches.end(),
                     [](const sentence_fields::stretch& a, const sentence_fields::stretch& b) {
                       return a.end - a.begin > b.end - b.begin;
                     });
    for (const sentence_fields::stretch& s : out_.stretches) {
      own(s.begin, s.end, s.finite, s.opener, true);
    }
  }

  void own(token_index begin, token_index end, token_index finite, token_index opener, bool all) {
    const auto number = static_cast<std::int32_t>(out_.clauses.size());
    out_.clauses.push_back({finite, opener});
    for (token_index i = begin; i < end; ++i) {
      if (!all && at(i).clause >= 0) continue;
      at(i).clause = number;
      at(i).verb_last = all;
    }
  }

  bool may_part(token_index i) {
    if (at(i).clause >= 0) return false;
    switch (mark(i)) {
      case mark_kind::comma:
      case mark_kind::divider:
      case mark_kind::quotation:
      case mark_kind::dash:
        return true;
      default:
        return is(i, tag_role::coordinator);
    }
  }

  // Between two main verbs the last mark or coordinator parts their clauses.
  void cut_main_clauses() {
    const std::vector<token_index>& verbs = out_.main_verbs;
    token_index begin = 0;
    for (std::size_t k = 0; k < verbs.size(); ++k) {
      token_index end = size_;
      if (k + 1 < verbs.size()) {
        end = verbs[k + 1];
        for (token_index i = end - 1; i > verbs[k]; --i) {
          if (!may_part(i)) continue;
          end = i;
          break;
        }
      }
      own(begin, end, verbs[k], no_token, false);
      begin = end;
    }
  }

  // "Sie kehrte nach Kiel [zurueck].": at the end of a main clause what makes a verb together with
  // the finite one is its particle, however it was tagged; the last one, and no other.
  void find_particles() {
    has_particle_.assign(out_.clauses.size(), false);
    for (token_index i = size_; i-- > 1;) {
      const syntax_token& t = at(i);
      if (t.clause < 0 || !t.word.form.is(pos_particle)) continue;
      if (t.is.any(tag_role::particle)) has_particle_[index(t.clause)] = true;
      if (has_particle_[index(t.clause)]) continue;
      if (!t.is.any(tag_role::adverb | tag_role::adposition) && !t.is.any(tag_role::adjective)) {
        continue;
      }
      if (t.word.form.detail & detail_pronominal) continue;  // "daran"
      const token_index verb = out_.clauses[index(t.clause)].finite;
      if (verb >= i || is(verb, tag_role::auxiliary)) continue;
      const bool beside = i == verb + 1 && t.is.any(tag_role::adverb);  // "geht zurueck auf"
      const bool last = is_last(i) && mark(i + 1) != mark_kind::opening;
      if (!last && !beside) continue;
      const syntax_word& word = at(verb).word;
      lexicon::buffer space;
      const std::string_view lemma = forms_.lemma(word.text, word.form, pos_verb, space);
      if (lemma.empty() || !forms_.has_verb(t.word.text, lemma)) continue;
      has_particle_[index(t.clause)] = true;
      retag(at(i), tag_role::particle);
    }
  }

  void find_next_verbs() {
    std::vector<std::uint8_t>& next = next_;
    next.assign(out_.clauses.size() + 1, 0);
    for (token_index i = size_; i-- > 0;) {
      std::uint8_t& of = next[static_cast<std::size_t>(std::ptrdiff_t{at(i).clause} + 1)];
      at(i).next_verb = of;
      if (is(i, tag_role::verb | tag_role::particle)) of = static_cast<std::uint8_t>(at(i).tag + 1);
    }
  }

  // The next infinite form of a verb in the clause on either side of its finite one, with what
  // stands next to it: "sind ... [verletzt worden]", "[verletzt worden] sind".
  struct cluster {
    token_index begin = 0;
    token_index end = 0;
    bool empty() const { return begin == end; }
  };

  bool is_infinitive_mark(token_index i) {
    return i < size_ && (is(i, tag_role::infinitive_mark) ||
                         (has(i, word_role::infinitive_mark) && i + 1 < size_ &&
                          at(i + 1).word.form.is(pos_infinitive) && is_infinite(i + 1)));
  }

  bool is_plain_infinite(token_index i, std::int32_t clause) {
    return i >= 0 && i < size_ && at(i).clause == clause && is_infinite(i) &&
           !(i > 0 && is_infinitive_mark(i - 1)) && !is_infinitive_mark(i + 1) &&
           !at(i).word.form.is(pos_zu_infinitive);
  }

  cluster cluster_of(const field_clause& c, std::int32_t number) {
    if (c.verb_last()) {
      cluster out{c.finite, c.finite};
      while (is_plain_infinite(out.begin - 1, number)) --out.begin;
      if (out.empty()) {  // "haette [gehen sollen]"
        ++out.begin;
        ++out.end;
        while (is_plain_infinite(out.end, number)) ++out.end;
      }
      return out;
    }
    for (token_index i = c.finite + 1; i < size_; ++i) {
      if (mark(i) == mark_kind::divider) break;
      if (!is_plain_infinite(i, number) || is_plain_infinite(i + 1, number)) continue;
      cluster out{i, i + 1};
      while (is_plain_infinite(out.begin - 1, number)) --out.begin;
      return out;
    }
    if (is_plain_infinite(c.finite - 1, number))
      return {c.finite - 1, c.finite};  // "[Zugestimmt] hat"
    return {};
  }

  // Ties auxiliaries to the one verb with a content that they go with, and particles to theirs.
  void bind_verbs() {
    for (std::size_t k = 0; k < out_.clauses.size(); ++k) {
      const field_clause& c = out_.clauses[k];
      if (is(c.finite, tag_role::auxiliary) ||
          at(c.finite).word.form.is(pos_auxiliary | pos_modal)) {
        bind_cluster(c, static_cast<std::int32_t>(k));
      }
    }
    for (token_index i = 0; i < size_; ++i) {
      if (!is(i, tag_role::particle) || at(i).clause < 0) continue;
      const field_clause& c = out_.clauses[static_cast<std::size_t>(at(i).clause)];
      if (c.finite < i && !is(c.finite, tag_role::auxiliary)) at(i).bound_to = c.finite;
    }
  }

  // "[geflogen] und dort aufbewahrt werden koennen": of several the first one has the auxiliaries.
  token_index first_of_coordinated(const field_clause& c, token_index last, std::int32_t number) {
    bool coordinated = false;
    token_index out = last;
    for (token_index i = last - 1; i > c.opener; --i) {
      coordinated |= is(i, tag_role::coordinator);
      const bool same = is_plain_infinite(i, number) && at(i).tag == at(last).tag;
      if (coordinated && same) out = i;
    }
    return out;
  }

  void bind_cluster(const field_clause& c, std::int32_t number) {
    const cluster verbs = cluster_of(c, number);
    token_index content = no_token;
    for (token_index i = verbs.begin; i < verbs.end; ++i) {
      if (is(i, tag_role::auxiliary)) continue;
      if (content != no_token) return;
      content = i;
    }
    if (content == no_token) return;
    if (c.verb_last()) content = first_of_coordinated(c, content, number);
    at(c.finite).bound_to = content;
    if (!is(c.finite, tag_role::auxiliary)) make_auxiliary(at(c.finite));
    for (token_index i = verbs.begin; i < verbs.end; ++i) {
      if (is(i, tag_role::auxiliary)) at(i).bound_to = content;
    }
  }

  // A noun phrase that may be a subject.
  struct phrase {
    token_index head = no_token;
    token_index end = 0;
    std::uint16_t forms = 0xFFFF;  // case and gender bits that all its words share
  };

  static void narrow(std::uint16_t& forms, std::uint16_t by) {
    if (forms & by) forms = static_cast<std::uint16_t>(forms & by);
  }

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
      if (is(i, tag_role::determiner | tag_role::adjective)) {
        narrow(out.forms, at(i).word.form.nominal);
      }
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

  // The first nominal of a clause without a preposition that may be nominative and agrees
  // with the verb.
  void find_subjects() {
    has_subject_.assign(out_.clauses.size(), false);
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

  // "... und [kuendigte] eine Untersuchung an": behind a coordinator a verb mostly has the subject
  // of the clause before.
  bool shares_subject(token_index finite) {
    return finite > 0 && is(finite - 1, tag_role::coordinator);
  }

  void consider(const phrase& p, token_index begin) {
    if (p.head == no_token || at(p.head).clause < 0) return;
    constexpr std::uint16_t nominative = nominal_case(grammatical_case::nominative);
    constexpr std::uint16_t genitive = nominal_case(grammatical_case::genitive);
    if (!(p.forms & nominative)) return;
    if (begin > 0 && is(begin - 1, tag_role::adposition)) return;
    const bool attribute = begin > 0 && is(begin - 1, nominal) && is(begin, tag_role::determiner) &&
                           (p.forms & genitive);
    if (attribute || has(p.head, word_role::time_noun)) return;
    const auto clause = static_cast<std::size_t>(at(p.head).clause);
    if (has_subject_[clause]) return;
    const token_index finite = out_.clauses[clause].finite;
    constexpr std::uint8_t singular = 7;
    constexpr std::uint8_t plural = 7 << 3;
    const std::uint8_t verb = at(finite).word.form.verbal;
    const bool more =
        p.end < size_ && (mark(p.end) == mark_kind::comma || is(p.end, tag_role::coordinator));
    const bool agrees = !verb || ((p.forms & 7) && (verb & singular)) ||
                        ((p.forms & 8) && (verb & plural)) ||
                        ((verb & plural) && !(verb & singular) && more);
    if (!agrees) return;
    const bool may_be_object = p.forms & nominal_case(grammatical_case::accusative);
    if (may_be_object && shares_subject(finite)) return;
    has_subject_[clause] = true;
    at(p.head).likely_subject = true;
  }

  const grammar& rules_;
  const lexicon& forms_;
  syntax_tokens& tokens_;
  sentence_fields& out_;
  token_index size_;
  std::vector<std::uint8_t> next_;
  std::vector<bool> has_subject_;
  std::vector<bool> has_particle_;
};

}  // namespace

void find_fields(const grammar& rules, const lexicon& forms, syntax_tokens& tokens,
                 sentence_fields& out) {
  field_finder(rules, forms, tokens, out).find();
}

}  // namespace zeitstrahl
