#ifndef ZEITSTRAHL_LIB_TIME_TENSE_H_
#define ZEITSTRAHL_LIB_TIME_TENSE_H_

// The tense of the words around an expression, which decides between two readings of it
// ("am Dienstag": the last one or the next).

#include <cstdint>

#include "lang/language.h"
#include "text/scan.h"

namespace zeitstrahl {

enum class tense : std::uint8_t { unknown, past, present, future };

// Reads verb forms by the lexicon's classes PAST_VERB, PRESENT_VERB, PERFECT_VERB (with a
// participle: past), FUTURE_VERB, PLANNED_WORD, and by the endings of class PAST_ENDING.
class tense_finder {
 public:
  explicit tense_finder(const language& tables);

  // The tense of the clause that holds the tokens, or of its sentence where the clause
  // has no verb; what has held since a time began in the past.  Looks at most `reach` tokens to
  // either side.
  tense find(const scanned_text& scanned, std::string_view text, span tokens) const;

  // Of the clause alone.
  tense of_clause(const scanned_text& scanned, std::string_view text, span tokens) const;

 private:
  template <class Ends>
  tense around(const scanned_text& scanned, std::string_view text, span tokens, Ends ends) const;
  tense of_range(const scanned_text& scanned, std::string_view text, span tokens) const;
  bool has_past_ending(const scanned_text& scanned, std::string_view text, std::uint32_t at) const;
  bool is_prefixed_past(std::string_view word) const;
  bool is_infinitive_marker(const token& t) const;
  bool is_prefixed_present(std::string_view word) const;
  bool follows(const scanned_text& scanned, std::uint32_t at, std::size_t word_class) const;
  bool may_be_participle(const token& t, std::string_view text) const;
  bool is_noun(const scanned_text& scanned, std::uint32_t at) const;
  bool is_participle(const scanned_text& scanned, std::string_view text, std::uint32_t at) const;

  static constexpr std::uint32_t reach = 40;

  const language& tables_;
  std::size_t past_;
  std::size_t present_;
  std::size_t perfect_;
  std::size_t future_;
  std::size_t planned_;
  std::size_t since_;
  std::size_t before_adjective_;
  std::size_t participle_beginning_;
  std::size_t not_past_class_;
  std::vector<std::string> not_past_;
  std::vector<std::string> past_endings_;
  std::vector<std::string> participle_prefixes_;
  std::vector<std::string> participle_endings_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_TENSE_H_
