#ifndef ZEITSTRAHL_LIB_LANG_LANGUAGE_H_
#define ZEITSTRAHL_LIB_LANG_LANGUAGE_H_

// A language as the engine uses it: its words, and its rows as compiled patterns.
//
// Loading is in three steps, because a class byte stands for a set of classes: read all
// tables, so that every class and every word is known; give each set of classes that
// patterns tell apart a byte; write the patterns as regular expressions over the bytes.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/engine_classes.h"
#include "lang/matcher.h"
#include "lang/meaning.h"
#include "lang/pattern.h"
#include "text/scan.h"
#include "text/vocabulary.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// An argument of a call: a number of the table, or a slot's words.
struct bound_argument {
  argument_name name = argument_name::number;
  int slot = -1;          // index into compiled_pattern::slots, or -1
  double value = absent;  // where there is no slot
  bool negated = false;
};

struct meaning_call {
  meaning what = meaning::nothing;
  std::vector<bound_argument> arguments;
};

// What words between two parts do: the second is the unit in which the first lies, or the two
// are members of a range or a list.
enum class join_kind : std::uint8_t { none, inside, range, list };

// "vor [drei Wochen] => P3W": a text, the extents in it, the value of each.
struct example {
  std::string published;  // ISO day
  std::string text;
  std::vector<span> extents;
  std::vector<std::string> values;
};

// A row of rules.tsv.
struct rule {
  std::string name;
  std::string where;  // "rules.tsv:17"
  std::string meaning_text;
  compiled_pattern pattern;
  std::vector<meaning_call> calls;  // one an extent
  std::vector<example> examples;
};

// What the words around an expression make of it.
enum class frame_kind : std::uint8_t {
  during,      // in it
  since,       // from its begin on, still
  until,       // up to its end
  from,        // from its begin on
  between,     // from the begin of the first to the end of the second
  before,      // before its begin
  after,       // after its end
  ago,         // a duration before the publication: "vor drei Jahren"
  ahead,       // a duration after it: "in drei Jahren"
  until_ago,   // up to a duration before it: "bis vor drei Jahren"
  ago_from,    // a duration before the day that the first is: "heute vor drei Jahren"
  ahead_from,  // a duration after it: "heute in einer Woche"
  before_day,  // a duration before the day that the second is: "zwei Tage vor Ostern"
  after_day,   // a duration after it: "eine Woche nach Ostern"
  up_to,       // a duration that ends with the second: "um zwei Jahre bis 2015"
  within,      // from now to the end of a duration: "binnen vier Jahren"
  count_
};

// A row of frames.tsv.
struct frame {
  std::string name;
  std::string where;
  frame_kind kind = frame_kind::during;
  compiled_pattern pattern;
  std::vector<example> examples;  // the values are EDTF
};

// A feast by rule (holidays.tsv).
struct holiday_rule {
  enum class kind : std::uint8_t {
    fixed,    // month, day of month
    easter,   // days after Easter Sunday
    advent,   // days after the first Sunday of Advent
    weekday,  // the nth weekday of a month
    pascha,   // days after Orthodox Easter
    jewish,   // days after the Jewish new year's day
    islamic,  // month, day of month of the Islamic calendar
    chinese,  // days after the Chinese new year's day
  };
  std::string name;
  kind is = kind::fixed;
  int month = 0;
  int number = 0;  // day of month, days after, or n
  int weekday = 0;
  int days = 1;  // how long it lasts

  // Whether it begins on the eve of its day.
  bool from_eve() const { return is == kind::jewish || is == kind::islamic; }
};

// The files of a language by name; contents must outlive the call only.
struct table_file {
  std::string_view name;
  std::string_view content;
};

class language {
 public:
  // Builds from tables; errors have file and line.
  static result<std::shared_ptr<const language>> build(std::string_view name,
                                                       std::span<const table_file> files);

  const std::string& name() const { return name_; }
  const vocabulary& words() const { return words_; }
  const sentence_hints& hints() const { return hints_; }
  const std::vector<rule>& rules() const { return rules_; }
  const matcher& rule_matcher() const { return rule_matcher_; }
  const std::vector<frame>& frames() const { return frames_; }
  const matcher& frame_matcher() const { return frame_matcher_; }
  const std::vector<holiday_rule>& holidays() const { return holidays_; }

  // Whether the symbols of words between two parts are a joint of the kind.
  bool is_join(std::string_view symbols, join_kind kind) const;

  // Index of a class that the engine asks for.
  std::size_t class_of(engine_class asked) const {
    return engine_classes_[static_cast<std::size_t>(asked)];
  }

  // A table that only one layer above reads ("claims.tsv"), or nothing.
  std::string_view file(std::string_view name) const;
  // Data that are no table ("forms.bin"), or nothing.
  std::string_view data(std::string_view name) const;

  static constexpr std::size_t no_class = static_cast<std::size_t>(-1);
  // Index of a class of the lexicon, or no_class.
  std::size_t find_class(std::string_view name) const;

  // The value of a word under a class, or `absent` if it is not of that class or, with
  // `capital` false, is of it only with a capital.
  double value(vocabulary::maybe_index entry, std::size_t word_class, bool capital = true) const;
  bool is(vocabulary::maybe_index entry, std::size_t word_class, bool capital = true) const {
    return value(entry, word_class, capital) != absent;
  }

  // The value of a token under the first of the classes that it has, or of a number.
  double value_in(const token& t, const std::vector<std::size_t>& classes) const;

  // The value of several words that together are one ("tag der arbeit"), or `absent`.
  double phrase_value(std::string_view folded) const;

 private:
  friend class language_builder;
  struct membership {
    std::uint32_t word_class = 0;
    double value = 0;
    bool capital_only = false;
  };

  std::string name_;
  vocabulary words_;
  sentence_hints hints_;
  std::vector<std::string> class_names_;
  std::map<std::string, std::size_t, std::less<>> classes_;
  indexed<vocabulary, std::vector<membership>> memberships_;
  std::map<std::string, double, std::less<>> phrases_;
  std::vector<rule> rules_;
  std::vector<frame> frames_;
  std::vector<holiday_rule> holidays_;
  matcher rule_matcher_;
  matcher frame_matcher_;
  std::vector<std::pair<join_kind, matcher>> joins_;
  std::array<std::size_t, static_cast<std::size_t>(engine_class::count_)> engine_classes_{};
  std::map<std::string, std::string, std::less<>> files_;
};

// Names of the shapes of numbers and marks that patterns may use, with their bytes.
struct shape_class {
  std::string_view name;
  std::vector<std::uint8_t> symbols;
  // Of the numbers that have the shape, inclusive; most < least where it is no number, or one of
  // any size.
  double least = 1;
  double most = 0;
};
const std::vector<shape_class>& shape_classes();

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_LANGUAGE_H_
