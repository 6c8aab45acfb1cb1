// Dictionaries in hunspell's format, written here; and the places of ICU.

#include "zeitstrahl/dictionary.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "claim/places.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

// A folder with dictionaries that DICPATH leads to.
class Dictionary : public testing::Test {
 protected:
  Dictionary()
      : folder_(fs::path(testing::TempDir()) / ("zeitstrahl-words-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    setenv("DICPATH", folder_.c_str(), 1);
  }
  ~Dictionary() override {
    unsetenv("DICPATH");
    fs::remove_all(folder_);
  }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name) << content;
  }

  // "m" ends compounds, "S" takes a genitive, "A" is an adjective.
  void write_small_dictionary(const std::string& name) const {
    write(
        name + ".aff",
        "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\nSFX A Y 3\nSFX A 0 e .\nSFX A 0 es .\nSFX A 0 em .\n");
    write(
        name + ".dic",
        "10\nHaus/m\nTür/m\nVortrag/Sm\nStadt/m\nWald/Sm\nKelmara/S\nBrix/S\nblau/A\nkaum\nsehr\n");
  }

  fs::path folder_;
};

TEST_F(Dictionary, KindsOfWords) {
  write_small_dictionary("qq_QQ");
  const auto found = system_dictionary("qq");
  ASSERT_TRUE(found);
  const struct {
    const char* word;
    noun_kind kind;
  } cases[] = {
      {"Haus", noun_kind::common},         {"Vortrags", noun_kind::common},
      {"Kelmara", noun_kind::name},        {"Kelmaras", noun_kind::name},
      {"Waldvortrag", noun_kind::common},  {"Stadthaus", noun_kind::common},
      {"Kelmarahaus", noun_kind::unknown}, {"Xenoblau", noun_kind::unknown},
      {"Kaum", noun_kind::small},          {"Blaue", noun_kind::adjective},
      {"Blau", noun_kind::small},          {"", noun_kind::unknown},
      {"\xff\xfe", noun_kind::unknown},
  };
  for (const auto& c : cases) EXPECT_EQ((*found)->look_up(c.word), c.kind) << c.word;
}

// Flags of another project tell no names.
TEST_F(Dictionary, UnknownFlags) {
  write("qq_QQ.aff", "SET UTF-8\n");
  write("qq_QQ.dic", "3\nHaus/x\nWald\nKelmara\n");
  const auto found = system_dictionary("qq");
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)->look_up("Kelmara"), noun_kind::common);
  EXPECT_EQ((*found)->look_up("Brix"), noun_kind::unknown);
}

TEST_F(Dictionary, OwnCountryFirst) {
  write("qq_AA.aff", "SET UTF-8\n");
  write("qq_AA.dic", "1\nErstes/m\n");
  write("qq_QQ.aff", "SET UTF-8\n");
  write("qq_QQ.dic", "1\nZweites/m\n");
  const auto found = system_dictionary("qq");
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)->look_up("Zweites"), noun_kind::common);
  EXPECT_EQ((*found)->look_up("Erstes"), noun_kind::unknown);
}

TEST_F(Dictionary, None) {
  const auto found = system_dictionary("qq");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, error_kind::io);
  EXPECT_NE(found.error().message.find("qq_QQ"), std::string::npos) << found.error().message;
}

TEST_F(Dictionary, DamagedFileKnowsNothing) {
  write("qq_QQ.aff", "SET UTF-8\nFLAG nonsense\nSFX S Y many\n\xff\xff");
  write("qq_QQ.dic", "no number\n");
  const auto found = system_dictionary("qq");
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)->look_up("Haus"), noun_kind::unknown);
}

TEST_F(Dictionary, SharedByThreads) {
  write_small_dictionary("qq_QQ");
  const auto found = system_dictionary("qq");
  ASSERT_TRUE(found);
  std::vector<noun_kind> kinds(8);
  std::vector<std::thread> threads;
  for (noun_kind& kind : kinds) {
    threads.emplace_back([&] { kind = (*found)->look_up("Waldvortrag"); });
  }
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(kinds, std::vector<noun_kind>(8, noun_kind::common));
}

TEST(Places, CountriesAndCities) {
  const place_names german("de");
  for (const char* place : {"Frankreich", "Deutschland", "Moskau", "Kairo", "Rom", "USA"}) {
    EXPECT_EQ(german.holds(place), std::string(place) != "USA") << place;
  }
  for (const char* other : {"France", "Haus", "", "frankreich"}) {
    EXPECT_FALSE(german.holds(other)) << other;
  }
}

}  // namespace
}  // namespace zeitstrahl
