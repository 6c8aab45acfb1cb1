#include "compare/reading.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

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

class article_reader {
 public:
  article_reader(const comparison_tables& tables, std::vector<timeline> articles)
      : reader_(tables.stemmer, tables.grammar, tables.equals,
                tables.forms ? &*tables.forms : nullptr, out_.terms) {
    sort_articles(articles);
    out_.articles = std::move(articles);
  }

  article_reading run() {
    read_names();
    read_statements();
    name_actors();
    return std::move(out_);
  }

 private:
  void read_names();
  void read_statements();
  void name_actors();

  article_reading out_;
  subject_reader reader_;
  std::vector<std::vector<term>> actor_terms_;  // by article
  std::map<std::string, std::vector<term>> actor_words_;
  std::map<std::vector<term>, std::map<std::string, int>> names_;  // how often each is used
};

void article_reader::read_statements() {
  for (std::uint32_t a = 0; a < out_.articles.size(); ++a) {
    add_statements(a, out_.articles[a], out_.statements);
  }
  out_.subjects.reserve(out_.statements.size());
  for (const statement& s : out_.statements) {
    out_.subjects.push_back(reader_.read(out_.articles[s.article], s, actor_terms_[s.article]));
    for (const mention& w : out_.subjects.back().words) {
      if (w.noun) out_.topics[s.article].said.push_back(w.is);
    }
  }
  for (article_topic& t : out_.topics) {
    make_set(t.said);
    reader_.weigh(t);
  }
  for (std::size_t i = 0; i < out_.statements.size(); ++i) {
    reader_.sign(out_.topics[out_.statements[i].article], out_.subjects[i]);
    const timeline& article = out_.articles[out_.statements[i].article];
    out_.witnesses.push_back({&out_.statements[i], &out_.subjects[i], article.article.published,
                              answers_others(article, out_.statements[i])});
  }
}

void article_reader::read_names() {
  for (const timeline& article : out_.articles) {
    actor_terms_.push_back(reader_.actor_terms(article));
    out_.topics.push_back(reader_.topic_of(article, actor_terms_.back()));
    for (const claim& c : article.claims) {
      for (const std::string& actor : c.actors) {
        const auto [at, fresh] = actor_words_.try_emplace(actor);
        if (fresh) at->second = reader_.name_terms(actor);
        ++names_[at->second][actor];
      }
    }
  }
}

void article_reader::name_actors() {
  for (const auto& [actor, words] : actor_words_) {
    const auto& names = names_.at(words);
    out_.usual_names[actor] =
        std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
  }
}

}  // namespace

result<comparison_tables> comparison_tables::open(const language& tables) {
  result<claim_words> grammar = claim_words::build(tables);
  if (!grammar) return grammar.error();
  result<equal_words> equals = equal_words::build(tables);
  if (!equals) return equals.error();
  std::optional<lexicon> forms;
  if (result<lexicon> found = built_in_lexicon(tables.name())) forms = *std::move(found);
  return comparison_tables{tables.name(), *std::move(grammar), *std::move(equals), forms};
}

article_reading read_articles(const comparison_tables& tables, std::vector<timeline> articles) {
  return article_reader(tables, std::move(articles)).run();
}

}  // namespace zeitstrahl
