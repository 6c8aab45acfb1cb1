// libFuzzer over the bytes of an article.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/exercise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string fault = zeitstrahl::broken_promise(bytes, size % 16 == 0);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
