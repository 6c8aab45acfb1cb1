// Texts in encodings and forms other than UTF-8 in NFC.

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "io/original.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

using namespace std::string_literals;

document read(const std::string& bytes, const std::string& name = "a.txt") {
  const result<document> article = read_article(bytes, name);
  EXPECT_TRUE(article) << article.error().to_string();
  return article ? *article : document();
}

std::string packed(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Encoding, IsTold) {
  const struct {
    std::string bytes, text;
    std::size_t warnings;
  } cases[] = {
      {"\xFF\xFE"s + "f\0\xFC\0r\0"s, "für", 0},
      {"\xFE\xFF"s + "\0f\0\xFC\0r"s, "für", 0},
      {"Im M\xE4rz \x96 f\xFCr \x84uns\x93", "Im März – für „uns“", 1},  // windows-1252
      {"Im M\x8Arz f\x9Fr die Stra\xA7"
       "e",
       "Im März für die Straße", 1},  // macintosh
      {"Im M\x84rz f\x81r die Stra\xE1"
       "e",
       "Im März für die Straße", 1},  // IBM 850
      {"Grüße aus Köln, M\xFCller", "Grüße aus Köln, M\uFFFDller", 1},
      {"<html><meta charset=iso-8859-1><p>F\xFCr 5 \x80 seit gestern.</p></html>",
       "Für 5 € seit gestern.", 0},
      {"<html><meta charset=utf-8><p>F\xFCr 5 \x80 seit M\xE4rz.</p></html>", "Für 5 € seit März.",
       1},
      {"<html><meta charset=utf-8><p>F\xC3\xBCr 5 \x80 seit M\xC3\xA4rz.</p></html>",
       "Für 5 \uFFFD seit März.", 1},
  };
  for (const auto& c : cases) {
    const document article = read(c.bytes);
    EXPECT_EQ(article.text, c.text);
    EXPECT_EQ(article.warnings.size(), c.warnings) << c.text;
  }
}

TEST(Encoding, GzipIsUnpacked) {
  EXPECT_EQ(read(packed("Seit 2019."), "ordner/a.txt.gz").text, "Seit 2019.");
  EXPECT_EQ(read(packed("Seit 2019."), "ordner/a.txt.gz").id, "a");
  EXPECT_EQ(read(packed("Seit ") + packed("2019.")).text, "Seit 2019.");
  EXPECT_EQ(read(packed("# Titel\n\nSeit *2019*."), "a.md.gz").text, "Titel\n\nSeit 2019.");
}

TEST(Encoding, OneWayOfWriting) {
  const struct {
    std::string source, text;
  } cases[] = {
      {"Im Ma\u0308rz fu\u0308r O\u0308l", "Im März für Öl"},
      {"ver\u00ADgan\u00ADge\u00ADnes Jahr", "vergangenes Jahr"},
      {"zwei\u200Bund\u2060zwanzig", "zweiundzwanzig"},
      {"die ﬁnanzielle Aﬀäre, Eﬃzienz", "die finanzielle Affäre, Effizienz"},
      {"die Regie-\nrung plant", "die Regierung plant"},
      {"die Regie- \r\n  rung plant", "die Regierung plant"},
      {"ver\u00AD\ngangenes", "vergangenes"},
      {"in Baden-\nWürttemberg", "in Baden-Württemberg"},
      {"+++ 9.30 Uhr: Der Zug fährt. +++", "9.30 Uhr: Der Zug fährt. "},
      {"Eins\n+++\nZwei", "Eins\n\nZwei"},
      // Left as they are.
      {"in C+++ und a+++b", "in C+++ und a+++b"},
      {"die An-\nund Abreise", "die An-\nund Abreise"},
      {"Montag -\nspäter mehr", "Montag -\nspäter mehr"},
      {"ein Absatz-\n\nnoch einer", "ein Absatz-\n\nnoch einer"},
      {"5\u00A0Euro", "5\u00A0Euro"},
      {"mehr unter https://example.org/2019-05-12/a.html.", "mehr unter ."},
      {"mehr auf www.example.org/2019, sagt er", "mehr auf , sagt er"},
      {"um 3://4 zu sein", "um 3://4 zu sein"},
  };
  for (const auto& c : cases) {
    const document article = read(c.source);
    EXPECT_EQ(article.text, c.text);
    EXPECT_EQ(original_text(article).text(), c.source);
  }
}

TEST(Encoding, OffsetsLeadBack) {
  const std::string source = "Im Ma\u0308rz 2025 für fĂĽnf Regie-\nrungen bis De\u00ADzember.";
  const document article = read(source);
  const original_text original(article);
  EXPECT_EQ(article.text, "Im März 2025 für fünf Regierungen bis Dezember.");
  EXPECT_EQ(original.text(), source);
  const auto words = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(article.text.find(part));
    return original.words({at, at + static_cast<std::uint32_t>(part.size())});
  };
  EXPECT_EQ(words("März 2025"), "Ma\u0308rz 2025");
  EXPECT_EQ(words("fünf"), "fĂĽnf");
  EXPECT_EQ(words("Regierungen"), "Regie-\nrungen");
  EXPECT_EQ(words("Dezember"), "De\u00ADzember");
}

TEST(Encoding, ReferencesToNoCharacter) {
  const document timeml =
      read("<TimeML><TEXT>Seit &#xD800; 2019 &#0;und &#xFC;ber</TEXT></TimeML>", "a.tml");
  EXPECT_EQ(timeml.text, "Seit \uFFFD 2019 \uFFFDund über");
  const document page =
      read("<html><p>Seit &#xD800; 2019 &#0;gilt das &#xFC;ber alle Grenzen.</p></html>");
  EXPECT_EQ(page.text, "Seit \uFFFD 2019 \uFFFDgilt das über alle Grenzen.");
}

TEST(Language, WarnsOfTextsThatAreNotUnderstood) {
  const auto warning = [](const std::string& text) {
    const document article = read(text);
    return article.warnings.empty() ? std::string() : article.warnings[0];
  };
  EXPECT_EQ(warning(""), "the text is empty");
  EXPECT_EQ(warning(" \n\t\n"), "the text is blank");
  EXPECT_EQ(warning("The council has decided that the hall will be built by 2027, and it is not "
                    "clear who is going to pay for that."),
            "the text reads like English; only German is understood");
  EXPECT_EQ(warning("Le conseil a décidé que la salle sera construite avec les voisins, et il "
                    "est dans la ville."),
            "the text reads like French; only German is understood");
  EXPECT_EQ(warning("Der Rat hat entschieden, dass die Halle bis 2027 gebaut wird."), "");
  EXPECT_EQ(warning("Seit 2019."), "");
}

}  // namespace
}  // namespace zeitstrahl
