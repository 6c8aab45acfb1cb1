#ifndef ZEITSTRAHL_CLI_CONSOLE_H_
#define ZEITSTRAHL_CLI_CONSOLE_H_

// What the program says to people, and how results leave it.
//
// Messages go to standard error, a line each; colour is used on a terminal only, and never
// where NO_COLOR is set (https://no-color.org).  No control character of an article, a path
// or an option reaches a terminal.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "zeitstrahl/result.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {

// How much is said: of --quiet errors only, of --verbose what was done, too.
enum class verbosity { quiet, normal, verbose };
void set_verbosity(verbosity wanted);

// Prints "zeitstrahl: WHERE: MESSAGE" and gives the exit code.
int report(const error& problem);

// "zeitstrahl: WHERE: warning: MESSAGE"; WHERE may be empty.
void warn(std::string_view where, std::string_view message);

// "zeitstrahl: WHERE: MESSAGE", where --verbose asks for it.
void note(std::string_view where, std::string_view message);

// visible() of each line of the text; line ends and tabs stay.
std::string printable(std::string_view text);

// "stdin" for "-".
std::string shown_name(const std::string& path);

// As write_file(), but a terminal gets printable text, and no picture that is no text.
result<std::monostate> write_output(const std::string& path, std::string_view content);
result<std::monostate> write_output(const std::string& path, const byte_maker& make);

// Whether nobody reads standard output any more.
bool reader_has_gone();

// How far long work has come: a line on a terminal that is redrawn and goes away.  Nothing
// is shown in a pipe, with --quiet, and in the first half second.
class progress {
 public:
  explicit progress(std::size_t total);  // 0 where that is not known
  ~progress();
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  // `done` of the total are finished; `name` is what comes next.
  void show(std::size_t done, std::string_view name);
  void clear();

 private:
  using clock = std::chrono::steady_clock;

  std::size_t total_;
  bool wanted_;
  bool shown_ = false;
  clock::time_point next_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_CONSOLE_H_
