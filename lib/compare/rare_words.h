#ifndef ZEITSTRAHL_LIB_COMPARE_RARE_WORDS_H_
#define ZEITSTRAHL_LIB_COMPARE_RARE_WORDS_H_

// The words that few stories have: names, and compounds that no dictionary lists.
//
//     rare_word_reader reader(stemmer, grammar, equals, forms, terms);
//     const std::vector<rare_word> all = reader.read(article, actors);
//
// What a word weighs is told by the word and the lexicon alone, never by how often articles at
// hand use it: strange articles change nothing.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/matter.h"
#include "claim/words.h"
#include "compare/equals.h"
#include "compare/terms.h"
#include "syntax/lexicon.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

struct rare_word {
  term is = 0;
  float weight = 0;   // 0.5 of a country, a first name, an actor's common noun, a title's noun;
                      // 2 of a title's long compound,
                      // 1.5 of a title's name that no dictionary has; else 1
  bool name = false;  // of somebody or some place; also with its number: "Ariane 6"
  bool title = false;
};

class rare_word_reader {
 public:
  // `forms` may be null: then only actors are known.  All must outlive the reader.
  rare_word_reader(const word_stemmer& stemmer, const claim_words& grammar,
                   const equal_words& equals, const lexicon* forms, term_table& terms)
      : stemmer_(stemmer), grammar_(grammar), equals_(equals), forms_(forms), terms_(terms) {}

  // Those of title and text, sorted, each once; `actors` are the words of its actors' names.
  std::vector<rare_word> read(const timeline& article, const std::vector<term>& actors);

 private:
  enum class sort : std::uint8_t { none, common, compound, place, country, first_name, name };
  struct facts {
    term is = 0;
    sort of = sort::none;
    bool listed = false;  // the dictionary or a row has it
  };
  // How an article uses a compound, or a noun that may be a place: "in Steinheim" and "in
  // Heide", but "im Windpark" and "in der Heide".
  struct use {
    int bare = 0;
    int determined = 0;
    bool listed = false;  // a noun that the dictionary has

    bool name() const { return bare > determined; }
  };

  const facts& facts_of(std::string_view word);
  std::string_view root_of(std::string_view word) const;
  sort sort_of(std::string_view word, std::string_view stem, const word_meaning& m) const;
  void add(std::string_view text, bool title, std::vector<rare_word>& out);
  void add_surname(std::string_view word, bool title, std::vector<rare_word>& out);
  void count(std::string_view before, term noun, bool listed);

  const word_stemmer& stemmer_;
  const claim_words& grammar_;
  const equal_words& equals_;
  const lexicon* forms_;
  term_table& terms_;
  std::unordered_map<std::string, facts> known_;  // looking words up is slow
  std::unordered_map<term, use> uses_;            // in this article
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_RARE_WORDS_H_
