#include "lang/read_words.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "lang/engine_classes.h"
#include "lang/meaning.h"
#include "lang/shapes.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view noun_rows = "nouns";  // rows that name classes of nouns
constexpr std::string_view holiday_class = "HOLIDAY_WORD";
constexpr std::string_view counted_holiday_class = "HOLIDAY_COUNTED";

std::optional<double> read_value(std::string_view text) {
  if (text == "-") return 0;
  const auto number = read_number(text);
  return number ? number : find_value(text);
}

bool is_shape(std::string_view name) {
  const auto& shapes = shape_classes();
  return std::any_of(shapes.begin(), shapes.end(),
                     [&](const shape_class& shape) { return shape.name == name; });
}

// "Heilige(|r|n)_Abend", and the value of each of its phrases.  Phrases share classes by the
// place of the word, those of two words apart from longer ones; words that together are no
// phrase have no value, and match_expressions passes over them.
pattern_tree read_phrase(std::string_view forms, double value, known_words& known) {
  auto sequence = std::make_shared<pattern_node>();
  std::vector<std::string> keys = {""};
  const std::vector<std::string_view> words = split(forms, "_");
  for (const std::string_view word : words) {
    const char* const of = words.size() == 2 ? "_OF_2" : "";
    const std::size_t id = known.class_of(
        word == "-" ? "HYPHEN" : "HOLIDAY_" + std::to_string(sequence->parts.size() + 1) + of);
    std::vector<std::string> longer;
    for (const std::string& form : expand_forms(word)) {
      if (word != "-") known.add(id, form, absent);
      for (const std::string& key : keys) {
        longer.push_back(key + (key.empty() ? "" : " ") + fold_case(form));
      }
    }
    sequence->parts.push_back(class_node(id));
    keys = std::move(longer);
  }
  for (const std::string& key : keys) known.add_phrase(key, value);
  return sequence;
}

}  // namespace

failure read_lexicon(const table& rows, known_words& words, lexicon_rows& out) {
  const std::string_view joiner =
      engine_class_names[static_cast<std::size_t>(engine_class::number_joiner)];
  std::map<std::pair<std::size_t, std::string>, std::string> seen;  // row of each word of a class
  for (const table_row& row : rows.rows) {
    if (row.columns[0] == noun_rows) {
      for (const std::string_view name : split(row.columns[2], " ")) {
        out.nouns.insert(words.class_of(name));
      }
      out.nouns_row = rows.where(row);
      continue;
    }
    if (is_shape(row.columns[0])) return rows.fault(row, "the class is a shape of the engine's");
    const std::size_t id = words.class_of(row.columns[0]);
    out.first.try_emplace(id, rows.where(row));
    const auto value = read_value(row.columns[1]);
    if (!value) {
      return rows.fault(row, "unknown value \"" + std::string(row.columns[1]) +
                                 "\"; write a number, a value's name or -");
    }
    const std::vector<std::string> forms = expand_forms(row.columns[2]);
    if (forms.empty()) return rows.fault(row, "no words, or a bracket that is not closed");
    if (row.columns[1] == "-") words.set_valueless(id);
    for (const std::string& form : forms) {
      const auto [first, is_new] = seen.try_emplace({id, form}, rows.where(row));
      if (!is_new) {
        return rows.fault(row, "\"" + form + "\" stands twice in the class, first in " +
                                   first->second + "; drop one of them");
      }
      words.add(id, form, *value);
      if (row.columns[0] == joiner) words.all().set_number_joiner(form);
    }
  }
  return std::nullopt;
}

void read_abbreviations(const table& rows, known_words& words, abbreviation_words& out) {
  for (const table_row& row : rows.rows) {
    for (std::string_view word : split(row.columns[0], " ")) {
      const bool word_too = word.ends_with('*');
      if (word_too) word.remove_suffix(1);
      const std::string folded = fold_case(word);
      words.add(folded);
      out.all.push_back(folded);
      if (word_too) out.words_too.push_back(folded);
    }
  }
}

failure read_holidays(const table& rows, known_words& words, std::vector<holiday_rule>& out,
                      pattern_tree& pattern) {
  const std::size_t id = words.class_of(holiday_class);
  auto choice = std::make_shared<pattern_node>();
  choice->is = pattern_node::kind::choice;
  choice->parts.push_back(class_node(id));
  for (const table_row& row : rows.rows) {
    auto holiday = read_holiday_rule(row.columns[1]);
    if (!holiday) {
      return rows.fault(
          row, "cannot read the rule \"" + std::string(row.columns[1]) +
                   "\"; write 05-01, easter+39, advent+7, 05#2/7, islamic10-01 or jewish+9*2");
    }
    holiday->name = row.columns[0];
    const auto index = static_cast<double>(out.size());
    out.push_back(*holiday);
    for (const std::string_view forms : split(row.columns[2], " ")) {
      if (expand_forms(forms).empty()) return rows.fault(row, "a bracket that is not closed");
      if (forms.starts_with('+')) {
        const std::size_t counted = words.class_of(counted_holiday_class);
        for (const std::string& form : expand_forms(forms.substr(1))) {
          words.add(counted, form, index);
        }
      } else if (forms.find('_') == forms.npos) {
        for (const std::string& form : expand_forms(forms)) words.add(id, form, index);
      } else {
        choice->parts.push_back(read_phrase(forms, index, words));
      }
    }
  }
  pattern = choice;
  return std::nullopt;
}

}  // namespace zeitstrahl
