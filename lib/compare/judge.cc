#include "compare/judge.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

using kind = time_relation::kind;

constexpr double least_denied = 0.7;  // of the weight of a denial whose verb the other lacks

std::optional<finding> verdict_on(verdict is, const time_relation& t) {
  finding out;
  out.is = is;
  out.in = t.in;
  out.first_coarser = t.first_coarser;
  out.second_coarser = t.second_coarser;
  return out;
}

std::optional<finding> status_verdict(verdict is) {
  finding out;
  out.is = is;
  out.in = aspect::status;
  return out;
}

// Days from the first publication to the second, or nothing.
std::optional<std::int32_t> days_between(const witness& first, const witness& second) {
  if (!first.published || !second.published) return std::nullopt;
  return *second.published - *first.published;
}

bool later(const witness& first, const witness& second) {
  return days_between(first, second).value_or(0) > 0;
}

bool much_later(const witness& first, const witness& second) {
  return days_between(first, second).value_or(0) >= plan_days;
}

// A plan of which the article itself says, or whose date shows, that it came to nothing.
bool overtaken(const witness& w) {
  return w.about->former || (w.planned() && w.published && !w.to_come());
}

// That what the other says is not so: not only something else that is said beside it.
bool denies_it(const witness& denial, const witness& claim) {
  const subject& denied = *denial.about;
  const bool same_verb = std::any_of(denied.predicates.begin(), denied.predicates.end(),
                                     [&](term t) { return mentions(claim.about->words, t); });
  if (same_verb) return true;
  double said = 0;
  for (const mention& w : denied.words) said += mentions(claim.about->words, w.is) ? w.weight : 0;
  return said >= least_denied * denied.weight;
}

// One says that it holds or will be, the other that it does not.
std::optional<finding> judge_denial(const witness& first, const witness& second,
                                    const time_relation& t) {
  if (t.across) return std::nullopt;
  const bool second_denies = second.said->mode == modality::negated;
  if (t.is != kind::apart) {
    const bool answers = second_denies && second.denies && !much_later(first, second);
    const bool changed = later(first, second) && !answers;
    return status_verdict(changed ? verdict::status_changed : verdict::conflict);
  }
  const witness& denial = second_denies ? second : first;
  const witness& claim = second_denies ? first : second;
  if (t.in == aspect::begin && !claim.to_come()) {
    const bool held_before = claim.time().begin->last < denial.time().begin->first;
    if (held_before && second_denies) return status_verdict(verdict::status_changed);
    return std::nullopt;
  }
  // Called off, and planned anew.
  if (!second_denies && denial.to_come() && second.said->mode == modality::planned) {
    return verdict_on(verdict::moved, t);
  }
  return std::nullopt;
}

// What happens again and again has many dates, each of them true.
bool recurs(const witness& first, const witness& second, const time_relation& t) {
  if (first.time().is_span() && second.time().is_span()) return true;
  if (first.about->again && second.about->again) return true;
  return t.in == aspect::time && !(first.about->once && second.about->once);
}

// A time to come in the first that the second no longer gives.
bool moves(const witness& first, const witness& second, const time_relation& t) {
  if (!first.to_come() || !later(first, second)) return false;
  if (second.about->change) return true;
  const bool passed = second.published && first.time().side()->last < *second.published;
  if (t.in == aspect::end && passed && second.to_come()) return true;
  if (!first.planned()) return false;
  const bool came_otherwise = second.done() && second.happened();
  const bool planned_anew = second.to_come() && much_later(first, second);
  return came_otherwise || planned_anew;
}

// Both say that it is so, at times that exclude each other.
std::optional<finding> judge_apart(const witness& first, const witness& second,
                                   const time_relation& t) {
  if (first.said->mode == modality::possible || second.said->mode == modality::possible) {
    return std::nullopt;
  }
  if (first.time().loose || second.time().loose) return std::nullopt;
  if (overtaken(first) || overtaken(second)) return std::nullopt;
  if (t.in == aspect::begin && (first.time().begins_now || second.time().begins_now)) {
    return std::nullopt;
  }
  const bool again = recurs(first, second, t);
  const bool passed = second.published && first.time().side()->last < *second.published;
  if (again && (passed || first.time().is_span()) && !second.about->change) return std::nullopt;
  if (moves(first, second, t)) return verdict_on(verdict::moved, t);
  if (again || t.across) return std::nullopt;
  return verdict_on(verdict::conflict, t);
}

// The words of one state without a date are no date of its begin.
std::optional<finding> judge_copy(const witness& first, const witness& second) {
  time_relation t;
  if (const auto found = relate(first.time(), second.time())) t = *found;
  return verdict_on(verdict::equal, t);
}

}  // namespace

bool witness::to_come() const {
  if (!published) return planned();
  const bool of_end = time().end && said->mode == modality::actual;
  const days& range = of_end ? time().end : time().side();
  if (time().begins_now && !of_end) return planned();
  return range && range->last > *published;
}

bool witness::done() const {
  const days& range = time().side();
  return published && range && range->first <= *published;
}

bool is_copy(const witness& a, const witness& b) {
  return a.said->when == b.said->when && a.said->relates == b.said->relates &&
         a.said->mode == b.said->mode && a.about->wording == b.about->wording;
}

bool called_off(const witness& first, const witness& second) {
  return second.about->cancels && !first.about->cancels && !first.about->former &&
         first.planned() && first.to_come() && later(first, second);
}

std::optional<finding> judge(const witness& first, const witness& second) {
  if (is_copy(first, second)) return judge_copy(first, second);
  if (called_off(first, second)) return status_verdict(verdict::cancelled);
  const auto t = relate(first.time(), second.time());
  const bool first_denies = first.said->mode == modality::negated;
  const bool second_denies = second.said->mode == modality::negated;
  const bool both_deny = first_denies && second_denies;  // in whatever words
  if (!t || (first.about->cancels != second.about->cancels && !both_deny)) return std::nullopt;
  if (first_denies != second_denies) {
    const bool denied = first_denies ? denies_it(first, second) : denies_it(second, first);
    if (!denied) return std::nullopt;
    return judge_denial(first, second, *t);
  }
  if (t->is == kind::apart) return judge_apart(first, second, *t);
  if (first.planned() && first.to_come() && second.about->former && later(first, second) &&
      second.planned()) {
    return status_verdict(verdict::status_changed);  // "it should have opened in June"
  }
  const bool set = first.planned() || first.about->ended || t->in_term;
  const bool fulfilled = set && first.to_come() && second.happened() && second.done() &&
                         later(first, second) && !second.about->former;
  if (t->in_term && !fulfilled) return std::nullopt;
  if (fulfilled) return verdict_on(verdict::fulfilled, *t);
  return verdict_on(t->is == kind::equal ? verdict::equal : verdict::compatible, *t);
}

}  // namespace zeitstrahl
