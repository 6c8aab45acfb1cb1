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
  // Linear in the text, eight bytes of memory for each of its bytes.
  explicit original_text(const document& article);

  const std::string& text() const { return text_; }

  // A span of the text in bytes of the original, and in its code points.
  span bytes(span where) const;
  span code_points(span where) const;
  std::string_view words(span where) const { return bytes(where).in(text_); }

 private:
  struct place {
    std::uint32_t byte = 0;
    std::uint32_t code_point = 0;
  };

  void keep(std::string_view sound);
  void take_back(const change& done);
  void advance(std::string_view character);
  const place& at(std::uint32_t mended) const;
  const place& end_at(std::uint32_t mended) const;

  std::string text_;
  std::vector<place> places_;  // one for each byte of the text, and one for its end
  std::vector<std::pair<std::uint32_t, place>> taken_out_;  // where, and the place before it
  place next_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_ORIGINAL_H_
