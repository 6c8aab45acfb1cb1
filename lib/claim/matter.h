#ifndef ZEITSTRAHL_LIB_CLAIM_MATTER_H_
#define ZEITSTRAHL_LIB_CLAIM_MATTER_H_

// What a claim is about: its verb and its nouns, without inflection, so that claims of the
// same matter can be told.
//
// Nouns are stemmed by Snowball (Porter 2001, the algorithm of the language); words that a
// row of claims.tsv calls the same matter are known by the name of the row.  Headings have
// nouns in the nominative, by the lexicon of the language.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/clause.h"
#include "claim/names.h"
#include "syntax/lexicon.h"

struct sb_stemmer;  // of libstemmer

namespace zeitstrahl {

// Not to be shared by threads.
class word_stemmer {
 public:
  // A language that Snowball does not know gives words unchanged.
  explicit word_stemmer(const std::string& language);

  // The stem of a word in small letters.
  std::string stem(std::string_view folded) const;

 private:
  struct closer {
    void operator()(sb_stemmer* s) const;
  };
  std::unique_ptr<sb_stemmer, closer> snowball_;
};

// A matter that a noun names, by its number in one memory.
struct named_matter {
  std::string key;         // the noun's stem, or the name of its row
  std::uint32_t uses = 0;  // in this article, where they were counted
};

// The matter of each noun, kept from article to article: stemming is slow.
struct matter_memory {
  explicit matter_memory(const std::string& language);

  void forget_words();    // the numbers of words mean others from now on
  void forget_article();  // the uses

  word_stemmer stemmer;
  std::optional<lexicon> forms;  // none: a language without one
  indexed<named_matter, named_matter> matters;
  indexed<word_cache, optional_index<named_matter>> nouns;  // none: not asked for so far
  std::vector<index_of<named_matter>> used;                 // whose uses are not 0
};

struct claim_matter {
  std::vector<std::string> words;  // each once: the verb's infinitive, then the nouns' stems
  std::string topic;               // a noun that names what happens, in the nominative, or empty
};

// The stretch that a claim lies in.
struct matter_source {
  const sentence_clauses& clauses;
  std::uint32_t clause = 0;
  span tokens;
  std::uint32_t head = no_index;  // of a noun phrase, which has no verb
  // The tokens of all time expressions, in order: they say nothing of the matter.
  const std::vector<span>& times;
  span source;            // what only tells whose words they are
  bool nameless = false;  // no actor heads it: some noun must be the topic
};

// Names say nothing of the matter.
claim_matter find_matter(const analyzed_text& text, const article_names& names,
                         const matter_source& source, matter_memory& memory);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_MATTER_H_
