#ifndef ZEITSTRAHL_LIB_CLAIM_NAME_WORDS_H_
#define ZEITSTRAHL_LIB_CLAIM_NAME_WORDS_H_

// What a word with a capital is by itself: a name, a noun, a title before a name.
//
// Four things tell: the tables of claims, the dictionary, the letters ("OpenAI", "RWE"), and in
// sentences with a time, which are analyzed anyway, the tag of the analysis.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/clause.h"
#include "claim/places.h"
#include "syntax/lexicon.h"
#include "syntax/text_sentences.h"
#include "zeitstrahl/dictionary.h"

namespace zeitstrahl {

// What is known of words beside the text.
struct name_knowledge {
  const dictionary* names = nullptr;  // may be null
  const place_names* places = nullptr;
  const lexicon* forms = nullptr;       // may be null
  text_sentences* sentences = nullptr;  // of the text; may be null
};

struct noun_facts {
  bool known = false;  // the others are
  bool is_place = false;
  bool guessed = false;       // the lexicon has no such word: a compound, or by its ending
  bool new_compound = false;  // a known noun behind what is no word: "Koralmtunnel" names one
  bool first_name = false;
  bool noun_too = false;            // as "Mark" is
  std::optional<noun_kind> kind;    // nothing without a dictionary
  std::optional<bool> plural_only;  // by the lexicon, where it was asked
};

// Kept from article to article: asking is slow.
using noun_cache = indexed<word_cache, noun_facts>;

// All positions are tokens of the text.
class name_words {
 public:
  // `times`: the tokens of all time expressions, in order; they hold no names.
  name_words(const analyzed_text& text, const std::vector<span>& times,
             const name_knowledge& knowledge, noun_cache& cache);

  const analyzed_text& text() const { return text_; }
  const name_knowledge& knowledge() const { return knowledge_; }
  bool has_dictionary() const { return knowledge_.names != nullptr; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.words.size()); }

  bool is_time(std::uint32_t token) const;
  bool starts_sentence(std::uint32_t token) const;
  // A word with a capital that is neither a function word nor a verb that begins its sentence.
  bool can_begin(std::uint32_t token) const;
  // So, and inside a sentence.
  bool can_follow(std::uint32_t token) const;

  // "RWE", "OpenAI"; a line in capitals throughout tells nothing.
  bool is_structural(std::uint32_t token) const;
  bool is_upper(std::uint32_t token) const;
  bool is_title(std::uint32_t token) const;
  bool is_event_by_name(std::uint32_t token) const;
  // A noun that names nobody.
  bool is_common(std::uint32_t token) const;
  // Of known words, "Haftbefehl", or a known noun behind what is none, where it has no article:
  // "Cholerafaelle", but "der Koralmtunnel".
  bool is_compound(std::uint32_t token, bool articled) const {
    return facts(token).guessed || (facts(token).new_compound && !articled);
  }
  // So, by the tables alone.
  bool is_listed_noun(std::uint32_t token) const;
  // Nobody is called by a plural: "der Trainer Fragen".
  bool is_plural_only(std::uint32_t token) const;
  // "Deutsche" in "Deutsche Bank"
  bool is_adjective(std::uint32_t token) const;
  // Of a person, by the dictionary.  What may be a small word, too, is one inside a sentence, or
  // where no verb can stand.
  bool is_name(std::uint32_t token) const;
  // So, of a word by itself.
  bool is_name(std::string_view word) const;
  bool is_first_name(std::uint32_t token) const {
    const noun_facts& known = facts(token);
    return known.first_name && (!known.noun_too || is_tagged_name(token));
  }
  // "[Spaniens] Minister", "[Brandls] Wunsch": a name in the genitive, before what it has.
  bool is_owner(std::uint32_t token, std::uint32_t next) const;
  bool is_place(std::uint32_t token) const { return facts(token).is_place; }
  bool is_name_or_place(std::uint32_t token) const { return is_place(token) || is_name(token); }
  // "Lindauer", of a place
  bool is_origin(std::uint32_t token) const;
  // By the dictionary, which may be missing.
  std::optional<noun_kind> kind(std::uint32_t token) const { return facts(token).kind; }

  // By the analysis, where the sentence was analyzed.
  bool is_tagged_name(std::uint32_t token) const { return tags_[token] == tagged::name; }
  // A compound of which a part is no word is left to what else tells.
  bool is_tagged_noun(std::uint32_t token) const;
  // What verbs take without an article: "reichte der Verein [Klage] ein".
  bool is_bare(std::uint32_t token) const { return bare_[token]; }
  // "des Start-ups [Klarblick]": a name that hangs on the noun right before.
  bool is_apposed(std::uint32_t token) const { return apposed_[token]; }
  // Whether the word belongs to another constituent than the ones before it, from `begin` on.
  bool is_apart(std::uint32_t begin, std::uint32_t token) const;

  // A word of no German, which the analysis takes for a name: "Federal".
  bool is_foreign(std::uint32_t token) const {
    return is_tagged_name(token) && kind(token) == noun_kind::unknown;
  }

  bool ends_like(std::uint32_t token, word_class c) const {
    return text_.words[token].ends_like(c);
  }
  // The hyphen of "RWE-Chef", the apostrophe of "O'Reilly".
  bool is_hyphen(std::uint32_t token) const;
  bool is_inner_apostrophe(std::uint32_t token) const;

 private:
  enum class tagged : std::uint8_t { unknown, name, noun, other };

  bool is_plain_word(std::uint32_t token) const;
  noun_facts& facts(std::uint32_t token) const;
  noun_facts look_up(std::string_view word) const;
  void read_tags();

  const analyzed_text& text_;
  const std::vector<span>& times_;
  const name_knowledge& knowledge_;
  noun_cache& cache_;
  mutable noun_facts mark_;           // of what is no word
  std::vector<tagged> tags_;          // by token
  std::vector<std::uint32_t> heads_;  // by token: the token it hangs on, itself where none
  std::vector<bool> apposed_;         // by token
  std::vector<bool> bare_;
};

// "Ulms" without its last letter; empty where that is no "s" or little is left.
std::string_view without_genitive(std::string_view word);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_NAME_WORDS_H_
