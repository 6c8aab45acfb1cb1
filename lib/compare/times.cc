#include "compare/times.h"

#include <algorithm>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr std::int32_t now_days = 3;  // what articles mean by "from now on" lies as near

days range_of(const bound& earliest, const bound& latest) {
  const bound& first = earliest.given() ? earliest : latest;
  const bound& last = latest.given() ? latest : earliest;
  if (!first.given()) return std::nullopt;
  return day_range{first.date, std::max(first.date, last.date)};
}

// A range known only "about" may be off by its own length; one that was counted from today by
// whole units has that room already.
days widened(days range, bool about, basis where_from) {
  if (!range || !about || where_from == basis::implied) return range;
  const std::int32_t length = range->last - range->first + 1;
  return day_range{range->first - length, range->last + length};
}

// Now, where the article says "from now on", is no date that others could contradict.
bool is_now(const days& range, std::optional<day> published, basis where_from) {
  return range && published && where_from != basis::stated && range->first == *published &&
         range->last == *published;
}

// The begin, middle or end of a unit is a part of it and no vague word for it.
bool is_part(timex_mod mod) {
  return mod == timex_mod::start || mod == timex_mod::mid || mod == timex_mod::end;
}

bool is_limit(timex_mod mod) {
  return mod == timex_mod::more_than || mod == timex_mod::less_than ||
         mod == timex_mod::equal_or_more || mod == timex_mod::equal_or_less;
}

struct exactness {
  bool now_too = false;  // such a word stands beside its date: "now planned for 2014"
  bool about = false;
  bool limit = false;
  bool now = false;  // all that dates it is a word like "now"
};

exactness exactness_of(const timeline& article, const statement& s) {
  exactness out;
  bool part = false;
  std::size_t dated = 0;
  std::size_t by_now = 0;
  for (const std::uint32_t index : s.claims) {
    for (const std::uint32_t e : article.claims[index].expressions) {
      const time_expression& expression = article.expressions[e];
      ++dated;
      by_now += expression.value == "PRESENT_REF";
      part = part || is_part(expression.mod);
      out.limit = out.limit || is_limit(expression.mod);
      out.about = out.about || expression.mod == timex_mod::approx;
    }
  }
  out.about = out.about || (s.when.approximate && !part && !out.limit);
  out.now_too = by_now > 0 && by_now < dated;
  out.now = dated > 0 && by_now == dated && s.relates == relation::at;
  return out;
}

bool overlap(const day_range& a, const day_range& b) {
  return a.first <= b.last && b.first <= a.last;
}

std::int32_t length(const day_range& r) { return r.last - r.first; }

using kind = time_relation::kind;

// `out` keeps what differs more: apart before overlapping before equal.
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

}  // namespace

placed_time place_in_time(const timeline& article, const statement& s) {
  placed_time out;
  const interval& w = s.when;
  if (s.relates == relation::recurring || w.empty()) return out;
  const exactness exact = exactness_of(article, s);
  if (exact.now) return out;
  const std::optional<day> published = article.article.published;
  days begin = range_of(w.begin_earliest, w.begin_latest);
  days end = range_of(w.end_earliest, w.end_latest);
  if (!w.end_latest.given()) end.reset();  // "since 2019": goes on
  if (!w.begin_earliest.given()) begin.reset();
  out.begins_now = is_now(begin, published, w.begin_basis);
  if (out.begins_now && exact.now_too && end) {
    out.begins_now = false;
    begin = end;
  }
  if (out.begins_now) begin = day_range{*published - now_days, *published + now_days};
  if (is_now(end, published, w.end_basis)) end.reset();
  begin = widened(begin, exact.about, w.begin_basis);
  end = widened(end, exact.about, w.end_basis);
  out.loose = exact.about || exact.limit;
  const bool to_come = s.mode == modality::planned || s.mode == modality::possible;
  if (to_come && end && !begin && published && end->last > *published) {
    out.term = day_range{*published + 1, end->last};
  }
  if (begin && end && *begin == *end) {
    out.at = begin;
  } else {
    out.begin = begin;
    out.end = end;
  }
  return out;
}

std::optional<time_relation> relate(const placed_time& a, const placed_time& b) {
  std::optional<time_relation> out;
  if (a.at && b.at) {
    add_side(out, *a.at, *b.at, aspect::time);
    return out;
  }
  if (a.begin && b.begin) add_side(out, *a.begin, *b.begin, aspect::begin);
  if (a.end && b.end) add_side(out, *a.end, *b.end, aspect::end);
  if (a.at && b.begin) add_side(out, *a.at, *b.begin, aspect::begin, true);
  if (a.begin && b.at) add_side(out, *a.begin, *b.at, aspect::begin, true);
  if (out) return out;
  if (a.at && b.end) add_side(out, *a.at, *b.end, aspect::end, true);
  if (a.end && b.at) add_side(out, *a.end, *b.at, aspect::end, true);
  if (out && out->is != kind::apart) return out;
  out.reset();
  for (const auto& [term, event] : {std::pair(a.term, b.at), std::pair(b.term, a.at)}) {
    if (!term || !event || event->last < term->first) continue;
    out = time_relation{};
    out->is = overlap(*term, *event) ? kind::overlapping : kind::apart;
    out->in = aspect::end;
    out->across = true;
    out->in_term = true;
    out->first_coarser = out->is == kind::overlapping && term == a.term;
    out->second_coarser = out->is == kind::overlapping && term != a.term;
  }
  return out;
}

}  // namespace zeitstrahl
