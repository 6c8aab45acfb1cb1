// How many bytes of text a second each stage of the tagger takes, alone and together, and
// beside them RE2 alone, finding time words (not expressions) in the same text.
//
// The text is that of the KRAUTS articles, where they lie beside the checkout, else that of
// the samples: one article after the other, again and again up to 50 MB.  Stages work on
// what the stages before them left, which is not counted.  "one_text" tags the same bytes as
// a single article.  "peak_MB" is the most memory that the program has held so far; "flat"
// is how many MB it grew by while the articles went through once they had all been seen.
// What a run over an archive is like is measured in distinct_bench.cc.

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/stages.h"
#include "zeitstrahl/zeitstrahl.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t text_size = 50'000'000;  // bytes

std::vector<document> read_articles() {
  std::filesystem::path folder = ZEITSTRAHL_SOURCE_DIR "/../shared/gold/krauts/raw";
  std::string ending = ".tml";
  if (!std::filesystem::exists(folder)) {
    folder = ZEITSTRAHL_SOURCE_DIR "/samples";
    ending = ".md";
  }
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ending && file.path().stem() != "README") {
      files.push_back(file.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<document> articles;
  for (const std::string& file : files) articles.push_back(value_or_exit(read_article_file(file)));
  return articles;
}

struct corpus {
  tagger_stages stages;
  std::vector<staged_article> articles;
  std::size_t passes = 0;  // over the articles, for text_size
  std::size_t bytes = 0;   // of all passes
};

corpus& prepared() {
  static corpus* const all = [] {
    auto* const made = new corpus;
    std::size_t size = 0;
    for (document& article : read_articles()) {
      size += article.text.size();
      staged_article& a = made->articles.emplace_back();
      a.article = std::move(article);
      made->stages.scan_article(a);
      made->stages.match_article(a);
    }
    made->passes = size == 0 ? 0 : (text_size + size - 1) / size;
    made->bytes = made->passes * size;
    return made;
  }();
  return *all;
}

// Calls `work` with each article, as often as it takes to reach text_size.
template <class F>
void for_each_article(F&& work) {
  corpus& all = prepared();
  for (std::size_t pass = 0; pass < all.passes; ++pass) {
    for (staged_article& a : all.articles) work(a);
  }
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(prepared().bytes));
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void start_up(benchmark::State& state) {
  while (state.KeepRunning()) {
    const extractor find(value_or_exit(built_in_language("de")));
    benchmark::DoNotOptimize(&find);
  }
}

void scan_stage(benchmark::State& state) {
  while (state.KeepRunning())
    for_each_article([](staged_article& a) { prepared().stages.scan_article(a); });
  count_bytes(state);
}

void match_stage(benchmark::State& state) {
  while (state.KeepRunning())
    for_each_article([](staged_article& a) { prepared().stages.match_article(a); });
  count_bytes(state);
}

void resolve_stage(benchmark::State& state) {
  while (state.KeepRunning())
    for_each_article([](const staged_article& a) { prepared().stages.resolve_article(a); });
  count_bytes(state);
}

void tag(benchmark::State& state) {
  const extractor find(prepared().stages.german);
  scratch memory;
  std::size_t found = 0;
  const auto run = [&] {
    found = 0;
    for_each_article(
        [&](const staged_article& a) { found += find.tag(a.article, memory).expressions.size(); });
  };
  for (const staged_article& a : prepared().articles) find.tag(a.article, memory);
  const double before = peak_megabytes();
  while (state.KeepRunning()) run();
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
  state.counters["flat"] = peak_megabytes() - before;
  state.counters["peak_MB"] = peak_megabytes();
}

void analyze(benchmark::State& state) {
  analysis_options options;
  if (auto names = built_in_dictionary("de")) options.names = *names;
  const extractor find(prepared().stages.german, options);
  scratch memory;
  std::size_t found = 0;
  for (const staged_article& a : prepared().articles) find.analyze(a.article, memory);
  const double before = peak_megabytes();
  while (state.KeepRunning()) {
    found = 0;
    for_each_article(
        [&](const staged_article& a) { found += find.analyze(a.article, memory).claims.size(); });
  }
  count_bytes(state);
  state.counters["claims"] = static_cast<double>(found);
  state.counters["flat"] = peak_megabytes() - before;
  state.counters["peak_MB"] = peak_megabytes();
}

const document& one_text() {
  static const document* const joined = [] {
    auto* const made = new document(prepared().articles.front().article);
    made->text.clear();
    for_each_article([&](const staged_article& a) { made->text += a.article.text + "\n\n"; });
    return made;
  }();
  return *joined;
}

void tag_one_text(benchmark::State& state) {
  const extractor find(prepared().stages.german);
  scratch memory;
  std::size_t found = 0;
  const document& article = one_text();
  while (state.KeepRunning()) found = find.tag(article, memory).expressions.size();
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
  state.counters["peak_MB"] = peak_megabytes();
}

void re2_time_words(benchmark::State& state) {
  const RE2 words(
      "(?i)[0-9]{4}|gestern|heute|morgen|vorgestern|übermorgen|heuer|jetzt|künftig|derzeit|damals|"
      "täglich|jährlich|minuten?|stunden?|tage?n?|wochen?|monate?n?|quartal|jahre?n?|jahrzehnte?n?|"
      "jahrhunderts?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|jänner|"
      "februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|"
      "sommer|herbst|winter|ostern|pfingsten|weihnachten|mitternacht|uhr");
  std::size_t found = 0;
  const auto count = [&](const std::string& text) {
    re2::StringPiece hit;
    for (std::size_t from = 0; words.Match(text, from, text.size(), RE2::UNANCHORED, &hit, 1);
         ++found) {
      from = static_cast<std::size_t>(hit.data() + hit.size() - text.data());
    }
  };
  while (state.KeepRunning()) {
    found = 0;
    for_each_article([&](const staged_article& a) { count(a.article.text); });
  }
  count_bytes(state);
  state.counters["found"] = static_cast<double>(found);
}

BENCHMARK(start_up)->Unit(benchmark::kMillisecond);
BENCHMARK(scan_stage)->Name("scan")->Unit(benchmark::kMillisecond);
BENCHMARK(match_stage)->Name("match")->Unit(benchmark::kMillisecond);
BENCHMARK(resolve_stage)->Name("resolve")->Unit(benchmark::kMillisecond);
BENCHMARK(re2_time_words)->Unit(benchmark::kMillisecond);
BENCHMARK(tag)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);
BENCHMARK(tag_one_text)->Name("one_text")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace zeitstrahl

BENCHMARK_MAIN();
