#ifndef ZEITSTRAHL_CLI_BATCH_OUTPUT_H_
#define ZEITSTRAHL_CLI_BATCH_OUTPUT_H_

// Where `batch` writes: standard output, or a file that has its name when it is whole.
//
// Until then it is called FILE.part.  A run that is ended leaves it, and --resume goes on in it.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

class batch_output {
 public:
  // "-" is standard output.
  explicit batch_output(const std::string& path);
  ~batch_output();
  batch_output(const batch_output&) = delete;
  batch_output& operator=(const batch_output&) = delete;

  // Begins a new file; one that another run writes, or has left, is no place for it.
  result<std::monostate> begin();
  // Opens what another run has left.
  result<std::monostate> reopen();
  // Goes on behind the first `bytes` of it.
  result<std::monostate> go_on(std::uint64_t bytes);

  result<std::monostate> write(std::string_view lines);
  // Syncs the file and gives it its name.
  result<std::monostate> finish();

  bool is_standard_output() const { return part_.empty(); }
  // Whether the file is there under its name, and whether another run has left a part.
  bool is_finished() const;
  bool has_part() const;
  // While it is being written; stays this object's.
  int file() const { return file_; }
  const std::string& path() const { return path_; }
  const std::string& part_path() const { return part_; }

 private:
  result<std::monostate> lock();
  error failed(const std::string& path, int number) const;

  std::string path_;
  std::string part_;  // empty: standard output
  int file_ = -1;
  bool direct_ = false;  // to a device or a pipe
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_BATCH_OUTPUT_H_
