#include "compare/equals.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "lang/table.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t least_stem = 3;      // bytes that an ending leaves
constexpr std::size_t least_head = 5;      // bytes of a compound's head
constexpr std::size_t least_modifier = 3;  // and of what stands before it

const word_meaning nothing;

std::string with_spaces(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace

result<equal_words> equal_words::build(const language& tables) {
  equal_words out;
  const std::string_view content = tables.file("equals.tsv");
  const result<table> rows = parse_table("equals.tsv", content, 3, 3);
  if (!rows) return rows.error();
  const auto of_kind = [&](std::string_view kind, const auto& visit) {
    for (const table_row& row : rows->rows) {
      if (row.columns[0] == kind) visit(row.columns[1], split(row.columns[2], " "));
    }
  };
  of_kind("ending", [&](std::string_view, const std::vector<std::string_view>& words) {
    for (const std::string_view w : words) out.endings_.emplace_back(w.substr(1));
  });
  std::stable_sort(out.endings_.begin(), out.endings_.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  of_kind("letter", [&](std::string_view, const std::vector<std::string_view>& words) {
    if (words.size() == 2) out.letters_.emplace_back(words[0], words[1]);
  });

  std::set<std::string, std::less<>> once;
  of_kind("once", [&](std::string_view, const std::vector<std::string_view>& words) {
    once.insert(words.begin(), words.end());
  });
  const auto each = [&](std::string_view kind, const auto& mark) {
    of_kind(kind, [&](std::string_view name, const std::vector<std::string_view>& words) {
      for (const std::string_view w : words) {
        mark(out.words_[out.stem(fold_case(with_spaces(w)))], name);
      }
    });
  };
  each("equals", [&](word_meaning& m, std::string_view name) {
    m.key = name;
    m.once = once.contains(name);
  });
  each("name", [](word_meaning& m, std::string_view name) {
    m.key = name;
    m.name = true;
  });
  each("begin", [](word_meaning& m, std::string_view) { m.begin = true; });
  each("end", [](word_meaning& m, std::string_view) { m.end = true; });
  each("light", [](word_meaning& m, std::string_view) { m.light = true; });
  each("change", [](word_meaning& m, std::string_view) { m.change = true; });
  each("former", [](word_meaning& m, std::string_view) { m.former = true; });
  for (const table_row& row : rows->rows) {
    static const std::set<std::string_view> kinds = {
        "ending", "letter", "equals", "name", "once", "begin", "end", "light", "change", "former"};
    if (!kinds.contains(row.columns[0])) {
      return rows->fault(row, "no kind \"" + std::string(row.columns[0]) +
                                  "\"; the kinds are listed at the head of the table");
    }
  }
  return out;
}

std::string equal_words::stem(std::string_view folded) const {
  std::string out(folded);
  for (const auto& [from, to] : letters_) {
    for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size()) {
      out.replace(at, from.size(), to);
    }
  }
  for (const std::string& ending : endings_) {
    if (out.size() >= ending.size() + least_stem && out.ends_with(ending)) {
      out.resize(out.size() - ending.size());
      break;
    }
  }
  return out;
}

const word_meaning& equal_words::meaning(std::string_view stem) const {
  if (const auto found = words_.find(stem); found != words_.end()) return found->second;
  for (std::size_t at = least_modifier; at + least_head <= stem.size(); ++at) {
    const auto found = words_.find(stem.substr(at));
    if (found != words_.end() && !found->second.key.empty() && !found->second.name) {
      return found->second;
    }
  }
  return nothing;
}

}  // namespace zeitstrahl
