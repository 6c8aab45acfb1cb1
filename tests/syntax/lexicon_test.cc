// The full-form lexicon: what it says of words, and that damaged files are refused.

#include "syntax/lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "lang/embedded.h"
#include "syntax/maker/forms.h"
#include "syntax/maker/tags.h"

namespace zeitstrahl {
namespace {

const lexicon& german() {
  static const result<lexicon> words = built_in_lexicon("de");
  return *words;
}

struct word_case {
  std::string_view word;
  std::uint32_t has;
  std::uint32_t lacks;
  found_by by = found_by::form;
  bool starts_sentence = false;
};

TEST(Lexicon, PartsOfSpeech) {
  const word_case cases[] = {
      {"Brücke", pos_noun, pos_verb | pos_name},
      {"Brücken", pos_noun, pos_verb},
      {"Bremen", pos_name, pos_noun},
      {"roten", pos_adjective, pos_predicative},
      {"rot", pos_predicative, pos_adjective},
      {"kauft", pos_finite | pos_main_clause | pos_present, pos_subordinate_only | pos_preterite},
      {"kaufte", pos_finite | pos_preterite | pos_subjunctive2, pos_present},
      {"kaufe", pos_present | pos_subjunctive1, pos_preterite},
      {"käme", pos_subjunctive2, pos_preterite | pos_present},
      {"kam", pos_preterite, pos_subjunctive2},
      {"einkauft", pos_finite | pos_subordinate_only, pos_main_clause},
      {"einkaufen", pos_infinitive, pos_noun},
      {"einzukaufen", pos_zu_infinitive, pos_infinitive},
      {"gekauft", pos_participle | pos_predicative_participle, pos_finite},
      {"kaufend", pos_present_participle, pos_finite},
      {"laufende", pos_present_participle, pos_finite},
      {"will", pos_modal | pos_finite, pos_auxiliary},
      {"wurde", pos_auxiliary | pos_finite | pos_preterite, pos_modal},
      {"heute", pos_adverb, pos_noun},
      {"gegen", pos_preposition, pos_noun},
      {"der", pos_article | pos_pronoun, pos_conjunction},
      {"dieser", pos_pronoun, pos_article},
      {"wir", pos_personal, pos_pronoun},
      {"weil", pos_conjunction, pos_pronoun},
      {"auf", pos_particle | pos_preposition, pos_noun},
      {"nicht", pos_negation, pos_noun},
      {"sieben", pos_numeral, pos_noun},
      {"Treffen", pos_nominal_infinitive, pos_verb},
      {"Angestellte", pos_nominal_adjective, pos_verb},
      {"Berliner", pos_adjective | pos_noun, pos_verb},
  };
  for (const word_case& c : cases) {
    const morphology m = german().find(c.word, c.starts_sentence);
    EXPECT_EQ(m.pos & c.has, c.has) << c.word;
    EXPECT_EQ(m.pos & c.lacks, 0u) << c.word;
    EXPECT_EQ(m.by, c.by) << c.word;
    EXPECT_NE(m.cls, 0) << c.word;
  }
}

TEST(Lexicon, WordsItLacks) {
  const word_case cases[] = {
      // The start of a sentence.
      {"Heute", pos_adverb, pos_noun, found_by::form, true},
      {"Essen", pos_noun | pos_name | pos_infinitive, pos_adverb, found_by::form, true},
      {"Essen", pos_noun, pos_infinitive},
      {"Kaufte", pos_finite, pos_noun},  // and where nothing else is known
      {"ÜBER", pos_preposition, pos_noun},
      // Another writing.
      {"Strasse", pos_noun, pos_verb, found_by::folding},
      {"Muell", pos_noun, pos_verb, found_by::folding},
      {"Uebung", pos_noun, pos_verb, found_by::folding},
      {"BRÜCKE", pos_noun, pos_verb, found_by::folding},
      {"groesste", pos_adjective, pos_noun, found_by::folding},
      {"Koennen", pos_modal | pos_noun, pos_name, found_by::folding, true},
      // A particle and a verb.
      {"wegkaufte", pos_finite | pos_preterite | pos_subordinate_only, pos_main_clause,
       found_by::particle},
      {"wegzukaufen", pos_zu_infinitive, pos_infinitive | pos_finite, found_by::particle},
      {"hinüberkaufen", pos_infinitive | pos_subordinate_only, pos_main_clause, found_by::particle},
      // A compound by its head.
      {"Brückenkauf", pos_noun, pos_verb, found_by::compound},
      {"Radwegsteuer", pos_noun, pos_verb, found_by::compound},
      {"Ukrainepolitik", pos_noun, pos_name, found_by::compound},
      {"Rad-Brücke", pos_noun, pos_verb, found_by::compound},
      {"EU-rechtliche", pos_adjective, pos_noun, found_by::compound},
      {"brückenreichen", pos_adjective, pos_noun, found_by::compound},
      {"Xylqbrücke", pos_noun, pos_verb, found_by::ending},
      // Nothing.
      {"Xylqu", 0, ~0u, found_by::nothing},
      {"2025", 0, ~0u, found_by::nothing},
      {"", 0, ~0u, found_by::nothing},
      {"-", 0, ~0u, found_by::nothing},
  };
  for (const word_case& c : cases) {
    const morphology m = german().find(c.word, c.starts_sentence);
    EXPECT_EQ(m.pos & c.has, c.has) << c.word;
    EXPECT_EQ(m.pos & c.lacks, 0u) << c.word;
    EXPECT_EQ(static_cast<int>(m.by), static_cast<int>(c.by)) << c.word;
  }
}

TEST(Lexicon, CaseGenderPersonNumber) {
  using enum grammatical_case;
  const morphology bridge = german().find("Brücke", false);
  EXPECT_EQ(bridge.nominal,
            nominal_bit(nominative, gender::feminine) | nominal_bit(accusative, gender::feminine) |
                nominal_bit(dative, gender::feminine) | nominal_bit(genitive, gender::feminine));
  EXPECT_EQ(german().find("Tälern", false).nominal, nominal_bit(dative, gender::plural));
  EXPECT_EQ(german().find("des", false).nominal,
            nominal_bit(genitive, gender::masculine) | nominal_bit(genitive, gender::neuter));
  EXPECT_EQ(german().find("kaufst", false).verbal, verbal_bit(2, false));
  EXPECT_EQ(german().find("kauften", false).verbal, verbal_bit(1, true) | verbal_bit(3, true));
  EXPECT_EQ(german().find("Brücke", false).verbal, 0);
}

TEST(Lexicon, Details) {
  EXPECT_TRUE(german().find("weil", false).detail & detail_subordinating);
  EXPECT_TRUE(german().find("und", false).detail & detail_coordinating);
  EXPECT_TRUE(german().find("mit", false).detail & detail_governs_dative);
  EXPECT_FALSE(german().find("mit", false).detail & detail_governs_accusative);
  EXPECT_TRUE(german().find("Sabine", false).detail & detail_first_name);
  EXPECT_TRUE(german().find("Bremen", false).detail & detail_place);
  EXPECT_TRUE(german().find("Belgien", false).detail & detail_country);
}

struct lemma_case {
  std::string_view word;
  std::uint32_t pos;
  std::string_view lemma;
};

TEST(Lexicon, Lemmas) {
  const lemma_case cases[] = {
      {"kaufte", pos_finite, "kaufen"},
      {"ging", pos_finite, "gehen"},
      {"mitgeteilt", pos_participle, "mitteilen"},
      {"mitzuteilen", pos_zu_infinitive, "mitteilen"},
      {"mitteilt", pos_finite, "mitteilen"},
      {"Kaufte", pos_finite, "kaufen"},
      {"Brücken", pos_noun, "Brücke"},
      {"Tälern", pos_noun, "Tal"},
      {"größeren", pos_adjective, "groß"},
      {"sein", pos_pronoun, "mein"},
      {"sein", pos_infinitive, "sein"},
      {"sein", pos_noun, ""},
      {"Staedten", pos_noun, "Stadt"},
      {"groesste", pos_adjective, "groß"},
      {"wegkaufte", pos_finite, "wegkaufen"},
      {"wegzukaufen", pos_zu_infinitive, "wegkaufen"},
      {"weggekauft", pos_participle, "wegkaufen"},
      {"Radwegbrücken", pos_noun, "Radwegbrücke"},
      {"Rad-Brücken", pos_noun, "Rad-Brücke"},
      {"brückenreichen", pos_adjective, "brückenreich"},
      {"Xylqu", pos_noun, ""},
  };
  for (const lemma_case& c : cases) {
    lexicon::buffer space;
    const morphology m = german().find(c.word, false);
    EXPECT_EQ(german().lemma(c.word, m, c.pos, space), c.lemma) << c.word;
  }
}

TEST(Lexicon, VerbsWithParticles) {
  EXPECT_TRUE(german().has_verb("mit", "teilen"));
  EXPECT_TRUE(german().has_verb("", "teilen"));
  EXPECT_FALSE(german().has_verb("mit", "teilt"));
  EXPECT_FALSE(german().has_verb("unter", "Brücke"));
  EXPECT_FALSE(german().has_verb("mit", ""));
}

TEST(Lexicon, AnyBytes) {
  std::string word;
  for (int i = 0; i < 256; ++i) {
    for (int j = 0; j < 256; ++j) {
      for (const std::string_view middle : {"", "auf", "ue-", "ss"}) {
        word = static_cast<char>(i);
        word += middle;
        word += static_cast<char>(j);
        const morphology m = german().find(word, (i & 1) != 0);
        lexicon::buffer space;
        EXPECT_LE(german().lemma(word, m, ~0u, space).size(), 2 * word.size() + 16);
      }
    }
  }
  for (std::size_t size = 1; size < 400; ++size) {
    for (const std::string_view of : {"s", "ss", "ue", "\xC3", "-", "aufzu", "Tal"}) {
      std::string repeated;
      while (repeated.size() < size) repeated += of;
      const morphology m = german().find(repeated, true);
      lexicon::buffer space;
      EXPECT_EQ(m.known() && repeated.size() > max_word, false);
      german().lemma(repeated, m, ~0u, space);
    }
  }
}

// The bytes of the built-in file with one change are refused, and the error says why.
struct damage_case {
  const char* what;
  std::size_t at;
  std::string_view put;
  std::string_view message;
};

TEST(LexiconFile, DamagedFilesAreRefused) {
  const std::string_view sound = embedded_language_data("de", "forms.bin");
  ASSERT_TRUE(lexicon::open(sound));
  const damage_case cases[] = {
      {"another file", 0, "PK\3\4", "is no file of forms"},
      {"another version", 8, "\x63", "version 99"},
      {"another size", 12, "\1", "bytes that should have"},
      {"a changed cell", 40000, "\xff\xff", "checksum is wrong"},
      {"a changed text", sound.size() - 2, "\1", "checksum is wrong"},
  };
  for (const damage_case& c : cases) {
    std::string bytes(sound);
    bytes.replace(c.at, c.put.size(), c.put);
    const auto found = lexicon::open(bytes);
    ASSERT_FALSE(found) << c.what;
    EXPECT_EQ(found.error().kind, error_kind::bad_input) << c.what;
    EXPECT_NE(found.error().message.find(c.message), std::string::npos)
        << c.what << ": " << found.error().message;
  }
}

TEST(LexiconFile, CutOffAnywhere) {
  const std::string_view sound = embedded_language_data("de", "forms.bin");
  for (std::size_t size = 0; size < 300; ++size) {
    EXPECT_FALSE(lexicon::open(std::string(sound.substr(0, size)))) << size;
  }
  for (std::size_t size = 300; size < sound.size(); size += 9973) {
    EXPECT_FALSE(lexicon::open(sound.substr(0, size))) << size;
  }
}

// A language made up here: everything that is told comes from its table and its forms.
TEST(LexiconFile, ToyLanguage) {
  const auto tags = tag_table::read(
      "tag\tN:\tnoun inflected\ntag\tNOM\tnominative\ntag\tF\tfeminine\n"
      "tag\tV: 3 (small)\tfinite main_clause third_singular\ntag\tV: INF (small)\tinfinitive\n"
      "tag\tV: WITH (small)\tzu_infinitive\n"
      "fold\tkw qu Kw Qu\ninfix\tna\njoint\tx\nprefix\tvor\nlike\tilo Kurilo\n",
      "toy.tags");
  ASSERT_TRUE(tags) << tags.error().to_string();
  forms_builder forms(*tags);
  forms.add("Quaba", "Quaba", "N:NOM:F");
  forms.add("Kurilo", "Kurilo", "N:NOM:F");
  forms.add("miret", "mirer", "V:3");
  forms.add("mirer", "mirer", "V:INF");
  forms.add("opmirer", "opmirer", "V:INF");
  forms.add("opnamirer", "opmirer", "V:WITH");
  forms.add("unsaid", "unsaid", "X:Y");  // no row gives it a meaning
  const auto bytes = forms.build();
  ASSERT_TRUE(bytes) << bytes.error().to_string();
  const auto words = lexicon::open(*bytes);
  ASSERT_TRUE(words) << words.error().to_string();
  const auto by = [&](std::string_view word) { return words->find(word, false).by; };
  EXPECT_EQ(words->find("Quaba", false).nominal,
            nominal_bit(grammatical_case::nominative, gender::feminine));
  EXPECT_EQ(by("Kwaba"), found_by::folding);
  EXPECT_EQ(by("opmiret"), found_by::particle);  // "op" is a particle: it has "opnamirer"
  EXPECT_EQ(by("Kuriloxquaba"), found_by::compound);
  EXPECT_EQ(by("Vorquaba"), found_by::compound);
  EXPECT_EQ(by("Sasilo"), found_by::ending);
  EXPECT_EQ(by("unsaid"), found_by::nothing);
  EXPECT_TRUE(words->has_verb("op", "mirer"));
  EXPECT_FALSE(words->has_verb("op", "miret"));
  lexicon::buffer space;
  EXPECT_EQ(words->lemma("opmiret", words->find("opmiret", false), pos_finite, space), "opmirer");
}

TEST(LexiconFile, WrongTagTables) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"tag\tN:\tnoum\n", "toy.tags:1: unknown meaning \"noum\""},
      {"# nothing\ntag\tN:\n", "toy.tags:2: a tag has two columns"},
      {"fold\ta b c\n", "toy.tags:1: a row \"fold\" holds pairs"},
      {"nonsense\ta\n", "toy.tags:1: \"nonsense\" with 2 columns"},
  };
  for (const auto& [table, message] : cases) {
    const auto tags = tag_table::read(table, "toy.tags");
    ASSERT_FALSE(tags) << table;
    EXPECT_TRUE(tags.error().to_string().starts_with(message)) << tags.error().to_string();
  }
}

}  // namespace
}  // namespace zeitstrahl
