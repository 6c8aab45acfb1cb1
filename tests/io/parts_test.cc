// Lines around an article's text.

#include <gtest/gtest.h>

#include <string>

#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

document read(const std::string& text) { return *read_article(text, "a.txt"); }

TEST(Parts, Lines) {
  const std::string above = "Werk schließt\n\n";
  const std::string below = "\n\nDie Nordwerk AG schließt das Werk.";
  const struct {
    std::string line;
    std::string kind;  // empty: text
  } cases[] = {
      {"Foto: dpa/Archiv 2018", "credit"},
      {"Fotos: Jana Roth (3)", "credit"},
      {"© 2023 Kabelkurier Verlag", "credit"},
      {"Bildunterschrift: Das Werk im Jahr 2018.", "caption"},
      {"Von Jana Roth (3. Mai 2024)", "byline"},
      {"Von Jana Roth und Emil Stark, Riesa", "byline"},
      {"Ein Kommentar von Jana Roth", "byline"},
      {"Stand: 22.01.2025, 14:05 Uhr", "stamp"},
      {"Aktualisiert am 14.05.2024, 10:15", "stamp"},
      {"Zuletzt aktualisiert: Montag, 3. Juni 2024 um 9 Uhr", "stamp"},
      {"22.01.2025, 14:05 Uhr", "stamp"},
      {"Gesendet: Dienstag, 18. Februar 2025 14:05", "stamp"},
      {"Veröffentlicht am 19. Februar 2025 von Jana Roth", "stamp"},
      {"Dieser Artikel wurde zuletzt am 19.02.2025 aktualisiert.", "stamp"},
      {"Kabelkurier vom 18. Februar 2025, Seite 3", "stamp"},
      {"Original-Content von: Nordwerk AG, übermittelt durch news aktuell", "credit"},
      {"Lesen Sie auch: Wie es 2019 begann", "related"},
      {"Mehr zum Thema", "related"},
      {"Von Riesa nach Plauen sind es 120 Kilometer", ""},
      {"Von Montag an ist zu.", ""},
      {"Stand 2024 sind es 300 Beschäftigte.", ""},
      {"Der Plan wurde am 14.05.2024 aktualisiert.", ""},
      {"Fotografen kamen 2018 nach Riesa.", ""},
      {"Mehr als 300 kamen 2018.", ""},
      {"Update für 300 Geräte kommt 2026.", ""},
      {"Dieser Artikel wurde 2019 zum Gesetz.", ""},
      {"Beschluss vom 18. Februar 2025", ""},
      {"Am 19. Februar 2025 kam ein Brief von Jana Roth.", ""},
  };
  for (const auto& c : cases) {
    const document article = read(above + c.line + below);
    ASSERT_EQ(article.parts.size(), c.kind.empty() ? 0u : 1u) << c.line;
    if (c.kind.empty()) continue;
    EXPECT_EQ(to_string(article.parts[0].is), c.kind) << c.line;
    EXPECT_EQ(article.parts[0].where.in(article.text), c.line);
  }
}

TEST(Parts, Datelines) {
  const struct {
    std::string line, dateline;
  } cases[] = {
      {"Riesa (dpa) - Der Rat tagt.", "Riesa (dpa) - "},
      {"Riesa/Plauen (dpa/sn) – Der Rat tagt.", "Riesa/Plauen (dpa/sn) – "},
      {"Frankfurt am Main (Reuters) — Der Rat tagt.", "Frankfurt am Main (Reuters) — "},
      {"Riesa, 3. März (AFP). Der Rat tagt.", "Riesa, 3. März (AFP). "},
      {"RIESA taz | Der Rat tagt.", ""},
      {"RIESA dpa | Der Rat tagt.", "RIESA dpa | "},
      {"Riesa (Sachsen) - Der Rat tagt.", ""},
      {"In Riesa beschloss der Rat (dpa) - es war spät.", ""},
      {"Der Rat (CDU) - er tagt.", ""},
  };
  for (const auto& c : cases) {
    const document article = read("Titel\n\n" + c.line);
    ASSERT_EQ(article.parts.size(), c.dateline.empty() ? 0u : 1u) << c.line;
    if (c.dateline.empty()) continue;
    EXPECT_EQ(article.parts[0].where.in(article.text), c.dateline);
  }
}

TEST(Parts, Signatures) {
  const struct {
    std::string line;
    std::string signature;  // empty: none
  } cases[] = {
      {"Das Bad öffnet am Freitag. (APA, 11.10.2015)", "(APA, 11.10.2015)"},
      {"Der Rat tagt im Juni. (red, dpa, 27.8.2015) Halle A: 20 Leute.", "(red, dpa, 27.8.2015)"},
      {"Das Spiel endete remis. (sda/Reuters)", "(sda/Reuters)"},
      {"Die Halle bleibt zu. (Jana Roth, 12. Oktober 2015)", "(Jana Roth, 12. Oktober 2015)"},
      {"Das Haus (Baujahr 1959) steht noch.", ""},
      {"Sie zeigten den Film Nordlicht (1959)", ""},
      {"Die Firma (Siemens, Bosch) baut seit 2019.", ""},
      {"Der Rat tagte (Riesa, 3. Mai 2014) und ging.", ""},
      {"Die Agentur (dpa) meldete es 2019.", ""},
  };
  for (const auto& c : cases) {
    const document article = read("Ein Titel\n\nRiesa wartet.\n\n" + c.line);
    ASSERT_EQ(article.parts.size(), c.signature.empty() ? 0u : 1u) << c.line;
    if (c.signature.empty()) continue;
    EXPECT_EQ(to_string(article.parts[0].is), "byline") << c.line;
    EXPECT_EQ(article.parts[0].where.in(article.text), c.signature);
  }
}

TEST(Parts, TheDayOfPublicationAsALastResort) {
  const struct {
    std::string text, published, from;
  } cases[] = {
      {"Titel\n\nStand: 22.01.2025, 14:05 Uhr\n\nDer Rat tagt.", "2025-01-22", "dateline"},
      {"Titel\n\nVon Jana Roth (3. Mai 2024)\n\nDer Rat tagt.", "2024-05-03", "dateline"},
      {"Titel\n\nRiesa, 3. März 2025 (dpa) - Der Rat tagt.", "2025-03-03", "dateline"},
      {"12. Mai 2025 – Der Rat tagt.\n\nEr kam spät.", "2025-05-12", "dateline"},
      {"Titel\n\nRiesa, 12. Mai 2025. Der Rat tagt.", "2025-05-12", "dateline"},
      {"Titel\n\nRiesa, den 12. Mai 2025 – Der Rat tagt.", "2025-05-12", "dateline"},
      {"Kurier vom 12. Mai 2025, S. 3\n\nTitel\n\nDer Rat tagt.", "2025-05-12", "dateline"},
      {"Titel\n\nDer Rat tagt.\n\nAktualisiert am 14.05.2024", "2024-05-14", "dateline"},
      {"---\npublished: 2025-01-20\n---\nStand: 22.01.2025\n\nText.", "2025-01-20", "front-matter"},
      {"12. Mai 2019 – Gründung.\n\n3. Juni 2021 – Umzug.", "", "unknown"},
      {"Titel\n\nAm 22.01.2025 tagt der Rat.", "", "unknown"},
      {"Titel\n\nIn Riesa, 12. Mai 2025. Der Rat tagt.", "", "unknown"},
      {"Titel\n\nRiesa, 12. Mai 2019: Gründung.\n\nRiesa, 3. Juni 2021: Umzug.", "", "unknown"},
      {"Titel\n\nRiesa, 3. März (dpa) - Der Rat tagt.", "", "unknown"},
  };
  for (const auto& c : cases) {
    const document article = read(c.text);
    EXPECT_EQ(article.published ? format_day(*article.published) : "", c.published) << c.text;
    EXPECT_EQ(to_string(article.published_from), c.from) << c.text;
  }
}

TEST(Parts, ATitleMayStandBelowStamps) {
  for (const std::string above :
       {"Stand: 22.01.2025, 14:05 Uhr\n\n", "Kurier vom 12. Mai 2025, Seite 3\n",
        "22.01.2025\nVon Jana Roth\n\n"}) {
    const document article = read(above + "Werk schließt\n\nDie Nordwerk AG schließt das Werk.");
    EXPECT_EQ(article.title, "Werk schließt") << above;
    EXPECT_EQ(article.parts.back().where.in(article.text), "Werk schließt");
    EXPECT_EQ(article.parts.back().is, part_kind::heading);
    EXPECT_TRUE(article.published);
  }
}

TEST(Parts, ReportsOfAgenciesComeWithLinesForMachines) {
  const std::string body =
      "Riesa (dpa/sn) - Die Nordwerk AG schließt das Werk, wie sie am\nDienstag mitteilte.";
  const document article = read(
      "bdt0456 3 wi 120  dpa 0789\n\nIndustrie/Sachsen/\n(Wiederholung 2019)\nNordwerk schließt "
      "Werk in Riesa =\n\n" +
      body +
      "\n\n# dpa-Notizblock\n\n## Termine\n- 3. März 2025: Prozess\n\n"
      "dpa jr yysn n1 est\n181430 Feb 25\n");
  EXPECT_EQ(article.title, "Nordwerk schließt Werk in Riesa");
  EXPECT_EQ(article.published, parse_day("2025-02-18"));
  EXPECT_EQ(article.published_from, published_source::dateline);
  ASSERT_EQ(article.parts.size(), 4u);
  EXPECT_EQ(to_string(article.parts[0].is), "note");
  EXPECT_EQ(to_string(article.parts[1].is), "heading");
  EXPECT_EQ(article.parts[2].where.in(article.text), "Riesa (dpa/sn) - ");
  EXPECT_EQ(to_string(article.parts[3].is), "note");
  EXPECT_EQ(article.parts[3].where.end, article.text.size());
  // No report: the key is a word, or nobody sends it.
  EXPECT_NE(read("Titel 4 wi 189 dpa 0456\n\nTitel =\n\n" + body).title, "Titel");
  EXPECT_NE(read("bdt0123 4 wi 189 xyz 0456\n\nTitel =\n\n" + body).title, "Titel");
}

}  // namespace
}  // namespace zeitstrahl
