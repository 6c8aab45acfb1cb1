#include "io/signature.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "io/line_words.h"
#include "io/lines.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t longest = 48;  // bytes, between the brackets

// What its parts name.
struct signature {
  bool agency = false;
  bool day = false;
};

// "APA, 11.10.2015", "red, dpa", "Jana Roth, 3. Mai 2024"; nothing where a part is none of these.
std::optional<signature> read_signature(std::string_view bracket, const article_words& words) {
  constexpr std::size_t most_names = 4;
  signature out;
  while (!bracket.empty()) {
    const std::size_t end = std::min(bracket.find_first_of("/,"), bracket.size());
    const std::string_view part = trim(bracket.substr(0, end));
    bracket.remove_prefix(std::min(end + 1, bracket.size()));
    if (is_one_of(part, words.of("agency"))) {
      out.agency = true;
    } else if (names_time_only(part, words) && find_day(part, words)) {
      out.day = true;
    } else {
      const std::vector<std::string_view> names = words_of(part);
      const bool named = !names.empty() && names.size() <= most_names &&
                         std::all_of(names.begin(), names.end(), starts_capital);
      if (!named) return std::nullopt;
    }
  }
  return out;
}

}  // namespace

span find_signature(std::string_view line, const article_words& words) {
  for (std::size_t open = line.find('('); open != line.npos; open = line.find('(', open + 1)) {
    const std::size_t close = line.find(')', open);
    if (close == line.npos) break;
    if (close - open > longest) continue;
    const auto found = read_signature(line.substr(open + 1, close - open - 1), words);
    if (!found) continue;
    const bool ends = close + 1 == line.size();
    if ((found->agency && (ends || found->day)) || (found->day && ends)) {
      return {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
    }
  }
  return {};
}

}  // namespace zeitstrahl
