#ifndef ZEITSTRAHL_TESTS_FUZZ_CHOICES_H_
#define ZEITSTRAHL_TESTS_FUZZ_CHOICES_H_

#include <cstddef>
#include <string_view>

namespace zeitstrahl {

// A fuzzer's bytes as choices: each takes one or two of them; behind their end all are 0.
class choices {
 public:
  explicit choices(std::string_view bytes) : bytes_(bytes) {}

  // Below `limit`, which is 1 to 65536.
  std::size_t operator()(std::size_t limit) {
    std::size_t value = next();
    if (limit > 256) value = value << 8 | next();
    return value % limit;
  }
  bool one_in(std::size_t limit) { return (*this)(limit) == limit - 1; }
  bool done() const { return bytes_.empty(); }

 private:
  std::size_t next() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  std::string_view bytes_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_FUZZ_CHOICES_H_
