#include "base/index.h"

#include <gtest/gtest.h>

#include <string>

namespace zeitstrahl {
namespace {

struct planet;

TEST(Indexed, HoldsWhatWasAdded) {
  indexed<planet, std::string> names;
  const auto venus = names.add("Venus");
  const auto earth = names.add("Earth");
  EXPECT_EQ(names[venus], "Venus");
  EXPECT_EQ(names[earth], "Earth");
  EXPECT_EQ(names.get(earth), "Earth");
  EXPECT_LT(venus, earth);
}

TEST(Indexed, GivesANewValueWhereItHoldsNone) {
  indexed<planet, bool> has_rings(2);
  has_rings[index_of<planet>(1)] = true;
  EXPECT_TRUE(has_rings.get(index_of<planet>(1)));
  EXPECT_FALSE(has_rings.get({}));
  EXPECT_FALSE(has_rings.get(index_of<planet>(2)));
}

TEST(OptionalIndex, IsAskedBeforeItIsUsed) {
  EXPECT_FALSE(optional_index<planet>().get());
  const optional_index<planet> earth = index_of<planet>(0);
  ASSERT_TRUE(earth.get());
  EXPECT_EQ(earth.get()->number(), 0u);
  EXPECT_NE(earth, optional_index<planet>());
  static_assert(sizeof earth == sizeof earth.get()->number());
}

}  // namespace
}  // namespace zeitstrahl
