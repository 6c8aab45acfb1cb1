#ifndef ZEITSTRAHL_LIB_IO_ORIGINAL_H_
#define ZEITSTRAHL_LIB_IO_ORIGINAL_H_

// An article's text as it came in, and where the bytes of the text stood in it.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/document.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

class original_text {
 public:
  // Takes back the article's changes; those that overlap or leave the text are passed over.
  // Linear in the text; besides the original it keeps little.
  explicit original_text(const document& article);

  const std::string& text() const { return text_; }

  // A span of the text in bytes of the original, and in its code points.
  span bytes(span where) const;
  span code_points(span where) const;
  std::string_view words(span where) const { return bytes(where).in(text_); }

 private:
  // A stretch of the text that stands in the original as it is, or one byte of a mended word.
  struct piece {
    std::uint32_t begin = 0;  // in the text
    std::uint32_t byte = 0;   // in the original
    bool kept = false;
  };
  static constexpr std::size_t step = 256;

  void keep(std::string_view sound);
  void take_back(const change& done);
  void count();
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::uint32_t byte_at(std::uint32_t mended) const;
  std::uint32_t byte_of_end(std::uint32_t mended) const;
  std::uint32_t code_point_of(std::uint32_t byte) const;

  std::string text_;
  std::vector<piece> pieces_;  // in order; the last one stands behind the text
  std::uint32_t mended_ = 0;   // bytes of the text that have a piece
  // Where something was taken out, and the byte of the original before it.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> taken_out_;
  std::vector<std::uint32_t> code_points_;  // before every step-th byte of the original
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_ORIGINAL_H_
