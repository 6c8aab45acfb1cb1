// What the lexicon says of words with a capital; and the places of ICU.

#include "zeitstrahl/dictionary.h"

#include <gtest/gtest.h>

#include <string>

#include "claim/places.h"

namespace zeitstrahl {
namespace {

TEST(Dictionary, KindsOfWords) {
  const auto found = built_in_dictionary("de");
  ASSERT_TRUE(found);
  const struct {
    const char* word;
    noun_kind kind;
  } cases[] = {
      {"Haus", noun_kind::common},
      {"Vortrags", noun_kind::common},
      {"Waldvortrag", noun_kind::common},
      {"Initiative", noun_kind::common},
      {"Kaum", noun_kind::small},
      {"X", noun_kind::small},
      {"Blaue", noun_kind::adjective},
      {"Deutsche", noun_kind::adjective},
      {"Sabine", noun_kind::name},
      {"Sabines", noun_kind::name},
      {"Vattenfall", noun_kind::name},
      {"Matt", noun_kind::name_or_small},
      {"Aachen", noun_kind::place},
      {"Airbus", noun_kind::unknown},  // a name or a noun
      {"Kelmarahaus", noun_kind::unknown},
      {"Xenoblau", noun_kind::unknown},
      {"", noun_kind::unknown},
      {"\xff\xfe", noun_kind::unknown},
  };
  for (const auto& c : cases) EXPECT_EQ((*found)->look_up(c.word), c.kind) << c.word;
}

TEST(Dictionary, None) {
  const auto found = built_in_dictionary("qq");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, error_kind::bad_usage);
  EXPECT_NE(found.error().message.find("\"qq\""), std::string::npos) << found.error().message;
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
