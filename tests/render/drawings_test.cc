// Small drawings, each about one matter, beside their references in tests/drawings:
//     render_test --gtest_filter=drawings/* --update   writes the references anew

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

#include "tests/render/timelines.h"
#include "zeitstrahl/draw.h"

namespace zeitstrahl {
namespace {

bool update_references = false;

using traits = timeline_builder::traits;

std::vector<named_timeline> drawings() {
  const day published = to_day({2024, 9, 17});
  const auto one = [](std::string name, const interval& when, traits how = {}) {
    timeline_builder b("Hafen", "2024-09-17");
    b.add("Fähre fährt", when, "", std::move(how));
    return named_timeline{std::move(name), b.take()};
  };
  std::vector<named_timeline> out = {
      one("bounds-to-the-day", from_edtf("2023-02-10/2025-03-15")),
      one("bounds-to-the-year", from_edtf("2021/2027")),
      one("begin-unknown", at_present_interval(published)),
      one("end-open", until_now_and_on("2022", published)),
      one("end-unknown", from_edtf("2023-11/")),
      one("before", before_day(to_day({2022, 5, 1})), {modality::actual, relation::before}),
      one("after", after_day(published + 100), {modality::actual, relation::after}),
      one("event-on-a-day", from_edtf("2024-08-05")),
      one("event-in-a-month", from_edtf("2024-08")),
      one("event-to-come", from_edtf("2024-10-05")),
      one("planned", from_edtf("2023/2028"), {modality::planned, relation::between}),
      one("possible", from_edtf("2023/2028"), {modality::possible, relation::between}),
      one("denied", from_edtf("2023/2028"), {modality::negated, relation::between, true, "Werft"}),
      one("reported", from_edtf("2024-08-05"), {modality::actual, relation::at, true, "Werft"}),
      one("undated", interval()),
  };
  {
    timeline_builder b("Hafen", "2024-09-17");
    b.band("Fähre").add("Fähre fährt", "2024-08-05", "").add("Fähre kehrt um", "2024-08-05", "");
    b.band("Kai").add("Kai wird gebaut", "2024-11", "");
    out.push_back({"bands-and-same-day", b.take()});
  }
  {
    timeline_builder b("Hafen", "2024-09-17");
    b.add("Gründung", "1850/1856", "").add("Fähre fährt", "2023/2026", "");
    b.add("Kai öffnet", "2022-05", "").add("Kai schließt", "2027-03", "");
    out.push_back({"broken-axis", b.take()});
  }
  {
    timeline_builder b("Rom", "");
    b.add("Bürgerkrieg", "-0048/-0044", "");
    out.push_back({"before-christ-unpublished", b.take()});
  }
  return out;
}

class reference : public testing::TestWithParam<named_timeline> {};

TEST_P(reference, is_drawn) {
  const std::string path = ZEITSTRAHL_SOURCE_DIR "/tests/drawings/" + GetParam().name + ".svg";
  draw_options options;
  options.width = 400;
  const auto picture = draw(GetParam().data, options);
  ASSERT_TRUE(picture.ok());
  if (update_references) {
    std::ofstream(path, std::ios::binary) << *picture;
    return;
  }
  std::ostringstream expected;
  expected << std::ifstream(path, std::ios::binary).rdbuf();
  EXPECT_TRUE(*picture == expected.str())
      << path << " differs; look at the new drawing, then run with --update";
}

INSTANTIATE_TEST_SUITE_P(drawings, reference, testing::ValuesIn(drawings()), [](const auto& info) {
  std::string name = info.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace zeitstrahl

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--update") == 0) zeitstrahl::update_references = true;
  }
  return RUN_ALL_TESTS();
}
