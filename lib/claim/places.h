#ifndef ZEITSTRAHL_LIB_CLAIM_PLACES_H_
#define ZEITSTRAHL_LIB_CLAIM_PLACES_H_

// Countries and the cities that clocks are named after, as a language calls them; from ICU.

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

class place_names {
 public:
  // `language`: "de".  One that ICU does not know gives English names.
  explicit place_names(const std::string& language);

  // One word, as in the text.
  bool holds(std::string_view word) const;

 private:
  std::vector<std::string> names_;  // sorted
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_PLACES_H_
