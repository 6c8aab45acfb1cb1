#ifndef ZEITSTRAHL_LIB_SYNTAX_MODEL_H_
#define ZEITSTRAHL_LIB_SYNTAX_MODEL_H_

// The file of a trained model: syntax.bin.
//
//     zeitstrahl syntax model 1            a line that says what it is
//     about: ...                           what it was trained on, under which licence
//     tags: VFIN VINF ...
//     labels: root nsubj ...
//     tables: 15 15 18 15                  bits of the four tables' numbers of rows
//     checksum: 0123456789abcdef           FNV-1a, 64 bits, of what stands before this
//                                          line and of all behind the empty line
//                                          an empty line
//     weights, one byte each, table by table

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/features.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Immutable; points into the bytes that it was opened from, which must outlive it.
class syntax_model {
 public:
  // Bytes that are no model, of another version, cut or damaged are an error that says so.
  static result<syntax_model> open(std::string_view bytes);

  const std::vector<std::string>& tags() const { return tags_; }
  const std::vector<std::string>& labels() const { return labels_; }
  const std::string& about() const { return about_; }

  std::array<weight_table<tag_capacity>, 2> tagger;  // by pass
  weight_table<move_capacity> moves;
  weight_table<label_capacity> labeller;

 private:
  std::string about_;
  std::vector<std::string> tags_;
  std::vector<std::string> labels_;
};

// What the trainer writes.
struct model_parts {
  std::string about;
  std::vector<std::string> tags;
  std::vector<std::string> labels;
  std::array<int, 4> bits{};
  std::array<std::vector<std::uint8_t>, 4> weights;  // first pass, second pass, moves, labels
};
std::string write_model(const model_parts& parts);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MODEL_H_
