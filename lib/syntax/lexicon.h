#ifndef ZEITSTRAHL_LIB_SYNTAX_LEXICON_H_
#define ZEITSTRAHL_LIB_SYNTAX_LEXICON_H_

// The full-form lexicon of a language: what a word can be, and what its lemmas are.
//
//     const result<lexicon> words = built_in_lexicon("de");
//     const morphology m = words->find("mitteilte", false);
//     m.is(pos_finite);                                   // true
//     lexicon::buffer space;
//     words->lemma("mitteilte", m, pos_finite, space);    // "mitteilen"
//     words->has_verb("mit", "teilen");                   // true
//
// A word that the lexicon lacks is looked up with a small letter, in another spelling ("Muell"),
// as a particle and a verb, as a compound, which is what its last word is, and by how it ends.
// The words that this takes ("ge", "zu", what joins compounds, endings) are in the file, too.
//
// Everything is immutable, shared by threads, and allocates nothing.  Any bytes are allowed;
// what is longer than max_word is unknown.

#include <array>
#include <cstdint>
#include <string_view>

#include "syntax/forms_reader.h"
#include "syntax/morphology.h"
#include "syntax/word_buffer.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

class lexicon {
 public:
  using buffer = word_buffer;

  // `bytes` is a file of forms (forms_file.h) and outlives the lexicon; errors say what is wrong
  // with it.
  static result<lexicon> open(std::string_view bytes);

  // What the word can be.  At the start of a sentence a word with a capital is also what it is
  // with a small letter; elsewhere only if it is nothing else.
  morphology find(std::string_view word, bool starts_sentence) const;

  // The nth lemma of a word among those of these parts of speech (pos_bit): "sein" is one of
  // itself, the verb, and of "mein".  Verbs have their infinitive, with the particle that they
  // are written together with; compounds theirs as a whole.  `m` is what find() gave for the
  // word.  Empty if there is none.  The text stands in `space`.
  std::string_view lemma(std::string_view word, const morphology& m, std::uint32_t pos,
                         buffer& space, std::uint32_t nth = 0) const;

  // Whether particle and infinitive together are the infinitive of a verb.
  bool has_verb(std::string_view particle, std::string_view infinitive) const;

  // What the lexicon says of this very form.
  morphology find_form(std::string_view form) const;

  // One more than the highest number of a class; see morphology::cls.
  std::uint32_t class_count() const { return forms_.class_count(); }

 private:
  explicit lexicon(const forms_reader& forms) : forms_(forms) {}

  morphology found(std::uint32_t entry, std::uint32_t small_entry, found_by by) const;
  std::uint32_t find_capitalized(std::string_view word) const;

  morphology find_folded(std::string_view word, bool starts_sentence) const;
  std::uint32_t unfold(std::string_view word, bool small, buffer& space) const;
  bool may_fold(std::string_view word) const;
  bool fold(const form_state& from, std::string_view rest, buffer& space, int changes) const;

  // compounds.cc
  morphology find_with_particle(std::string_view word) const;
  morphology verb_behind_particle(std::string_view rest) const;
  morphology find_compound(std::string_view word) const;
  morphology find_head(std::string_view word, std::size_t at) const;
  morphology find_alike(std::string_view word, bool capital) const;
  // By how many words each byte of a word is reached; 0: by none.
  using words_before = std::array<std::uint8_t, max_word + 1>;
  void find_first_parts(std::string_view word, std::uint8_t words, words_before& reached) const;
  template <class Reach>
  void find_parts(std::string_view word, std::size_t begin, const Reach& reach) const;
  template <class Reach>
  void find_prefixes(std::string_view word, std::size_t begin, const Reach& reach) const;
  template <class Reach>
  void reach_joined(std::string_view word, std::size_t end, const Reach& reach) const;
  bool is_noun_part(const form_state& noun) const;
  bool is_small_part(const form_state& small) const;
  bool lacks_an_end(const form_state& noun, const form_state& small) const;

  forms_reader forms_;
};

// The lexicon that was built in for a language ("de"); bad_usage if there is none.  Checking it
// takes a millisecond; the data is static.
result<lexicon> built_in_lexicon(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_LEXICON_H_
