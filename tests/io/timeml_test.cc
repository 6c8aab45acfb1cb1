#include <gtest/gtest.h>

#include <string>

#include "io/original.h"
#include "sample.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

std::string text_element(const std::string& timeml) {
  const std::size_t begin = timeml.find("<TEXT>") + 6;
  return timeml.substr(begin, timeml.find("</TEXT>") - begin);
}

timeline with_text(const std::string& text) {
  timeline t;
  t.article.text = text;
  return t;
}

TEST(ReadTimeml, Fields) {
  const result<document> article = read_article(
      "<?xml version=\"1.0\" ?>\r\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
      "<DOCID> doc-1 </DOCID>\n"
      "<DCT><TIMEX3 functionInDocument=\"CREATION_TIME\" tid=\"t0\" type=\"DATE\" "
      "value=\"1996-03-29\">29.03.1996</TIMEX3></DCT>\n"
      "<TITLE>Haus &amp; Hof</TITLE>\n"
      "<TEXT>\n Seit <TIMEX3 tid=\"t1\" value=\"2019\">2019</TIMEX3><TIMEX3 tid=\"t2\"/> "
      "<EVENT>gilt <b>das</b></EVENT> &lt;3 &#228;\r\n\t<![CDATA[<roh> & ]]>.<!-- nein -->\n"
      "</TEXT>\n</TimeML>",
      "a.tml");
  ASSERT_TRUE(article) << article.error().to_string();
  EXPECT_EQ(article->id, "doc-1");
  EXPECT_EQ(article->title, "Haus & Hof");
  EXPECT_EQ(article->published, parse_day("1996-03-29"));
  EXPECT_EQ(article->published_from, published_source::dct);
  EXPECT_EQ(article->text, "\n Seit 2019 gilt das <3 ä\n\t<roh> & .\n");
}

TEST(ReadTimeml, WhatIsMissingIsUnknown) {
  const result<document> article = read_article("<TimeML><TEXT>x</TEXT></TimeML>", "a.tml");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, "a");
  EXPECT_FALSE(article->published);
  EXPECT_EQ(article->published_from, published_source::unknown);
  EXPECT_EQ(read_article("<TimeML><DCT></DCT><TEXT/></TimeML>", "a")->published, std::nullopt);
}

TEST(ReadTimeml, DateInWords) {
  const result<document> article =
      read_article("<TimeML><DCT>2014-01-13</DCT><TEXT/></TimeML>", "a");
  EXPECT_EQ(article->published, parse_day("2014-01-13"));
}

result<document> read_text_element(const std::string& text) {
  return read_article("<?xml version=\"1.0\"?>\n<TimeML>\n<TEXT>" + text + "</TEXT></TimeML>",
                      "a.tml");
}

TEST(ReadTimeml, ReferencesThatAreNoCharactersAreReplaced) {
  for (const char* reference :
       {"&#0;", "&#x0;", "&#00000;", "&#xD800;", "&#xdfff;", "&#55296;", "&#x110000;", "&#1114112;",
        "&#99999999999999999999;", "&#xFFFE;", "&#65535;", "&#1;", "&#x1F;"}) {
    const auto read = read_text_element(std::string("a") + reference + "b");
    ASSERT_TRUE(read) << reference;
    EXPECT_EQ(read->text, "a\uFFFDb") << reference;
  }
}

TEST(ReadTimeml, OtherReferencesAreRead) {
  const std::pair<const char*, const char*> texts[] = {
      {"&#65;", "A"},         {"&#x20AC;", "\u20AC"},          {"&#x10FFFD;", "\U0010FFFD"},
      {"&#xE000;", "\uE000"}, {"<![CDATA[&#0;]]>", "&#0;"},    {"<!-- &#0; -->b", "b"},
      {"R&amp;#0;", "R&#0;"}, {"a &#; &#x; b", "a &#; &#x; b"}};
  for (const auto& [xml, text] : texts) {
    const auto read = read_text_element(xml);
    ASSERT_TRUE(read) << xml;
    EXPECT_EQ(read->text, text);
  }
}

TEST(WriteTimeml, Whole) {
  EXPECT_EQ(
      to_timeml(sample_timeline()),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n"
      "<DOCID>probe</DOCID>\n\n"
      "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-01-22\" temporalFunction=\"false\" "
      "functionInDocument=\"CREATION_TIME\">2025-01-22</TIMEX3></DCT>\n\n"
      "<TITLE>Haus &amp; Hof</TITLE>\n\n"
      "<TEXT>Auch auĂźer &lt;Haus&gt; &amp; „Hof“: seit "
      "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2019\" temporalFunction=\"false\">2019</TIMEX3>, "
      "am <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2025-01-22\" anchorTimeID=\"t0\" "
      "temporalFunction=\"true\">22. Januar</TIMEX3> um "
      "<TIMEX3 tid=\"t3\" type=\"TIME\" value=\"2025-01-22T18:30\" anchorTimeID=\"t2\" "
      "temporalFunction=\"true\">18.30 Uhr</TIMEX3>, künftig.</TEXT>\n\n"
      "</TimeML>\n");
}

TEST(WriteTimeml, VagueOnesIfAsked) {
  const std::string out = text_element(to_timeml(sample_timeline(), {.vague = true}));
  EXPECT_NE(out.find("value=\"FUTURE_REF\" mod=\"APPROX\" temporalFunction=\"false\">künftig<"),
            std::string::npos);
}

TEST(WriteTimeml, EndsOfADuration) {
  timeline t = with_text("In den letzten zehn Jahren, seit zwei Jahren und in vier Jahren.");
  t.article.published = parse_day("2025-01-22");
  time_expression last;
  last.type = timex_type::duration;
  last.extent = find_span(t.article.text, "den letzten zehn Jahren");
  last.value = "P10Y";
  last.begin_point = parse_day("2015-01-22");
  last.end_point = t.article.published;
  last.when.begin_earliest = last.when.begin_latest = bound::at(*last.begin_point);
  time_expression since = last;
  since.extent = find_span(t.article.text, "zwei Jahren");
  since.value = "P2Y";
  since.begin_point = parse_day("2023-01-22");
  since.when = in_unit(unit_of(*since.begin_point, grain::year), grain::year);
  time_expression set;
  set.type = timex_type::set;
  set.extent = find_span(t.article.text, "vier Jahren");
  set.value = "P4Y";
  set.quant = "EVERY";
  set.freq = "2X";
  t.expressions = {last, since, set};
  EXPECT_EQ(
      text_element(to_timeml(t)),
      "In <TIMEX3 tid=\"t1\" type=\"DURATION\" value=\"P10Y\" beginPoint=\"t4\" endPoint=\"t0\" "
      "temporalFunction=\"false\">den letzten zehn Jahren</TIMEX3><TIMEX3 tid=\"t4\" "
      "type=\"DATE\" value=\"2015-01-22\" anchorTimeID=\"t0\" temporalFunction=\"true\"/>, seit "
      "<TIMEX3 tid=\"t2\" type=\"DURATION\" value=\"P2Y\" beginPoint=\"t5\" endPoint=\"t0\" "
      "temporalFunction=\"false\">zwei Jahren</TIMEX3><TIMEX3 tid=\"t5\" type=\"DATE\" "
      "value=\"2023\" anchorTimeID=\"t0\" temporalFunction=\"true\"/> und in <TIMEX3 tid=\"t3\" "
      "type=\"SET\" value=\"P4Y\" quant=\"EVERY\" freq=\"2X\" temporalFunction=\"false\">"
      "vier Jahren</TIMEX3>.");
}

TEST(WriteTimeml, AnchorThatIsLeftOutIsNotNamed) {
  timeline t = sample_timeline();
  t.expressions[1].vague = true;
  EXPECT_EQ(to_timeml(t).find("anchorTimeID=\"\""), std::string::npos);
  EXPECT_EQ(to_timeml(t).find("anchorTimeID=\"t2\""), std::string::npos);
}

// What is written is read again as it was, to the character.
TEST(WriteTimeml, TextSurvivesTheRoundTrip) {
  for (const std::string text :
       {"", " ", "\n\n  Seit 2019 \t\r\n", "a < b && c > d \"e\" 'f' ]]> &amp; &#10;",
        "<TEXT>roh</TEXT>", "„Übung“ € 🚀 \u00a0\u00ad", "Zeile\rohne LF",
        "<TIMEX3 tid=\"t1\">2019</TIMEX3>"}) {
    const result<document> again = read_article(to_timeml(with_text(text)), "a.tml");
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(original_text(*again).text(), text);
  }
}

TEST(WriteTimeml, BrokenWordsStayAsTheyCameIn) {
  timeline t = sample_timeline();
  const result<document> again = read_article(to_timeml(t), "a.tml", {.repair = false});
  EXPECT_TRUE(again->text.starts_with("Auch auĂźer ")) << again->text;
  EXPECT_EQ(read_article(to_timeml(t), "a.tml")->text, t.article.text);
}

TEST(WriteTimeml, WhatXmlCannotHoldIsReplaced) {
  const std::string text(
      "a\x01"
      "b\0c\x1F\xEF\xBF\xBE",
      9);
  EXPECT_EQ(text_element(to_timeml(with_text(text))), "a\uFFFDb\uFFFDc\uFFFD\uFFFD");
}

}  // namespace
}  // namespace zeitstrahl
