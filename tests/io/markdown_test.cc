#include <gtest/gtest.h>

#include <string>

#include "io/original.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

document read(const std::string& text) { return *read_article(text, "a.md"); }

TEST(Markdown, MarksAreNoText) {
  const struct {
    std::string source, text;
  } cases[] = {
      {"Am **3. Juni** *2025* _öffnet_ `das` ~~Rat~~Bad.", "Am 3. Juni 2025 öffnet das Bad."},
      {"Wir [bauen](https://example.org/2019-01-01 \"2018\") bis 2027.", "Wir bauen bis 2027."},
      {"![Werk 2018](a/2018-07-01.jpg)\n\nEs steht leer.", "\n\nEs steht leer."},
      {"Das Bad.\n<!-- 2018-01-01 -->\nEnde", "Das Bad.\n\nEnde"},
      {"# Titel #\n\nText\n\n## Zwischen\n\nMehr", "Titel\n\nText\n\nZwischen\n\nMehr"},
      {"Titel\n=====\nText", "Titel\n\nText"},
      {"- eins\n- zwei\n  drei\n* * *\n> vier", "eins\nzwei\ndrei\n\nvier"},
      {"1. Januar 2025: Es gilt.\n2. Februar 2025: Es endet.",
       "1. Januar 2025: Es gilt.\n2. Februar 2025: Es endet."},
      {"1. 2027: Bau beginnt.\n2. März 2028: Bau endet.\n3. 1. 4. 2029: Feier",
       "2027: Bau beginnt.\n2. März 2028: Bau endet.\n3. 1. 4. 2029: Feier"},
      {"Vorher\n```\nint x = 2019;\n```\nNachher", "Vorher\n\n\n\nNachher"},
      {"Es gilt &uuml;berall &amp; seit 2019.", "Es gilt überall & seit 2019."},
      {"Das schließt 2027.[^1]\n\n[^1]: Kurier, 12. Mai 2019.",
       "Das schließt 2027.\n\n Kurier, 12. Mai 2019."},
      {"Das schließt 2027.[^1]\n\n[^1]: 2018\n", "Das schließt 2027.\n\n\n"},
      // No marks.
      {"5 * 3 Euro, a_b_c, #Hashtag, 2 < 3", "5 * 3 Euro, a_b_c, #Hashtag, 2 < 3"},
  };
  for (const auto& c : cases) {
    const document article = read(c.source);
    EXPECT_EQ(article.text, c.text);
    EXPECT_EQ(original_text(article).text(), c.source);
  }
}

TEST(Markdown, Tables) {
  const document article = read("| Jahr | Ereignis |\n|---|---|\n| 2019 | Gründung |\n");
  EXPECT_EQ(article.text, "Jahr | Ereignis\n\n2019: Gründung\n");
}

TEST(Markdown, Html) {
  const struct {
    std::string source, text;
  } cases[] = {
      {"<div class=\"box 2018\">\nSeit 2019 gilt das.\n</div>\n\nEnde",
       "\nSeit 2019 gilt das.\n\n\nEnde"},
      {"<p>Seit <b>2019</b> gilt das.</p><p>Auch f&uuml;r uns.</p>",
       "Seit 2019 gilt das.\nAuch für uns.\n"},
      {"<script>\nvar a = \"2018 < 3\";\n</script>\n\nEnde", "\n\n\n\nEnde"},
      {"<!-- 2018\n\n2017 -->\n\nEnde", "\n\n\n\nEnde"},
      {"<div\nclass=\"a\">Text\n\nEnde", "\nText\n\nEnde"},
      {"<table>\n<tr><td>2023</td><td>Es "
       "brennt.</td></tr>\n<tr><th>Ort</th><td>Riesa</td></tr></table>",
       "\n2023: Es brennt.\n\nOrt\nRiesa\n"},
      {"<div>3 < 5 & mehr</div>", "3 < 5 & mehr\n"},
      {"Das gilt<br>seit <span class=\"2018\">2019</span>.", "Das gilt\nseit 2019."},
  };
  for (const auto& c : cases) {
    const document article = read(c.source);
    EXPECT_EQ(article.text, c.text);
    EXPECT_EQ(original_text(article).text(), c.source);
  }
  const document article = read(
      "Text.\n\n<figure><img src=\"a.jpg\" alt=\"2018\">\n<figcaption>Das Werk im Jahr "
      "2018</figcaption></figure>\n\n<h2>Seit 2012</h2>\n\nMehr.");
  ASSERT_EQ(article.parts.size(), 2u);
  EXPECT_EQ(article.parts[0].where.in(article.text), "Das Werk im Jahr 2018");
  EXPECT_EQ(article.parts[0].is, part_kind::caption);
  EXPECT_EQ(article.parts[1].where.in(article.text), "Seit 2012");
  EXPECT_EQ(article.parts[1].is, part_kind::heading);
}

TEST(Markdown, IsToldByItsMarksToo) {
  EXPECT_EQ(read_article("## Seit *2012*\n\nText", "stdin")->title, "Seit 2012");
  EXPECT_EQ(read_article("Das ist **sehr** neu.", "a.txt")->text, "Das ist sehr neu.");
  EXPECT_EQ(read_article("> Das ist\n> neu.", "a.txt")->text, "Das ist\nneu.");
  EXPECT_EQ(read_article("Das ist _so_ neu.", "a.txt")->text, "Das ist _so_ neu.");
  EXPECT_EQ(read_article("Das ist **sehr** neu.", "a.md", {.format = input_format::text})->text,
            "Das ist **sehr** neu.");
}

TEST(Markdown, HeadingsAndNotesAreParts) {
  const document article =
      read("# Titel\n\nText.\n\n## Rückblick 2019\n\nMehr.[^1]\n\n[^1]: Im Kurier, 2018.");
  ASSERT_EQ(article.parts.size(), 2u);
  EXPECT_EQ(article.parts[0].is, part_kind::heading);
  EXPECT_EQ(article.parts[0].where.in(article.text), "Rückblick 2019");
  EXPECT_EQ(article.parts[1].is, part_kind::note);
  EXPECT_EQ(article.parts[1].where.in(article.text), " Im Kurier, 2018.");
  EXPECT_EQ(article.title, "Titel");
  EXPECT_TRUE(article.title_in_text);
}

}  // namespace
}  // namespace zeitstrahl
