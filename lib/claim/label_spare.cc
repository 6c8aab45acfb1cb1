#include "claim/label_spare.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/label_order.h"

namespace zeitstrahl {
namespace {

class spare_finder {
 public:
  spare_finder(const sentence_reading& s, const label_words& chosen) : s_(s), chosen_(chosen) {}

  word_range find(std::size_t too_many) const {
    if (const word_range group = purpose(); !group.empty()) return group;
    if (const word_range before = condition(); !before.empty()) return before;
    if (const word_range aside = apposition(); !aside.empty()) return aside;
    const word_range best = shortest(too_many, false);
    return best.empty() ? shortest(too_many, true) : best;
  }

 private:
  // Of the phrases that hold a number, or of the others.
  word_range shortest(std::size_t too_many, bool counts) const {
    word_range best;
    for (const token_index i : chosen_.words) {
      const word_range found = phrase(i);
      if (found.empty() || holds_number(found) != counts) continue;
      const bool enough = length(found) >= too_many;
      const bool was_enough = length(best) >= too_many;
      const bool better = length(found) < length(best) ? enough : !was_enough;
      if (best.empty() || better) best = found;
    }
    return best;
  }

  // "von 870 Millionen Euro"
  bool holds_number(word_range r) const {
    for (token_index i = r.begin; i < r.end; ++i) {
      if (s_.is(i, tag_roles(tag_role::number))) return true;
    }
    return false;
  }

  bool kept(token_index i) const {
    return std::binary_search(chosen_.words.begin(), chosen_.words.end(), i);
  }

  std::size_t length(word_range r) const {
    std::size_t out = 0;
    for (token_index i = r.begin; i < r.end; ++i) {
      if (kept(i)) out += count_code_points(s_.word(i).word.text) + 1;
    }
    return out;
  }

  // ", um die Debatte zu beenden"
  word_range purpose() const {
    const auto count = static_cast<std::int32_t>(s_.parts().clauses.size());
    for (std::int32_t i = count; i-- > 0;) {
      const syntax_clause& c = s_.clause_at(i);
      if (i == chosen_.clause || c.kind != clause_kind::infinitive) continue;
      if (c.opener == no_token || !kept(c.opener) || is_in_front(c.begin)) continue;
      word_range r{c.begin, c.end};
      if (s_.mark(r.begin - 1) == mark_kind::comma) --r.begin;
      return r;
    }
    return {};
  }

  // "Wenn keine Einigung erzielt wird, [droht ein Prozess]": that it is possible, the caption says.
  word_range condition() const {
    if (chosen_.clause == no_clause || !chosen_.front.empty()) return {};
    const syntax_clause& main = s_.clause_at(chosen_.clause);
    const bool behind_comma = s_.mark(main.finite - 1) == mark_kind::comma;
    if (!behind_comma || movable_subject(s_, chosen_.clause).empty()) return {};
    for (const syntax_clause& c : s_.parts().clauses) {
      if (c.force != clause_force::condition || c.opener == no_token || !kept(c.opener)) continue;
      if (c.end <= main.finite) return {c.begin, main.finite};
    }
    return {};
  }

  // It would leave the verb without what stands before it.
  bool is_in_front(token_index i) const {
    return chosen_.clause != no_clause && i < s_.clause_at(chosen_.clause).finite;
  }

  // "Roth[, die Chefin der Werft,] ...": without a verb, of the noun before it.
  word_range apposition() const {
    for (const token_index open : chosen_.words) {
      if (s_.mark(open) != mark_kind::comma || !s_.is(open + 1, tag_role::determiner)) continue;
      if (!s_.is(open - 1, tag_role::noun | tag_role::name)) continue;
      token_index close = open + 1;
      while (close < s_.size() && s_.mark(close) == mark_kind::none &&
             !s_.is(close, tag_role::verb)) {
        ++close;
      }
      const noun_phrase* inner = s_.phrase_around(open + 1);
      const bool hangs = inner && s_.is_under(s_.word(inner->head).head, open - 1);
      const bool closed = s_.mark(close) == mark_kind::comma || s_.mark(close) == mark_kind::stop;
      if (hangs && closed && !lists(close)) return {open, close + 1};
    }
    return {};
  }

  // "A, der B[, der C] und der D"
  bool lists(token_index close) const {
    return s_.mark(close) == mark_kind::comma &&
           s_.is(close + 1, tag_role::determiner | tag_role::coordinator);
  }

  // "die Klage [gegen den Bau der Bruecke]": from its preposition.
  word_range phrase(token_index begin) const {
    const token_index head = s_.word(begin).head;
    if (!s_.is(begin, tag_role::adposition) || head <= begin) return {};
    const token_index governor = s_.word(head).head;
    if (governor == no_token || governor >= begin || !s_.is_common_noun(governor)) return {};
    if (s_.is(begin - 1, word_class::keeps_time) || s_.is(begin - 1, word_class::negation)) {
      return {};
    }
    // "ueber Chinas ... Wirtschaft": the noun is still to come
    if (head == begin + 1 && s_.is(head, tag_role::name) &&
        s_.word(head).word.text.ends_with('s')) {
      return {};
    }
    token_index end = begin;
    while (kept(end) && belongs(end, head)) ++end;
    constexpr tag_roles nouns = tag_role::noun | tag_role::name;
    while (end > head + 1 && !(s_.is(end - 1, nouns) && s_.word(end - 1).word.capital)) --end;
    const word_range found{begin, end};
    return end <= head || goes_on_behind(end) ? word_range{} : found;
  }

  bool belongs(token_index i, token_index head) const {
    const bool small_name = s_.is(i, tag_role::name) && !s_.word(i).word.capital;
    if (small_name) return false;
    const bool hangs = i <= head || s_.is_under(i, head) ||
                       (s_.is(i, tag_role::name) && s_.is(i - 1, tag_role::noun));
    return hangs && !s_.is(i, tag_role::verb | tag_role::relative) &&
           s_.mark(i) != mark_kind::comma && !s_.is(i, word_class::negation);
  }

  // "fuer Roth, [den Chef], ...", "in Bonn [und Ulm]", "nicht in Bonn[, sondern] in Ulm": what
  // follows would hang on another noun.
  bool goes_on_behind(token_index end) const {
    if (end >= s_.size()) return false;
    constexpr tag_roles of_phrase =
        tag_role::adjective | tag_role::noun | tag_roles(tag_role::name);
    if (s_.mark(end) != mark_kind::comma) return s_.is(end, of_phrase | tag_role::coordinator);
    return end + 1 < s_.size() && !s_.is(end + 1, tag_role::finite | tag_role::subordinator);
  }

  const sentence_reading& s_;
  const label_words& chosen_;
};

class hidden_finder {
 public:
  hidden_finder(const sentence_reading& s, const std::vector<label_piece>& pieces)
      : s_(s), pieces_(pieces) {}

  // Whole phrases that tell how, where or why, where they suffice; else the end of any.
  piece_range find(std::size_t too_many) const {
    const piece_range whole = shortest(too_many, true);
    return whole.begin < whole.end ? whole : shortest(too_many, false);
  }

 private:
  piece_range shortest(std::size_t too_many, bool whole) const {
    piece_range best;
    std::size_t best_size = 0;
    for (std::size_t begin = 1; begin < pieces_.size(); ++begin) {
      if (!opens_phrase(begin) || (whole && !opens_constituent(begin))) continue;
      std::size_t size = 0;
      for (std::size_t end = begin; end < pieces_.size() && !stays(pieces_[end].word);) {
        size += pieces_[end].bytes.size() + 1;
        ++end;
        if (!opens_constituent(end)) continue;
        if (size < too_many) {
          if (end < pieces_.size() && opens_phrase(end)) continue;
          break;
        }
        if (best_size == 0 || size <= best_size) best = {begin, end}, best_size = size;
        break;
      }
    }
    return best;
  }

  bool stays(token_index i) const {
    // a name with a small letter may be a verb that the lexicon lacks
    if (s_.is(i, tag_role::name) && !s_.word(i).word.capital) return true;
    return s_.is(i, tag_role::verb | tag_role::particle) || s_.is(i, tag_role::subordinator) ||
           s_.is(i, tag_role::infinitive_mark | tag_role::reflexive) ||
           s_.is(i, tag_role::relative) || s_.is(i, word_class::negation) ||
           s_.is(i, word_class::keeps_time) || is_asked_for(i);
  }

  // In the subject or an object of its clause, up to the noun.
  bool is_asked_for(token_index i) const {
    const syntax_clause& c = s_.clause_at(s_.owner(i));
    const auto holds = [&](std::int32_t number) {
      const noun_phrase* p = s_.phrase(number);
      return p && p->preposition == no_token && p->begin <= i && i <= p->head;
    };
    return holds(c.subject) || std::any_of(c.objects.begin(), c.objects.end(), holds);
  }

  // What hangs on a verb begins with the piece, or a clause does.
  bool opens_constituent(std::size_t piece) const {
    if (piece == pieces_.size()) return true;
    const token_index i = pieces_[piece].word;
    const token_index before = pieces_[piece - 1].word;
    if (is_nominal(i) && is_nominal(before) && before + 1 == i) return false;  // "Platz 3"
    if (stays(i)) return true;
    if (s_.mark(i) == mark_kind::comma) {
      return piece + 1 < pieces_.size() && stays(pieces_[piece + 1].word);
    }
    return s_.mark(i) == mark_kind::none && top(i) != top(before);
  }

  bool is_nominal(token_index i) const {
    return s_.is(i, tag_role::noun | tag_role::name | tag_roles(tag_role::number));
  }

  bool opens_phrase(std::size_t piece) const {
    const token_index i = pieces_[piece].word;
    if (s_.word(pieces_[piece - 1].word).word.text.ends_with('-')) return false;
    return s_.is(i, tag_role::adposition | tag_role::coordinator) ||
           (s_.is(i, word_class::genitive_article) && is_nominal(pieces_[piece - 1].word));
  }

  // The word under a verb that the word stands under.
  token_index top(token_index i) const {
    constexpr int deepest = 16;
    for (int steps = 0; steps < deepest; ++steps) {
      const token_index head = s_.word(i).head;
      if (head == no_token || s_.is(head, tag_role::verb)) return i;
      i = head;
    }
    return i;
  }

  const sentence_reading& s_;
  const std::vector<label_piece>& pieces_;
};

}  // namespace

word_range spare_part(const sentence_reading& s, const label_words& chosen, std::size_t too_many) {
  return spare_finder(s, chosen).find(too_many);
}

piece_range hidden_part(const sentence_reading& s, const std::vector<label_piece>& pieces,
                        std::size_t too_many) {
  return hidden_finder(s, pieces).find(too_many);
}

}  // namespace zeitstrahl
