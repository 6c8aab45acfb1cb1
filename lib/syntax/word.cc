#include "syntax/word.h"

#include <atomic>
#include <functional>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t fnv_start = 0x811c9dc5u;

std::uint32_t finish(std::uint32_t h) {
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  return h ^ h >> 13;
}

std::uint32_t hash_of(std::string_view text, std::uint32_t seed = 0) {
  std::uint32_t h = fnv_start ^ seed;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return finish(h);
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

mark_kind mark_of(std::string_view text) {
  if (text.size() == 1) {
    switch (text[0]) {
      case ',':
        return mark_kind::comma;
      case '.':
      case '!':
      case '?':
        return mark_kind::stop;
      case ';':
      case ':':
        return mark_kind::divider;
      case '-':
        return mark_kind::dash;
      case ')':
      case ']':
        return mark_kind::bracket;
      case '"':
        return mark_kind::quotation;
      case '(':
      case '[':
        return mark_kind::opening;
      default:
        break;
    }
  }
  if (text == "\u2013" || text == "\u2014") return mark_kind::dash;
  if (text == "\u201C" || text == "\u201D" || text == "\u00AB" || text == "\u2018") {
    return mark_kind::quotation;  // a German text closes with them
  }
  if (text == "\u201E" || text == "\u00BB" || text == "\u201A") return mark_kind::opening;
  if (text == "..." || text == "\u2026") return mark_kind::stop;
  return mark_kind::none;
}

std::uint8_t shape_of(std::string_view text) {
  std::uint8_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= '0' && c <= '9') {
      out |= shape_digit;
    } else if (c == '-') {
      out |= shape_hyphen;
    } else if (c == '.') {
      out |= shape_dot;
    } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      out |= shape_letter;
      if (i > 0 && c < 'a') out |= shape_inner_capital;
    } else if (c >= 0xC3 && c <= 0xC5) {
      out |= shape_letter;
    }
  }
  return out;
}

}  // namespace

word_reader::word_reader(const lexicon& forms, const grammar& rules)
    : forms_(forms), rules_(rules) {
  static std::atomic<std::uint64_t> last_id = 0;
  id_ = ++last_id;
}

syntax_word read_words_memory::read(const word_reader& reader, std::string_view text, bool first) {
  if (text.empty() || text.size() > longest) return reader.read(text, first);
  if (reader_id_ != reader.id()) {
    reader_id_ = reader.id();
    entries_.assign(most, {});
  }
  entry& kept = entries_[(std::hash<std::string_view>()(text) + first) % most];
  const std::string_view known(kept.text.data(), kept.size);
  if (known != text || kept.first != first) {
    kept.word = reader.read(text, first);
    kept.first = first;
    kept.size = static_cast<std::uint8_t>(text.size());
    text.copy(kept.text.data(), text.size());
  }
  syntax_word out = kept.word;
  out.text = text;
  return out;
}

syntax_word word_reader::read(std::string_view text, bool first) const {
  constexpr std::size_t longest = 64;  // longer ones are told by their ends
  syntax_word out;
  out.text = text;
  char small[longest];
  const std::string_view end = text.size() > longest ? text.substr(text.size() - longest) : text;
  end.copy(small, end.size());
  fold_case(small, end.size());
  const std::string_view lower(small, end.size());

  out.hash = hash_of(text);
  out.lower = lower == text ? out.hash : hash_of(lower, text.size() > longest ? 1 : 0);
  std::size_t at = lower.size();
  for (std::size_t k = 0; k < out.endings.size(); ++k) {
    if (at > 0) --at;
    while (at > 0 && continues(lower[at])) --at;
    out.endings[k] = hash_of(lower.substr(at), static_cast<std::uint32_t>(k + 1));
  }
  out.beginning = hash_of(lower.substr(0, 3), 7);

  out.mark = mark_of(text);
  out.shape = shape_of(text);
  out.capital = !text.empty() && !lower.empty() && text.size() <= longest &&
                        lower.substr(0, 2) != text.substr(0, 2) && lower[0] != text[0]
                    ? true
                    : !text.empty() && text.size() <= longest && text.size() > 1 &&
                          lower[1] != text[1] && continues(text[1]);
  if (out.capital) out.shape |= shape_capital;
  if (out.capital && first) out.shape |= shape_first;
  if (out.mark != mark_kind::none) return out;
  out.roles = rules_.of_word(lower);
  out.form = forms_.find(text, first);
  if (out.form.is(pos_verb)) {
    lexicon::buffer space;
    const std::string_view lemma = forms_.lemma(text, out.form, pos_verb, space);
    if (!lemma.empty()) {
      out.lemma = hash_of(lemma, 3);
      out.roles = out.roles | rules_.of_lemma(lemma);
    }
  }
  return out;
}

}  // namespace zeitstrahl
