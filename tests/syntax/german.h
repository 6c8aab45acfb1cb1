#ifndef ZEITSTRAHL_TESTS_SYNTAX_GERMAN_H_
#define ZEITSTRAHL_TESTS_SYNTAX_GERMAN_H_

// The built-in analyzer of German, for tests.

#include <memory>
#include <string_view>

#include "lang/language.h"
#include "syntax/analyzer.h"
#include "text/scan.h"

namespace zeitstrahl {

inline const language& german_tables() {
  static const auto tables = built_in_language("de");
  return **tables;
}

inline const sentence_analyzer& german_analyzer() {
  static const auto built = sentence_analyzer::build(german_tables());
  return **built;
}

// All of the text as one sentence; it must outlive what is returned.
inline sentence german_sentence(std::string_view text) {
  scanned_text scanned;
  scan(text, german_tables().words(), german_tables().hints(), scanned);
  analysis_memory memory;
  sentence out;
  const span tokens{0, static_cast<std::uint32_t>(scanned.tokens.size())};
  german_analyzer().analyze(scanned, text, tokens, memory, out);
  return out;
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_SYNTAX_GERMAN_H_
