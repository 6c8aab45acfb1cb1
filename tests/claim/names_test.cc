// The rows of cases/names.txt: who is named, and where.

#include <gtest/gtest.h>

#include "cases.h"
#include "claim/claim_finder.h"
#include "lang/language.h"
#include "time/tagger.h"

namespace zeitstrahl {
namespace {

// "OpenAI-[Chef]" is no mention; "Kelmaras=Kelmara" is one under another form.
std::string mention(const analyzed_text& text, const name_mention& m, const known_name& name) {
  const std::string here(text.where(m.tokens).in(text.text));
  return here == name.canonical ? here : here + '=' + name.canonical;
}

TEST(Names, Table) {
  const tagger tag(*built_in_language("de"));
  const result<claim_words> words = claim_words::build(tag.tables());
  ASSERT_TRUE(words);
  const auto names = built_in_dictionary("de");
  ASSERT_TRUE(names);
  const place_names places("de");
  const name_knowledge knowledge{names->get(), &places};

  const std::vector<table_case> cases = read_cases("names.txt");
  EXPECT_GE(cases.size(), 40u);
  tagger_memory tagged;
  word_cache known_words;
  noun_cache nouns;
  for (const table_case& c : cases) {
    timeline found;
    found.article = article_of(c.text);
    tag.tag(text_style::news, found, tagged);
    std::vector<span> times;
    for (const resolution_trace& t : tagged.traces)
      times.push_back(tagged.said.parts[t.said].tokens);
    text_words analyzed;
    analyzed.analyze(*words, tagged.scanned, c.text, known_words);
    nouns.resize(known_words.size());
    const analyzed_text text{c.text, tagged.scanned, analyzed, *words};
    article_names out;
    find_names(text, times, knowledge, nouns, out);
    std::vector<std::string> shown;
    for (const name_mention& m : out.mentions) {
      shown.push_back(mention(text, m, out.names[m.name]));
    }
    EXPECT_EQ(joined(shown, ", "), c.wanted) << c.where << ": " << c.text;
  }
}

}  // namespace
}  // namespace zeitstrahl
