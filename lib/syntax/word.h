#ifndef ZEITSTRAHL_LIB_SYNTAX_WORD_H_
#define ZEITSTRAHL_LIB_SYNTAX_WORD_H_

// A word of a sentence, as tagger and parser see it: numbers for its letters, and what the
// lexicon says of it.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/grammar.h"
#include "syntax/lexicon.h"
#include "syntax/morphology.h"

namespace zeitstrahl {

// Marks of punctuation that tell clauses apart.
enum class mark_kind : std::uint8_t {
  none,
  comma,
  stop,       // . ! ?
  divider,    // ; :
  dash,       // also a single hyphen
  bracket,    // closing ones: ) ]
  quotation,  // closing ones, and those that are the same at both ends
  opening,    // opening brackets and quotation marks
  other,
};

// What a word is made of, in bits.
enum shape_bit : std::uint8_t {
  shape_digit = 1,
  shape_letter = 2,
  shape_inner_capital = 4,
  shape_hyphen = 8,
  shape_dot = 16,
  shape_capital = 32,
  shape_first = 64,  // a capital where a sentence opens
};

struct syntax_word {
  std::string_view text;
  morphology form;
  std::uint32_t hash = 0;                  // of the word as it stands
  std::uint32_t lower = 0;                 // of it in small letters
  std::uint32_t lemma = 0;                 // of the infinitive of a verb's form; 0 for others
  std::array<std::uint32_t, 5> endings{};  // of the last one to five letters, small
  std::uint32_t beginning = 0;             // of the first three bytes, small
  word_roles roles;
  mark_kind mark = mark_kind::none;
  std::uint8_t shape = 0;
  bool capital = false;
};

// Fills words.  Immutable; shared by threads.
class word_reader {
 public:
  word_reader(const lexicon& forms, const grammar& rules);

  // `first`: the word opens a sentence, so that its capital says nothing.
  // `text` must outlive the word.  Any bytes are allowed.
  syntax_word read(std::string_view text, bool first) const;

  // No two readers of a program have the same.
  std::uint64_t id() const { return id_; }

 private:
  const lexicon& forms_;
  const grammar& rules_;
  std::uint64_t id_;
};

// Words as a reader has read them last: texts say most of theirs again and again.  Of bounded
// size; memory of one thread.
class read_words_memory {
 public:
  // As word_reader::read.
  syntax_word read(const word_reader& reader, std::string_view text, bool first);

 private:
  static constexpr std::size_t most = 1 << 13;
  static constexpr std::size_t longest = 30;  // bytes; longer words are read anew

  struct entry {
    std::array<char, longest> text{};
    std::uint8_t size = 0;  // 0: free
    bool first = false;
    syntax_word word;
  };
  std::uint64_t reader_id_ = 0;
  std::vector<entry> entries_;  // by their hash
};

// The words of a sentence, in order; a template, since trainer and analyzer hold their texts
// differently.
template <class Texts, class Tokens>
void read_words(const word_reader& reader, const Texts& texts, read_words_memory& memory,
                Tokens& tokens) {
  tokens.clear();
  tokens.resize(texts.size());
  bool first = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].word = memory.read(reader, texts[i], first);
    // A capital says nothing at the begin of a sentence, also of a quoted one.
    const mark_kind mark = tokens[i].word.mark;
    first = mark == mark_kind::opening || mark == mark_kind::quotation ||
            mark == mark_kind::divider || mark == mark_kind::stop ||
            (i == 0 && mark != mark_kind::none);
  }
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_WORD_H_
