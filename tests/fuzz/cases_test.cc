// Each target over the inputs in cases/TARGET/: seeds, and what once went wrong.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/fuzz/targets.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

TEST(FuzzCases, KeepEveryPromise) {
  const fs::path cases = fs::path(ZEITSTRAHL_SOURCE_DIR) / "tests/fuzz/cases";
  for (const named_target& target : fuzz_targets()) {
    EXPECT_EQ(target.run(""), "") << target.name;
    if (!fs::exists(cases / target.name)) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(cases / target.name)) {
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << in.rdbuf();
      EXPECT_EQ(target.run(bytes.view()), "") << entry.path();
    }
  }
}

// The same bytes in every run.
TEST(FuzzCases, MadeBytesKeepEveryPromise) {
  for (const named_target& target : fuzz_targets()) {
    std::mt19937 random{20250124};
    for (int round = 0; round < 20; ++round) {
      std::string bytes(random() % 400, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random() % 256);
      ASSERT_EQ(target.run(bytes), "") << target.name << ", round " << round;
    }
  }
}

}  // namespace
}  // namespace zeitstrahl
