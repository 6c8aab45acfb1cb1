#include "lang/automaton.h"

#include <algorithm>
#include <map>
#include <utility>

namespace zeitstrahl {

std::uint32_t pattern_automaton::add_place() {
  places_.emplace_back();
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void pattern_automaton::add(const pattern_tree& tree, const symbols_function& symbols_of) {
  if (places_.empty()) add_place();
  const std::uint32_t end = add_place();
  places_[end].pattern = patterns_++;
  const std::uint32_t begin = make(tree, end, symbols_of);
  places_.front().skips.push_back(begin);
}

// The place from which the tree, and then `then`, is read.
std::uint32_t pattern_automaton::make(const pattern_tree& tree, std::uint32_t then,
                                      const symbols_function& symbols_of) {
  switch (tree->is) {
    case pattern_node::kind::word_class: {
      const std::uint32_t out = add_place();
      places_[out].symbols = symbols_of(tree->classes);
      places_[out].to = then;
      return out;
    }
    case pattern_node::kind::choice: {
      const std::uint32_t out = add_place();
      for (const pattern_tree& part : tree->parts) {
        const std::uint32_t begin = make(part, then, symbols_of);
        places_[out].skips.push_back(begin);
      }
      return out;
    }
    case pattern_node::kind::repeat: {
      const std::uint32_t out = add_place();  // before another round, or the end
      const bool again = tree->repeat != '?';
      const std::uint32_t begin = make(tree->parts.front(), again ? out : then, symbols_of);
      places_[out].skips = {begin, then};
      return tree->repeat == '+' ? begin : out;
    }
    case pattern_node::kind::sequence:
    case pattern_node::kind::slot:
    case pattern_node::kind::extent:
      break;
  }
  for (std::size_t i = tree->parts.size(); i-- > 0;) {
    then = make(tree->parts[i], then, symbols_of);
  }
  return then;
}

// Makes states of the places that a symbol leads to: with all that may follow, and a state between
// the two bytes of a wide symbol.
class pattern_automaton::finisher {
 public:
  explicit finisher(pattern_automaton& of) : of_(of) {}

  void run() {
    if (of_.places_.empty()) of_.add_place();
    state_of(0);
    for (std::size_t next = 0; next < found_.size(); ++next) {
      const auto [place, number] = found_[next];
      std::map<std::uint32_t, symbol_set> ways;
      std::vector<bool> been(of_.places_.size());
      follow(place, number, been, ways);
      for (const auto& [to, symbols] : ways) add_edges(number, symbols, state_of(to));
    }
    of_.places_ = {};
  }

 private:
  std::uint32_t add_state() {
    of_.states_.emplace_back();
    return static_cast<std::uint32_t>(of_.states_.size() - 1);
  }

  std::uint32_t state_of(std::uint32_t place) {
    const auto [known, is_new] = numbers_.try_emplace(place, 0);
    if (is_new) {
      known->second = add_state();
      found_.emplace_back(place, known->second);
    }
    return known->second;
  }

  // Collects what may follow the place.
  void follow(std::uint32_t from, std::uint32_t number, std::vector<bool>& been,
              std::map<std::uint32_t, symbol_set>& ways) {
    if (been[from]) return;
    been[from] = true;
    const place& p = of_.places_[from];
    std::uint32_t& pattern = of_.states_[number].pattern;
    pattern = std::min(pattern, p.pattern);
    if (p.symbols.any()) ways[p.to] |= p.symbols;
    for (const std::uint32_t next : p.skips) follow(next, number, been, ways);
  }

  void add_edges(std::uint32_t from, const symbol_set& symbols, std::uint32_t to) {
    const auto [single, pairs] = bytes_of(symbols);
    if (single.any()) of_.states_[from].edges.push_back({single, to});
    for (const auto& [first, seconds] : pairs) {
      const std::uint32_t between = state_between(seconds, to);
      of_.states_[from].edges.push_back({bytes().set(first), between});
    }
  }

  std::uint32_t state_between(const bytes& seconds, std::uint32_t to) {
    const auto [known, is_new] = between_.try_emplace({seconds.to_string(), to}, 0);
    if (is_new) {
      known->second = add_state();
      of_.states_[known->second].edges.push_back({seconds, to});
    }
    return known->second;
  }

  pattern_automaton& of_;
  std::map<std::uint32_t, std::uint32_t> numbers_;              // of states, by place
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;  // places with their states
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> between_;
};

void pattern_automaton::finish() { finisher(*this).run(); }

pattern_automaton::state_set pattern_automaton::step(const state_set& from,
                                                     unsigned char byte) const {
  state_set out;
  for (const std::uint32_t number : from) {
    for (const edge& e : states_[number].edges) {
      if (e.by[byte]) out.push_back(e.to);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::uint32_t pattern_automaton::pattern_of(const state_set& together) const {
  std::uint32_t first = no_pattern;
  for (const std::uint32_t number : together) first = std::min(first, states_[number].pattern);
  return first;
}

namespace {

constexpr std::uint16_t dead = 0;
constexpr std::uint16_t start = 1;
constexpr std::uint16_t not_yet = UINT16_MAX;
constexpr std::size_t most_states = 1 << 13;  // of half a kilobyte and more

}  // namespace

pattern_automaton::memory::number pattern_automaton::number_of(state_set together,
                                                               memory& seen) const {
  const std::string key(reinterpret_cast<const char*>(together.data()),
                        together.size() * sizeof together.front());
  const auto known = seen.numbers.find(key);
  if (known != seen.numbers.end()) return known->second;
  const auto number = static_cast<memory::number>(seen.states.size());
  memory::state& made = seen.states.emplace_back();
  made.next.fill(together.empty() ? dead : not_yet);
  made.pattern = pattern_of(together);
  made.together = std::move(together);
  seen.numbers.emplace(key, number);
  return number;
}

pattern_automaton::memory::number pattern_automaton::find_next(memory::number from,
                                                               unsigned char byte,
                                                               memory& seen) const {
  state_set together = step(seen.states[from].together, byte);
  const bool full = seen.states.size() >= most_states;
  if (full) {
    seen.clear();
    prepare(seen);
  }
  const memory::number out = number_of(std::move(together), seen);
  if (!full) seen.states[from].next[byte] = out;
  return out;
}

void pattern_automaton::prepare(memory& seen) const {
  if (!seen.states.empty()) return;
  number_of({}, seen);
  number_of({0}, seen);
}

pattern_automaton::match pattern_automaton::next(std::string_view code, std::size_t& at,
                                                 memory& seen) const {
  prepare(seen);
  for (; at < code.size(); ++at) {
    // Most bytes begin no match.
    if (seen.states[start].next[static_cast<unsigned char>(code[at])] == dead) continue;
    if (const match found = longest(code, at, seen)) return found;
  }
  return {};
}

pattern_automaton::match pattern_automaton::longest(std::string_view code, std::size_t at,
                                                    memory& seen) const {
  prepare(seen);
  match out;
  for (memory::number now = start; at < code.size(); ++at) {
    const auto byte = static_cast<unsigned char>(code[at]);
    memory::number next = seen.states[now].next[byte];
    if (next == not_yet) next = find_next(now, byte, seen);
    if (next == dead) break;
    now = next;
    if (seen.states[now].pattern != no_pattern) out = {at + 1, seen.states[now].pattern};
  }
  return out;
}

std::optional<std::uint32_t> pattern_automaton::matching(std::string_view code) const {
  state_set now = {0};
  for (const char c : code) now = step(now, static_cast<unsigned char>(c));
  const std::uint32_t found = pattern_of(now);
  return found == no_pattern ? std::nullopt : std::optional(found);
}

}  // namespace zeitstrahl
