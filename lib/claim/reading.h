#ifndef ZEITSTRAHL_LIB_CLAIM_READING_H_
#define ZEITSTRAHL_LIB_CLAIM_READING_H_

// A sentence as the claim layer reads it: what the analysis found, beside what the tables of
// claims know of its words.
//
// Words are those of the analysis (token_index); tokens are the scanner's.  Several tokens may be
// one word ("US-Dollar").  Plain look-ups without memory of their own.

#include <algorithm>
#include <cstdint>

#include "claim/clause.h"
#include "claim/words.h"
#include "syntax/sentence.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// Words of a sentence, half-open.
struct word_range {
  token_index begin = 0;
  token_index end = 0;
  bool empty() const { return begin >= end; }
  bool holds(token_index i) const { return begin <= i && i < end; }
  friend bool operator==(const word_range&, const word_range&) = default;
};

// Walks over words: the first that fits, or no_token; whether one fits, and whether all do.
template <class test>
token_index find_word(word_range in, test fits) {
  for (token_index i = in.begin; i < in.end; ++i) {
    if (fits(i)) return i;
  }
  return no_token;
}
template <class test>
bool any_word(word_range in, test fits) {
  return find_word(in, fits) != no_token;
}
template <class test>
bool all_words(word_range in, test fits) {
  return !any_word(in, [&](token_index i) { return !fits(i); });
}

class sentence_reading {
 public:
  // What is given must outlive it.
  sentence_reading(const analyzed_text& text, const sentence& of) : text_(&text), of_(&of) {}

  const analyzed_text& text() const { return *text_; }
  const sentence& parts() const { return *of_; }

  token_index size() const { return static_cast<token_index>(of_->words.size()); }
  const syntax_token& word(token_index i) const { return of_->words[static_cast<std::size_t>(i)]; }
  bool is(token_index i, tag_roles roles) const { return inside(i) && word(i).is.any(roles); }
  bool has(token_index i, word_roles roles) const {
    return inside(i) && word(i).word.roles.any(roles);
  }
  mark_kind mark(token_index i) const { return inside(i) ? word(i).word.mark : mark_kind::stop; }

  // The class of claims.tsv, of the word's last token ("Polizei-Angaben").
  bool is(token_index i, word_class c) const { return inside(i) && text_->is(last_token(i), c); }
  bool ends_like(token_index i, word_class c) const {
    return inside(i) && text_->words[last_token(i)].ends_like(c);
  }

  // A noun that the tagger, or the lexicon, knows as no name: "Roth [Buergermeisterin]".
  bool is_common_noun(token_index i) const {
    if (is(i, tag_role::noun)) return true;
    if (!is(i, tag_role::name)) return false;
    const morphology& form = word(i).word.form;  // a compound may be a name: "Ortmann"
    return form.by == found_by::form && form.is(pos_noun) && !form.is(pos_name);
  }

  // Whether the word is `head` or stands, at any depth, under it in the tree.
  bool is_under(token_index i, token_index head) const;

  // --- words and tokens ---
  std::uint32_t first_token(token_index i) const { return span_of(i).begin; }
  std::uint32_t last_token(token_index i) const { return span_of(i).end - 1; }
  span tokens(word_range r) const { return {first_token(r.begin), last_token(r.end - 1) + 1}; }
  // The word that holds the token, or no_token.
  token_index word_of(std::uint32_t token) const;
  // The words of these tokens, whole; empty where one is behind what was analyzed.
  word_range words_of(span tokens) const;

  // --- clauses ---
  std::int32_t owner(token_index i) const { return of_->owner[static_cast<std::size_t>(i)]; }
  const syntax_clause& clause_at(std::int32_t number) const {
    return of_->clauses[static_cast<std::size_t>(number)];
  }
  const noun_phrase* phrase(std::int32_t number) const {
    return number == no_phrase ? nullptr : &of_->phrases[static_cast<std::size_t>(number)];
  }
  // The noun phrase with this head; the one that holds the word; so, where it has several words.
  // Or null.
  const noun_phrase* phrase_of(token_index head) const;
  const noun_phrase* phrase_at(token_index i) const;
  const noun_phrase* phrase_around(token_index i) const;
  // Classes of the verb with the content, with its separable prefix.
  word_classes verb_classes(const syntax_clause& c) const;
  // Of the verb at a word; `particle` may be no_token.
  word_classes classes_of_verb(token_index verb, token_index particle) const;
  // A subordinate clause that is what its governor says, knows, wants: "dass", "ob", a group
  // around an infinitive.
  bool is_complement(std::int32_t number) const;
  // The clause that it depends on.  A subordinate clause that hangs on nothing, by the tree,
  // depends on the one that it is tied to, or that stands before it.  Or no_clause.
  std::int32_t outer_of(std::int32_t number) const;
  // Whether the sentence, or the main clause in quotation marks, ends with a question mark.
  bool is_asked(std::int32_t number) const;

 private:
  template <class test>
  const noun_phrase* first_phrase(test fits) const {
    const auto found = std::find_if(of_->phrases.begin(), of_->phrases.end(), fits);
    return found == of_->phrases.end() ? nullptr : &*found;
  }
  bool inside(token_index i) const { return i >= 0 && i < size(); }
  span span_of(token_index i) const { return of_->word_tokens[static_cast<std::size_t>(i)]; }

  const analyzed_text* text_;
  const sentence* of_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_READING_H_
