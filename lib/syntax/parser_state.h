#ifndef ZEITSTRAHL_LIB_SYNTAX_PARSER_STATE_H_
#define ZEITSTRAHL_LIB_SYNTAX_PARSER_STATE_H_

// How far the parser is in a sentence, and the moves that the fields leave open to it.

#include <cstdint>
#include <vector>

#include "syntax/fields.h"
#include "syntax/grammar.h"
#include "syntax/token.h"

namespace zeitstrahl {

enum class parser_move : std::uint8_t { shift, left, right };

// The stack, the buffer and the arcs so far.  The root stands at the buffer's end.
class parser_state {
 public:
  // Words that have no other word under them.
  static constexpr tag_roles no_heads = tag_role::punctuation | tag_role::adposition |
                                        tag_role::subordinator | tag_role::coordinator |
                                        tag_role::infinitive_mark | tag_role::particle;

  void start(const syntax_tokens& tokens, const sentence_fields& fields);
  bool done() const { return front_ == size_ && stack_.empty(); }

  // The word that a clause hangs on: its verb with a content, or what its copula is attached to;
  // no_token while that is open.
  token_index clause_head(std::int32_t clause) const;

  // The moves that may be made, one bit each: those that the fields permit, or all that are
  // possible where they permit none.
  unsigned moves() const;
  void apply(parser_move move, std::uint8_t label);

  // The arc that a move makes.
  token_index dependent() const { return stack_.back(); }
  token_index head_of(parser_move move) const {
    return move == parser_move::left ? front_ : stack_[stack_.size() - 2];
  }

  token_index size() const { return size_; }
  token_index front() const { return front_; }
  token_index stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : no_token;
  }
  std::size_t depth() const { return stack_.size(); }
  token_index head(token_index i) const { return arcs_[index(i)].head; }
  bool has_head(token_index i) const { return arcs_[index(i)].head != open_head; }
  int label(token_index i) const { return arcs_[index(i)].label; }

  // The children of a token: outermost and next to it on the left, and so on the right.
  struct children {
    token_index left = no_token;
    token_index left2 = no_token;
    token_index right = no_token;
    token_index right2 = no_token;
    std::uint16_t lefts = 0;
    std::uint16_t rights = 0;
  };
  const children& of(token_index i) const { return arcs_[index(i)].under; }

 private:
  static constexpr token_index open_head = -2;
  struct arc {
    token_index head = open_head;
    std::int16_t label = -1;
    std::uint16_t waiting = 0;       // tokens bound to this one that have no head yet
    std::uint16_t waiting_left = 0;  // of these, those on its left
    children under;
  };
  static std::size_t index(token_index i) { return static_cast<std::size_t>(i); }
  bool is_possible(parser_move move) const;
  bool is_permitted(token_index head, token_index dependent) const;
  bool is_last_chance() const;
  std::uint16_t& unattached(token_index i) {
    return unattached_[index((*tokens_)[index(i)].clause + 1)];
  }

  const syntax_tokens* tokens_ = nullptr;
  std::vector<std::uint16_t> unattached_;  // by clause + 1: its words without a head
  std::vector<token_index> last_of_;       // by clause + 1: its last word
  const sentence_fields* fields_ = nullptr;

  std::vector<token_index> stack_;
  std::vector<arc> arcs_;  // by token; the root's behind them
  token_index front_ = 0;
  token_index size_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_PARSER_STATE_H_
