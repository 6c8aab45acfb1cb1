#ifndef ZEITSTRAHL_LIB_SYNTAX_SENTENCE_H_
#define ZEITSTRAHL_LIB_SYNTAX_SENTENCE_H_

// What a sentence is made of: its words with their tree, its clauses, its noun phrases.
//
//     sentence found;
//     analysis_memory memory;
//     analyzer.analyze(scanned, text, tokens, memory, found);
//     for (const syntax_clause& c : found.clauses) {
//       if (c.subject != no_phrase) use(s.phrases[c.subject].head, c.subject_is_sure);
//     }
//
// A clause has at most one finite verb.  Groups around an infinitive with its mark, participles
// before a noun, and stretches without a verb are clauses of their own kind.  Names of parts are
// those of Universal Dependencies; the tree's objects and attachments are hints, never facts:
// what rules and parser agree on is marked as sure.

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/morphology.h"
#include "syntax/token.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

constexpr std::int32_t no_clause = -1;
constexpr std::int32_t no_phrase = -1;

enum class clause_kind : std::uint8_t {
  main,         // with its finite verb second, or first
  subordinate,  // opened by a conjunction or a question word, its verb last
  relative,
  infinitive,   // a group around an infinitive with its mark
  participial,  // before a noun: "die [bis 2030 laufende] Partnerschaft"
  heading,      // without a verb: headings, entries of chronicles
};

enum class clause_force : std::uint8_t {
  statement,
  question,   // asked, or opened by a question word or "ob"
  condition,  // opened by a condition's conjunction, or with its verb first before a main clause
  command,    // imperative
};

enum class verb_mood : std::uint8_t { indicative, subjunctive1, subjunctive2, imperative, none };

enum class verb_tense : std::uint8_t {
  none,
  present,
  preterite,
  perfect,
  pluperfect,
  future,
  future_perfect,
};

// A base noun phrase: determiner, adjectives, head and what is flat behind it.
struct noun_phrase {
  token_index begin = 0;  // words, half-open
  token_index end = 0;
  token_index head = 0;
  std::uint8_t cases = 0;  // bit 0 nominative, 1 accusative, 2 dative, 3 genitive
  bool singular = false;   // may be
  bool plural = false;     // may be
  bool name = false;       // its head is one
  bool pronoun = false;
  token_index preposition = no_token;
};

struct syntax_clause {
  clause_kind kind = clause_kind::main;
  clause_force force = clause_force::statement;
  verb_mood mood = verb_mood::none;
  verb_tense tense = verb_tense::none;
  bool passive = false;
  bool negative = false;  // the clause as a whole is denied
  bool unreal = false;    // told as not so: subjunctive II with "waere", "haette", "wuerde"
  bool quoted = false;    // stands in quotation marks
  token_index negation = no_token;  // the word that denies it, or a part of it
  token_index opener = no_token;    // conjunction, relative or question word
  token_index finite = no_token;    // the finite verb, or the infinitive or participle
  token_index content =
      no_token;  // the verb with the content: "verletzt" of "sind ... verletzt worden"
  token_index particle = no_token;  // "an" of "kuendigte ... an"
  token_index modal = no_token;     // "soll" of "soll ... verkauft werden"
  bool perfect_infinitive = false;  // "soll ... verkauft haben"
  token_index begin = 0;            // words of its own and of clauses inside, half-open
  token_index end = 0;
  std::int32_t parent = no_clause;    // the clause that it depends on; never in a circle
  token_index governor = no_token;    // the word that it depends on
  std::int32_t joined = no_clause;    // the clause before a coordinator that it goes on with
  std::int32_t subject = no_phrase;   // index of phrases; a relative clause's may be its pronoun
  std::vector<std::int32_t> objects;  // so
  bool subject_is_sure = false;       // rules and parser agree
  bool verb_is_sure = false;
};

// How far a sentence is analyzed.
enum class analysis_depth : std::uint8_t {
  verbs,  // tags, and clauses with their kind, their verbs, tense and voice: no tree, no phrases
  whole,
};

// A sentence and its words.  Word i of `words` covers the scanner's tokens word_tokens[i].
struct sentence {
  syntax_tokens words;
  std::vector<span> word_tokens;
  std::vector<std::int32_t> owner;     // by word: its clause, the innermost; every word has one
  std::vector<syntax_clause> clauses;  // those of finite verbs first, by where they begin
  std::vector<noun_phrase> phrases;
  analysis_depth depth = analysis_depth::whole;
  span undecided;  // words that may be a clause of their own, which only the tree tells

  // Whether a clause is `on` or hangs on it, by `parent`; no_clause is and hangs on nothing.
  bool hangs_on(std::int32_t clause, std::int32_t on) const {
    for (std::size_t steps = clauses.size(); clause != no_clause && steps > 0; --steps) {
      if (clause == on) return true;
      clause = clauses[static_cast<std::size_t>(clause)].parent;
    }
    return false;
  }
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_SENTENCE_H_
