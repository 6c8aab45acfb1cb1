// Whole extraction, of any bytes and of text that looks like an article.

#include "tests/fuzz/choices.h"
#include "tests/fuzz/exercise.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/text_maker.h"

namespace zeitstrahl {

std::string fuzz_article(std::string_view bytes) {
  return broken_promise(bytes, bytes.size() % 16 == 0);
}

std::string fuzz_words(std::string_view bytes) {
  text_maker make((choices(bytes)));
  const std::string text = make.article(200);
  const std::string fault = broken_promise(text, bytes.size() % 16 == 0);
  return fault.empty() ? "" : fault + "\n" + text;
}

}  // namespace zeitstrahl
