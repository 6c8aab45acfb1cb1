#include "tests/render/timelines.h"

#include <utility>

namespace zeitstrahl {

timeline_builder::timeline_builder(std::string title, std::string_view published) {
  data_.language = "de";
  data_.article.title = title;
  data_.article.text = title + "\n";
  data_.article.title_in_text = true;
  data_.article.published = parse_day(published);
  data_.sentences.push_back({0, static_cast<std::uint32_t>(title.size())});
}

timeline_builder& timeline_builder::source(std::string name) {
  data_.article.source = std::move(name);
  return *this;
}

timeline_builder& timeline_builder::band(std::string label) {
  data_.threads.emplace_back();
  data_.threads.back().label = std::move(label);
  return *this;
}

timeline_builder& timeline_builder::add(std::string label, std::string_view edtf,
                                        std::string_view time_text, traits how) {
  return add(std::move(label), from_edtf(edtf), time_text, std::move(how));
}

timeline_builder& timeline_builder::add(std::string label, const interval& when,
                                        std::string_view time_text, traits how) {
  if (data_.threads.empty()) band("");
  std::string& text = data_.article.text;
  const auto begin = static_cast<std::uint32_t>(text.size());
  (text += label) += ' ';
  const auto words = static_cast<std::uint32_t>(text.size());
  text += time_text;
  const auto end = static_cast<std::uint32_t>(text.size());
  text += ".\n";

  const auto index = static_cast<std::uint32_t>(data_.claims.size());
  claim c;
  c.sentence = static_cast<std::uint32_t>(data_.sentences.size());
  data_.sentences.push_back({begin, end + 1});
  if (!time_text.empty()) {
    c.expressions.push_back(static_cast<std::uint32_t>(data_.expressions.size()));
    time_expression e;
    e.extent = e.phrase = {words, end};
    e.sentence = c.sentence;
    e.when = when;
    data_.expressions.push_back(std::move(e));
  }
  c.clause = {begin, end};
  c.when = when;
  c.relates = how.relates;
  c.mode = how.mode;
  c.reported = how.reported;
  c.source = how.source;
  c.label = label;
  c.thread = static_cast<std::uint32_t>(data_.threads.size() - 1);
  data_.claims.push_back(std::move(c));

  thread& t = data_.threads.back();
  t.claims.push_back(index);
  t.bars.push_back(
      {std::move(label), when, how.relates, how.mode, how.reported, how.source, {index}});
  return *this;
}

interval until_now_and_on(std::string_view begin_edtf, day published) {
  interval w = from_edtf(begin_edtf);
  w.end_earliest = bound::at(published);
  w.end_latest = bound::open();
  w.end_grain = grain::day;
  return w;
}

interval at_present_interval(day published) {
  interval w;
  w.begin_latest = bound::at(published);
  w.end_earliest = bound::at(published);
  w.end_latest = bound::open();
  return w;
}

interval before_day(day next) {
  interval w;
  w.end_latest = bound::at(next - 1);
  return w;
}

interval after_day(day previous) {
  interval w;
  w.begin_earliest = bound::at(previous + 1);
  return w;
}

timeline harbour() {
  const day published = *parse_day("2024-09-17");
  interval before_2019 = before_day(to_day({2019, 1, 1}));
  before_2019.end_grain = grain::year;
  timeline_builder b("Reederei Albers darf Schiffe künftig auch anderswo bauen lassen",
                     "2024-09-17");
  b.source("Küstenblatt");
  b.band("Albers – Nordwerft: Partnerschaft")
      .add("Partnerschaft von Albers und Nordwerft", "2017/2031", "2017")
      .add("Nordwerft ist nicht mehr die einzige Bauwerft der Reederei", "2024-09-17/..",
           "ab sofort", {modality::negated, relation::from})
      .add("Albers darf Fähren auch bei anderen Werften bestellen", "2024-09-17/..", "künftig",
           {modality::planned, relation::from, true, ""})
      .add("Nordwerft will wichtigster Lieferant bleiben", "2024-09-17/..", "weiterhin",
           {modality::planned, relation::from, true, "Mitteilung"});
  b.band("Ausbau des Emder Hafens")
      .add("Ausbau im Landtag vorgestellt", "2024-09-16", "am Montag")
      .add("350 Millionen Euro für neue Liegeplätze und ein zweites Trockendock", "2024-09-17/2028",
           "in den nächsten vier Jahren", {modality::planned, relation::from});
  b.band("Reederei Jansen")
      .add("Jansen kündigt an, Schlepper und Liegeplätze für Albers bereitzustellen", "2024-05",
           "vergangenen Mai")
      .add("Die Vermietung war eine einmalige Ausnahme", "2024-05", "damals",
           {modality::actual, relation::at, true, "Hafenkurier"});
  b.band("Fährdienst nach Borkum")
      .add("Die Fähre legt nur in Emden ab", at_present_interval(published), "derzeit",
           {modality::actual, relation::from})
      .add("Ein zweiter Hafen könnte angelaufen werden", "2027", "2027",
           {modality::possible, relation::at})
      .add("Der alte Anleger wurde abgerissen", before_2019, "2019",
           {modality::actual, relation::before});
  return b.take();
}

timeline many(std::size_t claims) {
  timeline_builder b("Viele Aussagen", "2024-09-17");
  constexpr std::size_t claims_a_band = 25;
  for (std::size_t i = 0; i < claims; ++i) {
    if (i % claims_a_band == 0) b.band("Strang " + std::to_string(i / claims_a_band + 1));
    const day begin = to_day({2021, 1, 1}) + static_cast<std::int32_t>(i * 37 % 1900);
    const std::string label = "Aussage " + std::to_string(i + 1) + " über Werften und Häfen";
    if (i % 3 == 0) {
      b.add(label, format_day(begin), "an diesem Tag");
    } else if (i % 3 == 1) {
      b.add(label, format_day(begin) + "/" + format_day(begin + 200), "in dieser Zeit",
            {i % 2 == 0 ? modality::planned : modality::actual, relation::during});
    } else {
      b.add(label, format_day(begin).substr(0, 7), "in diesem Monat");
    }
  }
  return b.take();
}

std::vector<named_timeline> stress_set() {
  std::vector<named_timeline> out;
  const auto put = [&](std::string name, timeline_builder& b) {
    out.push_back({std::move(name), b.take()});
  };
  {
    timeline_builder b("Ohne Aussagen", "2024-09-17");
    put("empty", b);
  }
  {
    timeline_builder b("Nur undatierte Aussagen", "");
    b.add("Der Fahrplan gilt auf Abruf", interval(), "damals", {});
    put("undated", b);
  }
  {
    timeline_builder b("Eine Aussage", "2024-09-17");
    b.add("Die Werft öffnet ein Besucherzentrum", "2025-03", "im März");
    put("one", b);
  }
  {
    timeline_builder b("Ohne Veröffentlichungsdatum", "");
    b.add("Stapellauf der neuen Fähre", "2023-05-04", "am 4. Mai 2023")
        .add("Der Betrieb läuft", "2023-06/..", "seit Juni 2023",
             {modality::actual, relation::since})
        .add("Ein zweites Schiff folgt", interval(), "danach", {});
    put("unpublished", b);
  }
  out.push_back({"many", many(200)});
  {
    timeline_builder b("Viele Aussagen ohne Datum", "2024-09-17");
    for (int i = 1; i <= 5; ++i) {
      b.add("Meldung Nummer " + std::to_string(i), "2024-09", "in diesem Monat");
    }
    for (int i = 1; i <= 90; ++i) {
      b.add("Zusage Nummer " + std::to_string(i) + " der Hafenbehörde", interval(), "bald", {});
    }
    put("many-undated", b);
  }
  {
    timeline_builder b("Alles an einem Tag", "2024-09-17");
    for (int i = 1; i <= 12; ++i) {
      b.add("Meldung Nummer " + std::to_string(i) + " aus dem Hafen", "2024-09-17", "heute");
    }
    put("one-day", b);
  }
  {
    timeline_builder b("Ein Tag in Stunden", "2024-09-17");
    for (const int minute : {8 * 60, 9 * 60 + 30, 14 * 60, 22 * 60 + 5}) {
      const bound at = bound::at(to_day({2024, 9, 17}), static_cast<std::int16_t>(minute));
      b.add("Ein Schiff legt an", interval{at, at, at, at, grain::minute, grain::minute}, "um", {});
    }
    put("hours", b);
  }
  {
    timeline_builder b("Dreitausend Jahre Seehandel", "2024-09-17");
    b.add("Erste Händler erreichen die Küste", "-0999", "vor 3.000 Jahren")
        .add("Blüte der Hanse", "12XX/14XX", "vom 13. bis ins 15. Jahrhundert")
        .add("Neue Hafenordnung", "2024-09", "in diesem Monat");
    put("millennia", b);
  }
  {
    timeline_builder b("Einst und jetzt", "2024-09-17");
    b.add("Am Ufer entsteht die erste Werft", "18XX", "im 19. Jahrhundert")
        .add("Die Halle brennt ab", "1902-05-03", "am 3. Mai 1902")
        .add("Die Werft baut Fähren", until_now_and_on("2019", to_day({2024, 9, 17})), "seit 2019",
             {modality::actual, relation::since})
        .add("Der Bau kommt voran", "/2026", "bis 2026", {modality::actual, relation::until})
        .add("Die Halle wird geprüft", before_day(to_day({2023, 1, 1})), "zuvor",
             {modality::actual, relation::before})
        .add("Ein Dock folgt", "2025-03", "im März", {modality::planned, relation::at})
        .add("Der Hafen wird zum Museum", "2029", "2029", {modality::possible, relation::at});
    put("broken", b);
  }
  {
    timeline_builder b("Rom vor der Zeitenwende", "");
    b.add("Caesar wird ermordet", "-0043-03-15", "15. März 44 v. Chr.")
        .add("Herrschaft des Augustus", "-0026/0014", "27 v. Chr. bis 14 n. Chr.");
    put("bc", b);
  }
  {
    timeline_builder b("Eine lange Aussage", "2024-09-17");
    std::string label;
    while (label.size() < 300) label += "Donaudampfschifffahrtsgesellschaft und US-Dollar ";
    b.add(label, "2024-08", "im August")
        .add(std::string(300, 'W'), "2020/2030", "lange", {modality::planned, relation::between})
        .add(label, "2030-01-01", "2030");
    put("long", b);
  }
  {
    timeline_builder b("Schriften \xF0\x9F\x9A\xA2 \xD9\x85\xD9\x8A\xD9\x86\xD8\xA7\xD8\xA1",
                       "2024-09-17");
    b.add("Schiff \xF0\x9F\x9A\xA2 läuft aus", "2024-09-10", "neulich \xF0\x9F\x98\x80")
        .add(
            "\xD8\xA7\xD9\x84\xD9\x85\xD9\x8A\xD9\x86\xD8\xA7\xD8\xA1 "
            "\xD8\xA7\xD9\x84\xD8\xAC\xD8\xAF\xD9\x8A\xD8\xAF 2025",
            "2025", "2025");
    put("scripts", b);
  }
  {
    timeline_builder b("Zeichen <&\"'>", "2024-09-17");
    b.source("Müller & Söhne <Verlag>");
    b.band("A & B").add("<b>\"Fett\"</b> & 'mager'\t]]>", "2024-09-10", "\"<&>\"",
                        {modality::actual, relation::at, true, "<\"&\">"});
    b.band("C < D").add("Zweite Zeile\nmit \x01Umbruch", "2024-10", "bald");
    put("markup", b);
  }
  {
    const day published = to_day({2024, 9, 17});
    timeline_builder b("Alle Enden", "2024-09-17");
    b.add("Exakt von Tag bis Tag", "2023-02-10/2024-03-15", "so lange")
        .add("Seit dem Jahr und weiter", until_now_and_on("2022", published), "2022",
             {modality::actual, relation::since})
        .add("Bis zu einem Jahr", "/2026", "2026", {modality::actual, relation::until})
        .add("Geplant bis zu einem Jahr", "/2026", "2026", {modality::planned, relation::until})
        .add("Früher schon zu Ende", "/2022", "2022", {modality::actual, relation::until})
        .add("Danach", after_day(published + 100), "danach", {modality::actual, relation::after})
        .add("Davor", before_day(to_day({2022, 5, 1})), "davor",
             {modality::actual, relation::before})
        .add("Offener Beginn", "../2023", "2023", {modality::actual, relation::until})
        .add("Beginn ohne Ende", "2023-11/", "November", {modality::actual, relation::from})
        .add("Möglicherweise", "2025/2026", "2025", {modality::possible, relation::between})
        .add("Bestritten", "2022/2025", "2022",
             {modality::negated, relation::between, true, "Werft"})
        .add("Kein Ereignis", "2023-06", "Juni", {modality::negated, relation::at})
        .add("Geplanter Tag", "2025-06-01", "1. Juni", {modality::planned, relation::at})
        .add("Möglicher Tag", "2025-07-01", "1. Juli", {modality::possible, relation::at})
        .add("Kommender Tag", "2025-08-01", "1. August");
    put("ends", b);
  }
  return out;
}

}  // namespace zeitstrahl
