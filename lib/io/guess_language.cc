#include "io/guess_language.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t looked_at = 300;  // words
constexpr std::size_t too_few = 12;     // words that tell nothing

std::vector<std::string> first_words(std::string_view text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size() && out.size() < looked_at;) {
    const code_point c = at < text.size() ? decode_at(text, at) : code_point{' ', 1};
    if (!u_isalpha(static_cast<UChar32>(c.value))) {
      if (at > begin) out.push_back(fold_case(text.substr(begin, at - begin)));
      begin = at + c.size;
    }
    at += c.size;
  }
  return out;
}

}  // namespace

std::optional<std::string> warn_of_language(std::string_view text, const article_words& words) {
  if (trim(text).empty()) return text.empty() ? "the text is empty" : "the text is blank";
  if (words.languages.empty()) return std::nullopt;
  const std::vector<std::string> seen = first_words(text);
  if (seen.size() < too_few) return std::nullopt;
  std::vector<std::size_t> counts(words.languages.size());
  for (const std::string& word : seen) {
    const auto found = words.language_of.find(word);
    if (found == words.language_of.end()) continue;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += found->second >> i & 1;
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  const std::string& expected = words.languages.front().first;
  if (counts[0] * 12 >= seen.size() || best == counts.begin()) {
    // Names and numbers only, tables and lists: no reason to speak up.
    if (counts[0] > 0 || seen.size() < 5 * too_few) return std::nullopt;
    return "the text does not read like " + expected + "; only " + expected + " is understood";
  }
  const std::size_t index = static_cast<std::size_t>(best - counts.begin());
  return "the text reads like " + words.languages[index].first + "; only " + expected +
         " is understood";
}

}  // namespace zeitstrahl
