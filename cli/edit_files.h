#ifndef ZEITSTRAHL_CLI_EDIT_FILES_H_
#define ZEITSTRAHL_CLI_EDIT_FILES_H_

// The files of --edits: what was corrected by hand, of one article or of several.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "zeitstrahl/result.h"
#include "zeitstrahl/timeline.h"

namespace zeitstrahl {

class edit_files {
 public:
  // Timelines (JSON), tables (CSV) and folders of both.  Where there is one article and one
  // file, they belong together; else a file is for the articles whose ids it holds.
  static result<edit_files> read(const std::vector<std::string>& places, std::size_t articles);

  // Takes over into `fresh`, the article of `path`, what was changed in it.  Warns of what fits
  // no longer.
  result<timeline> applied(timeline fresh, const std::string& path);

  // Warns of files that were for none of the articles.
  void warn_of_unused() const;

 private:
  struct file {
    std::string path;
    std::string bytes;
    bool used = false;
  };

  std::vector<file> files_;
  std::map<std::string, std::size_t> by_article_;  // its file; where it is told by the id
  bool together_ = false;                          // the one file is for the one article
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_EDIT_FILES_H_
