#include "lang/matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr std::int64_t memory_limit = 64 << 20;  // for automata, bytes

RE2::Options make_options(bool captures) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_never_capture(!captures);
  options.set_log_errors(false);
  options.set_max_mem(memory_limit);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

struct matcher::state {
  std::unique_ptr<RE2> any;
  std::unique_ptr<RE2::Set> which;
  std::vector<std::unique_ptr<RE2>> single;
  std::vector<int> groups;
};

matcher::matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;
matcher::~matcher() = default;

result<matcher> matcher::compile(const std::vector<compiled_pattern>& patterns) {
  matcher out;
  out.state_ = std::make_unique<state>();
  state& s = *out.state_;
  s.which = std::make_unique<RE2::Set>(make_options(false), RE2::ANCHOR_BOTH);
  std::string all;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const compiled_pattern& p = patterns[i];
    const auto fail = [&](const std::string& message) {
      return zeitstrahl::error{error_kind::bad_input, std::to_string(i), message};
    };
    if (p.groups + 1 > static_cast<int>(max_groups)) {
      return fail("more than " + std::to_string(max_groups - 1) + " slots and extents");
    }
    s.single.push_back(std::make_unique<RE2>(p.captures, make_options(true)));
    if (!s.single.back()->ok()) return fail(s.single.back()->error());
    std::string message;
    if (s.which->Add(p.plain, &message) < 0) return fail(message);
    s.groups.push_back(p.groups);
    all += (i > 0 ? "|(?:" : "(?:") + p.plain + ")";
  }
  s.any = std::make_unique<RE2>(all, make_options(false));
  if (!s.any->ok() || !s.which->Compile()) {
    return zeitstrahl::error{error_kind::bad_input, "",
                             "the patterns together are too large for one automaton"};
  }
  return out;
}

bool matcher::find(std::string_view symbols, std::size_t from, match& found) const {
  re2::StringPiece where;
  if (!state_->any->Match(piece(symbols), from, symbols.size(), RE2::UNANCHORED, &where, 1)) {
    return false;
  }
  found.where.begin = static_cast<std::uint32_t>(where.data() - symbols.data());
  found.where.end = found.where.begin + static_cast<std::uint32_t>(where.size());
  std::vector<int> matched;
  RE2::Set::ErrorInfo problem;
  if (state_->which->Match(where, &matched, &problem) && !matched.empty()) {
    found.pattern = static_cast<std::uint32_t>(*std::min_element(matched.begin(), matched.end()));
    return true;
  }
  // The set ran out of memory: ask the patterns one by one.
  for (std::size_t i = 0; i < state_->single.size(); ++i) {
    if (!RE2::FullMatch(where, *state_->single[i])) continue;
    found.pattern = static_cast<std::uint32_t>(i);
    return true;
  }
  return false;
}

void matcher::capture(std::string_view symbols, const match& found,
                      range (&groups)[max_groups]) const {
  const std::string_view matched =
      symbols.substr(found.where.begin, found.where.end - found.where.begin);
  re2::StringPiece pieces[max_groups];
  const int count = state_->groups[found.pattern] + 1;
  state_->single[found.pattern]->Match(piece(matched), 0, matched.size(), RE2::ANCHOR_BOTH, pieces,
                                       count);
  for (int i = 0; i < count; ++i) {
    if (pieces[i].data() == nullptr) {
      groups[i] = {};
      continue;
    }
    groups[i].begin =
        found.where.begin + static_cast<std::uint32_t>(pieces[i].data() - matched.data());
    groups[i].end = groups[i].begin + static_cast<std::uint32_t>(pieces[i].size());
  }
}

bool matcher::matches_nothing(std::uint32_t pattern) const {
  return RE2::FullMatch("", *state_->single[pattern]);
}

}  // namespace zeitstrahl
