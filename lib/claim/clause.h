#ifndef ZEITSTRAHL_LIB_CLAIM_CLAUSE_H_
#define ZEITSTRAHL_LIB_CLAIM_CLAUSE_H_

// The clauses of a sentence, as tokens.
//
// They are those of the sentence's analysis.  Groups around an infinitive and participles before
// a noun stay with the clause around them, except those that say what for ("um ... zu"); what
// stands for a clause without a verb of its own is one: "2019 kam X, 2021 [kam] Y", ", so Roth".
//
//     Wie Bloomberg schreibt , war das eine Ausnahme , die Microsoft genehmigt hatte .
//     [ subordinate 0      ]   [ main 1            ]   [ relative 2, parent 1      ]

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/word_cache.h"
#include "claim/words.h"
#include "syntax/text_sentences.h"
#include "text/scan.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

constexpr std::uint32_t no_index = 0xffffffff;

// The index of the first of these spans, in order, that ends behind the token, or their number.
inline std::uint32_t first_behind(const std::vector<span>& spans, std::uint32_t token) {
  const auto found = std::upper_bound(spans.begin(), spans.end(), token,
                                      [](std::uint32_t t, span s) { return t < s.end; });
  return static_cast<std::uint32_t>(found - spans.begin());
}
inline bool any_holds(const std::vector<span>& spans, std::uint32_t token) {
  const std::uint32_t i = first_behind(spans, token);
  return i < spans.size() && spans[i].begin <= token;
}

// Whether one of the tokens fits.
template <class test>
bool any_token(span in, test fits) {
  for (std::uint32_t i = in.begin; i < in.end; ++i) {
    if (fits(i)) return true;
  }
  return false;
}

struct clause {
  enum class kind : std::uint8_t { main, subordinate, relative, infinitive };
  kind is = kind::main;
  span tokens;                        // first to last token of its own, half-open
  std::uint32_t head = no_index;      // token of the finite verb, or of an infinitive with mark
  std::uint32_t content = no_index;   // token of the verb with the content
  std::uint32_t particle = no_index;  // token of its separable prefix, where that is apart
  std::uint32_t parent = no_index;    // the clause it depends on
  std::uint32_t joined = no_index;    // the clause before a coordinator that it goes on with
  std::uint32_t opener = no_index;    // token of the conjunction, relative or question word
  verb_mood mood = verb_mood::none;
  bool plural = false;  // of the finite verb: may be
  bool colon_before = false;
};

// Memory and result of read_clauses().
struct sentence_clauses {
  span tokens;                       // of the sentence
  std::vector<clause> clauses;       // by their first token
  std::vector<std::uint32_t> owner;  // by token, from tokens.begin: index of its clause

  std::uint32_t clause_of(std::uint32_t token) const { return owner[token - tokens.begin]; }
  bool owns(std::uint32_t clause_index, std::uint32_t token) const {
    return token >= tokens.begin && token < tokens.end && clause_of(token) == clause_index;
  }
  // Whether a clause is `on` or hangs on it; parents make no circle.
  bool hangs_on(std::uint32_t index, std::uint32_t on) const {
    while (index != no_index && index != on) index = clauses[index].parent;
    return index == on;
  }
};

// A text as the claim layer reads it.
struct analyzed_text {
  std::string_view text;
  const scanned_text& scanned;
  const text_words& words;
  const claim_words& tables;

  const token& at(std::uint32_t i) const { return scanned.tokens[i]; }
  std::uint8_t symbol(std::uint32_t i) const {
    return static_cast<std::uint8_t>(scanned.symbols.first[i]);
  }
  std::string_view in(std::uint32_t i) const { return scanned.tokens[i].where.in(text); }
  bool is(std::uint32_t i, word_class c) const { return words[i].is(c); }
  bool ends_like(std::uint32_t i, word_class c) const { return words[i].ends_like(c); }
  bool ends_small(std::uint32_t i, word_class c) const {  // with small letters
    return words[i].ends_like(c) && !(at(i).flags & token::upper);
  }
  bool ends_like_adjective(std::uint32_t i) const {
    return ends_small(i, word_class::adjective_ending);
  }
  bool is_word(std::uint32_t i) const { return scanned.tokens[i].is == token::word; }
  bool is_capital(std::uint32_t i) const { return scanned.tokens[i].flags & token::capital; }
  bool is_capital_word(std::uint32_t i) const { return is_word(i) && is_capital(i); }
  // By itself, or as a compound that ends with one of the class.
  bool is_like(std::uint32_t i, word_class c) const {
    return words[i].is(c) || words[i].ends_like(c);
  }
  bool is_event(std::uint32_t i) const {
    return words[i].is(word_class::event_noun) || words[i].ends_like(word_class::event_ending);
  }
  span where(span tokens) const {
    return {scanned.tokens[tokens.begin].where.begin, scanned.tokens[tokens.end - 1].where.end};
  }
};

// Whether the token is a form of a verb used as such: not "verstaerkte" in "die verstaerkte
// Zusammenarbeit".  Gives its forms, or 0.
std::uint8_t verb_forms(const analyzed_text& text, std::uint32_t token);

// What a clause says by its verbs: the one with the content and its separable prefix.
struct main_verb {
  vocabulary::maybe_index base;  // entry of the infinitive without prefix
  std::string prefix;            // "mit" of "teilt ... mit", or empty
};
main_verb find_main_verb(const analyzed_text& text, const sentence_clauses& clauses,
                         std::uint32_t clause_index);

// The clauses of the sentence of these tokens; one where nothing analyzes it.  A time expression
// is never cut: `times` are their tokens, in order.
void read_clauses(const analyzed_text& text, text_sentences& sentences, span tokens,
                  const std::vector<span>& times, sentence_clauses& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_CLAUSE_H_
