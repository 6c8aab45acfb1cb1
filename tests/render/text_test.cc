#include <gtest/gtest.h>

#include <cmath>

#include "render/text_metrics.h"
#include "render/tidy.h"
#include "zeitstrahl/draw.h"

#ifdef __linux__
#include <unistd.h>
#endif

namespace zeitstrahl {
namespace {

const text_metrics& metrics() {
  static const result<text_metrics> opened = text_metrics::open();
  return *opened;
}

// Noto Sans of Debian 12 (fonts-noto-core 20201225), unhinted.
TEST(text_metrics, widths_are_those_of_the_font) {
  struct {
    const char* content;
    font_style style;
    double width;
  } const table[] = {
      {"Partnerschaft von Albers und Nordwerft", {13, 600}, 261.791},
      {"22. Jan. 2025", {11, 400}, 65.341},
      {"veröffentlicht", {11.5, 700}, 79.168},
      {"ÄÖÜäöüß", {19, 700}, 91.447},
      {"„AVATAR“", {12, 400}, 50.999},
      {"0123456789", {12, 400}, 68.643},
  };
  for (const auto& row : table) {
    EXPECT_NEAR(metrics().width(row.content, row.style), row.width, 0.0005 * row.width)
        << row.content;
  }
}

TEST(text_metrics, a_paragraph_is_as_wide_as_its_text) {
  for (const char* content :
       {"Partnerschaft von Albers", "AV To „Wa“", "\xD9\x85\xD9\x8A\xD9\x86 2025"}) {
    const font_style style{13, 600};
    EXPECT_NEAR(metrics().measure(content, style).width(), metrics().width(content, style), 0.05)
        << content;
  }
}

TEST(paragraph, breaks_into_few_and_even_lines) {
  struct {
    const char* content;
    double width;
    std::vector<std::string> lines;
  } const table[] = {
      {"", 100, {}},
      {"kurz", 100, {"kurz"}},
      {"eins zwei drei vier", 75, {"eins zwei", "drei vier"}},
      {"zahlt in US-Dollar aus", 76, {"zahlt in", "US-Dollar", "aus"}},
      {"Rechenzentrums-Kapazitäten", 130, {"Rechenzentrums-", "Kapazitäten"}},
      {"rund 500 Milliarden mehr", 110, {"rund", "500 Milliarden", "mehr"}},
      {"bis zum 22. Januar", 84, {"bis zum", "22. Januar"}},
      {"Donaudampfschifffahrt", 80, {"Donaudampf-", "schifffahrt"}},
  };
  for (const auto& row : table) {
    std::vector<std::string> lines;
    for (const text_line& l : metrics().measure(row.content, {12, 400}).lines(row.width)) {
      lines.push_back(l.content);
      EXPECT_LE(l.width, row.width + 0.01) << l.content;
      EXPECT_NEAR(l.width, metrics().width(l.content, {12, 400}), 0.05) << l.content;
    }
    EXPECT_EQ(lines, row.lines);
  }
}

// No choice of breaks gives fewer lines, or as many with less room at their ends.
TEST(paragraph, is_optimal_among_all_breaks) {
  const std::string content = "ein neuer Hafen am langen Kai der alten Stadt Emden";
  const font_style style{12, 400};
  std::vector<std::string> words;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find(' ', at), content.size());
    words.push_back(content.substr(at, end - at));
    at = end + 1;
  }
  const auto cost = [](const std::vector<double>& widths, double most) {
    double room = 0;
    for (const double w : widths) {
      if (w > most + 0.005) return HUGE_VAL;
      room += (most - w) * (most - w);
    }
    return static_cast<double>(widths.size()) * 1e9 + room;
  };
  for (int most = 60; most < 330; most += 23) {
    double best = HUGE_VAL;
    for (unsigned breaks = 0; breaks < 1U << (words.size() - 1); ++breaks) {
      std::vector<double> widths;
      std::string line = words[0];
      for (std::size_t i = 1; i < words.size(); ++i) {
        if ((breaks >> (i - 1) & 1U) != 0) {
          widths.push_back(metrics().width(line, style));
          line = words[i];
        } else {
          line += " " + words[i];
        }
      }
      widths.push_back(metrics().width(line, style));
      best = std::min(best, cost(widths, most));
    }
    std::vector<double> widths;
    for (const text_line& l : metrics().measure(content, style).lines(most)) {
      widths.push_back(l.width);
    }
    EXPECT_NEAR(cost(widths, most), best, 1) << most;
  }
}

TEST(tidy, makes_one_clean_line) {
  struct {
    std::string in, out;
  } const table[] = {
      {"", ""},
      {"  a \t\n b  ", "a b"},
      {std::string("a\0b", 3), "a b"},
      {"a\u00A0\u00A0b", "a\u00A0b"},
      {"a\u00A0 b", "a b"},
      {"a\xC3", "a\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"a\uFFFE", "a\uFFFD"},
      {"\uFDD0b\uFDEF", "\uFFFDb\uFFFD"},
      {"a\u2028"
       "b",
       "a b"},
  };
  for (const auto& row : table) EXPECT_EQ(tidy(row.in), row.out);
}

// Runs in a process of its own where fontconfig finds no Noto Sans.
TEST(no_font, DISABLED_child) {
  const auto picture = draw(timeline());
  ASSERT_FALSE(picture.ok());
  EXPECT_NE(picture.error().message.find("Noto Sans"), std::string::npos);
}

#ifdef __linux__
TEST(no_font, is_a_clear_error) {
  char self[4096] = {};
  ASSERT_GT(readlink("/proc/self/exe", self, sizeof self - 1), 0);
  const std::string command = std::string("FONTCONFIG_FILE=") + ZEITSTRAHL_SOURCE_DIR +
                              "/tests/render/no_fonts.conf '" + self +
                              "' --gtest_also_run_disabled_tests"
                              " --gtest_filter=no_font.DISABLED_child >/dev/null 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
}
#endif

}  // namespace
}  // namespace zeitstrahl
