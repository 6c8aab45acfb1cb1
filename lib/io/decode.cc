#include "io/decode.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t head_size = 4096;  // where an encoding is named

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return out;
}

// Nothing for encodings that ICU does not know, and for text that is too long for it.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding.c_str(), &status);
  if (U_FAILURE(status) || bytes.size() > INT32_MAX) {
    ucnv_close(converter);
    return std::nullopt;
  }
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  return text.toUTF8String(out);
}

// What a byte order mark names, and its size.
std::pair<std::string, std::size_t> read_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"utf-32le", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"utf-32be", 4};
  if (bytes.starts_with("\xFF\xFE")) return {"utf-16le", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"utf-16be", 2};
  return {"", 0};
}

// The value of charset= in a page's head or of encoding= in an XML declaration.
std::string read_declared(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, head_size));
  if (head.find('<') == std::string::npos) return {};
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    const std::size_t begin = head.find_first_not_of("\"' ", at + key.size());
    if (begin == std::string::npos) continue;
    const std::size_t end = head.find_first_of("\"' ;/>?", begin);
    const std::string name = head.substr(begin, end - begin);
    return name == "iso-8859-1" || name == "latin1" || name == "us-ascii" ? "windows-1252" : name;
  }
  return {};
}

std::size_t count_sequences(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

std::string guess(std::string_view bytes) {
  const uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), std::min(bytes.size(), std::size_t{1} << 16));
  uchardet_data_end(detector);
  const std::string name = lower(uchardet_get_charset(detector));
  uchardet_delete(detector);
  return name.empty() || name == "ascii" || name.starts_with("utf") ? "windows-1252" : name;
}

// The characters past ASCII that the language is written with, less the others.
std::ptrdiff_t rate(std::string_view text, std::u32string_view accepted) {
  std::ptrdiff_t good = 0;
  for (std::size_t at = 0; at < text.size();) {
    const code_point c = decode_at(text, at);
    at += c.size;
    if (c.value < 0x80) continue;
    good += accepted.find(c.value) != std::u32string_view::npos ? 1 : -1;
  }
  return good;
}

struct guessed_text {
  std::string text;
  std::string encoding;
  std::ptrdiff_t rate = PTRDIFF_MIN;
};

guessed_text decode_by_letters(std::string_view bytes, std::u32string_view accepted) {
  guessed_text best;
  for (const std::string& name : {std::string("windows-1252"), guess(bytes),
                                  std::string("macintosh"), std::string("ibm850")}) {
    std::optional<std::string> text = convert(bytes, name);
    if (!text) continue;
    const std::ptrdiff_t rated = rate(*text, accepted);
    // The commonest goes first unless another is clearly better.
    if (best.rate == PTRDIFF_MIN || rated >= best.rate + 2) best = {std::move(*text), name, rated};
  }
  return best;
}

}  // namespace

std::string replace_invalid(std::string_view bytes, std::size_t& count) {
  std::string out;
  out.reserve(bytes.size());
  count = 0;
  while (true) {
    const std::size_t bad = find_invalid_utf8(bytes);
    out += bytes.substr(0, bad);
    if (bad == std::string_view::npos) return out;
    out += replacement;
    ++count;
    bytes.remove_prefix(bad + 1);
  }
}

std::string replaced_in_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " byte is" : " bytes are") + " no UTF-8 and " +
         (count == 1 ? "was" : "were") + " replaced by U+FFFD";
}

decoded_text decode(std::string_view bytes, std::u32string_view accepted) {
  const auto [marked, size] = read_mark(bytes);
  bytes.remove_prefix(size);
  if (!marked.empty() && marked != "utf-8") {
    if (std::optional<std::string> text = convert(bytes, marked)) return {std::move(*text), {}};
  }
  if (find_invalid_utf8(bytes) == std::string_view::npos) return {std::string(bytes), {}};

  const std::string declared = read_declared(bytes);
  const bool utf8 = declared == "utf-8" || declared == "utf8" || marked == "utf-8";
  if (!declared.empty() && !utf8) {
    if (std::optional<std::string> text = convert(bytes, declared)) return {std::move(*text), {}};
  }
  std::size_t invalid = 0;
  std::string repaired = replace_invalid(bytes, invalid);
  const bool mostly_utf8 = count_sequences(repaired) > 2 * invalid;
  guessed_text guessed;
  if (!mostly_utf8) guessed = decode_by_letters(bytes, accepted);
  if (mostly_utf8 || (utf8 && guessed.rate <= 0)) {
    return {std::move(repaired), {replaced_in_words(invalid)}};
  }
  return {std::move(guessed.text),
          {(utf8 ? "says that it is UTF-8 and is not; read as "
                 : "is not UTF-8 and names no encoding; read as ") +
           guessed.encoding}};
}

}  // namespace zeitstrahl
