#include "lang/matcher.h"

#include <re2/re2.h>

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace zeitstrahl {
namespace {

constexpr std::size_t kept_answers = 4096;

RE2::Options make_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// A pattern with its groups, compiled when it is first asked for: few texts meet them all.
class grouping_pattern {
 public:
  explicit grouping_pattern(std::string source) : source_(std::move(source)) {}
  const RE2& get() {
    std::call_once(made_, [this] { compiled_.emplace(source_, make_options()); });
    return *compiled_;
  }

 private:
  std::string source_;
  std::once_flag made_;
  std::optional<RE2> compiled_;
};

}  // namespace

struct matcher::state {
  pattern_automaton all;
  std::deque<grouping_pattern> single;
  std::vector<int> groups;
  std::uint64_t id = 0;  // no two matchers of a program have the same
};

matcher::matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;
matcher::~matcher() = default;

result<matcher> matcher::compile(const std::vector<compiled_pattern>& patterns,
                                 pattern_automaton all) {
  matcher out;
  out.state_ = std::make_unique<state>();
  state& s = *out.state_;
  static std::atomic<std::uint64_t> last_id = 0;
  s.id = ++last_id;
  s.all = std::move(all);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const compiled_pattern& p = patterns[i];
    if (p.groups + 1 > static_cast<int>(max_groups)) {
      return zeitstrahl::error{
          error_kind::bad_input, std::to_string(i),
          "more than " + std::to_string(max_groups - 1) + " slots and extents"};
    }
    s.single.emplace_back(p.captures);
    s.groups.push_back(p.groups);
  }
  return out;
}

bool matcher::find(std::string_view symbols, std::size_t from, memory& seen, match& found) const {
  if (state_->single.empty()) return false;
  if (seen.matcher_id != state_->id) {
    seen.matcher_id = state_->id;
    seen.states.clear();
    seen.answers.assign(kept_answers, {});
  }
  const pattern_automaton::match longest = state_->all.next(symbols, from, seen.states);
  if (!longest) return false;
  const std::string_view stretch = symbols.substr(from, longest.end - from);
  memory::answer& kept = seen.answers[std::hash<std::string_view>()(stretch) % kept_answers];
  if (kept.stretch != stretch) {
    kept.stretch = stretch;
    find_groups(stretch, longest.pattern, kept.found);
  }
  const auto begin = static_cast<std::uint32_t>(from);
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

void matcher::find_groups(std::string_view stretch, std::uint32_t of, match& found) const {
  found.pattern = of;
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
}

std::optional<std::uint32_t> matcher::matching(std::string_view symbols) const {
  return state_->all.matching(symbols);
}

std::optional<std::uint32_t> matcher::matching_nothing() const { return matching(""); }

}  // namespace zeitstrahl
