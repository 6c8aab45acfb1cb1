#include "render/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <tuple>

#include "render/axis.h"
#include "render/fit.h"
#include "tests/render/scene_checks.h"
#include "tests/render/timelines.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

const text_metrics& metrics() {
  static const result<text_metrics> opened = text_metrics::open();
  return *opened;
}

scene picture_of(const timeline& data, double width = 800,
                 picture_theme theme = picture_theme::light) {
  layout_options options;
  options.width = width;
  return lay_out(data, options, theme_of(theme), metrics()).front();
}

std::vector<std::string> texts_of(const scene& s) {
  std::vector<std::string> out;
  for_each_shape(s.nodes, [&](const auto& shape, group_kind) {
    if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, text>) out.push_back(shape.content);
  });
  return out;
}

std::string all_text(const scene& s) {
  std::string out;
  for (const std::string& line : texts_of(s)) out += line + "\n";
  return out;
}

std::vector<group> groups_of(const scene& s, group_kind kind) {
  std::vector<group> out;
  for (const node& n : s.nodes) {
    const auto* g = std::get_if<group>(&n.shape);
    if (g != nullptr && g->kind == kind) out.push_back(*g);
  }
  return out;
}

std::vector<named_timeline> all_timelines() {
  std::vector<named_timeline> out = stress_set();
  out.push_back({"harbour", harbour()});
  return out;
}

class every_picture : public testing::TestWithParam<std::tuple<named_timeline, int>> {};

TEST_P(every_picture, has_no_fault) {
  const auto& [named, width] = GetParam();
  for (const picture_theme theme :
       {picture_theme::light, picture_theme::dark, picture_theme::print}) {
    EXPECT_EQ(faults(picture_of(named.data, width, theme)), std::vector<std::string>());
  }
}

TEST_P(every_picture, has_no_fault_on_pages) {
  const auto& [named, width] = GetParam();
  layout_options options;
  options.width = width;
  options.page_height = 700;
  for (const scene& page :
       lay_out(named.data, options, theme_of(picture_theme::light), metrics())) {
    EXPECT_EQ(faults(page), std::vector<std::string>());
  }
}

// Nothing is dropped: each bar has its group, on the axis or in words under it.
TEST_P(every_picture, shows_every_bar) {
  const auto& [named, width] = GetParam();
  std::size_t bars = 0;
  for (const thread& t : named.data.threads) bars += t.bars.size();
  EXPECT_EQ(groups_of(picture_of(named.data, width), group_kind::claim).size(), bars);
}

INSTANTIATE_TEST_SUITE_P(timelines, every_picture,
                         testing::Combine(testing::ValuesIn(all_timelines()),
                                          testing::Values(320, 400, 800, 1200, 4000)),
                         [](const auto& info) {
                           std::string name = std::get<0>(info.param).name + "_" +
                                              std::to_string(std::get<1>(info.param));
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

std::vector<named_timeline> samples() {
  const auto tables = built_in_language("de");
  const extractor find(*tables);
  scratch memory;
  std::vector<named_timeline> out;
  for (const auto& file : std::filesystem::directory_iterator(ZEITSTRAHL_SOURCE_DIR "/samples")) {
    if (file.path().extension() != ".md" || file.path().stem() == "README") continue;
    auto article = read_article_file(file.path().string(), {});
    EXPECT_TRUE(article.ok()) << file.path();
    out.push_back({file.path().stem().string(), find.analyze(std::move(*article), memory)});
  }
  return out;
}

TEST(samples, have_no_fault) {
  for (const named_timeline& t : samples()) {
    for (const int width : {400, 800, 1200}) {
      for (const picture_theme theme :
           {picture_theme::light, picture_theme::dark, picture_theme::print}) {
        const scene picture = picture_of(t.data, width, theme);
        EXPECT_EQ(faults(picture), std::vector<std::string>()) << t.name << ' ' << width;
        EXPECT_GT(groups_of(picture, group_kind::claim).size(), 5U) << t.name;
      }
    }
    layout_options paper;
    paper.width = 793.7;
    paper.page_height = 559.37;  // A5
    for (const scene& page : lay_out(t.data, paper, theme_of(picture_theme::light), metrics())) {
      EXPECT_EQ(faults(page), std::vector<std::string>()) << t.name;
      EXPECT_EQ(page.height, 559.37) << t.name;
    }
  }
}

TEST(layout, says_what_cannot_be_drawn) {
  for (const named_timeline& t : stress_set()) {
    const std::string text = all_text(picture_of(t.data));
    if (t.name == "empty") {
      EXPECT_NE(text.find("keine Aussage mit einer Zeitangabe"), text.npos);
    }
    if (t.name == "undated") {
      EXPECT_NE(text.find("Ohne Datum"), text.npos);
      EXPECT_NE(text.find("Der Fahrplan gilt auf Abruf"), text.npos);
    }
    if (t.name == "unpublished") {
      EXPECT_EQ(text.find("veröffentlicht 1"), text.npos);
      EXPECT_NE(text.find("Ein zweites Schiff folgt"), text.npos);
    }
  }
}

TEST(layout, names_bands_only_where_there_are_several) {
  EXPECT_NE(all_text(picture_of(harbour())).find("Reederei Jansen\n"), std::string::npos);
  timeline_builder b("Ein Strang", "2024-09-17");
  b.band("Der Strang").add("Baubeginn", "2024-08", "im August");
  EXPECT_EQ(all_text(picture_of(b.take())).find("Der Strang"), std::string::npos);
}

TEST(layout, explains_only_what_occurs) {
  timeline_builder b("Ein Tag", "2024-09-17");
  b.add("Baubeginn", "2024-08-05", "am 5. August");
  const std::string text = all_text(picture_of(b.take()));
  EXPECT_NE(text.find("auf den Tag genau"), text.npos);
  for (const char* absent : {"angekündigt", "Ende offen", "Beginn unbekannt", "Worte anderer",
                             "nach der Veröffentlichung", "möglich", "ungefähr"}) {
    EXPECT_EQ(text.find(absent), text.npos) << absent;
  }
}

TEST(layout, sets_what_is_to_come_right_of_the_publication) {
  timeline_builder b("Hafen", "2024-09-17");
  b.add("Gründung", "2020", "");
  b.add("Lindenhafen will dort große Stromspeicher fertigen", "2025-06/2029", "",
        {modality::planned, relation::from});
  const scene picture = picture_of(b.take(), 400);
  const group marker = groups_of(picture, group_kind::marker).front();
  const double published = std::get<line>(marker.children.front().shape).from.x;
  for_each_shape(groups_of(picture, group_kind::claim).back().children,
                 [&](const auto& shape, group_kind) {
                   if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, text>) {
                     EXPECT_GT(shape.left(), published) << shape.content;
                   }
                 });
}

TEST(layout, repeats_the_axis_at_the_foot_of_high_pictures) {
  const auto axes = [](const scene& s) {
    std::size_t count = 0;
    for (const group& g : groups_of(s, group_kind::axis)) {
      count += std::any_of(g.children.begin(), g.children.end(),
                           [](const node& n) { return std::holds_alternative<text>(n.shape); });
    }
    return count;
  };
  EXPECT_EQ(axes(picture_of(many(5))), 1U);
  EXPECT_EQ(axes(picture_of(many(60))), 2U);
}

TEST(layout, names_the_band_of_those_that_name_nobody) {
  timeline t = harbour();
  t.threads.back().label.clear();
  EXPECT_NE(all_text(picture_of(t)).find("Weitere Aussagen"), std::string::npos);
  t.threads.erase(t.threads.begin(), t.threads.end() - 1);
  EXPECT_EQ(all_text(picture_of(t)).find("Weitere Aussagen"), std::string::npos);
}

TEST(layout, breaks_pages_at_lanes_and_repeats_headings) {
  layout_options options;
  options.page_height = 700;
  const auto pages = lay_out(many(60), options, theme_of(picture_theme::light), metrics());
  ASSERT_GT(pages.size(), 3U);
  std::size_t claims = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    claims += groups_of(pages[i], group_kind::claim).size();
    EXPECT_EQ(pages[i].height, 700) << i;
    EXPECT_EQ(groups_of(pages[i], group_kind::marker).size(), 1U) << i;
    EXPECT_NE(all_text(pages[i]).find("Strang"), std::string::npos) << i;
    const std::string number = "Seite " + std::to_string(i + 1) + " von ";
    EXPECT_NE(all_text(pages[i]).find(number), std::string::npos) << i;
  }
  EXPECT_EQ(claims, 60U);
}

TEST(layout, breaks_pages_between_claims_without_a_date) {
  for (const named_timeline& t : stress_set()) {
    if (t.name != "many-undated") continue;
    layout_options options;
    options.page_height = 560;
    const auto pages = lay_out(t.data, options, theme_of(picture_theme::light), metrics());
    ASSERT_GT(pages.size(), 2U);
    std::string all;
    for (const scene& page : pages) {
      EXPECT_EQ(page.height, 560);
      all += all_text(page);
    }
    std::size_t count = 0;
    for (std::size_t at = 0; (at = all.find("Zusage Nummer", at)) != all.npos; ++at) ++count;
    EXPECT_EQ(count, 90U);
    EXPECT_EQ(all_text(pages.back()).find("veröffentlicht 17"), std::string::npos);
    EXPECT_NE(all_text(pages.back()).find("[1] „Viele"), std::string::npos);
  }
}

TEST(layout, gives_a_single_page_its_whole_height) {
  layout_options options;
  options.page_height = 559.37;
  options.whole_pages = true;
  const auto pages = lay_out(many(3), options, theme_of(picture_theme::light), metrics());
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages.front().height, 559.37);
}

TEST(layout, reads_in_the_order_of_the_timeline) {
  std::vector<std::string> labels;
  for (const group& g : groups_of(picture_of(many(50)), group_kind::claim)) labels.push_back(g.id);
  ASSERT_EQ(labels.size(), 50U);
  EXPECT_EQ(labels.front(), "claim-1");
  const std::string description = picture_of(harbour()).description;
  EXPECT_NE(description.find("1. Partnerschaft von Albers und Nordwerft: 2017–2031 (Satz\u00A01). "
                             "2. Nordwerft ist"),
            description.npos);
}

TEST(axis, is_broken_where_most_would_be_squeezed) {
  const auto fitted = [](std::vector<const char*> edtf) {
    std::vector<interval> times;
    for (const char* one : edtf) times.push_back(from_edtf(one));
    return fit_scale(times, parse_day("2024-09-17"), 24, 776);
  };
  struct {
    std::vector<const char*> times;
    bool broken;
  } const table[] = {
      {{"2022", "2023", "2024", "2025"}, false},
      {{"1850", "2022", "2023", "2025"}, true},
      {{"18XX", "2022", "2023", "2025"}, true},
      {{"2022", "2023", "2025", "2400"}, true},
      {{"1850", "2025"}, false},                          // too little to squeeze
      {{"1850/..", "2022", "2023", "2025"}, true},        // runs through the break
      {{"1850", "1900", "1950", "1980", "2025"}, false},  // spread over all
      {{"../1850", "2022", "2023", "2025"}, true},
      {{"1850", "2022", "2023", "../2025"}, false},
  };
  for (const auto& row : table) {
    const time_scale scale = fitted(row.times);
    EXPECT_EQ(!scale.breaks.empty(), row.broken) << row.times.front();
    if (scale.breaks.empty()) continue;
    const auto days = [](const char* d) { return parse_day(d)->number; };
    EXPECT_GT(scale.x(days("2025-01-01")) - scale.x(days("2022-01-01")), 200) << row.times.front();
    double before = scale.left;  // time always runs to the right, inside the frame
    const auto last = static_cast<int>(scale.range.last);
    for (int time = static_cast<int>(std::ceil(scale.range.first)); time <= last; time += 100) {
      EXPECT_GE(scale.x(time), before - 1e-9);
      before = scale.x(time);
    }
    EXPECT_NEAR(scale.x(scale.range.last), scale.right, 1e-9);
  }
}

// Nearly all of it happens in one week, with an old year before it or a far one behind it.
TEST(axis, gives_room_to_what_stands_close) {
  const std::vector<const char*> week = {"2024-09-15", "2024-09-16", "2024-09-17", "2024-09-19"};
  for (const std::vector<const char*>& others :
       {std::vector<const char*>{"1911", "1990"}, std::vector<const char*>{"2019/.."},
        std::vector<const char*>{"1911", "2024", "2019"}, std::vector<const char*>{"2030", "2035"},
        std::vector<const char*>{"1990", "2035"}}) {
    std::vector<interval> times;
    for (const auto& all : {week, others}) {
      for (const char* one : all) times.push_back(from_edtf(one));
    }
    const time_scale scale = fit_scale(times, parse_day("2024-09-17"), 24, 776);
    const auto days = [](const char* d) { return parse_day(d)->number; };
    EXPECT_GT(scale.x(days("2024-09-16")) - scale.x(days("2024-09-15")), 20) << others.front();
    EXPECT_GT(scale.x(days("2024-09-19")) - scale.x(days("2024-09-17")), 40) << others.front();
    EXPECT_LE(scale.breaks.size(), 2U);
    double before = scale.left;
    for (double time = scale.range.first; time <= scale.range.last; time += 50) {
      EXPECT_GE(scale.x(time), before - 1e-9) << others.front();
      before = scale.x(time);
    }
  }
}

TEST(axis, chooses_steps_by_room) {
  struct {
    const char* first;
    const char* last;
    double width;
    const char* labels;  // joined by |
    const char* context;
  } const table[] = {
      {"2024-09-15", "2024-09-20", 352, "15.|16.|17.|18.|19.", "Sept. 2024"},
      {"2024-09-01", "2024-11-10", 752,
       "2. Sept.|9. Sept.|16. Sept.|23. Sept.|30. Sept.|7. Okt.|14. Okt.|21. Okt.|28. Okt.|4. Nov.",
       "2024"},
      {"2024-11-01", "2025-03-01", 352, "Nov.|Dez.|Jan.|Feb.", "2024|2025"},
      {"2024-01-01", "2026-01-01", 752,
       "1. Quartal|2. Quartal|3. Quartal|4. Quartal|1. Quartal|2. Quartal|3. Quartal|4. Quartal",
       "2024|2025"},
      {"2019-01-01", "2023-01-01", 352, "2019|2020|2021|2022", ""},
      {"2019-01-01", "2040-01-01", 352, "2020|2025|2030|2035|2040", ""},
      {"1900-01-01", "2025-01-01", 752,
       "1900|1910|1920|1930|1940|1950|1960|1970|1980|1990|2000|2010|2020", ""},
      {"-0049-01-01", "0020-01-01", 752,
       "50 v. Chr.|40 v. Chr.|30 v. Chr.|20 v. Chr.|10 v. Chr.|1 n. Chr.|10 n. Chr.|20 n. Chr.",
       ""},
      {"-0999-01-01", "2024-01-01", 752,
       "1000 v. Chr.|500 v. Chr.|1 n. Chr.|500 n. Chr.|1000|1500|2000", ""},
  };
  const auto joined = [](const std::vector<tick_label>& labels) {
    std::string out;
    for (const tick_label& l : labels) out += (out.empty() ? "" : "|") + l.content;
    for (std::size_t at; (at = out.find("\u00A0")) != out.npos;) out.replace(at, 2, " ");
    return out;
  };
  for (const auto& row : table) {
    const double first = parse_day(row.first)->number;
    const double last = parse_day(row.last)->number;
    const time_axis axis =
        make_axis({{first, last}, 24, 24 + row.width}, std::nullopt, {}, metrics());
    EXPECT_EQ(joined(axis.labels), row.labels);
    EXPECT_EQ(joined(axis.context), row.context) << row.labels;
  }

  // Years that hold marks are named rather than the round ones beside them, each once.
  const auto at = [](const char* text) { return static_cast<double>(parse_day(text)->number); };
  const std::vector<double> marks = {at("1987-05-02"), at("1955-03-01"), at("1955-10-07"),
                                     at("1957-01-01"), at("1920-06-01"), at("2040-01-01")};
  const time_scale century{{at("1900-01-01"), at("2025-01-01")}, 24, 24 + 752};
  EXPECT_EQ(joined(make_axis(century, std::nullopt, marks, metrics()).labels),
            "1900|1910|1920|1930|1940|1955|1970|1980|1987|2000|2010|2020");
  // One that would stand on the marker stands beside it, and the next round one gives way.
  const time_scale decades{{at("1996-01-01"), at("2030-01-01")}, 24, 24 + 752};
  EXPECT_EQ(
      joined(make_axis(decades, decades.x(at("2025-11-05")), {at("2026-06-01")}, metrics()).labels),
      "1996|1998|2000|2002|2004|2006|2008|2010|2012|2014|2016|2018|2020|2022|2024|2026|2030");
}

}  // namespace
}  // namespace zeitstrahl
