#include "io/clean.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && u_isalpha(static_cast<UChar32>(decode_at(text, at).value));
}

std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark.
bool has_no_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         c == 0xFEFF;
}

bool is_ligature(char32_t c) { return c >= 0xFB00 && c <= 0xFB06; }

std::string letters_of(std::string_view ligature) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
  if (U_SUCCESS(status)) {
    compatible->normalizeUTF8(
        0, icu::StringPiece(ligature.data(), static_cast<int32_t>(ligature.size())), sink, nullptr,
        status);
  }
  return U_SUCCESS(status) ? out : std::string(ligature);
}

// Behind a line break that parts a word, with blanks on both sides; `at` if there is none.
std::size_t skip_line_break(std::string_view text, std::size_t at) {
  std::size_t next = text.find_first_not_of(" \t", at);
  if (next == text.npos) return at;
  if (text[next] == '\r') ++next;
  if (next >= text.size() || text[next] != '\n') return at;
  const std::size_t word = text.find_first_not_of(" \t", next + 1);
  return word == text.npos ? at : word;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_letter(text, end)) end += decode_at(text, end).size;
  return text.substr(at, end - at);
}

// At a hyphen between letters at a line's end: takes out the break, and the hyphen where it
// only parts the word.
void join_parted_word(edited_text& out, std::size_t hyphen,
                      const std::vector<std::string_view>& keep_hyphen) {
  const std::string_view text = out.source();
  if (hyphen == 0 || !is_letter(text, previous(text, hyphen))) return;
  const std::size_t word = skip_line_break(text, hyphen + 1);
  if (word == hyphen + 1 || !is_letter(text, word)) return;
  const std::string_view next = word_at(text, word);
  if (std::find(keep_hyphen.begin(), keep_hyphen.end(), next) != keep_hyphen.end()) return;
  const bool small = u_islower(static_cast<UChar32>(decode_at(text, word).value));
  out.copy_until(small ? hyphen : hyphen + 1);
  out.replace(word, "");
}

// "+++ 9.30 Uhr: Der Zug steht wieder. +++": behind the mark and the blanks that part it from
// words.
std::size_t take_out_ticker_mark(edited_text& out, std::size_t at) {
  const std::string_view text = out.source();
  const std::size_t mark_end = std::min(text.find_first_not_of('+', at), text.size());
  const bool blank_before = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
  const bool blank_behind =
      mark_end == text.size() || std::string_view(" \r\n").find(text[mark_end]) != text.npos;
  if (!blank_before || !blank_behind) return mark_end;
  const bool begins_line = at == 0 || text[at - 1] == '\n';
  out.copy_until(at);
  const std::size_t end =
      begins_line ? std::min(text.find_first_not_of(' ', mark_end), text.size()) : mark_end;
  out.replace(end, "");
  return end;
}

// The first bytes of all that is looked for.
constexpr std::array<bool, 256> make_first_bytes() {
  std::array<bool, 256> out{};
  for (const unsigned char byte : {0x2B, 0x2D, 0xC2, 0xE2, 0xEF}) out[byte] = true;  // 2B +, 2D -
  return out;
}
constexpr std::array<bool, 256> first_bytes = make_first_bytes();

edited_text without_marks(std::string_view text, const std::vector<std::string_view>& keep_hyphen) {
  edited_text out(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!first_bytes[byte]) {
      ++at;
      continue;
    }
    if (byte == '-') join_parted_word(out, at, keep_hyphen);
    if (byte == '+' && text.substr(at).starts_with("+++")) {
      at = take_out_ticker_mark(out, at);
      continue;
    }
    if (byte < 0x80) {
      ++at;
      continue;
    }
    const code_point c = decode_at(text, at);
    std::size_t next = at + c.size;
    if (is_ligature(c.value)) {
      out.copy_until(at);
      out.replace(next, letters_of(text.substr(at, c.size)));
    } else if (has_no_width(c.value)) {
      if (c.value == 0xAD) next = skip_line_break(text, next);
      out.copy_until(at);
      out.replace(next, "");
    }
    at = next;
  }
  out.copy_rest();
  return out;
}

// Composed; false where it is so already, or ICU fails.
bool compose(std::string_view text, std::string& out, std::vector<edit>& edits) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || text.size() > INT32_MAX) return false;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (composed->isNormalizedUTF8(piece, status) || U_FAILURE(status)) return false;
  icu::StringByteSink<std::string> sink(&out);
  icu::Edits changed;
  composed->normalizeUTF8(0, piece, sink, &changed, status);
  if (U_FAILURE(status)) return false;
  icu::Edits::Iterator at = changed.getFineChangesIterator();
  while (at.next(status)) {
    const auto from = static_cast<std::uint32_t>(at.sourceIndex());
    const auto to = static_cast<std::uint32_t>(at.destinationIndex());
    edits.push_back({{from, from + static_cast<std::uint32_t>(at.oldLength())},
                     {to, to + static_cast<std::uint32_t>(at.newLength())}});
  }
  return U_SUCCESS(status);
}

}  // namespace

edited_text clean(std::string_view text, const std::vector<std::string_view>& keep_hyphen) {
  edited_text out = without_marks(text, keep_hyphen);
  std::string composed;
  std::vector<edit> edits;
  if (compose(out.text(), composed, edits)) {
    out.edits() = then(out.edits(), edits);
    out.text() = std::move(composed);
  }
  return out;
}

}  // namespace zeitstrahl
