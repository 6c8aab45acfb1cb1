// The loader of a language, over tables that fault.

#include <vector>

#include "lang/language.h"
#include "tests/fuzz/targets.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/extractor.h"

namespace zeitstrahl {

// The bytes are the tables one behind the other, each under a line "=== NAME".
std::string fuzz_tables(std::string_view bytes) {
  constexpr std::string_view head = "=== ";
  std::vector<table_file> files;
  for (std::size_t at = bytes.find(head); at < bytes.size();) {
    const std::size_t line = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view name = bytes.substr(at + head.size(), line - at - head.size());
    const std::size_t begin = std::min(line + 1, bytes.size());
    at = bytes.find(head, begin);
    files.push_back({name, bytes.substr(begin, at == bytes.npos ? at : at - begin)});
  }
  const auto built = language::build("made", files);
  const auto told = [](const error& problem) {
    return problem.message.empty() ? "an error without a message" : "";
  };
  if (!built) return told(built.error());
  if (const auto fault = find_fault(**built)) return told(*fault);
  check_examples(*built);
  if (const auto compares = comparer::open(*built); !compares) return told(compares.error());
  const extractor find(*built);
  scratch memory;
  document article;
  article.published = parse_day("2024-05-15");
  article.text = "Vendu venit lu. Lu depu du anus stat, 3 da mesu 2020, 2019.";
  find.analyze(article, memory);
  return "";
}

}  // namespace zeitstrahl
