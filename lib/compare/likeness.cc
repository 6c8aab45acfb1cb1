#include "compare/likeness.h"

#include <algorithm>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr double least_shared_unnamed = 6;  // where nobody is known by name
constexpr double least_likeness_unnamed = 0.6;
constexpr float least_name = 2;      // weight of nouns and names
constexpr double head_share = 0.75;  // of a word that only ends alike
constexpr double known_left = 0.25;  // of a word that the other's article knows
constexpr double topic_share = 0.5;  // of a word that the other's article knows

class comparing_words {
 public:
  comparing_words(const side& a, const side& b, bool close, const term_table& terms, bool any_name)
      : a_(a), b_(b), close_(close), any_name_(any_name), terms_(terms) {}

  likeness run() {
    out_.wording = a_.about.wording == b_.about.wording;
    const bool strange = other_names();
    if (strange && !any_name_) {
      out_.excluded = true;
      return out_;  // nothing else matters
    }
    meet_words();
    meet_heads();
    meet_families();
    out_.excluded = opposite() || other_numbers() || (strange && !out_.event);
    if (out_.excluded) return out_;
    out_.left = std::min(left_of(only_a_, b_), left_of(only_b_, a_));
    out_.strange_things = names_strange(only_a_, b_) && names_strange(only_b_, a_);
    out_.strangely_parted = names_unknown(only_a_, b_) && names_unknown(only_b_, a_);
    out_.first_more = names_more(only_a_);
    out_.second_more = names_more(only_b_);
    ask_topic(only_a_, b_, only_b_);
    ask_topic(only_b_, a_, only_a_);
    if (out_.shared > 0) {
      const double of_a = out_.shared + weight_of(only_a_);
      const double of_b = out_.shared + weight_of(only_b_);
      out_.cover = out_.shared / std::min(of_a, of_b);
      out_.of_all = out_.shared / (of_a + of_b - out_.shared);
    }
    out_.verb = meet(a_.about.predicates, b_.about.predicates);
    out_.ordinals =
        a_.about.counts != b_.about.counts || (!close_ && a_.about.ordinals != b_.about.ordinals);
    out_.others = other_actors();
    out_.other_verb = other_verb();
    out_.other_acts = other_acts();
    out_.strangers = !close_ && (out_.others || out_.strange_things);
    return out_;
  }

 private:
  using words = std::vector<mention>;

  void meet_words();
  void meet_heads();
  void meet_families();
  double left_of(const words& only, const side& other) const;
  bool is_head(const mention& longer, const mention& of) const;
  void ask_topic(words& only, const side& other, const words& others_own);
  bool names_more(const words& only) const;
  bool names_strange(const words& only, const side& other) const;
  bool names_unknown(const words& only, const side& other) const;
  bool other_verb() const;
  bool other_acts() const;
  bool opposite() const;
  bool other_actors() const;
  bool names_known() const;
  bool other_numbers() const;
  bool other_names();
  static bool is_known(term t, const side& of);
  static double weight_of(const words& all);

  const side& a_;
  const side& b_;
  bool close_;
  bool any_name_;
  const term_table& terms_;
  likeness out_;
  words only_a_;
  words only_b_;
};

double comparing_words::weight_of(const words& all) {
  double out = 0;
  for (const mention& w : all) out += w.weight;
  return out;
}

void comparing_words::meet_words() {
  const words& a = a_.about.words;
  const words& b = b_.about.words;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    if (y == b.end() || (x != a.end() && x->is < y->is)) {
      only_a_.push_back(*x++);
    } else if (x == a.end() || y->is < x->is) {
      only_b_.push_back(*y++);
    } else {
      const term_table::facts& f = terms_[x->is];
      out_.shared += std::max(x->weight, y->weight);
      const bool what = (x->what || y->what) && !x->name && !y->name;
      // What is put off is what happens: "the meeting was moved to May".
      const bool thing = f.thing && !a_.about.moves && !b_.about.moves;
      const bool core = what && x->noun && x->weight >= least_name && !thing;
      out_.matter = out_.matter || what;
      out_.core = out_.core || core;
      out_.event = out_.event || f.event;
      if (!f.event && !core) out_.beside += std::max(x->weight, y->weight);
      out_.once = out_.once || f.once;
      ++x;
      ++y;
    }
  }
}

bool comparing_words::is_head(const mention& longer, const mention& of) const {
  const std::string& word = terms_[longer.is].key;
  const std::string& head = terms_[of.is].key;
  return head.size() >= least_head && word.size() >= head.size() + least_modifier &&
         word.ends_with(head);
}

// "Hauptstadtflughafen" is a "Flughafen".
void comparing_words::meet_heads() {
  for (auto x = only_a_.begin(); x != only_a_.end();) {
    const auto y = std::find_if(only_b_.begin(), only_b_.end(), [&](const mention& w) {
      return x->noun && w.noun && (is_head(*x, w) || is_head(w, *x));
    });
    if (y == only_b_.end()) {
      ++x;
      continue;
    }
    out_.shared += head_share * std::min(x->weight, y->weight);
    out_.beside += head_share * std::min(x->weight, y->weight);
    out_.matter = out_.matter || (x->what && y->what);
    only_b_.erase(y);
    x = only_a_.erase(x);
  }
}

// "is finished" for "opens"; else, what happens in one is not what happens in the other.
void comparing_words::meet_families() {
  if (out_.event) return;
  for (const mention& x : only_a_) {
    if (!terms_[x.is].event) continue;
    for (const mention& y : only_b_) {
      if (!terms_[y.is].event) continue;
      out_.rival = true;
      const std::string& family = terms_[x.is].family;
      out_.near = out_.near || (!family.empty() && family == terms_[y.is].family);
    }
  }
  if (out_.near) out_.rival = false;
}

// What the other's article is about, too, weighs little.
double comparing_words::left_of(const words& only, const side& other) const {
  double out = 0;
  for (const mention& w : only) {
    out += is_known(w.is, other) ? known_left * w.weight : w.weight;
  }
  return out;
}

// A statement that names nothing else leaves out what its article is about.
void comparing_words::ask_topic(words& only, const side& other, const words& others_own) {
  if (names_more(others_own)) return;
  std::erase_if(only, [&](const mention& w) {
    if (!w.noun || !std::binary_search(other.topic.names.begin(), other.topic.names.end(), w.is)) {
      return false;
    }
    out_.shared += topic_share * w.weight;
    return true;
  });
}

// Whether it names somebody or something, or a matter, that the other does not.
bool comparing_words::names_more(const words& only) const {
  return std::any_of(only.begin(), only.end(),
                     [](const mention& w) { return w.weight >= least_name; });
}

// A thing that the other's article never speaks of.
bool comparing_words::names_strange(const words& only, const side& other) const {
  return std::any_of(only.begin(), only.end(), [&](const mention& w) {
    return w.noun && w.what && w.weight >= least_name && !terms_[w.is].event &&
           !is_known(w.is, other);
  });
}

// Somebody or something, but no event, that the other's article never speaks of.
bool comparing_words::names_unknown(const words& only, const side& other) const {
  return std::any_of(only.begin(), only.end(), [&](const mention& w) {
    return w.noun && w.weight >= least_name && !terms_[w.is].event && !is_known(w.is, other);
  });
}

bool comparing_words::is_known(term t, const side& of) {
  return std::binary_search(of.topic.names.begin(), of.topic.names.end(), t) ||
         std::binary_search(of.topic.said.begin(), of.topic.said.end(), t) || of.topic.find(t);
}

bool comparing_words::other_verb() const {
  if (a_.about.cancels != b_.about.cancels) return false;  // to call something off is no other act
  return !a_.about.predicates.empty() && !b_.about.predicates.empty() && !out_.verb &&
         !out_.event && !out_.near;
}

// "signed the declaration on the return" for "returned".
bool comparing_words::other_acts() const {
  const auto acts = [&](term t) { return terms_[t].event; };
  const auto& a = a_.about.predicates;
  const auto& b = b_.about.predicates;
  if (out_.verb || !std::any_of(a.begin(), a.end(), acts) || !std::any_of(b.begin(), b.end(), acts))
    return false;
  return std::none_of(a.begin(), a.end(), [&](term x) {
    const std::string& family = terms_[x].family;
    return !family.empty() &&
           std::any_of(b.begin(), b.end(), [&](term y) { return terms_[y].family == family; });
  });
}

bool comparing_words::opposite() const {
  const auto says_opposite = [&](const words& only, const subject& other) {
    return std::any_of(only.begin(), only.end(), [&](const mention& w) {
      const std::string& counter = terms_[w.is].counter;
      return !counter.empty() &&
             std::any_of(other.words.begin(), other.words.end(), [&](const mention& o) {
               return terms_[o.is].key.size() == counter.size() + 1 &&
                      terms_[o.is].key.ends_with(counter);
             });
    });
  };
  return says_opposite(only_a_, b_.about) || says_opposite(only_b_, a_.about);
}

// Both name actors, and not the same.
bool comparing_words::other_actors() const {
  const auto& a = a_.about.actors;
  const auto& b = b_.about.actors;
  const bool much_alike =
      out_.shared >= least_shared_unnamed && out_.of_all >= least_likeness_unnamed;
  const bool one_name = meet(a_.about.names, b_.about.names);
  if (a.empty() && b.empty()) {
    return !close_ && !out_.wording && !much_alike && !one_name && !names_known();
  }
  if (a.empty() || b.empty()) return !close_ && !one_name && !names_known();
  const auto named_by = [](const auto& actors, const auto& others, const words& said) {
    return std::any_of(actors.begin(), actors.end(), [&](const std::vector<term>& x) {
      return mentions_all(said, x) ||
             std::any_of(others.begin(), others.end(),
                         [&](const std::vector<term>& y) { return holds(x, y) || holds(y, x); });
    });
  };
  return !named_by(a, b, b_.about.words) && !named_by(b, a, a_.about.words);
}

// Who is not named in one must be known to its article.
bool comparing_words::names_known() const {
  if (a_.about.actors.empty() && b_.about.actors.empty()) {
    return meet(a_.topic.names, b_.topic.names);
  }
  const side& naming = a_.about.actors.empty() ? b_ : a_;
  const side& silent = a_.about.actors.empty() ? a_ : b_;
  return std::any_of(
      naming.about.actors.begin(), naming.about.actors.end(), [&](const std::vector<term>& name) {
        return holds(silent.topic.names, name) || mentions_all(silent.about.words, name);
      });
}

bool comparing_words::other_numbers() const {
  const auto numbers = [&](const subject& s) {
    std::vector<term> out;
    for (const mention& w : s.words) {
      if (terms_[w.is].number) out.push_back(w.is);
    }
    return out;
  };
  const std::vector<term> of_a = numbers(a_.about);
  const std::vector<term> of_b = numbers(b_.about);
  if (!of_a.empty() && !of_b.empty() && !meet(of_a, of_b)) return true;
  return !a_.about.ordinals.empty() && !b_.about.ordinals.empty() &&
         !meet(a_.about.ordinals, b_.about.ordinals);
}

// Each names somebody or some place that the other's article does not know at all.
bool comparing_words::other_names() {
  const auto& a = a_.about.names;
  const auto& b = b_.about.names;
  if (a.empty() || b.empty()) return false;
  const auto strange = [](const auto& names, const side& other) {
    return std::any_of(names.begin(), names.end(), [&](term t) { return !other.topic.find(t); });
  };
  const bool a_strange = strange(a, b_);
  const bool b_strange = strange(b, a_);
  out_.other_name = (a_strange || b_strange) && !meet(a, b);
  return a_strange && b_strange && !(close_ && meet(a, b));
}

}  // namespace

likeness compare_words(const side& a, const side& b, bool close, const term_table& terms,
                       bool any_name) {
  return comparing_words(a, b, close, terms, any_name).run();
}

}  // namespace zeitstrahl
