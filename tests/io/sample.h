#ifndef ZEITSTRAHL_TESTS_IO_SAMPLE_H_
#define ZEITSTRAHL_TESTS_IO_SAMPLE_H_

// A timeline built by hand, with a bit of everything that the writers write.

#include <string>
#include <string_view>

#include "zeitstrahl/read.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

inline span find_span(const std::string& text, std::string_view words) {
  const std::size_t at = text.find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// The first repair moves all that follows: in what came in, "2019" begins one character later.
inline timeline sample_timeline() {
  timeline t;
  t.article = *read_article(
      "Auch auĂźer <Haus> & „Hof“: seit 2019, am 22. Januar um 18.30 Uhr, künftig.", "probe.txt");
  document& article = t.article;
  article.title = "Haus & Hof";
  article.published = parse_day("2025-01-22");
  article.published_from = published_source::option;
  article.source = "Blatt, \"das\"";
  article.other = {{"ressort", "Wirtschaft"}};
  const std::string& text = article.text;
  t.language = "de";
  t.sentences = {{0, static_cast<std::uint32_t>(text.size())}};

  time_expression year;
  year.extent = find_span(text, "2019");
  year.value = "2019";
  year.rule = "year";
  year.frame = "since";
  year.relates = relation::since;
  year.when = in_unit(unit_of(to_day({2019, 1, 1}), grain::year), grain::year);
  year.when.end_earliest = bound::at(*article.published);
  year.when.end_latest = bound::open();
  year.when.end_grain = grain::day;
  year.when.end_basis = basis::implied;

  time_expression date;
  date.extent = find_span(text, "22. Januar");
  date.value = "2025-01-22";
  date.reading = resolution::chosen;
  date.anchor = anchor_kind::publication;
  date.rule = "day-month";
  date.when = in_unit({*article.published, *article.published}, grain::day, basis::assumed);

  time_expression clock;
  clock.extent = find_span(text, "18.30 Uhr");
  clock.type = timex_type::time;
  clock.value = "2025-01-22T18:30";
  clock.anchor = anchor_kind::expression;
  clock.anchor_expression = 1;
  clock.rule = "clock";
  clock.when = in_unit({*article.published, *article.published}, grain::minute);
  for (bound* b : {&clock.when.begin_earliest, &clock.when.begin_latest, &clock.when.end_earliest,
                   &clock.when.end_latest}) {
    b->minute = 18 * 60 + 30;
  }

  time_expression future;
  future.extent = find_span(text, "künftig");
  future.vague = true;
  future.value = "FUTURE_REF";
  future.mod = timex_mod::approx;
  future.rule = "future";
  future.reading = resolution::unresolved;
  t.expressions = {year, date, clock, future};

  claim c;
  c.id = "c1";
  c.expressions = {0, 1};
  c.clause = find_span(text, "„Hof“: seit 2019");
  c.when = year.when;
  c.relates = relation::since;
  c.mode = modality::planned;
  c.reported = true;
  c.source = "Blatt";
  c.actors = {"Haus", "Hof \"GmbH\""};
  c.label = "Haus, Hof";
  c.cues = {{find_span(text, "seit"), cue::field::relation, "since"}};
  claim second = c;
  second.id = "c2";
  second.expressions = {3};
  second.when = {};
  second.reported = false;
  second.source.clear();
  second.cues.clear();
  t.claims = {c, second};

  thread together;
  together.label = "Haus – Hof";
  together.actors = c.actors;
  together.claims = {0, 1};
  together.when = year.when;
  together.bars = {{"Haus, Hof", year.when, relation::since, modality::planned, true, "Blatt", {0}},
                   {"Haus, Hof", {}, relation::from, modality::planned, false, "", {1}}};
  t.threads = {together};
  return t;
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_IO_SAMPLE_H_
