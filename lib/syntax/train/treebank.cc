#include "syntax/train/treebank.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace zeitstrahl {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    out.push_back(line.substr(0, tab));
    if (tab == line.size()) return out;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

result<std::vector<tree>> parse_columns(std::string_view name, std::string_view content) {
  std::vector<tree> out;
  tree current;
  for (int number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.empty()) {
      if (!current.empty()) out.push_back(std::move(current));
      current.clear();
      continue;
    }
    const auto columns = columns_of(line);
    int head = 0;
    if (columns.size() >= 6) {
      const std::string_view text = columns[4];
      std::from_chars(text.data(), text.data() + text.size(), head);
    } else {
      return error{error_kind::bad_input, std::string(name) + ":" + std::to_string(number),
                   "a word has six columns, parted by tabs"};
    }
    current.push_back({std::string(columns[1]), std::string(columns[2]),
                       head < 0 ? unknown_head : head - 1, std::string(columns[5])});
  }
  if (!current.empty()) out.push_back(std::move(current));
  return out;
}

result<std::string> read_file(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");  // reads plain files too
  if (!file) return error{error_kind::io, path, "cannot be read"};
  std::string out;
  char buffer[1 << 16];
  int got = 0;
  while ((got = gzread(file, buffer, sizeof buffer)) > 0) {
    out.append(buffer, static_cast<std::size_t>(got));
  }
  gzclose(file);
  if (got < 0) return error{error_kind::io, path, "is damaged"};
  return out;
}

namespace {

// Whether all words between a word and its head lie under the head.
bool crosses(const tree& t, token_index d) {
  const token_index h = t[static_cast<std::size_t>(d)].head;
  if (h < 0) return false;
  for (token_index k = std::min(d, h) + 1; k < std::max(d, h); ++k) {
    token_index i = k;
    while (i >= 0 && i != h) i = t[static_cast<std::size_t>(i)].head;
    if (i != h && i != unknown_head) return true;
  }
  return false;
}

}  // namespace

bool make_projective(tree& t) {
  const auto size = static_cast<token_index>(t.size());
  for (int round = 0; round < 50; ++round) {
    token_index shortest = no_token;
    token_index length = size + 1;
    for (token_index d = 0; d < size; ++d) {
      const token_index h = t[static_cast<std::size_t>(d)].head;
      if (crosses(t, d) && std::abs(d - h) < length) {
        shortest = d;
        length = std::abs(d - h);
      }
    }
    if (shortest < 0) return true;
    tree_word& word = t[static_cast<std::size_t>(shortest)];
    const token_index up = t[static_cast<std::size_t>(word.head)].head;
    if (up < 0) return false;
    word.head = up;
  }
  return false;
}

}  // namespace zeitstrahl
