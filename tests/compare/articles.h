#ifndef ZEITSTRAHL_TESTS_COMPARE_ARTICLES_H_
#define ZEITSTRAHL_TESTS_COMPARE_ARTICLES_H_

// Articles for tests of comparing, analyzed with the tables and dictionary of the program.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/compare.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {

inline const std::string root = ZEITSTRAHL_SOURCE_DIR;

inline std::string content_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

inline std::shared_ptr<const language> german() {
  static const auto tables = *built_in_language("de");
  return tables;
}

inline timeline analyzed(document article) {
  static const extractor find = [] {
    analysis_options options;
    if (auto names = built_in_dictionary("de")) options.names = *names;
    return extractor(german(), options);
  }();
  scratch memory;
  return find.analyze(std::move(article), memory);
}

inline timeline article(std::string_view published, std::string_view text, std::string id = "") {
  document a;
  a.id = id.empty() ? std::string(published) : std::move(id);
  a.text = text;
  a.published = parse_day(published);
  return analyzed(std::move(a));
}

// The articles of a folder, by their names.
inline std::vector<timeline> articles_of(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<timeline> out;
  for (const std::string& path : paths) out.push_back(analyzed(*read_article_file(path)));
  return out;
}

inline comparison compare(std::vector<timeline> articles) {
  return comparer::open(german())->compare(std::move(articles));
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_COMPARE_ARTICLES_H_
