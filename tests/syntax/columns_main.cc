// Reads words (one a line, a blank line between sentences) and writes for each its number, the
// word, its tag twice, its head from 1 (0: the root) and its label, in columns parted by tabs.
//
//     zeitstrahl_syntax < words > columns
//     zeitstrahl_syntax --model syntax.bin < words > columns     another model than the built-in
//     one zeitstrahl_syntax --speed < words                          words a second, best of five

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lang/embedded.h"
#include "lang/language.h"
#include "syntax/analyzer.h"

namespace zeitstrahl {
namespace {

using word_list = std::vector<std::string>;

std::vector<word_list> read_sentences(std::istream& in) {
  std::vector<word_list> out(1);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) {
      out.back().push_back(line);
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::size_t analyze_all(const sentence_analyzer& analyzer, const std::vector<word_list>& sentences,
                        analysis_memory& memory, sentence& found, std::ostream* out) {
  const std::vector<std::string>& tags = analyzer.model().tags();
  const std::vector<std::string>& labels = analyzer.model().labels();
  std::vector<std::string_view> words;
  std::size_t count = 0;
  for (const word_list& s : sentences) {
    words.assign(s.begin(), s.end());
    analyzer.analyze(words, memory, found);
    count += words.size();
    if (!out) continue;
    int number = 0;
    for (const syntax_token& t : found.words) {
      *out << ++number << '\t' << t.word.text << '\t' << tags[t.tag] << '\t' << tags[t.tag] << '\t'
           << t.head + 1 << '\t' << labels[t.label] << '\n';
    }
    *out << '\n';
  }
  return count;
}

void print_speed(const sentence_analyzer& analyzer, const std::vector<word_list>& sentences) {
  using clock = std::chrono::steady_clock;
  analysis_memory memory;
  sentence found;
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const clock::time_point begin = clock::now();
    const std::size_t words = analyze_all(analyzer, sentences, memory, found, nullptr);
    const std::chrono::duration<double> took = clock::now() - begin;
    best = std::max(best, static_cast<double>(words) / took.count());
  }
  std::cout << static_cast<long>(best) << " words a second\n";
}

int run(int argc, char** argv) {
  const result<std::shared_ptr<const language>> tables = built_in_language("de");
  if (!tables) return 1;
  std::string bytes;
  std::string_view model = (*tables)->data("syntax.bin");
  const bool other = argc > 2 && std::string_view(argv[1]) == "--model";
  if (other) {
    std::ifstream in(argv[2], std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
    model = bytes;
  }
  const auto analyzer =
      sentence_analyzer::build((*tables)->data("forms.bin"), (*tables)->file("syntax.tsv"), model);
  if (!analyzer) {
    std::cerr << "zeitstrahl_syntax: " << analyzer.error().to_string() << '\n';
    return 1;
  }
  const std::vector<word_list> sentences = read_sentences(std::cin);
  if (argc > 1 && !other) {
    print_speed(**analyzer, sentences);
    return 0;
  }
  analysis_memory memory;
  sentence found;
  analyze_all(**analyzer, sentences, memory, found, &std::cout);
  return 0;
}

}  // namespace
}  // namespace zeitstrahl

int main(int argc, char** argv) { return zeitstrahl::run(argc, argv); }
