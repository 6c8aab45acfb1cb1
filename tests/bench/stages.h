#ifndef ZEITSTRAHL_TESTS_BENCH_STAGES_H_
#define ZEITSTRAHL_TESTS_BENCH_STAGES_H_

#include <cstdlib>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "lang/language.h"
#include "text/scan.h"
#include "time/frame.h"
#include "time/match.h"
#include "time/resolve.h"
#include "time/tense.h"
#include "zeitstrahl/zeitstrahl.h"

namespace zeitstrahl {

template <class T>
T value_or_exit(result<T> outcome) {
  if (!outcome) {
    std::cerr << outcome.error().to_string() << '\n';
    std::exit(exit_code(outcome.error().kind));
  }
  return *std::move(outcome);
}

// An article, and what every stage leaves for the next.
struct staged_article {
  document article;
  scanned_text scanned;
  std::vector<span> sentences;
  said_text said;
};

// The stages of the tagger, one by one.
struct tagger_stages {
  std::shared_ptr<const language> german = value_or_exit(built_in_language("de"));
  std::shared_ptr<const sentence_analyzer> syntax =
      value_or_exit(sentence_analyzer::build(*german));
  context_reader reader{*german};
  text_sentences sentences;
  match_memory seen;
  frame_memory frames;
  std::vector<time_expression> expressions;
  std::vector<resolution_trace> traces;

  void scan_article(staged_article& a) const {
    a.scanned.clear();
    a.sentences.clear();
    scan(a.article.text, german->words(), german->hints(), a.scanned);
    find_sentences(a.scanned, a.sentences);
  }
  void match_article(staged_article& a) {
    match_expressions(*german, a.scanned, a.article.text, seen, a.said);
  }
  void resolve_article(const staged_article& a) {
    expressions.clear();
    traces.clear();
    sentences.start(syntax.get(), a.scanned, a.article.text);
    resolve_expressions(
        {*german, reader, a.article, a.scanned, a.sentences, a.said, sentences, text_style::news},
        expressions, traces);
    const words_around words(reader, a.scanned, a.article.text, sentences, a.said.parts);
    apply_frames(*german, a.article, words, a.scanned, a.said.parts, traces, expressions, frames);
  }
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_BENCH_STAGES_H_
