#include "syntax/mend_tags.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr tag_roles finite_verb = tag_role::finite | tag_role::verb;
constexpr tag_roles finite_auxiliary = finite_verb | tag_roles(tag_role::auxiliary);
constexpr tag_roles infinite_auxiliary =
    tag_role::verb | tag_role::infinitive | tag_roles(tag_role::auxiliary);

class mender {
 public:
  mender(const grammar& rules, syntax_tokens& tokens)
      : rules_(rules), tokens_(tokens), size_(static_cast<token_index>(tokens.size())) {}

  void mend() {
    mend_prepositional_relatives();
    mend_pronouns();
    mend_articles();
    mend_finite_verbs();
    mend_main_verb();
    mend_questions();
    mend_relatives();
    mend_second_verbs();
    mend_brackets();
    mend_second_place();
  }

  void mend_nouns() {
    mend_bare_nouns();
    mend_surnames();
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

  // ", bei [der] 300 Leute arbeiten,": behind a comma and a preposition, where a finite verb ends
  // the stretch.
  void mend_prepositional_relatives() {
    for (token_index i = 2; i < size_; ++i) {
      if (!has(i, word_role::relative_pronoun) || !is(i, tag_role::determiner)) continue;
      if (!is(i - 1, tag_role::adposition) || mark(i - 2) != mark_kind::comma) continue;
      if (verb_ends_stretch(i)) retag(rules_, at(i), tag_role::relative);
    }
  }

  // "[Dieser] war Gast": no noun follows that it could determine.
  void mend_pronouns() {
    for (token_index i = 0; i + 1 < size_; ++i) {
      if (!is(i, tag_role::determiner) || !is(i + 1, tag_role::finite)) continue;
      if (at(i).word.form.is(pos_pronoun)) retag(rules_, at(i), tag_role::pronoun);
    }
  }

  // "[Das] bei dem Brand zerstoerte Haus steht": before a preposition, where an adjective and its
  // noun stand before the first finite verb.
  void mend_articles() {
    constexpr token_index reach = 12;
    constexpr tag_roles nominal = tag_role::noun | tag_role::name;
    for (token_index i = 0; i + 1 < size_; ++i) {
      if (!is(i, tag_role::pronoun) || !is(i + 1, tag_role::adposition)) continue;
      if (!at(i).word.form.is(pos_article)) continue;
      token_index verb = i + 2;
      while (verb < std::min(size_, i + reach) && mark(verb) == mark_kind::none &&
             !is(verb, tag_role::finite)) {
        ++verb;
      }
      const bool attribute = is(verb, tag_role::finite) && is(verb - 1, nominal) &&
                             is(verb - 2, tag_role::adjective) && verb - 2 > i + 2;
      if (attribute) retag(rules_, at(i), tag_role::determiner);
    }
  }

  // "2020 musste die Firma [Insolvenz] anmelden": no name of the firm.
  void mend_bare_nouns() {
    for (token_index i = 1; i < size_; ++i) {
      const bool bare = has(i, word_role::bare_noun) && is(i, tag_role::name) &&
                        !is(i + 1, tag_role::name) && mark(i - 1) == mark_kind::none;
      if (bare && is(i - 1, tag_role::noun)) {
        retag(rules_, at(i), tag_role::noun);
      }
    }
  }

  // "leitete Franz [Stern] die Sitzung": what stands bare in the singular behind a first name is
  // the surname, but not what somebody is or becomes: "2019 wurde Anna Mutter".
  void mend_surnames() {
    constexpr std::uint16_t nominative =
        nominal_case(grammatical_case::nominative) &
        static_cast<std::uint16_t>(~nominal_bit(grammatical_case::nominative, gender::plural));
    bool only_auxiliary = true;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::verb) && !is(i, tag_role::auxiliary)) only_auxiliary = false;
    }
    if (only_auxiliary) return;
    for (token_index i = 1; i < size_; ++i) {
      const morphology& before = at(i - 1).word.form;
      const bool first_name = is(i - 1, tag_role::name) && before.is(pos_name) &&
                              (before.detail & detail_first_name) != 0 &&
                              !is(i - 2, tag_role::name | tag_role::determiner);
      if (!first_name || !is(i, tag_role::noun) || !at(i).word.capital) continue;
      if (is(i + 1, tag_role::name) ||
          has(i, word_role::bare_noun | word_roles(word_role::time_noun)))
        continue;
      if (at(i).word.form.nominal & nominative) retag(rules_, at(i), tag_role::name);
    }
  }

  bool verb_ends_stretch(token_index i) {
    for (++i; i < size_ && mark(i) == mark_kind::none; ++i) {
      if (is(i, tag_role::finite)) return mark(i + 1) != mark_kind::none;
    }
    return false;
  }

  // A clause with its verb last has a finite one; if none is tagged so, the last form of a
  // verb before the clause's end is it.
  void mend_finite_verbs() {
    bool open = false;
    for (token_index i = 0; i < size_; ++i) {
      if (is(i, tag_role::subordinator | tag_role::relative) && !has(i, word_role::main_opener) &&
          !has(i, word_role::infinitive_opener) && !has(i, word_role::comparison)) {
        open = true;
      } else if (is(i, tag_role::finite)) {
        open = false;
      }
      const bool end = ends_clause(mark(i)) || mark(i) == mark_kind::bracket ||
                       mark(i) == mark_kind::dash || (is(i, tag_role::coordinator) && open);
      if (!end || !open || i < 2) continue;
      if (!is(i - 1, tag_role::infinitive | tag_role::participle)) continue;
      if (is(i - 2, tag_role::infinitive_mark)) continue;
      if (!at(i - 1).word.form.is(pos_finite)) continue;
      if (is(i - 1, tag_role::participle) && i + 1 < size_ && mark(i) != mark_kind::stop) continue;
      retag(rules_, at(i - 1), is(i - 1, tag_role::auxiliary) ? finite_auxiliary : finite_verb);
      open = false;
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

  // "Das Werk schliesst, [das] gab die Firma bekannt": no relative pronoun, where a finite verb
  // stands in second place and the clause goes on.
  void mend_second_place() {
    for (token_index i = 1; i + 2 < size_; ++i) {
      if (!is(i, tag_role::relative) || !is(i + 1, tag_role::finite)) continue;
      if (mark(i - 1) != mark_kind::comma || is_last(i + 1) || is_infinite(i + 2)) continue;
      if (at(i).word.form.is(pos_pronoun)) retag(rules_, at(i), tag_role::pronoun);
    }
  }

  // "Der Plan soll Ortmann, Kern und Hoyer uebergeben [werden]": of two finite verbs of a main
  // clause the last, behind a participle, is an infinitive.
  void mend_brackets() {
    bool open = false;  // an auxiliary opened a bracket
    for (token_index i = 0; i < size_; ++i) {
      const bool apart = mark(i) != mark_kind::none && mark(i) != mark_kind::comma &&
                         mark(i) != mark_kind::bracket && mark(i) != mark_kind::opening;
      if (apart || is(i, tag_role::subordinator | tag_role::relative) ||
          has(i, word_role::interrogative)) {
        open = false;
      } else if (is(i, tag_role::finite)) {
        const bool closes = open && is(i - 1, tag_role::participle) && is(i, tag_role::auxiliary) &&
                            is_last(i) && at(i).word.form.is(pos_infinitive);
        if (closes) retag(rules_, at(i), infinite_auxiliary);
        open = !closes && is(i, tag_role::auxiliary);
      }
    }
  }

  const grammar& rules_;
  syntax_tokens& tokens_;
  token_index size_;
};

}  // namespace

bool ends_clause(mark_kind mark) {
  return mark == mark_kind::comma || mark == mark_kind::divider || mark == mark_kind::stop ||
         mark == mark_kind::quotation;
}

void mend_tags(const grammar& rules, syntax_tokens& tokens) { mender(rules, tokens).mend(); }

void mend_nouns(const grammar& rules, syntax_tokens& tokens) { mender(rules, tokens).mend_nouns(); }

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
