#include "render/theme.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace zeitstrahl {
namespace {

using triple = std::array<double, 3>;

triple linear(rgb c) {
  const auto channel = [](std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return {channel(c.red), channel(c.green), channel(c.blue)};
}

// WCAG 2.2, relative luminance and contrast ratio.
double contrast(rgb a, rgb b) {
  const auto luminance = [](rgb c) {
    const triple l = linear(c);
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
  };
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

using matrix = std::array<triple, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1.
constexpr matrix trichromat = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr matrix protan = {{{0.152286, 1.052583, -0.204868},
                            {0.114503, 0.786281, 0.099216},
                            {-0.003882, -0.048116, 1.051998}}};
constexpr matrix deutan = {{{0.367322, 0.860646, -0.227968},
                            {0.280085, 0.672501, 0.047413},
                            {-0.011820, 0.042940, 0.968881}}};
constexpr matrix tritan = {{{1.255528, -0.076749, -0.178779},
                            {-0.078411, 0.930809, 0.147602},
                            {0.004733, 0.691367, 0.303900}}};

triple times(const matrix& m, const triple& v) {
  triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

// CIE 1976, white D65.
triple lab(const triple& light) {
  constexpr matrix to_xyz = {{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
                              {0.2126729, 0.7151522, 0.0721750},
                              {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};
  triple clipped = light;
  for (double& v : clipped) v = std::clamp(v, 0.0, 1.0);
  triple f = times(to_xyz, clipped);
  for (double& v : f) {
    v = v > 216.0 / 24389 ? std::cbrt(v) : (24389.0 / 27 * v + 16) / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double difference(rgb a, rgb b, const matrix& sight) {
  const triple x = lab(times(sight, linear(a)));
  const triple y = lab(times(sight, linear(b)));
  return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

TEST(theme, letters_and_marks_stand_out) {
  for (const auto name : {picture_theme::light, picture_theme::dark, picture_theme::print}) {
    const theme& t = theme_of(name);
    std::vector<rgb> colors = t.hues;
    colors.insert(colors.end(), {t.text, t.muted, t.marker});
    for (const rgb c : colors) {
      EXPECT_GE(contrast(c, t.ground), 4.5) << static_cast<int>(name);
      EXPECT_GE(contrast(c, t.field), 4.5) << static_cast<int>(name);
    }
  }
}

TEST(theme, hues_differ_for_every_sight) {
  for (const auto name : {picture_theme::light, picture_theme::dark}) {
    const theme& t = theme_of(name);
    for (std::size_t i = 0; i < t.hues.size(); ++i) {
      for (std::size_t k = i + 1; k < t.hues.size(); ++k) {
        for (const matrix& sight : {trichromat, protan, deutan, tritan}) {
          EXPECT_GE(difference(t.hues[i], t.hues[k], sight), 36) << i << " " << k;
        }
      }
    }
  }
}

// One ink: bands differ by their lightness as far as letters stay legible.
TEST(theme, print_is_grey) {
  const std::vector<rgb>& hues = theme_of(picture_theme::print).hues;
  for (std::size_t i = 0; i < hues.size(); ++i) {
    EXPECT_TRUE(hues[i].red == hues[i].green && hues[i].green == hues[i].blue);
    for (std::size_t k = i + 1; k < hues.size(); ++k) {
      EXPECT_GE(difference(hues[i], hues[k], trichromat), 19) << i << " " << k;
    }
  }
}

}  // namespace
}  // namespace zeitstrahl
