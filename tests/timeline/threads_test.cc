// Which claims are a thread, which claims are one bar, and what they are called.

#include "timeline/threads.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "claim/names.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/language.h"

namespace zeitstrahl {
namespace {

using names = std::vector<std::string>;

class Threads : public testing::Test {
 protected:
  claim& add(names actors, std::string_view edtf, relation relates, names matter = {},
             std::string topic = "") {
    claim c;
    c.label = "claim " + std::to_string(found_.claims.size() + 1);
    c.actors = std::move(actors);
    c.when = from_edtf(edtf);
    c.relates = relates;
    c.matter = std::move(matter);
    c.topic = std::move(topic);
    found_.claims.push_back(std::move(c));
    return found_.claims.back();
  }

  // "1 2 | 3": the claims of each thread.
  std::string threads() {
    find_threads(article_names(), found_);
    std::string out;
    for (const thread& t : found_.threads) {
      if (!out.empty()) out += " | ";
      for (const std::uint32_t c : t.claims) {
        EXPECT_EQ(&found_.threads[found_.claims[c].thread], &t);
        out += (c == t.claims.front() ? "" : " ") + std::to_string(c + 1);
      }
    }
    return out;
  }

  // "2019/2030 1 3, 2024 2": the bars of the first thread.
  std::string bars() {
    threads();
    std::string out;
    for (const bar& b : found_.threads[0].bars) {
      if (!out.empty()) out += ", ";
      out += to_edtf(b.when);
      for (const std::uint32_t c : b.claims) out += " " + std::to_string(c + 1);
    }
    return out;
  }

  timeline found_;
};

TEST_F(Threads, ASecondActorSplitsNothing) {
  add({"Voltara", "Nordlicht"}, "2019", relation::at);
  add({"Nordlicht", "Voltara"}, "2020", relation::at);
  add({"Voltara", "Hafen AG"}, "2021", relation::at);
  add({"Museum", "Nordlicht", "Voltara"}, "2022", relation::at);
  EXPECT_EQ(threads(), "1 2 3 4");
}

TEST_F(Threads, TheMainActorIsWhomMostClaimsName) {
  add({"Voltara"}, "2018", relation::at);
  add({"Hafen AG", "Voltara"}, "2019", relation::at);
  add({"Hafen AG"}, "2020", relation::at);
  add({"Museum", "Hafen AG"}, "2021", relation::at);
  add({"Museum"}, "2022", relation::at);
  EXPECT_EQ(threads(), "1 | 2 3 4 | 5");
}

TEST_F(Threads, NobodyJoinsByTwoSharedWords) {
  add({"Voltara"}, "2019", relation::at, {"bauen", "hall"});
  add({"Museum"}, "2020", relation::at, {"zeigen", "bild"});
  add({}, "2021", relation::at, {"bauen", "hall", "grundstuck"}).sentence = 8;
  add({}, "2022", relation::at, {"zeigen", "auto"}).sentence = 16;
  EXPECT_EQ(threads(), "1 3 | 2 | 4");
}

TEST_F(Threads, NobodyTellsOnWhatWasToldRightBefore) {
  add({"Voltara"}, "2019", relation::at);
  add({}, "2020", relation::at, {}, "Halle").sentence = 1;
  add({}, "2021", relation::at, {}, "Tor").sentence = 4;
  add({}, "2022", relation::at).sentence = 5;
  EXPECT_EQ(threads(), "1 2 | 3 4");
  EXPECT_EQ(found_.threads[1].label, "Tor");
}

TEST_F(Threads, OneTopicIsOneThread) {
  add({}, "2019", relation::at, {}, "Halle");
  add({}, "2020", relation::at, {}, "Tor").sentence = 4;
  add({}, "2021", relation::at, {}, "Halle").sentence = 8;
  EXPECT_EQ(threads(), "1 3 | 2");
  EXPECT_EQ(found_.threads[0].label, "Halle");
}

TEST_F(Threads, WhatNamesNothingComesLast) {
  add({}, "2019", relation::at);
  add({"Voltara"}, "2020", relation::at).sentence = 3;
  add({}, "2021", relation::at).sentence = 6;
  add({"Museum"}, "2022", relation::at).sentence = 9;
  EXPECT_EQ(threads(), "2 | 4 | 1 3");
}

TEST_F(Threads, NoClaimsNoThreads) { EXPECT_EQ(threads(), ""); }

TEST_F(Threads, SinceAndUntilOfOneMatterAreOneBar) {
  add({"A", "B"}, "/2030", relation::between, {"partnership"}, "Partnerschaft").label = "Pakt";
  add({"A", "B"}, "2024", relation::at, {"partnership"});
  add({"B", "A"}, "2019/..", relation::since, {"partnership"});
  EXPECT_EQ(bars(), "2019/2030 1 3, 2024 2");
  EXPECT_EQ(found_.threads[0].bars[0].label, "Pakt");
  EXPECT_EQ(to_edtf(found_.threads[0].when), "2019/2030");
}

TEST_F(Threads, WhatDoesNotFitStaysApart) {
  const auto apart = [&](std::string_view why, auto change) {
    found_ = {};
    add({"A", "B"}, "2019/..", relation::since, {"partnership"}, "Partnerschaft");
    claim& until = add({"A", "B"}, "/2030", relation::until, {"partnership"}, "Partnerschaft");
    change(until);
    EXPECT_EQ(found_.claims.size(), 2u);
    threads();
    std::size_t bars = 0;
    for (const thread& t : found_.threads) bars += t.bars.size();
    EXPECT_EQ(bars, 2u) << why;
  };
  apart("another matter", [](claim& c) { c.matter = {"building"}; });
  apart("other actors", [](claim& c) { c.actors = {"A", "C"}; });
  apart("a plan", [](claim& c) { c.mode = modality::planned; });
  apart("denied", [](claim& c) { c.mode = modality::negated; });
  apart("somebody's words", [](claim& c) { c.reported = true; });
  apart("ends before it begins", [](claim& c) { c.when = from_edtf("/2010"); });
  apart("an event", [](claim& c) { c.relates = relation::at; });
}

TEST_F(Threads, TheSameSaidTwiceIsOneBar) {
  add({"A"}, "2019", relation::at).label = "A baut";
  add({"A"}, "2019", relation::at).label = "A baut";
  add({"A"}, "2020", relation::at).label = "A baut";
  EXPECT_EQ(bars(), "2019 1 2, 2020 3");
}

TEST_F(Threads, BarsAreOrderedByTheirBegin) {
  add({"A"}, "2021", relation::at);
  add({"A"}, "", relation::at);
  add({"A"}, "/2019", relation::until);
  add({"A"}, "2020/..", relation::from);
  EXPECT_EQ(bars(), "/2019 3, 2020/.. 4, 2021 1,  2");
}

TEST_F(Threads, ContradictionsKeepTheirBars) {
  add({"A", "B"}, "/2030", relation::until, {"contract"}, "Vertrag");
  add({"A", "B"}, "/2032", relation::until, {"contract"}, "Vertrag");
  add({"A", "B"}, "/2030", relation::until, {"loan"}, "Kredit");
  EXPECT_EQ(bars(), "/2030 1, /2030 3, /2032 2");
  using pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  EXPECT_EQ(found_.threads[0].contradictions, (pairs{{0, 1}}));
}

TEST_F(Threads, CoarserIsNoContradiction) {
  add({"A", "B"}, "/2030", relation::until, {"contract"}, "Vertrag");
  add({"A", "B"}, "/2030-06", relation::until, {"contract"}, "Vertrag");
  threads();
  EXPECT_TRUE(found_.threads[0].contradictions.empty());
}

TEST_F(Threads, LabelsNameActorsAndMatter) {
  add({"Microsoft", "OpenAI"}, "2019/..", relation::since, {"partnership"}, "Partnerschaft");
  add({"Microsoft", "OpenAI"}, "2020", relation::at, {}, "Sitzung");
  add({"Oracle"}, "2020", relation::at, {}, "Sitzung");
  add({}, "2021", relation::at).sentence = 9;
  EXPECT_EQ(threads(), "1 2 | 3 | 4");
  EXPECT_EQ(found_.threads[0].label, "Microsoft \u2013 OpenAI: Partnerschaft");
  EXPECT_EQ(found_.threads[1].label, "Oracle");
  EXPECT_EQ(found_.threads[2].label, "");
}

TEST_F(Threads, WhoIsInFewClaimsIsNoHeading) {
  add({"Oracle", "Hafen AG"}, "2019", relation::at);
  add({"Oracle"}, "2020", relation::at);
  add({"Oracle"}, "2021", relation::at);
  EXPECT_EQ(threads(), "1 2 3");
  EXPECT_EQ(found_.threads[0].label, "Oracle");
}

// The whole way, from a text.
TEST(ThreadsOfTexts, AStateInTwoSentences) {
  document article;
  article.text =
      "Die schon seit mehreren Jahren und bis 2031 laufende Kooperation beider Unternehmen "
      "wird erweitert, teilten Voltara AG und Nordlicht AG mit.\n"
      "Die Voltara AG und die Nordlicht AG sind seit 2018 eng miteinander verbunden. "
      "Die Kooperation der Voltara AG mit der Nordlicht AG läuft bis 2031. "
      "Die Voltara AG und die Nordlicht AG kooperieren seit 2018.";
  article.published = parse_day("2025-01-22");
  const extractor find(*built_in_language("de"));
  scratch memory;
  const timeline found = find.analyze(article, memory);
  bool merged = false;
  for (const thread& t : found.threads) {
    for (const bar& b : t.bars) {
      merged |= to_edtf(b.when) == "2018/2031" && b.claims.size() >= 2;
    }
  }
  EXPECT_TRUE(merged);
}

// Headings have the noun in the nominative, and the one that the article is about.
TEST(ThreadsOfTexts, TopicsOfWhatNamesNobody) {
  const auto heading = [](std::string_view text) {
    document article;
    article.text = text;
    article.published = parse_day("2025-01-22");
    const extractor find(*built_in_language("de"));
    scratch memory;
    const timeline found = find.analyze(article, memory);
    return found.threads.empty() ? "no thread" : found.threads[0].label;
  };
  EXPECT_EQ(heading("Nach dem Ende des Streiks im Mai 2024 fuhren alle Busse."), "Streik");
  EXPECT_EQ(heading("Das Dach der Turnhalle wurde 2023 erneuert. Die Turnhalle ist beliebt."),
            "Turnhalle");
  EXPECT_EQ(heading("Im Juni 2022 kamen viele Besucher."), "Besucher");
  // A capital at the begin of a sentence makes no noun.
  EXPECT_EQ(heading("Demnach wurde das Dach 2023 erneuert."), "Dach");
  EXPECT_EQ(heading("Auch die Turnhalle öffnet 2026."), "Turnhalle");
  EXPECT_EQ(heading("Dort öffnet 2026 ein Bad."), "Bad");
  EXPECT_EQ(heading("Zudem sei er 2019 gegangen."), "");
}

}  // namespace
}  // namespace zeitstrahl
