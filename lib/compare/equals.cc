#include "compare/equals.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "claim/matter.h"
#include "lang/table.h"

namespace zeitstrahl {
namespace {

const word_meaning nothing;
constexpr std::size_t least_bare = 3;  // bytes before an ending

std::string joined(std::string_view first, std::string_view second) {
  return (std::string(first) += '_') += second;
}

}  // namespace

// Reads the rows; the first fault stays.
class equal_words_builder {
 public:
  explicit equal_words_builder(const language& tables) : tables_(tables), stemmer_(tables.name()) {}

  result<equal_words> build() {
    if (auto problem = read("equals.tsv", true)) return *problem;
    if (auto problem = read("claims.tsv", false)) return *problem;
    for (auto& [stem, m] : out_.words_) {
      if (m.key.empty()) continue;
      m.once = once_.contains(m.key);
      m.tells = tells_.contains(m.key);
      if (const auto other = counters_.find(m.key); other != counters_.end()) {
        m.counter = other->second;
      }
      if (const auto kin = families_.find(m.key); kin != families_.end()) m.family = kin->second;
      out_.rows_[m.key] = m;
    }
    for (const auto& [pair, row] : together_) {
      out_.together_[joined(pair.first, key_of(stem_of(pair.second)))] = row;
    }
    return std::move(out_);
  }

 private:
  std::optional<zeitstrahl::error> read(std::string_view name, bool own) {
    const result<table> rows = parse_table(name, tables_.file(name), 3, 3);
    if (!rows) return rows.error();
    for (const table_row& row : rows->rows) {
      const std::string_view kind = own ? row.columns[0] : "equals";
      if (!own && row.columns[0] != "same_matter") continue;
      const std::vector<std::string> words = expand_forms(row.columns[2]);
      if (const std::string* twice = told_otherwise(kind, row.columns[1], words)) {
        return rows->fault(row, "the word \"" + *twice + "\" stands in another row, too");
      }
      if (!add(kind, row.columns[1], words)) {
        return rows->fault(row, "no kind \"" + std::string(kind) +
                                    "\"; the kinds are listed at the head of the table");
      }
    }
    return std::nullopt;
  }

  // A word that has another meaning by a row above.
  const std::string* told_otherwise(std::string_view kind, std::string_view name,
                                    const std::vector<std::string>& words) const {
    if (!is_meaning(kind)) return nullptr;
    const auto found = std::find_if(words.begin(), words.end(), [&](const std::string& w) {
      const auto known = out_.words_.find(stem_of(fold_case(w)));
      return known != out_.words_.end() && !known->second.key.empty() && known->second.key != name;
    });
    return found == words.end() ? nullptr : &*found;
  }

  static bool is_meaning(std::string_view kind) {
    return kind == "equals" || kind == "name" || kind == "land" || kind == "thing";
  }

  std::string stem_of(std::string_view folded) const {
    return std::string(out_.bare(stemmer_.stem(folded)));
  }

  bool add(std::string_view kind, std::string_view name, const std::vector<std::string>& words) {
    if (kind == "once") {
      once_.insert(words.begin(), words.end());
      return true;
    }
    if (kind == "tells") {
      tells_.insert(words.begin(), words.end());
      return true;
    }
    if (kind == "again") {
      for (const std::string& w : words) {
        out_.again_.insert(fold_case(w));
        out_.again_.insert(stem_of(fold_case(w)));
      }
      return true;
    }
    if (kind == "ending") {
      out_.endings_.insert(out_.endings_.end(), words.begin(), words.end());
      return true;
    }
    if (kind == "opposite") {
      for (const std::string& w : words) {
        counters_[std::string(name)] = w;
        counters_[w] = name;
      }
      return true;
    }
    if (kind == "family") {
      for (const std::string& w : words) families_[w] = name;
      return true;
    }
    if (kind == "phrase") {
      for (const std::string& w : words) out_.phrases_[w] = name;
      return true;
    }
    if (kind == "with") {
      for (const std::string& w : words) {
        const std::string folded = fold_case(w);
        const std::size_t joint = folded.find('_');
        if (joint == std::string::npos) return false;
        together_.emplace_back(
            std::pair(stem_of(folded.substr(0, joint)), folded.substr(joint + 1)), name);
      }
      return true;
    }
    if (kind == "ends") {
      for (const std::string& w : words) out_.ends_[w] = name;
      return true;
    }
    if (kind == "ordinal") {
      for (const std::string& w : words) out_.ordinals_[w] = name;
      return true;
    }
    if (const date_mark mark = mark_of(kind); mark != date_mark::none) {
      for (const std::string& w : words) out_.marks_[w] = mark;
      return true;
    }
    return std::all_of(words.begin(), words.end(), [&](const std::string& w) {
      const std::string folded = fold_case(w);
      word_meaning& m = out_.words_[stem_of(folded)];
      m.noun = m.noun || w != folded;
      return add_word(kind, name, m);
    });
  }

  // The name of a word's row, or the word itself.
  const std::string& key_of(const std::string& stem) const {
    const auto found = out_.words_.find(stem);
    return found == out_.words_.end() || found->second.key.empty() ? stem : found->second.key;
  }

  static date_mark mark_of(std::string_view kind) {
    if (kind == "change") return date_mark::change;
    if (kind == "former") return date_mark::former;
    if (kind == "target") return date_mark::target;
    return kind == "instead" ? date_mark::instead : date_mark::none;
  }

  static bool add_word(std::string_view kind, std::string_view name, word_meaning& m) {
    if (is_meaning(kind)) {
      m.key = name;
      m.name = kind == "name" || kind == "land";
      m.wide = kind == "land";
      m.thing = kind == "thing";
    } else if (kind == "begin") {
      m.begin = true;
    } else if (kind == "starts") {
      m.starts = true;
    } else if (kind == "end") {
      m.end = true;
    } else if (kind == "cancel") {
      m.cancel = true;
    } else if (kind == "plan") {
      m.plan = true;
    } else if (kind == "light") {
      m.light = true;
    } else {
      return false;
    }
    return true;
  }

  const language& tables_;
  word_stemmer stemmer_;
  std::set<std::string, std::less<>> once_;
  std::set<std::string, std::less<>> tells_;
  std::map<std::string, std::string, std::less<>> counters_;  // by the row, its opposite
  std::map<std::string, std::string, std::less<>> families_;  // by the row
  // A noun's stem and a verb, and the row that they mean together.
  std::vector<std::pair<std::pair<std::string, std::string>, std::string>> together_;
  equal_words out_;
};

result<equal_words> equal_words::build(const language& tables) {
  return equal_words_builder(tables).build();
}

const word_meaning* equal_words::phrase(std::string_view first, std::string_view second) const {
  if (phrases_.empty()) return nullptr;
  const auto found = phrases_.find(joined(first, second));
  return found == phrases_.end() ? nullptr : matter(found->second);
}

const word_meaning* equal_words::together(std::string_view noun, std::string_view verb) const {
  if (together_.empty()) return nullptr;
  for (std::size_t at = 0; at == 0 || at + least_row_head <= noun.size(); ++at) {
    if (0 < at && at < least_modifier) continue;
    const auto found = together_.find(joined(noun.substr(at), verb));
    if (found != together_.end()) return matter(found->second);
  }
  return nullptr;
}

std::string_view equal_words::end_of(std::string_view row) const {
  const auto found = ends_.find(row);
  return found == ends_.end() ? std::string_view{} : found->second;
}

const word_meaning* equal_words::matter(std::string_view row) const {
  const auto found = rows_.find(row);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string_view equal_words::bare(std::string_view stem) const {
  for (const std::string& e : endings_) {
    if (stem.size() >= least_bare + e.size() && stem.ends_with(e)) {
      return stem.substr(0, stem.size() - 1);
    }
  }
  return stem;
}

bool equal_words::comes_again(std::string_view word) const {
  for (std::size_t at = 0; at + least_row_head <= word.size(); ++at) {
    if (again_.contains(word.substr(at))) return true;
  }
  return false;
}

const word_meaning& equal_words::meaning(std::string_view stem) const {
  if (const auto found = words_.find(stem); found != words_.end()) return found->second;
  const std::string_view before = modifier(stem);
  return before.empty() ? nothing : words_.find(stem.substr(before.size()))->second;
}

std::string_view equal_words::modifier(std::string_view stem) const {
  if (words_.contains(stem)) return {};
  for (std::size_t at = least_modifier; at + least_row_head <= stem.size(); ++at) {
    const auto found = words_.find(stem.substr(at));
    if (found == words_.end() || found->second.name || !found->second.noun) continue;
    const word_meaning& head = found->second;
    if (!head.key.empty() || head.begin || head.end) return stem.substr(0, at);
  }
  return {};
}

date_mark equal_words::mark(std::string_view folded) const {
  const auto found = marks_.find(folded);
  return found == marks_.end() ? date_mark::none : found->second;
}

std::string_view equal_words::ordinal(std::string_view folded) const {
  const auto found = ordinals_.find(folded);
  return found == ordinals_.end() ? std::string_view{} : found->second;
}

}  // namespace zeitstrahl
