#include "syntax/grammar.h"

#include <utility>

#include "lang/table.h"

namespace zeitstrahl {
namespace {

constexpr std::pair<std::string_view, tag_role> tag_role_names[] = {
    {"verb", tag_role::verb},
    {"finite", tag_role::finite},
    {"infinitive", tag_role::infinitive},
    {"participle", tag_role::participle},
    {"auxiliary", tag_role::auxiliary},
    {"particle", tag_role::particle},
    {"infinitive_mark", tag_role::infinitive_mark},
    {"negation", tag_role::negation},
    {"subordinator", tag_role::subordinator},
    {"relative", tag_role::relative},
    {"coordinator", tag_role::coordinator},
    {"determiner", tag_role::determiner},
    {"adjective", tag_role::adjective},
    {"number", tag_role::number},
    {"noun", tag_role::noun},
    {"name", tag_role::name},
    {"pronoun", tag_role::pronoun},
    {"reflexive", tag_role::reflexive},
    {"adposition", tag_role::adposition},
    {"adverb", tag_role::adverb},
    {"punctuation", tag_role::punctuation},
    {"other", tag_role::other},
};

constexpr std::pair<std::string_view, label_role> label_role_names[] = {
    {"root", label_role::root},
    {"subject", label_role::subject},
    {"passive", label_role::passive},
    {"clausal_subject", label_role::clausal_subject},
    {"object", label_role::object},
    {"indirect", label_role::indirect},
    {"oblique", label_role::oblique},
    {"attribute", label_role::attribute},
    {"apposition", label_role::apposition},
    {"adjective", label_role::adjective},
    {"clausal_attribute", label_role::clausal_attribute},
    {"clausal_adverbial", label_role::clausal_adverbial},
    {"clausal_object", label_role::clausal_object},
    {"open_object", label_role::open_object},
    {"beside", label_role::beside},
    {"conjunct", label_role::conjunct},
    {"coordinator", label_role::coordinator},
    {"case", label_role::case_},
    {"mark", label_role::mark},
    {"determiner", label_role::determiner},
    {"number", label_role::number},
    {"compound", label_role::compound},
    {"particle", label_role::particle},
    {"flat", label_role::flat},
    {"adverbial", label_role::adverbial},
    {"auxiliary", label_role::auxiliary},
    {"copula", label_role::copula},
    {"expletive", label_role::expletive},
    {"punctuation", label_role::punctuation},
    {"other", label_role::other},
};

constexpr std::pair<std::string_view, word_role> word_role_names[] = {
    {"infinitive_opener", word_role::infinitive_opener},
    {"comparison", word_role::comparison},
    {"interrogative", word_role::interrogative},
    {"time_noun", word_role::time_noun},
    {"infinitive_mark", word_role::infinitive_mark},
    {"negation", word_role::negation},
    {"negation_escape", word_role::negation_escape},
    {"contrast", word_role::contrast},
    {"condition", word_role::condition},
    {"whether", word_role::whether},
    {"first_person", word_role::first_person},
    {"main_opener", word_role::main_opener},
    {"relative_pronoun", word_role::relative_pronoun},
    {"inserted_opener", word_role::inserted_opener},
    {"bare_noun", word_role::bare_noun},
    {"polite", word_role::polite},
    {"be", word_role::be},
    {"have", word_role::have},
    {"become", word_role::become},
    {"perfect_with_be", word_role::perfect_with_be},
};

template <class Role, std::size_t N>
const Role* find_role(const std::pair<std::string_view, Role> (&names)[N], std::string_view name) {
  for (const auto& [known, role] : names) {
    if (known == name) return &role;
  }
  return nullptr;
}

// Reads the roles of a row into `out`; false where one is unknown.
template <class Role, std::size_t N>
bool read_roles(const std::pair<std::string_view, Role> (&names)[N], std::string_view values,
                role_set<Role>& out) {
  for (std::string_view value : split(values, " ")) {
    const Role* role = find_role(names, value);
    if (!role) return false;
    out = out | role_set<Role>(*role);
  }
  return out.bits != 0;
}

template <class Roles>
using named_roles = std::map<std::string_view, Roles>;

// The roles of the model's names, in its order.
template <class Roles>
result<std::vector<Roles>> by_number(const named_roles<Roles>& table, std::string_view kind,
                                     std::span<const std::string> names) {
  std::vector<Roles> out;
  for (const std::string& name : names) {
    const auto found = table.find(name);
    if (found == table.end()) {
      return error{error_kind::bad_input, "syntax.tsv",
                   "no row '" + std::string(kind) + " " + name + "', which the model has; add one"};
    }
    out.push_back(found->second);
  }
  return out;
}

}  // namespace

result<grammar> grammar::build(std::string_view content, std::span<const std::string> tags,
                               std::span<const std::string> labels) {
  result<table> rows = parse_table("syntax.tsv", content, 3, 3);
  if (!rows) return rows.error();
  grammar out;
  named_roles<tag_roles> of_tags;
  named_roles<label_roles> of_labels;
  for (const table_row& row : rows->rows) {
    const std::string_view kind = row.columns[0];
    const std::string_view name = row.columns[1];
    const std::string_view values = row.columns[2];
    bool good = false;
    if (kind == "tag") {
      good = read_roles(tag_role_names, values, of_tags[name]);
    } else if (kind == "label") {
      good = read_roles(label_role_names, values, of_labels[name]);
    } else if (kind == "words" || kind == "lemmas") {
      const word_role* role = find_role(word_role_names, name);
      good = role != nullptr;
      for (std::string_view value : split(values, " ")) {
        if (role) out.add(kind == "lemmas", value, *role);
      }
    } else {
      return rows->fault(
          row, "unknown kind '" + std::string(kind) + "'; use tag, label, words or lemmas");
    }
    if (!good) return rows->fault(row, "unknown role; lib/syntax/grammar.h lists them");
  }
  auto tag_numbers = by_number(of_tags, "tag", tags);
  if (!tag_numbers) return tag_numbers.error();
  auto label_numbers = by_number(of_labels, "label", labels);
  if (!label_numbers) return label_numbers.error();
  out.tags_ = *std::move(tag_numbers);
  out.labels_ = *std::move(label_numbers);
  return out;
}

void grammar::add(bool lemma, std::string_view word, word_role role) {
  if (word.starts_with('~')) {
    lemma_endings_.emplace_back(word.substr(1), role);
    return;
  }
  word_roles& of = (lemma ? lemmas_ : words_)[std::string(word)];
  of = of | word_roles(role);
}

word_roles grammar::of_lemma(std::string_view infinitive) const {
  word_roles out;
  const auto found = lemmas_.find(infinitive);
  if (found != lemmas_.end()) out = found->second;
  for (const auto& [ending, roles] : lemma_endings_) {
    if (infinitive.ends_with(ending)) out = out | roles;
  }
  return out;
}

std::uint8_t grammar::tag_with(tag_role role) const {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    if (tags_[i].any(role)) return static_cast<std::uint8_t>(i);
  }
  return 0;
}

std::uint8_t grammar::label_with(label_role role) const {
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (labels_[i].any(role)) return static_cast<std::uint8_t>(i);
  }
  return 0;
}

}  // namespace zeitstrahl
