#include "syntax/parser.h"

#include <algorithm>
#include <bit>

namespace zeitstrahl {

sentence_parser::sentence_parser(const syntax_model& model, const grammar& rules,
                                 const lexicon& forms)
    : model_(model),
      rules_(rules),
      forms_(forms),
      root_label_(rules.label_with(label_role::root)),
      punctuation_label_(rules.label_with(label_role::punctuation)) {}

// Auxiliaries and particles are what the fields bound, and nothing else among verbs.
bool sentence_parser::fits(const syntax_tokens& tokens, token_index head, token_index dependent,
                           std::uint8_t label) const {
  if (label == root_label_) return false;
  const label_roles roles = rules_.of_label(label);
  const syntax_token& d = tokens[static_cast<std::size_t>(dependent)];
  if (d.bound_to == head && d.is.any(tag_role::auxiliary)) return roles.any(label_role::auxiliary);
  if (d.bound_to == head && d.is.any(tag_role::particle)) return roles.any(label_role::particle);
  if (roles.any(label_role::particle)) {
    const syntax_token& h = tokens[static_cast<std::size_t>(head)];
    return d.is.any(tag_role::particle) && h.is.any(tag_role::verb) && d.clause == h.clause;
  }
  if (!roles.any(label_role::auxiliary) || !d.is.any(tag_role::finite)) return true;
  if (d.clause != tokens[static_cast<std::size_t>(head)].clause) return false;
  const syntax_token& before = tokens[static_cast<std::size_t>(std::max(head - 1, 0))];
  return !before.is.any(tag_role::infinitive_mark) &&
         !before.word.roles.any(word_role::infinitive_mark);
}

std::uint8_t sentence_parser::best_label(const syntax_tokens& tokens, const parser_state& state,
                                         token_index head, token_index dependent) const {
  if (head == state.size()) return root_label_;
  // A mark is never anything else.
  const bool mark = tokens[static_cast<std::size_t>(dependent)].is.any(tag_role::punctuation);
  if (mark && rules_.of_label(punctuation_label_).any(label_role::punctuation)) {
    return punctuation_label_;
  }
  const auto scores = model_.labeller.scores(label_features(tokens, state, head, dependent));
  int best = -1;
  for (std::size_t i = 0; i < model_.labels().size(); ++i) {
    const bool better = best < 0 || scores[i] > scores[static_cast<std::size_t>(best)];
    if (better && fits(tokens, head, dependent, static_cast<std::uint8_t>(i))) {
      best = static_cast<int>(i);
    }
  }
  return static_cast<std::uint8_t>(std::max(best, 0));
}

void sentence_parser::parse(syntax_tokens& tokens, const sentence_fields& fields,
                            parser_state& state) const {
  look_around(tokens);
  state.start(tokens, fields);
  while (!state.done()) {
    const unsigned allowed = state.moves();
    int best = std::countr_zero(allowed);
    if (!std::has_single_bit(allowed)) {
      const auto scores = model_.moves.scores(move_features(tokens, state));
      for (int m = best + 1; m < 3; ++m) {
        if (!(allowed >> m & 1)) continue;
        if (scores[static_cast<std::size_t>(m)] > scores[static_cast<std::size_t>(best)]) best = m;
      }
    }
    const auto move = static_cast<parser_move>(best);
    std::uint8_t label = 0;
    if (move != parser_move::shift) {
      label = best_label(tokens, state, state.head_of(move), state.dependent());
    }
    state.apply(move, label);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].head = state.head(static_cast<token_index>(i));
    tokens[i].label = static_cast<std::uint8_t>(state.label(static_cast<token_index>(i)));
  }
}

}  // namespace zeitstrahl
