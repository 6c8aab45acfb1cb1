#ifndef ZEITSTRAHL_LIB_CLAIM_QUOTATION_H_
#define ZEITSTRAHL_LIB_CLAIM_QUOTATION_H_

// What stands in quotation marks in a text.

#include <cstdint>
#include <vector>

#include "claim/clause.h"

namespace zeitstrahl {

struct quotation {
  span tokens;          // between the marks
  bool speech = false;  // somebody's words, and no title or single word
};

class text_quotations {
 public:
  // `text` must outlive it.
  explicit text_quotations(const analyzed_text& text);

  // The quotation of somebody's words that holds the token, or null.
  const quotation* around(std::uint32_t token) const;

 private:
  std::vector<quotation> all_;  // in order, disjoint
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_QUOTATION_H_
