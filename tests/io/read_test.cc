#include "zeitstrahl/read.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "io/original.h"

namespace zeitstrahl {
namespace {

document read(std::string_view bytes) {
  const result<document> article = read_article(bytes, "ordner/artikel.md");
  EXPECT_TRUE(article) << article.error().to_string();
  return article ? *article : document();
}

TEST(ReadText, KeepsTheTextToTheCharacter) {
  for (const std::string& text : std::vector<std::string>{"",
                                                          "\n",
                                                          "Seit 2019.",
                                                          "Seit 2019.\r\nBis 2030.\r\n",
                                                          "\n\n  Eingerückt\t\n",
                                                          "---\n\nEin Strich ist kein Kopf.\n",
                                                          "--- seit 2019 ---\n",
                                                          {"Nul\0l", 5},
                                                          "€ 🚀 2019"}) {
    const document article = *read_article(text, "artikel.txt");
    EXPECT_EQ(article.text, text);
    EXPECT_TRUE(article.changes.empty());
  }
}

TEST(ReadText, ByteOrderMarkIsNoText) {
  EXPECT_EQ(read("\xEF\xBB\xBFSeit 2019.").text, "Seit 2019.");
  EXPECT_EQ(read("\xEF\xBB\xBF---\ntitle: T\n---\nText").title, "T");
}

TEST(ReadText, IdIsTheNameWithoutFolderAndEnding) {
  EXPECT_EQ(read("x").id, "artikel");
  EXPECT_EQ(read_article("x", "a.b.txt")->id, "a.b");
  EXPECT_EQ(read_article("x", "stdin")->id, "stdin");
}

TEST(ReadText, PlainTextHasNoFields) {
  const document article = read("Seit 2019.");
  EXPECT_EQ(article.title, "");
  EXPECT_FALSE(article.title_in_text);
  EXPECT_FALSE(article.published);
  EXPECT_EQ(article.published_from, published_source::unknown);
}

struct title_case {
  std::string text;
  std::string title;  // empty: none
};

TEST(ReadText, Title) {
  const std::string paragraph =
      "Berlin - Die Stadt hat am Dienstag mitgeteilt, dass die Brücke wieder offen ist.\n";
  const title_case cases[] = {
      // Stands alone before a blank line.
      {"Brücke wieder offen\n\n" + paragraph, "Brücke wieder offen"},
      {"\r\n  Brücke wieder offen \r\n\r\n" + paragraph, "Brücke wieder offen"},
      {"Wer zahlt die Brücke?\n\n" + paragraph, "Wer zahlt die Brücke?"},
      {"„Das reicht nicht“\n\n" + paragraph, "„Das reicht nicht“"},
      {"Und dann ...\n\n" + paragraph, "Und dann ..."},
      {"Brücke offen\n \t\n" + paragraph, "Brücke offen"},
      // Directly above a paragraph that is clearly longer.
      {"Brücke wieder offen\n" + paragraph, "Brücke wieder offen"},
      {"Brücke wieder offen\r\n" + paragraph, "Brücke wieder offen"},
      // Markdown's headings, with or without text that follows.
      {"# Brücke wieder offen\n" + paragraph, "Brücke wieder offen"},
      {"## Brücke offen. ##\n\nText", "Brücke offen."},
      {"# Nur ein Titel", "Nur ein Titel"},
      {"Brücke wieder offen\n===\n" + paragraph, "Brücke wieder offen"},
      {"**Brücke wieder offen**\n\n" + paragraph, "Brücke wieder offen"},
      {"_Brücke offen_\n\n" + paragraph, "Brücke offen"},
      // Sentences and paragraphs.
      {paragraph + "\nMehr.", ""},
      {paragraph + paragraph, ""},
      {"Er sagte: „Das reicht nicht.“\n\n" + paragraph, ""},
      {"Sie sei (so heißt es) offen.)\n\n" + paragraph, ""},
      {"Dazu gehören:\n\n" + paragraph, ""},
      {"- Brücke wieder offen\n\n" + paragraph, ""},
      {"> Brücke wieder offen\n\n" + paragraph, ""},
      {"#Hashtag am Anfang der Zeile, die hier noch lange nicht zu Ende ist\nund weiter", ""},
      {std::string(201, 'x') + "\n\n" + paragraph, ""},
      // A paragraph that is broken into lines.
      {"Die Stadt hat am Dienstag mitgeteilt, dass die Brücke\nwieder offen ist.\n", ""},
      {"Die Stadt hat am Dienstag mitgeteilt, dass die lange\n"
       "Brücke über den Fluss wieder offen ist, wie geplant.\n",
       ""},
      {"Die\nöffentliche Brücke ist wieder offen, sagt die Stadt.\n", ""},
      // Nothing below it.
      {"Brücke wieder offen", ""},
      {"Brücke wieder offen\n\n", ""},
      {"", ""},
  };
  for (const title_case& c : cases) {
    const document article = read(c.text);
    EXPECT_EQ(article.title, c.title) << c.text;
    EXPECT_EQ(article.title_in_text, !c.title.empty()) << c.text;
    EXPECT_EQ(original_text(article).text(), c.text);
  }
}

TEST(ReadFrontMatter, Fields) {
  const document article = read(
      "---\n"
      "title: \"Brücke: \\\"offen\\\"\"\n"
      "Published: 2025-01-22T23:30:00+01:00\n"
      "# kein Feld\n"
      "\n"
      "source: 'Beispiel''s Zeitung'\n"
      "author:\tAnna Muster\n"
      "url: https://example.org/a:b\n"
      "tags:\n"
      "  - Verkehr\n"
      "  - Bau\n"
      "leer:\n"
      "---\n"
      "\n"
      "Seit 2019.\n");
  EXPECT_EQ(article.title, "Brücke: \"offen\"");
  EXPECT_EQ(article.published, parse_day("2025-01-22"));
  EXPECT_EQ(article.published_from, published_source::front_matter);
  EXPECT_EQ(article.source, "Beispiel's Zeitung");
  EXPECT_EQ(article.author, "Anna Muster");
  EXPECT_EQ(article.url, "https://example.org/a:b");
  using fields = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(article.other, (fields{{"tags", "Verkehr, Bau"}, {"leer", ""}}));
  EXPECT_EQ(article.text, "\nSeit 2019.\n");
  EXPECT_FALSE(article.title_in_text);
}

TEST(ReadFrontMatter, YamlAsPeopleWriteIt) {
  const document article = read(
      "---\n"
      "title: >\n"
      "  Werk schließt:\n"
      "  was nun?\n"
      "date: 2025-01-21T23:30:00Z\n"
      "lastmod: 2025-01-23\n"
      "author: [Anna Muster, Jan Roth]\n"
      "---\n"
      "Text.\n");
  EXPECT_EQ(article.title, "Werk schließt: was nun?");
  EXPECT_EQ(article.published, parse_day("2025-01-22"));
  EXPECT_EQ(article.modified, parse_day("2025-01-23"));
  EXPECT_EQ(article.author, "Anna Muster, Jan Roth");
  // No YAML, for the value holds a colon and a space; still plain what is meant.
  EXPECT_EQ(read("---\ntitle: Werk: Schluss 2027\npublished: 2025-01-22\n---\nText").title,
            "Werk: Schluss 2027");
  EXPECT_EQ(read("---\ntitle: @nord's Werk # zwei\n---\nText").title, "@nord's Werk # zwei");
}

TEST(ReadFrontMatter, InstantsAreDaysOfTheZone) {
  const std::string bytes = "---\npublished: 2025-01-21T23:30:00Z\n---\nText";
  EXPECT_EQ(read_article(bytes, "a.md", {.time_zone = "Europe/London"})->published,
            parse_day("2025-01-21"));
  EXPECT_EQ(read_article(bytes, "a.md")->published, parse_day("2025-01-22"));
  EXPECT_TRUE(is_time_zone("Europe/Vienna"));
  EXPECT_FALSE(is_time_zone("Europa/Wien"));
}

TEST(ReadFrontMatter, TextMayBeginWithTheTitleToo) {
  const document same = read("---\ntitle: Offen.\n---\nOffen.\n\nText.\n");
  EXPECT_TRUE(same.title_in_text);
  const document other = read("---\ntitle: Offen\n---\nBrücke wieder offen\n\nText.\n");
  EXPECT_EQ(other.title, "Offen");
  EXPECT_TRUE(other.title_in_text);
}

TEST(ReadFrontMatter, LineEndsAndEmptyBlocks) {
  EXPECT_EQ(read("---\r\ntitle: T\r\n---\r\nText\r\n").title, "T");
  EXPECT_EQ(read("---\r\ntitle: T\r\n---\r\nText\r\n").text, "Text\r\n");
  EXPECT_EQ(read("---\n---\nText").text, "Text");
  EXPECT_EQ(read("---\ntitle: T\n---").text, "");
}

TEST(Read, DaysWithDots) {
  for (const std::string written :
       {"8.2.2025", "08.02.2025", "'08.02.2025 '", "08.02.2025 14:05", "8.2.2025, 14:05 Uhr"}) {
    const std::string bytes = "---\npublished: " + written + "\n---\nText";
    EXPECT_EQ(read(bytes).published, parse_day("2025-02-08")) << written;
  }
}

struct error_case {
  std::string bytes;
  std::string where;
  std::string says;  // a part of the message
};

TEST(Read, Errors) {
  const error_case cases[] = {
      {"---\ntitle: T\npublished: 2025-02-30\n---\n", "a.md:3", "no day \"2025-02-30\""},
      {"---\npublished: 30.02.2025\n---\n", "a.md:2", "YYYY-MM-DD"},
      {"---\npublished: 22.01.2025 Ulm\n---\n", "a.md:2", "YYYY-MM-DD"},
      {"---\npublished: 22.01.25\n---\n", "a.md:2", "YYYY-MM-DD"},
      {"---\npublished:\n---\n", "a.md:2", "YYYY-MM-DD"},
      {"---\npublished: gestern\n---\n", "a.md:2", "\"gestern\""},
      {"---\ntitle: A\ntitle: B\n---\n", "a.md:3", "twice"},
      {"---\ntitle: A\nkein Feld\n---\n", "a.md:3", "key: value"},
      {"---\ntitle: A\n\nText ohne Ende: x", "a.md:1", "---"},
      {"<?xml version='1.0'?>\n<TimeML>\n<TEXT>x</TEXT>\n</Time>", "a.md:4", "not well formed"},
      {"<TimeML>\n<TEXT>x", "a.md:2", "not well formed"},
      {"<?xml version='1.0'?>\n<rss/>", "a.md:2", "<rss>"},
      {"\x89PNG\r\n", "a.md", "PNG"},
      {"%PDF-1.7", "a.md", "pdftotext"},
      {"PK\3\4....word/document.xml", "a.md", "DOCX"},
      {std::string("N\0u\0n\0", 6), "a.md", "UTF-16LE"},
      {"\x1F\x8B\x08 kein gzip", "a.md", "damaged"},
      {"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n", "a.md", "batch"},
      {"<TimeML>\n<TITLE>x</TITLE></TimeML>", "a.md:1", "<TEXT>"},
      {"<TimeML>\n<DCT>\n<TIMEX3 value='2025-13-01'/></DCT>\n<TEXT/></TimeML>", "a.md:2", "no day"},
      {"<TimeML><DCT>neulich</DCT><TEXT/></TimeML>", "a.md:1", "\"neulich\""},
  };
  for (const error_case& c : cases) {
    const result<document> article = read_article(c.bytes, "a.md");
    ASSERT_FALSE(article) << c.bytes;
    EXPECT_EQ(article.error().kind, error_kind::bad_input);
    EXPECT_EQ(article.error().where, c.where) << c.bytes;
    EXPECT_NE(article.error().message.find(c.says), std::string::npos) << article.error().message;
    EXPECT_EQ(article.error().message.find('\n'), std::string::npos);
  }
}

TEST(Read, AListInJsonIsNoText) {
  const result<document> list = read_article(" [{\"id\":\"a\",\"text\":\"x\"}]\n", "a.json");
  ASSERT_FALSE(list);
  EXPECT_NE(list.error().message.find("jq"), std::string::npos);
  EXPECT_TRUE(read_article("[Riesa] Der Rat tagt [heute]", "a.txt"));
}

TEST(ReadFile, SameAsItsBytes) {
  const std::string path = testing::TempDir() + "read_file.txt";
  std::ofstream(path, std::ios::binary) << "Brücke offen\r\n\r\nSeit 2019.";
  const result<document> article = read_article_file(path);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "Brücke offen\r\n\r\nSeit 2019.");
  EXPECT_EQ(article->id, "read_file");
  std::remove(path.c_str());
}

TEST(ReadFile, AddressesAreNotFetched) {
  const result<document> article = read_article_file("https://example.org/a.html");
  ASSERT_FALSE(article);
  EXPECT_NE(article.error().message.find("curl -sL 'https://example.org/a.html' | "),
            std::string::npos);
}

TEST(ReadFile, WhatCannotBeReadIsAnIoError) {
  for (const std::string path : {"/nirgends/a.txt", "/"}) {
    const result<document> article = read_article_file(path);
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().kind, error_kind::io);
    EXPECT_EQ(article.error().where, path);
  }
}

}  // namespace
}  // namespace zeitstrahl
