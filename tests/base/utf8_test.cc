#include "base/utf8.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <optional>
#include <string>

namespace zeitstrahl {
namespace {

// The slow way: take a sequence's length from its first byte, put the bits together and ask
// whether so many bytes were needed for such a code point.
std::optional<std::size_t> slow_sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  std::size_t length = 1;
  char32_t value = byte(0);
  if (value >= 0xF8) return std::nullopt;
  if (value >= 0x80) {
    if (value < 0xC0) return std::nullopt;
    length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
    value &= 0x7Fu >> length;
    if (text.size() < length) return std::nullopt;
    for (std::size_t i = 1; i < length; ++i) {
      if (byte(i) / 64 != 2) return std::nullopt;
      value = value * 64 + byte(i) % 64;
    }
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[length] || surrogate || value > 0x10FFFF) return std::nullopt;
  return length;
}

std::size_t slow_find_invalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto length = slow_sequence_length(text.substr(at));
    if (!length) return at;
    at += *length;
  }
  return std::string_view::npos;
}

TEST(Utf8, EverySequenceOfUpToThreeBytes) {
  for (int size = 1; size <= 3; ++size) {
    const int count = 1 << 8 * size;
    std::string text(static_cast<std::size_t>(size), '\0');
    for (int bits = 0; bits < count; ++bits) {
      for (int i = 0; i < size; ++i) {
        text[static_cast<std::size_t>(i)] = static_cast<char>(bits >> 8 * i);
      }
      ASSERT_EQ(find_invalid_utf8(text), slow_find_invalid(text)) << bits;
    }
  }
}

// The bytes at which something changes, behind text that is read eight bytes at a time.
TEST(Utf8, SequencesOfFourBytes) {
  const std::string_view bytes =
      "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF3\xF4\xF5\xFF";
  for (const std::string prefix : {"", "seven b", "12345678", "123456789012345"}) {
    for (const char a : bytes) {
      for (const char b : bytes) {
        for (const char c : bytes) {
          for (const char d : bytes) {
            const std::string text = prefix + a + b + c + d + "end";
            ASSERT_EQ(find_invalid_utf8(text), slow_find_invalid(text));
          }
        }
      }
    }
  }
}

TEST(Utf8, CodePointsThereAndBack) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text = "ab";
    append_utf8(text, value);
    ASSERT_EQ(find_invalid_utf8(text), std::string::npos) << static_cast<std::uint32_t>(value);
    ASSERT_EQ(count_code_points(text), 3u) << static_cast<std::uint32_t>(value);
    const code_point read = decode_at(text, 2);
    ASSERT_TRUE(read.value == value) << static_cast<std::uint32_t>(value);
    ASSERT_EQ(read.size, text.size() - 2) << static_cast<std::uint32_t>(value);
  }
}

TEST(Utf8, FoldCase) {
  const struct {
    std::string text, folded;
  } cases[] = {
      {"", ""},           {"Montag 12", "montag 12"},
      {"ÄRZTE", "ärzte"}, {"Größe", "größe"},
      {"Ÿ", "ÿ"},         {"ŠŽČ", "šžč"},
      {"ẞ", "ẞ"},         {"×÷", "×÷"},
      {"\xC3", "\xC3"},
  };
  for (const auto& c : cases) EXPECT_EQ(fold_case(c.text), c.folded);
}

// Capital and small letter have as many bytes, and are those of Unicode.
TEST(Utf8, FoldCaseIsUnicodesUpToU017F) {
  for (char32_t value = 0; value <= 0x2FFF; ++value) {
    std::string text;
    append_utf8(text, value);
    std::string lower;
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(value))));
    const bool folds = value <= 0x17F && value != 0x130;  // capital I with dot: "i" is shorter
    ASSERT_EQ(fold_case(text), folds ? lower : text) << static_cast<std::uint32_t>(value);
    ASSERT_EQ(fold_case("x" + text + "X"), "x" + (folds ? lower : text) + "x")
        << static_cast<std::uint32_t>(value);
  }
}

TEST(Utf8, CountCodePoints) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("für"), 3u);
  EXPECT_EQ(count_code_points("5 € – 😀"), 7u);
}

TEST(SingleSpaces, StandForWhiteSpaceWithin) {
  EXPECT_EQ(with_single_spaces(" Der\t\r\nalte  Hof\f"), "Der alte Hof");
  EXPECT_EQ(with_single_spaces("Süd \xff\vOst"), "Süd \xff Ost");
  EXPECT_EQ(with_single_spaces(" \n "), "");
}

TEST(Visible, SaysNothingToATerminal) {
  const std::pair<std::string, std::string> cases[] = {{"Brücke.txt", "Brücke.txt"},
                                                       {"a\nb\r\tc", "a\\nb\\x0d\\x09c"},
                                                       {"\x1b[2J", "\\x1b[2J"},
                                                       {std::string("a\0b", 3), "a\\x00b"},
                                                       {"\u009b31m", "\\u009b31m"},
                                                       {"txt.\u202egnp", "txt.\\u202egnp"},
                                                       {"\u2028\u2069", "\\u2028\\u2069"},
                                                       {"a\xff\xc3", "a\\xff\\xc3"},
                                                       {"東京🙂", "東京🙂"}};
  for (const auto& [bytes, shown] : cases) EXPECT_EQ(visible(bytes), shown);
}

TEST(Noncharacters, AreThoseOfUnicode) {
  for (const char32_t c : {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF}) {
    EXPECT_TRUE(is_noncharacter(c));
  }
  for (const char32_t c : {0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x10FFFD}) {
    EXPECT_FALSE(is_noncharacter(c));
  }
}

}  // namespace
}  // namespace zeitstrahl
