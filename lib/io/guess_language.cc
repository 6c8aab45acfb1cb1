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
// One word in so many is a common one of the text's own language, at least.
constexpr std::size_t expected_share = 12;

bool is_letter(code_point c) {
  if (c.value < 0x80) return (c.value | 0x20) >= 'a' && (c.value | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c.value)) != 0;
}

// Calls `see` with each of the first words in small letters until it has seen enough; gives how
// many there were.
template <class F>
std::size_t each_first_word(std::string_view text, F&& see) {
  std::string word;
  std::size_t count = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size() && count < looked_at;) {
    const code_point c = at < text.size() ? decode_at(text, at) : code_point{' ', 1};
    if (!is_letter(c)) {
      if (at > begin) {
        word.assign(text, begin, at - begin);
        fold_case(word.data(), word.size());
        ++count;
        if (!see(word)) break;
      }
      begin = at + c.size;
    }
    at += c.size;
  }
  return count;
}

}  // namespace

std::optional<std::string> warn_of_language(std::string_view text, const article_words& words) {
  if (trim(text).empty()) return text.empty() ? "the text is empty" : "the text is blank";
  if (words.languages.empty()) return std::nullopt;
  constexpr std::size_t enough = looked_at / expected_share;  // whatever else follows
  std::vector<std::size_t> counts(words.languages.size());
  const std::size_t seen = each_first_word(text, [&](std::string_view word) {
    const auto found = words.language_of.find(word);
    if (found == words.language_of.end()) return true;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += found->second >> i & 1;
    return counts[0] < enough;
  });
  if (seen < too_few) return std::nullopt;
  const auto best = std::max_element(counts.begin(), counts.end());
  const std::string& expected = words.languages.front().first;
  if (counts[0] * expected_share >= seen || best == counts.begin()) {
    // Names and numbers only, tables and lists: no reason to speak up.
    if (counts[0] > 0 || seen < 5 * too_few) return std::nullopt;
    return "the text does not read like " + expected + "; only " + expected + " is understood";
  }
  const std::size_t index = static_cast<std::size_t>(best - counts.begin());
  return "the text reads like " + words.languages[index].first + "; only " + expected +
         " is understood";
}

}  // namespace zeitstrahl
