#include "lang/build_language.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lang/read_calls.h"
#include "lang/read_rows.h"
#include "lang/read_words.h"
#include "lang/shapes.h"
#include "lang/table.h"
#include "lang/word_symbols.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view lexicon_file = "lexicon.tsv";
constexpr std::string_view rules_file = "rules.tsv";
constexpr std::string_view frames_file = "frames.tsv";
constexpr std::string_view holidays_file = "holidays.tsv";
constexpr std::string_view abbreviations_file = "abbreviations.txt";

constexpr std::string_view noun_shape = "NOUN";
constexpr std::string_view holiday_pattern = "HOLIDAY";

std::string_view name_of(engine_class c) { return engine_class_names[static_cast<std::size_t>(c)]; }

// Holds what is needed only while a language is built.
class language_builder {
 public:
  explicit language_builder(language_parts& out) : out_(out) {
    for (const shape_class& shape : shape_classes()) words().class_of(shape.name);
    names_.find_class = [this](std::string_view name) { return words().find_class(name); };
    names_.literal = [this](std::string_view word) { return words().literal(word); };
  }

  failure run() {
    failure problem = read_tables();
    if (problem) return problem;
    give_symbols();
    if (symbols_->size() > symbol_limit - first_word_symbol) {
      return zeitstrahl::error{error_kind::bad_input, std::string(lexicon_file),
                               "the patterns tell " + std::to_string(symbols_->size()) +
                                   " sets of words apart, which is more than " +
                                   std::to_string(symbol_limit - first_word_symbol) +
                                   "; let words that no rule tells apart share a class"};
    }
    make_hints();
    problem = compile(rows_.rule_trees, rows_.rules, out_.rule_matcher);
    if (!problem) problem = read_calls(rows_.rules, words(), !out_.holidays.empty());
    if (!problem) problem = compile(rows_.frame_trees, rows_.frames, out_.frame_matcher);
    if (!problem) problem = check_frames();
    if (!problem) problem = compile_joins();
    if (!problem) problem = check_defines();
    if (!problem) problem = check_classes();
    out_.rules = std::move(rows_.rules);
    out_.frames = std::move(rows_.frames);
    return problem;
  }

 private:
  known_words& words() { return out_.words; }

  // Reads a table by `read(rows)`.
  template <class Read>
  failure read_table(std::string_view name, std::size_t least, std::size_t most, Read&& read) {
    const auto found = out_.files.find(name);
    if (found == out_.files.end()) {
      return zeitstrahl::error{error_kind::io, std::string(name),
                               "the table is missing; it belongs in the language's folder"};
    }
    const result<table> rows = parse_table(name, found->second, least, most);
    return rows ? read(*rows) : failure(rows.error());
  }

  failure read_tables() {
    failure problem = read_table(lexicon_file, 3, 3, [&](const table& rows) {
      return read_lexicon(rows, words(), lexicon_);
    });
    if (problem) return problem;
    problem = read_table(abbreviations_file, 1, 1, [&](const table& rows) {
      read_abbreviations(rows, words(), abbreviations_);
      return failure();
    });
    if (problem) return problem;
    problem = read_table(holidays_file, 3, 3, [&](const table& rows) {
      return read_holidays(rows, words(), out_.holidays,
                           names_.defined[std::string(holiday_pattern)]);
    });
    if (problem) return problem;
    problem = read_table(rules_file, 2, 4,
                         [&](const table& rows) { return read_rules(rows, names_, rows_); });
    if (problem) return problem;
    return read_table(frames_file, 2, 4,
                      [&](const table& rows) { return read_frames(rows, names_, rows_); });
  }

  void give_symbols() {
    words().gather(lexicon_.nouns, words().class_of(noun_shape));
    symbols_.emplace(words(), rows_.trees(), words().class_of(name_of(engine_class::cardinal)));
    words().all().finish();
  }

  void make_hints() {
    const vocabulary& all = words().all();
    sentence_hints& hints = out_.hints;
    hints.number_word = symbols_->number_word();
    hints.abbreviation.resize(all.size());
    hints.starter.resize(all.size());
    hints.word_too.resize(all.size());
    hints.before_ordinal.resize(all.size());
    for (const std::string& word : abbreviations_.all) {
      if (const auto known = all.find(word).get()) hints.abbreviation[*known] = true;
    }
    for (const std::string& word : abbreviations_.words_too) {
      if (const auto known = all.find(word).get()) hints.word_too[*known] = true;
    }
    const std::size_t starter = words().class_of(name_of(engine_class::starter));
    const std::size_t before_ordinal = words().class_of(name_of(engine_class::before_ordinal));
    for (std::size_t i = 0; i < all.size(); ++i) {
      const vocabulary::index word(i);
      hints.starter[word] = words().value(word, starter, true) != absent;
      hints.before_ordinal[word] = words().value(word, before_ordinal, true) != absent;
    }
  }

  // Compiles the patterns of rows and refuses those that match nothing or come twice.
  template <class Row>
  failure compile(const std::vector<pattern_tree>& trees, std::vector<Row>& rows, matcher& into) {
    std::vector<compiled_pattern> patterns;
    pattern_automaton all;
    std::map<std::string, std::string> seen;
    const symbols_function symbols = [this](const std::vector<std::size_t>& classes) {
      return symbols_->of_node(classes);
    };
    for (std::size_t i = 0; i < trees.size(); ++i) {
      rows[i].pattern = compile_pattern(trees[i], symbols);
      all.add(trees[i], symbols);
      const auto [first, is_new] = seen.try_emplace(rows[i].pattern.plain, rows[i].where);
      if (!is_new) {
        return zeitstrahl::error{error_kind::bad_input, rows[i].where,
                                 "the row matches what " + first->second +
                                     " matches and can never win; drop one of them"};
      }
      patterns.push_back(rows[i].pattern);
    }
    all.finish();
    result<matcher> compiled = matcher::compile(patterns, std::move(all));
    if (!compiled) {
      zeitstrahl::error problem = compiled.error();
      const auto index = read_number(problem.where);
      if (index) problem.where = rows[static_cast<std::size_t>(*index)].where;
      return problem;
    }
    into = std::move(*compiled);
    if (const auto empty = into.matching_nothing()) {
      return zeitstrahl::error{error_kind::bad_input, rows[*empty].where,
                               "the pattern matches nothing at all; make one of its parts "
                               "obligatory"};
    }
    return std::nullopt;
  }

  failure compile_joins() {
    for (std::size_t i = 0; i < rows_.joins.size(); ++i) {
      std::vector<join_row> row = {rows_.joins[i]};
      matcher compiled;
      if (failure problem = compile({rows_.join_trees[i]}, row, compiled)) return problem;
      out_.joins.emplace_back(row[0].kind, std::move(compiled));
    }
    return std::nullopt;
  }

  // A relation of a pair has two expressions in brackets, others have one.
  failure check_frames() const {
    for (const frame& f : rows_.frames) {
      const bool pair = f.kind == frame_kind::between || f.kind == frame_kind::ago_from ||
                        f.kind == frame_kind::ahead_from || f.kind == frame_kind::up_to ||
                        f.kind == frame_kind::before_day || f.kind == frame_kind::after_day;
      const bool pair_or_one = f.kind == frame_kind::ago || f.kind == frame_kind::ahead;
      const std::size_t wanted = pair ? 2 : 1;
      const std::size_t there = f.pattern.extents.size();
      if (there == wanted || (pair_or_one && there == 2)) continue;
      return zeitstrahl::error{
          error_kind::bad_input, f.where,
          "the relation needs " + std::to_string(wanted) + " expressions in brackets"};
    }
    return std::nullopt;
  }

  // No name is defined in vain.
  failure check_defines() const {
    for (const auto& [name, where] : rows_.defines) {
      if (names_.used.contains(name)) continue;
      return zeitstrahl::error{error_kind::bad_input, where,
                               "no row asks for " + name + "; use it in a pattern, or drop it"};
    }
    return std::nullopt;
  }

  // Every class is asked for, by a pattern or by the engine, and all that the engine asks for are
  // there.
  failure check_classes() {
    std::set<std::size_t> asked = lexicon_.nouns;
    for (std::size_t i = 0; i < engine_class_names.size(); ++i) {
      const std::size_t id = words().class_of(engine_class_names[i]);
      if (!lexicon_.first.contains(id)) {
        return zeitstrahl::error{error_kind::bad_input, std::string(lexicon_file),
                                 "the class " + std::string(engine_class_names[i]) +
                                     " is missing, which the engine asks for; add a row with its "
                                     "words"};
      }
      out_.engine_classes[i] = id;
      asked.insert(id);
    }
    std::vector<std::size_t> named;
    for (const pattern_tree& tree : rows_.trees()) collect_classes(tree, named);
    for (const auto& [name, tree] : names_.defined) collect_classes(tree, named);
    asked.insert(named.begin(), named.end());
    for (const auto& [word_class, where] : lexicon_.first) {
      if (asked.contains(word_class)) continue;
      return zeitstrahl::error{error_kind::bad_input, where,
                               "no row asks for the class " + words().class_name(word_class) +
                                   "; name it in a pattern, or drop its words"};
    }
    for (const std::size_t word_class : lexicon_.nouns) {
      if (lexicon_.first.contains(word_class)) continue;
      return zeitstrahl::error{error_kind::bad_input, lexicon_.nouns_row,
                               "the class of nouns " + words().class_name(word_class) +
                                   " has no words; correct its name or drop it"};
    }
    return std::nullopt;
  }

  language_parts& out_;
  pattern_names names_;
  lexicon_rows lexicon_;
  abbreviation_words abbreviations_;
  pattern_rows rows_;
  std::optional<word_symbols> symbols_;
};

}  // namespace

result<language_parts> build_language(std::string_view name, std::span<const table_file> files) {
  language_parts out;
  out.name = name;
  for (const table_file& f : files) out.files[std::string(f.name)] = f.content;
  if (const auto problem = language_builder(out).run()) return *problem;
  return out;
}

}  // namespace zeitstrahl
