#include "zeitstrahl/edit.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace zeitstrahl {
namespace {

// The heading of its thread, as the program had given it.
std::string heading_found(const timeline& data, const claim& c) {
  if (c.thread >= data.threads.size()) return {};
  const thread& t = data.threads[c.thread];
  return t.found_label.empty() ? t.label : t.found_label;
}

found_claim as_found(const timeline& data, const claim& c) {
  if (c.found) return *c.found;
  return {c.label, c.when, c.relates, c.mode, c.reported, c.source, heading_found(data, c)};
}

bool changed_by_hand(const claim& c) { return c.found || c.hidden || c.added || !c.note.empty(); }

std::string named(const claim& c) { return c.id + " (" + c.label + ")"; }

class edits {
 public:
  edits(timeline& fresh, const timeline& edited) : fresh_(fresh), edited_(edited) {
    for (std::uint32_t i = 0; i < fresh.claims.size(); ++i) by_id_[fresh.claims[i].id] = i;
  }

  std::vector<std::string> run() {
    rename_threads();
    for (const claim& c : edited_.claims) {
      if (changed_by_hand(c)) take_over(c);
    }
    order_threads();
    collect_threads();
    make_bars(fresh_);
    return std::move(misfits_);
  }

 private:
  // A thread is known again by the first of its claims that is still there.
  void rename_threads() {
    for (const thread& t : edited_.threads) {
      if (t.found_label.empty()) continue;
      const auto same = std::find_if(fresh_.threads.begin(), fresh_.threads.end(),
                                     [&](const thread& f) { return f.label == t.found_label; });
      if (same == fresh_.threads.end()) {
        misfits_.push_back("\"" + t.label + "\"");
        continue;
      }
      same->found_label = same->label;
      same->label = t.label;
    }
  }

  void take_over(const claim& from) {
    if (from.added) {
      claim& c = fresh_.claims.emplace_back();
      c = from;
      c.expressions.clear();
      c.clause = {};
      c.thread = thread_of(from);
      return;
    }
    const auto known = by_id_.find(from.id);
    if (known == by_id_.end()) {
      misfits_.push_back(named(from));
      return;
    }
    claim& c = fresh_.claims[known->second];
    c.hidden = from.hidden;
    c.note = from.note;
    if (!from.found) return;
    const found_claim found = as_found(fresh_, c);
    const found_claim& old = *from.found;
    if (from.label != old.label) c.label = from.label;
    if (from.when != old.when) {
      c.when = from.when;
      c.relates = from.relates;
    }
    if (from.mode != old.mode) c.mode = from.mode;
    if (from.reported != old.reported || from.source != old.source) {
      c.reported = from.reported;
      c.source = from.source;
    }
    if (heading_found(edited_, from) != old.thread) c.thread = thread_of(from);
    c.found = found;
    if (edited_fields(fresh_, c).empty()) c.found.reset();
  }

  std::string label_of(const claim& from) const {
    return from.thread < edited_.threads.size() ? edited_.threads[from.thread].label : "";
  }

  // The thread of that heading, made where there is none.
  std::uint32_t thread_of(const claim& from) {
    const std::string label = label_of(from);
    for (std::uint32_t t = 0; t < fresh_.threads.size(); ++t) {
      if (fresh_.threads[t].label == label) return t;
    }
    fresh_.threads.emplace_back().label = label;
    return static_cast<std::uint32_t>(fresh_.threads.size() - 1);
  }

  // As the editor has put them; those that are new stay behind what they stood behind.
  void order_threads() {
    std::vector<std::pair<std::size_t, std::uint32_t>> order;  // place in the edited one, thread
    std::size_t place = 0;
    for (std::uint32_t t = 0; t < fresh_.threads.size(); ++t) {
      const auto same =
          std::find_if(edited_.threads.begin(), edited_.threads.end(),
                       [&](const thread& e) { return e.label == fresh_.threads[t].label; });
      if (same != edited_.threads.end()) {
        place = static_cast<std::size_t>(same - edited_.threads.begin());
      }
      order.emplace_back(place, t);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<thread> threads;
    std::vector<std::uint32_t> now(order.size());
    for (const auto& [at, t] : order) {
      now[t] = static_cast<std::uint32_t>(threads.size());
      threads.push_back(std::move(fresh_.threads[t]));
    }
    fresh_.threads = std::move(threads);
    for (claim& c : fresh_.claims) {
      if (c.thread < now.size()) c.thread = now[c.thread];
    }
  }

  void collect_threads() {
    for (thread& t : fresh_.threads) t.claims.clear();
    for (std::uint32_t i = 0; i < fresh_.claims.size(); ++i) {
      fresh_.threads[fresh_.claims[i].thread].claims.push_back(i);
    }
  }

  timeline& fresh_;
  const timeline& edited_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::vector<std::string> misfits_;
};

// --- choosing ---

bool is_vague(const timeline& data, const claim& c) {
  if (c.expressions.empty()) return c.when.empty();
  return std::all_of(c.expressions.begin(), c.expressions.end(), [&](std::uint32_t i) {
    if (i >= data.expressions.size()) return true;
    const time_expression& e = data.expressions[i];
    return e.vague || e.value.ends_with("_REF");
  });
}

// What the claim may cover, ends that nobody knows being as far as they can be.
bool may_hold(const claim& c, const std::optional<day>& since, const std::optional<day>& until) {
  if (c.when.empty()) return !since && !until;
  const interval& w = c.when;
  if (since && w.end_latest.given() && w.end_latest.date < *since) return false;
  return !until || !w.begin_earliest.given() || w.begin_earliest.date <= *until;
}

// Smaller is more telling; see select().
std::vector<int> rank_of(const timeline& data, const claim& c) {
  const bool dated = !c.when.empty() && !is_vague(data, c);
  const grain precision = c.when.begin_earliest.given() ? c.when.begin_grain : c.when.end_grain;
  const int fine = std::max(static_cast<int>(precision), static_cast<int>(grain::day));
  return {dated ? 0 : 1, c.actors.empty() ? 1 : 0, fine};
}

class selector {
 public:
  selector(timeline& data, const selection& wanted) : data_(data), wanted_(wanted) {}

  std::optional<error> run() {
    if (auto misfit = choose_threads()) return misfit;
    if (auto misfit = leave_out()) return misfit;
    for (claim& c : data_.claims) {
      if (!may_hold(c, wanted_.since, wanted_.until)) hide(c, absence::by_choice);
      if (wanted_.hide_vague && is_vague(data_, c)) hide(c, absence::for_vagueness);
    }
    if (wanted_.most > 0) keep_most_telling();
    make_bars(data_);
    return std::nullopt;
  }

 private:
  static error usage(std::string message) {
    return {error_kind::bad_usage, "", std::move(message)};
  }

  // The first reason stays.
  static void hide(claim& c, absence why) {
    if (!c.hidden) c.absent = why;
    c.hidden = true;
  }

  std::optional<error> choose_threads() {
    if (wanted_.threads.empty()) return std::nullopt;
    std::vector<bool> chosen(data_.threads.size(), false);
    for (const std::string& name : wanted_.threads) {
      bool known = false;
      for (std::size_t t = 0; t < chosen.size(); ++t) {
        if (!data_.threads[t].label.starts_with(name)) continue;
        chosen[t] = known = true;
      }
      if (!known) return usage("no thread is called \"" + name + "\"; there are " + headings());
    }
    for (claim& c : data_.claims) {
      if (c.thread >= chosen.size() || !chosen[c.thread]) hide(c, absence::by_choice);
    }
    return std::nullopt;
  }

  std::string headings() const {
    std::string out;
    for (const thread& t : data_.threads) {
      if (!t.label.empty()) out += (out.empty() ? "\"" : ", \"") + t.label + "\"";
    }
    return out.empty() ? "none" : out;
  }

  std::optional<error> leave_out() {
    for (const std::string& name : wanted_.without) {
      claim* c = claim_called(name);
      if (c == nullptr) {
        return usage("no claim is called \"" + name +
                     "\"; explain and the report's table name them");
      }
      hide(*c, absence::by_choice);
    }
    return std::nullopt;
  }

  claim* claim_called(const std::string& name) {
    for (claim& c : data_.claims) {
      if (c.id == name) return &c;
    }
    const std::string digits = name.starts_with('c') ? name.substr(1) : name;
    const bool number = !digits.empty() && digits.size() < 7 &&
                        digits.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t index = number ? std::stoul(digits) : 0;
    return index >= 1 && index <= data_.claims.size() ? &data_.claims[index - 1] : nullptr;
  }

  void keep_most_telling() {
    std::vector<claim*> shown;
    for (claim& c : data_.claims) {
      if (!c.hidden) shown.push_back(&c);
    }
    std::stable_sort(shown.begin(), shown.end(), [&](const claim* a, const claim* b) {
      return rank_of(data_, *a) < rank_of(data_, *b);
    });
    for (std::size_t i = wanted_.most; i < shown.size(); ++i) hide(*shown[i], absence::for_room);
  }

  timeline& data_;
  const selection& wanted_;
};

}  // namespace

std::vector<std::string> edited_fields(const timeline& data, const claim& c) {
  std::vector<std::string> out;
  if (!c.found) return out;
  const found_claim& f = *c.found;
  if (c.label != f.label) out.emplace_back("label");
  if (c.when != f.when) out.emplace_back("edtf");
  if (c.mode != f.mode) out.emplace_back("modality");
  if (c.reported != f.reported) out.emplace_back("reported");
  if (c.source != f.source) out.emplace_back("source");
  if (heading_found(data, c) != f.thread) out.emplace_back("thread");
  return out;
}

std::vector<std::string> apply_edits(timeline& fresh, const timeline& edited) {
  return edits(fresh, edited).run();
}

std::optional<error> select(timeline& data, const selection& wanted) {
  return selector(data, wanted).run();
}

}  // namespace zeitstrahl
