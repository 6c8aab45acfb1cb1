#ifndef ZEITSTRAHL_LIB_TIME_TENSE_H_
#define ZEITSTRAHL_LIB_TIME_TENSE_H_

// The tense of the words around an expression, which decides between two readings of it
// ("am Dienstag": the last one or the next).

#include <cstdint>

#include "lang/language.h"
#include "syntax/text_sentences.h"
#include "text/scan.h"

namespace zeitstrahl {

enum class tense : std::uint8_t { unknown, past, present, future };

// Asks the sentence's analysis; without one every tense is unknown.
class tense_finder {
 public:
  explicit tense_finder(const language& tables);

  // The tense of the clause that holds the tokens, or of its sentence where that clause has
  // none; what has held since a time began in the past.
  tense find(const scanned_text& scanned, text_sentences& sentences, span tokens) const;

  // Of the clause alone.
  static tense of_clause(text_sentences& sentences, span tokens);

 private:
  bool follows_since(const scanned_text& scanned, std::uint32_t at) const;
  bool is_put_off(const scanned_text& scanned, const sentence& s, token_index word) const;

  const language& tables_;
  std::size_t since_;
  std::size_t article_;
  std::size_t put_off_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_TENSE_H_
