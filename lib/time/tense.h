#ifndef ZEITSTRAHL_LIB_TIME_TENSE_H_
#define ZEITSTRAHL_LIB_TIME_TENSE_H_

// The tense of the words around an expression, which decides between two readings of it
// ("am Dienstag": the last one or the next).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  bool follows_since(const scanned_text& scanned, std::uint32_t at) const;
  bool may_be_participle(const token& t, std::string_view text) const;
  bool is_noun(const scanned_text& scanned, std::uint32_t at) const;
  bool is_participle(const scanned_text& scanned, std::string_view text, std::uint32_t at) const;

  static constexpr std::uint32_t reach = 40;

  // Beginnings or endings of words, with the bytes that these have there: most words are told
  // by one look.
  struct affixes {
    std::vector<std::string> all;
    std::array<bool, 256> bytes{};

    bool begins(std::string_view word) const;
    bool ends(std::string_view word) const;
  };
  using word_kinds = std::uint16_t;
  word_kinds kinds_of(const token& t) const { return kinds_.get(t.entry); }
  static affixes affixes_of(const language& tables, std::string_view name, bool last_byte);

  const language& tables_;
  indexed<vocabulary, word_kinds> kinds_;
  std::vector<std::string> not_past_;
  affixes past_endings_;
  affixes participle_prefixes_;
  affixes participle_endings_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_TENSE_H_
