#ifndef ZEITSTRAHL_LIB_IO_ORIGINAL_H_
#define ZEITSTRAHL_LIB_IO_ORIGINAL_H_

// An article's text as it came in, and where the bytes of the mended text stood in it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/document.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

class original_text {
 public:
  // Takes back the article's repairs; those that overlap or leave the text are passed over.
  // Linear in the text, eight bytes of memory for each of its bytes.
  explicit original_text(const document& article);

  const std::string& text() const { return text_; }

  // A span of the mended text in bytes of the original, and in its code points.
  span bytes(span mended) const;
  span code_points(span mended) const;
  std::string_view words(span mended) const { return bytes(mended).in(text_); }

 private:
  struct place {
    std::uint32_t byte = 0;
    std::uint32_t code_point = 0;
  };

  void keep(std::string_view sound);
  void take_back(const repair& done);
  void advance(std::string_view character);
  const place& at(std::uint32_t mended) const;

  std::string text_;
  std::vector<place> places_;  // one for each byte of the mended text, and one for its end
  place next_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_ORIGINAL_H_
