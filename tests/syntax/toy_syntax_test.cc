// A language made up here shows that the engine holds no German: its words, tags and openers
// come from its tables, and its model is learnt from a few sentences.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "syntax/analyzer.h"
#include "syntax/maker/forms.h"
#include "syntax/maker/tags.h"
#include "syntax/train/trainer.h"
#include "syntax/train/treebank.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view toy_tags =
    "tag\tN:\tnoun inflected\ntag\tNOM\tnominative\ntag\tACC\taccusative\ntag\tF\tfeminine\n"
    "tag\tV: 3 (small)\tfinite main_clause present third_singular\n"
    "tag\tV: P (small)\tfinite main_clause preterite third_singular\n"
    "tag\tV: INF (small)\tinfinitive\n";

constexpr std::string_view toy_table =
    "tag\tVF\tverb finite\ntag\tS\tnoun\ntag\tK\tsubordinator\ntag\tC\tcoordinator\n"
    "tag\tNO\tnegation\ntag\tM\tpunctuation\n"
    "label\troot\troot\nlabel\tsub\tsubject\nlabel\tob\tobject\nlabel\tpart\tclausal_object\n"
    "label\tif\tclausal_adverbial\nlabel\tmark\tmark\nlabel\tno\tadverbial\nlabel\tm\tpunctuation\n"
    "words\tnegation\tnur\nwords\tcondition\tkie\n";

// A word of a tree: its text, tag, head from 1, label.
struct toy_word {
  std::string_view text;
  std::string_view tag;
  int head;
  std::string_view label;
};
using toy_sentence = std::vector<toy_word>;

const toy_sentence toy_trees[] = {
    {{"Quaba", "S", 2, "sub"}, {"miret", "VF", 0, "root"}, {".", "M", 2, "m"}},
    {{"Ilo", "S", 2, "sub"}, {"savet", "VF", 0, "root"}, {".", "M", 2, "m"}},
    {{"Quaba", "S", 2, "sub"},
     {"savet", "VF", 0, "root"},
     {"Ilon", "S", 2, "ob"},
     {".", "M", 2, "m"}},
    {{"Ilo", "S", 2, "sub"},
     {"miret", "VF", 0, "root"},
     {"Quaban", "S", 2, "ob"},
     {".", "M", 2, "m"}},
    {{"Ilo", "S", 2, "sub"},
     {"nur", "NO", 2, "no"},
     {"miret", "VF", 0, "root"},
     {".", "M", 3, "m"}},
    {{"Quaba", "S", 3, "sub"},
     {"nur", "NO", 3, "no"},
     {"savet", "VF", 0, "root"},
     {".", "M", 3, "m"}},
    {{"Quaba", "S", 2, "sub"},
     {"savet", "VF", 0, "root"},
     {",", "M", 6, "m"},
     {"ke", "K", 6, "mark"},
     {"Ilo", "S", 6, "sub"},
     {"mirut", "VF", 2, "part"},
     {".", "M", 2, "m"}},
    {{"Ilo", "S", 2, "sub"},
     {"savet", "VF", 0, "root"},
     {",", "M", 6, "m"},
     {"kie", "K", 6, "mark"},
     {"Quaba", "S", 6, "sub"},
     {"savut", "VF", 2, "if"},
     {".", "M", 2, "m"}},
};

std::string columns() {
  std::string out;
  for (const toy_sentence& s : toy_trees) {
    for (std::size_t i = 0; i < s.size(); ++i) {
      const toy_word& w = s[i];
      out += std::to_string(i + 1) + '\t' + std::string(w.text) + '\t' + std::string(w.tag) +
             "\t_\t" + std::to_string(w.head) + '\t' + std::string(w.label) + '\n';
    }
    out += '\n';
  }
  return out;
}

std::string toy_forms() {
  const auto tags = tag_table::read(toy_tags, "toy.tags");
  EXPECT_TRUE(tags) << tags.error().to_string();
  forms_builder forms(*tags);
  for (const char* noun : {"Quaba", "Ilo", "Sora"}) {
    forms.add(noun, noun, "N:NOM:F");
    forms.add(std::string(noun) + "n", noun, "N:ACC:F");
  }
  for (const char* stem : {"mir", "sav", "tol"}) {
    const std::string verb(stem);
    forms.add(verb + "et", verb + "er", "V:3");
    forms.add(verb + "ut", verb + "er", "V:P");
    forms.add(verb + "er", verb + "er", "V:INF");
  }
  const auto bytes = forms.build();
  EXPECT_TRUE(bytes) << bytes.error().to_string();
  return *bytes;
}

class ToySyntax : public testing::Test {
 protected:
  void SetUp() override {
    forms_ = toy_forms();
    const auto words = lexicon::open(forms_);
    ASSERT_TRUE(words);
    const auto trees = parse_columns("toy.col", columns());
    ASSERT_TRUE(trees) << trees.error().to_string();
    training_options options;
    options.about = "sentences made up";
    options.bits = {10, 10, 12, 10};
    options.voters = 1;
    const std::vector<training_set> sets = {{*trees, 1}};
    const auto learnt = train(*words, toy_table, sets, options);
    ASSERT_TRUE(learnt) << learnt.error().to_string();
    model_ = write_model(*learnt);
    const auto again = train(*words, toy_table, sets, options);
    EXPECT_EQ(model_, write_model(*again));  // the same bytes every time
    auto built = sentence_analyzer::build(forms_, toy_table, model_);
    ASSERT_TRUE(built) << built.error().to_string();
    analyzer_ = *built;
  }

  const sentence& read(std::vector<std::string_view> words) {
    words_ = std::move(words);
    analyzer_->analyze(words_, memory_, found_);
    return found_;
  }

  std::string_view subject_of(const syntax_clause& c) const {
    if (c.subject == no_phrase) return "";
    const noun_phrase& p = found_.phrases[static_cast<std::size_t>(c.subject)];
    return words_[static_cast<std::size_t>(p.head)];
  }

  std::string forms_;
  std::string model_;
  std::shared_ptr<const sentence_analyzer> analyzer_;
  std::vector<std::string_view> words_;
  analysis_memory memory_;
  sentence found_;
};

TEST_F(ToySyntax, AClauseOfWordsThatNoTreeHolds) {
  const sentence& s = read({"Sora", "tolut", "Quaban", "."});
  ASSERT_EQ(s.clauses.size(), 1u);
  const syntax_clause& c = s.clauses[0];
  EXPECT_EQ(c.kind, clause_kind::main);
  EXPECT_EQ(c.tense, verb_tense::preterite);
  EXPECT_EQ(c.finite, 1);
  EXPECT_EQ(subject_of(c), "Sora");
  EXPECT_FALSE(c.negative);
}

TEST_F(ToySyntax, NegationComesFromTheTable) {
  const sentence& s = read({"Sora", "nur", "miret", "."});
  ASSERT_EQ(s.clauses.size(), 1u);
  EXPECT_TRUE(s.clauses[0].negative);
  EXPECT_EQ(s.clauses[0].negation, 1);
  EXPECT_FALSE(read({"Sora", "nicht", "miret", "."}).clauses[0].negative);
}

TEST_F(ToySyntax, ClausesAreOpenedByItsWords) {
  const sentence& s = read({"Quaba", "savet", ",", "kie", "Ilo", "tolut", "."});
  ASSERT_EQ(s.clauses.size(), 2u);
  const bool first = s.clauses[0].kind == clause_kind::subordinate;
  const syntax_clause& inner = s.clauses[first ? 0 : 1];
  const syntax_clause& outer = s.clauses[first ? 1 : 0];
  EXPECT_EQ(inner.kind, clause_kind::subordinate);
  EXPECT_EQ(inner.force, clause_force::condition);
  EXPECT_EQ(inner.opener, 3);
  EXPECT_EQ(subject_of(inner), "Ilo");
  EXPECT_EQ(inner.parent, first ? 1 : 0);
  EXPECT_EQ(outer.kind, clause_kind::main);
  EXPECT_EQ(subject_of(outer), "Quaba");
}

TEST(ToyTreebank, FaultsAreNamed) {
  const auto trees = parse_columns("toy.col", "1\tQuaba\tS\t_\t0\troot\n2\tmiret\n");
  ASSERT_FALSE(trees);
  EXPECT_TRUE(trees.error().to_string().starts_with("toy.col:2: a word has six columns"))
      << trees.error().to_string();
}

}  // namespace
}  // namespace zeitstrahl
