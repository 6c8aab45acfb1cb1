#include "lang/language.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "lang/table.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view lexicon_file = "lexicon.tsv";
constexpr std::string_view rules_file = "rules.tsv";
constexpr std::string_view frames_file = "frames.tsv";
constexpr std::string_view holidays_file = "holidays.tsv";
constexpr std::string_view abbreviations_file = "abbreviations.txt";

constexpr std::string_view default_publication = "2024-05-15";

// Classes that mean something to the engine itself.
constexpr std::string_view cardinal_class = "CARDINAL";
constexpr std::string_view joiner_class = "NUMBER_JOINER";
constexpr std::string_view starter_class = "STARTER";
constexpr std::string_view noun_rows = "nouns";  // rows that name classes of nouns
constexpr std::string_view noun_shape = "NOUN";
constexpr std::string_view before_ordinal_class = "BEFORE_ORDINAL";
constexpr std::string_view holiday_class = "HOLIDAY_WORD";
constexpr std::string_view counted_holiday_class = "HOLIDAY_COUNTED";

// A pattern that may stand before every rule: rules with and without a preposition then
// begin at the same word, and the longest wins.
constexpr std::string_view left_context_name = "LEFT";

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> read_value(std::string_view text) {
  if (text == "-") return 0;
  const auto number = read_number(text);
  return number ? number : find_value(text);
}

// "vor [drei Wochen] => P3W", with "@2000-01-01 " before it for another publication day.
result<example> read_example(std::string_view text) {
  const auto fail = [&](const std::string& message) {
    return zeitstrahl::error{error_kind::bad_input, "",
                             "example \"" + std::string(text) + "\": " + message};
  };
  example out;
  out.published = default_publication;
  std::string_view rest = text;
  if (rest.starts_with('@')) {
    const auto space = rest.find(' ');
    out.published = rest.substr(1, space == rest.npos ? rest.npos : space - 1);
    if (!parse_day(out.published)) return fail("no such day, write @YYYY-MM-DD");
    rest = space == rest.npos ? std::string_view() : rest.substr(space + 1);
  }
  const auto arrow = rest.find(" => ");
  if (arrow == rest.npos) return fail("write \"text [extent] text => value\"");
  for (const char c : rest.substr(0, arrow)) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == '[') {
      out.extents.push_back({at, at});
    } else if (c == ']') {
      if (out.extents.empty()) return fail("a \"]\" without \"[\"");
      out.extents.back().end = at;
    } else {
      out.text += c;
    }
  }
  for (const span extent : out.extents) {
    if (extent.empty()) return fail("a \"[\" without \"]\"");
  }
  for (const std::string_view value : split(rest.substr(arrow + 4), ", ")) {
    if (value != "-") out.values.emplace_back(value);
  }
  if (out.values.size() != out.extents.size()) {
    return fail("it needs a value for each [extent], or \"-\" for none");
  }
  return out;
}

}  // namespace

// Holds what is needed only while a language is built.
class language_builder {
 public:
  using failure = std::optional<zeitstrahl::error>;

  explicit language_builder(language& out) : out_(out) {
    for (const shape_class& shape : shape_classes()) shapes_[class_of(shape.name)] = &shape;
    names_.find_class = [this](std::string_view name) -> const std::size_t* {
      const auto found = out_.classes_.find(name);
      return found == out_.classes_.end() ? nullptr : &found->second;
    };
    names_.literal = [this](std::string_view word) { return literal(word); };
  }

  failure run(std::span<const table_file> files) {
    for (const table_file& f : files) out_.files_[std::string(f.name)] = f.content;
    failure problem;
    if (!problem) problem = read_lexicon();
    if (!problem) problem = read_abbreviations();
    if (!problem) problem = read_holidays();
    if (!problem) problem = read_rules();
    if (!problem) problem = read_frames();
    if (problem) return problem;
    assign_symbols();
    if (symbols_.size() > symbol_limit - first_word_symbol) {
      return zeitstrahl::error{error_kind::bad_input, std::string(lexicon_file),
                               "the patterns tell " + std::to_string(symbols_.size()) +
                                   " sets of words apart, which is more than " +
                                   std::to_string(symbol_limit - first_word_symbol) +
                                   "; let words "
                                   "that no rule tells apart share a class"};
    }
    make_hints();
    if (!problem) problem = compile_rules();
    if (!problem) problem = compile_frames();
    if (!problem) problem = compile_joins();
    if (!problem) problem = check_classes();
    return problem;
  }

 private:
  std::size_t class_of(std::string_view name) {
    const auto found = out_.classes_.find(name);
    if (found != out_.classes_.end()) return found->second;
    out_.class_names_.emplace_back(name);
    out_.classes_.emplace(name, out_.class_names_.size() - 1);
    return out_.class_names_.size() - 1;
  }

  std::size_t literal(std::string_view word) {
    const std::string name = "\"" + std::string(word) + "\"";
    const bool known = out_.classes_.contains(name);
    const std::size_t id = class_of(name);
    if (!known) add_word(id, word, 0);
    return id;
  }

  // A form with a capital must be written so; "~" marks parts of compounds, "#" those of
  // number words.
  word_entry& add_word(std::size_t word_class, std::string_view form, double value) {
    const bool ends = form.starts_with('~');
    if (ends) form.remove_prefix(1);
    const bool starts = form.ends_with('~');
    if (starts) form.remove_suffix(1);
    const bool number = form.ends_with('#');
    if (number) form.remove_suffix(1);
    const std::string folded = fold_case(form);
    const vocabulary::index index = out_.words_.add(folded);
    word_entry& e = out_.words_[index];
    e.ends_compound |= ends;
    e.starts_compound |= starts;
    if (number) e.number_part = static_cast<std::int16_t>(value);
    if (out_.memberships_.size() < out_.words_.size()) {
      out_.memberships_.resize(out_.words_.size());
    }
    auto& memberships = out_.memberships_[index];
    const auto same =
        std::find_if(memberships.begin(), memberships.end(),
                     [&](const language::membership& m) { return m.word_class == word_class; });
    if (same == memberships.end()) {
      memberships.push_back({static_cast<std::uint32_t>(word_class), value, folded != form});
    } else {
      same->capital_only &= folded != form;
    }
    return e;
  }

  result<table> open_table(std::string_view name, std::size_t least, std::size_t most) {
    const auto found = out_.files_.find(name);
    if (found == out_.files_.end()) {
      return zeitstrahl::error{error_kind::io, std::string(name),
                               "the table is missing; it belongs in the language's folder"};
    }
    return parse_table(name, found->second, least, most);
  }

  failure read_lexicon() {
    const result<table> rows = open_table(lexicon_file, 3, 3);
    if (!rows) return rows.error();
    for (const table_row& row : rows->rows) {
      if (row.columns[0] == noun_rows) {
        for (const std::string_view name : split(row.columns[2], " ")) {
          noun_classes_.insert(class_of(name));
        }
        noun_row_ = rows->where(row);
        continue;
      }
      const std::size_t id = class_of(row.columns[0]);
      lexicon_rows_.try_emplace(id, rows->where(row));
      if (shapes_.contains(id)) return rows->fault(row, "the class is a shape of the engine's");
      const auto value = read_value(row.columns[1]);
      if (!value) {
        return rows->fault(row, "unknown value \"" + std::string(row.columns[1]) +
                                    "\"; write a number, a value's name or -");
      }
      const std::vector<std::string> forms = expand_forms(row.columns[2]);
      if (forms.empty()) return rows->fault(row, "no words, or a bracket that is not closed");
      for (const std::string& form : forms) {
        add_word(id, form, *value);
        if (row.columns[0] == joiner_class) out_.words_.set_number_joiner(form);
      }
    }
    return std::nullopt;
  }

  // Every class is asked for, by a pattern or by the engine, and all that the engine asks for are
  // there.
  failure check_classes() {
    std::set<std::size_t> asked = noun_classes_;
    for (std::size_t i = 0; i < engine_class_names.size(); ++i) {
      const auto found = lexicon_rows_.find(class_of(engine_class_names[i]));
      if (found == lexicon_rows_.end()) {
        return zeitstrahl::error{error_kind::bad_input, std::string(lexicon_file),
                                 "the class " + std::string(engine_class_names[i]) +
                                     " is missing, which the engine asks for; add a row with its "
                                     "words"};
      }
      out_.engine_classes_[i] = found->first;
      asked.insert(found->first);
    }
    std::vector<std::size_t> named;
    for (const auto* trees : {&rule_trees_, &frame_trees_, &join_trees_}) {
      for (const pattern_tree& tree : *trees) collect_classes(tree, named);
    }
    for (const auto& [name, tree] : names_.defined) collect_classes(tree, named);
    asked.insert(named.begin(), named.end());
    for (const auto& [word_class, where] : lexicon_rows_) {
      if (asked.contains(word_class)) continue;
      return zeitstrahl::error{error_kind::bad_input, where,
                               "no row asks for the class " + out_.class_names_[word_class] +
                                   "; name it in a pattern, or drop its words"};
    }
    for (const std::size_t word_class : noun_classes_) {
      if (lexicon_rows_.contains(word_class)) continue;
      return zeitstrahl::error{error_kind::bad_input, noun_row_,
                               "the class of nouns " + out_.class_names_[word_class] +
                                   " has no words; correct its name or drop it"};
    }
    return std::nullopt;
  }

  failure read_abbreviations() {
    const result<table> rows = open_table(abbreviations_file, 1, 1);
    if (!rows) return rows.error();
    for (const table_row& row : rows->rows) {
      for (std::string_view word : split(row.columns[0], " ")) {
        if (word.ends_with('*')) {
          word.remove_suffix(1);
          words_too_.push_back(fold_case(word));
        }
        out_.words_.add(fold_case(word));
        abbreviations_.push_back(fold_case(word));
      }
    }
    return std::nullopt;
  }

  // A rule with how many days it lasts: "jewish-163*8".
  static std::optional<holiday_rule> read_holiday(std::string_view text) {
    const auto star = text.find('*');
    std::optional<holiday_rule> out = read_holiday_rule(text.substr(0, star));
    if (!out || star == text.npos) return out;
    const auto days = read_number(text.substr(star + 1));
    if (!days || *days < 1) return std::nullopt;
    out->days = static_cast<int>(*days);
    return out;
  }

  // "05-01", "easter+39", "advent-11", "05#2/7" (the second Sunday of May), "islamic10-01".
  static std::optional<holiday_rule> read_holiday_rule(std::string_view text) {
    const auto number = [](std::string_view digits) -> std::optional<int> {
      if (digits.starts_with('+')) digits.remove_prefix(1);
      const auto value = read_number(digits);
      return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    };
    holiday_rule out;
    for (const auto& [word, kind] :
         {std::pair{std::string_view("easter"), holiday_rule::kind::easter},
          {std::string_view("advent"), holiday_rule::kind::advent},
          {std::string_view("pascha"), holiday_rule::kind::pascha},
          {std::string_view("jewish"), holiday_rule::kind::jewish},
          {std::string_view("chinese"), holiday_rule::kind::chinese}}) {
      if (!text.starts_with(word)) continue;
      const auto days = text == word ? std::optional<int>(0) : number(text.substr(word.size()));
      if (!days) return std::nullopt;
      out.is = kind;
      out.number = *days;
      return out;
    }
    constexpr std::string_view islamic = "islamic";
    if (text.starts_with(islamic)) {
      out.is = holiday_rule::kind::islamic;
      text.remove_prefix(islamic.size());
    }
    if (text.size() < 5) return std::nullopt;
    const auto month = number(text.substr(0, 2));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    out.month = *month;
    if (text[2] == '#' && text.size() == 6 && text[4] == '/') {
      const auto n = number(text.substr(3, 1));
      const auto weekday = number(text.substr(5, 1));
      if (!n || !weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
      out.is = holiday_rule::kind::weekday;
      out.number = *n;
      out.weekday = *weekday;
      return out;
    }
    const auto day = number(text.substr(3));
    if (text[2] != '-' || !day || !is_valid({2000, *month, *day})) return std::nullopt;
    out.number = *day;
    return out;
  }

  static pattern_tree class_node(std::size_t word_class) {
    auto node = std::make_shared<pattern_node>();
    node->is = pattern_node::kind::word_class;
    node->classes = {word_class};
    return node;
  }

  // "Heilige(|r|n)_Abend", and the value of each of its phrases.  Phrases share classes by the
  // place of the word, those of two words apart from longer ones; words that together are no
  // phrase have no value, and match_expressions passes over them.
  pattern_tree read_phrase(std::string_view forms, double value) {
    auto sequence = std::make_shared<pattern_node>();
    std::vector<std::string> keys = {""};
    const std::vector<std::string_view> words = split(forms, "_");
    for (const std::string_view word : words) {
      const char* const of = words.size() == 2 ? "_OF_2" : "";
      const std::size_t id = class_of(
          word == "-" ? "HYPHEN" : "HOLIDAY_" + std::to_string(sequence->parts.size() + 1) + of);
      std::vector<std::string> longer;
      for (const std::string& form : expand_forms(word)) {
        if (word != "-") add_word(id, form, absent);
        for (const std::string& key : keys) {
          longer.push_back(key + (key.empty() ? "" : " ") + fold_case(form));
        }
      }
      sequence->parts.push_back(class_node(id));
      keys = std::move(longer);
    }
    for (const std::string& key : keys) out_.phrases_[key] = value;
    return sequence;
  }

  failure read_holidays() {
    const result<table> rows = open_table(holidays_file, 3, 3);
    if (!rows) return rows.error();
    const std::size_t id = class_of(holiday_class);
    auto choice = std::make_shared<pattern_node>();
    choice->is = pattern_node::kind::choice;
    choice->parts.push_back(class_node(id));
    for (const table_row& row : rows->rows) {
      auto holiday = read_holiday(row.columns[1]);
      if (!holiday) {
        return rows->fault(
            row, "cannot read the rule \"" + std::string(row.columns[1]) +
                     "\"; write 05-01, easter+39, advent+7, 05#2/7, islamic10-01 or jewish+9*2");
      }
      holiday->name = row.columns[0];
      const auto index = static_cast<double>(out_.holidays_.size());
      out_.holidays_.push_back(*holiday);
      for (const std::string_view forms : split(row.columns[2], " ")) {
        if (expand_forms(forms).empty()) {
          return rows->fault(row, "a bracket that is not closed");
        }
        if (forms.starts_with('+')) {
          const std::size_t counted = class_of(counted_holiday_class);
          for (const std::string& form : expand_forms(forms.substr(1))) {
            add_word(counted, form, index);
          }
        } else if (forms.find('_') == forms.npos) {
          for (const std::string& form : expand_forms(forms)) add_word(id, form, index);
        } else {
          choice->parts.push_back(read_phrase(forms, index));
        }
      }
    }
    names_.defined["HOLIDAY"] = choice;
    return std::nullopt;
  }

  struct parsed_row {
    pattern_tree tree;
    std::vector<example> examples;
  };

  result<parsed_row> read_pattern_row(const table& rows, const table_row& row) {
    const result<pattern_tree> tree = parse_pattern(row.columns[1], names_);
    if (!tree) return rows.fault(row, tree.error().message);
    parsed_row out{*tree, {}};
    if (row.columns.size() < 4) return out;
    for (const std::string_view text : split(row.columns[3], " ; ")) {
      const result<example> read = read_example(text);
      if (!read) return rows.fault(row, read.error().message);
      out.examples.push_back(*read);
    }
    return out;
  }

  failure define(const table& rows, const table_row& row) {
    const std::string name(trimmed(row.columns[0].substr(std::string_view("define").size())));
    const result<pattern_tree> tree = parse_pattern(row.columns[1], names_);
    if (!tree) return rows.fault(row, tree.error().message);
    if (names_.defined.contains(name) || out_.classes_.contains(name)) {
      return rows.fault(row, "the name \"" + name + "\" is taken");
    }
    names_.defined[name] = *tree;
    return std::nullopt;
  }

  static bool has_extent(const pattern_tree& tree) {
    return tree->is == pattern_node::kind::extent ||
           std::any_of(tree->parts.begin(), tree->parts.end(), has_extent);
  }

  static pattern_tree wrap(pattern_node::kind kind, std::vector<pattern_tree> parts,
                           char repeat = 0) {
    auto node = std::make_shared<pattern_node>();
    node->is = kind;
    node->repeat = repeat;
    node->parts = std::move(parts);
    return node;
  }

  pattern_tree with_left_context(const pattern_tree& tree) const {
    const auto left = names_.defined.find(left_context_name);
    if (left == names_.defined.end()) return tree;
    using kind = pattern_node::kind;
    return wrap(kind::sequence, {wrap(kind::repeat, {left->second}, '*'),
                                 has_extent(tree) ? tree : wrap(kind::extent, {tree})});
  }

  failure read_rules() {
    const result<table> rows = open_table(rules_file, 2, 4);
    if (!rows) return rows.error();
    std::set<std::string_view> seen;
    for (const table_row& row : rows->rows) {
      if (row.columns[0].starts_with("define ")) {
        if (failure problem = define(*rows, row)) return problem;
        continue;
      }
      if (row.columns[0].starts_with("join ")) {
        if (failure problem = read_join(*rows, row)) return problem;
        continue;
      }
      if (row.columns.size() != 4) {
        return rows->fault(row, "a rule needs four columns: name, pattern, meaning, examples");
      }
      if (!seen.insert(row.columns[0]).second) {
        return rows->fault(row, "the name \"" + std::string(row.columns[0]) + "\" is taken");
      }
      result<parsed_row> parsed = read_pattern_row(*rows, row);
      if (!parsed) return parsed.error();
      rule r;
      r.name = row.columns[0];
      r.where = rows->where(row);
      r.meaning_text = row.columns[2];
      r.examples = std::move(parsed->examples);
      out_.rules_.push_back(std::move(r));
      rule_trees_.push_back(with_left_context(parsed->tree));
      rule_rows_.push_back(row);
    }
    rule_table_ = *rows;
    if (out_.rules_.empty()) {
      return zeitstrahl::error{error_kind::bad_input, std::string(rules_file),
                               "there is no rule in it; copy the built-in table and edit that"};
    }
    return std::nullopt;
  }

  // join range	"bis" ("zum" | ARTICLE)?
  failure read_join(const table& rows, const table_row& row) {
    static constexpr std::pair<std::string_view, join_kind> kinds[] = {
        {"join inside", join_kind::inside},
        {"join range", join_kind::range},
        {"join list", join_kind::list}};
    const auto* const kind = std::find_if(std::begin(kinds), std::end(kinds),
                                          [&](const auto& k) { return k.first == row.columns[0]; });
    if (kind == std::end(kinds)) {
      return rows.fault(row, "write join inside, join range or join list");
    }
    const result<pattern_tree> tree = parse_pattern(row.columns[1], names_);
    if (!tree) return rows.fault(row, tree.error().message);
    join_rows_.push_back({rows.where(row), {}});
    join_trees_.push_back(*tree);
    join_kinds_.push_back(kind->second);
    return std::nullopt;
  }

  failure read_frames() {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(frame_kind::count_)>
        kinds = {"during",     "since",     "until", "from",      "between",  "before",
                 "after",      "ago",       "ahead", "until_ago", "ago_from", "ahead_from",
                 "before_day", "after_day", "up_to", "within"};
    const result<table> rows = open_table(frames_file, 2, 4);
    if (!rows) return rows.error();
    for (const table_row& row : rows->rows) {
      if (row.columns[0].starts_with("define ")) {
        if (failure problem = define(*rows, row)) return problem;
        continue;
      }
      if (row.columns.size() != 4) {
        return rows->fault(row, "a frame needs four columns: name, pattern, relation, examples");
      }
      const auto kind = std::find(kinds.begin(), kinds.end(), row.columns[2]);
      if (kind == kinds.end()) {
        return rows->fault(row, "unknown relation \"" + std::string(row.columns[2]) + "\"");
      }
      result<parsed_row> parsed = read_pattern_row(*rows, row);
      if (!parsed) return parsed.error();
      frame f;
      f.name = row.columns[0];
      f.where = rows->where(row);
      f.kind = static_cast<frame_kind>(kind - kinds.begin());
      f.examples = std::move(parsed->examples);
      out_.frames_.push_back(std::move(f));
      frame_trees_.push_back(parsed->tree);
    }
    return std::nullopt;
  }

  // Gives words a byte by the nodes of patterns that can match them: words that no row
  // tells apart share one.
  void assign_symbols() {
    add_nouns();
    std::set<std::vector<std::size_t>> sets = {{class_of(cardinal_class)}};
    for (const auto& trees : {rule_trees_, frame_trees_, join_trees_}) {
      for (const pattern_tree& tree : trees) collect_class_sets(tree, sets);
    }
    class_sets_.assign(sets.begin(), sets.end());
    sets_of_class_.resize(out_.class_names_.size());
    for (std::size_t i = 0; i < class_sets_.size(); ++i) {
      for (const std::size_t word_class : class_sets_[i]) sets_of_class_[word_class].push_back(i);
    }
    out_.memberships_.resize(out_.words_.size());
    number_symbols();
    number_word_symbol_ =
        symbol_for({{static_cast<std::uint32_t>(class_of(cardinal_class))}}, true);
    for (std::size_t i = 0; i < out_.words_.size(); ++i) {
      const vocabulary::index index(i);
      word_entry& e = out_.words_[index];
      const symbol_code lower = symbol_for(out_.memberships_[index], false);
      const symbol_code capital = symbol_for(out_.memberships_[index], true);
      if (lower != 0) e.lower = lower;
      if (capital != 0) e.capital = capital;
    }
    out_.words_.finish();
    collect_symbols_of_sets();
  }

  // A word of a class of nouns is a noun like any other that no table has.
  void add_nouns() {
    const auto noun = static_cast<std::uint32_t>(class_of(noun_shape));
    for (auto& memberships : out_.memberships_) {
      const bool is_noun = std::any_of(
          memberships.begin(), memberships.end(),
          [&](const language::membership& m) { return noun_classes_.contains(m.word_class); });
      if (is_noun) memberships.push_back({noun, 0, true});
    }
  }

  // Numbers the sets of classes that words have.  Short words are frequent (Zipf, "The
  // Psycho-Biology of Language", 1935): their symbols come first, and are one byte.
  void number_symbols() {
    std::map<std::set<std::size_t>, std::size_t> shortest;
    const auto note = [&](const std::set<std::size_t>& key, std::size_t size) {
      if (key.empty()) return;
      const auto [found, is_new] = shortest.try_emplace(key, size);
      if (!is_new) found->second = std::min(found->second, size);
    };
    note(key_of({{static_cast<std::uint32_t>(class_of(cardinal_class))}}, true), 1);
    for (std::size_t i = 0; i < out_.words_.size(); ++i) {
      const vocabulary::index index(i);
      for (const bool capital : {false, true}) {
        note(key_of(out_.memberships_[index], capital), out_.words_.text(index).size());
      }
    }
    std::vector<std::pair<std::size_t, std::set<std::size_t>>> ordered;
    for (const auto& [key, size] : shortest) ordered.emplace_back(size, key);
    std::sort(ordered.begin(), ordered.end());
    for (const auto& [size, key] : ordered) {
      symbols_[key] = static_cast<symbol_code>(first_word_symbol + symbols_.size());
    }
  }

  // The symbol of words with these classes, or 0 where no pattern names any of them.
  symbol_code symbol_for(const std::vector<language::membership>& memberships, bool capital) const {
    const auto found = symbols_.find(key_of(memberships, capital));
    return found == symbols_.end() ? symbol_code{0} : found->second;
  }

  // The sets that patterns tell apart in which words with these classes are.
  std::set<std::size_t> key_of(const std::vector<language::membership>& memberships,
                               bool capital) const {
    std::set<std::size_t> key;
    for (const language::membership& m : memberships) {
      if (!capital && m.capital_only) continue;
      key.insert(sets_of_class_[m.word_class].begin(), sets_of_class_[m.word_class].end());
    }
    return key;
  }

  void collect_symbols_of_sets() {
    symbols_of_sets_.resize(class_sets_.size());
    for (const auto& [key, symbol] : symbols_) {
      for (const std::size_t set : key) symbols_of_sets_[set].set(symbol);
    }
    for (std::size_t i = 0; i < class_sets_.size(); ++i) {
      for (const std::size_t word_class : class_sets_[i]) {
        const auto shape = shapes_.find(word_class);
        if (shape == shapes_.end()) continue;
        for (const std::uint8_t symbol : shape->second->symbols) symbols_of_sets_[i].set(symbol);
      }
    }
  }

  symbol_set symbols_of(const std::vector<std::size_t>& classes) const {
    const auto set = std::lower_bound(class_sets_.begin(), class_sets_.end(), classes);
    return symbols_of_sets_[static_cast<std::size_t>(set - class_sets_.begin())];
  }

  void make_hints() {
    sentence_hints& hints = out_.hints_;
    hints.number_word = number_word_symbol_;
    hints.abbreviation.resize(out_.words_.size());
    hints.starter.resize(out_.words_.size());
    hints.word_too.resize(out_.words_.size());
    hints.before_ordinal.resize(out_.words_.size());
    for (const std::string& word : abbreviations_) {
      if (const auto known = out_.words_.find(word).get()) hints.abbreviation[*known] = true;
    }
    for (const std::string& word : words_too_) {
      if (const auto known = out_.words_.find(word).get()) hints.word_too[*known] = true;
    }
    const std::size_t starter = class_of(starter_class);
    const std::size_t before_ordinal = class_of(before_ordinal_class);
    for (std::size_t i = 0; i < out_.words_.size(); ++i) {
      hints.starter[vocabulary::index(i)] = out_.is(vocabulary::index(i), starter);
      hints.before_ordinal[vocabulary::index(i)] = out_.is(vocabulary::index(i), before_ordinal);
    }
  }

  // Compiles the patterns of rows and refuses those that match nothing or come twice.
  template <class Row>
  failure compile(const std::vector<pattern_tree>& trees, std::vector<Row>& rows, matcher& into) {
    std::vector<compiled_pattern> patterns;
    pattern_starts starts;
    std::map<std::string, std::string> seen;
    const symbols_function symbols = [this](const std::vector<std::size_t>& classes) {
      return symbols_of(classes);
    };
    for (std::size_t i = 0; i < trees.size(); ++i) {
      rows[i].pattern = compile_pattern(trees[i], symbols);
      starts.add(trees[i], symbols);
      const auto [first, is_new] = seen.try_emplace(rows[i].pattern.plain, rows[i].where);
      if (!is_new) {
        return zeitstrahl::error{error_kind::bad_input, rows[i].where,
                                 "the row matches what " + first->second +
                                     " matches and can never win; drop one of them"};
      }
      patterns.push_back(rows[i].pattern);
    }
    result<matcher> compiled = matcher::compile(patterns, starts);
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

  failure compile_rules() {
    if (failure problem = compile(rule_trees_, out_.rules_, out_.rule_matcher_)) return problem;
    for (std::size_t i = 0; i < out_.rules_.size(); ++i) {
      if (failure problem = read_calls(rule_rows_[i], out_.rules_[i])) return problem;
    }
    return std::nullopt;
  }

  failure compile_frames() {
    if (failure problem = compile(frame_trees_, out_.frames_, out_.frame_matcher_)) return problem;
    for (const frame& f : out_.frames_) {
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

  failure compile_joins() {
    for (std::size_t i = 0; i < join_trees_.size(); ++i) {
      std::vector<join_row> row = {join_rows_[i]};
      matcher compiled;
      if (failure problem = compile({join_trees_[i]}, row, compiled)) return problem;
      out_.joins_.emplace_back(join_kinds_[i], std::move(compiled));
    }
    return std::nullopt;
  }

  failure read_calls(const table_row& row, rule& r) {
    std::vector<bool> used(r.pattern.slots.size());
    for (const std::string_view text : split(row.columns[2], ";")) {
      result<meaning_call> call = read_call(row, r, text, used);
      if (!call) return call.error();
      r.calls.push_back(*call);
    }
    const auto unused = std::find(used.begin(), used.end(), false);
    if (unused != used.end()) {
      return rule_table_.fault(row, "the meaning does not use the slot \"" +
                                        r.pattern.slots[unused - used.begin()].name + "\"");
    }
    const std::size_t extents = std::max<std::size_t>(1, r.pattern.extents.size());
    if (r.calls.size() != extents) {
      return rule_table_.fault(row, "the pattern has " + std::to_string(extents) +
                                        " extents, the meaning " + std::to_string(r.calls.size()) +
                                        " calls");
    }
    return std::nullopt;
  }

  result<meaning_call> read_call(const table_row& row, const rule& r, std::string_view text,
                                 std::vector<bool>& used) {
    const auto open = text.find('(');
    if (open == text.npos || !text.ends_with(')')) {
      return rule_table_.fault(row, "write the meaning as name(arguments)");
    }
    const std::string_view name = trimmed(text.substr(0, open));
    const auto what = find_meaning(name);
    if (!what) return rule_table_.fault(row, "unknown meaning \"" + std::string(name) + "\"");
    const auto arguments = split(text.substr(open + 1, text.size() - open - 2), ",");
    const meaning_signature& signature = meaning_signatures[static_cast<std::size_t>(*what)];
    meaning_call out;
    out.what = *what;
    std::uint64_t given = 0;
    for (const std::string_view written : arguments) {
      result<bound_argument> a = read_argument(row, r, written, signature, used);
      if (!a) return a.error();
      if (a->name == argument_name::feast && out_.holidays_.empty()) {
        return rule_table_.fault(row, "it names a feast, and holidays.tsv has none");
      }
      const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(a->name);
      if (given & bit) {
        return rule_table_.fault(row, "the argument \"" + std::string(written) + "\" comes twice");
      }
      given |= bit;
      out.arguments.push_back(*a);
    }
    if ((given & signature.required) != signature.required) {
      return rule_table_.fault(
          row, std::string(name) + " also needs " + names_in(signature.required & ~given));
    }
    if (signature.one_of != 0 && !(given & signature.one_of)) {
      return rule_table_.fault(row,
                               std::string(name) + " needs one of " + names_in(signature.one_of));
    }
    add_modifier(r, out, used);
    return out;
  }

  // A slot named "mod" modifies the expression in which it stands, whatever that means.
  static void add_modifier(const rule& r, meaning_call& call, std::vector<bool>& used) {
    for (std::size_t i = 0; i < r.pattern.slots.size(); ++i) {
      if (r.pattern.slots[i].name != "mod") continue;
      call.arguments.push_back({argument_name::mod, static_cast<int>(i), absent, false});
      used[i] = true;
    }
  }

  static std::string names_in(std::uint64_t arguments) {
    std::string out;
    for (std::size_t i = 0; i < argument_count; ++i) {
      if (!(arguments >> i & 1)) continue;
      out += (out.empty() ? "" : ", ") + std::string(argument_types[i].name);
    }
    return out.empty() ? "none" : out;
  }

  // "day=d", "day=1", "minute=-m", "unit=year"; "day" is short for "day=day".
  result<bound_argument> read_argument(const table_row& row, const rule& r,
                                       std::string_view written, const meaning_signature& signature,
                                       std::vector<bool>& used) {
    const auto equals = written.find('=');
    const std::string_view name = trimmed(written.substr(0, equals));
    std::string_view word = equals == written.npos ? name : trimmed(written.substr(equals + 1));
    const auto found = find_argument(name);
    if (!found) {
      return rule_table_.fault(
          row, "unknown argument \"" + std::string(name) + "\"; write name=slot or name=value");
    }
    if (!(signature.arguments >> static_cast<int>(*found) & 1)) {
      return rule_table_.fault(row, std::string(signature.name) + " takes no argument \"" +
                                        std::string(written) + "\"; it takes " +
                                        names_in(signature.arguments));
    }
    bound_argument out;
    out.name = *found;
    const argument_type& type = argument_types[static_cast<std::size_t>(*found)];
    if (const auto number = read_number(word)) {
      out.value = *number;
    } else {
      if (word.starts_with('-')) {
        out.negated = true;
        word.remove_prefix(1);
      }
      const auto slot =
          std::find_if(r.pattern.slots.begin(), r.pattern.slots.end(),
                       [&](const compiled_pattern::slot& s) { return s.name == word; });
      if (slot != r.pattern.slots.end()) {
        out.slot = static_cast<int>(slot - r.pattern.slots.begin());
        used[static_cast<std::size_t>(out.slot)] = true;
        if (failure problem = check_values(row, *slot, type, out.negated)) return *problem;
        return out;
      }
      const auto value = find_value(word);
      if (!value) {
        return rule_table_.fault(
            row, "\"" + std::string(word) + "\" is neither a slot of the pattern nor a value");
      }
      out.value = *value;
    }
    if (out.value < type.least || out.value > type.most) {
      return rule_table_.fault(row, range_message(type, std::string(word)));
    }
    return out;
  }

  static std::string range_message(const argument_type& type, const std::string& value) {
    const auto number = [](double n) { return std::to_string(static_cast<long long>(n)); };
    return "\"" + value + "\" is no " + std::string(type.name) + "; it goes from " +
           number(type.least) + " to " + number(type.most);
  }

  static std::string format_value(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
  }

  // The least and the greatest value of the words of a class; none where it has no words.
  std::vector<double> values_of(std::size_t word_class) {
    if (class_values_.empty()) {
      class_values_.resize(out_.class_names_.size());
      for (const auto& memberships : out_.memberships_) {
        for (const language::membership& m : memberships) {
          std::vector<double>& values = class_values_[m.word_class];
          if (!is_given(m.value)) continue;
          if (values.empty()) values = {m.value, m.value};
          values[0] = std::min(values[0], m.value);
          values[1] = std::max(values[1], m.value);
        }
      }
    }
    return class_values_[word_class];
  }

  // Each value that the slot's words may have must be one of the argument's.
  failure check_values(const table_row& row, const compiled_pattern::slot& slot,
                       const argument_type& type, bool negated) {
    for (const std::size_t word_class : slot.classes) {
      if (const auto shape = shapes_.find(word_class); shape != shapes_.end()) {
        const shape_class& s = *shape->second;
        if (s.most < s.least) continue;  // no number
        if (s.least < type.least || s.most > type.most) {
          return rule_table_.fault(row, "the slot \"" + slot.name + "\", " + std::string(s.name) +
                                            ", holds numbers that are no " +
                                            std::string(type.name));
        }
        continue;
      }
      if (out_.class_names_[word_class] == cardinal_class) continue;  // of any size
      for (const double value : values_of(word_class)) {
        const double bound = negated ? -value : value;
        if (bound >= type.least && bound <= type.most) continue;
        return rule_table_.fault(row, "the slot \"" + slot.name + "\" holds words of " +
                                          out_.class_names_[word_class] + ": " +
                                          range_message(type, format_value(value)));
      }
    }
    return std::nullopt;
  }

  language& out_;
  pattern_names names_;
  std::map<std::size_t, const shape_class*> shapes_;
  std::vector<std::string> abbreviations_;
  std::map<std::size_t, std::string> lexicon_rows_;  // the first of each class
  std::set<std::size_t> noun_classes_;
  std::vector<std::string> words_too_;  // those of them that are words of their own as well
  std::string noun_row_;
  table rule_table_;
  std::vector<table_row> rule_rows_;
  std::vector<pattern_tree> rule_trees_;
  std::vector<std::vector<double>> class_values_;  // see values_of
  std::vector<pattern_tree> frame_trees_;
  struct join_row {
    std::string where;
    compiled_pattern pattern;
  };
  std::vector<join_row> join_rows_;
  std::vector<pattern_tree> join_trees_;
  std::vector<join_kind> join_kinds_;
  std::vector<std::vector<std::size_t>> class_sets_;     // of the patterns' nodes, ascending
  std::vector<std::vector<std::size_t>> sets_of_class_;  // indexes into class_sets_
  std::vector<symbol_set> symbols_of_sets_;              // by index into class_sets_
  std::map<std::set<std::size_t>, symbol_code> symbols_;
  symbol_code number_word_symbol_ = 0;
};

result<std::shared_ptr<const language>> language::build(std::string_view name,
                                                        std::span<const table_file> files) {
  auto out = std::make_shared<language>();
  out->name_ = name;
  if (const auto problem = language_builder(*out).run(files)) return *problem;
  return std::shared_ptr<const language>(std::move(out));
}

std::string_view language::file(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? std::string_view() : found->second;
}

std::size_t language::find_class(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? no_class : found->second;
}

double language::value(vocabulary::maybe_index entry, std::size_t word_class, bool capital) const {
  const auto known = entry.get();
  if (!known) return absent;
  for (const membership& m : memberships_[*known]) {
    if (m.word_class == word_class) return capital || !m.capital_only ? m.value : absent;
  }
  return absent;
}

bool language::is_join(std::string_view symbols, join_kind kind) const {
  return std::any_of(joins_.begin(), joins_.end(), [&](const auto& join) {
    return join.first == kind && join.second.matching(symbols);
  });
}

double language::value_in(const token& t, const std::vector<std::size_t>& classes) const {
  if (t.is == token::number) return static_cast<double>(t.value);
  if (!t.entry) {
    return t.is == token::word && t.value != 0 ? static_cast<double>(t.value) : absent;
  }
  for (const std::size_t word_class : classes) {
    const double found = value(t.entry, word_class, t.flags & token::capital);
    if (found != absent) return found;
  }
  return absent;
}

double language::phrase_value(std::string_view folded) const {
  const auto found = phrases_.find(folded);
  return found == phrases_.end() ? absent : found->second;
}

}  // namespace zeitstrahl
