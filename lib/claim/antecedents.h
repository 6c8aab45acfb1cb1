#ifndef ZEITSTRAHL_LIB_CLAIM_ANTECEDENTS_H_
#define ZEITSTRAHL_LIB_CLAIM_ANTECEDENTS_H_

// Whom a pronoun, an office or another noun stands for.
//
// A pronoun stands for the subject before it that agrees with it in gender and number, of its
// own sentence or of the one before (the ranking of centering theory, Grosz, Joshi and
// Weinstein 1995: the subject first).  Where such a subject is a common noun it stands for
// that, and so for nobody who is named: no name is better than a wrong one.

#include <cstdint>
#include <optional>

#include "claim/bystanders.h"
#include "claim/clause.h"
#include "claim/names.h"
#include "claim/reading.h"
#include "syntax/lexicon.h"
#include "syntax/text_sentences.h"

namespace zeitstrahl {

class antecedent_finder {
 public:
  // What is given must outlive it; `forms` may be null.
  antecedent_finder(const analyzed_text& text, const article_names& names,
                    text_sentences& sentences, const lexicon* forms)
      : text_(text), names_(names), sentences_(sentences), forms_(forms), beside_(text, names) {}

  // The name that the pronoun ("er", "sein", "dieser") at the token stands for, or no_index.
  std::uint32_t of_pronoun(std::uint32_t token) const { return of_pronoun(token, 0); }

  // So, of a noun for a company or a club ("die Gewerkschaft"): the last one that did something.
  // `by_article`: only one whose article tells its gender.
  std::uint32_t of_thing(std::uint32_t noun, bool by_article) const;

  // "ihr" of "half ihr": a phrase by itself, and not whose something is.
  bool stands_alone(std::uint32_t token) const;

  // The only name before that the noun with its article stands for ("der Buergermeister", "die
  // Bank"): by the noun before the name ("Buergermeister Krohn", "der Tanker Aurora") or behind it
  // ("Aurora, ein Tanker"), or by a word of the name ("Deutsche Bank", "das Stadtmuseum").
  // no_index where there is none, or several.
  std::uint32_t of_described(std::uint32_t noun) const;

  // The name that the noun for a person ("der 58-Jaehrige", "die Filmemacherin") stands for: the
  // only one before that agrees, where no other noun for somebody does, and of no office.
  std::uint32_t of_person(std::uint32_t noun) const;

 private:
  // Bits of gender in the singular.
  using genders = std::uint8_t;
  enum class verdict : std::uint8_t { no, somebody, something };
  struct wanted {
    genders agree = 0;
    bool last = false;    // "dieser": who was named last
    int depth = 0;        // pronouns that led to it
    bool speaks = false;  // says what stands before it: no thing, and not what its words speak of
    bool many = false;    // may stand for several, too: "ihr Haus"
    bool person = false;  // a noun: only who is the only one
    std::int32_t but = no_clause;  // of its own sentence: who is named there has "sich"
  };

  struct place {  // a word and its phrase; null where there is none
    std::optional<sentence_reading> in;
    token_index word = no_token;
    const noun_phrase* phrase = nullptr;
  };
  place place_of(std::uint32_t token) const;
  static bool is_singular_noun(const place& at);
  static genders genders_of_noun(const place& noun);
  const name_mention* thing_in(const sentence_reading& s, token_index end, genders agree,
                               bool by_article) const;
  std::uint32_t of_pronoun(std::uint32_t token, int depth) const;
  std::uint32_t search(const place& from, wanted w) const;
  std::optional<sentence_reading> sentence_before(const sentence_reading& s) const;
  std::uint32_t only_before(std::uint32_t token, const wanted& w) const;
  bool is_person(const sentence_reading& s, token_index word) const;
  bool has_other_office(std::uint32_t name, std::uint32_t noun) const;
  // Sets `name` where it answers `somebody`.
  verdict look_in(const sentence_reading& s, token_index end, const wanted& w,
                  std::uint32_t& name) const;
  verdict look_at(const sentence_reading& s, const noun_phrase& p, const wanted& w,
                  std::uint32_t& name) const;
  verdict last_in(const sentence_reading& s, const wanted& w, std::uint32_t& name) const;
  verdict only_in(const sentence_reading& s, token_index end, const wanted& w,
                  std::uint32_t& name) const;
  const name_mention* mention_in(const sentence_reading& s, const noun_phrase& p) const;
  bool tells(std::uint32_t noun, const name_mention& m) const;
  bool is_word_of(std::uint32_t noun, const name_mention& m) const;
  std::uint32_t noun_before(const name_mention& m) const;
  std::uint32_t noun_behind(const name_mention& m) const;
  bool is_named_thing(const sentence_reading& s, const noun_phrase& p, const name_mention& m) const;
  bool may_be_person(const name_mention& m) const;
  bool may_speak(const sentence_reading& s, token_index noun) const;
  bool is_speaker(const sentence_reading& s, token_index pronoun) const;
  bool names_source(const sentence_reading& s, const syntax_clause& c) const;
  genders of_name(const name_mention& m) const;

  const analyzed_text& text_;
  const article_names& names_;
  text_sentences& sentences_;
  const lexicon* forms_;
  bystanders beside_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_ANTECEDENTS_H_
