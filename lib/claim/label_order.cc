#include "claim/label_order.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

class subject_reader {
 public:
  subject_reader(const sentence_reading& s, std::int32_t clause)
      : s_(s), number_(clause), c_(s.clause_at(clause)) {}

  word_range find() const {
    const noun_phrase* p = s_.phrase(c_.subject);
    if (!p || (p->pronoun && !is_free_pronoun(*p))) return {};
    // "eine weitere": the noun that the article belongs to is not there
    if (s_.is(p->head, word_class::article) && s_.is(p->head + 1, tag_role::adjective)) return {};
    word_range r{p->begin, end_of_noun(*p)};
    const bool main = c_.kind == clause_kind::main;
    if (main && r.begin <= c_.finite) return c_.subject_is_sure ? r : word_range{};
    while (r.begin - 1 > front() && measures(r.begin - 1)) --r.begin;
    if (r.begin > 0 && s_.mark(r.begin - 1) == mark_kind::opening) --r.begin;
    if (!c_.subject_is_sure && r.begin != front() + 1) return {};
    constexpr tag_roles opens = tag_role::determiner | tag_role::pronoun |
                                tag_roles(tag_role::number) | (tag_role::name | tag_role::noun);
    const bool small = !s_.word(r.begin).word.capital &&
                       !s_.is(r.begin, tag_role::determiner | tag_role::pronoun) &&
                       !s_.is(r.begin, tag_role::number);
    const bool torn = r.begin != front() + 1 && (small || !s_.is(r.begin, opens)) &&
                      !measures(r.begin) && s_.mark(r.begin) == mark_kind::none;
    if (torn || !extend(r, *p)) return {};
    return r;
  }

 private:
  // What stands before the first place that the subject may have.
  token_index front() const {
    return c_.kind == clause_kind::main || c_.opener == no_token ? c_.finite : c_.opener;
  }
  bool own(token_index i) const { return i < c_.end && s_.owner(i) == number_; }

  // "er", "man"; "die" may belong to a noun further on
  bool is_free_pronoun(const noun_phrase& p) const {
    return !s_.is(p.head, word_class::article) || s_.is(p.head + 1, tag_role::verb);
  }

  // "Plauen [Kreisstadt]", "die Firma Voltara & Co"
  token_index end_of_noun(const noun_phrase& p) const {
    token_index end = p.head + 1;
    while (end < p.end && !is_other_noun(end, p)) ++end;
    while (own(end + 1) && s_.word(end).word.text == "&") end += 2;
    return end;
  }

  // "die Universitaet Leipzig [Gaeste]": a common noun, or one of another number
  bool is_other_noun(token_index i, const noun_phrase& p) const {
    if (s_.word(i - 1).word.text == "&") return false;
    if (s_.is(i, word_class::organisation_form)) return false;  // "Nordwerk AG"
    constexpr tag_roles names = tag_role::name | tag_role::noun | tag_roles(tag_role::number);
    if (i < p.end && !s_.is(i, names)) return true;
    if (s_.is_common_noun(i) && i < p.end) return true;
    if (s_.is_common_noun(i) && s_.is(i - 1, tag_role::name)) return true;
    constexpr std::uint8_t plural_verb = 4;  // bits of verb_numbers
    const morphology& form = s_.word(i).word.form;
    constexpr std::uint16_t plurals = 0x8888;
    return form.is(pos_noun) && form.nominal != 0 && (form.nominal & ~plurals) == 0 &&
           (s_.word(c_.finite).verb_numbers & plural_verb) == 0 && i > p.head;
  }

  // "mehr als 100 Ziele", "auch Roth"
  bool measures(token_index i) const {
    return own(i) && s_.mark(i) == mark_kind::none &&
           (s_.is(i, word_class::keeps_time) || s_.is(i, word_class::focus));
  }

  // What belongs to it behind its noun; false where that is not sure.
  bool extend(word_range& r, const noun_phrase& p) const {
    if (s_.mark(r.end) == mark_kind::quotation) ++r.end;
    const auto tied = [&](token_index i) {
      return s_.word(i - 1).word.text == "&" || s_.is(i, word_class::organisation_form);
    };
    while (own(r.end) && (hangs(r.end, p.head) || tied(r.end)) && !opens_other(r.end) &&
           !is_other_noun(r.end, p) && s_.mark(r.end) != mark_kind::stop) {
      ++r.end;
    }
    while (r.end > p.head + 1 &&
           (s_.mark(r.end - 1) == mark_kind::comma || s_.is(r.end - 1, tag_role::coordinator))) {
      --r.end;
    }
    leave_aside(r, p.head);
    if (!own(r.end)) return true;
    if (s_.is(r.end, word_class::genitive_article)) {
      const noun_phrase* next = s_.phrase_around(r.end);
      const bool sure = s_.word(r.end).word.text.ends_with('s');  // "des"; "der" may be a dative
      if (!sure || !next || next->begin != r.end) return false;
      r.end = next->end;
    }
    if (s_.is(r.end, tag_role::coordinator)) return s_.is(r.end + 1, tag_role::verb);
    return s_.mark(r.end) != mark_kind::comma || close_aside(r);
  }

  // "eine Fahrerin [den Bus]", "die Leute [im Haus]": the tree may be wrong about those
  bool opens_other(token_index i) const {
    if (s_.is(i - 1, tag_role::coordinator) || s_.mark(i - 1) == mark_kind::comma) return false;
    if (s_.is(i, tag_role::adposition)) return !s_.is(i, word_class::of);
    return s_.is(i, tag_role::determiner) && !s_.is(i - 1, word_class::of) &&
           !s_.is(i, word_class::genitive_article);
  }

  // A comma without a coordinator behind it opens an aside: back to before it.
  void leave_aside(word_range& r, token_index head) const {
    for (token_index i = r.end; i-- > head + 1;) {
      if (s_.is(i, tag_role::coordinator)) return;
      if (s_.mark(i) == mark_kind::comma) r.end = i;
    }
  }

  // ", eine Richterin,"
  bool close_aside(word_range& r) const {
    for (token_index i = r.begin; i < r.end; ++i) {
      if (s_.mark(i) != mark_kind::comma) continue;
      ++r.end;  // "Roth, eine Anwaeltin und Richterin[,] wurde geehrt"
      return true;
    }
    for (token_index i = r.end + 1; own(i); ++i) {
      if (s_.mark(i) != mark_kind::comma) continue;
      r.end = i + 1;
      return true;
    }
    return !own(r.end + 1);
  }

  bool hangs(token_index i, token_index head) const {
    constexpr int deepest = 12;
    if (s_.is(i, tag_role::verb | tag_role::adverb)) return false;
    for (int steps = 0; i != no_token && steps < deepest; ++steps, i = s_.word(i).head) {
      if (i == head) return true;
    }
    return false;
  }

  const sentence_reading& s_;
  std::int32_t number_;
  const syntax_clause& c_;
};

class orderer {
 public:
  orderer(const sentence_reading& s, const label_words& chosen) : s_(s), chosen_(chosen) {
    for (const token_index i : chosen.words) out_.push_back(whole(i));
  }

  std::vector<label_piece> order() {
    if (chosen_.clause == no_clause) return std::move(out_);
    const syntax_clause& c = s_.clause_at(chosen_.clause);
    if (chosen_.opened_by_time) {
      subject_first();
    } else if (c.kind == clause_kind::subordinate && c.opener != no_token) {
      verb_second(c);
    }
    return std::move(out_);
  }

 private:
  label_piece whole(token_index i) const {
    return {i, {0, static_cast<std::uint32_t>(s_.word(i).word.text.size())}};
  }

  void subject_first() {
    const word_range subject = movable_subject(s_, chosen_.clause);
    const auto holds = [&](const label_piece& p) { return subject.holds(p.word); };
    std::stable_partition(out_.begin(), out_.end(), holds);
  }

  // "dass die Bahn 2026 faehrt" -> "Die Bahn faehrt"
  void verb_second(const syntax_clause& c) {
    const word_range subject = movable_subject(s_, chosen_.clause);
    const bool sure = c.subject_is_sure && c.verb_is_sure && !subject.empty() &&
                      follows_opener(subject.begin, c.opener) && subject.end <= c.finite &&
                      s_.is(c.opener, word_class::subordinator) &&
                      c.force == clause_force::statement;
    if (!sure) return;
    const auto at = [&](token_index i) {
      return std::find_if(out_.begin(), out_.end(),
                          [&](const label_piece& p) { return p.word == i; });
    };
    const auto verb = at(c.finite);
    if (verb == out_.end()) return;
    std::vector<label_piece> verbs = split(c);
    out_.erase(verb);
    if (const auto opener = at(c.opener); opener != out_.end()) out_.erase(opener);
    auto behind = out_.begin();
    for (auto i = out_.begin(); i != out_.end(); ++i) {
      if (subject.holds(i->word)) behind = i + 1;
    }
    behind = out_.insert(behind, verbs.front()) + 1;
    if (verbs.size() > 1) {
      auto last = behind;
      for (auto i = behind; i != out_.end(); ++i) {
        if (s_.owner(i->word) == chosen_.clause && s_.mark(i->word) == mark_kind::none) {
          last = i + 1;
        }
      }
      out_.insert(last, verbs.back());
    }
  }

  // Right behind it, but for words that the label leaves out.
  bool follows_opener(token_index subject, token_index opener) const {
    return std::none_of(chosen_.words.begin(), chosen_.words.end(),
                        [&](token_index i) { return opener < i && i < subject; });
  }

  // The finite verb without its particle, and the particle.
  std::vector<label_piece> split(const syntax_clause& c) const {
    const syntax_word& w = s_.word(c.finite).word;
    label_piece all = whole(c.finite);
    const std::uint32_t at = w.form.head_at;
    if (!w.form.is(pos_subordinate_only) || at == 0 || at >= all.bytes.end) return {all};
    return {{c.finite, {at, all.bytes.end}}, {c.finite, {0, at}}};
  }

  const sentence_reading& s_;
  const label_words& chosen_;
  std::vector<label_piece> out_;
};

}  // namespace

word_range movable_subject(const sentence_reading& s, std::int32_t clause) {
  return subject_reader(s, clause).find();
}

std::vector<label_piece> order_label(const sentence_reading& s, const label_words& chosen) {
  return orderer(s, chosen).order();
}

}  // namespace zeitstrahl
