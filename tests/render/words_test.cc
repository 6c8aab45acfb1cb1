#include <gtest/gtest.h>

#include "render/claim_words.h"
#include "render/words_de.h"
#include "tests/render/timelines.h"

namespace zeitstrahl {
namespace {

std::string plain(std::string text) {
  for (std::size_t at; (at = text.find("\u00A0")) != text.npos;) text.replace(at, 2, " ");
  return text;
}

std::string said(const time_phrase& phrase) {
  return plain(phrase.date + (phrase.ends.empty() ? "" : ", ") + phrase.ends);
}

TEST(time_words, write_german_dates) {
  struct {
    const char* edtf;
    const char* words;
  } const table[] = {
      // points
      {"2025-01-22", "22. Jan. 2025"},
      {"2024-03-01", "1. März 2024"},
      {"2024-09-30", "30. Sept. 2024"},
      {"2024-06", "Juni 2024"},
      {"2025-34", "2. Quartal 2025"},
      {"2025-41", "2. Halbjahr 2025"},
      {"2025-22", "Sommer 2025"},
      {"2024-24", "Winter 2024/25"},
      {"2019", "2019"},
      {"199X", "1990er-Jahre"},
      {"19XX", "20. Jahrhundert"},
      {"2024~", "etwa 2024"},
      {"2019~/..", "seit etwa 2019, Ende offen"},
      {"-0043-03-15", "15. März 44 v. Chr."},
      {"-0043", "44 v. Chr."},
      // ranges: what both ends share is said once
      {"2019/2030", "2019–2030"},
      {"2025-01/2029-01", "Jan. 2025 bis Jan. 2029"},
      {"2025-01/2025-03", "Jan. bis März 2025"},
      {"2025-01-21/2025-01-25", "21.–25. Jan. 2025"},
      {"2025-01-21/2025-02-03", "21. Jan. bis 3. Feb. 2025"},
      {"2024-12-21/2025-02-03", "21. Dez. 2024 bis 3. Feb. 2025"},
      {"2025-01-21/2029", "21. Jan. 2025 bis 2029"},
      {"-0099/-0043", "100–44 v. Chr."},
      {"-0026/0014", "27 v. Chr. bis 14 n. Chr."},
      // one end
      {"2019/..", "seit 2019, Ende offen"},
      {"2019/", "ab 2019, Ende unbekannt"},
      {"2025-01-22/..", "ab 22. Jan. 2025, Ende offen"},
      {"2026/..", "ab 2026, Ende offen"},
      {"/2030", "bis 2030, Beginn unbekannt"},
      {"../2030", "bis 2030, Beginn offen"},
      {"", ""},
  };
  const auto published = parse_day("2025-01-22");
  for (const auto& row : table) {
    EXPECT_EQ(said(time_words(from_edtf(row.edtf), relation::at, published)), row.words)
        << row.edtf;
  }
}

TEST(time_words, bounds_beyond_edtf) {
  const day published = *parse_day("2025-01-22");
  EXPECT_EQ(said(time_words(at_present_interval(published), relation::from, published)),
            "gegenwärtig, Beginn unbekannt, Ende offen");
  interval before = before_day(to_day({2019, 1, 1}));
  EXPECT_EQ(said(time_words(before, relation::before, published)), "vor dem 1. Jan. 2019");
  before.end_grain = grain::year;
  EXPECT_EQ(said(time_words(before, relation::before, published)), "vor 2019");
  interval after = after_day(to_day({2026, 6, 30}));
  after.begin_grain = grain::month;
  EXPECT_EQ(said(time_words(after, relation::after, published)), "nach Juni 2026");
  interval mid = in_unit({to_day({2026, 5, 1}), to_day({2026, 8, 31})}, grain::year);
  EXPECT_EQ(said(time_words(mid, relation::at, published)), "Mai bis Aug. 2026");
  struct {
    const char* first;
    const char* last;
    grain unit;
    const char* words;
  } const thirds[] = {
      {"2026-05-02", "2026-09-01", grain::year, "Mitte 2026"},
      {"2025-01-01", "2025-05-01", grain::year, "Anfang 2025"},
      {"2022-11-21", "2022-11-30", grain::month, "Ende Nov. 2022"},
      {"2026-09-02", "2029-12-31", grain::decade, "Ende der 2020er-Jahre"},
      {"1533-05-02", "1566-09-01", grain::century, "Mitte des 16. Jahrhunderts"},
      {"2022-11-20", "2022-11-30", grain::month, "etwa 20.–30. Nov. 2022"},
  };
  for (const auto& row : thirds) {
    interval w = in_unit({*parse_day(row.first), *parse_day(row.last)}, row.unit);
    w.approximate = true;
    EXPECT_EQ(said(time_words(w, relation::at, published)), row.words);
    w.begin_earliest = w.begin_latest = {};
    EXPECT_EQ(said(time_words(w, relation::until, published)).rfind("bis ", 0), 0U);
  }
  const bound clock = bound::at(published, 14 * 60 + 5);
  const interval at{clock, clock, clock, clock, grain::minute, grain::minute};
  EXPECT_EQ(said(time_words(at, relation::at, published)), "22. Jan. 2025, 14.05 Uhr");
}

TEST(words, join_numbers_and_units) {
  EXPECT_EQ(day_words(*parse_day("2025-01-22")), "22.\u00A0Jan.\u00A02025");
  EXPECT_EQ(quarter_words(4), "2.\u00A0Quartal");
  EXPECT_EQ(hour_words(9), "9\u00A0Uhr");
}

TEST(words, quote_inside_quotes) {
  EXPECT_EQ(quoted("am Montag"), "„am Montag“");
  EXPECT_EQ(quoted("die „neue“ Zeit"), "„die ‚neue‘ Zeit“");
}

TEST(words, know_what_a_date_repeats) {
  EXPECT_TRUE(repeats("1.\u00A0Aug.\u00A02025", "1. August"));
  EXPECT_TRUE(repeats("2019–2030", "2030"));
  EXPECT_TRUE(repeats("Ende Nov.\u00A02022", "Ende November 2022"));
  EXPECT_TRUE(repeats("Anfang der 2030er-Jahre", "Anfang der 2030er Jahre"));
  EXPECT_FALSE(repeats("Juni 2024", "vergangenen Juni"));
}

TEST(detail_words, say_date_quote_status_source_and_place) {
  const timeline t = harbour();
  struct {
    std::size_t band, bar;
    const char* words;
  } const table[] = {
      {0, 0, "2017–2031 [1, Satz 1]"},
      {0, 1, "ab 17. Sept. 2024 („ab sofort“), Ende offen [1, Satz 2]"},
      {0, 2,
       "ab 17. Sept. 2024 („künftig“), Ende offen, angekündigt, laut ungenannter Quelle "
       "[1, Satz 3]"},
      {1, 0, "16. Sept. 2024 („am Montag“) [1, Satz 5]"},
      {2, 1, "Mai 2024 („damals“), laut Hafenkurier [1, Satz 8]"},
      {3, 1, "2027, möglich [1, Satz 10]"},
      {3, 2, "vor 2019 [1, Satz 11]"},
  };
  for (const auto& row : table) {
    std::string found = detail_words(t, t.threads[row.band].bars[row.bar]);
    const std::size_t room = found.find(quote_room);
    EXPECT_EQ(room != found.npos, t.threads[row.band].bars[row.bar].reported);
    if (room != found.npos) found.erase(room, quote_room.size());
    EXPECT_EQ(plain(found), row.words);
  }
}

TEST(place_words, count_sentences_behind_the_title) {
  timeline t = harbour();
  bar b = t.threads[0].bars[0];
  b.claims = {0, 3, 4};
  EXPECT_EQ(plain(place_words(t, b)), "Satz 1, 4, 5");
  t.claims[3].sentence = 0;
  EXPECT_EQ(plain(place_words(t, b)), "Titel, Satz 1, 5");
}

TEST(status_words, spare_what_the_label_says) {
  EXPECT_EQ(status_words(modality::negated, false, "Hafen ist nicht mehr offen"), "");
  EXPECT_EQ(status_words(modality::negated, false, "Hafen offen"), "gilt nicht");
  EXPECT_EQ(status_words(modality::negated, true, "Hafen offen"), "bestritten");
  EXPECT_EQ(status_words(modality::negated, true, "Hafen nicht geprüft"), "");
  EXPECT_EQ(status_words(modality::negated, true, "Das Amt gibt keine Karten aus"), "");
  EXPECT_EQ(status_words(modality::negated, true, "Keine Karten wurden ausgegeben"), "");
  EXPECT_EQ(status_words(modality::negated, false, "Niemand gibt Karten aus"), "");
  EXPECT_EQ(status_words(modality::negated, false, "Der Lauf ist abgesagt"), "");
  EXPECT_EQ(status_words(modality::negated, true, "Die Stadt baut an der Nichte"), "bestritten");
  EXPECT_EQ(status_words(modality::actual, true, "Hafen offen"), "");
}

}  // namespace
}  // namespace zeitstrahl
