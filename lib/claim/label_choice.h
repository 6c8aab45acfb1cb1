#ifndef ZEITSTRAHL_LIB_CLAIM_LABEL_CHOICE_H_
#define ZEITSTRAHL_LIB_CLAIM_LABEL_CHOICE_H_

// The words of a label while they are chosen: first the clauses that say it (label_words.cc), then
// the parts of them that are left out (label_drop.cc).

#include <utility>
#include <vector>

#include "claim/label_words.h"

namespace zeitstrahl {

class word_choice {
 public:
  // What is given must outlive it.
  word_choice(const sentence_reading& s, const label_source& source)
      : s_(s), source_(source), keep_(static_cast<std::size_t>(s.size()), false) {}

 protected:
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
  // "der [2021 Konkurs anmeldete]", behind a comma and before the time: a relative clause, whatever
  // the analysis takes its pronoun for.
  bool is_relative(std::int32_t number) const {
    const syntax_clause& c = at(number);
    if (c.kind == clause_kind::relative) return true;
    const token_index pronoun = begin_of_words(c);
    const bool opens = s_.mark(pronoun - 1) == mark_kind::comma &&
                       s_.is(pronoun, word_class::relative) && is_time(pronoun + 1);
    return opens && c.kind == clause_kind::main && c.finite + 1 == end_of_words(c);
  }
  token_index begin_of_words(const syntax_clause& c) const {
    token_index begin = c.begin;
    while (begin < c.end && s_.mark(begin) != mark_kind::none) ++begin;
    return begin;
  }
  bool is_time(token_index i) const {
    return std::ranges::any_of(source_.times, [&](const word_range t) { return t.holds(i); });
  }
  token_index end_of_words(const syntax_clause& c) const {
    token_index end = c.end;
    while (end > c.begin && s_.mark(end - 1) != mark_kind::none) --end;
    return end;
  }
  const syntax_clause& at(std::int32_t number) const { return s_.clause_at(number); }

  // Marks at the edges of what is left out go: those with nothing before or behind them, and of
  // two with nothing between them both, where an aside stood there, else the first.
  void tidy_marks() {
    drop_last_coordinator();
    token_index before = no_token;  // a mark with no word kept behind it yet
    bool words = false;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i)) continue;
      if (!parts(i)) {
        words |= s_.mark(i) == mark_kind::none;
        before = no_token;
        continue;
      }
      if (!words) {
        set(i, false);
        continue;
      }
      if (before != no_token && before + 1 < i) {
        const bool aside = s_.mark(i) == s_.mark(before) && s_.mark(i) != mark_kind::divider &&
                           s_.owner(before + 1) != out_.clause;
        set(before, false);
        if (aside || s_.mark(i) == mark_kind::dash) set(i, false);
        before = kept(i) ? i : no_token;
        continue;
      }
      before = i;
    }
    if (before != no_token) set(before, false);
    drop_lone_dash();
  }

  // "Der Rat will sparen, [denn]: ..."
  void drop_last_coordinator() {
    token_index i = s_.size() - 1;
    while (i > 0 && (!kept(i) || s_.mark(i) != mark_kind::none)) --i;
    if (i > 0 && s_.is(i, tag_role::coordinator)) set(i, false);
  }

  // A dash that lost its other half.
  void drop_lone_dash() {
    token_index first = no_token;
    int dashes = 0;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (s_.mark(i) != mark_kind::dash || s_.owner(i) == no_clause) continue;
      ++dashes;
      if (kept(i)) first = first == no_token ? i : no_token;
    }
    if (dashes % 2 == 0 && first != no_token) set(first, false);
  }

  bool parts(token_index i) const {
    const mark_kind m = s_.mark(i);
    return m == mark_kind::comma || m == mark_kind::dash || m == mark_kind::divider;
  }

  const sentence_reading& s_;
  const label_source& source_;
  std::vector<bool> keep_;
  label_words out_;
};

// Leaves out times, what names the source, what is in brackets, what ties to other sentences.
label_words drop_parts(word_choice chosen);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_LABEL_CHOICE_H_
