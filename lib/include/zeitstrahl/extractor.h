#ifndef ZEITSTRAHL_EXTRACTOR_H_
#define ZEITSTRAHL_EXTRACTOR_H_

// Finds time expressions and claims in articles.
//
//     extractor find(*built_in_language("de"));
//     scratch memory;                        // one a thread, used again and again
//     for (const document& article : articles) {
//       timeline result = find.analyze(article, memory);
//     }
//
// An extractor is immutable and may be shared by threads; a scratch may not.
// Analysis is total: any text gives a result, at worst an empty one.  Time and memory
// are linear in the length of the text.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "zeitstrahl/dictionary.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

// How a text counts its times.
enum class text_style : std::uint8_t {
  automatic,  // decided from the text
  news,       // from the publication date
  narrative,  // from the date last read: encyclopedias, biographies, histories
};

struct analysis_options {
  text_style style = text_style::automatic;
  std::shared_ptr<const dictionary> names;  // tells names from nouns; may be null
};

// How the value of one expression came about, for people.
struct explanation {
  std::uint32_t expression = 0;                            // index into timeline::expressions
  std::string rule;                                        // "rules.tsv:17 this-month"
  std::vector<std::pair<std::string, std::string>> slots;  // name and words: {"m", "Juni"}
  std::string meaning;                                     // the row's meaning: "month(m, past)"
  std::string anchor;             // "published 2025-01-22", "expression 3 (2024-06)" or empty
  std::string policy;             // what chose among readings, or empty
  std::vector<std::string> lost;  // the other readings, and what spoke against each
  std::string frame;              // "frames.tsv:5 since" or empty
};

// Memory that calls reuse.
class scratch {
 public:
  scratch();
  ~scratch();
  scratch(scratch&&) noexcept;
  scratch& operator=(scratch&&) noexcept;

  struct state;
  state& get() { return *state_; }

 private:
  std::unique_ptr<state> state_;
};

// The first fault of the tables that sentences and claims need, which language::load does not
// read; an extractor of faulty ones finds expressions only.
std::optional<error> find_fault(const language& tables);

class extractor {
 public:
  explicit extractor(std::shared_ptr<const language> tables, analysis_options options = {});

  // Everything: sentences, expressions, claims and threads.
  timeline analyze(document article, scratch& memory) const;

  // Sentences and expressions only.
  timeline tag(document article, scratch& memory) const;

  // For each expression of `tag` on the same article, how it came about.
  std::vector<explanation> explain(const document& article, scratch& memory) const;

  // For each sentence of `tag` on the same article, its clauses in words, a line each; no lines
  // where the language has no tables of syntax.
  std::vector<std::vector<std::string>> describe_sentences(const document& article,
                                                           scratch& memory) const;

 private:
  struct engine;
  std::shared_ptr<const engine> engine_;
  analysis_options options_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_EXTRACTOR_H_
