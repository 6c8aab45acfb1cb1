#include "compare/judge.h"

namespace zeitstrahl {
namespace {

using kind = time_relation::kind;

bool overlap(const day_range& a, const day_range& b) {
  return a.first <= b.last && b.first <= a.last;
}

std::int32_t length(const day_range& r) { return r.last - r.first; }

// `worse` keeps what differs more: apart before overlapping before equal.
void add_side(std::optional<time_relation>& out, const day_range& a, const day_range& b, aspect in,
              bool across = false) {
  time_relation found;
  found.is = a == b ? kind::equal : overlap(a, b) ? kind::overlapping : kind::apart;
  found.in = in;
  found.across = across;
  if (found.is == kind::overlapping) {
    found.first_coarser = length(a) > length(b);
    found.second_coarser = length(b) > length(a);
  }
  if (!out || found.is > out->is) out = found;
}

const days& side(const subject& s) { return s.at ? s.at : s.begin ? s.begin : s.end; }

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
  return w.about->former || (w.said->mode == modality::planned && w.published && !w.to_come());
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
    const bool held_before = claim.about->begin->last < denial.about->begin->first;
    if (held_before && second_denies) return status_verdict(verdict::status_changed);
    return std::nullopt;
  }
  // Called off, and planned anew.
  if (!second_denies && denial.to_come() && second.said->mode == modality::planned) {
    return verdict_on(verdict::moved, t);
  }
  return std::nullopt;
}

// Both say that it is so, at times that exclude each other.
std::optional<finding> judge_apart(const witness& first, const witness& second,
                                   const time_relation& t) {
  if (t.across) return std::nullopt;
  if (first.said->mode == modality::possible || second.said->mode == modality::possible) {
    return std::nullopt;
  }
  if (overtaken(first) || overtaken(second)) return std::nullopt;
  if (t.in == aspect::begin && (first.about->begins_now || second.about->begins_now)) {
    return std::nullopt;
  }
  // What happens again and again has many dates, each of them true.
  const bool recurs = t.in == aspect::time && !(first.about->once && second.about->once);
  const bool passed = second.published && side(*first.about)->last < *second.published;
  if (recurs && passed && !second.about->change) return std::nullopt;
  if (first.to_come() && later(first, second)) {
    const bool planned = first.said->mode == modality::planned;
    const bool came_otherwise = planned && second.done() && second.said->mode == modality::actual;
    const bool planned_anew = planned && second.to_come() && much_later(first, second);
    if (second.about->change || came_otherwise || planned_anew) {
      return verdict_on(verdict::moved, t);
    }
  }
  if (recurs) return std::nullopt;
  return verdict_on(verdict::conflict, t);
}

}  // namespace

bool witness::to_come() const {
  if (!published) return said->mode == modality::planned;
  const bool of_end = about->end && said->mode == modality::actual;
  const days& range = of_end ? about->end : side(*about);
  if (about->begins_now && !of_end) return said->mode == modality::planned;
  return range && range->last > *published;
}

bool witness::done() const {
  const days& range = side(*about);
  return published && range && range->first <= *published;
}

std::optional<time_relation> relate(const subject& a, const subject& b) {
  std::optional<time_relation> out;
  if (a.at && b.at) {
    add_side(out, *a.at, *b.at, aspect::time);
    return out;
  }
  if (a.begin && b.begin) add_side(out, *a.begin, *b.begin, aspect::begin);
  if (a.end && b.end) add_side(out, *a.end, *b.end, aspect::end);
  if (a.at && b.begin) add_side(out, *a.at, *b.begin, aspect::begin, true);
  if (a.begin && b.at) add_side(out, *a.begin, *b.at, aspect::begin, true);
  return out;
}

std::optional<finding> judge(const witness& first, const witness& second) {
  const auto t = relate(*first.about, *second.about);
  if (!t) return std::nullopt;
  const bool first_denies = first.said->mode == modality::negated;
  const bool second_denies = second.said->mode == modality::negated;
  if (first_denies != second_denies) return judge_denial(first, second, *t);
  if (t->is == kind::apart) return judge_apart(first, second, *t);
  const bool fulfilled = first.said->mode == modality::planned && first.to_come() &&
                         second.said->mode == modality::actual && second.done() &&
                         later(first, second) && !second.about->former;
  if (fulfilled) return verdict_on(verdict::fulfilled, *t);
  return verdict_on(t->is == kind::equal ? verdict::equal : verdict::compatible, *t);
}

}  // namespace zeitstrahl
