// How many bytes of text a second each stage of the tagger takes, alone and together, and
// beside them RE2 alone, finding time words (not expressions) in the same text.
//
// The text is that of the samples, one after the other, again and again up to a megabyte.
// Stages work on what the stages before them left, which is not counted.

#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <cstdlib>
#include <iostream>
#include <string>
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
namespace {

constexpr std::size_t text_size = 1 << 20;  // bytes

template <class T>
T value_or_exit(result<T> outcome) {
  if (!outcome) {
    std::cerr << outcome.error().to_string() << '\n';
    std::exit(exit_code(outcome.error().kind));
  }
  return *std::move(outcome);
}

document make_article() {
  std::string samples;
  document article;
  for (const char* name : {"partnerschaft", "rakete", "bahn", "museum", "batterie"}) {
    article = value_or_exit(
        read_article_file(std::string(ZEITSTRAHL_SOURCE_DIR "/samples/") + name + ".md"));
    samples += article.text + "\n\n";
  }
  article.text.clear();
  while (article.text.size() < text_size) article.text += samples;
  return article;
}

// What every stage leaves for the next.
struct stages {
  std::shared_ptr<const language> german = value_or_exit(built_in_language("de"));
  tense_finder tenses{*german};
  document article = make_article();
  scanned_text scanned;
  std::vector<span> sentences;
  std::vector<said_expression> said;
  std::vector<time_expression> expressions;
  std::vector<resolution_trace> traces;
  frame_memory frames;

  void run_scan() {
    scanned.clear();
    sentences.clear();
    scan(article.text, german->words(), german->hints(), scanned);
    find_sentences(scanned, sentences);
  }
  void run_match() { match_expressions(*german, scanned, article.text, said); }
  std::size_t run_resolve() {
    expressions.clear();
    traces.clear();
    resolve_expressions({*german, tenses, article, scanned, sentences, said, text_style::news},
                        expressions, traces);
    apply_frames(*german, article, scanned, said, traces, expressions, frames);
    return expressions.size();
  }
};

stages& prepared() {
  static stages* const all = [] {
    auto* const made = new stages;
    made->run_scan();
    made->run_match();
    return made;
  }();
  return *all;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(prepared().article.text.size()));
}

void scan_stage(benchmark::State& state) {
  for (auto _ : state) prepared().run_scan();
  count_bytes(state);
  state.counters["tokens"] = static_cast<double>(prepared().scanned.tokens.size());
}

void match_stage(benchmark::State& state) {
  for (auto _ : state) prepared().run_match();
  count_bytes(state);
  state.counters["found"] = static_cast<double>(prepared().said.size());
}

void resolve_stage(benchmark::State& state) {
  std::size_t found = 0;
  for (auto _ : state) found = prepared().run_resolve();
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
}

void tag(benchmark::State& state) {
  const extractor find(prepared().german);
  scratch memory;
  std::size_t found = 0;
  for (auto _ : state) found = find.tag(prepared().article, memory).expressions.size();
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
}

void analyze(benchmark::State& state) {
  const extractor find(prepared().german);
  scratch memory;
  std::size_t found = 0;
  for (auto _ : state) found = find.analyze(prepared().article, memory).claims.size();
  count_bytes(state);
  state.counters["claims"] = static_cast<double>(found);
}

void re2_time_words(benchmark::State& state) {
  const RE2 words(
      "(?i)[0-9]{4}|gestern|heute|morgen|vorgestern|übermorgen|heuer|jetzt|künftig|derzeit|damals|"
      "täglich|jährlich|minuten?|stunden?|tage?n?|wochen?|monate?n?|quartal|jahre?n?|jahrzehnte?n?|"
      "jahrhunderts?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|jänner|"
      "februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|"
      "sommer|herbst|winter|ostern|pfingsten|weihnachten|mitternacht|uhr");
  const std::string& text = prepared().article.text;
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    re2::StringPiece hit;
    for (std::size_t from = 0; words.Match(text, from, text.size(), RE2::UNANCHORED, &hit, 1);
         ++found) {
      from = static_cast<std::size_t>(hit.data() + hit.size() - text.data());
    }
  }
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
}

BENCHMARK(scan_stage)->Name("scan");
BENCHMARK(match_stage)->Name("match");
BENCHMARK(resolve_stage)->Name("resolve");
BENCHMARK(tag)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);
BENCHMARK(re2_time_words);

}  // namespace
}  // namespace zeitstrahl

BENCHMARK_MAIN();
