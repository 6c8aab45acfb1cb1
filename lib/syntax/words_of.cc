#include "syntax/words_of.h"

namespace zeitstrahl {
namespace {

bool joins_inside(std::uint8_t symbol) {
  switch (symbol) {
    case symbol_inner_dot:
    case symbol_inner_comma:
    case symbol_inner_colon:
    case symbol_inner_slash:
    case symbol_inner_hyphen:
    case symbol_hyphen:
    case symbol_apostrophe:
      return true;
    default:
      return false;
  }
}

class word_joiner {
 public:
  word_joiner(const scanned_text& scanned, std::string_view text, span tokens)
      : scanned_(scanned), text_(text), tokens_(tokens) {}

  // The end of the word that begins with the token.
  std::uint32_t end_of(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    if (!is_letters(begin) && !opens(begin)) return end;
    while (end < tokens_.end && goes_on(end)) ++end;
    return end;
  }

 private:
  const token& at(std::uint32_t i) const { return scanned_.tokens[i]; }
  std::uint8_t symbol(std::uint32_t i) const {
    return static_cast<std::uint8_t>(scanned_.symbols.first[i]);
  }
  bool is_letters(std::uint32_t i) const {
    return at(i).is == token::word || at(i).is == token::number;
  }
  // "-jaehrig" behind a space
  bool opens(std::uint32_t i) const {
    return symbol(i) == symbol_hyphen && i + 1 < tokens_.end && is_letters(i + 1) &&
           at(i + 1).flags & token::glued;
  }
  bool goes_on(std::uint32_t i) const {
    if (!(at(i).flags & token::glued)) return false;
    if (is_letters(i)) return true;
    if (joins_inside(symbol(i))) return true;
    // A full stop that ends no sentence.
    const bool dot = at(i).is == token::mark && at(i).where.in(text_) == ".";
    return dot && i + 1 < scanned_.tokens.size() && at(i + 1).is != token::stop;
  }

  const scanned_text& scanned_;
  std::string_view text_;
  span tokens_;
};

}  // namespace

void join_words(const scanned_text& scanned, std::string_view text, span tokens,
                std::vector<span>& out) {
  out.clear();
  const word_joiner join(scanned, text, tokens);
  for (std::uint32_t i = tokens.begin; i < tokens.end;) {
    const token& t = scanned.tokens[i];
    const std::uint32_t end = t.is == token::stop ? i + 1 : join.end_of(i);
    // A stop is a mark, or nothing where only the line ends.
    if (t.is != token::stop || t.where.size() > 0) out.push_back({i, end});
    i = end;
  }
}

}  // namespace zeitstrahl
