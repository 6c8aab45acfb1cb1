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

// The classes of claims.tsv, by the names they have there; its head says what they mean.
// clang-format off
#define ZEITSTRAHL_WORD_CLASSES \
  subordinator, complementizer, relative, question, coordinator, infinitive_opener, \
  infinitive_mark, article, definite, comparison, preposition, contraction, pronoun, \
  first_person, focus, filler, tie, adjective_ending, \
  genitive_ending, genitive_article, bare_adjective, bare_genitive, of, about, out_of, no_verb, \
  auxiliary_be, auxiliary_have, auxiliary_become, modal, may, plan_verb, ought, announce_verb, \
  expect_verb, deny_verb, speech_verb, say_verb, show_verb, thought_of, paper_noun, \
  negation, negation_escape, possible_word, condition, plan_word, future_word, concession, \
  doubt_verb, doubt_word, exclude_verb, exclude_word, certain_word, chance_word, demand_verb, \
  demand_word, plan_noun, \
  shift_verb, shift_target, shift_origin, cancel_verb, fail_verb, hold_verb, instead, \
  keeps_time, time_verb, \
  report_preposition, report_postposition, report_after, report_noun, own, report_adverb, so, \
  how, it, source_noun, unless, no_source, \
  same_matter, event_ending, event_noun, no_event, situation, situation_dative, dative, since, \
  title, organisation_form, name_particle, person_ending, human, woman, locale, person_subject, \
  person_pronoun, anaphor, both, plural_verb, \
  place_preposition, company, person, club, body, place_head, surname_ending, first_name, saint, \
  place_name, near, origin_ending, common_noun, \
  born, no_claim_before, first_time, measured_by, comparing_noun, course_noun, zone, zone_noun, \
  currency, after, over
// clang-format on

enum class word_class : std::uint8_t { ZEITSTRAHL_WORD_CLASSES, count_ };

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
