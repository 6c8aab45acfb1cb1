#include "cases.h"

#include <gtest/gtest.h>

#include <fstream>

namespace zeitstrahl {

std::vector<table_case> read_cases(const std::string& name) {
  const std::string path = ZEITSTRAHL_SOURCE_DIR "/tests/cases/" + name;
  std::ifstream in(path);
  std::vector<table_case> out;
  std::string row;
  for (int line = 1; std::getline(in, row); ++line) {
    if (row.empty() || row.starts_with('#')) continue;
    const std::string where = path + ':' + std::to_string(line);
    const std::size_t border = row.find(" | ");
    if (border == row.npos) {
      ADD_FAILURE() << where << ": no \" | \"";
      continue;
    }
    std::string text = row.substr(border + 3);
    for (std::size_t at = text.find("\\n"); at != text.npos; at = text.find("\\n", at)) {
      text.replace(at, 2, "\n");
    }
    out.push_back({where, row.substr(0, border), text});
  }
  return out;
}

document article_of(const std::string& text) {
  document out;
  out.text = text;
  out.published = parse_day("2025-01-22");
  out.published_from = published_source::option;
  return out;
}

const extractor& german_extractor() {
  static const extractor find = [] {
    analysis_options options;
    const auto names = built_in_dictionary("de");
    EXPECT_TRUE(names) << "install the packages of .ci/packages.txt";
    if (names) options.names = *names;
    return extractor(*built_in_language("de"), options);
  }();
  return find;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out.empty() ? "-" : out;
}

void expect_claims(const std::string& table, std::size_t least,
                   const std::function<std::string(const timeline&, const claim&)>& show) {
  const std::vector<table_case> cases = read_cases(table);
  EXPECT_GE(cases.size(), least);
  scratch memory;
  for (const table_case& c : cases) {
    const timeline found = german_extractor().analyze(article_of(c.text), memory);
    std::vector<std::string> shown;
    for (const claim& one : found.claims) shown.push_back(show(found, one));
    EXPECT_EQ(joined(shown, " / "), c.wanted) << c.where << ": " << c.text;
  }
}

}  // namespace zeitstrahl
