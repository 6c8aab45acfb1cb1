#include "claim/quotation.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// Which marks close a quotation: single ones ("'", U+2018 to U+201B, U+2039, U+203A) or others.
bool is_single(std::string_view mark) {
  const char32_t c = decode_at(mark, 0).value;
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

}  // namespace

// Marks of one kind open and close in turn; a line ends what is open.
text_quotations::text_quotations(const analyzed_text& text) {
  constexpr std::uint32_t shortest = 15;  // bytes; below that it is a word or a title
  std::uint32_t open = no_index;
  bool single = false;
  bool verb = false;
  const auto size = static_cast<std::uint32_t>(text.words.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (open != no_index && text.at(i).flags & token::after_break) {
      // a paragraph that opens anew goes on with the one before
      const span inside{open + 1, i};
      if (text.symbol(i) == symbol_quote && i > open + 1) {
        all_.push_back({inside, verb && text.where(inside).size() >= shortest});
      }
      open = no_index;
    }
    if (open != no_index) verb |= text.words[i].forms & finite;
    if (text.symbol(i) != symbol_quote) continue;
    const bool is_single_mark = is_single(text.in(i));
    if (open == no_index) {
      open = i;
      single = is_single_mark;
      verb = false;
    } else if (single == is_single_mark) {
      if (i > open + 1) {
        const span inside{open + 1, i};
        all_.push_back({inside, verb && text.where(inside).size() >= shortest});
      }
      open = no_index;
    }
  }
}

const quotation* text_quotations::around(std::uint32_t token) const {
  const auto found =
      std::upper_bound(all_.begin(), all_.end(), token,
                       [](std::uint32_t t, const quotation& q) { return t < q.tokens.end; });
  if (found == all_.end() || found->tokens.begin > token || !found->speech) return nullptr;
  return &*found;
}

}  // namespace zeitstrahl
