#ifndef ZEITSTRAHL_LIB_SYNTAX_GRAMMAR_H_
#define ZEITSTRAHL_LIB_SYNTAX_GRAMMAR_H_

// What the table syntax.tsv of a language says: the roles of the model's tags and labels, and
// the words by which clauses are told.
//
//     result<grammar> of = grammar::build(find_file("syntax.tsv"), model.tags(), model.labels());
//     if (of->has(tag, tag_role::finite)) ...
//
// The engine knows roles only; what they are called, and which words have them, is the
// language's matter.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

enum class tag_role : std::uint32_t {
  verb = 1u << 0,
  finite = 1u << 1,
  infinitive = 1u << 2,
  participle = 1u << 3,
  auxiliary = 1u << 4,
  particle = 1u << 5,  // the separable part of a verb: "an" of "kommt ... an"
  infinitive_mark = 1u << 6,
  negation = 1u << 7,
  subordinator = 1u << 8,
  relative = 1u << 9,
  coordinator = 1u << 10,
  determiner = 1u << 11,
  adjective = 1u << 12,
  number = 1u << 13,
  noun = 1u << 14,
  name = 1u << 15,
  pronoun = 1u << 16,
  reflexive = 1u << 17,
  adposition = 1u << 18,
  adverb = 1u << 19,
  punctuation = 1u << 20,
  other = 1u << 21,
};

enum class label_role : std::uint32_t {
  root = 1u << 0,
  subject = 1u << 1,
  passive = 1u << 2,
  clausal_subject = 1u << 3,
  object = 1u << 4,
  indirect = 1u << 5,
  oblique = 1u << 6,
  attribute = 1u << 7,
  apposition = 1u << 8,
  adjective = 1u << 9,
  clausal_attribute = 1u << 10,
  clausal_adverbial = 1u << 11,
  clausal_object = 1u << 12,
  open_object = 1u << 13,
  beside = 1u << 14,
  conjunct = 1u << 15,
  coordinator = 1u << 16,
  case_ = 1u << 17,
  mark = 1u << 18,
  determiner = 1u << 19,
  number = 1u << 20,
  compound = 1u << 21,
  particle = 1u << 22,
  flat = 1u << 23,
  adverbial = 1u << 24,
  auxiliary = 1u << 25,
  copula = 1u << 26,
  expletive = 1u << 27,
  punctuation = 1u << 28,
  other = 1u << 29,
};

enum class word_role : std::uint32_t {
  infinitive_opener = 1u << 0,
  comparison = 1u << 1,
  interrogative = 1u << 2,
  time_noun = 1u << 3,
  infinitive_mark = 1u << 4,
  negation = 1u << 5,
  negation_escape = 1u << 6,  // behind a negation: it denies nothing
  contrast = 1u << 7,         // "sondern": what stands before it is denied, what follows is not
  condition = 1u << 8,        // opens one
  whether = 1u << 9,
  first_person = 1u << 10,
  main_opener = 1u << 11,       // "denn": joins a clause with its verb second
  relative_pronoun = 1u << 12,  // can be one
  inserted_opener = 1u << 13,   // "so": opens a main clause within another one
  polite = 1u << 14,            // with a capital the polite address
  bare_noun = 1u << 15,         // what verbs take without an article: no name of the noun before
  // of lemmas
  be = 1u << 16,
  have = 1u << 17,
  become = 1u << 18,
  perfect_with_be = 1u << 19,  // "ist gekommen" is a perfect, "ist gesperrt" a state
};

// Sets of roles.
template <class Role>
struct role_set {
  std::uint32_t bits = 0;

  constexpr role_set() = default;
  constexpr role_set(Role r) : bits(static_cast<std::uint32_t>(r)) {}  // NOLINT: a role is a set
  constexpr bool any(role_set other) const { return (bits & other.bits) != 0; }
  friend constexpr role_set operator|(role_set a, role_set b) {
    a.bits |= b.bits;
    return a;
  }
};
using tag_roles = role_set<tag_role>;
using label_roles = role_set<label_role>;
using word_roles = role_set<word_role>;
constexpr tag_roles operator|(tag_role a, tag_role b) { return tag_roles(a) | tag_roles(b); }
constexpr label_roles operator|(label_role a, label_role b) {
  return label_roles(a) | label_roles(b);
}

// Immutable; shared by threads.
class grammar {
 public:
  // `content` is syntax.tsv.  An unknown role, and a tag or label that the table does not
  // name, is an error that says where.
  static result<grammar> build(std::string_view content, std::span<const std::string> tags,
                               std::span<const std::string> labels);

  tag_roles of_tag(std::uint8_t tag) const { return tags_[tag]; }
  label_roles of_label(std::uint8_t label) const { return labels_[label]; }
  // The roles of a word in small letters.
  word_roles of_word(std::string_view lower) const {
    const auto found = words_.find(lower);
    return found == words_.end() ? word_roles() : found->second;
  }
  // The roles of an infinitive; "~gehen" in the table is every one that ends so.
  word_roles of_lemma(std::string_view infinitive) const;
  // The first tag or label with the role.
  std::size_t tags() const { return tags_.size(); }
  std::uint8_t tag_with(tag_role role) const;
  std::uint8_t label_with(label_role role) const;

 private:
  void add(bool lemma, std::string_view word, word_role role);

  std::vector<tag_roles> tags_;      // by number in the model
  std::vector<label_roles> labels_;  // so
  using role_map = std::map<std::string, word_roles, std::less<>>;
  role_map words_;
  role_map lemmas_;
  std::vector<std::pair<std::string, word_roles>> lemma_endings_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_GRAMMAR_H_
