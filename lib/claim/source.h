#ifndef ZEITSTRAHL_LIB_CLAIM_SOURCE_H_
#define ZEITSTRAHL_LIB_CLAIM_SOURCE_H_

// Who speaks: the subject of a verb of speech, what stands behind "laut", "von" or "der" of
// "nach Angaben der ...".  A wrong name is here to be mended; whether a clause gives somebody's
// words at all is told by speech_frame.h.

#include <cstdint>
#include <string>
#include <vector>

#include "claim/actors.h"
#include "claim/clause.h"
#include "claim/names.h"
#include "claim/quotation.h"
#include "syntax/text_sentences.h"

namespace zeitstrahl {

// The sentences of a text as tokens, and the times in them.  What goes on for hundreds of
// tokens without a full stop is no sentence but a list or a fault: it is taken in stretches,
// so that work on a claim does not grow with it.
struct text_layout {
  std::vector<span> sentences;           // tokens, in order
  std::vector<std::uint32_t> numbers;    // of each: index into timeline::sentences
  std::vector<std::vector<span>> times;  // by sentence: tokens of its time expressions

  // The sentence that holds the token, or the last.
  std::uint32_t sentence_of(std::uint32_t token) const;
  span sentence_at(std::uint32_t token) const { return sentences[sentence_of(token)]; }
};

struct source_words {
  std::string name;  // empty where nobody is named
  span tokens;       // that tell it; not empty for a pronoun that names nobody
};

class source_reader {
 public:
  static constexpr std::uint32_t longest = 12;  // tokens looked through for a name

  // What is given must outlive it.
  source_reader(const analyzed_text& text, const text_layout& layout, const article_names& names,
                const text_quotations& quotations, text_sentences& sentences,
                const actor_finder& actors)
      : text_(text),
        layout_(layout),
        names_(names),
        quotations_(quotations),
        sentences_(sentences),
        actors_(actors) {}

  // A name in the tokens, or the noun of a noun phrase; stops at a verb or the end of the clause.
  // `free_only`: what a preposition governs ("in einem Interview") is none.
  source_words in(span tokens, bool free_only) const;
  // The person who is the subject of words that report nothing themselves, or nobody.
  source_words person_in(span tokens) const;
  // The subject of a clause with the verb `head`; of a passive its agent.
  source_words subject_of(const sentence_clauses& clauses, std::uint32_t index,
                          std::uint32_t head) const;
  // The subject of a verb, by the analysis alone.
  source_words analyzed_subject(std::uint32_t verb) const;
  // "er", "sie" of a clause: the person named before; "es" names nobody.
  source_words pronoun_of(const sentence_clauses& clauses, std::uint32_t index) const;

  // The noun of "nach Angaben", "nach Polizeiangaben", or no_index, and whose report it is.
  std::uint32_t report_noun_behind(std::uint32_t preposition, std::uint32_t end) const;
  source_words source_of_report(const sentence_clauses& clauses, std::uint32_t preposition,
                                std::uint32_t noun) const;

  // Whether the tagger takes the word for a finite verb.
  bool is_verb(std::uint32_t token) const;
  // A name, or a noun for somebody who gives news: "Das meldet die Agentur".
  bool can_speak(const source_words& s) const;
  // A noun for what is written, or the name of whose paper it is: "Daten", "die Studie der Bank".
  bool is_paper(const source_words& s) const;
  // The person or body that is the subject of a sentence's first main clause, or nobody.
  source_words main_subject(span tokens) const;

 private:
  source_words plain_subject_of(const sentence_clauses& clauses, std::uint32_t index,
                                std::uint32_t head) const;
  bool is_somebody(const source_words& s) const;
  source_words resolved(source_words s) const;
  source_words owner_of_paper(const source_words& noun) const;
  bool is_owner(const name_mention& m, std::uint32_t end) const;
  bool is_time(std::uint32_t token) const;
  source_words quoted_name(std::uint32_t open, std::uint32_t end) const;
  const name_mention* apposition_at(std::uint32_t comma, const source_words& noun,
                                    std::uint32_t end) const;
  std::uint32_t end_of_compound(std::uint32_t end) const;
  source_words named(const name_mention& m) const;
  source_words spelled(span tokens) const;
  bool is_pronoun_subject(const clause& c) const;
  bool is_passive(const sentence_clauses& clauses, std::uint32_t index) const;
  source_words agent_of(const sentence_clauses& clauses, std::uint32_t index) const;
  bool has_quote(span tokens) const;

  const analyzed_text& text_;
  const text_layout& layout_;
  const article_names& names_;
  const text_quotations& quotations_;
  text_sentences& sentences_;
  const actor_finder& actors_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_SOURCE_H_
