#ifndef ZEITSTRAHL_LIB_LANG_LANGUAGE_H_
#define ZEITSTRAHL_LIB_LANG_LANGUAGE_H_

// A language as the engine uses it: its words, and its rows as compiled patterns.

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/engine_classes.h"
#include "lang/holiday_rule.h"
#include "lang/known_words.h"
#include "lang/matcher.h"
#include "lang/rows.h"
#include "text/scan.h"
#include "text/vocabulary.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// The files of a language by name; contents must outlive the call only.
struct table_file {
  std::string_view name;
  std::string_view content;
};

// What a language is made of.
struct language_parts {
  std::string name;
  known_words words;
  sentence_hints hints;
  std::vector<rule> rules;
  std::vector<frame> frames;
  std::vector<holiday_rule> holidays;
  matcher rule_matcher;
  matcher frame_matcher;
  std::vector<std::pair<join_kind, matcher>> joins;
  std::array<std::size_t, static_cast<std::size_t>(engine_class::count_)> engine_classes{};
  std::map<std::string, std::string, std::less<>> files;
};

class language {
 public:
  // Builds from tables; errors have file and line.
  static result<std::shared_ptr<const language>> build(std::string_view name,
                                                       std::span<const table_file> files);
  explicit language(language_parts parts) : parts_(std::move(parts)) {}

  const std::string& name() const { return parts_.name; }
  const vocabulary& words() const { return parts_.words.all(); }
  const sentence_hints& hints() const { return parts_.hints; }
  const std::vector<rule>& rules() const { return parts_.rules; }
  const matcher& rule_matcher() const { return parts_.rule_matcher; }
  const std::vector<frame>& frames() const { return parts_.frames; }
  const matcher& frame_matcher() const { return parts_.frame_matcher; }
  const std::vector<holiday_rule>& holidays() const { return parts_.holidays; }

  // Whether the symbols of words between two parts are a joint of the kind.
  bool is_join(std::string_view symbols, join_kind kind) const;

  // Index of a class that the engine asks for.
  std::size_t class_of(engine_class asked) const {
    return parts_.engine_classes[static_cast<std::size_t>(asked)];
  }

  // A table that only one layer above reads ("claims.tsv"), or nothing.
  std::string_view file(std::string_view name) const;
  // Data that are no table ("forms.bin"), or nothing.
  std::string_view data(std::string_view name) const;

  // The words of a class that the engine asks for.
  std::vector<known_words::spelled> words_in(engine_class asked) const {
    return parts_.words.words_in(class_of(asked));
  }

  // Index of a class of the lexicon, or known_words::no_class.
  std::size_t find_class(std::string_view name) const;

  // The value of a word under a class, or `absent` if it is not of that class or, with
  // `capital` false, is of it only with a capital.
  double value(vocabulary::maybe_index entry, std::size_t word_class, bool capital = true) const {
    return parts_.words.value(entry, word_class, capital);
  }
  bool is(vocabulary::maybe_index entry, std::size_t word_class, bool capital = true) const {
    return value(entry, word_class, capital) != absent;
  }

  // The value of a token under the first of the classes that it has, or of a number.
  double value_in(const token& t, const std::vector<std::size_t>& classes) const;

  // The value of several words that together are one ("tag der arbeit"), or `absent`.
  double phrase_value(std::string_view folded) const { return parts_.words.phrase_value(folded); }

 private:
  language_parts parts_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_LANGUAGE_H_
