#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/language.h"

namespace zeitstrahl {

result<std::shared_ptr<const language>> built_in_language(std::string_view name) {
  std::vector<table_file> files;
  for (const embedded_file& f : embedded_language_files(name)) files.push_back({f.name, f.content});
  if (files.empty()) {
    return zeitstrahl::error{error_kind::bad_usage, "",
                             "no language \"" + std::string(name) + "\" is built in"};
  }
  return language::build(name, files);
}

result<std::shared_ptr<const language>> load_language(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code problem;
  std::vector<std::pair<std::string, std::string>> contents;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, problem)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".tsv" && ending != ".txt" && ending != ".bin") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) {
      return zeitstrahl::error{error_kind::io, entry.path().string(), "cannot read the table"};
    }
    const bool table = ending != ".bin";
    if (table && (find_invalid_utf8(content.view()) != std::string_view::npos ||
                  content.view().find('\0') != std::string_view::npos)) {
      return zeitstrahl::error{error_kind::bad_input, entry.path().string(),
                               "is no text in UTF-8; a table is"};
    }
    contents.emplace_back(entry.path().filename().string(), content.str());
  }
  if (problem) {
    return zeitstrahl::error{error_kind::io, directory,
                             "cannot read the folder of tables: " + problem.message()};
  }
  std::vector<table_file> files;
  for (const auto& [name, content] : contents) files.push_back({name, content});
  fs::path path(directory);
  if (path.filename().empty()) path = path.parent_path();
  return language::build(path.filename().string(), files);
}

std::string_view language::data(std::string_view name) const {
  const std::string_view own = file(name);
  return own.empty() ? embedded_language_data(parts_.name, name) : own;
}

}  // namespace zeitstrahl
