#ifndef ZEITSTRAHL_LIB_CLAIM_SOURCE_H_
#define ZEITSTRAHL_LIB_CLAIM_SOURCE_H_

// Who speaks: the subject of a verb of speech, what stands behind "laut", "von" or "der" of
// "nach Angaben der ...", as the sentence's analysis has them.  A wrong name is here to be mended;
// whether a clause gives somebody's words at all is told by speech_frame.h.

#include <cstdint>
#include <string>
#include <vector>

#include "claim/actors.h"
#include "claim/clause.h"
#include "claim/names.h"
#include "claim/reading.h"
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
  // What is given must outlive it; `forms` may be null.
  source_reader(const analyzed_text& text, const text_layout& layout, const article_names& names,
                text_sentences& sentences, const actor_finder& actors, const lexicon* forms)
      : text_(text),
        layout_(layout),
        names_(names),
        sentences_(sentences),
        actors_(actors),
        forms_(forms) {}

  // The subject of the clause with the verb at a token; of a passive its agent, of "es heisst in
  // dem Brief" the paper.  Names are those that the article has for it.
  source_words subject_of(std::uint32_t verb) const;
  // The noun phrase that begins right behind a token, or ends right before it.
  source_words behind(std::uint32_t token) const;
  source_words before(std::uint32_t token) const;
  // The person who is the subject of the clause around a token, or nobody.
  source_words person_of(std::uint32_t token) const;
  // So, of the first main clause in the tokens.
  source_words person_in(span tokens) const;
  // "Landrat Jan Roth": the person that tokens without a verb begin with, or nobody.
  source_words person_led_by(span tokens) const;

  // The noun of "nach Angaben", "nach Polizeiangaben", or no_index, and whose report it is.
  std::uint32_t report_noun_behind(std::uint32_t preposition, std::uint32_t end) const;
  source_words source_of_report(std::uint32_t noun) const;

  // Whether the tagger takes the word for a finite verb.
  bool is_verb(std::uint32_t token) const;
  // A name, or a noun for somebody who gives news: "Das meldet die Agentur".
  bool can_speak(const source_words& s) const;
  // A noun for what is written, or the name of whose paper it is: "Daten", "die Studie der Bank".
  bool is_paper(const source_words& s) const;

 private:
  struct place {  // a word in its sentence
    const sentence* in = nullptr;
    token_index word = no_token;
  };
  place place_of(std::uint32_t token) const;

  source_words of_phrase(const sentence_reading& s, const noun_phrase& p) const;
  source_words plain_subject_of(const sentence_reading& s, std::int32_t clause, int depth) const;
  source_words nominative_in(const sentence_reading& s, std::int32_t clause) const;
  source_words paper_in(const sentence_reading& s, std::int32_t clause) const;
  source_words agent_of(const sentence_reading& s, std::int32_t clause) const;
  source_words of_pronoun(std::uint32_t token) const;
  std::string in_nominative(const sentence_reading& s, const noun_phrase& p,
                            const std::string& noun) const;
  span last_noun(span noun) const;
  bool is_owner(const name_mention& m) const;
  const name_mention* name_at_head(span phrase, span head) const;
  bool follows_closely(std::uint32_t head, const name_mention& m) const;
  bool tells_office(span tokens) const;
  bool may_be_person(const name_mention& m) const;
  bool is_apposed(const name_mention& m) const;
  const name_mention* apposed(std::uint32_t comma) const;
  source_words quoted_name(span phrase) const;
  source_words owner_of_paper(const source_words& noun) const;
  source_words owner_of(const source_words& noun) const;
  source_words resolved(source_words s) const;
  bool is_somebody(const source_words& s) const;
  bool is_time(std::uint32_t token) const;
  source_words named(const name_mention& m) const;
  source_words spelled(span tokens) const;

  const analyzed_text& text_;
  const text_layout& layout_;
  const article_names& names_;
  text_sentences& sentences_;
  const actor_finder& actors_;
  const lexicon* forms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_SOURCE_H_
