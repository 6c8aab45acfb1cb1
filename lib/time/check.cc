// Runs the examples of the rows.

#include <map>

#include "time/tagger.h"
#include "zeitstrahl/language.h"

namespace zeitstrahl {
namespace {

// The expressions of an example, as the tables write them: "[drei Wochen] => P3W".
std::string describe(const timeline& found, const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < found.expressions.size(); ++i) {
    out += (i > 0 ? ", [" : "[") + std::string(found.expressions[i].extent.in(found.article.text)) +
           "] => " + values[i];
  }
  return out.empty() ? "nothing" : out;
}

std::string describe(const example& wanted) {
  std::string out;
  for (std::size_t i = 0; i < wanted.extents.size(); ++i) {
    out += (i > 0 ? ", [" : "[") + std::string(wanted.extents[i].in(wanted.text)) + "] => " +
           wanted.values[i];
  }
  return out.empty() ? "nothing" : out;
}

class example_runner {
 public:
  explicit example_runner(const std::shared_ptr<const language>& tables) : tagger_(tables) {}

  void run(const example& wanted, const std::string& where, const std::string& name,
           bool by_frame) {
    timeline found;
    found.article.text = wanted.text;
    found.article.published = parse_day(wanted.published);
    tagger_.tag(text_style::news, found, memory_);
    std::vector<std::string> values;
    bool same = found.expressions.size() == wanted.extents.size();
    bool won = wanted.extents.empty() || name.empty();
    for (std::size_t i = 0; i < found.expressions.size(); ++i) {
      const time_expression& e = found.expressions[i];
      values.push_back(by_frame ? to_edtf(e.when) : e.value);
      if (!same) continue;
      same = e.extent == wanted.extents[i] && values.back() == wanted.values[i];
      won |= (by_frame ? e.frame : e.rule) == name;
    }
    if (!same) {
      failures_.push_back({where, "\"" + wanted.text + "\": wanted " + describe(wanted) +
                                      ", came " + describe(found, values)});
    } else if (!won) {
      failures_.push_back({where, "\"" + wanted.text +
                                      "\": comes right, but by another row; this one is shadowed"});
    }
  }

  std::vector<failed_example> take() { return std::move(failures_); }

 private:
  tagger tagger_;
  tagger_memory memory_;
  std::vector<failed_example> failures_;
};

// Counts where rows win, but for a row in its own examples.
class support_counter {
 public:
  explicit support_counter(const std::shared_ptr<const language>& tables)
      : tables_(*tables), tagger_(tables), rules_(tables->rules().size()) {}

  void add_examples(const std::vector<example>& examples, std::string_view row) {
    for (const example& e : examples) {
      document article;
      article.text = e.text;
      article.published = parse_day(e.published);
      add(article, row);
    }
  }

  void add(const document& article, std::string_view owner) {
    timeline found;
    found.article = article;
    tagger_.tag(text_style::automatic, found, memory_);
    for (const time_expression& e : found.expressions) {
      if (!e.frame.empty() && e.frame != owner) ++frames_[e.frame];
    }
    std::vector<std::size_t> wins(rules_.size());
    count_matches(tables_, memory_.scanned, wins);
    for (std::size_t i = 0; i < wins.size(); ++i) {
      if (tables_.rules()[i].name != owner) rules_[i] += wins[i];
    }
  }

  std::size_t wins_of_rule(std::size_t index) const { return rules_[index]; }
  std::size_t wins_of_frame(std::string_view name) const {
    const auto found = frames_.find(name);
    return found == frames_.end() ? 0 : found->second;
  }

 private:
  const language& tables_;
  tagger tagger_;
  tagger_memory memory_;
  std::vector<std::size_t> rules_;                  // by rule
  std::map<std::string_view, std::size_t> frames_;  // by name
};

}  // namespace

std::vector<failed_example> check_examples(const std::shared_ptr<const language>& tables) {
  example_runner runner(tables);
  for (const rule& r : tables->rules()) {
    // A row that says "no time", or only a part of one, leaves no trace of having won.
    const meaning what = r.calls.front().what;
    const bool silent =
        what == meaning::nothing || what == meaning::bound || what == meaning::enclosing;
    for (const example& e : r.examples) runner.run(e, r.where, silent ? "" : r.name, false);
  }
  for (const frame& f : tables->frames()) {
    for (const example& e : f.examples) runner.run(e, f.where, f.name, true);
  }
  return runner.take();
}

std::vector<row_support> count_support(const std::shared_ptr<const language>& tables,
                                       const std::vector<document>& articles) {
  support_counter counter(tables);
  for (const rule& r : tables->rules()) counter.add_examples(r.examples, r.name);
  for (const frame& f : tables->frames()) counter.add_examples(f.examples, f.name);
  for (const document& article : articles) counter.add(article, "");
  std::vector<row_support> rows;
  for (const rule& r : tables->rules()) {
    rows.push_back({r.where, r.name, r.examples.size(), counter.wins_of_rule(rows.size())});
  }
  for (const frame& f : tables->frames()) {
    rows.push_back({f.where, f.name, f.examples.size(), counter.wins_of_frame(f.name)});
  }
  return rows;
}

std::size_t example_count(const language& tables) {
  std::size_t count = 0;
  for (const rule& r : tables.rules()) count += r.examples.size();
  for (const frame& f : tables.frames()) count += f.examples.size();
  return count;
}

}  // namespace zeitstrahl
