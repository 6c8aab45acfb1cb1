// How many bytes of text a second go through where each text is seen once, as in a run over an
// archive: the stages of the tagger, `tag`, `analyze` with the system's dictionary, and `batch`,
// which reads a line of NDJSON and writes the timeline's.
//
// "made" are articles of made_articles.h; "news" those of ../shared/text, where they lie beside
// the checkout.  Each run begins with tables and memory that have seen no text; making these,
// and for a stage what the stages before it leave, is not counted.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/bench/made_articles.h"
#include "tests/bench/stages.h"

namespace zeitstrahl {
namespace {

struct distinct_texts {
  std::vector<std::string> lines;  // NDJSON
  std::vector<document> articles;
  std::int64_t bytes = 0;  // of text
};

document read_or_exit(const std::string& line) {
  std::variant<document, record_error> read = read_record(line);
  if (const auto* problem = std::get_if<record_error>(&read)) {
    std::cerr << problem->id << ": " << problem->message << '\n';
    std::exit(1);
  }
  return std::get<document>(std::move(read));
}

distinct_texts read_lines(std::vector<std::string> lines) {
  distinct_texts out;
  out.lines = std::move(lines);
  for (const std::string& line : out.lines) {
    out.articles.push_back(read_or_exit(line));
    out.bytes += static_cast<std::int64_t>(out.articles.back().text.size());
  }
  return out;
}

const distinct_texts& made() {
  static const distinct_texts texts = read_lines(make_articles(2000));
  return texts;
}

const std::filesystem::path news_folder = ZEITSTRAHL_SOURCE_DIR "/../shared/text";

const distinct_texts& news() {
  static const distinct_texts texts = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(news_folder)) {
      if (file.path().extension() == ".ndjson") files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> lines;
    for (const auto& file : files) {
      std::ifstream in(file);
      for (std::string line; std::getline(in, line);) lines.push_back(line);
    }
    return read_lines(std::move(lines));
  }();
  return texts;
}

using texts_of = const distinct_texts& (*)();

// Calls `work` with new stages and articles on which `before` was done.
template <class Before, class Work>
void run_stage(benchmark::State& state, texts_of texts, Before before, Work work) {
  const distinct_texts& all = texts();
  while (state.KeepRunning()) {
    state.PauseTiming();
    auto stages = std::make_unique<tagger_stages>();
    std::vector<staged_article> staged;
    for (const document& article : all.articles) {
      staged.emplace_back().article = article;
      before(*stages, staged.back());
    }
    stages->seen = {};
    state.ResumeTiming();
    for (staged_article& a : staged) work(*stages, a);
    state.PauseTiming();
    staged.clear();
    stages.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() * all.bytes);
}

void scan_once(benchmark::State& state, texts_of texts) {
  run_stage(
      state, texts, [](tagger_stages&, staged_article&) {},
      [](tagger_stages& s, staged_article& a) { s.scan_article(a); });
}

void match_once(benchmark::State& state, texts_of texts) {
  run_stage(
      state, texts, [](tagger_stages& s, staged_article& a) { s.scan_article(a); },
      [](tagger_stages& s, staged_article& a) { s.match_article(a); });
}

void resolve_once(benchmark::State& state, texts_of texts) {
  run_stage(
      state, texts,
      [](tagger_stages& s, staged_article& a) {
        s.scan_article(a);
        s.match_article(a);
      },
      [](tagger_stages& s, staged_article& a) { s.resolve_article(a); });
}

// Calls `work` with a new extractor and memory, and with each article or line.
template <class Items, class Work>
void run_all(benchmark::State& state, const distinct_texts& all, const Items& items, Work work) {
  std::size_t found = 0;
  while (state.KeepRunning()) {
    state.PauseTiming();
    analysis_options options;
    if (auto names = built_in_dictionary("de")) options.names = *names;
    if (options.names) options.names->look_up("Wort");  // reads the files
    auto find = std::make_unique<extractor>(value_or_exit(built_in_language("de")), options);
    auto memory = std::make_unique<scratch>();
    found = 0;
    state.ResumeTiming();
    for (const auto& item : items) found += work(*find, item, *memory);
    state.PauseTiming();
    memory.reset();
    find.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() * all.bytes);
  state.counters["found"] = static_cast<double>(found);
}

void tag_once(benchmark::State& state, texts_of texts) {
  run_all(state, texts(), texts().articles,
          [](const extractor& find, const document& article, scratch& memory) {
            return find.tag(article, memory).expressions.size();
          });
}

void analyze_once(benchmark::State& state, texts_of texts) {
  run_all(state, texts(), texts().articles,
          [](const extractor& find, const document& article, scratch& memory) {
            return find.analyze(article, memory).claims.size();
          });
}

void batch_once(benchmark::State& state, texts_of texts) {
  run_all(state, texts(), texts().lines,
          [](const extractor& find, const std::string& line, scratch& memory) {
            return to_json(find.analyze(read_or_exit(line), memory), {.one_line = true}).size();
          });
}

void add_benchmarks(const std::string& name, texts_of texts) {
  const std::pair<const char*, void (*)(benchmark::State&, texts_of)> all[] = {
      {"scan", scan_once}, {"match", match_once},     {"resolve", resolve_once},
      {"tag", tag_once},   {"analyze", analyze_once}, {"batch", batch_once}};
  for (const auto& [stage, run] : all) {
    benchmark::RegisterBenchmark((name + '/' + stage).c_str(), run, texts)
        ->Unit(benchmark::kMillisecond);
  }
}

const bool added = [] {
  add_benchmarks("made", made);
  if (std::filesystem::exists(news_folder)) add_benchmarks("news", news);
  return true;
}();

}  // namespace
}  // namespace zeitstrahl
