#include "tests/fuzz/text_maker.h"

#include <algorithm>
#include <memory>

#include "lang/language.h"
#include "zeitstrahl/language.h"

namespace zeitstrahl {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

void add_words(std::string_view table, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < table.size();) {
    const std::size_t begin = i;
    while (i < table.size() && is_letter(table[i])) ++i;
    if (i > begin) out.emplace_back(table.substr(begin, i - begin));
    if (i < table.size() && table[i] == '#') i = std::min(table.find('\n', i), table.size());
    ++i;
  }
}

// All words of the German tables, in order, each once.
const std::vector<std::string>& table_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> out;
    const auto german = built_in_language("de");
    if (!german) return out;
    const vocabulary& known = (*german)->words();
    for (std::size_t i = 0; i < known.size(); ++i) out.push_back(known.text(vocabulary::index(i)));
    add_words((*german)->file("claims.tsv"), out);
    add_words((*german)->file("verbs.tsv"), out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }();
  return words;
}

constexpr std::string_view glue[] = {"'", "\u2019", "-", "-", "/", "&", ".", "", "+", "\u00ad"};
constexpr std::string_view parts[] = {
    "A",    "L",        "O",     "Equipe", "Reilly", "Kelmara", "RWE",    "OpenAI", "U2",
    "4",    "2019",     "Chef",  "Peter",  "Werk",   "St",      "Dr",     "GmbH",   "von",
    "Łódź", "İzmir",    "Çelik", "ẞ",      "Ørsted", "Ελλάδα",  "Москва", "東京",   "ﷺ",
    "é",    "e\u0301",  "ﬁ",     "ǅ",      "🙂",   "C",       "Montag", "Mai",    "Berlin",
    "Ulm",  "\u200dab", "iPad",  "1.",     "5G",     "s"};
constexpr std::string_view marks[] = {
    ",",   ".",   ":",  ";",      "?", "!",   "...",   "\u2026", " -",     " \u2013", "\"", "'",
    "„",   "“",   "‚",  "‘",      "»", "«",   "(",     ")",      "[",      "]",       "/",  "%",
    " €",  "§",   "*",  "\u2022", "|", "<b>", "&amp;", "\\",     "\u00a0", "\u200b",  "\t", "+++",
    ".\"", "\",", "),", "',",     "¿", "،",   "。",    "\ufeff", "\u2028", "",        "",   ""};
constexpr std::string_view gaps[] = {" ", " ", " ", " ", " ", " ", " ", "\n", "\n\n", "  ", "\r\n"};
constexpr std::string_view shapes[] = {
    "#",         "#.",       "#.#.", "#.#.#", "#-#-#",        "#:#", "#.# Uhr",  "#/#",
    "#-#",       "#\u2013#", "#,#",  "#.#",   "'#",           "#er", "#-jährig", "#. bis #.",
    "# v. Chr.", "#/#/#",    "Q#/#", "#. KW", "#-#-#T#:#:#Z", "#%",  "# €",      "#'#"};
constexpr std::string_view heads[] = {"",
                                      "",
                                      "# ",
                                      "---\npublished: 2025-01-22\n---\n",
                                      "---\npublished: 2024-12-31\ntitle: T\n---\n\n",
                                      "Ulm (dpa) - "};

}  // namespace

void text_maker::add_word(std::string& out) {
  const auto& words = table_words();
  if (words.empty()) return;
  std::string word = words[choose_(words.size())];
  const std::size_t shape = choose_(8);
  const bool ascii = word.front() >= 'a' && word.front() <= 'z';
  if (shape < 3 && ascii) word.front() = static_cast<char>(word.front() - 'a' + 'A');
  if (shape == 7) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  }
  out += word;
  if (choose_(16) == 0) out += words[choose_(words.size())];
}

void text_maker::add_name(std::string& out) {
  out += one_of(parts);
  for (std::size_t more = choose_(4); more > 0; --more) {
    out += choose_(3) == 0 ? std::string_view(" ") : one_of(glue);
    if (choose_(3) == 0) {
      add_word(out);
    } else {
      out += one_of(parts);
    }
  }
}

void text_maker::add_number(std::string& out) {
  static constexpr std::size_t limits[] = {10, 13, 32, 100, 2100, 1000000};
  for (const char c : one_of(shapes)) {
    if (c != '#') {
      out += c;
      continue;
    }
    const std::string digits = std::to_string(choose_(limits[choose_(std::size(limits))]));
    if (digits.size() == 1 && choose_(2) == 0) out += '0';
    out += digits;
  }
}

void text_maker::add_between(std::string& out) {
  if (choose_(4) == 0) out += one_of(marks);
  if (choose_(24) != 0) out += one_of(gaps);
}

std::string text_maker::article(std::size_t most) {
  std::string out(one_of(heads));
  for (std::size_t words = choose_(most) + 1; words > 0; --words) {
    switch (choose_(8)) {
      case 0:
        add_number(out);
        break;
      case 1:
        add_name(out);
        break;
      default:
        add_word(out);
    }
    add_between(out);
  }
  return out;
}

}  // namespace zeitstrahl
