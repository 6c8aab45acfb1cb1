#ifndef ZEITSTRAHL_LIB_IO_ARTICLE_WORDS_H_
#define ZEITSTRAHL_LIB_IO_ARTICLE_WORDS_H_

// What a language's articles.tsv, letters.txt and months of lexicon.tsv say to readers.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zeitstrahl {

struct article_words {
  using words = std::vector<std::string_view>;

  std::u32string letters;  // past ASCII, that texts are written with
  std::map<std::string, words, std::less<>> kinds;
  std::vector<std::pair<std::string, words>> languages;  // name and commonest words; its own first
  std::unordered_map<std::string_view, std::uint32_t> language_of;  // bits: indexes of languages
  std::map<std::string, int, std::less<>> months;  // by their words in small letters
  std::map<std::string, int, std::less<>> weekdays;

  const words& of(std::string_view kind) const;  // empty for other kinds
};

// Of a built-in language, loaded once; of other names, all is empty.  May be called from
// several threads.
const article_words& article_words_of(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_ARTICLE_WORDS_H_
