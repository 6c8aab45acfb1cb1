#ifndef ZEITSTRAHL_LIB_CLAIM_WORD_CACHE_H_
#define ZEITSTRAHL_LIB_CLAIM_WORD_CACHE_H_

// What the tables say of words as articles write them, kept from article to article: looking
// a word up is quick, analyzing it is slow.
//
// Each word has a number, by which others keep what they know of it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/words.h"
#include "text/scan.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

class text_words;

// Of one claim_words only.  Not to be shared by threads.
class word_cache {
 public:
  word_cache() { clear(); }

  // The word of a text as the first of a sentence.  Stays until the next call.
  const analyzed_word& find(std::string_view text, span word, bool capital,
                            const claim_words& tables);

  // Numbers are below it.
  std::size_t size() const { return entries_.size(); }
  void clear();

 private:
  friend class text_words;

  // The first and the last eight bytes; they are all of most words.
  struct word_key {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t shape = 0;  // the size, and whether there is a capital
    bool operator==(const word_key&) const = default;
  };
  struct slot {
    std::uint32_t hash = 0;
    optional_index<word_cache> number;  // none: free
  };
  struct entry {
    word_key key;
    std::uint32_t word = 0;  // index of words_
    std::uint32_t noun = 0;  // the same word as no verb: a capital inside a sentence
  };

  // A word to be found.  What that looks at is brought near: first its slot, then its entry.
  struct question {
    word_key key;
    std::uint32_t hash = 0;
  };
  question ask(std::string_view text, span word, bool capital) const;
  void fetch_entry(const question& asked) const;
  const entry& find(const question& asked, std::string_view word, bool capital,
                    const claim_words& tables);

  static word_key key_of(std::string_view text, span word, bool capital);
  static std::uint32_t hash_of(const word_key& key);
  const entry& add(const question& asked, std::string_view word, bool capital,
                   const claim_words& tables);
  void put(slot s);
  // The word that opens a phrase, with what both words are: an index of words_.
  std::uint32_t joined(std::uint32_t opener, std::uint32_t second, const claim_words& tables);
  void grow();

  std::vector<slot> slots_;  // open addressing, a power of two
  indexed<word_cache, entry> entries_;
  std::vector<analyzed_word> words_;       // the first is that of other tokens than words
  indexed<word_cache, std::string> long_;  // the words that a key does not hold
  struct phrase {
    std::uint32_t opener = 0;
    std::uint32_t second = 0;
    std::uint32_t word = 0;
  };
  std::vector<phrase> phrases_;  // few
};

// The analysis of every token of a text, in order; other tokens than words are empty.  A number
// a token: texts say most of their words again and again.
class text_words {
 public:
  // The cache must not be cleared while they are in use.
  void analyze(const claim_words& tables, const scanned_text& scanned, std::string_view text,
               word_cache& cache);

  std::size_t size() const { return numbers_.size(); }
  const analyzed_word& operator[](std::size_t token) const {
    return cache_->words_[numbers_[token]];
  }

 private:
  const word_cache* cache_ = nullptr;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_WORD_CACHE_H_
