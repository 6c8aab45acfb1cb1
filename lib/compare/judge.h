#ifndef ZEITSTRAHL_LIB_COMPARE_JUDGE_H_
#define ZEITSTRAHL_LIB_COMPARE_JUDGE_H_

// What two statements about one matter are to each other, by their times, modality and the
// days on which they were published.

#include <optional>

#include "compare/subject.h"
#include "zeitstrahl/compare.h"

namespace zeitstrahl {

// A statement with all that a verdict needs.
struct witness {
  const statement* said = nullptr;
  const subject* about = nullptr;
  std::optional<day> published;
  bool denies = false;  // it answers others: "dementierte"

  const placed_time& time() const { return about->time; }
  bool planned() const {
    return said->mode == modality::planned || (said->mode == modality::actual && !happened());
  }
  bool happened() const {
    return said->mode == modality::actual && !about->plans &&
           !(published && time().at && time().at->first > *published);
  }
  // Its time had not come when it was published.
  bool to_come() const;
  // Happened, or began, before it was published.
  bool done() const;
};

// The verdict on a statement and one published on the same day or later; nothing where the
// two neither bear each other out nor speak against each other.
std::optional<finding> judge(const witness& first, const witness& second);

// The same words about the same time.
bool is_copy(const witness& a, const witness& b);

// A plan was called off by what was published later.
bool called_off(const witness& first, const witness& second);

// A planned date that an article gives within these days after another is not a new plan,
// unless it says so.
inline constexpr std::int32_t plan_days = 7;

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_COMPARE_JUDGE_H_
