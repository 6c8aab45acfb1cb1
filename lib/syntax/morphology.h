#ifndef ZEITSTRAHL_LIB_SYNTAX_MORPHOLOGY_H_
#define ZEITSTRAHL_LIB_SYNTAX_MORPHOLOGY_H_

// What a form can be, taken by itself: all readings at once, as sets of bits.

#include <cstdint>

namespace zeitstrahl {

// Parts of speech.  The verb's moods and tenses are the union over its readings: "kaufte" is
// both preterite and subjunctive II.
enum pos_bit : std::uint32_t {
  pos_noun = 1u << 0,
  pos_name = 1u << 1,
  pos_adjective = 1u << 2,  // attributive, the second participle too: "roten", "geteilten"
  pos_predicative = 1u << 3,
  pos_finite = 1u << 4,
  pos_infinitive = 1u << 5,
  pos_participle = 1u << 6,     // the second: "geteilt"
  pos_zu_infinitive = 1u << 7,  // in one word: "mitzuteilen"
  pos_imperative = 1u << 8,
  pos_modal = 1u << 9,
  pos_auxiliary = 1u << 10,
  pos_adverb = 1u << 11,
  pos_preposition = 1u << 12,
  pos_article = 1u << 13,
  pos_pronoun = 1u << 14,  // any but the personal ones
  pos_conjunction = 1u << 15,
  pos_particle = 1u << 16,  // separable: "mit" of "mitteilen"
  pos_negation = 1u << 17,
  pos_nominal_infinitive = 1u << 18,  // "Treffen"
  pos_subordinate_only = 1u << 19,    // finite, with its particle: "mitteilt"
  pos_nominal_adjective = 1u << 20,   // "Angestellte"
  pos_present_participle = 1u << 21,  // "laufend"
  pos_personal = 1u << 22,
  pos_numeral = 1u << 23,
  pos_predicative_participle = 1u << 24,
  pos_subjunctive1 = 1u << 25,
  pos_preterite = 1u << 26,  // indicative
  pos_interjection = 1u << 27,
  pos_main_clause = 1u << 28,  // finite, and can stand in a main clause
  pos_subjunctive2 = 1u << 29,
  pos_present = 1u << 30,  // indicative
  pos_abbreviation = 1u << 31,
};
constexpr std::uint32_t pos_verb =
    pos_finite | pos_infinitive | pos_participle | pos_zu_infinitive | pos_imperative;

// Which of a kind.
enum detail_bit : std::uint32_t {
  detail_definite = 1u << 0,  // article
  detail_indefinite = 1u << 1,
  detail_demonstrative = 1u << 2,  // pronoun
  detail_possessive = 1u << 3,
  detail_interrogative = 1u << 4,  // pronoun, adverb
  detail_reflexive = 1u << 5,
  detail_indefinite_pronoun = 1u << 6,
  detail_coordinating = 1u << 7,  // conjunction
  detail_subordinating = 1u << 8,
  detail_comparing = 1u << 9,
  detail_with_infinitive = 1u << 10,
  detail_first_name = 1u << 11,  // name
  detail_last_name = 1u << 12,
  detail_place = 1u << 13,  // city
  detail_country = 1u << 14,
  detail_region = 1u << 15,    // also waters and mountains
  detail_temporal = 1u << 16,  // adverb, preposition
  detail_local = 1u << 17,
  detail_modal = 1u << 18,
  detail_causal = 1u << 19,
  detail_pronominal = 1u << 20,          // "dafuer"
  detail_governs_nominative = 1u << 21,  // preposition
  detail_governs_accusative = 1u << 22,
  detail_governs_dative = 1u << 23,
  detail_governs_genitive = 1u << 24,
  detail_comparative = 1u << 25,  // adjective
  detail_superlative = 1u << 26,
  detail_participial = 1u << 27,  // a second participle: "geteilten"
};

// Case, and gender or plural, of what is inflected: bit 4 * case + gender.
enum class grammatical_case : std::uint8_t { nominative, accusative, dative, genitive };
enum class gender : std::uint8_t { masculine, feminine, neuter, plural };
constexpr std::uint16_t nominal_bit(grammatical_case c, gender g) {
  return static_cast<std::uint16_t>(1u
                                    << (4 * static_cast<unsigned>(c) + static_cast<unsigned>(g)));
}
// All genders and numbers of a case.
constexpr std::uint16_t nominal_case(grammatical_case c) {
  return static_cast<std::uint16_t>(0xFu << (4 * static_cast<unsigned>(c)));
}

// Leaves the forms that a further word of a noun phrase shares; all, where it shares none.
constexpr void narrow(std::uint16_t& forms, std::uint16_t by) {
  if (forms & by) forms = static_cast<std::uint16_t>(forms & by);
}

// Person and number of finite verbs: persons 1 to 3 of the singular, then of the plural.
constexpr std::uint8_t verbal_bit(int person, bool plural) {
  return static_cast<std::uint8_t>(1u << (person - 1 + (plural ? 3 : 0)));
}

// How a word was found.
enum class found_by : std::uint8_t {
  nothing,   // it is unknown; no bit is set
  form,      // the lexicon has it, or has it with a small letter
  folding,   // ... written otherwise: "Muell", "BERLIN"
  particle,  // a separable particle and a known form of a verb
  compound,  // a known word, perhaps with what joins, and a known head
  ending,    // what comes before the known ending is unknown, or only the ending is known ("-ung")
};

struct morphology {
  std::uint32_t pos = 0;     // pos_bit
  std::uint32_t detail = 0;  // detail_bit
  std::uint16_t nominal = 0;
  std::uint8_t verbal = 0;
  found_by by = found_by::nothing;
  // Numbers of the combination of the four above, for the word as it is written and with a small
  // first letter; below lexicon::class_count(), 0 is none.  The same for the same file always.
  std::uint16_t cls = 0;
  std::uint16_t cls_small = 0;
  std::uint16_t head_at = 0;  // bytes before the head of a compound, or the particle's
  // The lexicon's own, to find lemmas by.
  std::uint32_t entry = 0;
  std::uint32_t entry_small = 0;

  bool known() const { return by != found_by::nothing; }
  bool is(std::uint32_t any_of) const { return (pos & any_of) != 0; }
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MORPHOLOGY_H_
