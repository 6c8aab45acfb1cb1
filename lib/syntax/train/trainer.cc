#include "syntax/train/trainer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "syntax/fields.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"
#include "syntax/train/perceptron.h"

namespace zeitstrahl {
namespace {

// Names in the order in which they are first seen.
class name_list {
 public:
  int number_of(const std::string& name) {
    if (name == "?") return unknown_name;
    const auto [place, is_new] = numbers_.emplace(name, static_cast<int>(names_.size()));
    if (is_new) names_.push_back(name);
    return place->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::map<std::string, int> numbers_;
  std::vector<std::string> names_;
};

struct example_sentence {
  std::vector<std::string> texts;
  syntax_tokens tokens;
  sentence_fields fields;
  std::vector<int> tags;
  std::vector<token_index> heads;
  std::vector<int> labels;
  int times = 1;
};

class trainer {
 public:
  trainer(const lexicon& forms, const training_options& options)
      : forms_(forms), options_(options) {}

  result<model_parts> run(std::string_view grammar_table, const std::vector<training_set>& sets) {
    for (const training_set& set : sets) {
      for (const tree& t : set.trees) add(t, set.times);
    }
    result<grammar> rules = grammar::build(grammar_table, tags_.names(), labels_.names());
    if (!rules) return rules.error();
    rules_ = &*rules;
    prepare_words();

    model_parts out;
    out.about = options_.about;
    out.tags = tags_.names();
    out.labels = labels_.names();
    out.bits = options_.bits;
    std::array<std::vector<std::int64_t>, 4> sums;
    tag_by_others();
    for (int voter = 0; voter < options_.voters; ++voter) {
      const std::uint64_t seed = 100 + 10 * static_cast<std::uint64_t>(voter);
      for (int pass = 0; pass < 2; ++pass) {
        train_tagger(all(), pass, options_.tagger_rounds, seed + static_cast<std::uint64_t>(pass))
            .add_averages(sums[static_cast<std::size_t>(pass)]);
      }
      train_parser(seed + 5, sums[2], sums[3]);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      out.weights[i] = to_bytes(sums[i], options_.least);
    }
    return out;
  }

 private:
  using tag_learner = perceptron<tag_capacity>;
  using sentence_list = std::vector<std::size_t>;

  void add(tree t, int times) {
    if (!make_projective(t)) return;
    example_sentence s;
    s.times = times;
    for (const tree_word& w : t) {
      s.texts.push_back(w.text);
      s.tags.push_back(tags_.number_of(w.tag));
      s.heads.push_back(w.head);
      s.labels.push_back(labels_.number_of(w.label));
    }
    sentences_.push_back(std::move(s));
  }

  void prepare_words() {
    const word_reader reader(forms_, *rules_);
    read_words_memory memory;
    for (example_sentence& s : sentences_) read_words(reader, s.texts, memory, s.tokens);
  }

  sentence_list all() const {
    sentence_list out;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (int k = 0; k < sentences_[i].times; ++k) out.push_back(i);
    }
    return out;
  }

  std::uint8_t best_tag(const std::array<std::int64_t, tag_capacity>& scores,
                        const syntax_word* veto_by) const {
    int best = -1;
    for (std::size_t tag = 0; tag < tags_.names().size(); ++tag) {
      if (best >= 0 && scores[tag] <= scores[static_cast<std::size_t>(best)]) continue;
      if (veto_by && is_vetoed(*veto_by, rules_->of_tag(static_cast<std::uint8_t>(tag)))) continue;
      best = static_cast<int>(tag);
    }
    return static_cast<std::uint8_t>(std::max(best, 0));
  }

  // Tags of the second pass are learnt where the first tags are those that others gave.
  tag_learner train_tagger(sentence_list order, int pass, int rounds, std::uint64_t seed) {
    tag_learner learner(options_.bits[static_cast<std::size_t>(pass)]);
    random_numbers random(seed);
    for (int round = 0; round < rounds; ++round) {
      random.shuffle(order);
      for (std::size_t i : order) learn_tags(learner, sentences_[i], pass);
    }
    return learner;
  }

  void learn_tags(tag_learner& learner, example_sentence& s, int pass) {
    syntax_tokens& tokens = work_;
    tokens = s.tokens;
    set_tags_to_first(tokens);
    tagging_state state;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const feature_list features = tag_features(tokens, at, state, pass);
      const std::uint8_t tag = best_tag(learner.scores(features), nullptr);
      const int gold = s.tags[at];
      if (gold != unknown_name) {
        if (gold != tag) learner.update(features, static_cast<std::size_t>(gold), tag);
        learner.step();
      }
      set_tag(tokens[at], tag);
      state.pass(tokens[at]);
    }
  }

  void set_tag(syntax_token& token, std::uint8_t tag) const {
    token.tag = tag;
    token.is = rules_->of_tag(tag);
  }
  void set_tags_to_first(syntax_tokens& tokens) const {
    for (syntax_token& t : tokens) set_tag(t, t.first_tag);
  }

  void tag_with(const tag_learner& learner, syntax_tokens& tokens, int pass) const {
    set_tags_to_first(tokens);
    tagging_state state;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const auto scores = learner.scores(tag_features(tokens, at, state, pass));
      set_tag(tokens[at], best_tag(scores, &tokens[at].word));
      state.pass(tokens[at]);
    }
  }

  // Gives each sentence the tags that models trained without it give (jackknifing), so that
  // what comes later learns to live with their faults.
  void tag_by_others() {
    constexpr std::size_t folds = 3;
    for (int pass = 0; pass < 2; ++pass) {
      std::vector<tag_learner> learners;
      for (std::size_t fold = 0; fold < folds; ++fold) {
        sentence_list others = all();
        std::erase_if(others, [&](std::size_t i) { return i % folds == fold; });
        learners.push_back(train_tagger(std::move(others), pass,
                                        std::max(3, options_.tagger_rounds / 2), 7 + fold));
        learners.back().average();
      }
      for (std::size_t i = 0; i < sentences_.size(); ++i) {
        syntax_tokens& tokens = sentences_[i].tokens;
        tag_with(learners[i % folds], tokens, pass);
        if (pass == 0) {
          for (syntax_token& t : tokens) t.first_tag = t.tag;
        }
      }
    }
  }

  using costs = std::array<int, 3>;

  // How many arcs of the tree each move makes impossible (Goldberg and Nivre 2013).
  costs costs_of(const example_sentence& s, const parser_state& state) const {
    const token_index n = state.size();
    const auto head = [&](token_index d) {
      const token_index h = s.heads[static_cast<std::size_t>(d)];
      return h == unknown_head ? token_index{-5} : h < 0 ? n : h;
    };
    costs out{};
    const token_index s0 = state.stack(0), s1 = state.stack(1), b = state.front();
    if (s0 >= 0) {
      int children = 0;
      for (token_index i = b; i < n; ++i) children += head(i) == s0;
      const token_index h = head(s0);
      out[1] = children + ((s1 >= 0 && h == s1) || h > b ? 1 : 0);
      out[2] = children + (h >= b ? 1 : 0);
    }
    if (b < n) {
      for (std::size_t depth = 0; depth < state.depth(); ++depth) {
        const token_index x = state.stack(depth);
        if (head(x) == b) ++out[0];
        if (depth > 0 && head(b) == x) ++out[0];
      }
    }
    return out;
  }

  void train_parser(std::uint64_t seed, std::vector<std::int64_t>& move_sums,
                    std::vector<std::int64_t>& label_sums) {
    const syntax_model none;
    const sentence_parser features(none, *rules_, forms_);
    perceptron<move_capacity> moves(options_.bits[2]);
    perceptron<label_capacity> labels(options_.bits[3]);
    random_numbers random(seed);
    for (example_sentence& s : sentences_) {
      find_fields(*rules_, forms_, s.tokens, s.fields);
      look_around(s.tokens);
    }
    sentence_list order = all();
    for (int round = 0; round < options_.parser_rounds; ++round) {
      random.shuffle(order);
      for (std::size_t i : order) {
        parse_and_learn(sentences_[i], features, round, random, moves, labels);
      }
    }
    moves.add_averages(move_sums);
    labels.add_averages(label_sums);
  }

  void parse_and_learn(example_sentence& s, const sentence_parser& features, int round,
                       random_numbers& random, perceptron<move_capacity>& moves,
                       perceptron<label_capacity>& labels) {
    parser_state& state = state_;
    state.start(s.tokens, s.fields);
    while (!state.done()) {
      const costs cost = costs_of(s, state);
      const feature_list f = features.move_features(s.tokens, state);
      const auto scores = moves.scores(f);
      const unsigned allowed = state.moves();
      int best = -1;
      int good = -1;
      for (int m = 0; m < 3; ++m) {
        if (!(allowed >> m & 1)) continue;
        const auto k = static_cast<std::size_t>(m);
        if (best < 0 || scores[k] > scores[static_cast<std::size_t>(best)]) best = m;
        const auto g = static_cast<std::size_t>(std::max(good, 0));
        if (good < 0 || cost[k] < cost[g] || (cost[k] == cost[g] && scores[k] > scores[g]))
          good = m;
      }
      if (best != good)
        moves.update(f, static_cast<std::size_t>(good), static_cast<std::size_t>(best));
      moves.step();
      int taken = best;  // mostly goes on where the parser would be
      if (best != good && (round < 1 || random.below(10) == 0)) taken = good;
      const auto move = static_cast<parser_move>(taken);
      std::uint8_t label = 0;
      if (move != parser_move::shift) {
        label = learn_label(s, features, state.head_of(move), state.dependent(), labels);
      }
      state.apply(move, label);
    }
  }

  std::uint8_t learn_label(const example_sentence& s, const sentence_parser& features,
                           token_index head, token_index dependent,
                           perceptron<label_capacity>& labels) {
    const std::uint8_t root = rules_->label_with(label_role::root);
    if (head == state_.size()) return root;
    const feature_list f = features.label_features(s.tokens, state_, head, dependent);
    const auto scores = labels.scores(f);
    int best = -1;
    for (std::size_t i = 0; i < labels_.names().size(); ++i) {
      if (i == root) continue;
      if (best < 0 || scores[i] > scores[static_cast<std::size_t>(best)])
        best = static_cast<int>(i);
    }
    const auto d = static_cast<std::size_t>(dependent);
    if (s.heads[d] == head && s.labels[d] != unknown_name) {
      if (best != s.labels[d]) {
        labels.update(f, static_cast<std::size_t>(s.labels[d]), static_cast<std::size_t>(best));
      }
      labels.step();
    }
    return static_cast<std::uint8_t>(std::max(best, 0));
  }

  const lexicon& forms_;
  const training_options& options_;
  const grammar* rules_ = nullptr;
  name_list tags_;
  name_list labels_;
  std::vector<example_sentence> sentences_;
  syntax_tokens work_;
  parser_state state_;
};

}  // namespace

result<model_parts> train(const lexicon& forms, std::string_view grammar_table,
                          const std::vector<training_set>& sets, const training_options& options) {
  return trainer(forms, options).run(grammar_table, sets);
}

}  // namespace zeitstrahl
