#include "zeitstrahl/compare.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "claim/words.h"
#include "compare/align.h"
#include "compare/equals.h"
#include "compare/judge.h"
#include "compare/rows.h"
#include "compare/subject.h"

namespace zeitstrahl {
namespace {

// A label of at most so many bytes is taken from a clause where a claim has none.
constexpr std::size_t longest_label = 80;

std::string clause_label(const timeline& t, const claim& c) {
  if (!c.label.empty()) return c.label;
  std::string_view words = c.clause.in(t.article.text);
  if (words.size() <= longest_label) return std::string(words);
  return std::string(words.substr(0, words.rfind(' ', longest_label))) + " \u2026";
}

statement statement_of(std::uint32_t article, const bar& b) {
  return {article, b.claims, b.label, b.when, b.relates, b.mode, b.reported, b.source};
}

statement statement_of(std::uint32_t article, std::uint32_t index, const claim& c) {
  return {article, {index}, {}, c.when, c.relates, c.mode, c.reported, c.source};
}

// The bars of an article, and the claims that no bar shows.
void add_statements(std::uint32_t article, const timeline& t, std::vector<statement>& out) {
  std::vector<bool> shown(t.claims.size(), false);
  const std::size_t begin = out.size();
  for (const thread& h : t.threads) {
    for (const bar& b : h.bars) {
      statement s = statement_of(article, b);
      std::erase_if(s.claims, [&](std::uint32_t c) { return c >= t.claims.size() || shown[c]; });
      if (s.claims.empty()) continue;
      for (const std::uint32_t c : s.claims) shown[c] = true;
      out.push_back(std::move(s));
    }
  }
  for (std::uint32_t c = 0; c < t.claims.size(); ++c) {
    if (!shown[c]) out.push_back(statement_of(article, c, t.claims[c]));
  }
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (out[i].label.empty()) out[i].label = clause_label(t, t.claims[out[i].claims.front()]);
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
            [](const statement& a, const statement& b) { return a.claims < b.claims; });
}

// Their places in an order that does not depend on that of the input.
void sort_articles(std::vector<timeline>& articles) {
  const auto key = [](const timeline& t) {
    const document& a = t.article;
    return std::tie(a.published, a.source, a.title, a.id, a.text);
  };
  std::stable_sort(articles.begin(), articles.end(),
                   [&](const timeline& a, const timeline& b) { return key(a) < key(b); });
}

bool answers_others(const timeline& t, const statement& s) {
  return s.reported || std::any_of(s.claims.begin(), s.claims.end(), [&](std::uint32_t c) {
           const auto& cues = t.claims[c].cues;
           return std::any_of(cues.begin(), cues.end(),
                              [](const cue& found) { return found.rule == "denial"; });
         });
}

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
  comparing(const std::string& stemmer, const claim_words& grammar, const equal_words& equals,
            const lexicon* forms, std::vector<timeline> articles)
      : reader_(stemmer, grammar, equals, forms, terms_) {
    sort_articles(articles);
    out_.articles = std::move(articles);
  }

  comparison run() {
    read();
    make_rows(align({witnesses_, topics_, terms_}));
    make_stories();
    return std::move(out_);
  }

 private:
  void read();
  void read_names();
  void make_rows(const std::vector<std::uint32_t>& row_of);
  comparison_row make_row(const std::vector<std::uint32_t>& members) const;
  bool stands_better(std::uint32_t a, std::uint32_t b) const;
  void choose_current(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  void add_findings(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  const std::string& usual_name(const std::string& actor) const;
  void name_row(const std::vector<std::uint32_t>& members, comparison_row& row) const;
  void make_stories();

  comparison out_;
  term_table terms_;
  subject_reader reader_;
  std::vector<statement> statements_;
  std::vector<subject> subjects_;
  std::vector<witness> witnesses_;
  std::vector<article_topic> topics_;
  std::vector<std::vector<term>> actor_terms_;  // by article
  std::map<std::string, std::vector<term>> actor_words_;
  std::map<std::vector<term>, std::map<std::string, int>> names_;  // how often each is used
  std::vector<comparison_row> rows_;
};

void comparing::read() {
  read_names();
  for (std::uint32_t a = 0; a < out_.articles.size(); ++a) {
    add_statements(a, out_.articles[a], statements_);
  }
  subjects_.reserve(statements_.size());
  for (const statement& s : statements_) {
    subjects_.push_back(reader_.read(out_.articles[s.article], s, actor_terms_[s.article]));
    for (const mention& w : subjects_.back().words) {
      if (w.noun) topics_[s.article].said.push_back(w.is);
    }
  }
  for (article_topic& t : topics_) {
    make_set(t.said);
    reader_.weigh(t);
  }
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    reader_.sign(topics_[statements_[i].article], subjects_[i]);
    const timeline& article = out_.articles[statements_[i].article];
    witnesses_.push_back({&statements_[i], &subjects_[i], article.article.published,
                          answers_others(article, statements_[i])});
  }
}

void comparing::read_names() {
  for (const timeline& article : out_.articles) {
    actor_terms_.push_back(reader_.actor_terms(article));
    topics_.push_back(reader_.topic_of(article, actor_terms_.back()));
    for (const claim& c : article.claims) {
      for (const std::string& actor : c.actors) {
        const auto [at, fresh] = actor_words_.try_emplace(actor);
        if (fresh) at->second = reader_.name_terms(actor);
        ++names_[at->second][actor];
      }
    }
  }
}

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
  for (const std::uint32_t i : members) row.statements.push_back(statements_[i]);
  choose_current(members, row);
  add_findings(members, row);
  name_row(members, row);
  return row;
}

// Of two statements of an article, the one that has not been overtaken, that says what is and
// not what is not, that knows the time better, and the later one, because dates move on.
bool comparing::stands_better(std::uint32_t a, std::uint32_t b) const {
  const subject& of_a = subjects_[a];
  const subject& of_b = subjects_[b];
  const bool a_holds = statements_[a].mode != modality::negated;
  const bool b_holds = statements_[b].mode != modality::negated;
  if (of_a.former != of_b.former) return of_b.former;
  if (a_holds != b_holds) return a_holds;
  if (const auto t = relate(of_a.time, of_b.time); t && t->first_coarser != t->second_coarser) {
    return t->second_coarser;
  }
  return first_day(statements_[a].when) > first_day(statements_[b].when);
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

void comparing::add_findings(const std::vector<std::uint32_t>& members, comparison_row& row) const {
  for (std::size_t i = 0; i < row.current.size(); ++i) {
    for (std::size_t k = i + 1; k < row.current.size(); ++k) {
      auto found = judge(witnesses_[members[row.current[i]]], witnesses_[members[row.current[k]]]);
      if (!found || (k > i + 1 && found->is != verdict::conflict)) continue;
      found->first = row.current[i];
      found->second = row.current[k];
      add_finding(row, *found);
    }
  }
}

// Of all names of one actor, the one that articles use most.
const std::string& comparing::usual_name(const std::string& actor) const {
  const auto& names = names_.at(actor_words_.at(actor));
  return std::max_element(names.begin(), names.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// The shortest label of its statements that has several words, and their actors in order.
void comparing::name_row(const std::vector<std::uint32_t>& members, comparison_row& row) const {
  const auto shorter = [](const statement& a, const statement& b) {
    const auto key = [](const statement& s) {
      const bool one_word = s.label.find(' ') == std::string::npos;
      return std::tuple(one_word, s.label.size(), std::string_view(s.label));
    };
    return key(a) < key(b);
  };
  std::vector<statement> said;
  for (const std::uint32_t i : row.current) said.push_back(row.statements[i]);
  row.label = std::min_element(said.begin(), said.end(), shorter)->label;
  for (const std::uint32_t i : members) {
    const timeline& t = out_.articles[statements_[i].article];
    for (const std::uint32_t c : statements_[i].claims) {
      for (const std::string& actor : t.claims[c].actors) {
        const std::string& name = usual_name(actor);
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
  std::string stemmer;
  claim_words grammar;
  equal_words equals;
  std::optional<lexicon> forms;  // none: a language without one
};

result<comparer> comparer::open(const std::shared_ptr<const language>& tables) {
  result<claim_words> grammar = claim_words::build(*tables);
  if (!grammar) return grammar.error();
  result<equal_words> equals = equal_words::build(*tables);
  if (!equals) return equals.error();
  std::optional<lexicon> forms;
  if (result<lexicon> found = built_in_lexicon(tables->name())) forms = *std::move(found);
  return comparer(std::make_shared<const engine>(
      engine{tables->name(), *std::move(grammar), *std::move(equals), forms}));
}

comparison comparer::compare(std::vector<timeline> articles) const {
  const lexicon* forms = engine_->forms ? &*engine_->forms : nullptr;
  return comparing(engine_->stemmer, engine_->grammar, engine_->equals, forms, std::move(articles))
      .run();
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
