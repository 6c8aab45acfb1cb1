#include "compare/terms.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

bool is_letter(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c == 0xC2 || c == 0xE2) return false;  // spaces, quotation marks, dashes
  return c >= 0xC0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool continues(std::string_view text, std::size_t at) {
  return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t number_end(std::string_view text, std::size_t at) {
  const auto inside = [&](std::size_t i) {
    if (is_digit(text[i])) return true;
    return (text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_digit(text[i + 1]);
  };
  while (at < text.size() && inside(at)) ++at;
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_letter(text, at) || continues(text, at) || is_digit(text[at]))) {
    ++at;
  }
  return at;
}

}  // namespace

term term_table::add(std::string_view key) {
  const auto [at, fresh] = terms_.emplace(key, static_cast<term>(facts_.size()));
  if (fresh) facts_.push_back({.key = std::string(key), .number = is_digit(key.front())});
  return at->second;
}

term term_table::add(const word_meaning& meaning) {
  const term t = add("=" + meaning.key);
  facts& f = facts_[t];
  f.event = !meaning.thing && !meaning.name && !meaning.tells;
  f.thing = meaning.thing;
  f.once = meaning.once;
  f.counter = meaning.counter;
  f.family = meaning.family;
  return t;
}

void make_set(std::vector<mention>& words) {
  std::sort(words.begin(), words.end(), [](const mention& a, const mention& b) {
    return a.is != b.is ? a.is < b.is : a.weight > b.weight;
  });
  std::size_t kept = 0;
  for (const mention& w : words) {
    if (kept > 0 && words[kept - 1].is == w.is) {
      mention& same = words[kept - 1];
      same.what = same.what || w.what;
      same.name = same.name || w.name;
      same.noun = same.noun || w.noun;
      same.starts = same.starts && w.starts;
    } else {
      words[kept++] = w;
    }
  }
  words.resize(kept);
}

void make_set(std::vector<term>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

bool holds(const std::vector<term>& all, const std::vector<term>& part) {
  return std::includes(all.begin(), all.end(), part.begin(), part.end());
}

bool meet(const std::vector<term>& a, const std::vector<term>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

bool mentions(const std::vector<mention>& words, term t) {
  const auto at = std::lower_bound(words.begin(), words.end(), t,
                                   [](const mention& w, term wanted) { return w.is < wanted; });
  return at != words.end() && at->is == t;
}

bool mentions_all(const std::vector<mention>& words, const std::vector<term>& part) {
  return std::all_of(part.begin(), part.end(), [&](term t) { return mentions(words, t); });
}

void split_words(std::string_view text, std::vector<span>& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      at = number_end(text, at);
    } else if (is_letter(text, at)) {
      at = word_end(text, at);
    } else {
      do ++at;
      while (at < text.size() && continues(text, at));
      continue;
    }
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
}

}  // namespace zeitstrahl
