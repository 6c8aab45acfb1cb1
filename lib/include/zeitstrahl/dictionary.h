#ifndef ZEITSTRAHL_DICTIONARY_H_
#define ZEITSTRAHL_DICTIONARY_H_

// What a dictionary says of a word with a capital: German writes every noun with one, so that
// only a list of words tells a noun from a name.
//
//     analysis_options options;
//     if (auto found = system_dictionary("de")) options.names = *found;
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
};

// Immutable to its users and shared by threads.  The same word has the same answer always.
class dictionary {
 public:
  virtual ~dictionary() = default;
  // `word`: UTF-8, without spaces; any bytes are allowed.
  virtual noun_kind look_up(std::string_view word) const = 0;
};

// The dictionary of a language ("de") that is installed for hunspell: NAME.aff and NAME.dic in
// one of the folders of DICPATH or in the system's, /usr/share/hunspell among them.  Of several
// countries' the language's own is taken ("de_DE"), else the first by name.  The files are read
// when the first word is looked up, in about a tenth of a second.  Without one an io error.
result<std::shared_ptr<const dictionary>> system_dictionary(std::string_view language);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DICTIONARY_H_
