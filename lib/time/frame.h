#ifndef ZEITSTRAHL_LIB_TIME_FRAME_H_
#define ZEITSTRAHL_LIB_TIME_FRAME_H_

// What the words around an expression make of it: "seit", "bis", "von ... bis".
//
// The text is looked at a second time as a string of class bytes, with one byte for each
// whole expression; rows of frames.tsv match there.

#include <string>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"
#include "time/context.h"
#include "time/match.h"
#include "time/resolve.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/expression.h"

namespace zeitstrahl {

// Memory for apply_frames.
struct frame_memory {
  symbol_string symbols;
  coded_symbols coded;
  std::vector<std::uint32_t> expression_at;  // by symbol: index, or time_expression::none
  std::vector<std::size_t> places;           // by expression: its symbol
  matcher::memory seen;
};

// Sets `relates`, `frame` and `when` of the expressions that a frame matches.
void apply_frames(const language& tables, const document& article, const words_around& words,
                  const scanned_text& scanned, const std::vector<said_expression>& said,
                  const std::vector<resolution_trace>& traces,
                  std::vector<time_expression>& expressions, frame_memory& memory);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_FRAME_H_
