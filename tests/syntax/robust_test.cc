// The analysis is total and linear, and damaged models are refused.

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/embedded.h"
#include "syntax/analyzer.h"
#include "syntax/describe.h"
#include "syntax/model.h"
#include "tests/syntax/german.h"

namespace zeitstrahl {
namespace {

using word_list = std::vector<std::string>;

word_list repeated(std::size_t count, const word_list& words) {
  word_list out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(words[i % words.size()]);
  return out;
}

sentence analyzed(const word_list& words) {
  const std::vector<std::string_view> views(words.begin(), words.end());
  analysis_memory memory;
  sentence out;
  german_analyzer().analyze(views, memory, out);
  return out;
}

// What holds for the analysis of any words.
void expect_sound(const sentence& s, std::size_t words, const std::string& what) {
  SCOPED_TRACE(what);
  const auto size = static_cast<token_index>(s.words.size());
  EXPECT_EQ(s.words.size(), std::min(words, sentence_analyzer::longest_sentence));
  ASSERT_EQ(s.owner.size(), s.words.size());
  const auto clauses = static_cast<std::int32_t>(s.clauses.size());
  for (token_index i = 0; i < size; ++i) {
    const auto at = static_cast<std::size_t>(i);
    ASSERT_TRUE(s.owner[at] >= 0 && s.owner[at] < clauses);
    ASSERT_TRUE(s.words[at].head >= no_token && s.words[at].head < size);
    // Every word leads to the root.
    int steps = 0;
    for (token_index up = i; up != no_token && steps <= size; ++steps) {
      up = s.words[static_cast<std::size_t>(up)].head;
    }
    ASSERT_LE(steps, size);
  }
  for (const syntax_clause& c : s.clauses) {
    EXPECT_TRUE(c.begin <= c.end && c.end <= size);
    for (token_index i : {c.negation, c.opener, c.finite, c.content, c.particle, c.modal}) {
      EXPECT_TRUE(i >= no_token && i < size);
    }
    EXPECT_TRUE(c.parent >= no_clause && c.parent < clauses);
    std::size_t outer = 0;
    for (std::int32_t up = c.parent; up != no_clause && outer <= s.clauses.size(); ++outer) {
      up = s.clauses[static_cast<std::size_t>(up)].parent;
    }
    EXPECT_LE(outer, s.clauses.size()) << "clauses hang on each other in a circle";
    EXPECT_TRUE(c.joined >= no_clause && c.joined < clauses);
    EXPECT_LT(c.subject, static_cast<std::int32_t>(s.phrases.size()));
  }
  describe(s);
}

const std::pair<const char*, word_list> kinds[] = {
    {"no mark", {"Stadt", "baut", "neue", "der", "Brücke"}},
    {"commas", {","}},
    {"finite verbs", {"geht", "kam"}},
    {"infinitives", {"zu", "gehen"}},
    {"participles", {"gekauft", "worden"}},
    {"openers", {"dass", "wenn", "die"}},
    {"relative clauses", {",", "der", "Mann", "ist"}},
    {"particles", {"auf", "an"}},
    {"coordinators", {"und", "oder"}},
    {"negations", {"nicht", "kein", "sondern"}},
    {"quotation marks", {"„", "\"", "“", "»"}},
    {"brackets", {"(", "["}},
    {"marks", {".", "?", ":", "–"}},
    {"attributes", {"die", "im", "Jahr", "laufende"}},
    {"invalid bytes", {"\xff\xfe", "\xC3", std::string("\0", 1), "\xED\xA0\x80"}},
    {"nothing", {""}},
    {"long words", {std::string(100000, 'a'), std::string(5000, '-')}},
};

TEST(AnyWords, AreAnalyzed) {
  expect_sound(analyzed({}), 0, "empty");
  for (const auto& [what, words] : kinds) {
    for (std::size_t count : {1, 2, 3, 7, 50, 400, 401, 1000}) {
      expect_sound(analyzed(repeated(count, words)), count, what);
    }
  }
}

TEST(AnyWords, AreAnalyzedAsText) {
  for (const std::string_view text : {"", " ", "\n\n", "?", "a", ",,,,", "…", "(((", "„„„"}) {
    const sentence s = german_sentence(text);
    expect_sound(s, s.words.size(), std::string(text));
  }
}

double seconds(const word_list& words) {
  using clock = std::chrono::steady_clock;
  const std::vector<std::string_view> views(words.begin(), words.end());
  analysis_memory memory;
  sentence out;
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const clock::time_point begin = clock::now();
    german_analyzer().analyze(views, memory, out);
    best = std::min(best, std::chrono::duration<double>(clock::now() - begin).count());
  }
  return best;
}

// Four times the words take less than ten times the time; a square would take sixteen times.
bool takes_linear_time(const word_list& words) {
  const double some = seconds(repeated(100, words));
  const double more = seconds(repeated(400, words));
  return more < 10 * some + 0.001 && seconds(repeated(10000, words)) < 3 * more + 0.01;
}

// What is not linear fails each time; what another process delayed does not.
TEST(AnyWords, InLinearTime) {
  constexpr int tries = 4;
  for (const auto& [what, words] : kinds) {
    bool linear = false;
    for (int i = 0; i < tries && !linear; ++i) linear = takes_linear_time(words);
    EXPECT_TRUE(linear) << what;
  }
}

struct damage_case {
  const char* what;
  std::string_view find;
  std::string_view put;
  std::string_view message;
};

TEST(Model, DamagedFilesAreRefused) {
  const std::string_view sound = embedded_language_data("de", "syntax.bin");
  ASSERT_TRUE(syntax_model::open(sound));
  const damage_case cases[] = {
      {"another file", "zeitstrahl", "PK", "no model of this version"},
      {"another version", "model 1", "model 9", "no model of this version"},
      {"no end of the head", "\n\n", "\n", "no model of this version"},
      {"no tags", "\ntags: ", "\nbugs: ", "lacks tags, labels or tables"},
      {"a table too few", "\ntables: ", "\ntables: 1 2 3\nothers: ", "lacks tags"},
      {"tables without a size", "\ntables: ", "\ntables: x ", "lacks tags"},
      {"huge tables", "\ntables: 15", "\ntables: 99", "tables have no size"},
      {"larger tables", "\ntables: 15", "\ntables: 24", "cut off"},
      {"another licence", "CC BY-SA", "CC BY-ND", "damaged"},
      {"another label", " nsubj ", " nsubi ", "damaged"},
      {"another checksum", "\nchecksum: ", "\nchecksum: 0", "damaged"},
  };
  for (const damage_case& c : cases) {
    std::string bytes(sound);
    const std::size_t at = bytes.find(c.find);
    ASSERT_NE(at, bytes.npos) << c.what;
    bytes.replace(at, c.find.size(), c.put);
    const auto found = syntax_model::open(bytes);
    ASSERT_FALSE(found) << c.what;
    EXPECT_EQ(found.error().kind, error_kind::bad_input) << c.what;
    EXPECT_NE(found.error().message.find(c.message), std::string::npos)
        << c.what << ": " << found.error().message;
  }
}

TEST(Model, ChangedBytesAreNoticed) {
  const std::string_view sound = embedded_language_data("de", "syntax.bin");
  std::string bytes(sound);
  for (std::size_t at = 0; at < bytes.size(); at += at < 1200 ? 1 : 99991) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    EXPECT_FALSE(syntax_model::open(bytes)) << at;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
  }
}

TEST(Model, CutOffAnywhere) {
  const std::string_view sound = embedded_language_data("de", "syntax.bin");
  for (std::size_t size = 0; size < sound.size(); size += size < 1200 ? 1 : 199999) {
    EXPECT_FALSE(syntax_model::open(sound.substr(0, size))) << size;
  }
}

TEST(Analyzer, NamesTheFileAtFault) {
  const std::string_view forms = embedded_language_data("de", "forms.bin");
  const std::string_view model = embedded_language_data("de", "syntax.bin");
  const std::string_view rules = german_tables().file("syntax.tsv");
  EXPECT_TRUE(sentence_analyzer::build(forms, rules, model));
  EXPECT_FALSE(sentence_analyzer::build("", rules, model));
  EXPECT_FALSE(sentence_analyzer::build(forms, rules, ""));
  const auto empty = sentence_analyzer::build(forms, "", model);
  ASSERT_FALSE(empty);
  EXPECT_TRUE(empty.error().to_string().starts_with("syntax.tsv: no row 'tag "))
      << empty.error().to_string();
  const auto unknown = sentence_analyzer::build(forms, "tag\tX\tverbb\n", model);
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(unknown.error().to_string().starts_with("syntax.tsv:1: unknown role"))
      << unknown.error().to_string();
}

}  // namespace
}  // namespace zeitstrahl
