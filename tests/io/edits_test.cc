#include "io/edits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "io/original.h"

namespace zeitstrahl {
namespace {

// Takes out each `what`.
edited_text without(std::string_view text, std::string_view what, std::string_view with = "") {
  edited_text out(text);
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) {
    out.copy_until(at);
    out.replace(at + what.size(), with);
  }
  out.copy_rest();
  return out;
}

document as_document(const std::string& source, std::string text, const std::vector<edit>& edits) {
  document article;
  article.text = std::move(text);
  article.changes = with_originals(edits, source);
  return article;
}

TEST(Edits, LeadBack) {
  const std::string source = "Am **3. Juni** kommt er.";
  edited_text out = without(source, "**");
  EXPECT_EQ(out.text(), "Am 3. Juni kommt er.");
  const document article = as_document(source, out.text(), out.edits());
  const original_text original(article);
  EXPECT_EQ(original.text(), source);
  EXPECT_EQ(original.words({3, 10}), "3. Juni");
  EXPECT_EQ(original.code_points({3, 10}), (span{5, 12}));
  EXPECT_EQ(original.words({0, 10}), "Am **3. Juni");
  EXPECT_EQ(carry({5, 12}, out.edits()), (span{3, 10}));
  EXPECT_EQ(carry({3, 14}, out.edits()), (span{3, 10}));
}

TEST(Edits, StepsBecomeOne) {
  const std::string source = "a--bb++c--++d";
  edited_text first = without(source, "--", "=");
  edited_text second = without(first.text(), "++");
  EXPECT_EQ(second.text(), "a=bbc=d");
  const std::vector<edit> both = then(first.edits(), second.edits());
  EXPECT_EQ(original_text(as_document(source, second.text(), both)).text(), source);
}

// Whatever is taken out and put in, and in however many steps.
TEST(Edits, AnySteps) {
  std::mt19937 random(7);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 2000; ++round) {
    std::string source;
    for (int i = pick(30); i > 0; --i) source += "abc"[pick(3)];
    std::string text = source;
    std::vector<edit> edits;
    for (int step = 0; step < 3; ++step) {
      const char* const replacements[] = {"", "x", "ab", "cba"};
      const std::string what(1 + static_cast<std::size_t>(pick(2)), "abc"[pick(3)]);
      edited_text next = without(text, what, replacements[pick(4)]);
      edits = then(edits, next.edits());
      text = next.text();
    }
    const document article = as_document(source, text, edits);
    ASSERT_EQ(original_text(article).text(), source) << text;
  }
}

}  // namespace
}  // namespace zeitstrahl
