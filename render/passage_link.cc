#include "render/passage_link.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr std::size_t whole_up_to = 9;  // words
constexpr std::size_t fewest_words = 3;

// All but the letters that mean nothing in an address: "-", "," and "&" part what is said.
std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

std::vector<span> words_in(std::string_view text, span where) {
  constexpr std::string_view blanks = " \t\r\n";
  std::vector<span> out;
  for (std::size_t at = text.find_first_not_of(blanks, where.begin); at < where.end;) {
    const std::size_t end = std::min<std::size_t>(text.find_first_of(blanks, at), where.end);
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = text.find_first_not_of(blanks, end);
  }
  return out;
}

// The text from one place to another with single spaces, as browsers compare it.
std::string between(std::string_view text, std::uint32_t from, std::uint32_t to) {
  std::string out;
  for (const span& word : words_in(text, {from, to})) {
    if (!out.empty()) out += ' ';
    out += word.in(text);
  }
  return out;
}

// Whether the words of a stretch stand at no place between `from` and its own begin.
bool first_from(std::string_view text, std::uint32_t from, span stretch) {
  return text.find(stretch.in(text), from) == stretch.begin;
}

}  // namespace

std::string page_link(const document& article) {
  const std::string_view url = article.url;
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool clean = std::none_of(url.begin(), url.end(),
                                  [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return web && clean ? article.url : std::string();
}

std::string passage_link(const document& article, span passage) {
  std::string out = page_link(article);
  const std::string_view text = article.text;
  passage.end = std::min(passage.end, static_cast<std::uint32_t>(text.size()));
  const std::vector<span> said = words_in(text, passage);
  if (out.empty() || said.empty()) return {};
  out += out.find('#') == std::string::npos ? "#:~:text=" : ":~:text=";

  const std::uint32_t begin = said.front().begin;
  const std::uint32_t end = said.back().end;
  std::size_t first = fewest_words;
  while (first < said.size() && !first_from(text, 0, {begin, said[first - 1].end})) ++first;
  if (first + whole_up_to - fewest_words >= said.size())
    return out + encoded(between(text, begin, end));
  const std::uint32_t behind = said[first - 1].end;
  std::size_t last = said.size() - fewest_words;
  while (last > first && !first_from(text, behind, {said[last].begin, end})) --last;
  return out + encoded(between(text, begin, behind)) + ',' +
         encoded(between(text, said[last].begin, end));
}

}  // namespace zeitstrahl
