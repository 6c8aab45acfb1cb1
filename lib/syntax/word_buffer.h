#ifndef ZEITSTRAHL_LIB_SYNTAX_WORD_BUFFER_H_
#define ZEITSTRAHL_LIB_SYNTAX_WORD_BUFFER_H_

// Space on the stack for a word in another writing, and what is asked of letters.

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "base/utf8.h"

namespace zeitstrahl {

constexpr std::size_t max_word = 120;  // bytes of a word that is looked up

inline std::size_t first_letter_size(std::string_view word) {
  if (word.empty()) return 0;
  return static_cast<unsigned char>(word[0]) < 0x80 || word.size() == 1 ? 1 : 2;
}

// Whether a letter, not the rest of one, stands at this byte.
inline bool begins_letter(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

inline bool begins_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (static_cast<unsigned char>(word[0]) < 0x80) return word[0] >= 'A' && word[0] <= 'Z';
  char first[2] = {word[0], word.size() > 1 ? word[1] : '\0'};
  return word.size() > 1 && fold_latin(first, 2);
}

// As starts_with(), without a call for short texts.
inline bool begins_with(std::string_view word, std::string_view text) {
  if (text.size() > word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (word[i] != text[i]) return false;
  }
  return true;
}

class word_buffer {
 public:
  std::string_view text() const { return {bytes_.data(), size_}; }
  void clear() { size_ = 0; }
  void assign(std::string_view text) {
    clear();
    append(text);
  }
  // Nothing is appended where there is no room: then `false`.
  bool append(std::string_view text) {
    if (text.size() > bytes_.size() - size_) return false;
    std::memcpy(bytes_.data() + size_, text.data(), text.size());
    size_ += text.size();
    return true;
  }
  void fold() { fold_case(bytes_.data(), size_); }  // all letters small
  void fold_first() { fold_case(bytes_.data(), first_letter_size(text())); }
  // Makes the first letter a capital, for ASCII and the letters up to U+00FE.
  void capitalize() {
    if (size_ == 0) return;
    const auto first = static_cast<unsigned char>(bytes_[0]);
    if (first >= 'a' && first <= 'z') bytes_[0] = static_cast<char>(first - 0x20);
    if (first != 0xC3 || size_ < 2) return;
    const auto second = static_cast<unsigned char>(bytes_[1]);
    if (second >= 0xA0 && second <= 0xBE && second != 0xB7) {
      bytes_[1] = static_cast<char>(second - 0x20);
    }
  }
  void erase(std::size_t at, std::size_t count) {
    if (at > size_ || count > size_ - at) return;
    std::memmove(bytes_.data() + at, bytes_.data() + at + count, size_ - at - count);
    size_ -= count;
  }
  void shorten_to(std::size_t size) { size_ = size < size_ ? size : size_; }

 private:
  std::array<char, 2 * max_word + 16> bytes_;
  std::size_t size_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_WORD_BUFFER_H_
