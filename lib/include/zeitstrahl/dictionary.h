#ifndef ZEITSTRAHL_DICTIONARY_H_
#define ZEITSTRAHL_DICTIONARY_H_

// What a dictionary says of a word with a capital: German writes every noun with one, so that
// only a list of words tells a noun from a name.
//
//     analysis_options options;
//     if (auto found = built_in_dictionary("de")) options.names = *found;
//     extractor find(*built_in_language("de"), options);
//
// An extractor works without one; it then finds fewer names.

#include <cstdint>
#include <memory>
#include <string_view>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

enum class noun_kind : std::uint8_t {
  unknown,    // no word of the language: a name, or a new word
  small,      // a word that is written small: a capital makes it the first of a sentence or a name
  adjective,  // so, and inflected
  common,
  name,
  name_or_small,
  place,  // a name of nothing but places
};

// Immutable to its users and shared by threads.  The same word has the same answer always.
class dictionary {
 public:
  virtual ~dictionary() = default;
  // `word`: UTF-8, without spaces; any bytes are allowed.
  virtual noun_kind look_up(std::string_view word) const = 0;
};

// What the full-form lexicon that was built in for a language ("de") says; bad_usage where there
// is none.  Compounds are what their last word is; what only ends like a noun is unknown.
result<std::shared_ptr<const dictionary>> built_in_dictionary(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DICTIONARY_H_
