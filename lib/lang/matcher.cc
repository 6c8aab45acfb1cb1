#include "lang/matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr std::size_t kept_answers = 4096;
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

// A pattern with its groups, compiled when it is first asked for: few texts meet them all.
class grouping_pattern {
 public:
  explicit grouping_pattern(std::string source) : source_(std::move(source)) {}
  const RE2& get() {
    std::call_once(made_, [this] { compiled_.emplace(source_, make_options(true)); });
    return *compiled_;
  }

 private:
  std::string source_;
  std::once_flag made_;
  std::optional<RE2> compiled_;
};

}  // namespace

struct matcher::state {
  pattern_starts starts;
  std::unique_ptr<RE2> any;
  std::unique_ptr<RE2::Set> which;
  std::deque<grouping_pattern> single;
  std::vector<int> groups;
  std::uint64_t id = 0;  // no two matchers of a program have the same
};

matcher::matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;
matcher::~matcher() = default;

result<matcher> matcher::compile(const std::vector<compiled_pattern>& patterns,
                                 pattern_starts starts) {
  matcher out;
  out.state_ = std::make_unique<state>();
  state& s = *out.state_;
  static std::atomic<std::uint64_t> last_id = 0;
  s.id = ++last_id;
  s.starts = std::move(starts);
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
    s.single.emplace_back(p.captures);
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

bool matcher::find(std::string_view symbols, std::size_t from, memory& seen, match& found) const {
  if (state_->single.empty()) return false;
  re2::StringPiece where;
  const auto begins = [&](std::size_t at) {
    return state_->starts.may_begin(symbols, at) &&
           state_->any->Match(piece(symbols), at, symbols.size(), RE2::ANCHOR_START, &where, 1);
  };
  while (from < symbols.size() && !begins(from)) ++from;
  if (from >= symbols.size()) return false;
  if (seen.matcher_id != state_->id) {
    seen.matcher_id = state_->id;
    seen.answers.assign(kept_answers, {});
  }
  const std::string_view stretch(where.data(), where.size());
  memory::answer& kept = seen.answers[std::hash<std::string_view>()(stretch) % kept_answers];
  if (kept.stretch != stretch) {
    kept.stretch.clear();
    if (!identify(stretch, kept.found)) return false;
    kept.stretch = stretch;
  }
  const auto begin = static_cast<std::uint32_t>(where.data() - symbols.data());
  const auto moved = [&](range r) {
    return r.matched() ? range{begin + r.begin, begin + r.end} : r;
  };
  found.pattern = kept.found.pattern;
  found.where = moved(kept.found.where);
  for (int i = 0; i <= state_->groups[found.pattern]; ++i) {
    found.groups[i] = moved(kept.found.groups[i]);
  }
  return true;
}

// The first pattern that matches the whole stretch, and its groups.
bool matcher::identify(std::string_view stretch, match& found) const {
  std::vector<int> matched;
  RE2::Set::ErrorInfo problem;
  if (state_->which->Match(piece(stretch), &matched, &problem) && !matched.empty()) {
    found.pattern = static_cast<std::uint32_t>(*std::min_element(matched.begin(), matched.end()));
  } else {  // the set ran out of memory: ask the patterns one by one
    const auto matches = [&](grouping_pattern& pattern) {
      return RE2::FullMatch(piece(stretch), pattern.get());
    };
    const auto first = std::find_if(state_->single.begin(), state_->single.end(), matches);
    if (first == state_->single.end()) return false;
    found.pattern = static_cast<std::uint32_t>(first - state_->single.begin());
  }
  re2::StringPiece pieces[max_groups];
  const int count = state_->groups[found.pattern] + 1;
  const RE2& pattern = state_->single[found.pattern].get();
  pattern.Match(piece(stretch), 0, stretch.size(), RE2::ANCHOR_BOTH, pieces, count);
  for (int i = 0; i < count; ++i) {
    found.groups[i] = {};
    if (pieces[i].data() == nullptr) continue;
    found.groups[i].begin = static_cast<std::uint32_t>(pieces[i].data() - stretch.data());
    found.groups[i].end = found.groups[i].begin + static_cast<std::uint32_t>(pieces[i].size());
  }
  found.where = found.groups[0];
  return true;
}

std::optional<std::uint32_t> matcher::matching(std::string_view symbols) const {
  std::vector<int> matched;
  if (!state_->which->Match(piece(symbols), &matched) || matched.empty()) return std::nullopt;
  return static_cast<std::uint32_t>(*std::min_element(matched.begin(), matched.end()));
}

std::optional<std::uint32_t> matcher::matching_nothing() const { return matching(""); }

}  // namespace zeitstrahl
