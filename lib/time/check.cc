// Runs the examples of the rows.

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

}  // namespace

std::vector<failed_example> check_examples(const std::shared_ptr<const language>& tables) {
  example_runner runner(tables);
  for (const rule& r : tables->rules()) {
    // A row that says "no time" leaves no trace of having won.
    const bool silent = r.calls.front().what == meaning::nothing;
    for (const example& e : r.examples) runner.run(e, r.where, silent ? "" : r.name, false);
  }
  for (const frame& f : tables->frames()) {
    for (const example& e : f.examples) runner.run(e, f.where, f.name, true);
  }
  return runner.take();
}

std::size_t example_count(const language& tables) {
  std::size_t count = 0;
  for (const rule& r : tables.rules()) count += r.examples.size();
  for (const frame& f : tables.frames()) count += f.examples.size();
  return count;
}

}  // namespace zeitstrahl
