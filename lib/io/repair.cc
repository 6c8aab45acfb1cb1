#include "io/repair.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <memory>
#include <numeric>
#include <optional>

#include "base/utf8.h"
#include "io/lines.h"
#include "lang/embedded.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t encoding_count = 8;

// Common ones first; the names are IANA's.
constexpr std::array<const char*, encoding_count> encoding_names = {
    "windows-1252", "windows-1250", "iso-8859-1", "iso-8859-2",
    "iso-8859-15",  "macintosh",    "ibm850",     "windows-1251"};

// A single-byte encoding: the characters of the bytes 80 to FF.
struct encoding {
  const char* name = "";
  std::array<char32_t, 128> characters{};
};

encoding load_encoding(const char* name) {
  encoding loaded{name, {}};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &status),
                                                                     &ucnv_close);
  for (std::size_t i = 0; i < loaded.characters.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    UChar character = 0;
    status = U_ZERO_ERROR;
    if (converter) ucnv_toUChars(converter.get(), &character, 1, &byte, 1, &status);
    loaded.characters[i] = character;
  }
  return loaded;
}

const std::array<encoding, encoding_count>& encodings() {
  static const std::array<encoding, encoding_count> all = [] {
    std::array<encoding, encoding_count> loaded;
    std::transform(encoding_names.begin(), encoding_names.end(), loaded.begin(), load_encoding);
    return loaded;
  }();
  return all;
}

std::optional<unsigned char> byte_of(const encoding& from, char32_t character) {
  const auto found = std::find(from.characters.begin(), from.characters.end(), character);
  if (character == 0 || found == from.characters.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - from.characters.begin()));
}

// How many bytes the sequence of a character has by its first one.  Nothing that a
// language is accepted to write has four.
std::size_t sequence_size(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return 0;
}

struct piece {
  std::string mended;    // one character
  std::size_t size = 0;  // bytes of the broken text
};

// The broken character that begins at `at`, read back through one encoding.
std::optional<piece> read_back(std::string_view text, std::size_t at, const encoding& from,
                               std::u32string_view accepted) {
  piece found;
  std::size_t wanted = 1;
  while (found.mended.size() < wanted) {
    if (at + found.size >= text.size()) return std::nullopt;
    const code_point next = decode_at(text, at + found.size);
    const std::optional<unsigned char> byte = byte_of(from, next.value);
    if (!byte) return std::nullopt;
    if (found.mended.empty()) wanted = sequence_size(*byte);
    found.mended += static_cast<char>(*byte);
    found.size += next.size;
  }
  if (wanted == 0 || find_invalid_utf8(found.mended) != std::string_view::npos) {
    return std::nullopt;
  }
  const bool known = accepted.find(decode_at(found.mended, 0).value) != std::u32string_view::npos;
  return known ? std::optional(found) : std::nullopt;
}

// The next run of two or more characters beyond ASCII from `at` on; empty at the end.
span next_run(std::string_view text, std::size_t at) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  while (at < text.size()) {
    const auto begin = std::find_if_not(text.begin() + at, text.end(), ascii);
    const auto end = std::find_if(begin, text.end(), ascii);
    const span run{static_cast<std::uint32_t>(begin - text.begin()),
                   static_cast<std::uint32_t>(end - text.begin())};
    if (count_code_points(run.in(text)) >= 2) return run;
    at = run.end;
  }
  return {};
}

bool is_ascii_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Whether letters or digits stand beside the run.  What stands alone between marks
// ("\u00AC\u00B4" in a face made of characters) proves no wrong decoding.
bool touches_word(std::string_view text, span run) {
  return (run.begin > 0 && is_ascii_word(text[run.begin - 1])) ||
         (run.end < text.size() && is_ascii_word(text[run.end]));
}

std::size_t count_pieces(std::string_view text, span where, const encoding& from,
                         std::u32string_view accepted) {
  if (!touches_word(text, where)) return 0;
  const bool behind_capital =
      where.begin > 0 && std::isupper(static_cast<unsigned char>(text[where.begin - 1])) != 0;
  const std::string_view run = where.in(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < run.size();) {
    const std::optional<piece> found = read_back(run, at, from, accepted);
    // A capital letter in a word of capitals may well stand before a fixed space.
    const bool doubtful = found && at == 0 && behind_capital && found->mended == "\u00A0";
    count += found && !doubtful ? 1 : 0;
    at += found ? found->size : decode_at(run, at).size;
  }
  return count;
}

// Those that mend something, in the order in which they are asked.
std::vector<const encoding*> order_encodings(std::string_view text, std::u32string_view accepted) {
  std::array<std::size_t, encoding_count> mends{};
  for (span run = next_run(text, 0); !run.empty(); run = next_run(text, run.end)) {
    for (std::size_t i = 0; i < encoding_count; ++i) {
      mends[i] += count_pieces(text, run, encodings()[i], accepted);
    }
  }
  std::array<std::size_t, encoding_count> order{};
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return mends[a] > mends[b]; });
  std::vector<const encoding*> useful;
  for (std::size_t i : order) {
    if (mends[i] > 0) useful.push_back(&encodings()[i]);
  }
  return useful;
}

class mender {
 public:
  mender(std::string_view text, std::u32string_view accepted)
      : text_(text), accepted_(accepted), asked_(order_encodings(text, accepted)) {}

  mended_text mend() {
    std::size_t copied = 0;
    if (!asked_.empty()) {
      for (span run = next_run(text_, 0); !run.empty(); run = next_run(text_, run.end)) {
        done_.text += text_.substr(copied, run.begin - copied);
        mend_run(run.in(text_));
        copied = run.end;
      }
    }
    done_.text += text_.substr(copied);
    return std::move(done_);
  }

 private:
  void mend_run(std::string_view run) {
    const encoding* previous = nullptr;  // that of the character just before, if it was mended
    for (std::size_t at = 0; at < run.size();) {
      const encoding* from = nullptr;
      std::optional<piece> found;
      for (auto it = asked_.begin(); it != asked_.end() && !found; ++it) {
        from = *it;
        found = read_back(run, at, *from, accepted_);
      }
      const std::size_t size = found ? found->size : decode_at(run, at).size;
      const std::string_view broken = run.substr(at, size);
      if (found) {
        record(broken, found->mended, *from, previous == from);
      } else {
        done_.text += broken;
      }
      previous = found ? from : nullptr;
      at += size;
    }
  }

  void record(std::string_view broken, std::string_view mended, const encoding& from,
              bool continues) {
    const auto begin = static_cast<std::uint32_t>(done_.text.size());
    if (!continues) done_.repairs.push_back({{begin, begin}, "", from.name});
    done_.text += mended;
    done_.repairs.back().where.end = static_cast<std::uint32_t>(done_.text.size());
    done_.repairs.back().original += broken;
  }

  std::string_view text_;
  std::u32string_view accepted_;
  std::vector<const encoding*> asked_;
  mended_text done_;
};

// "U+00A0", or the characters themselves.
void append_characters(std::u32string& out, std::string_view word) {
  unsigned value = 0;
  const char* end = word.data() + word.size();
  if (word.starts_with("U+") && std::from_chars(word.data() + 2, end, value, 16).ptr == end) {
    out += static_cast<char32_t>(value);
    return;
  }
  for (std::size_t at = 0; at < word.size();) {
    const code_point next = decode_at(word, at);
    out += next.value;
    at += next.size;
  }
}

std::u32string parse_letters(std::string_view table) {
  std::u32string letters;
  for (std::size_t at = 0; at < table.size();) {
    const source_line line = line_at(table, at);
    at = line.next;
    if (line.text.starts_with('#')) continue;
    std::string_view rest = trim(line.text);
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      append_characters(letters, word);
      rest = trim(rest.substr(word.size()));
    }
  }
  return letters;
}

}  // namespace

mended_text mend(std::string_view text, std::u32string_view accepted) {
  return mender(text, accepted).mend();
}

std::u32string accepted_letters(std::string_view language) {
  for (const embedded_file& file : embedded_language_files(language)) {
    if (file.name == "letters.txt") return parse_letters(file.content);
  }
  return {};
}

}  // namespace zeitstrahl
