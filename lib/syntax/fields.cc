#include "syntax/fields.h"

#include <algorithm>

#include "syntax/likely_subjects.h"
#include "syntax/mend_tags.h"

namespace zeitstrahl {
namespace {

constexpr tag_roles nominal = tag_role::noun | tag_role::name;
constexpr tag_roles finite_auxiliary =
    tag_role::finite | tag_role::verb | tag_roles(tag_role::auxiliary);
constexpr tag_roles in_phrase =
    nominal | tag_role::determiner | tag_role::adjective | tag_roles(tag_role::number);

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
      t.bound_to = no_token;
    }
    out_.clauses.clear();
    out_.stretches.clear();
    out_.openers.clear();
    out_.main_verbs.clear();
  }

  void find() {
    mend_tags(rules_, tokens_);
    find_verb_last();
    restore_infinite_verbs();
    part_asides();
    cut_main_clauses();
    find_particles();
    find_next_verbs();
    bind_verbs();
    find_likely_subjects(out_.clauses, tokens_);
  }

 private:
  static std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }
  syntax_token& at(token_index i) { return tokens_[index(i)]; }
  bool is(token_index i, tag_roles roles) { return at(i).is.any(roles); }
  bool has(token_index i, word_roles roles) { return at(i).word.roles.any(roles); }
  mark_kind mark(token_index i) { return i >= 0 && i < size_ ? at(i).word.mark : mark_kind::stop; }
  bool is_finite(token_index i) { return is(i, tag_role::finite); }
  bool is_infinite(token_index i) { return is(i, tag_role::infinitive | tag_role::participle); }

  // What opens a clause with its verb last.
  bool opens_verb_last(token_index i) {
    if (has(i, word_role::main_opener)) return false;
    if (is(i, tag_role::subordinator | tag_role::relative)) {
      if (has(i, word_role::comparison) && !follows_mark(i)) {  // not "die seit mehr [als] ..."
        return out_.openers.empty() && verb_ends_stretch(i, /*over_commas=*/false);
      }
      if (is(i, tag_role::relative) && !verbs_suffice(i)) return false;
      const bool as = has(i, word_role::comparison) && has(i, word_role::interrogative);
      return as ? verb_ends_stretch(i) : !has(i, word_role::infinitive_opener);
    }
    // "Wie die Polizei mitteilte, ...": at the begin, and with another tag, where the verb tells.
    if (!has(i, word_role::interrogative)) return false;
    const bool tagged = is(i, tag_role::adverb | tag_role::pronoun | tag_role::determiner);
    if (tagged && !has(i, word_role::comparison) && i > 0 && mark(i - 1) == mark_kind::comma)
      return true;
    return follows_mark(i) && verb_ends_stretch(i);
  }

  // "dass Roth, die Leiterin, [die] Halle eroeffnet", "Wenn er die Halle, [den] Turm kauft, zieht
  // er um": each clause that is open waits for a verb of its own, and so does the main clause.
  bool verbs_suffice(token_index i) {
    if (out_.openers.empty()) return true;
    std::size_t verbs = 0;
    for (; i < size_ && mark(i) != mark_kind::divider; ++i) verbs += is_finite(i);
    return verbs > out_.openers.size() + (out_.main_verbs.empty() ? 1 : 0);
  }

  bool follows_mark(token_index i) { return i == 0 || mark(i - 1) != mark_kind::none; }

  // Whether a finite verb stands before the next mark, which may be behind the commas of an
  // apposition or of another clause ("Wie der Sprecher, Jan Ortmann, mitteilte"), but not behind
  // one that ends a group around a participle ("wie seit Langem gefordert"); no quotation mark.
  bool verb_ends_stretch(token_index i, bool over_commas = true) {
    for (++i; i < size_; ++i) {
      if (is_finite(i)) return is_last(i);
      const bool comma =
          over_commas && mark(i) == mark_kind::comma && !is(i - 1, tag_role::participle);
      const bool quote = mark(i) == mark_kind::quotation || mark(i) == mark_kind::opening;
      if (mark(i) != mark_kind::none && !comma && !quote) return false;
      if (is(i, tag_role::subordinator | tag_role::relative)) return true;
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
      case mark_kind::opening:
        return at(i).word.text == "(";
      default:
        return is(i, tag_role::coordinator);
    }
  }

  // "Die Bahn will, wie es heisst, 30 Zuege [kaufen]", "hat am Montag, wie erwartet, die Wahl
  // [verschoben]": where a modal or an auxiliary has no other verb, the verb that ends the next
  // stretch is its infinitive or participle, not finite.
  void restore_infinite_verbs() {
    std::vector<token_index>& verbs = out_.main_verbs;
    for (std::size_t k = 0; k + 1 < verbs.size(); ++k) {
      const token_index next = verbs[k + 1];
      if (is_adverbial(verbs[k], next)) {
        retag(rules_, at(next), tag_role::adverb);
        verbs.erase(verbs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
        continue;
      }
      const bool ends = is_last(next) && !is(next - 1, tag_role::coordinator) &&
                        mark(next - 1) == mark_kind::none;
      if (!ends || has_infinite(verbs[k], next)) continue;
      const morphology& verb = at(verbs[k]).word.form;
      const morphology& form = at(next).word.form;
      if (verb.is(pos_modal) && form.is(pos_infinitive)) {
        retag(rules_, at(next), tag_role::infinitive | tag_role::verb);
      } else if (verb.is(pos_auxiliary) && holds_aside(verbs[k], next) && form.is(pos_participle)) {
        retag(rules_, at(next), tag_role::participle | tag_role::verb);
      } else {
        continue;
      }
      verbs.erase(verbs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
  }

  // "Der Rat sucht [verstaerkt] die Naehe", "erwartet [doppelt] so viele": what nothing parts from
  // the verb before and need not be one, unless it is an auxiliary's participle.
  bool is_adverbial(token_index verb, token_index next) {
    const morphology& form = at(next).word.form;
    if (!form.is(pos_participle | pos_predicative | pos_adverb)) return false;
    if (form.is(pos_participle) && at(verb).word.form.is(pos_auxiliary)) return false;
    for (token_index i = verb + 1; i < next; ++i) {
      if (at(i).clause >= 0 || mark(i) != mark_kind::none || is(i, tag_role::coordinator))
        return false;
    }
    return true;
  }

  bool has_infinite(token_index begin, token_index end) {
    for (token_index i = begin; i < end; ++i) {
      if (at(i).clause < 0 && is_infinite(i) && !is_compared(i)) return true;
    }
    return false;
  }

  bool holds_aside(token_index begin, token_index end) {
    for (token_index i = begin; i < end; ++i) {
      if (at(i).clause >= 0 || (is_infinite(i) && is_compared(i))) return true;
    }
    return false;
  }

  // "frueher als [geplant]", ", wie von der Bank [erwartet],": no verb of the clause.
  bool is_compared(token_index i) {
    for (token_index k = i + 1; mark(k) == mark_kind::none; ++k) {
      if (is_finite(k)) return false;
    }
    if (has(i - 1, word_role::comparison)) return true;
    while (i > 0 && mark(i - 1) == mark_kind::none && !is_finite(i - 1)) --i;
    return has(i, word_role::comparison);
  }

  // The mark that opens a main clause which stands in another one: "Die Bruecke[,] sagte der
  // Sprecher, wird saniert", "... [,] so teilte die Stadt mit, ...", "Der Rat [-] er hat 40
  // Mitglieder - stimmte zu": behind it the next verb has no place before it but what stands
  // before the mark.  no_token for other clauses.
  token_index inserted_from(token_index begin, token_index verb, token_index next) {
    if (mark(next - 1) == mark_kind::dash) return inserted_by_dash(begin, verb);
    if (mark(next - 1) != mark_kind::comma || next - 1 <= verb) return no_token;
    token_index comma = verb - 1;
    const bool opened = comma > begin && has(comma, word_role::inserted_opener);
    if (opened) --comma;
    if (comma <= begin || mark(comma) != mark_kind::comma || at(comma).clause >= 0) return no_token;
    if (!opened && !may_be_subject(verb + 1)) return no_token;
    bool empty = true;
    for (token_index i = begin; i < comma; ++i) {
      if (at(i).clause >= 0) continue;
      const bool beside_clause = (i > begin && at(i - 1).clause >= 0) || at(i + 1).clause >= 0;
      if (mark(i) == mark_kind::comma && !beside_clause) return no_token;
      if (mark(i) == mark_kind::quotation || mark(i) == mark_kind::divider) return no_token;
      empty &= mark(i) != mark_kind::none || is(i, tag_role::coordinator);
    }
    return empty ? no_token : comma;
  }

  // "Die Faehre ist um 5 Uhr [- das entspricht 11 Uhr in Ulm -] gelandet": a clause between dashes,
  // behind which the verb complex of the one before comes to its end.
  void part_asides() {
    std::vector<token_index>& verbs = out_.main_verbs;
    for (std::size_t k = 0; k + 1 < verbs.size(); ++k) {
      const token_index inner = verbs[k + 1];
      const token_index limit = k + 2 < verbs.size() ? verbs[k + 2] : size_;
      token_index open = inner - 1;
      while (open > verbs[k] && mark(open) == mark_kind::none) --open;
      token_index close = inner + 1;
      while (close < limit && mark(close) != mark_kind::dash) ++close;
      const bool parted = mark(open) == mark_kind::dash && at(open).clause < 0 && close < limit;
      if (!parted || !at(verbs[k]).word.form.is(pos_auxiliary | pos_modal)) continue;
      if (has_infinite(verbs[k], open) || !has_infinite(close, limit)) continue;
      own(open, close + 1, inner, no_token, false);
      verbs.erase(verbs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
  }

  token_index inserted_by_dash(token_index begin, token_index verb) {
    token_index i = verb - 1;
    while (i > begin && mark(i) == mark_kind::none) --i;
    return i > begin && mark(i) == mark_kind::dash && at(i).clause < 0 ? i : no_token;
  }

  bool may_be_subject(token_index i) {
    constexpr tag_roles begins = tag_role::determiner | tag_role::name |
                                 (tag_role::noun | tag_role::pronoun | tag_role::adjective);
    if (i >= size_ || !is(i, begins)) return false;
    const std::uint16_t forms = at(i).word.form.nominal;
    return forms == 0 || (forms & nominal_case(grammatical_case::nominative));
  }

  // "Die Firma baut aus[:] Rat und Verwaltung stimmten zu": a coordinator within the noun phrase
  // before the next verb parts no clauses, but the mark before the phrase does.
  token_index parting_before(token_index part, token_index verb, token_index next) {
    if (!is(part, tag_role::coordinator) || part + 1 == next) return part;
    token_index i = part - 1;
    while (i > verb && is(i, in_phrase)) --i;
    return i > verb && i < part - 1 && mark(i) != mark_kind::none && may_part(i) ? i : part;
  }

  // Between two main verbs the last mark or coordinator parts their clauses.
  void cut_main_clauses() {
    const std::vector<token_index>& verbs = out_.main_verbs;
    token_index begin = 0;
    for (std::size_t k = 0; k < verbs.size(); ++k) {
      if (k + 1 < verbs.size()) {
        const token_index comma = inserted_from(begin, verbs[k], verbs[k + 1]);
        if (comma != no_token) {
          own(comma, verbs[k + 1], verbs[k], no_token, false);
          continue;  // what stands before it belongs to the next verb
        }
      }
      token_index end = size_;
      if (k + 1 < verbs.size()) {
        end = verbs[k + 1];
        for (token_index i = end - 1; i > verbs[k]; --i) {
          if (!may_part(i)) continue;
          end = parting_before(i, verbs[k], verbs[k + 1]);
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
      retag(rules_, at(i), tag_role::particle);
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
           !at(i).word.form.is(pos_zu_infinitive) && !(i > 0 && is_compared(i));
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
      if (!is(i, tag_role::auxiliary)) content = i;  // the last: "hat wachsen [lassen]"
    }
    if (content == no_token) return;
    if (c.verb_last()) content = first_of_coordinated(c, content, number);
    at(c.finite).bound_to = content;
    if (!is(c.finite, tag_role::auxiliary)) retag(rules_, at(c.finite), finite_auxiliary);
    for (token_index i = verbs.begin; i < verbs.end; ++i) {
      if (is(i, tag_role::auxiliary)) at(i).bound_to = content;
    }
  }

  const grammar& rules_;
  const lexicon& forms_;
  syntax_tokens& tokens_;
  sentence_fields& out_;
  token_index size_;
  std::vector<std::uint8_t> next_;
  std::vector<bool> has_particle_;
};

}  // namespace

void find_fields(const grammar& rules, const lexicon& forms, syntax_tokens& tokens,
                 sentence_fields& out) {
  field_finder(rules, forms, tokens, out).find();
}

}  // namespace zeitstrahl
