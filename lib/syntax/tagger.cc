#include "syntax/tagger.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

constexpr std::uint32_t first_pass_kinds = 1;
constexpr std::uint32_t second_pass_kinds = 501;

// What is left and right of the sentence.
const syntax_token& outside() {
  static const syntax_token none;
  return none;
}

const syntax_token& token_at(const syntax_tokens& sentence, std::size_t at, int offset) {
  const auto place = static_cast<std::ptrdiff_t>(at) + offset;
  const auto size = static_cast<std::ptrdiff_t>(sentence.size());
  return place < 0 || place >= size ? outside() : sentence[static_cast<std::size_t>(place)];
}

bool ends_clause(mark_kind mark) {
  return mark == mark_kind::comma || mark == mark_kind::divider || mark == mark_kind::stop ||
         mark == mark_kind::quotation || mark == mark_kind::bracket;
}

// The verbs around a word by the first pass's tags, up to the ends of its clause.
struct brackets {
  std::uint64_t left = 0;    // tag + 1 of the last verb on the left, before a comma
  std::uint64_t finite = 0;  // of the last finite verb, also over a comma
  std::uint64_t finite_lemma = 0;
  std::uint64_t comma = 0;
  std::uint64_t opener = 0;  // a subordinator or relative, before a comma
  std::uint64_t count = 0;   // of verbs on the left
  std::uint64_t right = 0;   // of the next verb or particle on the right
  std::uint64_t next = 0;    // it stands next to the word
};

}  // namespace

void tagging_state::pass(const syntax_token& token) {
  if (token.word.mark == mark_kind::comma || token.word.mark == mark_kind::divider) {
    last_verb_ = 0;
    open_ = 0;
  } else if (token.is.any(tag_role::subordinator | tag_role::relative)) {
    open_ = 1;
  } else if (token.is.any(tag_role::verb)) {
    last_verb_ = token.tag + 1u;
    if (token.is.any(tag_role::finite)) open_ = open_ == 1 ? 2 : 3;
  }
}

namespace {

brackets brackets_of(const syntax_tokens& sentence, std::size_t at) {
  constexpr std::size_t reach = 50;
  brackets out;
  for (std::size_t i = at; i-- > 0 && i + reach > at;) {
    const syntax_token& t = sentence[i];
    if (t.word.mark == mark_kind::divider) break;
    if (t.word.mark == mark_kind::comma) out.comma = 1;
    if (!out.comma && t.is.any(tag_role::subordinator | tag_role::relative)) out.opener = 1;
    if (!t.is.any(tag_role::verb)) continue;
    if (!out.left && !out.comma) out.left = t.tag + 1u;
    ++out.count;
    if (t.is.any(tag_role::finite)) {
      out.finite = t.tag + 1u;
      out.finite_lemma = t.word.lemma;
      break;
    }
  }
  for (std::size_t i = at + 1; i < sentence.size() && i < at + reach; ++i) {
    const syntax_token& t = sentence[i];
    if (t.word.mark == mark_kind::comma || t.word.mark == mark_kind::divider) break;
    if (t.is.any(tag_role::verb | tag_role::particle)) {
      out.right = t.first_tag + 1u;
      out.next = i == at + 1;
      break;
    }
  }
  return out;
}

// Of the second pass: `is` holds the roles of the first pass's tags on the right of `at`.
void add_second_pass(const syntax_tokens& sentence, std::size_t at, feature_list& f) {
  const syntax_token& c = sentence[at];
  const std::uint64_t lex = c.word.form.pos + 1;
  const auto tag = [&](int offset) -> std::uint64_t {
    const auto place = static_cast<std::ptrdiff_t>(at) + offset;
    if (place < 0) return 61;
    if (place >= static_cast<std::ptrdiff_t>(sentence.size())) return 62;
    return sentence[static_cast<std::size_t>(place)].first_tag + 1u;
  };
  const std::uint64_t t0 = tag(0), t1 = tag(1), t2 = tag(2), t3 = tag(3), p1 = tag(-1);
  f.add(t0);
  f.add(t0, t1);
  f.add(t0, t1, t2);
  f.add(t1, t2, t3);
  f.add(t1, lex);
  f.add(t1, t2, lex);
  f.add(p1, t1, t0);
  f.add(p1, t1, lex);
  f.add(t1, c.word.lower);
  f.add(t2, lex);
  const brackets b = brackets_of(sentence, at);
  f.add(lex, b.opener, b.left, b.right);
  f.add(lex, b.finite, b.comma, b.opener * 2 + (b.left != 0));
  f.add(lex, b.finite_lemma, b.comma, b.left);
  f.add(lex, b.right, b.next, b.opener);
  f.add(t0, b.finite, b.left, b.right * 4 + b.comma * 2 + b.opener);
  f.add(t0, b.opener, b.right, b.left);
  f.add(t0, b.finite_lemma, b.right, b.left);
  f.add(c.word.endings[1], b.opener, b.left, b.right);
  f.add(c.word.endings[1], b.finite_lemma, b.comma, b.right);
  f.add(c.word.lower, b.left, b.right, b.opener);
  f.add(t0, std::min<std::uint64_t>(b.count, 3), b.finite, b.comma);
}

}  // namespace

feature_list tag_features(const syntax_tokens& sentence, std::size_t at, const tagging_state& state,
                          int pass) {
  const syntax_token& token = sentence[at];
  const syntax_word& c = token.word;
  const syntax_word& p = token_at(sentence, at, -1).word;
  const syntax_word& pp = token_at(sentence, at, -2).word;
  const syntax_word& q = token_at(sentence, at, 1).word;
  const syntax_word& qq = token_at(sentence, at, 2).word;
  const std::uint64_t t1 = at > 0 ? sentence[at - 1].tag + 1u : 0;
  const std::uint64_t t2 = at > 1 ? sentence[at - 2].tag + 1u : 0;
  const std::uint64_t lex = c.form.pos + 1;
  const std::uint64_t lex_before = p.form.pos + 1 + (at == 0);
  const std::uint64_t lex_behind = q.form.pos + 1 + (at + 1 == sentence.size());
  const std::uint64_t end =
      at + 1 == sentence.size() || ends_clause(q.mark) || q.form.is(pos_conjunction);
  const std::uint64_t open = state.last_verb() * 4 + state.open();

  feature_list f(pass == 0 ? first_pass_kinds : second_pass_kinds);
  f.add(0);
  f.add(c.hash);
  f.add(c.lower);
  for (std::uint32_t ending : c.endings) f.add(ending);
  f.add(c.beginning);
  f.add(c.shape);
  f.add(c.endings[2], c.shape);
  f.add(lex);
  f.add(lex, c.shape);
  f.add(p.lower);
  f.add(q.lower);
  f.add(pp.lower);
  f.add(qq.lower);
  f.add(lex_before);
  f.add(lex_behind);
  f.add(pp.form.pos, 7);
  f.add(qq.form.pos, 7);
  f.add(q.endings[1], q.shape);
  f.add(q.endings[2]);
  f.add(p.endings[1], p.shape);
  f.add(t1);
  f.add(t1, t2);
  f.add(t1, c.lower);
  f.add(t1, lex);
  f.add(t1, t2, lex);
  f.add(lex, lex_behind);
  f.add(lex, lex_before);
  f.add(lex, lex_behind, t1);
  f.add(lex_behind, qq.form.pos, lex);
  f.add(open, lex);
  f.add(open, c.endings[1]);
  f.add(open, lex, end);
  f.add(open, c.lower);
  f.add(end, c.lower);
  f.add(end, lex, t1);
  f.add(c.lower, q.lower);
  f.add(c.lower, p.lower);
  f.add(c.lower, lex_behind);
  f.add(c.shape, q.shape, t1);
  f.add(t1, q.shape, lex);
  f.add(c.endings[2], t1);
  f.add(c.endings[1], lex_behind);
  f.add(c.form.nominal, t1, p.form.nominal);
  f.add(c.lower, qq.form.pos);
  if (pass == 1) add_second_pass(sentence, at, f);
  return f;
}

bool is_vetoed(const syntax_word& word, tag_roles roles) {
  // A verb is written small, but where a sentence opens.
  const bool opens = word.shape & shape_first;
  if (word.capital && !opens) return roles.any(tag_role::verb | tag_role::particle);
  if (!word.form.known() || word.capital) return false;
  const morphology& form = word.form;
  if (roles.any(tag_role::finite)) return !form.is(pos_finite | pos_imperative);
  if (roles.any(tag_role::infinitive)) return !form.is(pos_infinitive | pos_zu_infinitive);
  if (roles.any(tag_role::participle)) return !form.is(pos_participle);
  if (roles.any(tag_role::particle)) return !form.is(pos_particle);
  if (roles.any(tag_role::verb)) return false;
  constexpr std::uint32_t verbal = pos_verb | pos_subordinate_only | pos_subjunctive1 |
                                   pos_subjunctive2 | pos_preterite | pos_present |
                                   pos_main_clause | pos_modal | pos_auxiliary;
  return form.is(pos_finite | pos_infinitive | pos_participle) && (form.pos & ~verbal) == 0;
}

namespace {

std::uint8_t best_tag(const syntax_model& model, const grammar& rules,
                      const syntax_tokens& sentence, std::size_t at, const tagging_state& state,
                      int pass) {
  const feature_list features = tag_features(sentence, at, state, pass);
  const auto scores = model.tagger[static_cast<std::size_t>(pass)].scores(features);
  int best = -1;
  for (std::size_t tag = 0; tag < model.tags().size(); ++tag) {
    const bool better = best < 0 || scores[tag] > scores[static_cast<std::size_t>(best)];
    if (!better || is_vetoed(sentence[at].word, rules.of_tag(static_cast<std::uint8_t>(tag)))) {
      continue;
    }
    best = static_cast<int>(tag);
  }
  return static_cast<std::uint8_t>(std::max(best, 0));
}

}  // namespace

void tag_sentence(const syntax_model& model, const grammar& rules, syntax_tokens& sentence) {
  // A mark is punctuation whatever stands around it.
  const std::uint8_t punctuation = rules.tag_with(tag_role::punctuation);
  const bool has_punctuation = rules.of_tag(punctuation).any(tag_role::punctuation);
  for (int pass = 0; pass < 2; ++pass) {
    tagging_state state;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      syntax_token& token = sentence[at];
      const bool mark = has_punctuation && token.word.mark != mark_kind::none;
      token.tag = mark ? punctuation : best_tag(model, rules, sentence, at, state, pass);
      token.is = rules.of_tag(token.tag);
      state.pass(token);
    }
    if (pass == 0) {
      for (syntax_token& token : sentence) token.first_tag = token.tag;
    }
  }
}

}  // namespace zeitstrahl
