#ifndef ZEITSTRAHL_RESULT_H_
#define ZEITSTRAHL_RESULT_H_

// What loading, reading, writing and drawing return: a value or one error.
//
//     result<document> article = read_file("a.txt");
//     if (!article) {
//       std::cerr << article.error().to_string() << '\n';  // a.txt:2: no such day ...
//       return exit_code(article.error().kind);
//     }
//
// Nothing in the library throws on bad input.  Values are immutable once
// returned and may be shared by threads.

#include <string>
#include <utility>
#include <variant>

namespace zeitstrahl {

enum class error_kind {
  bad_input,  // an article or a table that cannot be used as it is
  bad_usage,  // a call with arguments that do not fit together
  io,         // the operating system refused to read or write
};

// One clear line: where, what is wrong, what to do.
struct error {
  error_kind kind = error_kind::bad_input;
  std::string where;    // "FILE:LINE", "FILE" or empty
  std::string message;  // a sentence without line breaks or full stop

  // "WHERE: MESSAGE", or the message alone.
  std::string to_string() const { return where.empty() ? message : where + ": " + message; }
};

// The program's exit code for an error: 1, 2 or 3.
constexpr int exit_code(error_kind kind) {
  switch (kind) {
    case error_kind::bad_usage:
      return 2;
    case error_kind::io:
      return 3;
    case error_kind::bad_input:
      break;
  }
  return 1;
}

// Holds a T or an error.  Reading the one that is not there is undefined
// (an assertion in debug builds of the standard library).
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT
  result(zeitstrahl::error problem)
      : state_(std::in_place_index<1>, std::move(problem)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T& operator*() & { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }

  const zeitstrahl::error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, zeitstrahl::error> state_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RESULT_H_
