#include "claim/matter.h"

#include <libstemmer.h>

#include <algorithm>

#include "base/utf8.h"
#include "claim/nominative.h"

namespace zeitstrahl {

void word_stemmer::closer::operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }

word_stemmer::word_stemmer(const std::string& language)
    : snowball_(sb_stemmer_new(language.c_str(), "UTF_8")) {}

std::string word_stemmer::stem(std::string_view folded) const {
  const auto* begin = reinterpret_cast<const sb_symbol*>(folded.data());
  const auto size = static_cast<int>(folded.size());
  const sb_symbol* out = snowball_ ? sb_stemmer_stem(snowball_.get(), begin, size) : nullptr;
  if (!out) return std::string(folded);  // no such language, or out of memory
  return {reinterpret_cast<const char*>(out),
          static_cast<std::size_t>(sb_stemmer_length(snowball_.get()))};
}

matter_memory::matter_memory(const std::string& language) : stemmer(language) {
  result<lexicon> found = built_in_lexicon(language);
  if (found) forms.emplace(*std::move(found));
}

void matter_memory::forget_words() {
  used.clear();
  matters.clear();
  nouns.clear();
}

void matter_memory::forget_article() {
  for (const index_of<named_matter> m : used) matters[m].uses = 0;
  used.clear();
}

namespace {

class matter_finder {
 public:
  matter_finder(const analyzed_text& text, const article_names& names, const matter_source& source,
                matter_memory& memory)
      : text_(text), names_(names), source_(source), memory_(memory) {}

  claim_matter find() {
    if (source_.head == no_index) {
      add_verb();
    } else {
      add_noun(source_.head);
      out_.topic = topic(source_.head);
    }
    const bool clause = source_.head == no_index;
    for (std::uint32_t i = source_.tokens.begin; i < source_.tokens.end; ++i) {
      if (clause && !source_.clauses.owns(source_.clause, i)) continue;
      if (is_noun(i)) {
        if (any_holds(source_.times, i)) continue;
        add_noun(i);
        if (out_.topic.empty() && text_.is_event(i) && !text_.is(i, word_class::no_event))
          out_.topic = topic(i);
      } else if (text_.is_word(i) && text_.is(i, word_class::same_matter)) {
        add(matter_of(fold_case(text_.in(i))));
      }
    }
    if (out_.topic.empty() && source_.nameless) out_.topic = most_used();
    return std::move(out_);
  }

 private:
  void add(std::string_view word) {
    if (word.empty()) return;
    const bool known = std::find(out_.words.begin(), out_.words.end(), word) != out_.words.end();
    if (!known) out_.words.emplace_back(word);
  }

  bool is_noun(std::uint32_t i) const {
    constexpr word_classes small = bit(word_class::article) | bit(word_class::preposition) |
                                   bit(word_class::contraction) | bit(word_class::pronoun);
    const bool of_source = source_.source.begin <= i && i < source_.source.end;
    return text_.is_capital_word(i) && !of_source && !text_.words[i].is_any(small);
  }

  std::string_view matter_of(std::string_view folded) const {
    return text_.tables.row_name(folded, word_class::same_matter);
  }

  void add_verb() {
    constexpr word_classes auxiliary = bit(word_class::auxiliary_be) |
                                       bit(word_class::auxiliary_have) |
                                       bit(word_class::auxiliary_become) | bit(word_class::modal);
    const main_verb verb = find_main_verb(text_, source_.clauses, source_.clause);
    const auto base = verb.base.get();
    if (!base) return;
    if (verb.prefix.empty() && text_.tables.classes_of_verb({}, verb.base) & auxiliary) return;
    const std::string infinitive = verb.prefix + std::string(text_.tables.text(*base));
    const std::string_view matter = matter_of(infinitive);
    add(matter.empty() ? std::string_view(infinitive) : matter);
  }

  void add_noun(std::uint32_t token) {
    if (names_.at(token)) return;
    if (const auto matter = named(token)) add(memory_.matters[*matter].key);
  }

  std::optional<index_of<named_matter>> named(std::uint32_t token) const {
    const auto number = text_.words[token].number.get();
    if (!number) return std::nullopt;
    optional_index<named_matter>& known = memory_.nouns[*number];
    if (!known) known = memory_.matters.add({stemmed(text_.in(token)), 0});
    return known.get();
  }

  std::string stemmed(std::string_view noun) const {
    const std::string folded = fold_case(noun);
    const std::string_view matter = matter_of(folded);
    return matter.empty() ? memory_.stemmer.stem(folded) : std::string(matter);
  }

  // --- the topic ---

  // With the parts before a hyphen.
  std::string topic(std::uint32_t noun) const {
    if (names_.at(noun)) return {};
    std::uint32_t begin = noun;
    while (begin > source_.clauses.tokens.begin + 1 &&
           text_.symbol(begin - 1) == symbol_inner_hyphen) {
      begin -= 2;
    }
    std::uint32_t last = noun;
    while (last + 2 < source_.clauses.tokens.end && text_.symbol(last + 1) == symbol_inner_hyphen) {
      last += 2;
    }
    std::string out;
    if (begin != last) out = text_.where({begin, last}).in(text_.text);
    return out.append(nominative(last));
  }

  // "Streiks" is a nominative, too, but not in "des Streiks".
  std::string nominative(std::uint32_t token) const {
    const std::string_view noun = text_.in(token);
    if (!memory_.forms) return std::string(noun);
    const morphology m = memory_.forms->find(noun, false);
    if (!is_genitive(token, m)) return nominative_of(*memory_.forms, noun);
    lexicon::buffer space;
    const std::string_view lemma = memory_.forms->lemma(noun, m, pos_noun, space);
    return std::string(lemma.empty() ? noun : lemma);
  }

  bool is_genitive(std::uint32_t noun, const morphology& m) const {
    constexpr auto singular = nominal_bit(grammatical_case::genitive, gender::masculine) |
                              nominal_bit(grammatical_case::genitive, gender::neuter);
    std::uint32_t i = noun;
    while (i > source_.clauses.tokens.begin && text_.ends_like_adjective(i - 1) &&
           !text_.is(i - 1, word_class::article)) {
      --i;
    }
    return (m.nominal & singular) != 0 && i > source_.clauses.tokens.begin &&
           text_.is(i - 1, word_class::genitive_article);
  }

  // The noun of the stretch that the article uses most, the first of several.
  std::string most_used() const {
    if (memory_.used.empty()) count_uses();
    std::uint32_t best = no_index;
    std::uint32_t most = 0;
    for (std::uint32_t i = source_.tokens.begin; i < source_.tokens.end; ++i) {
      if (!can_head(i)) continue;
      const auto matter = named(i);
      const std::uint32_t uses = matter ? memory_.matters[*matter].uses : 0;
      if (uses <= most) continue;
      most = uses;
      best = i;
    }
    return best == no_index ? std::string() : topic(best);
  }

  bool can_head(std::uint32_t i) const {
    return is_noun(i) && !names_.at(i) && !any_holds(source_.times, i) && may_be_noun(i) &&
           !text_.is(i, word_class::common_noun) && !text_.is(i, word_class::title);
  }

  // Not "Auch" or "Neue" of "Neue Halle", which have a capital where a sentence begins.
  bool may_be_noun(std::uint32_t i) const {
    if (!memory_.forms) return true;
    constexpr std::uint32_t nouns = pos_noun | pos_name | pos_nominal_infinitive;
    const bool before_noun = i + 1 < text_.words.size() && text_.is_capital_word(i + 1);
    if (before_noun && text_.ends_like(i, word_class::origin_ending)) return false;
    const morphology m = memory_.forms->find(text_.in(i), false);
    return !m.known() || m.is(nouns) || (m.is(pos_nominal_adjective) && !before_noun);
  }

  void count_uses() const {
    for (std::uint32_t i = 0; i < text_.words.size(); ++i) {
      if (!text_.is_capital_word(i)) continue;
      const auto matter = named(i);
      if (matter && memory_.matters[*matter].uses++ == 0) memory_.used.push_back(*matter);
    }
  }

  const analyzed_text& text_;
  const article_names& names_;
  const matter_source& source_;
  matter_memory& memory_;
  claim_matter out_;
};

}  // namespace

claim_matter find_matter(const analyzed_text& text, const article_names& names,
                         const matter_source& source, matter_memory& memory) {
  return matter_finder(text, names, source, memory).find();
}

}  // namespace zeitstrahl
