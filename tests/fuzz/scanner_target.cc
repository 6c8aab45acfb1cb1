// The scanner and what it reads bytes with, against plain ways to the same.

#include <unordered_map>

#include "base/bytes.h"
#include "base/utf8.h"
#include "io/decode.h"
#include "lang/language.h"
#include "tests/fuzz/targets.h"
#include "text/scan.h"
#include "zeitstrahl/language.h"

namespace zeitstrahl {
namespace {

// Unicode 15, table 3-7, a sequence at a time.
std::size_t plain_find_invalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t i) -> unsigned {
      return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    const unsigned lead = byte(0);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                                           : 4;
    if (size == 0 || lead > 0xF4) return at;
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (size > 1 && (byte(1) < least || byte(1) > most)) return at;
    for (std::size_t i = 2; i < size; ++i) {
      if (byte(i) < 0x80 || byte(i) > 0xBF) return at;
    }
    at += size;
  }
  return std::string_view::npos;
}

std::string plain_fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const code_point c = decode_at(text, at);
    const char32_t v = c.value;
    char32_t small = v;
    if ((v >= 'A' && v <= 'Z') || (v >= 0xC0 && v <= 0xDE && v != 0xD7)) small = v + 0x20;
    if (v == 0x178) small = 0xFF;
    const bool even_capital = (v >= 0x100 && v <= 0x137) || (v >= 0x14A && v <= 0x177);
    const bool odd_capital = (v >= 0x139 && v <= 0x148) || (v >= 0x179 && v <= 0x17E);
    if (even_capital && v != 0x130 && v % 2 == 0) small = v + 1;
    if (odd_capital && v % 2 == 1) small = v + 1;
    append_utf8(out, small);
    at += c.size;
  }
  return out;
}

std::string fault_of_bytes(std::string_view bytes) {
  if (find_invalid_utf8(bytes) != plain_find_invalid(bytes)) return "invalid UTF-8 found elsewhere";
  for (std::size_t at = 0; at + 16 <= bytes.size(); ++at) {
    const sixteen_kinds kinds = kinds_of_sixteen(bytes.data() + at);
    for (std::size_t i = 0; i < 16; ++i) {
      const char c = bytes[at + i];
      const bool small = c >= 'a' && c <= 'z';
      const bool word = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if ((kinds.word >> i & 1) != word || (kinds.small >> i & 1) != small) return "kinds of bytes";
    }
  }
  return "";
}

using word_list = std::unordered_map<std::string, vocabulary::index>;

const language* german() {
  static const auto tables = built_in_language("de");
  return tables ? tables->get() : nullptr;
}

const word_list& german_words() {
  static const word_list words = [] {
    word_list out;
    const vocabulary& known = german()->words();
    for (std::size_t i = 0; i < known.size(); ++i) {
      out.emplace(known.text(vocabulary::index(i)), vocabulary::index(i));
    }
    return out;
  }();
  return words;
}

std::string fault_of_word(const token& t, std::string_view text) {
  const std::string folded = plain_fold(t.where.in(text));
  const auto known = german_words().find(folded);
  const bool is_known = known != german_words().end();
  const auto found = german()->words().find(folded).get();
  if (found.has_value() != is_known || (found && *found != known->second)) return "a word is lost";
  if (t.flags & token::part) return "";
  const auto entry = t.entry.get();
  // Behind the head of a compound that is a word of its own there may be no entry.
  if (is_known && t.where.size() <= 92 && entry && german()->words().text(*entry) != folded) {
    return "a word is taken for another";
  }
  return "";
}

}  // namespace

std::string fuzz_scanner(std::string_view bytes) {
  if (std::string fault = fault_of_bytes(bytes); !fault.empty()) return fault;
  std::size_t replaced = 0;
  const std::string text = replace_invalid(bytes, replaced);
  if (plain_find_invalid(text) != text.npos) return "what was replaced is no UTF-8";
  if (fold_case(text) != plain_fold(text)) return "folded otherwise";
  if (german() == nullptr) return "no German";

  scanned_text scanned;
  scan(text, german()->words(), german()->hints(), scanned);
  if (scanned.symbols.size() != scanned.tokens.size()) return "symbols without tokens";
  std::uint32_t last = 0;
  for (const token& t : scanned.tokens) {
    if (t.where.begin < last || t.where.end < t.where.begin || t.where.end > text.size()) {
      return "tokens out of order";
    }
    for (const char c : std::string_view(text).substr(last, t.where.begin - last)) {
      if (static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F) {
        return "a character in no token";
      }
    }
    last = t.where.end;
    if (t.is != token::word) continue;
    if (std::string fault = fault_of_word(t, text); !fault.empty()) return fault;
  }
  std::vector<span> sentences;
  find_sentences(scanned, sentences);
  last = 0;
  for (const span sentence : sentences) {
    if (sentence.begin < last || sentence.empty() || sentence.end > text.size()) {
      return "sentences out of order";
    }
    last = sentence.end;
  }
  return "";
}

// All that a rule matches from the first place on where one does, by trying each stretch.
std::string fuzz_patterns(std::string_view bytes) {
  if (german() == nullptr) return "no German";
  constexpr std::size_t longest = 160;
  std::size_t replaced = 0;
  const std::string text = replace_invalid(bytes.substr(0, longest), replaced);
  scanned_text scanned;
  scan(text, german()->words(), german()->hints(), scanned);
  std::string symbols;  // as regular expressions read them
  for (std::size_t i = 0; i < scanned.symbols.size(); ++i) {
    const symbol_code symbol = scanned.symbols[static_cast<std::uint32_t>(i)];
    symbols += static_cast<char>(first_byte(symbol));
    if (is_wide(symbol)) symbols += static_cast<char>(second_byte(symbol));
  }
  static matcher::memory seen;  // of all that was matched before
  const matcher& rules = german()->rule_matcher();
  for (std::size_t from = 0; from < symbols.size();) {
    matcher::match found;
    const bool any = rules.find(symbols, from, seen, found);
    std::size_t begin = from;
    std::size_t end = 0;
    for (; begin < symbols.size() && end == 0; ++begin) {
      for (std::size_t last = symbols.size(); last > begin && end == 0; --last) {
        if (rules.matching(std::string_view(symbols).substr(begin, last - begin))) end = last;
      }
      if (end != 0) break;
    }
    if (any != (end != 0)) return "a match that is none, or is passed over: " + text;
    if (!any) break;
    if (found.where.begin != begin || found.where.end != end) return "another match: " + text;
    if (found.pattern != rules.matching(std::string_view(symbols).substr(begin, end - begin))) {
      return "another rule: " + text;
    }
    from = end;
  }
  return "";
}

}  // namespace zeitstrahl
