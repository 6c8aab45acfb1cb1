#include "claim/matter.h"

#include <libstemmer.h>

#include <algorithm>

#include "base/utf8.h"
#include "claim/phrase.h"

namespace zeitstrahl {

struct word_stemmer::state {
  sb_stemmer* snowball = nullptr;
};

word_stemmer::word_stemmer(const std::string& language) : state_(std::make_unique<state>()) {
  state_->snowball = sb_stemmer_new(language.c_str(), "UTF_8");
}

word_stemmer::~word_stemmer() { sb_stemmer_delete(state_->snowball); }

std::string word_stemmer::stem(std::string_view folded) const {
  if (!state_->snowball) return std::string(folded);
  const auto* begin = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* out = sb_stemmer_stem(state_->snowball, begin, static_cast<int>(folded.size()));
  if (!out) return std::string(folded);  // out of memory
  return {reinterpret_cast<const char*>(out),
          static_cast<std::size_t>(sb_stemmer_length(state_->snowball))};
}

namespace {

class matter_finder {
 public:
  matter_finder(const analyzed_text& text, const article_names& names,
                const sentence_clauses& clauses, std::uint32_t clause_index, matter_memory& memory)
      : text_(text),
        names_(names),
        clauses_(clauses),
        index_(clause_index),
        phrases_(text, names, clauses.tokens),
        memory_(memory) {}

  claim_matter find(span tokens, std::uint32_t head) {
    if (head == no_index) {
      add_verb();
    } else {
      add_noun(head);
      out_.topic = topic(head);
    }
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (head == no_index && !clauses_.owns(index_, i)) continue;
      if (phrases_.is_noun(i)) {
        add_noun(i);
        if (out_.topic.empty() && phrases_.is_event(i)) out_.topic = topic(i);
      } else if (text_.is_word(i) && text_.is(i, word_class::same_matter)) {
        add(matter_of(fold_case(text_.in(i))));
      }
    }
    return std::move(out_);
  }

 private:
  void add(std::string_view word) {
    if (word.empty()) return;
    const bool known = std::find(out_.words.begin(), out_.words.end(), word) != out_.words.end();
    if (!known) out_.words.emplace_back(word);
  }

  std::string_view matter_of(std::string_view folded) const {
    return text_.tables.row_name(folded, word_class::same_matter);
  }

  void add_verb() {
    constexpr word_classes auxiliary = bit(word_class::auxiliary_be) |
                                       bit(word_class::auxiliary_have) |
                                       bit(word_class::auxiliary_become) | bit(word_class::modal);
    const main_verb verb = find_main_verb(text_, clauses_, index_);
    const auto base = verb.base.get();
    if (!base) return;
    if (verb.prefix.empty() && text_.tables.classes_of_verb({}, verb.base) & auxiliary) return;
    const std::string infinitive = verb.prefix + std::string(text_.tables.text(*base));
    const std::string_view matter = matter_of(infinitive);
    add(matter.empty() ? std::string_view(infinitive) : matter);
  }

  void add_noun(std::uint32_t token) {
    if (names_.at(token)) return;
    const auto number = text_.words[token].number.get();
    if (!number) return;
    std::string& matter = memory_.nouns[*number];
    if (matter.empty()) matter = stemmed(text_.in(token));
    add(matter);
  }

  std::string stemmed(std::string_view noun) const {
    const std::string folded = fold_case(noun);
    const std::string_view matter = matter_of(folded);
    return matter.empty() ? memory_.stemmer.stem(folded) : std::string(matter);
  }

  // With the parts before a hyphen.
  std::string topic(std::uint32_t noun) const {
    if (names_.at(noun)) return {};
    std::uint32_t begin = noun;
    while (begin > clauses_.tokens.begin + 1 && text_.symbol(begin - 1) == symbol_inner_hyphen) {
      begin -= 2;
    }
    return std::string(text_.where({begin, phrases_.last_noun(noun) + 1}).in(text_.text));
  }

  const analyzed_text& text_;
  const article_names& names_;
  const sentence_clauses& clauses_;
  std::uint32_t index_;
  phrase_reader phrases_;
  matter_memory& memory_;
  claim_matter out_;
};

}  // namespace

claim_matter find_matter(const analyzed_text& text, const article_names& names,
                         const sentence_clauses& clauses, std::uint32_t clause_index, span tokens,
                         std::uint32_t head, matter_memory& memory) {
  return matter_finder(text, names, clauses, clause_index, memory).find(tokens, head);
}

}  // namespace zeitstrahl
