// The rows of cases/actors.txt: whom claims concern.

#include <gtest/gtest.h>

#include "cases.h"

namespace zeitstrahl {
namespace {

TEST(Actors, Table) {
  expect_claims("actors.txt", 45,
                [](const timeline&, const claim& c) { return joined(c.actors, ", "); });
}

// Nobody to ask: capitals inside, titles and verbs still tell names.
TEST(Actors, WithoutDictionary) {
  const extractor find(*built_in_language("de"));
  scratch memory;
  const struct {
    std::string text;
    std::vector<std::string> actors;
  } cases[] = {
      {"OpenAI und RWE arbeiten seit 2019 zusammen.", {"OpenAI", "RWE"}},
      {"Ministerin Carla Hoyer trat 2021 zurück.", {"Carla Hoyer"}},
      {"Die Brücke wurde 2019 gesperrt.", {}},
  };
  for (const auto& c : cases) {
    const timeline found = find.analyze(article_of(c.text), memory);
    ASSERT_EQ(found.claims.size(), 1u) << c.text;
    EXPECT_EQ(found.claims[0].actors, c.actors) << c.text;
  }
}

}  // namespace
}  // namespace zeitstrahl
