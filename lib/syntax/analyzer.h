#ifndef ZEITSTRAHL_LIB_SYNTAX_ANALYZER_H_
#define ZEITSTRAHL_LIB_SYNTAX_ANALYZER_H_

// All steps of a sentence's analysis in order: words, tags, fields, tree, clauses.
//
//     result<std::shared_ptr<const sentence_analyzer>> analyze = sentence_analyzer::build(tables);
//     sentence found;
//     analysis_memory memory;
//     if (*analyze) (*analyze)->analyze(scanned, text, tokens, memory, found);

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lang/language.h"
#include "syntax/fields.h"
#include "syntax/grammar.h"
#include "syntax/lexicon.h"
#include "syntax/model.h"
#include "syntax/parser.h"
#include "syntax/sentence.h"
#include "syntax/word.h"
#include "text/scan.h"

namespace zeitstrahl {

// Memory of one analysis, used again by the next.
struct analysis_memory {
  std::vector<std::string_view> texts;
  read_words_memory words;
  sentence_fields fields;
  parser_state parser;
};

// Immutable; shared by threads.
class sentence_analyzer {
 public:
  // The analyzer of a language that has the files syntax.tsv, syntax.bin and forms.bin; null
  // for one that has no syntax.tsv.  Faulty files are an error that names them.
  static result<std::shared_ptr<const sentence_analyzer>> build(const language& tables);
  static result<std::shared_ptr<const sentence_analyzer>> build(std::string_view forms,
                                                                std::string_view table,
                                                                std::string_view model);

  // The sentence of these tokens of a scanned text.  Linear; of a sentence of more than
  // longest_sentence words only these many are looked at.  `out` points into `text`.
  void analyze(const scanned_text& scanned, std::string_view text, span tokens,
               analysis_memory& memory, sentence& out,
               analysis_depth depth = analysis_depth::whole) const;

  // Words that are given as such; out.word_tokens stays empty.  They must outlive `out`.
  void analyze(std::span<const std::string_view> words, analysis_memory& memory, sentence& out,
               analysis_depth depth = analysis_depth::whole) const;

  // Analyzes the whole of a sentence of which only the verbs were; it is the one that the memory
  // was used for last.
  void go_on(analysis_memory& memory, sentence& out) const;

  static constexpr std::size_t longest_sentence = 400;

  const grammar& rules() const { return rules_; }
  const syntax_model& model() const { return model_; }
  const lexicon& forms() const { return forms_; }

 private:
  sentence_analyzer(const lexicon& forms, grammar rules, syntax_model model)
      : forms_(forms),
        rules_(std::move(rules)),
        model_(std::move(model)),
        reader_(forms_, rules_),
        parser_(model_, rules_, forms_) {}

  lexicon forms_;
  grammar rules_;
  syntax_model model_;
  word_reader reader_;
  sentence_parser parser_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_ANALYZER_H_
