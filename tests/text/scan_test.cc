#include "text/scan.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// Class bytes of the words below.
enum test_symbol : std::uint8_t { weekday = first_word_symbol, part, number, unit, sense_lower };

std::string_view name_of(std::uint8_t symbol) {
  static const std::array<std::string_view, sense_lower + 1> names = [] {
    std::array<std::string_view, sense_lower + 1> out{};
    const auto name = [&](std::uint8_t s, std::string_view text) { out[s] = text; };
    name(symbol_stop, "stop");
    name(symbol_word_lower, "lower");
    name(symbol_word_capital, "capital");
    name(symbol_word_upper, "upper");
    name(symbol_word_glued, "glued");
    name(symbol_number_zero, "0");
    name(symbol_number_two_zeros, "00");
    name(symbol_number_1_to_9, "1-9");
    name(symbol_number_01_to_09, "01-09");
    name(symbol_number_10_to_12, "10-12");
    name(symbol_number_13_to_24, "13-24");
    name(symbol_number_25_to_31, "25-31");
    name(symbol_number_32_to_59, "32-59");
    name(symbol_number_60_to_99, "60-99");
    name(symbol_number_3_digits, "3-digits");
    name(symbol_number_4_digits, "4-digits");
    name(symbol_number_1000_to_1399, "1000-1399");
    name(symbol_number_year, "year");
    name(symbol_number_long, "long");
    name(symbol_dot, "dot");
    name(symbol_inner_dot, "inner-dot");
    name(symbol_comma, "comma");
    name(symbol_inner_comma, "inner-comma");
    name(symbol_colon, "colon");
    name(symbol_inner_colon, "inner-colon");
    name(symbol_slash, "slash");
    name(symbol_inner_slash, "inner-slash");
    name(symbol_hyphen, "hyphen");
    name(symbol_inner_hyphen, "inner-hyphen");
    name(symbol_dash, "dash");
    name(symbol_open, "open");
    name(symbol_close, "close");
    name(symbol_quote, "quote");
    name(symbol_apostrophe, "apostrophe");
    name(symbol_percent, "percent");
    name(symbol_currency, "currency");
    name(symbol_paragraph, "paragraph");
    name(symbol_semicolon, "semicolon");
    name(symbol_other, "other");
    name(weekday, "WEEKDAY");
    name(part, "PART");
    name(number, "NUMBER");
    name(unit, "UNIT");
    name(sense_lower, "SENSE");
    return out;
  }();
  return symbol < names.size() ? names[symbol] : "?";
}

// Some words of German: days and parts of days that join, number words, and one word that
// means something only where it is written small.
struct test_words {
  vocabulary words;
  sentence_hints hints;

  test_words() {
    const auto add = [&](std::string_view word, std::uint8_t symbol) -> word_entry& {
      word_entry& e = words[words.add(word)];
      e.lower = e.capital = symbol;
      return e;
    };
    for (const char* word : {"montag", "sonnabend", "samstag"}) {
      add(word, weekday).starts_compound = true;
    }
    for (const char* word : {"abend", "nacht", "früh"}) add(word, part).ends_compound = true;
    add("tägig", unit).ends_compound = true;
    add("tage", unit);
    words[words.add("morgen")].lower = sense_lower;
    const struct {
      const char* word;
      std::int16_t value;
    } numbers[] = {{"ein", 1},       {"zwei", 2},      {"drei", 3},     {"fünf", 5},
                   {"zehn", 10},     {"dreizehn", 13}, {"zwanzig", 20}, {"dreißig", 30},
                   {"hundert", 100}, {"tausend", 1000}};
    for (const auto& n : numbers) add(n.word, number).number_part = n.value;
    words.set_number_joiner("und");
    words.finish();
    for (const char* word : {"dr", "jan", "usw"}) words.add(word);
    hints.abbreviation.resize(words.size());
    hints.starter.resize(words.size());
    for (const char* word : {"dr", "jan", "usw"}) hints.abbreviation[words.add(word)] = true;
    hints.number_word = number;
  }
};

const test_words& german() {
  static const test_words words;
  return words;
}

scanned_text scan_text(std::string_view text) {
  scanned_text out;
  scan(text, german().words, german().hints, out);
  return out;
}

// "weekday:Montag 1-9:5 stop:." for the tokens of a text.
std::string described(std::string_view text) {
  const scanned_text scanned = scan_text(text);
  std::string out;
  for (std::size_t i = 0; i < scanned.tokens.size(); ++i) {
    if (i > 0) out += ' ';
    out += name_of(static_cast<std::uint8_t>(scanned.symbols.first[i]));
    out += ':';
    out += scanned.tokens[i].where.in(text);
  }
  return out;
}

TEST(Scan, Tokens) {
  const struct {
    std::string text, tokens;
  } cases[] = {
      {"", ""},
      {" \t\r\n ", ""},
      // Words.
      {"Haus", "capital:Haus stop:"},
      {"haus", "lower:haus stop:"},
      {"HAUS", "upper:HAUS stop:"},
      {"A", "capital:A stop:"},
      {"ÄÖ", "upper:ÄÖ stop:"},
      {"Übung übt", "capital:Übung lower:übt stop:"},
      {"Łódź čas", "capital:Łódź lower:čas stop:"},
      {"Größe", "capital:Größe stop:"},
      {"G7 H2O", "capital:G7 upper:H2O stop:"},
      {"Москва ひ", "lower:Москва lower:ひ stop:"},
      {"morgen Morgen MORGEN", "SENSE:morgen capital:Morgen upper:MORGEN stop:"},
      {"montag MONTAG Montags", "WEEKDAY:montag WEEKDAY:MONTAG capital:Montags stop:"},
      // Numbers.
      {"0 00 000", "0:0 00:00 3-digits:000 stop:"},
      {"1 9 01 09 10 12", "1-9:1 1-9:9 01-09:01 01-09:09 10-12:10 10-12:12 stop:"},
      {"13 24 25 31 32 59 60 99",
       "13-24:13 13-24:24 25-31:25 25-31:31 32-59:32 32-59:59 60-99:60 60-99:99 stop:"},
      {"100 999 001", "3-digits:100 3-digits:999 3-digits:001 stop:"},
      {"0999 1000 1399 1400 2199 2200",
       "4-digits:0999 1000-1399:1000 1000-1399:1399 year:1400 year:2199 4-digits:2200 stop:"},
      {"12345", "long:12345 stop:"},
      // What follows a number without a gap.
      {"5G", "1-9:5 glued:G stop:"},
      {"80er 90ER 2kg", "60-99:80 glued:er 60-99:90 glued:ER 1-9:2 glued:kg stop:"},
      {"3tage", "1-9:3 UNIT:tage stop:"},
      // Marks inside and outside.
      {"1.2 1. 2", "1-9:1 inner-dot:. 1-9:2 1-9:1 dot:. 1-9:2 stop:"},
      {"1,5 1, 5", "1-9:1 inner-comma:, 1-9:5 1-9:1 comma:, 1-9:5 stop:"},
      {"8:30 8: 30", "1-9:8 inner-colon:: 25-31:30 1-9:8 colon:: 25-31:30 stop:"},
      {"5/6 5 / 6", "1-9:5 inner-slash:/ 1-9:6 1-9:5 slash:/ 1-9:6 stop:"},
      {"US-Dollar", "upper:US inner-hyphen:- capital:Dollar stop:"},
      {"Ost- und -west", "capital:Ost hyphen:- lower:und hyphen:- lower:west stop:"},
      {"da - dort – hier—dann",
       "lower:da dash:- lower:dort dash:– lower:hier dash:— lower:dann "
       "stop:"},
      {"2019–2030 1-2", "year:2019 dash:– year:2030 1-9:1 inner-hyphen:- 1-9:2 stop:"},
      {"a\xE2\x80\x91z", "lower:a inner-hyphen:\xE2\x80\x91 lower:z stop:"},
      {"(a) [b]", "open:( lower:a close:) open:[ lower:b close:] stop:"},
      {"„a“ »b« \"c\" ‚d‘",
       "quote:„ lower:a quote:“ quote:» lower:b quote:« quote:\" lower:c quote:\" quote:‚ lower:d "
       "quote:‘ stop:"},
      {"geht's geht’s", "lower:geht apostrophe:' lower:s lower:geht apostrophe:’ lower:s stop:"},
      {"'98 ’98 'nein'",
       "apostrophe:' 60-99:98 apostrophe:’ 60-99:98 quote:' lower:nein quote:' stop:"},
      {"5 % 5€ $5 £ §3",
       "1-9:5 percent:% 1-9:5 currency:€ currency:$ 1-9:5 currency:£ "
       "paragraph:§ 1-9:3 stop:"},
      {"a; b & c + 😀", "lower:a semicolon:; lower:b other:& lower:c other:+ other:😀 stop:"},
      {"m² 5°", "lower:m other:² 1-9:5 other:° stop:"},
      // White space beyond ASCII.
      {"5\u00a0Tage\u2009z\u202fB", "1-9:5 UNIT:Tage lower:z capital:B stop:"},
      // Compounds of known parts.
      {"Montagabend", "WEEKDAY:Montag PART:abend stop:"},
      {"SONNABENDNACHT", "WEEKDAY:SONNABEND PART:NACHT stop:"},
      {"Samstagfrüh", "WEEKDAY:Samstag PART:früh stop:"},
      {"Montagsabend Montagabends Abendmontag",
       "capital:Montagsabend capital:Montagabends capital:Abendmontag stop:"},
      {"dreitägig", "NUMBER:drei UNIT:tägig stop:"},
      {"zweiunddreißigtägig", "NUMBER:zweiunddreißig UNIT:tägig stop:"},
      {"5tägig", "1-9:5 UNIT:tägig stop:"},
      // Lines.
      {"Titel\nText", "capital:Titel stop: capital:Text stop:"},
      {"Titel\r\n\r\nText", "capital:Titel stop: capital:Text stop:"},
      {"Zeile\nohne\nEnde", "capital:Zeile lower:ohne capital:Ende stop:"},
      {"Zeile\nohne\n\nEnde", "capital:Zeile lower:ohne stop: capital:Ende stop:"},
      {"Ja.\nNein", "capital:Ja stop:. capital:Nein stop:"},
  };
  for (const auto& c : cases) EXPECT_EQ(described(c.text), c.tokens) << c.text;
}

TEST(Scan, Flags) {
  const struct {
    std::string text, flags;  // of each token: Capital, Upper, Glued, Break, Part
  } cases[] = {
      {"Haus HAUS haus A", "CB CU - C -"},
      {"da, dort", "B G - -"},
      {"80er-Jahre", "B G G CG -"},
      {"Titel\nText hier", "CB - CB - -"},
      {"das Montagabend", "B CP CGP -"},
      {"dreitägig", "BP GP -"},
      {"H2O", "CUB -"},
  };
  for (const auto& c : cases) {
    const scanned_text scanned = scan_text(c.text);
    std::string flags;
    for (const token& t : scanned.tokens) {
      std::string own;
      if (t.flags & token::capital) own += 'C';
      if (t.flags & token::upper) own += 'U';
      if (t.flags & token::glued) own += 'G';
      if (t.flags & token::after_break) own += 'B';
      if (t.flags & token::part) own += 'P';
      flags += (flags.empty() ? "" : " ") + (own.empty() ? "-" : own);
    }
    EXPECT_EQ(flags, c.flags) << c.text;
  }
}

TEST(Scan, Values) {
  const struct {
    std::string text;
    std::int64_t value;
  } cases[] = {
      {"0", 0},
      {"007", 7},
      {"2019", 2019},
      {"999999999999999999", 999999999999999999},
      {"9999999999999999999999", 999999999999999999},  // the first 18 digits
      {"zwei", 2},
      {"Dreizehn", 13},
      {"zweiunddreißig", 32},
      {"fünftausend", 5000},
      {"hundertzwei", 102},
      {"tausendundzwei", 1002},
      {"zweihundertdreiunddreißigtausendfünfhundertdreizehn", 233513},
      {"Haus", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(scan_text(c.text).tokens.front().value, c.value) << c.text;
}

TEST(Scan, WordsThatOnlyLookLikeNumbers) {
  for (const std::string text : {"dreist", "zweifel", "einund", "undzwanzig", "zwanzigund",
                                 "hunderthundert", "tausendtausend", "zwanzigzwei", "dreizweiund",
                                 "zehnundzwanzig", "zweizwanzig", "einundzwei", "hundertlang"}) {
    EXPECT_EQ(described(text), "lower:" + text + " stop:");
  }
}

// Words of any length are one token; those longer than any of the tables are unknown.
TEST(Scan, LongWords) {
  for (std::size_t size = 1; size < 300; ++size) {
    const std::string ascii(size, 'x');
    EXPECT_EQ(described(ascii), "lower:" + ascii + " stop:");
    std::string umlauts;
    for (std::size_t i = 0; i < size; ++i) umlauts += "ö";
    EXPECT_EQ(described("x" + umlauts + "."), "lower:x" + umlauts + " stop:.");
  }
}

// --- properties of any text --------------------------------------------------------------------

bool is_space(char32_t c) {
  return c <= ' ' || c == 0x7F || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

void check_properties(const std::string& text) {
  ASSERT_EQ(find_invalid_utf8(text), std::string::npos);
  const scanned_text scanned = scan_text(text);
  ASSERT_EQ(scanned.symbols.size(), scanned.tokens.size()) << text;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < scanned.tokens.size(); ++i) {
    const token& t = scanned.tokens[i];
    ASSERT_LE(end, t.where.begin) << text;
    ASSERT_LE(t.where.begin, t.where.end) << text;
    ASSERT_NE(scanned.symbols.first[i], '\0') << text;
    ASSERT_EQ(t.is == token::stop, scanned.symbols.first[i] == symbol_stop) << text;
    ASSERT_TRUE(!t.where.empty() || t.is == token::stop) << text;
    for (std::uint32_t at = end; at < t.where.begin; at += decode_at(text, at).size) {
      ASSERT_TRUE(is_space(decode_at(text, at).value)) << "byte " << at << " of " << text;
    }
    end = t.where.end;
  }
  ASSERT_LE(end, text.size());
  for (std::size_t at = end; at < text.size(); at += decode_at(text, at).size) {
    ASSERT_TRUE(is_space(decode_at(text, at).value)) << "byte " << at << " of " << text;
  }
  if (!scanned.tokens.empty()) {
    ASSERT_EQ(scanned.tokens.back().is, token::stop) << text;
  }

  std::vector<span> sentences;
  find_sentences(scanned, sentences);
  std::size_t next_token = 0;
  std::uint32_t last = 0;
  for (const span& s : sentences) {
    ASSERT_LT(s.begin, s.end) << text;
    ASSERT_LE(last, s.begin) << text;
    last = s.end;
    ASSERT_FALSE(is_space(decode_at(text, s.begin).value)) << text;
    while (next_token < scanned.tokens.size() && scanned.tokens[next_token].where.end <= s.end) {
      const span where = scanned.tokens[next_token++].where;
      ASSERT_TRUE(s.contains(where) || where.empty()) << text;
    }
  }
  ASSERT_EQ(next_token, scanned.tokens.size()) << "a token outside of all sentences: " << text;
}

TEST(Scan, PropertiesOfAnyText) {
  const std::vector<std::string> pieces = {
      "Montag", "abend",  "montagabend", "Dr",   "usw",    "fünf", "hundert", "2019", "5",
      "31",     "A",      "der",         "Der",  ".",      "!",    "?",       "...",  "…",
      ",",      ":",      ";",           "-",    "–",      "/",    "(",       ")",    "„",
      "“",      "\"",     "'",           "’",    "%",      "€",    "§",       "\n",   "\n\n",
      "\r\n",   " ",      "  ",          "\t",   "\u00a0", "😀",    "ß",       "é",    "日本",
      "\u00ad", "\u200b", "\x01",        "\x7F", "\uFEFF", "x̀"};
  std::mt19937 random(20240515);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const int count = static_cast<int>(random() % 24);
    for (int i = 0; i < count; ++i) {
      text += pieces[random() % pieces.size()];
      if (random() % 3 == 0) text += ' ';
    }
    check_properties(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Scan, PropertiesOfRandomCharacters) {
  std::mt19937 random(5);
  const char32_t limits[] = {0x80, 0x180, 0x2100, 0x3000, 0x10000, 0x110000};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const int count = static_cast<int>(random() % 40);
    for (int i = 0; i < count; ++i) {
      const char32_t value = static_cast<char32_t>(random() % limits[random() % 6]);
      if (value < 0xD800 || value > 0xDFFF) append_utf8(text, value);
    }
    check_properties(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Scan, AppendsNothingToItsMemory) {
  scanned_text memory = scan_text("Erst ein langer Text, dann ein kurzer. Montagabend, 5 Tage.");
  memory.clear();
  scan("Ja.", german().words, german().hints, memory);
  EXPECT_EQ(memory.tokens.size(), 2u);
  EXPECT_EQ(memory.symbols.size(), 2u);
}

}  // namespace
}  // namespace zeitstrahl
