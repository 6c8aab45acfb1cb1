#ifndef ZEITSTRAHL_LIB_TIME_RESOLVE_H_
#define ZEITSTRAHL_LIB_TIME_RESOLVE_H_

// From what was said to what was meant.
//
// Expressions are resolved in the order of the text against the document creation time
// and the dates read before.  Where the words leave two readings ("am Dienstag"), tense
// decides, then a policy by kind of expression; the trace says which.

#include <string_view>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"
#include "time/choice.h"
#include "time/context.h"
#include "time/match.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/expression.h"
#include "zeitstrahl/extractor.h"

namespace zeitstrahl {

// What chose among readings.
enum class choice_policy : std::uint8_t {
  none,
  tense_past,
  tense_future,
  nearest,       // to the publication
  latest_past,   // the last one before the publication
  text_context,  // the date last read
  text_day,      // the day last read, for clock times
};

// What frames and explanations need beside the expression itself.
struct resolution_trace {
  choice_policy policy = choice_policy::none;
  double number = absent;                     // of a duration
  double unit = absent;                       // of a duration: a grain, or second_unit
  bool reference = false;                     // PRESENT_REF and its kin
  const said_expression* duration = nullptr;  // what said one, of the said_text; else none
  bool told = false;       // a duration of a story, not counted from the publication
  int part = 0;            // of the date behind a duration: 1 its begin, -1 its end
  choice weighed;          // the readings, where there was more than one
  std::uint32_t said = 0;  // index into the said expressions
};

struct resolve_input {
  const language& tables;
  const context_reader& reader;
  const document& article;
  const scanned_text& scanned;
  const std::vector<span>& sentences;
  const said_text& said;
  text_sentences& analyses;  // of the sentences' syntax
  text_style style;
};

// One expression and one trace for each said expression.
void resolve_expressions(const resolve_input& input, std::vector<time_expression>& expressions,
                         std::vector<resolution_trace>& traces);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_RESOLVE_H_
