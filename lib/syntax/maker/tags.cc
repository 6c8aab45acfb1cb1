#include "syntax/maker/tags.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "syntax/morphology.h"

namespace zeitstrahl {
namespace {

struct bit_name {
  std::string_view name;
  std::uint32_t bit;
};

constexpr std::array pos_names = {
    bit_name{"noun", pos_noun},
    bit_name{"name", pos_name},
    bit_name{"adjective", pos_adjective},
    bit_name{"predicative", pos_predicative},
    bit_name{"finite", pos_finite},
    bit_name{"infinitive", pos_infinitive},
    bit_name{"participle", pos_participle},
    bit_name{"zu_infinitive", pos_zu_infinitive},
    bit_name{"imperative", pos_imperative},
    bit_name{"modal", pos_modal},
    bit_name{"auxiliary", pos_auxiliary},
    bit_name{"adverb", pos_adverb},
    bit_name{"preposition", pos_preposition},
    bit_name{"article", pos_article},
    bit_name{"pronoun", pos_pronoun},
    bit_name{"conjunction", pos_conjunction},
    bit_name{"particle", pos_particle},
    bit_name{"negation", pos_negation},
    bit_name{"nominal_infinitive", pos_nominal_infinitive},
    bit_name{"subordinate_only", pos_subordinate_only},
    bit_name{"nominal_adjective", pos_nominal_adjective},
    bit_name{"present_participle", pos_present_participle},
    bit_name{"personal", pos_personal},
    bit_name{"numeral", pos_numeral},
    bit_name{"predicative_participle", pos_predicative_participle},
    bit_name{"subjunctive1", pos_subjunctive1},
    bit_name{"preterite", pos_preterite},
    bit_name{"interjection", pos_interjection},
    bit_name{"main_clause", pos_main_clause},
    bit_name{"subjunctive2", pos_subjunctive2},
    bit_name{"present", pos_present},
    bit_name{"abbreviation", pos_abbreviation},
};

constexpr std::array detail_names = {
    bit_name{"definite", detail_definite},
    bit_name{"indefinite", detail_indefinite},
    bit_name{"demonstrative", detail_demonstrative},
    bit_name{"possessive", detail_possessive},
    bit_name{"interrogative", detail_interrogative},
    bit_name{"reflexive", detail_reflexive},
    bit_name{"indefinite_pronoun", detail_indefinite_pronoun},
    bit_name{"coordinating", detail_coordinating},
    bit_name{"subordinating", detail_subordinating},
    bit_name{"comparing", detail_comparing},
    bit_name{"with_infinitive", detail_with_infinitive},
    bit_name{"first_name", detail_first_name},
    bit_name{"last_name", detail_last_name},
    bit_name{"place", detail_place},
    bit_name{"country", detail_country},
    bit_name{"region", detail_region},
    bit_name{"temporal", detail_temporal},
    bit_name{"local", detail_local},
    bit_name{"modal_adverb", detail_modal},
    bit_name{"causal", detail_causal},
    bit_name{"pronominal", detail_pronominal},
    bit_name{"governs_nominative", detail_governs_nominative},
    bit_name{"governs_accusative", detail_governs_accusative},
    bit_name{"governs_dative", detail_governs_dative},
    bit_name{"governs_genitive", detail_governs_genitive},
    bit_name{"comparative", detail_comparative},
    bit_name{"superlative", detail_superlative},
    bit_name{"participial", detail_participial},
};

constexpr std::array case_names = {bit_name{"nominative", 1}, bit_name{"accusative", 2},
                                   bit_name{"dative", 4}, bit_name{"genitive", 8}};
constexpr std::array gender_names = {bit_name{"masculine", 1}, bit_name{"feminine", 2},
                                     bit_name{"neuter", 4}, bit_name{"plural", 8},
                                     bit_name{"any", 15}};
constexpr std::array verbal_names = {bit_name{"first_singular", verbal_bit(1, false)},
                                     bit_name{"second_singular", verbal_bit(2, false)},
                                     bit_name{"third_singular", verbal_bit(3, false)},
                                     bit_name{"first_plural", verbal_bit(1, true)},
                                     bit_name{"second_plural", verbal_bit(2, true)},
                                     bit_name{"third_plural", verbal_bit(3, true)}};

template <class Names>
std::uint32_t find_bit(const Names& names, std::string_view name) {
  for (const bit_name& n : names) {
    if (n.name == name) return n.bit;
  }
  return 0;
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(at), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool begins_small(std::string_view form) {
  std::string first(form.substr(0, 2));
  if (!first.empty() && static_cast<unsigned char>(first[0]) < 0x80) first.resize(1);
  return fold_case(first) == first;
}

}  // namespace

result<tag_table> tag_table::read(std::string_view text, const std::string& name) {
  tag_table out;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (const std::string wrong = out.add(split(line, "\t")); !wrong.empty()) {
      return zeitstrahl::error{error_kind::bad_input, name + ":" + std::to_string(number), wrong};
    }
  }
  return out;
}

// What is wrong with the row, or nothing.
std::string tag_table::add(const std::vector<std::string>& fields) {
  const std::string& kind = fields[0];
  if (kind == "tag") return add_meaning(fields);
  if (fields.size() < 2) return "a row \"" + kind + "\" needs more columns";
  if (std::vector<std::string>* list = list_of(kind)) {
    for (std::size_t i = 1; i < fields.size(); ++i) {
      for (std::string& word : split(fields[i], " ")) list->push_back(std::move(word));
    }
    const bool pairs = kind == "fold" || kind == "like";
    if (pairs && list->size() % 2 != 0) return "a row \"" + kind + "\" holds pairs of words";
  } else if (kind == "name" && fields.size() == 3) {
    for (const std::string& word : split(fields[2], " ")) {
      extra_forms_.push_back({word, word, fields[1]});
    }
  } else if (kind == "form" && fields.size() == 4) {
    extra_forms_.push_back({fields[1], fields[2], fields[3]});
  } else {
    return "\"" + kind + "\" with " + std::to_string(fields.size()) +
           " columns is no row of this table";
  }
  return {};
}

std::vector<std::string>* tag_table::list_of(std::string_view kind) {
  if (kind == "fold") return &lists_[forms_file::list_foldings];
  if (kind == "infix") return &lists_[forms_file::list_infixes];
  if (kind == "joint") return &lists_[forms_file::list_joints];
  if (kind == "lacks") return &lists_[forms_file::list_lacks];
  if (kind == "participle") return &participles_;
  if (kind == "prefix") return &prefixes_;
  if (kind == "like") return &alikes_;
  return nullptr;
}

std::string tag_table::add_meaning(const std::vector<std::string>& fields) {
  if (fields.size() != 3) return "a tag has two columns: its parts, and what they mean";
  row made;
  for (const std::string& part : split(fields[1], " ")) {
    if (part == "(small)") {
      made.small = true;
    } else if (part == "(capital)") {
      made.capital = true;
    } else if (part.starts_with('!')) {
      made.absent.push_back(part.substr(1));
    } else {
      made.parts.push_back(part);
    }
  }
  for (const std::string& what : split(fields[2], " ")) {
    if (what == "inflected") {
      made.inflected = true;
      continue;
    }
    const std::uint32_t pos = find_bit(pos_names, what);
    const std::uint32_t detail = find_bit(detail_names, what);
    const std::uint32_t cases = find_bit(case_names, what);
    const std::uint32_t genders = find_bit(gender_names, what);
    const std::uint32_t verbal = find_bit(verbal_names, what);
    if ((pos | detail | cases | genders | verbal) == 0) return "unknown meaning \"" + what + "\"";
    made.pos |= pos;
    made.detail |= detail;
    made.cases |= static_cast<std::uint8_t>(cases);
    made.genders |= static_cast<std::uint8_t>(genders);
    made.verbal |= static_cast<std::uint8_t>(verbal);
  }
  rows_.push_back(std::move(made));
  return {};
}

tag_meaning tag_table::meaning_of(std::string_view form, std::string_view tag) const {
  std::vector<std::string> parts = split(tag.substr(0, tag.find(' ')), ":+");
  if (!parts.empty()) parts[0] += ':';
  const auto has = [&](const std::string& part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  const bool small = begins_small(form);
  tag_meaning out;
  bool inflected = false;
  std::uint8_t cases = 0;
  std::uint8_t genders = 0;
  for (const row& r : rows_) {
    if (small ? r.capital : r.small) continue;
    if (!std::all_of(r.parts.begin(), r.parts.end(), has)) continue;
    if (std::any_of(r.absent.begin(), r.absent.end(), has)) continue;
    out.pos |= r.pos;
    out.detail |= r.detail;
    out.verbal |= r.verbal;
    cases |= r.cases;
    genders |= r.genders;
    inflected = inflected || r.inflected;
  }
  if (out.pos == 0) return {};
  constexpr std::uint8_t any_gender = 7;
  constexpr std::uint8_t plural = 8;
  if ((genders & plural) != 0 && genders != (plural | any_gender)) {
    genders = plural;
  } else if (genders == 0) {
    genders = any_gender;
  }
  for (unsigned c = 0; inflected && c < 4; ++c) {
    if ((cases >> c & 1) != 0) out.nominal |= static_cast<std::uint16_t>(genders << (4 * c));
  }
  return out;
}

}  // namespace zeitstrahl
