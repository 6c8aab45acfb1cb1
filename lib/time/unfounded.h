#ifndef ZEITSTRAHL_LIB_TIME_UNFOUNDED_H_
#define ZEITSTRAHL_LIB_TIME_UNFOUNDED_H_

// What matched a row, and is no time by what stands around it: people called Mai or Sommer, a
// "gerade" that only picks something out, a "dann" that goes on with no date, "schon 1800 Helfer".

#include <string_view>

#include "lang/language.h"
#include "syntax/text_sentences.h"
#include "text/scan.h"
#include "time/context.h"
#include "time/match.h"

namespace zeitstrahl {

// Takes such expressions out of `said`.  `analyzer` may be null: then names are told by the
// tables alone.
void drop_unfounded(const sentence_analyzer* analyzer, const context_reader& reader,
                    const scanned_text& scanned, std::string_view text, text_sentences& sentences,
                    said_text& said);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_UNFOUNDED_H_
