#include "render/reading_words.h"

#include <vector>

#include "render/claim_words.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t most_named = 6;

}  // namespace

std::string_view legend_words(feature what, bool published) {
  switch (what) {
    case feature::until_published:
      return published ? words().legend_until_published : words().legend_actual;
    case feature::after_published:
      return words().legend_after_published;
    case feature::planned:
      return words().legend_planned;
    case feature::possible:
      return words().legend_possible;
    case feature::negated:
      return words().legend_negated;
    case feature::bound:
      return words().legend_bound;
    case feature::begin_unknown:
      return words().legend_begin_unknown;
    case feature::end_unknown:
      return words().legend_end_unknown;
    case feature::before_after:
      return words().legend_before_after;
    case feature::end_open:
      return words().legend_end_open;
    case feature::event:
      return words().legend_event;
    case feature::vague_event:
      return words().legend_vague_event;
    case feature::broken_axis:
      return words().legend_broken_axis;
    case feature::reported:
      break;
  }
  return words().legend_reported;
}

std::string_view absence_words(const claim& c) {
  switch (c.absent) {
    case absence::by_choice:
      return words_of_editing().by_choice;
    case absence::for_vagueness:
      return words_of_editing().for_vagueness;
    case absence::for_room:
      return words_of_editing().for_room;
    case absence::by_editor:
      break;
  }
  return c.note.empty() ? words_of_editing().no_reason : std::string_view();
}

std::string left_out_words(const timeline& data) {
  std::size_t count = 0;
  std::string names;
  for (const claim& c : data.claims) {
    if (!c.hidden || ++count > most_named) continue;
    names += (names.empty() ? "" : ", ") + quoted(tidy(c.label));
  }
  const editing_words& said = words_of_editing();
  if (count == 0) return {};
  if (count == 1) return fill(said.one_left_out, {names});
  if (count > most_named) {
    names += ", " + fill(said.more_left_out, {std::to_string(count - most_named)});
  }
  return fill(said.left_out, {std::to_string(count), names});
}

}  // namespace zeitstrahl
