#include "syntax/mend_tags.h"

namespace zeitstrahl {
namespace {

constexpr tag_roles finite_verb = tag_role::finite | tag_role::verb;

class mender {
 public:
  mender(const grammar& rules, syntax_tokens& tokens)
      : rules_(rules), tokens_(tokens), size_(static_cast<token_index>(tokens.size())) {}

  void mend() {
    mend_main_verb();
    mend_questions();
    mend_relatives();
    mend_second_verbs();
    mend_infinitives();
  }

 private:
  syntax_token& at(token_index i) { return tokens_[static_cast<std::size_t>(i)]; }
  bool is(token_index i, tag_roles roles) { return i >= 0 && i < size_ && at(i).is.any(roles); }
  bool has(token_index i, word_roles roles) {
    return i >= 0 && i < size_ && at(i).word.roles.any(roles);
  }
  mark_kind mark(token_index i) { return i >= 0 && i < size_ ? at(i).word.mark : mark_kind::stop; }
  bool is_infinite(token_index i) { return is(i, tag_role::infinitive | tag_role::participle); }
  bool is_last(token_index i) {
    return mark(i + 1) != mark_kind::none || is(i + 1, tag_role::coordinator);
  }

  // "Vor Tagen [berichteten] Anwohner ...": in a sentence without a finite verb a form that can be
  // one, and that nothing before it makes an attribute.
  void mend_main_verb() {
    if (size_ < 3 || at(size_ - 1).word.text != ".") return;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::finite)) return;
    }
    constexpr std::uint32_t wanted = pos_finite | pos_main_clause;
    constexpr tag_roles leads = tag_role::determiner | tag_role::adposition |
                                tag_role::infinitive_mark | tag_role::coordinator;
    for (token_index i = 1; i + 2 < size_; ++i) {
      if ((at(i).word.form.pos & wanted) != wanted || at(i).word.capital) continue;
      if (!is(i, tag_role::adjective) && !is_infinite(i)) continue;
      const bool attribute = is(i - 1, leads | tag_roles(tag_role::adjective));
      if (attribute || mark(i - 1) != mark_kind::none || is_last(i)) continue;
      retag(rules_, at(i), finite_verb);
      return;
    }
  }

  // ", woher die Spuren [stammen]": a question that depends on something has a finite verb.
  void mend_questions() {
    bool open = false;
    for (token_index i = 1; i < size_; ++i) {
      if (has(i, word_role::interrogative) && mark(i - 1) == mark_kind::comma &&
          is(i, tag_role::adverb | tag_role::pronoun)) {
        open = true;
      } else if (is(i, tag_role::finite)) {
        open = false;
      } else if (open && is_last(i) && is_infinite(i) && at(i).word.form.is(pos_finite) &&
                 !has(i - 1, word_role::infinitive_mark)) {
        retag(rules_, at(i), finite_verb);
        open = false;
      }
    }
  }

  // "Die Werft, [die] Schiffe baute und ..., steht leer": before the sentence's own verb, and with
  // its verb last, what looks like an article is a relative pronoun.
  void mend_relatives() {
    for (token_index i = 2; i + 1 < size_ && !is(i, tag_role::finite); ++i) {
      const bool opens = mark(i - 1) == mark_kind::comma && is(i, tag_role::determiner) &&
                         at(i).word.form.is(pos_pronoun) && at(i).word.form.is(pos_article) &&
                         is(i - 2, tag_role::noun | tag_role::name);
      if (!opens) continue;
      token_index verb = i + 1;
      while (verb < size_ && mark(verb) == mark_kind::none && !is(verb, tag_role::finite)) ++verb;
      if (!is(verb, tag_role::finite) || !is_last(verb) || !has_finite_behind(verb)) return;
      retag(rules_, at(i), tag_role::relative);
      return;
    }
  }

  bool has_finite_behind(token_index i) {
    for (++i; i < size_; ++i) {
      if (is(i, tag_role::finite)) return true;
      if (is(i, tag_role::subordinator | tag_role::relative)) return false;
    }
    return false;
  }

  // "..., die ein Rad haben und auf die Bahn [umsteigen]": goes on with a clause whose verb stands
  // last, and has its own last, too.
  void mend_second_verbs() {
    bool last = false;  // a clause with its verb last
    bool open = false;  // a coordinator stands right behind it
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::subordinator | tag_role::relative)) last = true;
      if (mark(i) != mark_kind::none) open = false;
      if (is(i, tag_role::finite)) {
        open = last && is(i + 1, tag_role::coordinator);
        last = false;
      } else if (open && is(i, tag_role::infinitive) && is_last(i) &&
                 mark(i + 1) != mark_kind::none && at(i).word.form.is(pos_finite) &&
                 !has(i - 1, word_role::infinitive_mark) && !is_infinite(i - 1)) {
        retag(rules_, at(i), finite_verb);
        open = false;
      }
    }
  }

  // "Sie wollen sich am Montag, dem 8. Mai, in Bonn [treffen].": behind a modal verb that has no
  // infinitive yet, over a date between commas.
  void mend_infinitives() {
    token_index modal = no_token;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::subordinator | tag_role::relative) || is_infinite(i) ||
          mark(i) == mark_kind::divider || is(i, tag_role::coordinator)) {
        modal = no_token;
      }
      if (!is(i, tag_role::finite)) continue;
      const bool waits = modal != no_token && i > modal + 1 && is_last(i);
      if (waits && at(i).word.form.is(pos_infinitive) && mark(i - 1) == mark_kind::none) {
        retag(rules_, at(i), tag_role::verb | tag_role::infinitive);
      }
      modal = at(i).word.form.is(pos_modal) ? i : no_token;
    }
  }

  const grammar& rules_;
  syntax_tokens& tokens_;
  token_index size_;
};

}  // namespace

void mend_tags(const grammar& rules, syntax_tokens& tokens) { mender(rules, tokens).mend(); }

void retag(const grammar& rules, syntax_token& token, tag_roles wanted) {
  for (std::size_t i = 0; i < rules.tags(); ++i) {
    const auto tag = static_cast<std::uint8_t>(i);
    if (rules.of_tag(tag).bits != wanted.bits) continue;
    token.tag = tag;
    token.is = wanted;
    return;
  }
}

}  // namespace zeitstrahl
