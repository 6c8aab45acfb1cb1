#include <algorithm>

#include "claim/label_words.h"
#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

// Where the subject's words begin and end; where that is not sure there is no range.
class subject_reader {
 public:
  subject_reader(const sentence_reading& s, std::int32_t clause)
      : s_(s), number_(clause), c_(s.clause_at(clause)) {}

  word_range find() const {
    const noun_phrase* p = s_.phrase(c_.subject);
    if (!p || (p->pronoun && !is_free_pronoun(*p))) return {};
    // "eine weitere": the noun that the article belongs to is not there
    if (s_.is(p->head, word_class::article) && s_.is(p->head + 1, tag_role::adjective)) return {};
    const bool main = c_.kind == clause_kind::main;
    if (main && p->begin <= c_.finite) {
      return c_.subject_is_sure ? word_range{p->begin, p->end} : word_range{};
    }
    token_index begin = p->begin;
    while (begin - 1 > front() && (measures(begin - 1) || describes(begin - 1, p->head))) --begin;
    if (s_.mark(begin - 1) == mark_kind::opening) --begin;
    if (is_owner(begin - 1) && begin - 1 > front() && !s_.is(begin, tag_role::determiner)) --begin;
    // "weder [Roth] noch Hoyer": one of two
    if (begin - 1 > front() && s_.is(begin - 1, tag_role::coordinator)) return {};
    if (!c_.subject_is_sure && begin != front() + 1) return {};
    if (begins_torn(begin)) return {};
    const phrase_extent whole(s_, {begin, p->head + 1}, p->head);
    const bool sure = whole.is_sure() && !may_be_named(p->head, whole.words().end);
    return sure ? whole.words() : word_range{};
  }

 private:
  // "2019 zog [das Hotel] Krone um": what stands bare in the singular behind a noun may be its
  // name, unless verbs take it so: "reichte [der Verein] Klage ein".
  bool may_be_named(token_index noun, token_index behind) const {
    if (behind != noun + 1 || !own(behind) || !s_.is(noun, tag_role::noun)) return false;
    const syntax_word& next = s_.word(behind).word;
    constexpr std::uint16_t plural = 0x8888;
    return next.capital && s_.is(behind, tag_role::noun | tag_role::name) &&
           !next.roles.any(word_role::bare_noun) && (next.form.nominal & plural) == 0;
  }

  // What stands before the first place that the subject may have.
  token_index front() const {
    if (c_.kind == clause_kind::main) return c_.finite;
    if (c_.opener != no_token) return c_.opener;
    return s_.is(c_.begin, tag_role::coordinator) ? c_.begin : c_.begin - 1;
  }
  bool own(token_index i) const { return i < c_.end && s_.owner(i) == number_; }

  // "er", "man"; "die" may belong to a noun further on
  bool is_free_pronoun(const noun_phrase& p) const {
    return !s_.is(p.head, word_class::article) || s_.is(p.head + 1, tag_role::verb);
  }

  // An adjective or a small word before it that is not known to be the phrase's own.
  bool begins_torn(token_index begin) const {
    if (begin == front() + 1 || measures(begin)) return false;
    if (s_.mark(begin) != mark_kind::none) return false;
    if (s_.is(begin, tag_role::determiner | tag_role::pronoun | tag_roles(tag_role::number))) {
      return false;
    }
    return !s_.word(begin).word.capital || !s_.is(begin, tag_role::name | tag_role::noun);
  }

  // "mehr als 100 Ziele", "auch Roth"
  bool measures(token_index i) const {
    // "dann [die Gruppe]": when, and not how many
    const bool when = i == front() + 1 && (s_.word(i).word.form.detail & detail_temporal) &&
                      s_.is(i + 1, tag_role::determiner) && !s_.is(i, word_class::concession);
    // "noch 30 Weichen", but "noch [Weichen]"
    const bool counts = s_.is(i, word_class::focus) && (s_.is(i + 1, tag_roles(tag_role::number)) ||
                                                        s_.is(i + 1, word_class::keeps_time));
    return own(i) && s_.mark(i) == mark_kind::none && !s_.is(i, word_class::tie) && !when &&
           (s_.is(i, word_class::keeps_time) || s_.is(i, word_class::concession) || counts);
  }

  // "Indiens [Regierungschef]"
  bool is_owner(token_index i) const {
    return own(i) && s_.is(i, tag_role::name) && s_.ends_like(i, word_class::genitive_ending);
  }

  // "erstaunlich [viele Gaeste]"
  bool describes(token_index i, token_index noun) const {
    return own(i) && s_.is(i, tag_role::adjective | tag_role::adverb) && s_.is_under(i, noun) &&
           !s_.is(i, word_class::tie);
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
    if (chosen_.gap != no_token) {  // "stellte [das Buch] vor"
      std::stable_partition(out_.begin(), out_.end(), [&](const label_piece& p) {
        const bool rest = p.word < chosen_.gap && p.word > c.finite &&
                          s_.is(p.word, tag_role::verb | tag_role::particle);
        return !rest;
      });
    }
    const std::int32_t alone = complement_alone();
    if (!chosen_.front.empty()) {
      put_first(chosen_.front);
    } else if (alone != no_clause) {
      verb_second(alone);
    } else if (c.kind == clause_kind::subordinate) {
      verb_second(chosen_.clause);
    }
    return std::move(out_);
  }

 private:
  label_piece whole(token_index i) const {
    return {i, {0, static_cast<std::uint32_t>(s_.word(i).word.text.size())}};
  }

  void put_first(word_range words) {
    std::stable_partition(out_.begin(), out_.end(),
                          [&](const label_piece& p) { return words.holds(p.word); });
  }

  // The complement with which the words begin: "[Zehn Jahre ist es her,] dass die Bahn faehrt".
  std::int32_t complement_alone() const {
    if (out_.empty()) return no_clause;
    const token_index first = out_.front().word;
    const std::int32_t clause = s_.owner(first);
    if (clause == no_clause || s_.outer_of(clause) != chosen_.clause) return no_clause;
    return s_.clause_at(clause).opener == first && s_.is_complement(clause) ? clause : no_clause;
  }

  // "dass 2026 die Bahn faehrt" -> "Die Bahn faehrt"
  void verb_second(std::int32_t clause) {
    if (!can_be_main(s_, clause)) return;
    const syntax_clause& c = s_.clause_at(clause);
    const word_range subject = movable_subject(s_, clause);
    const auto at = [&](token_index i) {
      return std::find_if(out_.begin(), out_.end(),
                          [&](const label_piece& p) { return p.word == i; });
    };
    const auto verb = at(c.finite);
    if (verb == out_.end()) return;
    const std::vector<label_piece> verbs = split(c);
    out_.erase(verb);
    const token_index front = c.opener == no_token ? c.begin : c.opener + 1;
    std::erase_if(out_, [&](const label_piece& p) {  // "so [dass]"
      return p.word >= c.begin && p.word < front && !subject.holds(p.word);
    });
    put_first(subject);
    const auto behind = std::find_if(out_.begin(), out_.end(),
                                     [&](const label_piece& p) { return !subject.holds(p.word); });
    auto last = out_.insert(behind, verbs.front()) + 1;
    for (auto i = last; i != out_.end(); ++i) {
      const bool own = s_.owner(i->word) == clause && s_.mark(i->word) == mark_kind::none;
      if (own) last = i + 1;
    }
    if (verbs.size() > 1) out_.insert(last, verbs.back());
  }

  // The finite verb without its particle, and the particle: "zog" and "ein".
  std::vector<label_piece> split(const syntax_clause& c) const {
    const morphology& form = s_.word(c.finite).word.form;
    const label_piece all = whole(c.finite);
    const std::uint32_t prefix = s_.text().words[s_.last_token(c.finite)].prefix;
    const bool own = form.is(pos_subordinate_only) && form.head_at != 0;
    const std::uint32_t at = own ? form.head_at : prefix;
    if (form.is(pos_main_clause) || at == 0 || at >= all.bytes.end) return {all};
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

bool can_be_main(const sentence_reading& s, std::int32_t clause) {
  const syntax_clause& c = s.clause_at(clause);
  const bool opened = c.opener == no_token || s.is(c.opener, word_class::subordinator);
  if (!opened || !c.subject_is_sure || !c.verb_is_sure || c.force != clause_force::statement) {
    return false;
  }
  const word_range subject = movable_subject(s, clause);
  if (subject.empty() || subject.end > c.finite) return false;
  // "dass der Bedarf [an Geld] steigt": the phrase belongs to one of the two, and may be parted
  // from neither
  const token_index next = s.word(subject.end).head;
  return !s.is(subject.end, word_class::about) || next == no_token ||
         s.word(next).head != s.phrase(c.subject)->head;
}

std::vector<label_piece> order_label(const sentence_reading& s, const label_words& chosen) {
  return orderer(s, chosen).order();
}

}  // namespace zeitstrahl
