#include "time/compose.h"

#include <algorithm>
#include <optional>

#include "time/parts.h"

namespace zeitstrahl {
namespace {

using enum argument_name;

bool has(const said_expression& said, argument_name name) { return is_given(said[name]); }

class composer {
 public:
  composer(const language& tables, const scanned_text& scanned,
           const std::vector<said_expression>& parts, said_text& out)
      : tables_(tables), scanned_(scanned), parts_(parts), out_(out) {}

  void run() {
    out_.clear();
    out_.parts.reserve(parts_.size());
    for (std::size_t i = parts_.size(); i > 0; --i) add(parts_[i - 1], i - 1);
    drop_fragments();
    std::reverse(out_.parts.begin(), out_.parts.end());
  }

 private:
  static bool is_of_calendar(const said_expression& said) {
    return can_hold(said) || said.what == meaning::part_of_day || is_bound(said) || is_half(said);
  }

  // The part behind, which is whole; parts are kept in reverse until the end.
  said_expression& behind() { return out_.parts.back(); }

  void add(said_expression part, std::size_t index) {
    while (!out_.parts.empty() && take_unit(part)) {
    }
    // "die ersten drei Monate des Jahres"
    const bool counted = part.what == meaning::opening || part.what == meaning::anchored;
    if (counted && !out_.parts.empty() && behind().what == meaning::enclosing &&
        behind().tokens.begin == part.tokens.end) {
      as_current(behind());
    }
    if (!out_.parts.empty() && precedes_unit(part)) return;
    if (!out_.parts.empty()) join(part);
    out_.parts.push_back(part);
    add_elided(index);
    add_counted(index);
  }

  // --- a part and its unit -----------------------------------------------------------------

  bool is_between(const said_expression& first, const said_expression& second, join_kind kind) {
    return is_joint(first.tokens.end, second.tokens.begin, kind);
  }

  bool is_joint(std::uint32_t from, std::uint32_t to, join_kind kind) {
    constexpr std::uint32_t longest = 6;
    if (to <= from || to - from > longest) return false;
    gap_.assign(scanned_.symbols, from, to);
    return tables_.is_join(gap_.code(), kind);
  }

  // What the words between two members do; nothing where they do not join them.
  std::optional<join_kind> between(std::uint32_t from, std::uint32_t to) {
    for (const join_kind kind : {join_kind::range, join_kind::list}) {
      if (is_joint(from, to, kind)) return kind;
    }
    return std::nullopt;
  }

  bool is_near(const said_expression& first, const said_expression& second) {
    return first.tokens.end == second.tokens.begin || is_between(first, second, join_kind::inside);
  }

  bool take_unit(said_expression& part) {
    if (!lies_in(part, behind()) || !is_near(part, behind())) return false;
    if (part.call > 0 && behind().tokens.begin != part.tokens.end) return false;
    const said_expression held = behind();
    out_.parts.pop_back();
    if (part.what == meaning::named && has(part, weekday) && has(part, direction)) {
      part.what = meaning::nth;
      part[number] = -1;
      part[direction] = absent;
    } else if (part.what == meaning::unit && !is_bound_of_current(part)) {
      part.what = meaning::nth;
      part[number] = -1;
      part[shift] = absent;
    }
    hold(part, held);
    return true;
  }

  void hold(said_expression& part, const said_expression& held) {
    part.within = static_cast<std::int32_t>(out_.containers.size());
    out_.containers.push_back(held);
    if (held.what == meaning::enclosing) as_current(out_.containers.back());
    part.tokens.end = held.tokens.end;
    part.extent.end = held.extent.end;
  }

  // "des Jahres" is the current one.
  static void as_current(said_expression& said) {
    said.what = meaning::unit;
    said[shift] = 0;
  }

  // "Anfang", "erste Haelfte" before a unit go into it.
  bool precedes_unit(const said_expression& part) {
    if (!is_bound(part) && !is_half(part)) return false;
    said_expression& whole_unit = behind();
    if (!has_bounds(whole_unit) || !is_near(part, whole_unit)) return false;
    if (is_bound(part)) {
      whole_unit[mod] = part[mod];
      whole_unit.slot_tokens[static_cast<std::size_t>(mod)] =
          part.slot_tokens[static_cast<std::size_t>(mod)];
      if (whole_unit.what == meaning::enclosing) as_current(whole_unit);
      whole_unit.tokens.begin = part.tokens.begin;
      whole_unit.extent.begin = part.extent.begin;
      return true;
    }
    const said_expression held = whole_unit;
    out_.parts.pop_back();
    said_expression half_said = part;
    hold(half_said, held);
    if (!out_.parts.empty()) join(half_said);
    out_.parts.push_back(half_said);
    return true;
  }
  // --- ranges and lists ----------------------------------------------------------------------

  // Joins the part to the one behind, which gives it what it leaves out.
  void join(said_expression& part) {
    said_expression& next = behind();
    if (!is_of_calendar(part) || !is_of_calendar(next)) return;
    if (is_bare_day(part) || is_weekday(part)) {
      // "vom 17. bis zum 19. Jahrhundert", "am Samstag, 15., und Sonntag, 16. Juni"
      const auto member = may_be_elided(next) ? read_elided(next, part.tokens.begin) : std::nullopt;
      if (member && (is_bare_day(part) || member->tokens.end > part.tokens.end)) part = *member;
    }
    const bool one_row = next.call > 0 && next.rule == part.rule &&
                         next.tokens.begin >= part.tokens.end && next.call == part.call + 1;
    std::optional<join_kind> kind = between(part.tokens.end, next.tokens.begin);
    if (one_row && !kind) kind = join_kind::list;
    if (!kind) return;
    if (is_bound(part)) {
      if (!has(next, mod)) return;
      const said_expression bound_said = part;
      part = next;
      part.tokens = bound_said.tokens;
      part.extent = bound_said.extent;
      part[mod] = bound_said[mod];
    }
    if (is_fragment(part)) return;
    if (part.what == meaning::week_number) read_as_week(next);
    next.joined = *kind;
    pass_on(next, part);
    if (part.within >= 0 && next.within >= 0 && part.within != next.within) {
      pass_on(next, out_.containers[static_cast<std::size_t>(part.within)]);
    }
  }

  // "KW 51/2024 und 1/2025": behind a week the number is one, too.
  void read_as_week(said_expression& next) {
    const bool numbers = next.what == meaning::date && has(next, year) && has(next, month) &&
                         !has(next, day) && scanned_.tokens[next.tokens.begin].is == token::number;
    if (!numbers || next.slot_tokens[static_cast<std::size_t>(month)].begin != next.tokens.begin) {
      return;
    }
    said_expression held = next;
    held[month] = absent;
    next.what = meaning::week_number;
    next[week] = next[month];
    next[month] = next[year] = absent;
    next.within = static_cast<std::int32_t>(out_.containers.size());
    out_.containers.push_back(held);
  }

  static bool is_bare_year(const said_expression& said) {
    return (said.what == meaning::date || said.what == meaning::early_year) && has(said, year) &&
           !has(said, month) && !has(said, day);
  }

  static bool is_bare_day(const said_expression& said) {
    return said.what == meaning::date && has(said, day) && !has(said, month) &&
           !has(said, weekday) && said.within < 0;
  }

  void pass_on(const said_expression& from, said_expression& to) const {
    if (is_bare_year(from) && is_bare_year(to) && has(from, era) && !has(to, era)) {
      to.what = meaning::date;
      to[era] = from[era];
      to.slot_tokens[static_cast<std::size_t>(era)] =
          from.slot_tokens[static_cast<std::size_t>(era)];
      return;
    }
    const bool days = to.what == meaning::date && !has(to, year) && !has(to, month) &&
                      to.within < 0 && has(from, day) && has(from, month);
    if (days && (from.what == meaning::date || from.what == meaning::part_of_day)) {
      to[month] = from[month];
    }
    const std::optional<grain> need = need_of(to);
    if (!need) return;
    if (from.what == meaning::date && has(from, year) && has(from, month) &&
        to.what == meaning::date && *need == grain::year) {
      to[year] = from[year];
      return;
    }
    const said_expression* holder = &from;
    while (holder->within >= 0) {
      const std::int32_t index = holder->within;
      holder = &out_.containers[static_cast<std::size_t>(index)];
      if (lies_in(to, *holder)) {
        to.within = index;
        return;
      }
    }
  }

  // --- members of which the rest is said once -----------------------------------------------

  // Whether the part's first words may be said of others before it: "3." of "3. Juni".
  static bool may_be_elided(const said_expression& said) {
    switch (said.what) {
      case meaning::date:
      case meaning::named:
      case meaning::decade:
      case meaning::century:
      case meaning::nth:
      case meaning::holiday:
      case meaning::week_number:
      case meaning::unit:
      case meaning::half_of:
        return true;
      default:
        return false;
    }
  }

  // Finds "am 3., 5." before "9. Juni", the nearest first.
  void add_elided(std::size_t index) {
    constexpr std::uint32_t farthest = 8;  // tokens before the part
    const std::uint32_t lowest = index > 0 ? parts_[index - 1].tokens.end : 0;
    while (may_be_elided(behind()) && behind().call == 0) {
      const said_expression whole_part = behind();
      bool found = false;
      for (std::uint32_t at = whole_part.tokens.begin;
           at > lowest && at + farthest > whole_part.tokens.begin; --at) {
        if (scanned_.tokens[at - 1].is == token::stop) break;
        std::optional<said_expression> member = read_elided(whole_part, at - 1);
        if (!member) continue;
        out_.parts.push_back(*member);
        found = true;
        break;
      }
      if (!found) return;
    }
  }

  // "um 9, 11 und 15 Uhr", "drei, vier oder fuenf Jahre": bare numbers before one that a row reads
  // as the first of a list.
  void add_counted(std::size_t index) {
    const std::uint32_t lowest = index > 0 ? parts_[index - 1].tokens.end : 0;
    while (behind().what == meaning::duration || behind().what == meaning::clock) {
      said_expression member = behind();
      const std::uint32_t at = member.tokens.begin;
      if (member.tokens.size() != 1 || at < lowest + 2) return;
      const std::optional<argument_name> name = slot_at(member, at);
      const token& before = scanned_.tokens[at - 2];
      const bool alike =
          scanned_.symbols[at - 1] == symbol_comma && before.is == scanned_.tokens[at].is;
      const double value = name && alike ? value_of(member, *name, at - 2) : absent;
      if (!is_given(value)) return;
      member[*name] = value;
      member.tokens = {at - 2, at - 1};
      member.slot_tokens[static_cast<std::size_t>(*name)] = member.tokens;
      member.extent = before.where;
      behind().joined = join_kind::list;
      out_.parts.push_back(member);
    }
  }

  // Reads the words from `at` on as the first words of the part.
  std::optional<said_expression> read_elided(const said_expression& part, std::uint32_t at) {
    std::uint32_t model = first_slot(part);
    if (model == part.tokens.end) return std::nullopt;
    said_expression out = part;
    const std::uint32_t first = at;
    bool replaced = false;
    while (at < part.tokens.begin && model < part.tokens.end) {
      const std::optional<argument_name> name = slot_at(part, model);
      if (name) {
        const double value = value_of(part, *name, at);
        if (!is_given(value)) return std::nullopt;
        out[*name] = value;
        out.slot_tokens[static_cast<std::size_t>(*name)] = {at, at + 1};
        replaced = true;
      } else if (scanned_.symbols[at] != scanned_.symbols[model]) {
        return std::nullopt;
      }
      ++at;
      ++model;
      if (!replaced) continue;
      const std::optional<join_kind> kind = between(at, part.tokens.begin);
      if (!kind) continue;
      behind().joined = *kind;
      out.joined = join_kind::none;
      out.tokens = {with_article(part, first), at};
      out.extent = {scanned_.tokens[out.tokens.begin].where.begin,
                    scanned_.tokens[at - 1].where.end};
      return out;
    }
    return std::nullopt;
  }

  // The article before an elided member is part of it, but for days.
  std::uint32_t with_article(const said_expression& part, std::uint32_t first) const {
    const bool out = part.what == meaning::date || part.what == meaning::nth;
    if (out || first == 0) return first;
    return tables_.is(scanned_.tokens[first - 1].entry, tables_.class_of(engine_class::article))
               ? first - 1
               : first;
  }

  static bool is_single(span tokens) { return tokens.size() == 1; }

  std::uint32_t first_slot(const said_expression& part) const {
    std::uint32_t first = part.tokens.end;
    for (const span tokens : part.slot_tokens) {
      if (is_single(tokens) && tokens.begin >= part.tokens.begin) {
        first = std::min(first, tokens.begin);
      }
    }
    return first;
  }

  std::optional<argument_name> slot_at(const said_expression& part, std::uint32_t at) const {
    for (std::size_t i = 0; i < argument_count; ++i) {
      if (is_single(part.slot_tokens[i]) && part.slot_tokens[i].begin == at) {
        return static_cast<argument_name>(i);
      }
    }
    return std::nullopt;
  }

  // The value of a token as the argument, in the words of the part's row.
  double value_of(const said_expression& part, argument_name name, std::uint32_t at) const {
    const rule& r = tables_.rules()[part.rule];
    for (const bound_argument& a : r.calls[part.call].arguments) {
      if (a.name != name || a.slot < 0) continue;
      const token& t = scanned_.tokens[at];
      const auto& slot = r.pattern.slots[static_cast<std::size_t>(a.slot)];
      if (!slot.symbols.test(scanned_.symbols[at])) return absent;
      return tables_.value_in(t, slot.classes);
    }
    return absent;
  }

  // --- what says nothing alone --------------------------------------------------------------

  static bool is_fragment(const said_expression& said) {
    return is_bound(said) || said.what == meaning::enclosing ||
           (said.within < 0 && (is_half(said) || said.what == meaning::nth));
  }

  void drop_fragments() {
    for (said_expression& said : out_.parts) {
      if (said.what != meaning::nth || said.within >= 0 || !has(said, weekday)) continue;
      // "am ersten Montag" of nothing is a Monday.
      said.what = meaning::named;
      said[number] = absent;
      said.tokens = said.slot_tokens[static_cast<std::size_t>(weekday)];
      said.extent = {scanned_.tokens[said.tokens.begin].where.begin,
                     scanned_.tokens[said.tokens.end - 1].where.end};
    }
    std::erase_if(out_.parts, is_fragment);
  }

  const language& tables_;
  const scanned_text& scanned_;
  const std::vector<said_expression>& parts_;
  said_text& out_;
  coded_symbols gap_;
};

}  // namespace

void compose(const language& tables, const scanned_text& scanned,
             const std::vector<said_expression>& parts, said_text& out) {
  composer(tables, scanned, parts, out).run();
}

}  // namespace zeitstrahl
