#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

#include "zeitstrahl/read.h"
#include "zeitstrahl/timeline.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

document read(const std::string& text) { return *read_article(text, "a.txt"); }

// The text's UTF-8 read as a single-byte encoding.
std::string misread(const std::string& text, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(4 * text.size() + 1, '\0');
  const int32_t size =
      ucnv_convert("utf-8", encoding.c_str(), out.data(), static_cast<int32_t>(out.size()),
                   text.data(), static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(size);
  return out;
}

TEST(Repair, Words) {
  const struct {
    std::string broken, mended, encoding;
  } cases[] = {
      {"auĂźer", "außer", "windows-1250"},
      {"fĂĽr", "für", "windows-1250"},
      {"fÃ¼r", "für", "windows-1252"},
      {"MÃ¤rz", "März", "windows-1252"},
      {"Ã–sterreich", "Österreich", "windows-1252"},
      {"â€žJaâ€œ", "„Ja“", "windows-1252"},
      {"2019â€“2030", "2019–2030", "windows-1252"},
      {"5Â\u00a0000", "5\u00a0000", "windows-1252"},
      {"StraÃ\u009fe", "Straße", "iso-8859-1"},
      {"f√ºr", "für", "macintosh"},
  };
  for (const auto& c : cases) {
    const document article = read("Das ist " + c.broken + " alle.");
    EXPECT_EQ(article.text, "Das ist " + c.mended + " alle.");
    ASSERT_FALSE(article.changes.empty()) << c.broken;
    for (const change& r : article.changes) EXPECT_EQ(r.misread_as, c.encoding) << c.broken;
  }
}

TEST(Repair, EveryLetterFromEveryEncoding) {
  const std::string text = "Größere Übungen für Ärzte: „Öl“, ‚süß‘ – 20 € … «ß»";
  for (const std::string encoding : {"windows-1252", "windows-1250", "iso-8859-1", "iso-8859-2",
                                     "iso-8859-15", "macintosh", "ibm850", "windows-1251"}) {
    const std::string broken = misread(text, encoding);
    const document article = read(broken);
    EXPECT_EQ(article.text, text) << encoding;
    // What is written is the text as it came in, put together again from the repairs.
    timeline written;
    written.article = article;
    EXPECT_EQ(read_article(to_timeml(written), "a.tml", {.repair = false})->text, broken);
  }
}

// By windows-1250 the first word would have a sharp s; the others show that it was not.
TEST(Repair, TheEncodingThatMendsMoreGoesFirst) {
  const std::string text = "Über für Straße und Größe";
  EXPECT_EQ(read(misread(text, "iso-8859-2")).text, text);
  EXPECT_EQ(read(misread(text, "windows-1250")).text, text);
}

TEST(Repair, BrokenBesideSound) {
  EXPECT_EQ(read("„Ă¼ber“ für fĂĽr").text, "„Ă¼ber“ für für");
  EXPECT_EQ(read("„fÃ¼r“ – „süÃŸ“").text, "„für“ – „süß“");
}

TEST(Repair, SoundTextStays) {
  for (const std::string text :
       {"Škoda fährt nach Łódź, Kraków, Żywiec und Brüssel.",
        "Ağaoğlu, Şükrü Saracoğlu, İzmir, Çeşme, IĞDIR",
        "Été à Orléans, façade, œuvre, « déjà vu », L’Haÿ-les-Roses",
        "São Paulo, João, coração, IRMÃO, AÇÕES, Åse Øvrebø",
        "Dvořák, Čapek, Příbram, Žižkov, Đoković, Gőgös",
        "București, Țară, Brâncuși, ROMÂNIA, MĂRĂȘTI", "„Ärger“ – ‚Öl‘ … »Übung« ›ß‹ “ ” ’ — €§°",
        "Größe, Maßstäbe, Äußerung, Öläöü, ÄÖÜ, ẞ", "Москва, Київ, Αθήνα, 北京, 東京都",
        "Fußgänger–Übergang, „Äh“, ‚äß‘, 5 °C, 20 %, ¼ ½ ¾, ×÷±", "👍🏽 🇩🇪 → ≠ ≤",
        "so ein Gesicht: ( `¬´ )", "SALÂ\u00A0ATELJE"}) {
    const document article = read(text);
    EXPECT_EQ(article.text, text);
    EXPECT_TRUE(article.changes.empty()) << text;
  }
}

TEST(Repair, RecordsWhatItDid) {
  const document article = read("Ja, auĂźer fĂĽr 2019.");
  ASSERT_EQ(article.changes.size(), 2u);
  EXPECT_EQ(article.changes[0].where.in(article.text), "ß");
  EXPECT_EQ(article.changes[0].original, "Ăź");
  EXPECT_EQ(article.changes[1].where.in(article.text), "ü");
  EXPECT_EQ(article.changes[1].original, "ĂĽ");
}

TEST(Repair, TitleAndFieldsToo) {
  const document article =
      read("---\nsource: MĂĽnchner Blatt\nother: fĂĽr\n---\nAuĂźer Betrieb\n\nText.");
  EXPECT_EQ(article.title, "Außer Betrieb");
  EXPECT_EQ(article.source, "Münchner Blatt");
}

TEST(Repair, OnlyIfAsked) {
  const result<document> article = read_article("auĂźer", "a.txt", {.repair = false});
  EXPECT_EQ(article->text, "auĂźer");
  EXPECT_TRUE(article->changes.empty());
  EXPECT_EQ(read_article("auĂźer", "a.txt", {.language = "xx"})->text, "auĂźer");
}

}  // namespace
}  // namespace zeitstrahl
