#ifndef ZEITSTRAHL_LIB_CLAIM_BYSTANDERS_H_
#define ZEITSTRAHL_LIB_CLAIM_BYSTANDERS_H_

// Names that stand in a clause and act in nothing: where it happens, whose party somebody is of,
// where the report comes from.

#include <cstdint>

#include "claim/clause.h"
#include "claim/names.h"

namespace zeitstrahl {

class bystanders {
 public:
  // What is given must outlive this.
  bystanders(const analyzed_text& text, const article_names& names) : text_(text), names_(names) {}

  // Any of what follows but the last two.
  bool is_any(const name_mention& m) const {
    return is_only_a_place(m) || is_dateline(m) || is_aside(m) || is_part_of_title(m) ||
           is_place_of_noun(m) || tells_of_next(m);
  }

  // "in Lindau"
  bool is_only_a_place(const name_mention& m) const;
  // "Berlin (dpa) - Die Polizei ..."
  bool is_dateline(const name_mention& m) const;
  // "Lena Roth [(FDP)]"
  bool is_aside(const name_mention& m) const;
  // "[Kelmara]-Hotel Aurora"
  bool is_part_of_title(const name_mention& m) const;
  // "die Wirtschaft [Frankreichs]"
  bool is_place_of_noun(const name_mention& m) const;
  // "[US-Behoerde] NASA", "[Indiens] Regierungschef", "der Chef der [Bank], Jan Roth"
  bool tells_of_next(const name_mention& m) const;
  // Only commas and coordinators stand between the two, and a name or noun at most.
  bool is_enumerated(const name_mention& before, const name_mention& m) const;

 private:
  bool is_office(std::uint32_t token) const;
  bool opens_report(std::uint32_t begin, std::uint32_t dash) const;
  bool is_slash(std::uint32_t token) const;
  bool starts_sentence(std::uint32_t token) const;
  bool is_place_list(std::uint32_t begin, std::uint32_t end) const;

  const analyzed_text& text_;
  const article_names& names_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_BYSTANDERS_H_
