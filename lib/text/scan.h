#ifndef ZEITSTRAHL_LIB_TEXT_SCAN_H_
#define ZEITSTRAHL_LIB_TEXT_SCAN_H_

// One pass from text to tokens and class bytes.
//
// A token is a word, a number, a mark of punctuation or the end of a sentence.  The
// class bytes of all tokens stand in one string, in order, so that a regular expression
// over that string sees the text as the tables describe it; token i has byte i.
// Compounds of known parts ("Montagabend", "dreitaegig") become two tokens.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/symbols.h"
#include "text/vocabulary.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

struct token {
  // What the token begins with.
  enum kind : std::uint8_t { word, number, mark, stop };
  enum flag : std::uint8_t {
    capital = 1,      // a word with a capital letter first
    upper = 2,        // all of its letters are capital, at least two
    glued = 4,        // no white space between it and the token before
    after_break = 8,  // first on its line or paragraph
    part = 16,        // a part of a compound that was split
  };

  span where;
  kind is = mark;
  std::uint8_t flags = 0;
  vocabulary::maybe_index entry;  // of a word in the vocabulary
  std::int64_t value = 0;         // of a number or a number word
};

struct scanned_text {
  std::vector<token> tokens;
  symbol_string symbols;  // one for each token

  void clear() {
    tokens.clear();
    symbols.clear();
  }
};

// Words after which a full stop does not end the sentence, and words that begin one
// after an ordinal-like number; both are questions that the language answers.
struct sentence_hints {
  indexed<vocabulary, bool> abbreviation;
  indexed<vocabulary, bool> starter;
  indexed<vocabulary, bool> word_too;           // an abbreviation that is also a word of its own
  indexed<vocabulary, bool> before_ordinal;     // articles and their like: a number follows
  symbol_code number_word = symbol_word_lower;  // symbol of composed number words
};

// Appends to `out`, which should be empty.  The text must be valid UTF-8.  At `breaks`, places
// in the text in order, a sentence ends whatever stands there.
void scan(std::string_view text, const vocabulary& words, const sentence_hints& hints,
          scanned_text& out, std::span<const std::uint32_t> breaks = {});

// The sentences as spans of the text; white space at their ends left out.
void find_sentences(const scanned_text& scanned, std::vector<span>& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TEXT_SCAN_H_
