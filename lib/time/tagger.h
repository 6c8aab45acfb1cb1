#ifndef ZEITSTRAHL_LIB_TIME_TAGGER_H_
#define ZEITSTRAHL_LIB_TIME_TAGGER_H_

// Scan, match, resolve, frame: from an article to its time expressions.

#include <memory>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"
#include "time/frame.h"
#include "time/match.h"
#include "time/resolve.h"
#include "time/tense.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// Memory of one call, used again by the next.
struct tagger_memory {
  std::vector<std::uint32_t> breaks;  // where parts of the article begin and end
  scanned_text scanned;
  match_memory matching;
  said_text said;
  text_sentences sentences;
  std::vector<resolution_trace> traces;
  frame_memory frames;
};

// Immutable; shared by threads.
class tagger {
 public:
  explicit tagger(std::shared_ptr<const language> tables);

  const language& tables() const { return *tables_; }
  // Null where the language has no tables of syntax.
  const sentence_analyzer* syntax() const { return analyzer_.get(); }

  // Fills sentences and expressions of `out` from out.article.
  // `least`: how far the sentences that it asks for are analyzed at least.
  void tag(text_style style, timeline& out, tagger_memory& memory,
           analysis_depth least = analysis_depth::verbs) const;

  // How each expression came about, after `tag` with the same memory.
  std::vector<explanation> explain(const timeline& tagged, const tagger_memory& memory) const;

 private:
  void add_slots(const timeline& tagged, const tagger_memory& memory, const said_expression& said,
                 explanation& out) const;

  std::shared_ptr<const language> tables_;
  std::shared_ptr<const sentence_analyzer> analyzer_;
  context_reader reader_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_TIME_TAGGER_H_
