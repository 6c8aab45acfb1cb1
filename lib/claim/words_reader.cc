#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "claim/words.h"
#include "lang/table.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view class_table = "claims.tsv";
constexpr std::string_view verb_class_ending = "_verb";

constexpr std::size_t class_count = static_cast<std::size_t>(word_class::count_);

#define ZEITSTRAHL_TEXT_OF(...) #__VA_ARGS__
#define ZEITSTRAHL_TEXT(list) ZEITSTRAHL_TEXT_OF(list)

constexpr auto class_names = [] {
  std::string_view all = ZEITSTRAHL_TEXT(ZEITSTRAHL_WORD_CLASSES);
  std::array<std::string_view, class_count> names;
  for (std::string_view& name : names) {
    name = all.substr(0, all.find(','));
    all.remove_prefix(std::min(all.size(), name.size() + 2));
  }
  return names;
}();
static_assert(class_names.back() == "over");

}  // namespace

// Reads the rows of claims.tsv and verbs.tsv; the first fault stays.
class claim_words_builder {
 public:
  explicit claim_words_builder(const language& tables) : tables_(tables) {}

  result<claim_words> build() {
    if (auto problem = read(class_table, 3, 3, &claim_words_builder::add_class_row)) {
      return *problem;
    }
    add_first_names();
    if (auto problem = find_missing_class()) return *problem;
    if (auto problem = read("verbs.tsv", 2, 7, &claim_words_builder::add_verb_row)) {
      return *problem;
    }
    if (auto problem = find_unknown_verb()) return *problem;
    remove_non_verbs();
    std::sort(out_.memberships_.begin(), out_.memberships_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.entry, a.of, a.row) < std::tie(b.entry, b.of, b.row);
    });
    return std::move(out_);
  }

 private:
  using problem = std::optional<zeitstrahl::error>;
  using row_reader = problem (claim_words_builder::*)(const table&, const table_row&);

  struct paradigm {
    std::string ending;
    std::array<std::string, 4> forms;  // present, past, subjunctive, participle
  };

  problem read(std::string_view name, std::size_t least, std::size_t most, row_reader reader) {
    const std::string_view content = tables_.file(name);
    const result<table> rows = parse_table(name, content, least, most);
    if (!rows) return rows.error();
    for (const table_row& row : rows->rows) {
      if (problem found = (this->*reader)(*rows, row)) return found;
    }
    return {};
  }

  void add_class_ending(const std::string& ending, word_classes classes) {
    auto& alike = out_.by_end_[claim_words::end_of(ending)];
    const auto known = std::find_if(alike.begin(), alike.end(),
                                    [&](const auto& other) { return other.text == ending; });
    if (known == alike.end()) return alike.push_back({ending, classes});
    known->classes |= classes;
  }

  vocabulary::index entry_of(std::string_view folded) {
    const vocabulary::index entry = out_.words_.add(folded);
    if (out_.facts_.size() < out_.words_.size()) out_.facts_.resize(out_.words_.size());
    return entry;
  }

  problem add_class_row(const table& rows, const table_row& row) {
    const auto name = std::find(class_names.begin(), class_names.end(), row.columns[0]);
    if (name == class_names.end()) {
      return rows.fault(row, "no class \"" + std::string(row.columns[0]) +
                                 "\"; the classes are listed at the head of the table");
    }
    const auto c = static_cast<word_class>(name - class_names.begin());
    const auto index = static_cast<std::size_t>(c);
    const auto row_index = static_cast<std::uint32_t>(out_.row_names_.size());
    out_.row_names_.emplace_back(row.columns[1]);
    if (!seen_[index]) out_.first_row_[index] = row_index;
    seen_[index] = true;
    const std::vector<std::string> forms = expand_forms(row.columns[2]);
    if (forms.empty()) return rows.fault(row, "a bracket is not closed, or there are no forms");
    const bool verbs = name->ends_with(verb_class_ending) && c != word_class::no_verb &&
                       c != word_class::plural_verb;
    for (const std::string& form : forms) {
      // Endings may be those of several rows: a row a gender.
      const std::string key = form.front() == '~' ? form + ' ' + out_.row_names_.back() : form;
      const auto [first, is_new] = rows_of_forms_.try_emplace({c, key}, rows.where(row));
      if (!is_new) {
        return rows.fault(row, "\"" + form + "\" stands twice in the class, first in " +
                                   first->second + "; drop one of them");
      }
      if (verbs) verbs_.push_back({form, rows.where(row)});
      if (form.front() == '~') {
        out_.endings_[index].push_back({fold_case(form.substr(1)), row_index});
        add_class_ending(out_.endings_[index].back().text, bit(c));
        continue;
      }
      const std::string folded = fold_case(form);
      if (const std::size_t joint = folded.find('_'); joint != folded.npos) {
        add_phrase(std::string_view(folded).substr(0, joint),
                   std::string_view(folded).substr(joint + 1), c);
        continue;
      }
      const vocabulary::index entry = entry_of(folded);
      claim_words::facts& f = out_.facts_[entry];
      (folded == form ? f.classes : f.capital_classes) |= bit(c);
      if (c == word_class::infinitive_mark) out_.mark_ = folded;
      out_.memberships_.push_back({entry, c, row_index});
    }
    return {};
  }

  void add_phrase(std::string_view first, std::string_view second, word_class c) {
    const vocabulary::index opener = entry_of(first);
    const vocabulary::index rest = entry_of(second);
    out_.facts_[opener].opens_phrase = true;
    out_.phrases_.push_back({opener, rest, bit(c)});
  }

  // First names stand in the lexicon, since rules of times know them, too.
  void add_first_names() {
    if (out_.row_names_.empty()) return;
    constexpr auto index = static_cast<std::size_t>(word_class::first_name);
    const auto row = static_cast<std::uint32_t>(out_.row_names_.size());
    out_.row_names_.emplace_back(class_names[index]);
    out_.first_row_[index] = row;
    seen_[index] = true;
    for (const auto& [folded, capital_only] : tables_.words_in(engine_class::first_name)) {
      const vocabulary::index entry = entry_of(folded);
      claim_words::facts& f = out_.facts_[entry];
      (capital_only ? f.capital_classes : f.classes) |= bit(word_class::first_name);
      out_.memberships_.push_back({entry, word_class::first_name, row});
    }
  }

  problem find_missing_class() const {
    if (out_.row_names_.empty()) return {};
    const auto missing = std::find(seen_.begin(), seen_.end(), false);
    if (missing == seen_.end()) return {};
    return zeitstrahl::error{
        error_kind::bad_input, std::string(class_table),
        "the class " + std::string(class_names[static_cast<std::size_t>(missing - seen_.begin())]) +
            " is missing, which the engine asks for; add a row with its words"};
  }

  problem find_unknown_verb() const {
    for (const verb_said& v : verbs_) {
      if (out_.analyze(v.infinitive, false, false).forms & infinitive) continue;
      return zeitstrahl::error{
          error_kind::bad_input, v.where,
          "\"" + v.infinitive + "\" is no infinitive of verbs.tsv, with or without a prefix"};
    }
    return {};
  }

  problem add_verb_row(const table& rows, const table_row& row) {
    const std::string_view kind = row.columns[0];
    irregular_ = kind == "verb";
    if (kind == "prefixes") {
      for (const std::string_view prefix : split(row.columns[1], " ")) {
        if (prefix.size() < 2 || prefix.size() > claim_words::longest_prefix) {
          return rows.fault(row, "a prefix has from 2 to 12 bytes");
        }
        out_.facts_[entry_of(prefix)].prefix = true;
        std::uint16_t& sizes = out_.prefix_sizes_[claim_words::start_of(prefix)];
        sizes = static_cast<std::uint16_t>(sizes | 1u << prefix.size());
      }
      return {};
    }
    if (kind == "paradigm" && row.columns.size() == 7) {
      paradigm& p = paradigms_[std::string(row.columns[1])];
      p.ending = row.columns[2];
      for (std::size_t i = 0; i < 4; ++i) p.forms[i] = row.columns[3 + i];
      return {};
    }
    if (kind == "verbs" && row.columns.size() == 3) return add_regular(rows, row);
    if (kind == "verb" && row.columns.size() == 7) {
      const vocabulary::index verb = entry_of(row.columns[1]);
      add_form(row.columns[1], infinitive, verb);
      constexpr std::uint8_t forms[] = {present, past, subjunctive, conditional, participle};
      for (std::size_t i = 0; i < 5; ++i) add_forms(row.columns[2 + i], "", forms[i], verb);
      return {};
    }
    return rows.fault(row, "a row is prefixes, paradigm, verbs or verb, with its columns");
  }

  problem add_regular(const table& rows, const table_row& row) {
    const auto found = paradigms_.find(std::string(row.columns[1]));
    if (found == paradigms_.end()) {
      return rows.fault(row, "no paradigm \"" + std::string(row.columns[1]) + "\" above");
    }
    const paradigm& p = found->second;
    for (const std::string_view word : split(row.columns[2], " ")) {
      if (!word.ends_with(p.ending)) {
        return rows.fault(row, "\"" + std::string(word) + "\" does not end with " + p.ending);
      }
      const std::string_view stem = word.substr(0, word.size() - p.ending.size());
      const vocabulary::index verb = entry_of(word);
      add_form(word, infinitive, verb);
      constexpr std::uint8_t forms[] = {present, past, subjunctive, participle};
      for (std::size_t i = 0; i < 4; ++i) add_forms(p.forms[i], stem, forms[i], verb);
    }
    return {};
  }

  // `patterns` with "-" for the stem.
  void add_forms(std::string_view patterns, std::string_view stem, std::uint8_t form,
                 vocabulary::index verb) {
    for (const std::string_view pattern : split(patterns, " ")) {
      if (pattern == ".") continue;
      const std::size_t dash = pattern.find('-');
      if (dash == pattern.npos) {
        add_form(pattern, form, verb);
        continue;
      }
      add_form(std::string(pattern.substr(0, dash)).append(stem).append(pattern.substr(dash + 1)),
               form, verb);
    }
  }

  // The table keeps to the spelling before 1996; that of today has "ss" behind short vowels
  // ("schloss"), that of the Swiss everywhere.
  void add_form(std::string_view word, std::uint8_t form, vocabulary::index verb) {
    constexpr std::string_view sharp_s = "\xC3\x9F";
    add_spelling(word, form, verb);
    std::string other(word);
    for (std::size_t at; (at = other.find(sharp_s)) != other.npos;) {
      other.replace(at, sharp_s.size(), "ss");
    }
    if (other != word) add_spelling(other, form, verb);
  }

  void add_spelling(std::string_view word, std::uint8_t form, vocabulary::index verb) {
    claim_words::facts& f = out_.facts_[entry_of(word)];
    // "faellt" is rather of "fallen" than of "faellen"
    const bool stronger = irregular_ && (form & finite) && !(f.forms & infinitive);
    const bool better =
        !f.verb || (!(f.forms & finite) && (form & finite)) || form == infinitive || stronger;
    f.forms |= form;
    if (better) f.verb = verb;
  }

  void remove_non_verbs() {
    for (claim_words::facts& f : out_.facts_) {
      if (f.classes & bit(word_class::no_verb)) f.forms = 0;
    }
  }

  const language& tables_;
  claim_words out_;
  std::array<bool, class_count> seen_{};
  std::map<std::pair<word_class, std::string>, std::string> rows_of_forms_;
  struct verb_said {
    std::string infinitive;
    std::string where;
  };
  std::vector<verb_said> verbs_;
  std::map<std::string, paradigm, std::less<>> paradigms_;
  bool irregular_ = false;  // the row that is read
};

result<claim_words> claim_words::build(const language& tables) {
  return claim_words_builder(tables).build();
}

}  // namespace zeitstrahl
