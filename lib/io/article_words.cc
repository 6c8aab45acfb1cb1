#include "io/article_words.h"

#include <charconv>
#include <memory>
#include <mutex>

#include "base/utf8.h"
#include "io/repair.h"
#include "lang/embedded.h"
#include "lang/table.h"

namespace zeitstrahl {
namespace {

void read_kinds(const table& rows, article_words& out) {
  constexpr std::string_view language = "language ";
  for (const table_row& row : rows.rows) {
    const std::string_view kind = row.columns[0];
    std::vector<std::string_view> words = split(row.columns[1], "|");
    if (kind.starts_with(language)) {
      out.languages.emplace_back(kind.substr(language.size()), std::move(words));
      for (const std::string_view word : out.languages.back().second) {
        out.language_of[word] |= 1u << (out.languages.size() - 1);
      }
    } else {
      out.kinds.emplace(kind, std::move(words));
    }
  }
}

void read_names(const table& rows, article_words& out) {
  for (const table_row& row : rows.rows) {
    if (row.columns.size() < 3) continue;
    const bool month = row.columns[0].starts_with("MONTH");
    const std::string_view kind = row.columns[0].substr(0, row.columns[0].find('_'));
    const bool whole = row.columns[0] == kind || row.columns[0].ends_with("_SHORT");
    if (!whole || (kind != "MONTH" && kind != "WEEKDAY")) continue;
    int number = 0;
    const std::string_view value = row.columns[1];
    std::from_chars(value.data(), value.data() + value.size(), number);
    for (const std::string& form : expand_forms(row.columns[2])) {
      const std::string word = fold_case(form.substr(0, form.find_first_of("~#")));
      if (!word.empty()) (month ? out.months : out.weekdays).emplace(word, number);
    }
  }
}

article_words load(std::string_view language) {
  article_words out;
  out.letters = accepted_letters(language);
  for (const embedded_file& file : embedded_language_files(language)) {
    const bool kinds = file.name == "articles.tsv";
    if (!kinds && file.name != "lexicon.tsv") continue;
    const result<table> rows = parse_table(file.name, file.content, 2, 16);
    if (!rows) continue;
    kinds ? read_kinds(*rows, out) : read_names(*rows, out);
  }
  return out;
}

}  // namespace

const article_words::words& article_words::of(std::string_view kind) const {
  static const words none;
  const auto found = kinds.find(kind);
  return found == kinds.end() ? none : found->second;
}

const article_words& article_words_of(std::string_view language) {
  static std::mutex one_at_a_time;
  static std::map<std::string, std::unique_ptr<const article_words>, std::less<>> loaded;
  const std::lock_guard<std::mutex> lock(one_at_a_time);
  const auto found = loaded.find(language);
  if (found != loaded.end()) return *found->second;
  return *loaded.emplace(language, std::make_unique<const article_words>(load(language)))
              .first->second;
}

}  // namespace zeitstrahl
