#ifndef ZEITSTRAHL_LIB_CLAIM_MATTER_H_
#define ZEITSTRAHL_LIB_CLAIM_MATTER_H_

// What a claim is about: its verb and its nouns, without inflection, so that claims of the
// same matter can be told.
//
// Nouns are stemmed by Snowball (Porter 2001, the algorithm of the language); words that a
// row of claims.tsv calls the same matter are known by the name of the row.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claim/clause.h"
#include "claim/names.h"

namespace zeitstrahl {

// Not to be shared by threads.
class word_stemmer {
 public:
  // A language that Snowball does not know gives words unchanged.
  explicit word_stemmer(const std::string& language);
  ~word_stemmer();
  word_stemmer(const word_stemmer&) = delete;
  word_stemmer& operator=(const word_stemmer&) = delete;

  // The stem of a word in small letters.
  std::string stem(std::string_view folded) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

// The matter that each noun names, kept from article to article: stemming is slow.
struct matter_memory {
  explicit matter_memory(const std::string& language) : stemmer(language) {}

  word_stemmer stemmer;
  indexed<word_cache, std::string> nouns;  // empty: not asked for so far
};

struct claim_matter {
  std::vector<std::string> words;  // each once: the verb's infinitive, then the nouns' stems
  std::string topic;               // a noun that names what happens, as in the text, or empty
};

// Of the tokens in a clause; a noun phrase has no verb, its noun is `head`.  Names and times
// say nothing of the matter.
claim_matter find_matter(const analyzed_text& text, const article_names& names,
                         const sentence_clauses& clauses, std::uint32_t clause_index, span tokens,
                         std::uint32_t head, matter_memory& memory);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_MATTER_H_
