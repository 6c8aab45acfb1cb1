#include "time/resolver.h"
#include "time/timex.h"

namespace zeitstrahl {

// "1977 waren es elf, heute sind es 420"; "Frueher fuhr ein Bus. Heute ..."
bool resolver::contrasts_with_past() const {
  std::size_t i = out_.size() - 1;
  while (i > 0 && out_[i - 1].type == timex_type::set) --i;
  if (i == 0) return false;
  const time_expression& before = out_[i - 1];
  const std::uint32_t distance = out_.back().sentence - before.sentence;
  const interval& when = before.when;
  const bool once = before.value == "PAST_REF" && !when.approximate;
  if (once) return distance <= 1;
  const bool long_ago = !when.empty() && when.end_grain >= grain::year &&
                        before.type == timex_type::date && when.end_latest.given() &&
                        to_civil(when.end_latest.date).year + 1 < to_civil(publication()).year;
  return long_ago && distance == 0;
}

// Up to today is up to the publication also where today is nowadays.
void resolver::today(bool up_to) {
  if (!published()) return unresolved("PRESENT_REF");
  if (!up_to && contrasts_with_past() && !words_.clock_follows(*said_)) return reference(0, absent);
  const auto told = [&] { return words_.tense_of_clause(*said_) == tense::past; };
  const bool the_day = !narrative_ && (of_the_day_ || up_to || told());
  if (!the_day) return reference(0, absent);
  set_unit(publication(), grain::day, basis::implied);
}

// About the month of the publication, not after it.
interval resolver::recently() const {
  interval when = in_unit(unit_of(publication(), grain::month), grain::month, basis::implied);
  when.begin_latest = when.end_latest = bound::at(publication());
  when.approximate = true;
  return when;
}

// "2018 versprach er, die Halle werde 2024 stehen. Damals ...": when he promised it, not what.
const time_expression* resolver::told_with(const read_date& date) const {
  const auto is_told = [&](std::uint32_t i) {
    return words_.is_told(in_.said.parts[traces_[i].said]);
  };
  if (is_told(date.expression)) return nullptr;
  for (std::uint32_t i = date.expression; i-- > 0 && out_[i].sentence == date.sentence;) {
    if (out_[i].when.begin_earliest.given() && is_told(i)) return &out_[i];
  }
  return nullptr;
}

void resolver::reference(int which, double nearer) {
  static constexpr const char* values[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
  e().value = one_of(values, which);
  t().reference = true;
  e().anchor = anchor_kind::publication;
  const bool to_come = published() && last_.known && last_.days.first > publication();
  const read_date& then = to_come && last_past_.known ? last_past_ : last_;
  const bool only_to_come = to_come && !last_past_.known;
  if (nearer == then_reading && then.known && !only_to_come) {  // "damals" is no day to come
    const time_expression* told = told_with(then);
    e().anchor = anchor_kind::expression;
    e().anchor_expression = told ? static_cast<std::uint32_t>(told - out_.data()) : then.expression;
    e().when = told ? told->when : in_unit(then.days, then.precision, basis::implied);
    return;
  }
  if (!published()) {
    e().reading = resolution::unresolved;
    return;
  }
  if (nearer == static_cast<double>(vagueness::recently)) {
    e().when = recently();
    return;
  }
  const bound now = bound::at(publication());
  e().when.begin_basis = e().when.end_basis = basis::implied;
  switch (which) {
    case 0:
      e().when = in_unit({publication(), publication()}, grain::day, basis::implied);
      break;
    case 1:
      e().when.end_latest = now;
      e().relates = relation::before;
      break;
    default:
      e().when.begin_earliest = now;
      e().when.end_earliest = e().when.end_latest = bound::open();
      e().relates = relation::after;
  }
}

void resolver::vague(vagueness which) {
  e().vague = true;
  t().reference = true;
  e().anchor = anchor_kind::publication;
  const bool from_text = which == vagueness::then_on || which == vagueness::after_then;
  static constexpr const char* values[] = {"PRESENT_REF", "FUTURE_REF",  "PAST_REF",  "PRESENT_REF",
                                           "FUTURE_REF",  "PAST_REF",    "PAST_REF",  "PAST_REF",
                                           "PAST_REF",    "PRESENT_REF", "FUTURE_REF"};
  e().value = one_of(values, static_cast<int>(which));
  if (from_text ? !last_.known : !published()) {
    e().reading = resolution::unresolved;
    return;
  }
  interval& when = e().when;
  const bound now = published() ? bound::at(publication()) : bound::unknown();
  when.begin_basis = when.end_basis = basis::implied;
  switch (which) {
    case vagueness::now:
      when = in_unit({publication(), publication()}, grain::day, basis::implied);
      return;
    case vagueness::from_now:
    case vagueness::continuing:
    case vagueness::soon:
      e().relates = which == vagueness::soon ? relation::after : relation::from;
      when.begin_earliest = now;
      when.begin_latest = which == vagueness::soon ? bound::unknown() : now;
      when.end_earliest = when.end_latest = bound::open();
      return;
    case vagueness::until_now:
      e().relates = relation::until;
      when.end_earliest = when.end_latest = now;
      return;
    case vagueness::recently:
      when = recently();
      return;
    case vagueness::long_since:
      e().relates = relation::since;
      when.end_earliest = now;
      when.end_latest = bound::open();
      return;
    case vagueness::then_on:
      anchor_at(last_);
      e().relates = relation::since;
      when.begin_earliest = bound::at(last_.days.first);
      when.begin_latest = bound::at(last_.days.last);
      when.begin_grain = last_.precision;
      when.end_earliest = now;
      when.end_latest = bound::open();
      return;
    case vagueness::just:
      when = words_.tense_of_clause(*said_) == tense::past
                 ? recently()
                 : in_unit({publication(), publication()}, grain::day, basis::implied);
      return;
    case vagueness::then_at:
      if (!last_.known || distance_to(last_) > 1 || last_.days.last < publication()) return;
      anchor_at(last_);
      when = in_unit(last_.days, last_.precision, basis::implied);
      return;
    case vagueness::after_then:
      anchor_at(last_);
      e().relates = relation::after;
      when.begin_earliest = bound::at(last_.days.first);
      when.begin_grain = last_.precision;
      return;
  }
}

}  // namespace zeitstrahl
