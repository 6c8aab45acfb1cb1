#include "timeline/claim_ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zeitstrahl {
namespace {

class passage_hash {
 public:
  // White space of any length is the same, for lines break anywhere.
  void add_words(std::string_view words) {
    bool space = false;
    for (const char c : words) {
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        space = true;
        continue;
      }
      if (space) add(' ');
      space = false;
      add(c);
    }
    add('\n');
  }

  // Digits and letters that nobody mistakes for each other (after Crockford's base 32).
  std::string id() const {
    constexpr std::string_view signs = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string out = "c";
    std::uint64_t rest = value_ ^ (value_ >> 32);
    for (int i = 0; i < 6; ++i) {
      out += signs[rest % signs.size()];
      rest /= signs.size();
    }
    return out;
  }

 private:
  void add(char c) {
    constexpr std::uint64_t prime = 0x100000001b3;
    value_ = (value_ ^ static_cast<unsigned char>(c)) * prime;
  }

  std::uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace

void name_claims(timeline& out) {
  const std::string_view text = out.article.text;
  std::unordered_map<std::string, std::uint32_t> taken;
  for (claim& c : out.claims) {
    passage_hash hash;
    if (c.sentence < out.sentences.size()) hash.add_words(out.sentences[c.sentence].in(text));
    for (const std::uint32_t e : c.expressions) {
      if (e < out.expressions.size()) hash.add_words(out.expressions[e].extent.in(text));
    }
    c.id = hash.id();
    const std::uint32_t count = ++taken[c.id];
    if (count > 1) c.id += "-" + std::to_string(count);
  }
}

}  // namespace zeitstrahl
