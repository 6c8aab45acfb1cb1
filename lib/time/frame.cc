#include "time/frame.h"

#include <algorithm>

#include "time/bind.h"
#include "time/shift.h"

namespace zeitstrahl {
namespace {

std::uint8_t symbol_of(const time_expression& e, const resolution_trace& t) {
  if (e.vague) return symbol_vague_expression;
  if (t.reference) return symbol_reference_expression;
  switch (e.type) {
    case timex_type::date:
      return symbol_date_expression;
    case timex_type::time:
      return symbol_time_expression;
    case timex_type::duration:
      return symbol_duration_expression;
    case timex_type::set:
      return symbol_set_expression;
  }
  return symbol_date_expression;
}

bool ends_before(const interval& a, const interval& b) {
  return a.end_latest.given() && b.begin_earliest.given() &&
         a.end_latest.date < b.begin_earliest.date;
}

class framer {
 public:
  framer(const document& article, const words_around& words,
         const std::vector<resolution_trace>& traces, std::vector<time_expression>& expressions)
      : article_(article), words_(words), traces_(traces), expressions_(expressions) {}

  void apply(const frame& f, std::uint32_t first, std::uint32_t second) {
    time_expression& e = expressions_[first];
    e.frame = f.name;
    switch (f.kind) {
      case frame_kind::during:
        e.relates = relation::during;
        return;
      case frame_kind::since:
        return since(e, traces_[first]);
      case frame_kind::until:
        return until(e, traces_[first]);
      case frame_kind::from:
        e.relates = relation::from;
        if (!e.when.empty()) open_end(e.when, bound::open());
        return;
      case frame_kind::between:
        return between(f, e, expressions_[second]);
      case frame_kind::before:
        return before(e);
      case frame_kind::after:
        return after(e);
      case frame_kind::ago:
        return from_publication(f, first, second, -1);
      case frame_kind::ahead:
        return from_publication(f, first, second, 1);
      case frame_kind::until_ago:
        from_publication(e, traces_[first], -1);
        return end_only(e);
      case frame_kind::ago_from:
        return from_day(f, e, second, -1);
      case frame_kind::ahead_from:
        return from_day(f, e, second, 1);
      case frame_kind::before_day:
        return beside_day(f, e, traces_[first], second, -1);
      case frame_kind::after_day:
        return beside_day(f, e, traces_[first], second, 1);
      case frame_kind::up_to:
        return up_to(f, e, traces_[first], second);
      case frame_kind::within:
        return within(e, traces_[first]);
      case frame_kind::close:
        e.when.approximate = true;
        return;
      case frame_kind::count_:
        return;
    }
  }

  // "von [Freitag], [20 Uhr], bis ...": the day of a clock that a frame bounds is bounded with it.
  static void give_bound(time_expression& day_said, const time_expression& clock) {
    if (!is_bounding(clock.relates)) return;
    day_said.frame = clock.frame;
    day_said.relates = clock.relates;
    day_said.when = clock.when;
  }

 private:
  static bool is_bounding(relation r) {
    return r == relation::since || r == relation::from || r == relation::until ||
           r == relation::between;
  }

  bound now() const {
    return article_.published ? bound::at(*article_.published) : bound::unknown();
  }

  static void open_end(interval& when, bound earliest) {
    when.end_earliest = earliest;
    when.end_latest = bound::open();
  }

  void since(time_expression& e, const resolution_trace& t) {
    e.relates = relation::since;
    if (e.type == timex_type::duration && e.when.empty()) {
      if (!article_.published) {
        e.reading = resolution::unresolved;
        return;
      }
      e.anchor = anchor_kind::publication;
      e.when.end_basis = basis::implied;
      if (t.number == absent) {  // "seit Jahren": no begin is said
        open_end(e.when, now());
        e.end_point = *article_.published;
        return;
      }
      if (is_beyond_calendar(t.number, t.unit)) return;
      e.when = shifted(*article_.published, -t.number, t.unit);
      e.when.approximate = e.mod == timex_mod::approx;
      e.begin_point = e.when.begin_earliest.date;
      e.end_point = *article_.published;
    }
    if (e.when.empty()) return;
    open_end(e.when, now());
    e.when.end_grain = grain::day;
  }

  void until(time_expression& e, const resolution_trace& t) {
    e.relates = relation::until;
    if (e.type == timex_type::duration && t.number != absent) return;  // "bis zu drei Jahre"
    end_only(e);
  }

  static void end_only(time_expression& e) {
    e.relates = relation::until;
    if (e.when.empty()) return;
    e.when.begin_earliest = e.when.begin_latest = bound::unknown();
    e.when.begin_grain = e.when.end_grain;
  }

  static void between(const frame& f, time_expression& first, time_expression& second) {
    const bool both = !first.when.empty() && !second.when.empty();
    if (both && ends_before(second.when, first.when)) return;  // no range, whatever it is
    second.frame = f.name;
    first.relates = second.relates = relation::between;
    if (!both) return;
    interval whole = first.when;
    whole.end_earliest = second.when.end_earliest;
    whole.end_latest = second.when.end_latest;
    whole.end_grain = second.when.end_grain;
    whole.end_basis = second.when.end_basis;
    whole.approximate |= second.when.approximate;
    first.when = second.when = whole;
  }

  static void before(time_expression& e) {
    e.relates = relation::before;
    if (!e.when.begin_earliest.given()) return;
    const bound limit = e.when.begin_earliest;
    const bound latest = e.when.begin_latest;
    e.when.begin_earliest = e.when.begin_latest = bound::unknown();
    e.when.end_earliest = limit;
    e.when.end_latest = latest;
    e.when.end_grain = e.when.begin_grain;
  }

  static void after(time_expression& e) {
    e.relates = relation::after;
    if (!e.when.end_latest.given()) return;
    const bound limit = e.when.end_latest;
    e.when.begin_earliest = e.when.end_earliest;
    e.when.begin_latest = limit;
    e.when.end_earliest = e.when.end_latest = bound::unknown();
    e.when.begin_grain = e.when.end_grain;
  }

  // "vor drei Jahren" and, with a second, "in zwei bis drei Jahren": somewhere in both.
  void from_publication(const frame& f, std::uint32_t first, std::uint32_t second, int sign) {
    time_expression& e = expressions_[first];
    from_publication(e, traces_[first], sign);
    if (second == first) return;
    time_expression& other = expressions_[second];
    other.frame = f.name;
    from_publication(other, traces_[second], sign);
    if (e.when.empty() || other.when.empty()) return;
    const interval& early = sign < 0 ? other.when : e.when;
    const interval& late = sign < 0 ? e.when : other.when;
    interval both = early;
    both.begin_latest = late.begin_latest;
    both.end_latest = late.end_latest;
    both.end_grain = late.end_grain;
    both.approximate |= late.approximate;
    e.when = other.when = both;
  }

  // "vor drei Jahren", "in drei Jahren": a point, as exact as its unit.
  void from_publication(time_expression& e, const resolution_trace& t, int sign) {
    // "in den letzten drei Jahren", "in den ersten drei Jahren" say more themselves.
    if (!e.when.empty() || t.part != 0) return;
    const bool told = t.told && sign > 0;
    // "in drei Tagen besuchte er 40 Orte"
    if (sign > 0 && !told && t.duration && words_.tells_what_was(*t.duration)) return;
    if (!article_.published || told) {
      e.reading = resolution::unresolved;
      return;
    }
    e.anchor = anchor_kind::publication;
    e.relates = relation::at;
    const bound now = this->now();
    if (t.number == absent) {  // "vor Jahren", "in wenigen Tagen"
      e.when = {};
      e.when.begin_basis = e.when.end_basis = basis::implied;
      if (sign < 0) {
        e.relates = relation::before;
        e.when.end_latest = now;
        e.end_point = *article_.published;
      } else {
        e.relates = relation::after;
        e.when.begin_earliest = now;
        e.begin_point = *article_.published;
      }
      return;
    }
    if (is_beyond_calendar(t.number, t.unit)) return;
    e.when = shifted(*article_.published, sign * t.number, t.unit);
    e.when.approximate = e.mod == timex_mod::approx;
    (sign < 0 ? e.begin_point : e.end_point) = e.when.begin_earliest.date;
    (sign < 0 ? e.end_point : e.begin_point) = *article_.published;
  }

  // "heute vor drei Jahren": both are the day, or the month, that lies so far from the first;
  // where the first is coarser than the duration's unit, that counts from the publication.
  void from_day(const frame& f, time_expression& first, std::uint32_t second, int sign) {
    time_expression& e = expressions_[second];
    e.frame = f.name;
    const resolution_trace& t = traces_[second];
    const grain unit = first.when.begin_grain;
    const bool counts = first.when.single_unit() && unit >= grain::day && t.number != absent &&
                        t.unit >= static_cast<double>(unit);
    if (!counts) return from_publication(e, t, sign);
    day from = first.when.begin_earliest.date;
    if (t.unit == static_cast<double>(grain::year) && article_.published &&
        first.when.begin_basis != basis::stated) {
      // "im Oktober vor zwei Jahren": whichever October was meant, the years count from now.
      from = add_years(from, to_civil(*article_.published).year - to_civil(from).year);
    }
    const day there = day_away(from, sign * t.number, t.unit);
    first.when = e.when = in_unit(unit_of(there, unit), unit, basis::implied);
    e.relates = relation::at;
    e.anchor = anchor_kind::expression;
    e.anchor_expression = static_cast<std::uint32_t>(&first - expressions_.data());
    (sign < 0 ? e.begin_point : e.end_point) = there;
    (sign < 0 ? e.end_point : e.begin_point) = from;
  }

  // "eine Woche nach Ostern": both are the day there, as exact as the duration's unit.
  void beside_day(const frame& f, time_expression& e, const resolution_trace& t,
                  std::uint32_t second, int sign) {
    time_expression& date = expressions_[second];
    date.frame = f.name;
    const bool counts = date.when.single_unit() && t.number != absent &&
                        t.unit >= static_cast<double>(date.when.begin_grain) &&
                        date.when.begin_grain >= grain::day;
    if (!counts) return sign < 0 ? before(date) : after(date);
    const day from = sign < 0 ? date.when.begin_earliest.date : date.when.end_latest.date;
    e.when = shifted(from, sign * t.number, t.unit);
    (sign < 0 ? e.begin_point : e.end_point) = e.when.begin_earliest.date;
    (sign < 0 ? e.end_point : e.begin_point) = from;
    e.relates = relation::at;
    e.anchor = anchor_kind::expression;
    e.anchor_expression = second;
    date.when = e.when;
  }

  // "um zwei Jahre bis 2015": the duration ends with the date.
  void up_to(const frame& f, time_expression& e, const resolution_trace& t, std::uint32_t second) {
    time_expression& date = expressions_[second];
    date.frame = f.name;
    const interval end = date.when;
    until(date, traces_[second]);
    if (t.number == absent || !end.end_latest.given()) return;
    const day last = end.end_latest.date;
    e.when = shifted(last, -t.number, t.unit);
    e.when.end_earliest = end.end_earliest;
    e.when.end_latest = end.end_latest;
    e.when.end_grain = end.end_grain;
    e.begin_point = e.when.begin_earliest.date;
    e.end_point = last;
    e.anchor = anchor_kind::expression;
    e.anchor_expression = second;
  }

  // "binnen vier Jahren": from the publication on, to the end of the duration.
  void within(time_expression& e, const resolution_trace& t) {
    e.relates = relation::during;
    if (e.type != timex_type::duration) return;
    if (!article_.published || t.told || tells_of_the_past(t)) {
      e.reading = resolution::unresolved;
      return;
    }
    if (t.number == absent || !e.when.empty()) return;  // its own words say more
    e.anchor = anchor_kind::publication;
    const interval end = shifted(*article_.published, t.number, t.unit);
    e.when = end;
    e.when.begin_earliest = e.when.begin_latest = now();
    e.begin_point = *article_.published;
    e.end_point = end.begin_earliest.date;
  }

  // A duration in a clause that does.
  bool tells_of_the_past(const resolution_trace& t) const {
    return t.duration && words_.tense_of(*t.duration) == tense::past;
  }

  const document& article_;
  const words_around& words_;
  const std::vector<resolution_trace>& traces_;
  std::vector<time_expression>& expressions_;
};

// One symbol for each expression, the tokens' own elsewhere.
void collapse(const scanned_text& scanned, const std::vector<said_expression>& said,
              const std::vector<resolution_trace>& traces,
              const std::vector<time_expression>& expressions, frame_memory& memory) {
  memory.symbols.clear();
  memory.expression_at.clear();
  memory.places.clear();
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < said.size(); ++i) {
    memory.symbols.append(scanned.symbols, at, said[i].tokens.begin);
    memory.expression_at.resize(memory.symbols.size(), time_expression::none);
    memory.places.push_back(memory.symbols.size());
    memory.symbols.first += static_cast<char>(symbol_of(expressions[i], traces[i]));
    memory.expression_at.push_back(i);
    at = said[i].tokens.end;
  }
  memory.symbols.append(scanned.symbols, at, static_cast<std::uint32_t>(scanned.symbols.size()));
  memory.expression_at.resize(memory.symbols.size(), time_expression::none);
}

// Where frames can be: about the expressions, as far as the longest of them reaches.  Ranges of
// symbols, in order.
class stretches {
 public:
  explicit stretches(const frame_memory& memory) : memory_(memory) {}

  // The next one, half-open; false behind the last.
  bool next(std::size_t& begin, std::size_t& end) {
    const std::vector<std::size_t>& places = memory_.places;
    if (at_ == places.size()) return false;
    begin = places[at_] - std::min(places[at_], reach);
    while (at_ + 1 < places.size() && places[at_ + 1] - places[at_] <= 2 * reach) ++at_;
    end = std::min(memory_.symbols.size(), places[at_++] + reach + 1);
    return true;
  }

 private:
  static constexpr std::size_t reach = 12;  // symbols beside an expression

  const frame_memory& memory_;
  std::size_t at_ = 0;  // index of an expression
};

// From bytes of a stretch's code to symbols of the text.
void to_symbols(const coded_symbols& coded, std::size_t stretch, int groups,
                matcher::match& found) {
  const auto begin = static_cast<std::uint32_t>(stretch);
  const auto move = [&](matcher::range& r) {
    if (r.matched()) r = {begin + coded.symbol_at(r.begin), begin + coded.symbol_at(r.end)};
  };
  move(found.where);
  for (int i = 0; i <= groups; ++i) move(found.groups[static_cast<std::size_t>(i)]);
}

}  // namespace

void apply_frames(const language& tables, const document& article, const words_around& words,
                  const scanned_text& scanned, const std::vector<said_expression>& said,
                  const std::vector<resolution_trace>& traces,
                  std::vector<time_expression>& expressions, frame_memory& memory) {
  if (expressions.empty() || tables.frames().empty()) return;
  collapse(scanned, said, traces, expressions, memory);
  framer framed(article, words, traces, expressions);
  stretches all(memory);
  matcher::match found;
  std::size_t begin = 0;
  std::size_t end = 0;
  while (all.next(begin, end)) {
    memory.coded.assign(memory.symbols, static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end));
    const std::size_t stretch = begin;
    std::size_t at = 0;  // byte
    while (tables.frame_matcher().find(memory.coded.code(), at, memory.seen, found)) {
      at = found.groups[tables.frames()[found.pattern].pattern.extents.back()].end;
      to_symbols(memory.coded, stretch, tables.frames()[found.pattern].pattern.groups, found);
      const frame& f = tables.frames()[found.pattern];
      const matcher::range first = found.groups[f.pattern.extents.front()];
      const matcher::range last = found.groups[f.pattern.extents.back()];
      const std::uint32_t opening = memory.expression_at[first.begin];
      const std::uint32_t closing = memory.expression_at[last.begin];
      framed.apply(f, opening, closing);
      // Symbols of a frame beside its expressions are tokens.
      std::uint32_t previous = time_expression::none;
      for (std::size_t i = found.where.begin; i < last.end; ++i) {
        const std::uint32_t here = memory.expression_at[i];
        if (here == time_expression::none) continue;
        const std::size_t lead = i - found.where.begin;
        expressions[here].phrase.begin =
            previous == time_expression::none
                ? scanned.tokens[said[here].tokens.begin - lead].where.begin
                : scanned.tokens[said[previous].tokens.end].where.begin;
        if (here < opening) framed.give_bound(expressions[here], expressions[opening]);
        if (here > opening && here < closing)
          framed.give_bound(expressions[here], expressions[closing]);
        previous = here;
      }
      // "von Juni an": its end; "seit Juni und bis": already the next one.
      const std::size_t tail = f.kind == frame_kind::since ? 0 : found.where.end - last.end;
      expressions[closing].phrase.end =
          scanned.tokens[said[closing].tokens.end - 1 + tail].where.end;
    }
  }
  bind_durations(traces, expressions);
}

}  // namespace zeitstrahl
