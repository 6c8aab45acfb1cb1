#ifndef ZEITSTRAHL_LIB_CLAIM_NAMES_H_
#define ZEITSTRAHL_LIB_CLAIM_NAMES_H_

// Who is named in an article, and where.
//
// German writes every noun with a capital, so a capital alone tells nothing.  What tells a
// name: capitals inside or throughout ("OpenAI", "RWE"), several words with capitals beside
// each other ("John Napier", less the title before it), a title before it, a company's form
// behind it, a bare place beside a finite verb where a noun would need an article, and a
// dictionary where there is one.  Mentions are then joined: "Microsofts" to "Microsoft",
// "Deeg" to "Waltraud Deeg".

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/clause.h"
#include "claim/name_words.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

struct known_name {
  enum class kind : std::uint8_t { unknown, person, company, body, place };
  std::string canonical;  // as the text has it
  std::string heading;    // in the nominative: "Deutsche Bank" of "der Deutschen Bank"
  kind is = kind::unknown;
};

struct name_mention {
  span tokens;
  std::uint32_t name = 0;  // index into article_names::names
  bool describes = false;  // part of a noun for a person: "RWE-Chef"
};

struct article_names {
  std::vector<known_name> names;
  std::vector<name_mention> mentions;   // in text order, disjoint
  std::vector<std::uint32_t> by_token;  // index of the mention that holds it, or no_index

  // The mentions that begin in a range of tokens, as indexes [first, second).
  std::pair<std::uint32_t, std::uint32_t> in(span tokens) const;
  // The mention that holds the token, or null.
  const name_mention* at(std::uint32_t token) const;
  known_name::kind kind_of(const name_mention& m) const { return names[m.name].is; }
  bool is_person(const name_mention& m) const { return kind_of(m) == known_name::kind::person; }
  bool is_place(const name_mention& m) const { return kind_of(m) == known_name::kind::place; }
};

// `times`: the tokens of all time expressions, in order; they hold no names.
void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAMES_H_
