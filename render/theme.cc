#include "render/theme.h"

namespace zeitstrahl {
namespace {

constexpr rgb hex(unsigned value) {
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
          static_cast<std::uint8_t>(value)};
}

}  // namespace

const theme& theme_of(picture_theme name) {
  static const theme light = {
      .ground = hex(0xFFFFFF),
      .field = hex(0xF5F7F9),
      .text = hex(0x1A1A1A),
      .muted = hex(0x565B60),
      .grid = hex(0xE2E5E8),
      .marker = hex(0xB3261E),
      .hues = {hex(0x0072B2), hex(0xB84E00), hex(0x222222), hex(0x8A00E6)},
      .more_hues = {hex(0x2E7D32), hex(0xC2185B), hex(0x6B6B00), hex(0x00707A), hex(0x7A4E2D),
                    hex(0x4B3F9E), hex(0x455A64), hex(0xA0307F)},
      .hatch_tint = 0.16,
      .bound_tint = 0.3,
  };
  static const theme dark = {
      .ground = hex(0x14181D),
      .field = hex(0x1A2027),
      .text = hex(0xECEFF1),
      .muted = hex(0xA9B4BE),
      .grid = hex(0x303840),
      .marker = hex(0xF0C040),
      .hues = {hex(0x56B4E9), hex(0xE69F00), hex(0xECEFF1), hex(0xFF335C)},
      .more_hues = {hex(0x66BB6A), hex(0xF48FB1), hex(0xD4D04A), hex(0x4DD0C1), hex(0xD7A77A),
                    hex(0xB3A6FF), hex(0x9DB4C0), hex(0xE77FE0)},
      .hatch_tint = 0.16,
      .bound_tint = 0.36,
  };
  static const theme print = {
      .ground = hex(0xFFFFFF),
      .field = hex(0xFFFFFF),
      .text = hex(0x000000),
      .muted = hex(0x404040),
      .grid = hex(0xD8D8D8),
      .marker = hex(0x000000),
      .hues = {hex(0x303030), hex(0x707070), hex(0x000000)},
      .more_hues = {hex(0x505050), hex(0x202020), hex(0x606060), hex(0x404040), hex(0x101010)},
      .hatch_tint = 0,
      .bound_tint = 0.3,
  };
  switch (name) {
    case picture_theme::dark:
      return dark;
    case picture_theme::print:
      return print;
    case picture_theme::light:
      break;
  }
  return light;
}

}  // namespace zeitstrahl
