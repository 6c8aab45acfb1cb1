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
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/clause.h"
#include "claim/places.h"
#include "syntax/lexicon.h"
#include "zeitstrahl/dictionary.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

struct known_name {
  enum class kind : std::uint8_t { unknown, person, company, body, place };
  std::string canonical;
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
};

// What is known of words beside the text.
struct name_knowledge {
  const dictionary* names = nullptr;  // may be null
  const place_names* places = nullptr;
  const lexicon* forms = nullptr;  // may be null
};

struct noun_facts {
  bool known = false;  // the others are
  bool is_place = false;
  std::optional<noun_kind> kind;  // nothing without a dictionary
  // What the lexicon says, where it was asked: that it is no name where it opens a sentence, and
  // that it is a plural and nothing else.
  std::optional<bool> plain_opener;
  std::optional<bool> plural_only;
};

// Kept from article to article: asking is slow.
using noun_cache = indexed<word_cache, noun_facts>;

// `times`: the tokens of all time expressions, in order; they hold no names.
void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAMES_H_
