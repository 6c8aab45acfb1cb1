#ifndef ZEITSTRAHL_LIB_SYNTAX_TRAIN_TREEBANK_H_
#define ZEITSTRAHL_LIB_SYNTAX_TRAIN_TREEBANK_H_

// Sentences with their trees, as the trainer reads them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/token.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

constexpr token_index unknown_head = -8;
constexpr int unknown_name = -1;

struct tree_word {
  std::string text;
  std::string tag;                  // "?": unknown
  token_index head = unknown_head;  // -1 the root
  std::string label;                // "?": unknown
};
using tree = std::vector<tree_word>;

// Columns: number, word, tag, UPOS, head from 1 (0 the root, less unknown), label; an empty line
// behind each sentence.  A line with fewer columns is an error that names it.
result<std::vector<tree>> parse_columns(std::string_view name, std::string_view content);

// The content of a file, unpacked where its name ends in ".gz".
result<std::string> read_file(const std::string& path);

// Lifts words whose arcs cross others to their head's head, until none cross; false where
// that does not end.
bool make_projective(tree& t);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_TRAIN_TREEBANK_H_
