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
  const syntax_clause& at(std::int32_t number) const { return s_.clause_at(number); }

  // Commas at the edges of what is left out.
  void tidy_marks() {
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i) || s_.mark(i) != mark_kind::comma) continue;
      const bool before = has_word(i, -1);
      const bool behind = has_word(i, 1);
      if (!before || !behind) set(i, false);
    }
    join_emptied_commas();
  }

  // "Roth, [der das Werk leitete,] ist gestorben": commas with nothing left between them go, both
  // where a clause stood there, else the second.
  void join_emptied_commas() {
    token_index before = no_token;
    for (token_index i = 0; i < s_.size(); ++i) {
      if (!kept(i)) continue;
      const bool comma = s_.mark(i) == mark_kind::comma;
      if (comma && before != no_token) {
        set(i, false);
        if (s_.owner(before + 1) != out_.clause) set(before, false);
        before = no_token;
      } else {
        before = comma ? i : no_token;
      }
    }
  }

  bool has_word(token_index i, int step) const {
    for (token_index k = i + step; k >= 0 && k < s_.size(); k += step) {
      if (kept(k) && s_.mark(k) == mark_kind::none) return true;
    }
    return false;
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
