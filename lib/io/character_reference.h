#ifndef ZEITSTRAHL_LIB_IO_CHARACTER_REFERENCE_H_
#define ZEITSTRAHL_LIB_IO_CHARACTER_REFERENCE_H_

// Character references of HTML and XML.

#include <string>
#include <string_view>

namespace zeitstrahl {

// "&uuml;", "&#252;", "&#xFC;" as HTML reads them; what is no character becomes U+FFFD.
std::string decode_reference(std::string_view reference);

// XML with each reference to what is no character ("&#xD800;", "&#0;") turned into one to
// U+FFFD, of the same length where there is room for it.
std::string with_sound_references(std::string_view xml);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_CHARACTER_REFERENCE_H_
