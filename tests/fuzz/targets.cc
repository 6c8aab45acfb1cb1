#include "tests/fuzz/targets.h"

namespace zeitstrahl {

std::span<const named_target> fuzz_targets() {
  static constexpr named_target all[] = {
      {"article", fuzz_article},       {"words", fuzz_words},
      {"timeml", fuzz_timeml},         {"html", fuzz_html},
      {"markdown", fuzz_markdown},     {"records", fuzz_records},
      {"tables", fuzz_tables},         {"scanner", fuzz_scanner},
      {"patterns", fuzz_patterns},     {"compare", fuzz_compare},
      {"edited", fuzz_edited},         {"picture", fuzz_picture},
      {"round_trip", fuzz_round_trip},
  };
  return all;
}

}  // namespace zeitstrahl
