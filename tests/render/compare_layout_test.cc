#include "render/compare_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "render/compare_words.h"
#include "tests/render/scene_checks.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

const text_metrics& metrics() {
  static const result<text_metrics> opened = text_metrics::open();
  return *opened;
}

extractor german_extractor() {
  analysis_options options;
  if (auto names = built_in_dictionary("de")) options.names = *names;
  return extractor(*built_in_language("de"), options);
}

timeline analyzed(document article) {
  static const extractor find = german_extractor();
  scratch memory;
  return find.analyze(std::move(article), memory);
}

comparison compared(std::vector<timeline> articles) {
  return comparer::open(*built_in_language("de"))->compare(std::move(articles));
}

std::vector<timeline> story_articles(const std::string& name) {
  std::set<fs::path> paths;
  for (const auto& entry :
       fs::directory_iterator(ZEITSTRAHL_SOURCE_DIR "/samples/stories/" + name)) {
    if (entry.path().extension() == ".md") paths.insert(entry.path());
  }
  std::vector<timeline> out;
  for (const fs::path& p : paths) out.push_back(analyzed(*read_article_file(p.string())));
  return out;
}

timeline article(std::string_view published, std::string text, std::string title = "") {
  document a;
  a.published = parse_day(published);
  a.title = std::move(title);
  a.text = std::move(text);
  return analyzed(std::move(a));
}

// Many articles, of one story and of none, with hard words.
std::vector<timeline> hard_articles() {
  std::vector<timeline> out;
  for (int i = 0; i < 31; ++i) {
    const std::string year = std::to_string(2025 + i % 7);
    out.push_back(article(format_day(*parse_day("2024-03-01") + 11 * i),
                          "Hansen will die Fähre Amrum " + year +
                              " vorstellen. Hansen ist seit 2019 Partner der Werft Lürsen <&\">.",
                          "Fähre " + std::string(static_cast<std::size_t>(i % 5) * 60, 'm')));
  }
  out.push_back(article("2024-03-01", "Im Jahr 44 v. Chr. starb Cäsar."));
  out.push_back(article("2024-03-01", ""));
  return out;
}

struct named_comparison {
  std::string name;
  comparison all;
};

std::vector<named_comparison> all_comparisons() {
  std::vector<named_comparison> out;
  for (const std::string name : {"flughafen", "rechte", "transporter", "werk"}) {
    out.push_back({name, compared(story_articles(name))});
  }
  std::vector<timeline> two = story_articles("werk");
  two.resize(2);
  out.push_back({"two", compared(std::move(two))});
  out.push_back({"hard", compared(hard_articles())});
  out.push_back({"strangers", compared({article("2024-03-01", "Am Montag regnete es in Husum."),
                                        article("2024-03-05", "Seit 2019 fährt die Bahn.")})});
  out.push_back({"none", compared({})});
  return out;
}

comparison_layout layout_of(double width, bool merged) {
  comparison_layout out;
  out.width = width;
  out.merged = merged;
  return out;
}

TEST(CompareLayout, NoPictureHasAFault) {
  for (const named_comparison& c : all_comparisons()) {
    for (const double width : {320.0, 400.0, 800.0, 1200.0}) {
      for (const bool merged : {false, true}) {
        for (const picture_theme theme :
             {picture_theme::light, picture_theme::dark, picture_theme::print}) {
          const scene s = lay_out(c.all, layout_of(width, merged), theme_of(theme), metrics());
          EXPECT_EQ(faults(s), std::vector<std::string>{})
              << c.name << " " << width << (merged ? " merged" : "");
        }
      }
    }
  }
}

std::string all_text(const scene& s) {
  std::string out;
  for_each_shape(s.nodes, [&](const auto& shape, group_kind) {
    if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, text>) out += shape.content + " ";
  });
  std::string plain;  // lines may break anywhere
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out.compare(at, 2, "\u00A0") == 0) {
      plain += ' ';
      ++at;
    } else {
      plain += out[at];
    }
  }
  return plain;
}

scene picture_of(const std::string& story, bool merged = false) {
  return lay_out(compared(story_articles(story)), layout_of(800, merged),
                 theme_of(picture_theme::light), metrics());
}

TEST(CompareLayout, VerdictsAreWords) {
  const std::string works = all_text(picture_of("werk"));
  for (const std::string words : {"Ende weicht ab: 2028 gegen 2029", "B bestreitet, was A sagt",
                                  "keine passende Aussage gefunden", "weitere Aussagen",
                                  "B Satz 4, C Satz 3", "Vier Artikel im Vergleich: Voltara"}) {
    EXPECT_NE(works.find(words), std::string::npos) << words << "\n" << works;
  }
  const std::string airport = all_text(picture_of("flughafen"));
  for (const std::string words : {"verschoben: 31. Okt. 2020 statt 3. Juni 2012, in 3 Schritten",
                                  "Wie sich das Datum verschob", "27. Okt. 2013"}) {
    EXPECT_NE(airport.find(words), std::string::npos) << words << "\n" << airport;
  }
  const std::string merged = all_text(picture_of("rechte", true));
  EXPECT_NE(merged.find("5 Quellen: A, B, C, D, E"), std::string::npos) << merged;
}

TEST(CompareLayout, RowsAreChosen) {
  const comparison all = compared(story_articles("flughafen"));
  comparison_layout how = layout_of(800, false);
  const auto words_of = [&] {
    return all_text(lay_out(all, how, theme_of(picture_theme::light), metrics()));
  };
  EXPECT_EQ(words_of().find("nur in"), std::string::npos);
  how.verdicts = {verdict::equal};
  const std::string equal = words_of();
  EXPECT_NE(equal.find("Der Flughafen Tegel"), std::string::npos) << equal;
  EXPECT_EQ(equal.find("verschoben:"), std::string::npos) << equal;
  EXPECT_NE(equal.find("Nicht gezeigt: 2 weitere Zeilen."), std::string::npos) << equal;
  how.verdicts.clear();
  how.all = true;
  EXPECT_NE(words_of().find("nur in"), std::string::npos);
}

TEST(CompareLayout, PicturesHaveAnEnd) {
  comparison all = compared(story_articles("werk"));
  story& first = all.stories.front();
  const comparison_row row = first.rows.front();
  for (int i = 0; i < 60; ++i) first.rows.push_back(row);
  comparison_layout how = layout_of(800, false);
  const auto drawn = [&] { return lay_out(all, how, theme_of(picture_theme::light), metrics()); };
  const scene cut = drawn();
  EXPECT_LE(cut.height, 1600);
  EXPECT_GT(cut.height, 1400);
  EXPECT_NE(all_text(cut).find("weitere Zeilen"), std::string::npos);
  how.all = true;
  EXPECT_GT(drawn().height, 3000);
}

// Connectors are drawn for true conflicts only, between neighbouring lines.
TEST(CompareLayout, ConnectorsAreForConflicts) {
  const auto connectors = [](const scene& s) {
    int count = 0;
    for_each_shape(s.nodes, [&](const auto& shape, group_kind kind) {
      if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, line>) {
        const bool slanted =
            shape.from.x != shape.to.x && shape.from.y != shape.to.y && kind == group_kind::marker;
        count += slanted;
      }
    });
    return count;
  };
  EXPECT_EQ(connectors(picture_of("werk")), 2);
  EXPECT_EQ(connectors(picture_of("transporter")), 0);
  EXPECT_EQ(connectors(picture_of("werk", true)), 0);
}

TEST(CompareLayout, EveryFormatIsWritten) {
  const comparison all = compared(story_articles("werk"));
  for (const picture_format format :
       {picture_format::svg, picture_format::png, picture_format::pdf, picture_format::html}) {
    comparison_options options;
    options.picture.format = format;
    const result<std::string> once = draw(all, options);
    ASSERT_TRUE(once.ok()) << once.error().to_string();
    EXPECT_EQ(*once, *draw(all, options));
  }
  comparison_options options;
  options.picture.width = 100;
  EXPECT_FALSE(draw(all, options).ok());
}

TEST(CompareLayout, PageAndMarkdownShowBothSentences) {
  const comparison all = compared(story_articles("werk"));
  comparison_options options;
  options.picture.format = picture_format::html;
  for (const std::string& page : {*draw(all, options), to_markdown(all)}) {
    EXPECT_NE(page.find("Ende weicht ab: 2028 gegen 2029"), std::string::npos);
    EXPECT_NE(page.find("Zulieferer Harms Folien hat mit Voltara einen Vertrag bis 2028."),
              std::string::npos);
    EXPECT_NE(page.find("Der Zulieferer Harms Folien hat mit Voltara einen Vertrag bis 2029."),
              std::string::npos);
  }
}

TEST(CompareWords, LettersGoOnBehindZ) {
  story s;
  for (std::uint32_t a = 0; a < 60; ++a) s.articles.push_back(a);
  const story_names names(s);
  EXPECT_EQ(names.letter(0), "A");
  EXPECT_EQ(names.letter(25), "Z");
  EXPECT_EQ(names.letter(26), "A2");
  EXPECT_EQ(names.letter(59), "H3");
}

}  // namespace
}  // namespace zeitstrahl
