#ifndef ZEITSTRAHL_EXPRESSION_H_
#define ZEITSTRAHL_EXPRESSION_H_

// A time expression: the words, and what they mean.
//
// The types and attributes are TimeML's TIMEX3 (Pustejovsky et al. 2003, TimeML 1.2.1;
// German conventions after KRAUTS, Stroetgen et al., LREC 2018).
//
//     for (const time_expression& e : result.expressions) {
//       std::cout << e.extent.in(result.article.text) << ' ' << e.value << ' '
//                 << to_edtf(e.when) << '\n';   // "vergangenen Juni 2024-06 2024-06"
//     }
//
// Plain data, made by an extractor.  The names of rules point into the language that
// the extractor holds, which must outlive them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/interval.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

enum class timex_type : std::uint8_t { date, time, duration, set };

enum class timex_mod : std::uint8_t {
  none,
  approx,
  start,
  mid,
  end,
  more_than,
  less_than,
  equal_or_more,
  equal_or_less,
  before,
  after,
};

// How the expression, with the words around it, bounds what it dates.
enum class relation : std::uint8_t {
  at,
  during,
  since,
  until,
  from,
  between,
  before,
  after,
  recurring,
};

// What a value was counted from.
enum class anchor_kind : std::uint8_t {
  none,         // the words are enough: "22. Januar 2025"
  publication,  // "gestern"
  expression,   // an earlier expression: "drei Tage spaeter"
};

enum class resolution : std::uint8_t {
  unique,      // one reading
  chosen,      // several readings, one chosen by policy (tense, nearest, past)
  unresolved,  // needs a publication date or an earlier date that is not there
};

struct time_expression {
  static constexpr std::uint32_t none = 0xffffffff;

  span extent;  // without preposition: "seit [2019]"
  span phrase;  // with what frames it: "[seit 2019]"
  timex_type type = timex_type::date;
  bool vague = false;  // dates a claim, but is no TIMEX3 by the conventions: "kuenftig"
  timex_mod mod = timex_mod::none;
  resolution reading = resolution::unique;
  anchor_kind anchor = anchor_kind::none;
  std::uint32_t anchor_expression = none;  // index, where anchor is expression
  std::uint32_t sentence = 0;              // index into timeline::sentences
  std::string_view rule;                   // name of the row in rules.tsv; points into the language
  std::string_view frame;  // name of the row in frames.tsv that gave `relates`, or empty

  std::string value;  // TIMEX3 value: "2024-06", "P4Y", "PRESENT_REF", "XXXX-WXX-1"
  std::string quant;  // SET only: "EVERY"
  std::string freq;   // SET only: "2X"

  relation relates = relation::at;
  interval when;  // what the expression with its preposition bounds; empty if unresolved

  // The ends of a duration that the text anchors ("in den letzten zehn Jahren").
  std::optional<day> begin_point;
  std::optional<day> end_point;
};

// The words of the formats: "DATE", "START", "since".
std::string_view to_string(timex_type type);
std::string_view to_string(timex_mod mod);  // "" for none
std::string_view to_string(relation rel);
std::string_view to_string(anchor_kind kind);
std::string_view to_string(resolution reading);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_EXPRESSION_H_
