#include "text/scan.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace zeitstrahl {
namespace {

// Whether single line breaks only wrap lines: then one in ten is followed by a small letter.
bool is_wrapped(std::string_view text) {
  std::size_t breaks = 0;
  std::size_t small = 0;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    if (at + 1 >= text.size() || text[at + 1] == '\n' || text[at + 1] == '\r') continue;
    if (at > 0 && text[at - 1] == '\n') continue;
    ++breaks;
    small += text[at + 1] >= 'a' && text[at + 1] <= 'z';
  }
  return small * 10 > breaks;
}

// The scanner's state: where it is, and what the tokens behind it leave open.
class scanner {
 public:
  scanner(std::string_view text, const vocabulary& words, const sentence_hints& hints,
          scanned_text& out, std::span<const std::uint32_t> breaks)
      : text_(text),
        words_(words),
        hints_(hints),
        out_(out),
        breaks_(breaks),
        wrapped_(is_wrapped(text)) {}

  void run() {
    out_.symbols.first.resize(std::max<std::size_t>(out_.tokens.capacity(), 1));
    while (at_ < text_.size()) {
      if (!breaks_.empty() && at_ >= breaks_.front()) read_given_break();
      switch (class_at(at_)) {
        case byte_class::letter:
          read_word();
          break;
        case byte_class::space:
          skip(1);
          break;
        case byte_class::line:
          read_line_break();
          break;
        case byte_class::digit:
          read_number();
          break;
        case byte_class::mark:
          read_mark(1, ascii_mark(text_[at_]));
          break;
        case byte_class::high:
          read_high();
          break;
      }
      // Most tokens have one space behind them.
      if (at_ < text_.size() && text_[at_] == ' ') skip(1);
    }
    if (pending_stop_ != none) end_sentence_at(pending_stop_);
    if (!out_.tokens.empty()) push_stop();
    out_.symbols.first.resize(out_.tokens.size());
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  byte_class class_at(std::size_t at) const {
    return byte_classes[static_cast<unsigned char>(text_[at])];
  }
  bool glued() const { return next_flags_ & token::glued; }

  void skip(std::size_t bytes) {
    at_ += bytes;
    next_flags_ &= ~token::glued;
  }

  void read_given_break() {
    while (!breaks_.empty() && at_ >= breaks_.front()) breaks_ = breaks_.subspan(1);
    break_sentence();
  }

  void read_line_break() {
    std::size_t breaks = 0;
    while (at_ < text_.size() && class_at(at_) <= byte_class::line) {
      breaks += text_[at_] == '\n';
      skip(1);
    }
    if (wrapped_ && breaks == 1) return;
    break_sentence();
  }

  void break_sentence() {
    if (pending_stop_ != none) end_sentence_at(pending_stop_);
    push_stop();
    next_flags_ |= token::after_break;
  }

  void read_high() {
    const code_point c = decode_at(text_, at_);
    const std::uint8_t what = classify_high(c.value);
    if (what == high_letter) {
      read_word();
    } else if (what == high_space) {
      skip(c.size);
    } else {
      read_mark(c.size, what);
    }
  }

  // Letters, and digits behind the first.
  void read_word() {
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const char* at = begin;
    bool ascii = true;
    bool small = false;  // has a letter that is no capital
    while (true) {
      const sixteen_kinds kinds = kinds_of_up_to_sixteen({at, end});
      const int size = std::countr_one(kinds.word);
      small |= (kinds.small & ((1u << size) - 1)) != 0;
      at += size;
      if (size == 16) continue;
      const std::uint32_t high = high_letter_at({at, end}, small);
      if (high == 0) break;
      ascii = false;
      at += high;
    }
    const span where{static_cast<std::uint32_t>(at_),
                     static_cast<std::uint32_t>(at_ + (at - begin))};
    std::uint8_t flags = 0;
    if (starts_with_capital(at_)) flags |= token::capital;
    if (!small && has_letters(where, 2)) flags |= token::upper;
    at_ = where.end;
    push_word(where, flags, ascii);
  }

  // Behind the end of the text all bytes are 0.
  static sixteen_kinds kinds_of_up_to_sixteen(std::string_view text) {
    if (text.size() >= 16) return kinds_of_sixteen(text.data());
    char padded[16] = {};
    std::copy(text.begin(), text.end(), padded);
    return kinds_of_sixteen(padded);
  }

  // The size of the letter past ASCII that the text begins with, or 0; notes whether it is
  // no capital.
  static std::uint32_t high_letter_at(std::string_view text, bool& small) {
    if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return 0;
    if (text[0] == '\xC3') {  // U+00C0 to U+00FF: all letters but two marks
      const auto second = static_cast<unsigned char>(text[1]);
      small |= second >= 0x9F;
      return (second & ~0x20) == 0x97 ? 0 : 2;
    }
    const code_point c = decode_at(text, 0);
    if (classify_high(c.value) != high_letter) return 0;
    small |= !is_high_capital(text.substr(0, c.size));
    return c.size;
  }

  static bool is_high_capital(std::string_view letter) {
    if (letter.size() != 2) return false;
    char copy[2] = {letter[0], letter[1]};
    return fold_latin(copy, 2);
  }

  bool starts_with_capital(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return byte <= 'Z';
    return is_high_capital(text_.substr(at, decode_at(text_, at).size));
  }

  bool has_letters(span where, int least) const {
    int letters = 0;
    for (const char c : where.in(text_)) {
      const auto byte = static_cast<unsigned char>(c);
      const bool continues = (byte & 0xC0) == 0x80;
      letters += byte >= 'A' && !continues;
    }
    return letters >= least;
  }

  // Words that are longer are in no table.
  static constexpr std::size_t longest_word = 92;

  void push_word(span where, std::uint8_t flags, bool ascii) {
    std::string_view word = where.in(text_);
    if (word.size() > longest_word) return push_unknown(where, flags);
    if (!ascii) word = fold(word);
    const vocabulary::word_key key =
        ascii ? vocabulary::key_of_ascii(word, text_.size() - where.begin)
              : vocabulary::key_of(word);
    if (const auto entry = words_.find(word, key).get()) {
      const word_entry& e = words_[*entry];
      symbol_code symbol = flags & token::capital ? e.capital : e.lower;
      if (symbol < first_word_symbol) symbol = unknown_word(flags);
      return push(token::word, where, symbol, flags, *entry, e.number_part);
    }
    if (words_.may_split(key)) {
      const vocabulary::split_word parts = words_.split(ascii ? fold(word) : word);
      if (parts.head > 0) return push_parts(where, flags, parts);
    }
    push_unknown(where, flags);
  }

  std::string_view fold(std::string_view word) {
    std::copy(word.begin(), word.end(), folded_);
    fold_case(folded_, word.size());
    return {folded_, word.size()};
  }

  void push_parts(span where, std::uint8_t flags, const vocabulary::split_word& parts) {
    const auto symbol_of = [&](vocabulary::maybe_index part) {
      const auto entry = part.get();
      if (!entry) return hints_.number_word;
      return flags & token::capital ? words_[*entry].capital : words_[*entry].lower;
    };
    const bool whole = !parts.second;
    if (!whole) flags |= token::part;
    const std::uint32_t middle = where.begin + parts.head;
    push(token::word, {where.begin, middle}, symbol_of(parts.first), flags, parts.first,
         parts.number);
    if (whole) return;
    push(token::word, {middle, where.end}, symbol_of(parts.second), flags, parts.second);
  }

  void push_unknown(span where, std::uint8_t flags) {
    push(token::word, where, unknown_word(flags), flags);
  }

  std::uint8_t unknown_word(std::uint8_t flags) const {
    if (glued() && !out_.tokens.empty() && out_.tokens.back().is == token::number) {
      return symbol_word_glued;
    }
    static constexpr std::uint8_t symbols[] = {symbol_word_lower, symbol_word_capital,
                                               symbol_word_upper, symbol_word_upper};
    return symbols[flags & (token::capital | token::upper)];
  }

  void read_number() {
    const std::size_t begin = at_;
    std::int64_t value = 0;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      if (at_ - begin < 18) value = value * 10 + (text_[at_] - '0');
      ++at_;
    }
    const span where{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    push(token::number, where, number_symbol(at_ - begin, value), 0, {}, value);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  bool touches_before() const {
    return at_ > 0 && glued() && class_at(at_ - 1) != byte_class::mark;
  }
  bool touches_after(std::size_t size) const {
    if (at_ + size >= text_.size()) return false;
    const byte_class next = class_at(at_ + size);
    if (next == byte_class::high) {
      return classify_high(decode_at(text_, at_ + size).value) == high_letter;
    }
    return next == byte_class::letter || next == byte_class::digit;
  }

  // "gebaut.Das Dach": at a dot, a sentence ends and the next one begins without a space.  Names
  // with dots ("Stadt.Land.Fluss") go on behind the next word.
  bool parts_sentences() const {
    constexpr std::uint32_t shortest = 3;  // bytes of the word before
    const token& last = out_.tokens.back();
    const bool small = text_[at_ - 1] >= 'a' && text_[at_ - 1] <= 'z';
    if (last.is != token::word || last.where.size() < shortest || !small) return false;
    if (!starts_with_capital(at_ + 1)) return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() &&
           (class_at(end) == byte_class::letter || class_at(end) == byte_class::high)) {
      ++end;
    }
    return end > at_ + 2 && end < text_.size() && text_[end] == ' ';
  }

  void read_mark(std::size_t size, symbol_code symbol) {
    const bool before = touches_before();
    const bool after = touches_after(size);
    const bool inner = before && after;
    const char c = text_[at_];
    switch (symbol) {
      case symbol_dot:
        if (c == '.' && inner && !parts_sentences()) symbol = symbol_inner_dot;
        break;
      case symbol_comma:
      case symbol_colon:
      case symbol_slash:
        if (inner) ++symbol;
        break;
      case symbol_hyphen:
        if (inner) symbol = symbol_inner_hyphen;
        if (!before && !after) symbol = symbol_dash;
        break;
      case symbol_apostrophe:
        if (!inner && !(at_ + size < text_.size() && is_digit(text_[at_ + size]))) {
          symbol = symbol_quote;
        }
        break;
      default:
        break;
    }
    const span where{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + size)};
    at_ += size;
    push(token::mark, where, symbol);
    if (symbol == symbol_dot) pending_stop_ = out_.tokens.size() - 1;
  }

  void push(token::kind is, span where, symbol_code symbol, std::uint8_t flags = 0,
            vocabulary::maybe_index entry = {}, std::int64_t value = 0) {
    // Set in place: a token that is put together elsewhere and copied waits for its parts.
    token& t = append(symbol);
    t.where = where;
    t.is = is;
    t.flags = flags | next_flags_;
    t.entry = entry;
    t.value = value;
    next_flags_ = token::glued;
    const bool transparent = symbol == symbol_quote || symbol == symbol_close;
    if (pending_stop_ != none && !transparent) settle_stop(t, symbol);
  }

  // There are as many symbols as there is room for tokens, until the end.
  token& append(symbol_code symbol) {
    const std::size_t index = out_.tokens.size();
    token& t = out_.tokens.emplace_back();
    if (index == out_.symbols.first.size()) out_.symbols.first.resize(out_.tokens.capacity());
    out_.symbols.first[index] = static_cast<char>(first_byte(symbol));
    if (is_wide(symbol)) {
      out_.symbols.seconds.push_back({static_cast<std::uint32_t>(index), second_byte(symbol)});
    }
    return t;
  }

  // A stop without text, where a line ends.
  void push_stop() {
    if (out_.tokens.empty() || out_.tokens.back().is == token::stop) return;
    const std::uint32_t end = out_.tokens.back().where.end;
    token& t = append(symbol_stop);
    t.where = {end, end};
    t.is = token::stop;
  }

  void settle_stop(const token& next, symbol_code next_symbol) {
    if (ends_sentence(pending_stop_, next, next_symbol)) end_sentence_at(pending_stop_);
    pending_stop_ = none;
  }

  void end_sentence_at(std::size_t index) {
    out_.symbols.first[index] = symbol_stop;
    out_.tokens[index].is = token::stop;
    pending_stop_ = none;
  }

  // Whether the dot at `index` may make the number before it the day of a month or, before a word
  // of the tables ("40. Woche"), the week of a year.
  bool follows_ordinal(std::size_t index, const token& next) const {
    if (index == 0) return false;
    const token& before = out_.tokens[index - 1];
    if (before.is != token::number || before.where.size() > 2) return false;
    return before.value <= 31 || (before.value <= 53 && next.is == token::word && next.entry);
  }

  // "beim 48. Stadtfest": an article before the number, a noun behind it.
  bool follows_large_ordinal(std::size_t index, const token& next) const {
    if (index < 2 || next.is != token::word) return false;
    const token& number = out_.tokens[index - 1];
    const token& article = out_.tokens[index - 2];
    return number.where.size() <= 3 && article.is == token::word &&
           hints_.before_ordinal.get(article.entry);
  }

  // Whether the dot (or "!", "?") at `index` ends its sentence, `next` being what follows.
  bool ends_sentence(std::size_t index, const token& next, symbol_code next_symbol) const {
    const bool small = next.is == token::word && !(next.flags & token::capital);
    if (text_[out_.tokens[index].where.begin] != '.') {
      return next_symbol != symbol_comma && next_symbol != symbol_dot && !small;
    }
    if (next.is == token::mark) {
      if (next_symbol == symbol_dash) return !follows_ordinal(index, next);  // "3. - 7. Juni"
      if (next_symbol == symbol_open)
        return !follows_ordinal(index, next);  // "am 9. 10. (Mittwoch)"
      return next_symbol == symbol_other;
    }
    if (small) return false;
    if (index == 0) return true;
    const token& before = out_.tokens[index - 1];
    if (!(out_.tokens[index].flags & token::glued)) return true;
    // In capitals ("VOM 21. BIS 27. MAI") a starter tells nothing.
    const bool starter = hints_.starter.get(next.entry) && !(next.flags & token::upper);
    if (before.is == token::number) {
      return starter || (!follows_ordinal(index, next) && !follows_large_ordinal(index, next));
    }
    if (before.is != token::word) return true;
    if (before.where.size() == 1) return false;
    if (next_symbol == symbol_number_year && hints_.word_too.get(before.entry)) return true;
    return !hints_.abbreviation.get(before.entry) || starter;
  }

  std::string_view text_;
  const vocabulary& words_;
  const sentence_hints& hints_;
  scanned_text& out_;
  std::span<const std::uint32_t> breaks_;  // those to come
  bool wrapped_;
  std::size_t at_ = 0;
  std::size_t pending_stop_ = none;
  std::uint8_t next_flags_ = token::after_break;  // of the next token: glued, after_break
  char folded_[longest_word];                     // the word being read, where it had to be folded
};

}  // namespace

void scan(std::string_view text, const vocabulary& words, const sentence_hints& hints,
          scanned_text& out, std::span<const std::uint32_t> breaks) {
  out.tokens.reserve(text.size() / 5);
  scanner(text, words, hints, out, breaks).run();
}

void find_sentences(const scanned_text& scanned, std::vector<span>& out) {
  const std::vector<token>& tokens = scanned.tokens;
  const auto stops =
      std::count(scanned.symbols.first.begin(), scanned.symbols.first.end(), symbol_stop);
  out.reserve(out.size() + static_cast<std::size_t>(stops));
  std::size_t begin = 0;
  while (begin < tokens.size()) {
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].is != token::stop) ++end;
    std::uint32_t last = end < tokens.size() ? tokens[end].where.end : tokens.back().where.end;
    if (end < tokens.size()) ++end;
    // A closing quotation mark or bracket belongs to the sentence it closes.
    while (end < tokens.size() && (tokens[end].flags & token::glued) &&
           (scanned.symbols.first[end] == symbol_quote ||
            scanned.symbols.first[end] == symbol_close)) {
      last = tokens[end++].where.end;
    }
    if (last > tokens[begin].where.begin) out.push_back({tokens[begin].where.begin, last});
    begin = end;
  }
}

}  // namespace zeitstrahl
