// Pages of the web.

#include <gtest/gtest.h>

#include <string>

#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

document read(const std::string& page, const read_options& options = {}) {
  const result<document> article = read_article(page, "seite.html", options);
  EXPECT_TRUE(article) << article.error().to_string();
  return article ? *article : document();
}

const std::string paragraphs =
    "<p>Die Firma Nordwerk schließt ihr Werk in Riesa, wie der Vorstand am Montag mitteilte.</p>"
    "<p>Seit gestern streiken die Beschäftigten, und der Betriebsrat hat sich beschwert.</p>";

TEST(Page, TextWithoutWhatStandsAround) {
  const document article = read(
      "<!DOCTYPE html><html><head><title>Werk schließt | Kabelkurier</title></head><body>"
      "<nav><ul><li><a href='/'>Start</a><li><a href='/a'>Politik und was sonst noch "
      "war</a></ul></nav>"
      "<article><h1>Werk schließt</h1><p class='byline'>Von Jana Roth (3. Mai 2018)</p>"
      "<figure><img src=a.jpg><figcaption>Das Werk im Jahr 2018, als noch alles gut "
      "war.</figcaption></figure>" +
      paragraphs +
      "<h2>Wie es weitergeht</h2><p>Bis 2027 will die Stadt eine neue Halle bauen, sagt sie.</p>"
      "<p>Foto: dpa/Archiv 2018</p><p>Lesen Sie auch: <a href=b>Wie es 2012 begann und "
      "endete</a></p>"
      "<div class='article-comments'><p>Das war doch 2011 schon so, und es wird niemals "
      "besser.</p></div>"
      "</article><footer><p>© 2016 Kabelkurier Verlag, alle Rechte vorbehalten, auch "
      "morgen.</p></footer>"
      "<div id=cookie-banner><p>Wir verwenden seit 2010 Cookies, damit es Ihnen besser "
      "geht.</p></div>"
      "</body></html>");
  EXPECT_EQ(
      article.text,
      "Die Firma Nordwerk schließt ihr Werk in Riesa, wie der Vorstand am Montag mitteilte.\n\n"
      "Seit gestern streiken die Beschäftigten, und der Betriebsrat hat sich beschwert.\n\n"
      "Wie es weitergeht\n\n"
      "Bis 2027 will die Stadt eine neue Halle bauen, sagt sie.");
  EXPECT_EQ(article.title, "Werk schließt");
  ASSERT_EQ(article.parts.size(), 1u);
  EXPECT_EQ(article.parts[0].is, part_kind::heading);
  ASSERT_EQ(article.apart.size(), 4u);
  EXPECT_EQ(to_string(article.apart[0].is), "byline");
  EXPECT_EQ(article.apart[0].text, "Von Jana Roth (3. Mai 2018)");
  EXPECT_EQ(to_string(article.apart[1].is), "caption");
  EXPECT_EQ(article.apart[1].text, "Das Werk im Jahr 2018, als noch alles gut war.");
  EXPECT_EQ(to_string(article.apart[2].is), "credit");
  EXPECT_EQ(to_string(article.apart[3].is), "related");
}

TEST(Page, TablesThatAreThereForTheLayoutHoldTheText) {
  const document article =
      read("<html><body><table><tr><td>Navigation<td><table><tr><td><h1>Werk schließt</h1>" +
           paragraphs +
           "<table><tr><td>Jahr<td>Menge<tr><td>2019<td>12<tr><td>2020<td>14</table>"
           "</table></table></body></html>");
  EXPECT_EQ(
      article.text,
      "Die Firma Nordwerk schließt ihr Werk in Riesa, wie der Vorstand am Montag mitteilte.\n\n"
      "Seit gestern streiken die Beschäftigten, und der Betriebsrat hat sich beschwert.");
}

TEST(Page, EntriesOfAChronicle) {
  const std::string expected =
      "2019: Die Firma Nordwerk wird gegründet\n\nMai 2021: Umzug nach Riesa";
  for (const std::string entries : {
           "<table><tr><th>2019</th><td>Die Firma Nordwerk wird gegründet</td></tr>\n"
           "<tr><td><b>Mai 2021</b></td> <td><p>Umzug nach Riesa</p></td></tr></table>",
           "<dl><dt>2019</dt>\n<dd>Die Firma Nordwerk wird gegründet</dd>"
           "<dt>Mai 2021<dd><p>Umzug nach Riesa</p></dl>",
           "<ul><li><b>2019</b>: Die Firma Nordwerk wird gegründet<li>Mai 2021: Umzug nach "
           "Riesa</ul>",
       }) {
    const document article =
        read("<html><body><article>" + paragraphs + entries + "</article></body></html>");
    EXPECT_TRUE(article.text.ends_with(expected)) << article.text;
  }
  // Empty cells, and rows that are no entries.
  for (const std::string rows :
       {"<table><tr><td>2019<td></td></tr><tr><td>2021</td><td></td></tr></table>",
        "<table><tr><td>2019<td>12<td>Riesa</tr></table>",
        "<table><tr><td>Vorstand<td>Jana Roth</tr></table>"}) {
    const document article =
        read("<html><body><article>" + paragraphs + rows + "</article></body></html>");
    EXPECT_TRUE(article.text.ends_with("hat sich beschwert.")) << article.text;
  }
}

TEST(Page, Facts) {
  const document article = read(
      "<html><head><meta property='og:title' content='Werk schließt'>"
      "<meta property='og:site_name' content='Kabelkurier'>"
      "<link rel=canonical href='https://example.org/werk'>"
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebPage\"}, "
      "{\"@type\": [\"NewsArticle\"], \"datePublished\": \"2025-01-21T23:30:00Z\", "
      "\"dateModified\": \"2025-01-23T08:00:00+01:00\", "
      "\"author\": [{\"name\": \"Jana Roth\"}, {\"name\": \"Emil "
      "Stark\"}]}]}</script></head><body>" +
      paragraphs + "</body></html>");
  EXPECT_EQ(article.published, parse_day("2025-01-22"));
  EXPECT_EQ(article.published_from, published_source::json_ld);
  EXPECT_EQ(article.modified, parse_day("2025-01-23"));
  EXPECT_EQ(article.source, "Kabelkurier");
  EXPECT_EQ(article.author, "Jana Roth, Emil Stark");
  EXPECT_EQ(article.url, "https://example.org/werk");
}

TEST(Page, DayOfPublication) {
  const struct {
    std::string head, body, day, from;
  } cases[] = {
      {"<script "
       "type='application/ld+json'>[{\"@type\":\"Article\",\"datePublished\":\"2025-01-22\"}]</"
       "script>",
       "", "2025-01-22", "json-ld"},
      // Broken: a comma too many, a line break in a string.
      {"<script "
       "type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2025-01-22\",}</"
       "script>",
       "", "2025-01-22", "json-ld"},
      {"<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"a\nb\","
       "\"datePublished\":\"2025-01-22\"}</script>",
       "", "2025-01-22", "json-ld"},
      {"<meta property='article:published_time' content='2025-01-21T23:30:00Z'>", "", "2025-01-22",
       "meta"},
      {"<meta name=date content='2025-01-22 10:00'>", "", "2025-01-22", "meta"},
      {"", "<h1>Werk</h1><time datetime='2025-01-22T10:00'>gestern</time>", "2025-01-22", "time"},
      {"", "<p>Stand: 22.01.2025, 14:05 Uhr</p>", "2025-01-22", "dateline"},
      // Of another article.
      {"<script type='application/ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":"
       "[{\"@type\":\"Article\",\"datePublished\":\"2019-01-22\"}]}</script>",
       "", "", "unknown"},
  };
  for (const auto& c : cases) {
    const document article =
        read("<html><head>" + c.head + "</head><body>" + c.body + paragraphs + "</body></html>");
    EXPECT_EQ(article.published ? format_day(*article.published) : "", c.day) << c.head << c.body;
    EXPECT_EQ(to_string(article.published_from), c.from) << c.head << c.body;
  }
}

TEST(Page, DaysAsPeopleWriteThemAndJsonAsPeopleBreakIt) {
  const struct {
    std::string head, body, day, author;
  } cases[] = {
      {"<meta name='publish-date' content='22.01.2025'>", "", "2025-01-22", ""},
      {"<meta name='date' content='22. Januar 2025'>", "", "2025-01-22", ""},
      {"<script type='application/ld+json'><!--\n{\"@type\": \"NewsArticle\", \"wordCount\": NaN, "
       "\"author\": {\"name\": \"Jana Roth\",}, \"datePublished\": \"2025-01-22\",}\n--></script>",
       "", "2025-01-22", "Jana Roth"},
      {"<script type='application/ld+json'>//<![CDATA[\n{\"@type\": \"Article\", "
       "\"datePublished\": "
       "\"2025-01-22\", \"author\": {\"name\": \"NaN, ] Roth\"}}\n//]]></script>",
       "", "2025-01-22", "NaN, ] Roth"},
      {"", "<p>Von Jana Roth und Emil Stark, 22.01.2025</p>", "2025-01-22",
       "Jana Roth, Emil Stark"},
      {"", "<div><span>22.01.2025, 14:05</span><span>Von Jana Roth</span></div>", "2025-01-22",
       "Jana Roth"},
      {"", "<p itemprop=author>Von <span itemprop=name>Jana Roth</span></p>", "", "Jana Roth"},
  };
  for (const auto& c : cases) {
    const document article =
        read("<html><head>" + c.head + "</head><body>" + c.body + paragraphs + "</body></html>");
    EXPECT_EQ(article.published ? format_day(*article.published) : "", c.day) << c.head << c.body;
    EXPECT_EQ(article.author, c.author) << c.head << c.body;
  }
}

TEST(Page, OtherArticlesBelowItsOwn) {
  const std::string other =
      "<section><article><h3>Bad</h3><p>Das Bad in Riesa öffnet erst im Juni 2025, wie die Stadt "
      "am Montag mitteilte, "
      "und der Grund dafür ist ein Rohrbruch im Keller.</p></article></section>";
  const document article = read("<html><body><main><article><h1>Werk schließt</h1>" + paragraphs +
                                "</article>" + other + other + "</main></body></html>");
  EXPECT_TRUE(article.text.ends_with("hat sich beschwert.")) << article.text;
  // Those within its own are its own.
  const document ticker = read("<html><body><article><h1>Ticker</h1>" + paragraphs + other +
                               "</article></body></html>");
  EXPECT_NE(ticker.text.find("Rohrbruch"), std::string::npos);
}

TEST(Page, TheHeadingAboveTheTextIsTheTitleOfLastResort) {
  EXPECT_EQ(read("<html><body><h1>Blog</h1><div><h2>Werk schließt</h2>" + paragraphs +
                 "<h2>Mehr</h2></div></body></html>")
                .title,
            "Werk schließt");
}

TEST(Page, StampsSideBySide) {
  const document article = read(
      "<html><body><h1>Werk</h1><div><span>Jana Roth</span><span>Publiziert: 14.11.2024, "
      "16:45</span><span>Aktualisiert: 15.11.2024, 08:02</span></div>" +
      paragraphs + "</body></html>");
  EXPECT_EQ(article.published, parse_day("2024-11-14"));
  EXPECT_EQ(article.published_from, published_source::dateline);
  EXPECT_EQ(article.modified, parse_day("2024-11-15"));
  EXPECT_TRUE(article.text.starts_with("Die Firma")) << article.text;
  // Within a word and between words nothing is parted.
  const document words = read(
      "<html><body><p><b>D</b><i>ie</i> Firma <span>Nord</span><span>werk</span> "
      "<b>schließt</b> <i>Ende</i> des Jahres ihr Werk in Riesa.</p></body></html>");
  EXPECT_EQ(words.text, "Die Firma Nordwerk schließt Ende des Jahres ihr Werk in Riesa.");
}

TEST(Page, AShortParagraphBesideALongOneIsText) {
  const document article = read("<html><body><div>" + paragraphs +
                                "<p>Zuletzt war es 2014 zwölf Tage lang zu.</p></div>"
                                "<div><p>Die Firma Nordwerk schließt ihr Werk in Riesa, wie der "
                                "Vorstand am Montag mitteilte, seit gestern wird "
                                "gestreikt, und der Betriebsrat hat sich beschwert, wie in jedem "
                                "Jahr seit der Gründung, so dass es niemanden "
                                "wundert, was nun geschieht, und alle schweigen.</p><p>Zuletzt war "
                                "es 2016 zu, wie es heißt.</p></div></body></html>");
  EXPECT_NE(article.text.find("2016"), std::string::npos) << article.text;
}

TEST(Page, WhatIsCutOffForReadersIsTakenFromJsonLd) {
  std::string body;
  for (int i = 0; i < 10; ++i) {
    body += "Die Firma Nordwerk schließt ihr Werk " + std::to_string(i) +
            ", wie sie am Montag mitteilte. ";
  }
  const std::string first = body.substr(0, body.find('.') + 1);
  const auto page = [&](const std::string& shown) {
    return read(
               "<html><head><script "
               "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
               body + "\"}</script></head><body><article><p>" + shown +
               "</p><div class=paywall><p>Jetzt vier Wochen für einen Euro testen, jederzeit "
               "kündbar seit "
               "2022.</p></div></article></body></html>")
        .text;
  };
  EXPECT_EQ(page(first) + ' ', body);
  EXPECT_NE(page("Was hier steht, hat mit dem anderen Text nichts zu tun, so lang er ist.") + ' ',
            body);
}

TEST(Page, HostileOnesAreRead) {
  const auto repeated = [](const std::string& what, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += what;
    return out;
  };
  std::string attributes = "<p ";
  for (int i = 0; i < 100000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  std::string fonts;
  for (int i = 0; i < 5000; ++i) fonts += "<font size=" + std::to_string(i) + "><p>x";
  for (const std::string& page :
       {repeated("<div>", 200000) + paragraphs, repeated("<b><i>", 100000) + paragraphs,
        attributes + ">x</p>" + paragraphs, fonts + paragraphs,
        repeated("&amp;&#0;&bogus;", 100000) + paragraphs,
        repeated(paragraphs + std::string(10, '\0') + "<" + std::string(1, '\0'), 1000),
        repeated("<table><tr><td>", 50000) + paragraphs, repeated("<!-- ", 100000) + paragraphs}) {
    EXPECT_NE(read("<html><body>" + page, {.format = input_format::html}).text.size(), 1u);
  }
}

}  // namespace
}  // namespace zeitstrahl
