#include "syntax/parser_state.h"

namespace zeitstrahl {

void parser_state::start(const syntax_tokens& tokens, const sentence_fields& fields) {
  tokens_ = &tokens;
  fields_ = &fields;
  size_ = static_cast<token_index>(tokens.size());
  front_ = 0;
  stack_.clear();
  arcs_.assign(tokens.size() + 1, arc());
  unattached_.assign(tokens.size() + 2, 0);
  last_of_.assign(tokens.size() + 2, no_token);
  for (token_index i = 0; i < size_; ++i) {
    const syntax_token& t = tokens[index(i)];
    if (!t.is.any(tag_role::punctuation)) {
      ++unattached(i);
      last_of_[index(t.clause + 1)] = i;
    }
    if (t.bound_to == no_token) continue;
    arc& verb = arcs_[index(t.bound_to)];
    ++verb.waiting;
    if (i < t.bound_to) ++verb.waiting_left;
  }
}

bool parser_state::is_possible(parser_move move) const {
  switch (move) {
    case parser_move::shift:
      return front_ < size_;
    case parser_move::left:
      return !stack_.empty() && (front_ < size_ || stack_.size() == 1);
    case parser_move::right:
      return stack_.size() >= 2;
  }
  return false;
}

token_index parser_state::clause_head(std::int32_t clause) const {
  const token_index finite = fields_->clauses[index(clause)].finite;
  const syntax_token& verb = (*tokens_)[index(finite)];
  if (verb.bound_to != no_token) return verb.bound_to;
  if (!verb.is.any(tag_role::auxiliary)) return finite;
  if (!has_head(finite)) return no_token;
  const token_index head = arcs_[index(finite)].head;
  const bool inside = head >= 0 && (*tokens_)[index(head)].clause == clause;
  return inside ? head : finite;
}

// Whether a word would be cut off from the head of its clause if that were passed by.
bool parser_state::is_last_chance() const {
  if (arcs_[index(front_)].waiting_left > 0) return true;
  const std::int32_t clause = (*tokens_)[index(front_)].clause;
  if (clause < 0 || (*tokens_)[index(dependent())].clause != clause) return false;
  const bool ends = (*tokens_)[index(front_)].is.any(tag_role::verb) &&
                    last_of_[index(clause + 1)] == front_ && unattached_[index(clause + 1)] > 2;
  return ends || clause_head(clause) == front_;
}

bool parser_state::is_permitted(token_index head, token_index dependent) const {
  const syntax_token& d = (*tokens_)[index(dependent)];
  if (arcs_[index(dependent)].waiting > 0) return false;
  if (d.bound_to != no_token) return d.bound_to == head;
  if (head == size_) return true;
  const syntax_token& h = (*tokens_)[index(head)];
  if (h.is.any(no_heads) || h.bound_to != no_token) return false;
  if (d.is.any(tag_role::punctuation) || d.clause < 0) return true;
  const token_index of_clause = clause_head(d.clause);
  if (h.clause == d.clause) return of_clause != dependent;
  return unattached_[index(d.clause + 1)] == 1 && (of_clause == dependent || of_clause == no_token);
}

unsigned parser_state::moves() const {
  unsigned possible = 0;
  unsigned permitted = 0;
  for (parser_move move : {parser_move::left, parser_move::right}) {
    if (!is_possible(move)) continue;
    const unsigned bit = 1u << static_cast<unsigned>(move);
    possible |= bit;
    if (is_permitted(head_of(move), dependent())) permitted |= bit;
  }
  if (is_possible(parser_move::shift)) {
    possible |= 1;
    if (!(permitted & 2) || !is_last_chance()) permitted |= 1;
  }
  return permitted ? permitted : possible;
}

void parser_state::apply(parser_move move, std::uint8_t label) {
  if (move == parser_move::shift) {
    stack_.push_back(front_++);
    return;
  }
  const token_index d = dependent();
  const token_index h = head_of(move);
  arcs_[index(d)].head = h == size_ ? no_token : h;
  arcs_[index(d)].label = label;
  const syntax_token& dependent_token = (*tokens_)[index(d)];
  if (!dependent_token.is.any(tag_role::punctuation)) --unattached(d);
  if (dependent_token.bound_to != no_token) {
    arc& verb = arcs_[index(dependent_token.bound_to)];
    --verb.waiting;
    if (d < dependent_token.bound_to) --verb.waiting_left;
  }
  children& under = arcs_[index(h)].under;
  if (d < h) {
    under.left2 = under.left;
    under.left = d;
    ++under.lefts;
  } else {
    under.right2 = under.right;
    under.right = d;
    ++under.rights;
  }
  stack_.pop_back();
}

}  // namespace zeitstrahl
