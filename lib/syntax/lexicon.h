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
// A word that the lexicon lacks is looked up with a small letter, in the spellings that
// the file of forms folds ("Muell"), as a particle and a verb, and as a compound, which is what its
// last part is.  Everything is immutable, shared by threads, and allocates nothing.  Any bytes are
// allowed; what is longer than max_word is unknown.

#include <array>
#include <cstdint>
#include <string_view>

#include "syntax/forms_reader.h"
#include "syntax/morphology.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

class lexicon {
 public:
  static constexpr std::size_t max_word = 120;  // bytes

  // Space for a word in another writing; on the stack.
  class buffer {
   public:
    std::string_view text() const { return {bytes_.data(), size_}; }
    void clear() { size_ = 0; }
    // Nothing is appended where there is no room: then `false`.
    bool append(std::string_view text);
    void fold();  // all letters small
    void fold_first();
    void capitalize();
    void erase(std::size_t at, std::size_t count);
    void resize(std::size_t size) { size_ = size < size_ ? size : size_; }

   private:
    static constexpr std::size_t room = 2 * max_word + 16;
    std::array<char, room> bytes_;
    std::size_t size_ = 0;
  };

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
  morphology find_folded(std::string_view word, bool starts_sentence) const;
  std::uint32_t unfold(std::string_view word, bool small, buffer& space) const;
  bool fold(const form_state& from, std::string_view rest, buffer& space, int changes) const;
  morphology find_with_particle(std::string_view word) const;
  morphology find_compound(std::string_view word) const;
  morphology find_head(std::string_view word, std::size_t at, buffer& space) const;
  bool is_first_part(std::string_view part, int depth) const;
  bool is_part(std::string_view part) const;

  forms_reader forms_;
};

// The lexicon that was built in for a language ("de"); bad_usage if there is none.  Checking it
// takes a millisecond; the data is static.
result<lexicon> built_in_lexicon(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_LEXICON_H_
