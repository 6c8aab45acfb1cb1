#ifndef ZEITSTRAHL_TESTS_FUZZ_TEXT_MAKER_H_
#define ZEITSTRAHL_TESTS_FUZZ_TEXT_MAKER_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Makes text that looks like an article, of the words of the tables, numbers, dates, names with
// apostrophes, hyphens and digits, and marks and letters of other languages.
class text_maker {
 public:
  // Gives a number below its argument, which is at least 1.
  using chooser = std::function<std::size_t(std::size_t)>;

  explicit text_maker(chooser choose) : choose_(std::move(choose)) {}

  // With front matter or without, of up to `most` words.
  std::string article(std::size_t most);

 private:
  void add_word(std::string& out);
  void add_name(std::string& out);
  void add_number(std::string& out);
  void add_between(std::string& out);
  template <std::size_t n>
  std::string_view one_of(const std::string_view (&pieces)[n]) {
    return pieces[choose_(n)];
  }

  chooser choose_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_FUZZ_TEXT_MAKER_H_
