#include "io/bound_text.h"

#include <cstdio>

namespace zeitstrahl {

std::string bound_text(const bound& b) {
  if (b.kind == bound::state::open) return "open";
  if (!b.given()) return "";
  std::string text = format_day(b.date);
  if (b.minute != bound::no_minute) {
    char clock[16];
    std::snprintf(clock, sizeof clock, "T%02d:%02d", b.minute / 60, b.minute % 60);
    text += clock;
  }
  return text;
}

}  // namespace zeitstrahl
