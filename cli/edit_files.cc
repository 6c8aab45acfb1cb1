#include "cli/edit_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/console.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

// The timelines and tables of a folder by name, or the file itself.
result<std::vector<std::string>> files_at(const std::string& place) {
  std::error_code failed;
  if (!fs::is_directory(place, failed)) return std::vector<std::string>{place};
  std::vector<std::string> out;
  for (fs::directory_iterator at(place, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string ending = at->path().extension().string();
    if (ending == ".json" || ending == ".csv") out.push_back(at->path().string());
  }
  if (failed) {
    return error{error_kind::io, place,
                 "cannot be read: " + failed.message() + "; check the path and its permissions"};
  }
  if (out.empty()) {
    return error{error_kind::bad_input, place,
                 "holds no edits; they are timelines (.json) and tables (.csv)"};
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

result<edit_files> edit_files::read(const std::vector<std::string>& places, std::size_t articles) {
  edit_files out;
  for (const std::string& place : places) {
    const result<std::vector<std::string>> paths = files_at(place);
    if (!paths) return paths.error();
    for (const std::string& path : *paths) {
      result<std::string> bytes = read_file(path);
      if (!bytes) return bytes.error();
      out.files_.push_back({path, *std::move(bytes), false});
    }
  }
  out.together_ = articles == 1 && out.files_.size() == 1;
  if (out.together_) return out;
  for (std::size_t i = 0; i < out.files_.size(); ++i) {
    for (const std::string& article : edited_articles(out.files_[i].bytes)) {
      const auto [before, fresh] = out.by_article_.emplace(article, i);
      if (fresh) continue;
      return error{error_kind::bad_usage, out.files_[i].path,
                   "edits the article \"" + article + "\", as " + out.files_[before->second].path +
                       " does; leave one out"};
    }
  }
  return out;
}

result<timeline> edit_files::applied(timeline fresh, const std::string& path) {
  const auto known = by_article_.find(fresh.article.id);
  if (!together_ && known == by_article_.end()) return fresh;
  file& from = files_[together_ ? 0 : known->second];
  from.used = true;
  const result<timeline> edited = is_timeline(from.bytes)
                                      ? read_timeline(from.bytes, shown_name(from.path))
                                      : read_edited_table(from.bytes, shown_name(from.path), fresh);
  if (!edited) return edited.error();
  for (const std::string& misfit : apply_edits(fresh, *edited)) {
    warn(from.path, "the edit of " + misfit + " fits no passage of " + path + " any more");
  }
  return fresh;
}

void edit_files::warn_of_unused() const {
  for (const file& f : files_) {
    if (!f.used) warn(f.path, "holds no edit of an article that was given");
  }
}

}  // namespace zeitstrahl
