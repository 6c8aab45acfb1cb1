#include "io/line_words.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace zeitstrahl {

bool is_one_of(std::string_view word, const article_words::words& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool starts_capital(std::string_view word) {
  std::string first(word.substr(0, word.empty() ? 0 : decode_at(word, 0).size));
  return fold_case(first) != first;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size()) {
      const code_point c = decode_at(line, end);
      const bool inside = c.value > 0x7F ? c.value > 0xBF && c.value < 0x2000
                                         : std::isalnum(static_cast<int>(c.value)) != 0 ||
                                               c.value == '.' || c.value == '\'' || c.value == '-';
      if (!inside) break;
      end += c.size;
    }
    if (end > at) out.push_back(line.substr(at, end - at));
    at = end < line.size() ? end + decode_at(line, end).size : end;
  }
  return out;
}

}  // namespace zeitstrahl
