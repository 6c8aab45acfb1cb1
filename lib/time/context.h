#ifndef ZEITSTRAHL_LIB_TIME_CONTEXT_H_
#define ZEITSTRAHL_LIB_TIME_CONTEXT_H_

// What the words around an expression tell of it, before anything is resolved: the tense, words
// that lead to it, and what stands beside it.

#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"
#include "time/match.h"
#include "time/tense.h"

namespace zeitstrahl {

// Reads the words around expressions; made once for a language, and shared by threads.
class context_reader {
 public:
  explicit context_reader(const language& tables);

 private:
  friend class words_around;

  const language& tables_;
  tense_finder tenses_;
  std::size_t after_;
  std::size_t already_;
  std::size_t and_;
  std::size_t article_;
  std::size_t at_article_;
  std::size_t be_;
  std::size_t before_;
  std::size_t born_;
  std::size_t comparing_;
  std::size_t for_;
  std::size_t habit_;
  std::size_t it_;
  std::size_t lasting_;
  std::size_t of_;
  std::size_t onto_;
  std::size_t put_off_;
  std::size_t retroactive_;
  std::size_t since_;
  std::size_t term_focus_;
  std::size_t until_;
};

// The words around the expressions of one text.  What is given must outlive it.
class words_around {
 public:
  words_around(const context_reader& reader, const scanned_text& scanned, std::string_view text,
               text_sentences& sentences, const std::vector<said_expression>& said)
      : reader_(reader), scanned_(scanned), text_(text), sentences_(sentences), said_(said) {}

  // Of the clause, or of the sentence where that has no verb; "auf Freitag verschoben" is ahead.
  tense tense_of(const said_expression& said) const;
  tense tense_of_clause(const said_expression& said) const;
  bool tells_of_now(const said_expression& said) const;
  // Whether the text itself tells what its clause says, and not that it was said or wanted.
  bool is_told(const said_expression& said) const;

  // "bis [30. Juni]", "bis zum [30. Juni]"
  bool follows_until(const said_expression& said) const { return follows(said, reader_.until_); }
  // "bereits [1859]"
  bool follows_already(const said_expression& said) const {
    return follows(said, reader_.already_);
  }
  // "[Nacht vom 5. auf den 6. Juni]", not "[Nacht zum 6. Juni]"
  bool has_begin(const said_expression& night) const;
  // "seit [1912] ein Denkmal"
  bool follows_since(const said_expression& said) const { return follows(said, reader_.since_); }
  // "die Wahl im [November]": tells which thing is meant
  bool says_which(const said_expression& said) const;
  // "rueckwirkend zum [1. Maerz]", "rueckwirkend ab dem [1. Maerz]"
  bool is_retroactive(const said_expression& said) const;
  // "fuer das Turnier im [Januar]", "vor der Wahl am [3. Mai]": what is told came before it.
  bool awaits(const said_expression& said) const;
  bool is_article(std::uint32_t token) const { return is(token, reader_.article_); }
  // Behind a preposition or an article, as times are and names are not.
  bool follows_lead(const said_expression& said) const;
  // "Es ist [Sonntagmorgen]", "[Montagabend] in Riesa, die Halle ist voll"
  bool is_scene(const said_expression& said) const;
  // "oft schon um [sieben Uhr]": the words before it in its sentence say that it recurs.
  bool is_habit(const said_expression& said) const;
  // "[10.31 Uhr]: ..." at the head of a line
  bool heads_line(const said_expression& said) const;
  // "wie [2009]", "seit [2009]"
  bool is_compared(const said_expression& said) const;
  // "die Rede vom [29. Oktober]"
  bool names_what_was(const said_expression& said) const;
  // "geb. [1960]"
  bool follows_birth(const said_expression& said) const;
  // "[zehn Jahre] nach dem Brand"
  bool precedes_event(const said_expression& said) const { return precedes(said, reader_.after_); }
  // "[drei Monate] vor dem Brand"
  bool precedes_before(const said_expression& said) const {
    return precedes(said, reader_.before_);
  }
  // "Im Mai stuerzte die Bruecke ein. ... [zwei Jahre] nach dem Einsturz": whether the event
  // beside the duration is what the sentence with the other expression tells.
  bool names_event_of(const said_expression& duration, const said_expression& told) const;
  // Whether the clause tells how things were, with no verb of what was planned.
  bool tells_what_was(const said_expression& said) const;
  // "[50 Jahre] Treue"
  bool precedes_lasting(const said_expression& said) const {
    return precedes(said, reader_.lasting_);
  }
  // "der Vertrag von [1919]", "([1919])": only tells which thing is meant.
  bool is_attribute(const said_expression& said) const;
  // "Basar im Pfarrhof: [Samstag], 14 Uhr"
  bool is_date_of_programme(const said_expression& said) const;
  // "Brixen: Konzert im Forum, [20 Uhr]": an entry of a list begins with its place and a colon,
  // and the days of the entries before are not its own.  "Beginn: [20 Uhr]" goes on with one.
  bool opens_entry(const said_expression& said) const;

  // "schon [1800] Helfer": a number that counts, where the noun behind may be a plural.
  bool counts(const said_expression& year, const lexicon& forms) const;

  // Whether a clock stands right behind.
  bool clock_follows(const said_expression& said) const;
  // "am [7. Dezember 1941], einem [Sonntag]": the weekday only says more of a day.
  bool says_more_of_day(const said_expression& weekday) const;
  // The expressions beside it, or nothing.  `said` is one of the text's or lies within one.
  const said_expression* before(const said_expression& said) const;
  const said_expression* behind(const said_expression& said) const;
  // Whether the words are a clock or a part of the day, and name no day.
  bool is_clock_of_no_day(const said_expression& said) const;
  // "[A] bis zum [B]"
  bool is_range(const said_expression& first, const said_expression& second) const;
  // Whether the words between the two go on with one clause.
  bool in_one_clause(const said_expression& first, const said_expression& second) const;

 private:
  bool is(std::uint32_t token, std::size_t word_class) const {
    return token < scanned_.tokens.size() &&
           reader_.tables_.is(scanned_.tokens[token].entry, word_class);
  }
  bool follows(const said_expression& said, std::size_t word_class) const;
  bool opens_scene(const said_expression& said) const;
  bool is_new_term(const said_expression& said) const;
  bool is_planned_for(const said_expression& said) const;
  bool precedes(const said_expression& said, std::size_t word_class) const {
    return is(said.tokens.end, word_class);
  }

  const context_reader& reader_;
  const scanned_text& scanned_;
  std::string_view text_;
  text_sentences& sentences_;
  const std::vector<said_expression>& said_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_CONTEXT_H_
