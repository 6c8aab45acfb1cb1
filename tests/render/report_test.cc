#include "render/report.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "render/passage_link.h"
#include "render/passages.h"
#include "render/reading_words.h"
#include "tests/render/timelines.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

// "[" where a claim's passage begins, "]1" where claim 1 ends, time words in braces.
std::string marked(const timeline& data) {
  std::string out;
  for (const text_block& block : blocks_of(data)) {
    if (block.kind == block_kind::title) out += "= ";
    if (block.kind == block_kind::heading) out += "# ";
    for (const passage& p : block.passages) {
      const std::string_view content = p.where.in(data.article.text);
      if (!p.claims.empty()) out += "[" + std::to_string(p.claims.front() + 1) + " ";
      ((out += p.time ? "{" : "") += content) += p.time ? "}" : "";
      if (!p.claims.empty()) out += "]";
      for (const std::uint32_t c : p.ending) out += "^" + std::to_string(c + 1);
    }
    out += "|";
  }
  return out;
}

// A timeline of the text, with a claim for each pair of ends.
timeline claims_in(std::string text, const std::vector<span>& clauses,
                   const std::vector<span>& times = {}) {
  timeline t;
  t.article.text = std::move(text);
  for (const span clause : clauses) {
    claim c;
    c.clause = clause;
    t.claims.push_back(c);
  }
  for (const span time : times) {
    time_expression e;
    e.extent = time;
    t.claims.front().expressions.push_back(static_cast<std::uint32_t>(t.expressions.size()));
    t.expressions.push_back(e);
  }
  return t;
}

TEST(passages, cut_the_text_at_clauses_and_time_words) {
  struct {
    const char* text;
    std::vector<span> clauses;
    std::vector<span> times;
    const char* expected;
  } const table[] = {
      {"", {}, {}, ""},
      {"abc", {}, {}, "abc|"},
      {"abcdef", {{1, 3}}, {}, "a[1 bc]^1def|"},
      {"abcdef", {{0, 6}}, {{2, 4}}, "[1 ab][1 {cd}][1 ef]^1|"},
      {"abcdef", {{0, 6}, {2, 4}}, {}, "[1 ab][2 cd]^2[1 ef]^1|"},  // one in the other
      {"abcdef", {{0, 4}, {2, 6}}, {}, "[1 ab][1 cd]^1[2 ef]^2|"},  // overlapping
      {"abcdef", {{0, 6}, {0, 6}}, {}, "[1 abcdef]^1^2|"},          // the same
      {"ab\ncd\n\nef", {{3, 7}}, {}, "ab\n[1 cd]^1|ef|"},           // ends in a gap
      {"ab\n\ncd", {{1, 5}}, {}, "a[1 b]|[1 c]^1d|"},               // over a gap
      {"## ab\ncd", {{3, 5}}, {}, "# [1 ab]^1|cd|"},
      {"  ab \r\n\r\n cd ", {}, {}, "ab|cd|"},
      {"abc", {{1, 99}}, {}, "a[1 bc]^1|"},  // past the end
  };
  for (const auto& row : table) {
    EXPECT_EQ(marked(claims_in(row.text, row.clauses, row.times)), row.expected) << row.text;
  }
  timeline titled = claims_in("\nab\ncd", {});
  titled.article.title_in_text = true;
  EXPECT_EQ(marked(titled), "= ab|cd|");
}

TEST(passage_link, finds_the_passage_on_its_page) {
  document article;
  article.url = "https://example.org/hafen";
  article.text =
      "Der Hafen w\u00e4chst. Der Hafen soll, so das Amt, um eine\nHalle f\u00fcr Container und um "
      "zwei Kr\u00e4ne wachsen. Der Hafen soll um-, nicht abgebaut werden & bleiben.";
  const auto link = [&article](const std::string& begin, const std::string& end) {
    const std::size_t from = article.text.find(begin);
    const std::size_t to = article.text.find(end, from) + end.size();
    return passage_link(article,
                        {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  };
  const std::string page = "https://example.org/hafen#:~:text=";
  EXPECT_EQ(link("Der Hafen w", "."), page + "Der%20Hafen%20w%C3%A4chst.");
  EXPECT_EQ(link("Der Hafen soll, ", "wachsen"),
            page + "Der%20Hafen%20soll%2C,zwei%20Kr%C3%A4ne%20wachsen");
  EXPECT_EQ(link("um eine\nHalle", "Container"), page + "um%20eine%20Halle%20f%C3%BCr%20Container");
  EXPECT_EQ(link("um-,", "& bleiben"),
            page + "um%2D%2C%20nicht%20abgebaut%20werden%20%26%20bleiben");
  article.text +=
      " Der Hafen soll, so das Land, um eine weitere Halle und um noch zwei Kr\u00e4ne wachsen.";
  EXPECT_EQ(link("Der Hafen soll, so das Land", "wachsen"),
            page + "Der%20Hafen%20soll%2C%20so%20das%20Land%2C,zwei%20Kr%C3%A4ne%20wachsen");
  EXPECT_EQ(passage_link(article, {3, 3}), "");
  article.url = "https://example.org/hafen#teil";
  EXPECT_EQ(link("Der Hafen w", "."),
            "https://example.org/hafen#teil:~:text=Der%20Hafen%20w%C3%A4chst.");
  for (const char* none : {"", "javascript:alert(1)", "ftp://example.org", "https://a b"}) {
    article.url = none;
    EXPECT_EQ(link("Der Hafen w", "."), "") << none;
    EXPECT_EQ(page_link(article), "");
  }
}

std::string report_of(const timeline& data, int width = 800) {
  draw_options options;
  options.format = picture_format::html;
  options.width = width;
  const auto page = draw(data, options);
  EXPECT_TRUE(page.ok());
  return page ? *page : std::string();
}

std::multiset<std::string> all_of(const std::string& page, const char* pattern) {
  const std::regex find(pattern);
  std::multiset<std::string> out;
  for (auto at = std::sregex_iterator(page.begin(), page.end(), find); at != std::sregex_iterator();
       ++at) {
    out.insert((*at)[1]);
  }
  return out;
}

TEST(report, links_lead_somewhere_and_ids_are_unique) {
  std::vector<named_timeline> all = stress_set();
  all.push_back({"harbour", harbour()});
  for (const named_timeline& t : all) {
    const std::string page = report_of(t.data);
    const auto ids = all_of(page, " id=\"([^\"]+)\"");
    for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1U) << t.name << ' ' << id;
    for (const std::string& to : all_of(page, "href=\"#([^\"]+)\"")) {
      EXPECT_EQ(ids.count(to), 1U) << t.name << ' ' << to;
    }
    for (const std::string& link : all_of(page, "(?:href|src|url)[=(]\"?([^\")]+)")) {
      EXPECT_EQ(link.front(), '#') << t.name;  // nothing from elsewhere
    }
  }
}

TEST(report, holds_every_claim_as_passage_and_row) {
  const std::string page = report_of(harbour());
  for (int i = 1; i <= 11; ++i) {
    const std::string n = std::to_string(i);
    EXPECT_NE(page.find("<a id=\"passage-" + n + "\" href=\"#claim-" + n + "\""), page.npos) << n;
    EXPECT_NE(page.find("<tr role=\"row\" id=\"claim-" + n + "\""), page.npos) << n;
  }
  EXPECT_NE(page.find("laut Hafenkurier</td>"), page.npos);
}

TEST(report, leads_to_the_page_that_the_article_came_from) {
  timeline data = harbour();
  EXPECT_EQ(report_of(data).find("class=\"out\""), std::string::npos);
  data.article.url = "https://example.org/?a=1&b=2";
  const std::string page = report_of(data);
  const auto links = all_of(page, "class=\"out\" rel=\"noreferrer\" href=\"([^\"]+)\"");
  EXPECT_EQ(links.size(), 12U);  // of the page and of each claim
  for (const std::string& link : links) {
    EXPECT_TRUE(link.starts_with("https://example.org/?a=1&amp;b=2")) << link;
  }
}

TEST(report, says_why_a_claim_is_left_out) {
  timeline data = harbour();
  data.claims[2].hidden = true;
  ASSERT_FALSE(select(data, {.without = {"4"}, .hide_vague = true}));
  const std::string page = report_of(data);
  const std::string edits = page.substr(page.find("<section id=\"edits\">"));
  EXPECT_NE(edits.find("#claim-3\">"), edits.npos);
  EXPECT_NE(edits.find(words_of_editing().no_reason), edits.npos);
  EXPECT_NE(edits.find(words_of_editing().by_choice), edits.npos);
  ASSERT_FALSE(select(data, {.most = 3}));
  EXPECT_NE(report_of(data).find(words_of_editing().for_room), page.npos);
}

TEST(report, escapes_what_html_reserves) {
  for (const named_timeline& t : stress_set()) {
    if (t.name != "markup") continue;
    const std::string page = report_of(t.data);
    EXPECT_EQ(page.find("<b>\"Fett\""), page.npos);
    EXPECT_NE(page.find("&lt;b&gt;&quot;Fett&quot;&lt;/b&gt;"), page.npos);
    EXPECT_EQ(page.find('\x01'), page.npos);
  }
}

TEST(report, counts_and_names_what_is_left_out) {
  timeline t;
  for (const char* label : {"A", "B", "C", "D", "E", "F", "G", "H"})
    t.claims.emplace_back().label = label;
  EXPECT_EQ(left_out_words(t), "");
  t.claims[1].hidden = true;
  EXPECT_EQ(left_out_words(t), "Nicht gezeigt ist eine Aussage: \u201EB\u201C.");
  t.claims[0].hidden = true;
  EXPECT_EQ(left_out_words(t), "Nicht gezeigt sind 2 Aussagen: \u201EA\u201C, \u201EB\u201C.");
  for (claim& c : t.claims) c.hidden = true;
  EXPECT_NE(left_out_words(t).find("8 Aussagen"), std::string::npos);
  EXPECT_NE(left_out_words(t).find("\u201EF\u201C, 2 weitere."), std::string::npos);
}

}  // namespace
}  // namespace zeitstrahl
