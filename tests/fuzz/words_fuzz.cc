// libFuzzer over text of the tables' words: its bytes are the choices that text_maker makes.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/exercise.h"
#include "tests/fuzz/text_maker.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::size_t at = 0;
  const auto byte = [&]() -> std::size_t { return at < size ? data[at++] : 0; };
  zeitstrahl::text_maker make([&](std::size_t limit) {
    std::size_t value = byte();
    if (limit > 256) value = value << 8 | byte();
    return value % limit;
  });
  const std::string text = make.article(200);
  const std::string fault = zeitstrahl::broken_promise(text, size % 16 == 0);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n%s\n", fault.c_str(), text.c_str());
    std::abort();
  }
  return 0;
}
