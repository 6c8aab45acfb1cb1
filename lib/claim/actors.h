#ifndef ZEITSTRAHL_LIB_CLAIM_ACTORS_H_
#define ZEITSTRAHL_LIB_CLAIM_ACTORS_H_

// Who or what a claim concerns: the names in its clause, and the names before that its noun
// phrases and pronouns stand for ("der Softwareriese", "beide Unternehmen", "er").

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claim/antecedents.h"
#include "claim/bystanders.h"
#include "claim/clause.h"
#include "claim/names.h"

namespace zeitstrahl {

// What a claim is made of.
struct claim_scope {
  const sentence_clauses& clauses;
  std::uint32_t index = 0;  // of its clause
  span tokens;              // its own
  span source = {};         // of them, what only tells whose words they are: "laut [Roth]"

  claim_scope with(std::uint32_t other, span of) const { return {clauses, other, of, source}; }
};

// Finds actors; the article's names and sentences must outlive it.
class actor_finder {
 public:
  // `sentences`: tokens of each, in order.
  actor_finder(const analyzed_text& text, const article_names& names,
               const std::vector<span>& sentences, text_sentences& analyzed,
               const antecedent_finder& antecedents)
      : text_(text),
        names_(names),
        sentences_(sentences),
        analyzed_(analyzed),
        antecedents_(antecedents),
        beside_(text, names) {
    for (const known_name& n : names.names) known_.emplace(n.heading, n.canonical);
  }

  // The actors, each once, by their canonical names in the order of the text.  `speaker`: whose
  // words the clause gives, or empty.
  std::vector<std::string> find(const claim_scope& of, const std::string& speaker) const;

  // The name that the noun at the token stands for, by its article ("das Unternehmen", "der
  // Minister"), or no_index.
  std::uint32_t of_noun(std::uint32_t noun, span sentence) const;
  // The name that the pronoun ("er", "dieser") at the token stands for, or no_index.
  std::uint32_t of_pronoun(std::uint32_t token) const { return antecedents_.of_pronoun(token); }
  // So, in full and in the nominative, or empty.
  std::string_view named_by_pronoun(std::uint32_t token) const {
    const std::uint32_t name = of_pronoun(token);
    return name == no_index ? std::string_view() : names_.names[name].heading;
  }

 private:
  std::vector<std::uint32_t> names_in(const claim_scope& of) const;
  bool any_person(const std::vector<std::uint32_t>& names) const;
  void add(std::uint32_t name, std::vector<std::uint32_t>& found) const;
  bool is_of_clause(const claim_scope& of, std::uint32_t token) const;
  void add_names(const claim_scope& of, std::vector<std::uint32_t>& found) const;
  void add_antecedent(const claim_scope& of, std::vector<std::uint32_t>& found) const;
  void resolve(std::uint32_t token, span sentence, std::vector<std::uint32_t>& found) const;
  // Whether a noun phrase that stands for a name begins with the token.
  bool resolve_noun(std::uint32_t token, span sentence, std::vector<std::uint32_t>& found) const;
  std::uint32_t noun_behind(std::uint32_t article, span sentence) const;
  bool is_attribute(std::uint32_t token) const;
  bool is_person_pronoun(std::uint32_t token, span sentence) const;
  void add_first_place(const claim_scope& of, std::vector<std::uint32_t>& found) const;
  bool speaks_of_self(const claim_scope& of) const;
  // The company before that stands first in the nearest sentence, of so many.
  std::uint32_t company_before(std::uint32_t token, const std::vector<std::uint32_t>& but,
                               std::uint32_t most) const;
  bool is_told_more(std::uint32_t noun, span sentence) const;
  void add_subject(const claim_scope& of, std::vector<std::uint32_t>& found) const;
  void add_complement(const claim_scope& of, std::vector<std::uint32_t>& found) const;
  void add_last_two(std::uint32_t token, std::vector<std::uint32_t>& found) const;
  void add_sentence_before(std::uint32_t token, std::vector<std::uint32_t>& found) const;

  const analyzed_text& text_;
  const article_names& names_;
  const std::vector<span>& sentences_;
  text_sentences& analyzed_;
  antecedent_finder antecedents_;
  bystanders beside_;
  std::map<std::string_view, std::string_view>
      known_;  // canonical names, by what sources are called
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_ACTORS_H_
