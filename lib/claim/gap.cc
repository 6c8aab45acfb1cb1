#include <algorithm>

#include "claim/label_words.h"

namespace zeitstrahl {
namespace {

class borrower {
 public:
  borrower(const sentence_reading& s, std::int32_t clause, word_range piece,
           const std::vector<word_range>& times)
      : s_(s), number_(clause), c_(s.clause_at(clause)), piece_(piece), times_(times) {}

  std::optional<borrowed_words> borrow() {
    if (c_.finite == no_token || c_.finite >= piece_.begin || is_aside()) return std::nullopt;
    const noun_phrase* acting = s_.phrase(c_.subject);
    if (acting && in_time(acting->head)) return std::nullopt;
    own_ = parts_in(piece_);
    object_ = object_of_clause();
    subject_ = subject_words();
    own_verb_ = has_any(tag_role::verb | tag_role::particle);
    if (own_.size() > 2 || (own_.size() == 2 && own_verb_)) return std::nullopt;
    if (own_.empty() && !own_verb_ && !has_any(tag_roles(tag_role::adposition))) {
      return std::nullopt;
    }
    replaced_ = own_.size() == 2 || (own_.size() == 1 && replaces_subject());
    // "spielte 2019 in Ulm und 2020 in Bonn Schach": the last belongs to both
    if (replaced_ && acting && acting->head < c_.finite) return std::nullopt;
    const bool nobody = !acting && own_.empty();  // "demonstriert wurde in Ulm"
    if (replaced_ ? !own_[0].may_act : subject_.empty() && !nobody) return std::nullopt;
    borrowed_words out;
    for (token_index i = c_.begin; i < piece_.begin; ++i) {
      if (s_.owner(i) == number_ && takes(i)) out.words.push_back(i);
    }
    if (replaced_) out.front = own_[0].words;
    if (!replaced_ && subject_.begin > c_.finite) out.front = subject_;
    if (nobody) out.front = piece_;
    return out;
  }

 private:
  // A noun phrase without a preposition, and no part of another.
  struct part {
    word_range words;
    token_index head = no_token;
    bool may_act = false;  // can be a nominative
    bool name = false;
  };

  // --- what is taken ---

  bool takes(token_index i) const {
    if (i == c_.finite) return true;
    if (i > c_.finite && !own_verb_ && (is_verb(i) || is_reflexive(i))) return true;
    if (subject_.holds(i)) return !replaced_ && !in_time(i);
    const bool sole = replaced_ && own_.size() == 1 && !own_verb_ && c_.subject != no_phrase;
    if (object_ && object_->words.holds(i)) return sole || (own_.empty() && !c_.passive);
    return sole && is_state(i);
  }

  bool is_verb(token_index i) const {
    return s_.is(i, tag_role::verb | tag_role::particle | tag_role::infinitive_mark);
  }

  bool is_reflexive(token_index i) const {
    return s_.is(i, tag_role::reflexive) && !s_.is(i - 1, tag_role::adposition);
  }

  // "waren 300 Menschen [im Einsatz], heute 90": what "be" says of its subject.
  bool is_state(token_index i) const {
    const token_index verb = c_.content == no_token ? c_.finite : c_.content;
    if (!s_.has(verb, word_role::be) || i < c_.finite || in_time(i)) return false;
    if (s_.mark(i) != mark_kind::none) return false;
    const noun_phrase* acting = s_.phrase(c_.subject);
    if (acting && acting->begin <= i && i < acting->end) return false;
    const bool leads = s_.is(i, tag_role::adposition | tag_role::determiner);
    return !(leads && (in_time(i + 1) || in_time(i + 2)));
  }

  // --- the clause ---

  // What stands before the finite verb is taken whole.
  word_range subject_words() const {
    const noun_phrase* p = s_.phrase(c_.subject);
    if (!p || p->head >= piece_.begin) return {};
    if (p->head > c_.finite) return movable_subject(s_, number_);
    token_index begin = c_.begin;
    while (begin < c_.finite &&
           (s_.mark(begin) != mark_kind::none || s_.is(begin, tag_role::coordinator))) {
      ++begin;
    }
    return {begin, c_.finite};
  }

  // What the clause asks for beside its subject.
  std::optional<part> object_of_clause() const {
    const noun_phrase* subject = s_.phrase(c_.subject);
    for (const part& p : parts_in({c_.begin, piece_.begin})) {
      const bool acts = subject && subject->begin <= p.head && p.head < subject->end;
      if (!acts && s_.owner(p.head) == number_ && !s_.is(p.head, tag_role::reflexive)) return p;
    }
    return std::nullopt;
  }

  // --- the piece ---

  // "2015 gewann Roth den Preis, 2016 [Weber]": stands for the subject, not for the object.
  bool replaces_subject() const {
    if (own_verb_) return c_.passive;
    if (!object_ || c_.subject == no_phrase) return true;
    const noun_phrase* subject = s_.phrase(c_.subject);
    return own_[0].name && own_[0].may_act && !object_->name && subject->name;
  }

  // "nahe Saigon, damals Franzoesisch-Indochina", "sowie juengst veraenderte Karten": says
  // something of a noun.
  bool is_aside() const {
    const bool adverb = s_.is(piece_.begin, tag_role::adverb) && in_time(piece_.begin);
    if (adverb && s_.is(piece_.begin + 1, tag_role::adjective) &&
        s_.is(piece_.begin + 2, tag_role::noun)) {
      return true;
    }
    // "wurde erster, 1961 zweiter Vorsitzender": the noun is still to come
    if (s_.is(piece_.begin - 2, tag_role::adjective) &&
        s_.text().ends_like_adjective(s_.last_token(piece_.begin - 2))) {
      return true;
    }
    return s_.mark(piece_.begin - 1) == mark_kind::comma && s_.is(piece_.begin, tag_role::adverb) &&
           s_.is(piece_.begin - 2, tag_role::name);
  }

  bool has_any(tag_roles roles) const {
    return any_word(piece_, [&](token_index i) {
      return s_.owner(i) == number_ && s_.is(i, roles) && !in_time(i);
    });
  }

  // --- phrases ---

  bool in_time(token_index i) const {
    return std::any_of(times_.begin(), times_.end(), [&](word_range t) { return t.holds(i); });
  }

  std::vector<part> parts_in(word_range r) const {
    std::vector<part> out;
    for (token_index i = r.begin; i < r.end; ++i) {
      const noun_phrase* p = s_.phrase_at(i);
      if (in_time(i) || is_verb(i)) continue;
      if (!p && stands_alone(i)) add({{with_leads(i), i + 1}, i, true, false}, out);
      if (!p) continue;
      const token_index end = std::min(p->end, r.end);
      const bool behind_time = in_time(i - 1) && !s_.is(i, tag_role::adposition);
      const token_index head = p->head >= i ? p->head : end - 1;  // "am [Samstag] Trier"
      const bool bare = behind_time || (p->preposition == no_token && !hangs_on_noun(*p, r));
      const bool may_act = p->cases == 0 || (p->cases & 1) || behind_time;
      if (bare) add({{with_leads(i), end}, head, may_act, s_.is(head, tag_role::name)}, out);
      i = end - 1;
    }
    return out;
  }

  // "eine Million [Barrel]", "vier [oder fuenf]": one with the part before it.
  void add(const part& next, std::vector<part>& out) const {
    token_index joint = out.empty() ? no_token : out.back().words.end;
    const bool coordinated = joint != no_token && s_.is(joint, tag_role::coordinator);
    const bool goes_on = joint == next.words.begin && s_.is(joint - 1, tag_role::noun) &&
                         s_.is(joint - 2, tag_roles(tag_role::number));
    const bool ends_list = coordinated && joint + 1 == next.words.begin;
    if (!ends_list && s_.is(next.words.begin - 1, tag_role::coordinator)) return;
    if (goes_on || ends_list) {
      out.back().words.end = next.words.end;
    } else {
      out.push_back(next);
    }
  }

  // "400", "ein zweites": where its noun is not said again.
  bool stands_alone(token_index i) const {
    if (s_.is(with_leads(i) - 1, tag_role::adposition)) return false;
    const bool adjective = s_.is(i, tag_role::adjective) && s_.is(i - 1, tag_role::determiner);
    return s_.is(i, tag_roles(tag_role::number)) || adjective;
  }

  // "[auch] Briefmarken", "[weitere] neun", "[ein] zweites", but not "[dann] die Stadt"
  token_index with_leads(token_index i) const {
    constexpr tag_roles inside = tag_role::adjective | tag_role::determiner;
    const auto leads = [&](token_index k) {
      const bool counts = s_.is(k, word_class::focus) && s_.is(k + 1, tag_roles(tag_role::number));
      return s_.is(k, word_class::concession) || s_.is(k, word_class::keeps_time) || counts ||
             s_.is(k, inside);
    };
    while (i > piece_.begin && !in_time(i - 1) && leads(i - 1)) --i;
    return i;
  }

  // "die Halle [der Stadt]", "in Fahrtrichtung [Ulm]"
  bool hangs_on_noun(const noun_phrase& p, word_range r) const {
    if (s_.is(p.head, tag_role::name) && p.begin == p.head && s_.is(p.begin - 1, tag_role::noun)) {
      return true;
    }
    const token_index on = s_.word(p.head).head;
    return on != no_token && r.holds(on) && on < p.begin &&
           s_.is(p.begin, word_class::genitive_article) &&
           s_.is(on, tag_role::noun | tag_role::name);
  }

  const sentence_reading& s_;
  std::int32_t number_;
  const syntax_clause& c_;
  word_range piece_;
  const std::vector<word_range>& times_;
  std::vector<part> own_;  // of the piece
  std::optional<part> object_;
  word_range subject_;
  bool own_verb_ = false;  // the piece has a participle or an infinitive, or a verb's particle
  bool replaced_ = false;  // the piece has its own subject
};

}  // namespace

std::optional<borrowed_words> borrow_for_gap(const sentence_reading& s, std::int32_t clause,
                                             word_range piece,
                                             const std::vector<word_range>& times) {
  return borrower(s, clause, piece, times).borrow();
}

}  // namespace zeitstrahl
