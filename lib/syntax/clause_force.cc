#include "syntax/clause_force.h"

#include "syntax/sentence_view.h"

namespace zeitstrahl {
namespace {

class force_reader : sentence_view {
 public:
  force_reader(const grammar& rules, sentence& of, std::int32_t number, token_index head)
      : sentence_view(of), rules_(rules), number_(number), head_(head) {}

  void read() {
    syntax_clause& c = of(number_);
    find_force(c);
    find_negation(c);
  }

 private:
  bool ends_with_question(const syntax_clause& c) const {
    for (token_index i = c.end - 1; i < size_ && i >= c.begin; ++i) {
      if (at(i).word.text == "?") return true;
      if (mark(i) == mark_kind::stop) return false;
    }
    return false;
  }

  // "[Melden Sie] sich an!": with the verb before the polite pronoun, and no question.
  bool addresses(const syntax_clause& c) const {
    const token_index address = c.finite + 1;
    const bool first = c.finite == c.begin || has(c.finite - 1, word_role::polite) ||
                       is(c.finite - 1, tag_role::coordinator);
    return first && c.force == clause_force::statement && has(address, word_role::polite) &&
           at(address).word.capital;
  }

  // "[Wie] es weitergeht, ist offen", not "Wie die Polizei mitteilte, ...".
  bool asks(const syntax_clause& c) const {
    if (!has(c.opener, word_role::interrogative) || is(c.opener, tag_role::relative)) return false;
    if (!has(c.opener, word_role::comparison)) return true;
    const label_roles label = rules_.of_label(at(head_).label);
    return label.any(label_role::clausal_object | label_role::clausal_subject) ||
           stands_for_subject(c);
  }

  // "[Wie es weitergeht], bleibt offen": the clause that begins with its verb has no other subject.
  bool stands_for_subject(const syntax_clause& c) const {
    token_index verb = c.end;
    while (verb < size_ && mark(verb) == mark_kind::comma) ++verb;
    if (!is(verb, tag_role::finite) || of(owner(verb)).finite != verb) return false;
    const syntax_clause& outer = of(owner(verb));
    for (token_index i = outer.begin; i < outer.end; ++i) {
      if (owner(i) != owner(verb)) continue;
      const bool subject = rules_.of_label(at(i).label).any(label_role::subject);
      if (subject || at(i).likely_subject || is(i, tag_role::participle)) return false;
    }
    return true;
  }

  void find_force(syntax_clause& c) const {
    if (c.kind == clause_kind::main) {
      if (ends_with_question(c)) c.force = clause_force::question;
      if (c.mood == verb_mood::imperative || addresses(c)) c.force = clause_force::command;
      if (opens_condition(c) || adds_condition(c)) c.force = clause_force::condition;
    } else if (c.kind == clause_kind::subordinate && c.opener != no_token) {
      if (has(c.opener, word_role::whether) || asks(c)) c.force = clause_force::question;
      if (has(c.opener, word_role::condition)) c.force = clause_force::condition;
    } else if (c.kind == clause_kind::heading && c.end > 0 && at(c.end - 1).word.text == "?") {
      c.force = clause_force::question;
    }
  }

  // "[Haette das Land nicht geholfen], haette ...": with its verb first, before another main
  // clause that begins with its verb, too.
  bool opens_condition(const syntax_clause& c) const {
    if (c.finite != c.begin || c.end >= size_) return false;
    const token_index behind = mark(c.end - 1) == mark_kind::comma ? c.end : c.end + 1;
    return mark(behind - 1) == mark_kind::comma && is(behind, tag_role::finite);
  }

  // "Das Bad schliesst, [sollte das Geld fehlen]": with "sollte" first and a subject of its own,
  // behind a main clause that has its verb.
  bool adds_condition(const syntax_clause& c) const {
    if (c.finite < 2 || !has(c.finite, word_role::condition)) return false;
    if (mark(c.finite - 1) != mark_kind::comma) return false;
    const syntax_clause& before = of(owner(c.finite - 2));
    if (before.kind != clause_kind::main || before.finite == no_token) return false;
    if (before.finite == before.begin) return false;
    for (token_index i = c.begin; i < c.end; ++i) {
      if (owner(i) == number_ && rules_.of_label(at(i).label).any(label_role::subject)) return true;
    }
    return false;
  }

  void find_negation(syntax_clause& c) const {
    for (token_index i = c.begin; i < c.end; ++i) {
      if (owner(i) != number_ || !has(i, word_role::negation)) continue;
      if (has(i + 1, word_role::negation_escape)) continue;
      if (c.negation == no_token) c.negation = i;
      if (!is_corrected(i, c)) c.negative = true;
    }
  }

  // "nicht im Juli, sondern im Oktober": only what stands between is denied.
  bool is_corrected(token_index negation, const syntax_clause& c) const {
    for (token_index i = negation + 1; i < size_ && i < c.end + 2; ++i) {
      if (has(i, word_role::contrast)) return true;
    }
    return false;
  }

  const grammar& rules_;
  std::int32_t number_;
  token_index head_;
};

}  // namespace

void read_force(const grammar& rules, sentence& of, std::int32_t number, token_index head) {
  force_reader(rules, of, number, head).read();
}

void mark_quotations(sentence& of) {
  bool open = false;
  for (std::size_t i = 0; i < of.words.size(); ++i) {
    const std::string_view text = of.words[i].word.text;
    const mark_kind mark = of.words[i].word.mark;
    if (mark == mark_kind::opening && text != "(" && text != "[") {
      open = true;
    } else if (mark == mark_kind::quotation) {
      open = text == "\"" && !open;
    } else if (open) {
      syntax_clause& c = of.clauses[static_cast<std::size_t>(of.owner[i])];
      if (static_cast<token_index>(i) == c.finite || c.finite == no_token) c.quoted = true;
    }
  }
}

}  // namespace zeitstrahl
