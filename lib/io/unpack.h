#ifndef ZEITSTRAHL_LIB_IO_UNPACK_H_
#define ZEITSTRAHL_LIB_IO_UNPACK_H_

// From the bytes of a file to those of a text: gzip is unpacked, and what is no text is told
// by its name.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

bool is_gzip(std::string_view bytes);

// Gzip piece by piece, in bounded memory; members behind each other are one text.
class gzip_stream {
 public:
  gzip_stream();
  ~gzip_stream();

  // Unpacks into `out` as much as it holds, or as `packed` gives, whose used bytes are taken
  // away.  0 where more is needed, where the data is damaged, and past the end.
  std::size_t unpack(std::string_view& packed, char* out, std::size_t size);

  bool is_damaged() const;
  // What came is whole; another member may follow.
  bool is_between_members() const;
  // Something follows that is no further member.
  bool is_past_end() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

// What gzip packed, all of its members.  Damaged data and more than 256 MiB are bad input.
result<std::string> unpack_gzip(std::string_view bytes, std::string_view name);

// "is a PNG picture, not text; ..." for bytes that are no text, by their first bytes or by
// the zero bytes among them; nothing for text.
std::optional<error> refuse_other_formats(std::string_view bytes, std::string_view name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_UNPACK_H_
