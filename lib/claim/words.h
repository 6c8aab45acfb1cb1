#ifndef ZEITSTRAHL_LIB_CLAIM_WORDS_H_
#define ZEITSTRAHL_LIB_CLAIM_WORDS_H_

// The words that the claim layer knows: classes of claims.tsv and forms of verbs.tsv.
//
// They are kept apart from the scanner's vocabulary, because no pattern over class bytes
// names them: a word here may have any of the classes, and its verb's forms besides.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "text/vocabulary.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Classes of claims.tsv, by the names they have there.
enum class word_class : std::uint8_t {
  // clauses
  subordinator,       // opens a clause with its verb last
  complementizer,     // of these, what opens a clause that is said or known
  relative,           // so behind a comma
  question,           // so, where the clause is asked for
  coordinator,        // joins clauses or parts of one
  infinitive_opener,  // opens a group around an infinitive with its mark
  infinitive_mark,    // stands before an infinitive
  article,            // opens a noun phrase
  definite,           // of these, what points to something known
  comparison,         // opens a comparison, or a clause with its verb last
  preposition,
  contraction,  // a preposition with an article in it
  pronoun,
  object_pronoun,  // of these, what stands behind the verb
  first_person,    // of these, who speaks
  focus,           // an adverb that may stand before a clause or a time
  filler,          // of these, what a label can do without before a time or a verb
  tie,             // of these, what only ties a clause to another one
  adjective_ending,
  verb_ending,       // of the verb of a subordinate clause
  genitive_ending,   // of names
  genitive_article,  // opens a genitive behind a noun
  bare_adjective,    // by the noun's gender, its nominative without an article
  bare_genitive,     // endings of an adjective that opens one without an article
  of,                // stands for a genitive
  about,             // before what a noun may ask for: "Bedarf an Geld"
  out_of,            // before the time that something comes from
  no_verb,           // looks like a form of a verb, but is none
  // verbs, by their infinitives
  auxiliary_be,
  auxiliary_have,
  auxiliary_become,
  modal,
  may,            // its second subjunctive tells what is possible
  plan_verb,      // what depends on it is planned
  ought,          // of these, what tells no wish of the subject
  announce_verb,  // so, where it depends on it as an infinitive
  expect_verb,    // what depends on it is possible
  deny_verb,      // what depends on it is denied
  speech_verb,    // brings words said, beside a quotation or a clause that depends on it
  say_verb,       // of these, what does so without one
  show_verb,      // what papers do: "die Daten zeigen, dass"
  thought_of,     // "davon [geht X aus]": stands for what was said before
  paper_noun,     // what is written, or counted, by somebody
  // how certain
  negation,
  negation_escape,  // behind a negation: it denies nothing
  possible_word,
  condition,
  plan_word,
  future_word,
  concession,  // before a condition's conjunction: it sets no condition
  // what a clause, a noun or a verb thinks of the clause that depends on it
  doubt_verb,
  doubt_word,    // whether it is so is not known
  exclude_verb,  // it is not so; denied, it may be
  exclude_word,
  certain_word,  // denied, it may be
  chance_word,   // it may be
  demand_verb,   // somebody wants it
  demand_word,
  plan_noun,
  // a term that is changed
  shift_verb,  // the time behind "auf" is the new one, that behind "von" holds no longer
  shift_target,
  shift_origin,
  cancel_verb,  // what is called off: a time inside its noun phrase holds no longer
  fail_verb,    // of these, what its subject does by itself
  hold_verb,    // denied, what its subject names does not come
  instead,      // before what does not hold
  // labels
  keeps_time,  // before a time: it measures or bounds it, so that both stay
  time_verb,   // says nothing without its time
  // reported words
  report_preposition,   // before its source
  report_postposition,  // behind it
  report_after,         // before a report_noun, which its source follows
  report_noun,
  own,            // before one: the subject is its source
  report_adverb,  // without a source
  so,
  how,
  it,
  source_noun,
  unless,  // behind a subjunctive: it reports nothing
  no_source,
  // events
  same_matter,  // words of a row are one matter
  event_ending,
  event_noun,
  no_event,
  situation,         // prepositions before an event in which something happens
  situation_dative,  // so before a dative
  dative,            // articles of one
  since,             // before an event: from then on
  // names
  title,              // stands before a name and is no part of it
  organisation_form,  // stands behind one and is part of it
  name_particle,      // stands inside one
  person_ending,
  human,           // a noun for somebody that none for a woman tells
  woman,           // what is called by a noun in the feminine and speaks
  locale,          // its row is called what ICU calls the language
  person_subject,  // a pronoun that may stand for who speaks
  person_pronoun,
  anaphor,  // a pronoun for what was said before
  both,
  plural_pronoun,  // beside a verb in the plural
  plural_verb,
  pronominal_adverb,  // first in a sentence: of what the one before was about
  place_preposition,
  company,
  person,
  club,
  body,        // an organisation that a text names by what it is
  place_head,  // stands before the name of a place
  surname_ending,
  first_name,     // of those that are nouns, too
  saint,          // begins the name of a place
  place_name,     // of those that acts are ascribed to
  near,           // a preposition before a place where something happens
  origin_ending,  // of a place: "Lindauer"
  common_noun,    // no name
  // dating
  born,             // before a time, in an aside: it dates a birth
  no_claim_before,  // a time behind it dates nothing
  first_time,       // so before a preposition: "erstmals seit 2019"
  measured_by,      // so with an article between: "gegenueber dem Vorjahr"
  comparing_noun,   // so before a preposition: "im Vergleich zum Vorjahr"
  course_noun,      // so before a genitive: "im Laufe des Vormittags"
  zone,             // behind a clock time
  zone_noun,        // so behind an adjective: "deutscher Zeit"
  currency,
  after,  // "ein Jahr nach der Wahl"
  over,   // "ueber die Jahre"
  count_
};

// A set of classes.
struct word_classes {
  std::array<std::uint64_t, 2> bits{};

  constexpr explicit operator bool() const { return bits[0] != 0 || bits[1] != 0; }
  constexpr word_classes& operator|=(word_classes other) {
    bits[0] |= other.bits[0];
    bits[1] |= other.bits[1];
    return *this;
  }
  friend constexpr word_classes operator|(word_classes a, word_classes b) { return a |= b; }
  friend constexpr word_classes operator&(word_classes a, word_classes b) {
    return {{a.bits[0] & b.bits[0], a.bits[1] & b.bits[1]}};
  }
};
static_assert(static_cast<int>(word_class::count_) <= 128);

constexpr word_classes bit(word_class c) {
  word_classes out;
  const auto index = static_cast<std::size_t>(c);
  out.bits[index / 64] = std::uint64_t{1} << index % 64;
  return out;
}

// Forms of verbs; a word may be several.
enum verb_form : std::uint8_t {
  present = 1,
  past = 2,
  subjunctive = 4,  // the first one ("sei"), where it differs from the present
  conditional = 8,  // the second one ("waere"), where it differs from the past
  infinitive = 16,
  participle = 32,
  with_mark = 64,  // an infinitive that holds its mark ("mitzuteilen")
  finite = present | past | subjunctive | conditional,
};

class word_cache;

// What a token is.
struct analyzed_word {
  word_classes classes;
  word_classes endings;               // that a longer word ends with
  vocabulary::maybe_index entry;      // in claim_words
  vocabulary::maybe_index verb;       // entry of the infinitive of a verb's form
  optional_index<word_cache> number;  // none: no word
  std::uint8_t forms = 0;
  std::uint8_t prefix = 0;    // bytes of a separable prefix that the word begins with
  bool opens_phrase = false;  // with the right word behind it, it has further classes

  bool is(word_class c) const { return static_cast<bool>(classes & bit(c)); }
  bool is_any(word_classes c) const { return static_cast<bool>(classes & c); }
  bool ends_like(word_class c) const { return static_cast<bool>(endings & bit(c)); }
  void forget_verb() {
    forms = 0;
    verb = {};
    prefix = 0;
  }
};

// Immutable after build().
class claim_words {
 public:
  // Reads claims.tsv and verbs.tsv of a language; a fault has file and line.  A language
  // without claims.tsv has no words: no error.
  static result<claim_words> build(const language& tables);

  // `capital`: the word is written with one.  A word that is no first word of a sentence
  // and has one is no verb.  Endings are left out.
  analyzed_word analyze(std::string_view folded, bool capital, bool first) const;

  // What the first of two words is by both: "unter" of "unter Umstaenden".
  word_classes classes_of_phrase(vocabulary::maybe_index first,
                                 vocabulary::maybe_index second) const;

  // Classes of the infinitive of a separable verb: "mit" and the entry of "teilen".
  word_classes classes_of_verb(std::string_view prefix, vocabulary::maybe_index verb) const;

  // Whether the word of the entry is a separable prefix.
  bool is_prefix(vocabulary::maybe_index entry) const { return facts_.get(entry).prefix; }
  std::string_view text(vocabulary::index entry) const { return words_.text(entry); }

  // All classes that have an ending ("~ung") of the longer word.
  word_classes classes_of_ending(std::string_view folded) const;
  // The word without its longest such ending, or empty if it has none.
  std::string_view without_ending(std::string_view folded, word_class c) const;

  // The first ending of the row of that name, or empty.
  std::string_view ending(word_class c, std::string_view row) const;

  // Name of the row that gave a word its class, by itself or by its ending; or empty.
  std::string_view row_name(std::string_view folded, word_class c) const;
  // The same by the entry of a word that is in the tables.
  std::string_view row_name(vocabulary::maybe_index entry, word_class c) const;
  // Name of the first row of the class, or empty.
  std::string_view row_name(word_class c) const;

 private:
  friend class claim_words_builder;
  static constexpr std::size_t longest_prefix = 12;  // bytes
  struct facts {
    word_classes classes;
    word_classes capital_classes;
    vocabulary::maybe_index verb;
    std::uint8_t forms = 0;
    bool prefix = false;
    bool opens_phrase = false;
  };
  struct phrase {
    vocabulary::index first;
    vocabulary::index second;
    word_classes classes;
  };
  struct membership {
    vocabulary::index entry;
    word_class of = word_class::count_;
    std::uint32_t row = 0;
  };

  analyzed_word analyze_prefixed(std::string_view folded) const;

  static std::size_t start_of(std::string_view folded) {  // by the first two bytes, below 1024
    return (static_cast<unsigned char>(folded[0]) * 33u + static_cast<unsigned char>(folded[1])) &
           1023;
  }

  vocabulary words_;
  indexed<vocabulary, facts> facts_;
  std::vector<phrase> phrases_;
  std::vector<membership> memberships_;  // sorted by entry and class
  std::vector<std::string> row_names_;
  std::string mark_;  // of the infinitive
  std::array<std::uint32_t, static_cast<std::size_t>(word_class::count_)> first_row_{};
  std::array<std::uint16_t, 1024> prefix_sizes_{};  // by start_of(): bit n for n bytes
  struct word_ending {
    std::string text;
    std::uint32_t row = 0;
  };
  // The longest ending of the class that the word is longer than, or null.
  const word_ending* ending_of(std::string_view folded, word_class c) const;
  std::array<std::vector<word_ending>, static_cast<std::size_t>(word_class::count_)> endings_;
  // The classes of each ending, by end_of().
  struct class_ending {
    std::string text;
    word_classes classes;
  };
  std::array<std::vector<class_ending>, 1024> by_end_;
  // By the last two bytes of an ending; one of a single byte stands by that alone.
  static std::size_t end_of(std::string_view text) {
    const auto last = static_cast<unsigned char>(text.back());
    const std::size_t before =
        text.size() > 1 ? static_cast<unsigned char>(text[text.size() - 2]) : 0;
    return (before * 33u + last) & 1023;
  }
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_WORDS_H_
