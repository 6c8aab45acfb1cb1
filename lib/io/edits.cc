#include "io/edits.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

// Walks along edits with a middle text in order, and knows how far both sides have moved.
struct walker {
  const std::vector<edit>& edits;
  std::size_t next = 0;
  std::int64_t shift = 0;  // from the middle to the other side, behind the edits passed

  bool done() const { return next == edits.size(); }
};

std::int64_t moved(span here, span there) { return std::int64_t{there.end} - here.end; }

std::uint32_t shifted(std::uint32_t at, std::int64_t by) {
  return static_cast<std::uint32_t>(at + by);
}

}  // namespace

void edited_text::copy_until(std::size_t end) {
  if (end <= at_) return;
  text_ += source_.substr(at_, end - at_);
  at_ = std::min(end, source_.size());
}

void edited_text::replace(std::size_t end, std::string_view with) {
  end = std::min(end, source_.size());
  if (end < at_ || source_.substr(at_, end - at_) == with) return copy_until(end);
  const span from{narrow(at_), narrow(end)};
  const std::uint32_t begin = narrow(text_.size());
  text_ += with;
  at_ = end;
  edits_.push_back({from, {begin, narrow(text_.size())}});
}

std::vector<edit> then(const std::vector<edit>& first, const std::vector<edit>& second) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  std::vector<edit> out;
  walker to_source{first};
  walker to_text{second};
  while (!to_source.done() || !to_text.done()) {
    // A cluster of edits that overlap or touch in the middle text.
    span middle{UINT32_MAX, 0};
    if (!to_source.done()) middle.begin = first[to_source.next].to.begin;
    if (!to_text.done()) middle.begin = std::min(middle.begin, second[to_text.next].from.begin);
    middle.end = middle.begin;
    edit whole{{shifted(middle.begin, to_source.shift), 0},
               {shifted(middle.begin, to_text.shift), 0}};
    for (bool grew = true; grew;) {
      grew = false;
      if (!to_source.done() && first[to_source.next].to.begin <= middle.end) {
        const edit& e = first[to_source.next++];
        middle.end = std::max(middle.end, e.to.end);
        to_source.shift = moved(e.to, e.from);
        grew = true;
      }
      if (!to_text.done() && second[to_text.next].from.begin <= middle.end) {
        const edit& e = second[to_text.next++];
        middle.end = std::max(middle.end, e.from.end);
        to_text.shift = moved(e.from, e.to);
        grew = true;
      }
    }
    whole.from.end = shifted(middle.end, to_source.shift);
    whole.to.end = shifted(middle.end, to_text.shift);
    out.push_back(whole);
  }
  return out;
}

span carry(span where, const std::vector<edit>& edits) {
  const auto before = [](const edit& e, std::uint32_t at) { return e.from.begin < at; };
  // The edit that `at` lies in or behind, if there is one.
  const auto place = [&](std::uint32_t at, bool is_end) {
    auto behind = std::lower_bound(edits.begin(), edits.end(), at, before);
    if (!is_end && behind != edits.end() && behind->from.begin == at) ++behind;
    if (behind == edits.begin()) return at;
    const edit& e = *std::prev(behind);
    if (at >= e.from.end) return shifted(at, moved(e.from, e.to));
    return is_end ? e.to.end : e.to.begin;
  };
  const span out{place(where.begin, false), place(where.end, true)};
  return {out.begin, std::max(out.begin, out.end)};
}

std::vector<change> with_originals(const std::vector<edit>& edits, std::string_view source) {
  std::vector<change> out;
  out.reserve(edits.size());
  for (const edit& e : edits) out.push_back({e.to, std::string(e.from.in(source)), ""});
  return out;
}

}  // namespace zeitstrahl
