#ifndef ZEITSTRAHL_LIB_CLAIM_DICTIONARY_H_
#define ZEITSTRAHL_LIB_CLAIM_DICTIONARY_H_

// What a dictionary says of a word with a capital.

#include <cstdint>
#include <string_view>

namespace zeitstrahl {

enum class noun_kind : std::uint8_t {
  no_dictionary,  // nobody to ask
  unknown,        // no word of the language: a name, or a new word
  common,
  name,
};

// Immutable, shared by threads.
class name_dictionary {
 public:
  virtual ~name_dictionary() = default;
  virtual noun_kind look_up(std::string_view word) const = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_DICTIONARY_H_
