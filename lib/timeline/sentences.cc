#include <algorithm>

#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

std::uint32_t sentence_number(const timeline& data, std::uint32_t sentence) {
  std::uint32_t titles = 0;
  if (data.article.title_in_text) {
    const std::string& text = data.article.text;
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    while (titles < data.sentences.size() && data.sentences[titles].begin < end) ++titles;
  }
  return sentence < titles ? 0 : sentence - titles + 1;
}

}  // namespace zeitstrahl
