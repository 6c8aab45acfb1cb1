#include "zeitstrahl/compare.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "compare/align.h"
#include "compare/judge.h"
#include "compare/pairing.h"
#include "compare/reading.h"
#include "compare/rows.h"

namespace zeitstrahl {
namespace {

// A forest over articles.
class article_sets {
 public:
  explicit article_sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }
  std::uint32_t find(std::uint32_t a) {
    while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
    return a;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

class comparing {
 public:
  explicit comparing(article_reading read)
      : in_(std::move(read)), pairs_({in_.witnesses, in_.topics, in_.terms}) {}

  comparison run() {
    make_rows(align(pairs_));
    out_.articles = std::move(in_.articles);
    make_stories();
    return std::move(out_);
  }

 private:
  void make_rows(const std::vector<std::uint32_t>& row_of);
  comparison_row make_row(const std::vector<std::uint32_t>& members) const;
  bool stands_better(std::uint32_t a, std::uint32_t b) const;
  void choose_current(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  void add_findings(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  void name_row(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  void make_stories();

  bool worth_telling(const finding& found, std::uint32_t first, std::uint32_t second) const;

  article_reading in_;
  const pairing pairs_;
  comparison out_;
  std::vector<comparison_row> rows_;
};

void comparing::make_rows(const std::vector<std::uint32_t>& row_of) {
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < row_of.size(); ++i) {
    if (row_of[i] >= members.size()) members.resize(row_of[i] + 1);
    members[row_of[i]].push_back(i);
  }
  for (const std::vector<std::uint32_t>& m : members) {
    rows_.push_back(make_row(m));
    // No verdict without evidence: what says nothing about each other stands apart.
    if (rows_.back().current.size() == 1 || !rows_.back().findings.empty()) continue;
    rows_.pop_back();
    for (const std::uint32_t alone : m) rows_.push_back(make_row({alone}));
  }
}

comparison_row comparing::make_row(const std::vector<std::uint32_t>& members) const {
  comparison_row row;
  for (const std::uint32_t i : members) row.statements.push_back(in_.statements[i]);
  choose_current(members, row);
  add_findings(members, row);
  name_row(members, row);
  return row;
}

// Of two statements of an article, the one that has not been overtaken, that says what is and
// not what is not, that knows the time better, and the later one, because dates move on.
bool comparing::stands_better(std::uint32_t a, std::uint32_t b) const {
  const subject& of_a = in_.subjects[a];
  const subject& of_b = in_.subjects[b];
  const bool a_holds = in_.statements[a].mode != modality::negated;
  const bool b_holds = in_.statements[b].mode != modality::negated;
  if (of_a.former != of_b.former) return of_b.former;
  if (a_holds != b_holds) return a_holds;
  if (const auto t = relate(of_a.time, of_b.time); t && t->first_coarser != t->second_coarser) {
    return t->second_coarser;
  }
  return first_day(in_.statements[a].when) > first_day(in_.statements[b].when);
}

void comparing::choose_current(const std::vector<std::uint32_t>& members,
                               comparison_row& row) const {
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const bool fresh = row.current.empty() ||
                       row.statements[row.current.back()].article != row.statements[i].article;
    if (fresh) {
      row.current.push_back(i);
    } else if (stands_better(members[i], members[row.current.back()])) {
      row.current.back() = i;
    }
  }
}

// Two that stand in a row by others alone neither contradict nor move each other.
bool comparing::worth_telling(const finding& found, std::uint32_t first,
                              std::uint32_t second) const {
  const bool parted = found.is == verdict::conflict || found.is == verdict::moved;
  return !parted || pairs_.fit_of(first, second).is >= fit::apart;
}

// What all pairs say, but for what two other findings say together: that the first plan moved to
// the third date, where the second article tells both moves.
void comparing::add_findings(const std::vector<std::uint32_t>& members, comparison_row& row) const {
  const std::size_t count = row.current.size();
  std::vector<char> told(count * count, 0);  // by first and second; char: no packed bits
  for (std::size_t apart = 1; apart < count; ++apart) {
    for (std::size_t i = 0; i + apart < count; ++i) {
      const std::size_t k = i + apart;
      const std::uint32_t first = members[row.current[i]];
      const std::uint32_t second = members[row.current[k]];
      auto found = judge(in_.witnesses[first], in_.witnesses[second]);
      if (!found || !worth_telling(*found, first, second)) continue;
      std::size_t between = i + 1;
      while (between < k && !(told[i * count + between] && told[between * count + k])) ++between;
      told[i * count + k] = 1;
      if (between < k && found->is != verdict::conflict) continue;
      found->first = row.current[i];
      found->second = row.current[k];
      add_finding(row, *found);
    }
  }
  std::sort(row.findings.begin(), row.findings.end(), [](const finding& a, const finding& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
}

// The shortest label of its statements that has several words, but not of what holds no longer
// or, if there is another, only calls it off; and their actors in order.
void comparing::name_row(const std::vector<std::uint32_t>& members, comparison_row& row) const {
  const auto shorter = [](const statement& a, const statement& b) {
    const auto key = [](const statement& s) {
      const bool one_word = s.label.find(' ') == std::string::npos;
      return std::tuple(one_word, s.label.size(), std::string_view(s.label));
    };
    return key(a) < key(b);
  };
  std::vector<statement> said;
  for (const bool any_other : {false, true}) {  // than what holds no longer
    for (const std::uint32_t i : row.current) {
      const subject& about = in_.subjects[members[i]];
      if (!about.former && (any_other || !about.cancels)) said.push_back(row.statements[i]);
    }
    if (!said.empty()) break;
  }
  if (said.empty()) said.push_back(row.statements[row.current.front()]);
  row.label = std::min_element(said.begin(), said.end(), shorter)->label;
  for (const std::uint32_t i : members) {
    const timeline& t = in_.articles[in_.statements[i].article];
    for (const std::uint32_t c : in_.statements[i].claims) {
      for (const std::string& actor : t.claims[c].actors) {
        const std::string& name = in_.usual_names.at(actor);
        const bool known =
            std::find(row.actors.begin(), row.actors.end(), name) != row.actors.end();
        if (!known) row.actors.push_back(name);
      }
    }
  }
}

void comparing::make_stories() {
  article_sets sets(out_.articles.size());
  for (const comparison_row& r : rows_) {
    for (const statement& s : r.statements) sets.join(r.statements.front().article, s.article);
  }
  std::vector<std::uint32_t> story_of(out_.articles.size());
  std::vector<std::uint32_t> number(out_.articles.size(), 0xffffffff);
  for (std::uint32_t a = 0; a < out_.articles.size(); ++a) {
    std::uint32_t& n = number[sets.find(a)];
    if (n == 0xffffffff) {
      n = static_cast<std::uint32_t>(out_.stories.size());
      out_.stories.emplace_back();
    }
    story_of[a] = n;
    out_.stories[n].articles.push_back(a);
  }
  for (comparison_row& r : rows_) {
    story& s = out_.stories[story_of[r.statements.front().article]];
    name_silent(s, r);
    s.rows.push_back(std::move(r));
  }
  for (story& s : out_.stories) {
    sort_rows(s);
  }
  std::stable_sort(out_.stories.begin(), out_.stories.end(), [](const story& a, const story& b) {
    return (a.articles.size() > 1) > (b.articles.size() > 1);
  });
}

}  // namespace

struct comparer::engine {
  comparison_tables tables;
};

result<comparer> comparer::open(const std::shared_ptr<const language>& tables) {
  result<comparison_tables> opened = comparison_tables::open(*tables);
  if (!opened) return opened.error();
  return comparer(std::make_shared<const engine>(engine{*std::move(opened)}));
}

comparison comparer::compare(std::vector<timeline> articles) const {
  return comparing(read_articles(engine_->tables, std::move(articles))).run();
}

std::string_view to_string(verdict v) {
  switch (v) {
    case verdict::only:
      return "only";
    case verdict::equal:
      return "equal";
    case verdict::compatible:
      return "compatible";
    case verdict::fulfilled:
      return "fulfilled";
    case verdict::status_changed:
      return "status-changed";
    case verdict::cancelled:
      return "cancelled";
    case verdict::moved:
      return "moved";
    case verdict::conflict:
      break;
  }
  return "conflict";
}

std::string_view to_string(aspect a) {
  switch (a) {
    case aspect::time:
      return "time";
    case aspect::begin:
      return "begin";
    case aspect::end:
      return "end";
    case aspect::status:
      break;
  }
  return "status";
}

}  // namespace zeitstrahl
